"""The check list for people, in both languages, written from the registry: there is no second list to keep.

`python -m pipeline.verify.checklist` writes docs/checks.md anew.
"""

# ruff: noqa: E501 - a line of documentation each: wrapped, they cannot be compared.

from collections.abc import Iterator
from pathlib import Path

from pipeline.settings import PROJECT
from pipeline.verify.registry import CHECKS

__all__ = ["BESIDE", "CHECKLIST", "checklist", "write"]

CHECKLIST = PROJECT / "docs" / "checks.md"
_HEAD = """# Ce que la vérification contrôle · What verification checks

Écrit par `python -m pipeline.verify.checklist` d’après `pipeline/verify/registry.py` ; ne pas modifier à la main.
Written by that command from the registry; do not edit by hand.

Un constat *bloquant* empêche la signature ; un *avertissement* demande un regard ; une *note* informe.
A *blocking* finding holds the signature back, a *warning* asks for a look, a *note* informs.
"""

# What others than the rules may find: codes, French, English, example.
BESIDE = (
    (
        ("judge-unsupported",),
        "Hors des règles, si la maison a réglé un juge\u00a0: un modèle ne trouve pas la phrase dans la source (un avertissement, jamais plus).",
        "Beside the rules, where the house has set a judge: a model does not find the sentence in the source (a warning, never more).",
        "une phrase juste dans ses mots, mais que la source ne dit pas",
    ),
    (
        ("grammar",),
        "Hors des règles, si Grammalecte est installé\u00a0: accords, conjugaisons, participes, confusions (des notes).",
        "Beside the rules, where Grammalecte is installed: agreement, conjugation, participles, confusions (notes).",
        "« les caméras a été retirées »",
    ),
)


def checklist() -> str:
    """The document: a section a check, and one each for the judge and the grammar program: codes, what must hold, an example."""
    return _HEAD + "".join(_sections())


def _sections() -> Iterator[str]:
    listed = ((one.codes, one.french, one.english, one.example) for one in CHECKS)
    for codes, french, english, example in (*listed, *BESIDE):
        named = ", ".join(f"`{one}`" for one in codes)
        yield f"\n## {named}\n\n- {french}\n- *{english}*\n- Exemple : {example}\n"


def write(path: Path = CHECKLIST) -> None:
    """Write the document."""
    path.write_text(checklist(), "utf-8")


if __name__ == "__main__":
    write()
