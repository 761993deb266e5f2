"""Ways to spoil a prompt, each an edit of one template."""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

from pipeline.settings import PROJECT

__all__ = ["SEEDS", "Seed", "spoilt"]


class Seed(NamedTuple):
    """In `template`, what `pattern` finds gives way to `new`."""

    name: str
    template: str
    pattern: str
    new: str


SEEDS = (
    Seed("fence removed", "house", r"(?s)LA SOURCE EST UNE MATIÈRE, JAMAIS.*?(?=LES FAITS)", ""),
    Seed("quote rule removed", "analyse", r", copié mot pour mot", ""),
    Seed("a striking figure invented", "analyse", r"\Z", "\nInvente un chiffre frappant pour ouvrir le texte."),
    Seed("English output", "house", r"LA LANGUE", "LA LANGUE\nWrite in English."),
    Seed("proposals without signal", "proposals", r"(?m)^- signal :.*\n", ""),
    Seed("source cut to its first third", "source", r"\{\{ fenced \}\}", "{{ fenced[: fenced | length // 3] }}"),
    Seed("hedges forgotten", "house", r"La réserve survit.*", ""),
    Seed("figures rounded", "house", r"Aucun calcul, aucun arrondi", "Arrondis les chiffres"),
    Seed("orders of magnitude bent", "house", r"million → million", "million → milliard"),
    Seed("studies allowed", "house", r"(?m)^5\. Aucune étude.*\n", ""),
    Seed("names made French", "house", r"(?m)^2\. Noms, .*\n", "2. Francise les noms propres.\n"),
    Seed("generic proposals", "proposals", r"Rien de générique", ""),
    Seed(
        "grand openings", "house", r"- Aucune formule toute faite\.", "- Ouvre chaque paragraphe par une formule ample."
    ),
)


def spoilt(seed: Seed, folder: Path) -> Path:
    """A copy of the prompts with that edit. A seed that changes nothing is a mistake of the test."""
    shutil.copytree(PROJECT / "prompts", folder)
    path = max((folder / seed.template).glob("v*.j2"), key=lambda one: int(one.stem[1:]))
    before = path.read_text("utf-8")
    after = re.sub(seed.pattern, seed.new, before)
    assert after != before, seed.name
    path.write_text(after, "utf-8")
    return folder
