"""The check list for people, in both languages, written from the registry: there is no second list to keep.

`python -m pipeline.verify.checklist` writes docs/checks.md anew.
"""

from collections.abc import Iterator
from pathlib import Path

from pipeline.settings import PROJECT
from pipeline.verify.registry import CHECKS

__all__ = ["CHECKLIST", "checklist", "write"]

CHECKLIST = PROJECT / "docs" / "checks.md"
_HEAD = """# Ce que la vérification contrôle · What verification checks

Écrit par `python -m pipeline.verify.checklist` d’après `pipeline/verify/registry.py` ; ne pas modifier à la main.
Written by that command from the registry; do not edit by hand.

Un constat *bloquant* empêche la signature ; un *avertissement* demande un regard ; une *note* informe.
A *blocking* finding holds the signature back, a *warning* asks for a look, a *note* informs.
"""


def checklist() -> str:
    """The document: a section a check, with its codes, what must hold in French and English, and an example."""
    return _HEAD + "".join(_sections())


def _sections() -> Iterator[str]:
    for check in CHECKS:
        codes = ", ".join(f"`{one}`" for one in check.codes)
        yield f"\n## {codes}\n\n- {check.french}\n- *{check.english}*\n- Exemple : {check.example}\n"


def write(path: Path = CHECKLIST) -> None:
    """Write the document."""
    path.write_text(checklist(), "utf-8")


if __name__ == "__main__":
    write()
