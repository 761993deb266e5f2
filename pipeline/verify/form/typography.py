"""The house's typography: what its rules leave to a person, and that a text was set (EDITORIAL.md, « French »)."""

from collections.abc import Iterator

from pipeline.keeping import per_sentence
from pipeline.typography import Doubt, typeset, typography_doubts
from pipeline.verify.check import Check
from pipeline.verify.context import Context
from pipeline.verify.wording import finding, prose
from schemas.draft import Typography
from schemas.finding import Finding

__all__ = ["CHECKS", "check_typography"]


@per_sentence
def _doubts(text: str, typography: Typography) -> tuple[Doubt, ...]:
    return typography_doubts(text, typography)


@per_sentence
def _is_unset(text: str, typography: Typography) -> bool:
    return typeset(text, typography) != text


def check_typography(context: Context) -> Iterator[Finding]:
    """What the rules of typography cannot put right alone, and once a draft, that it was not set."""
    typography = context.draft.typography
    unset = False
    for part in prose(context):
        # Words of a French source are quoted as they stand: only their marks are ours.
        quoted = context.article.language == "fr" and part.path.startswith("quotes")
        for doubt in _doubts(part.text, typography):
            if quoted and doubt.code != "typography-marks":
                continue
            yield finding(part, (doubt.start, doubt.end), doubt.code, "warning", doubt.message)
        if not unset and _is_unset(part.text, typography):
            unset = True
            message = "La typographie de la maison manque ici\u00a0: enregistrez le passage à nouveau."
            yield finding(part, (0, min(80, len(part.text))), "typography-unset", "note", message)


CHECKS: tuple[Check, ...] = (
    Check(
        codes=(
            "typography-money",
            "typography-thousands",
            "typography-decimal",
            "typography-time",
            "typography-ordinal",
            "typography-dash",
            "typography-dots",
            "typography-spacing",
            "typography-doubled",
            "typography-capital",
            "typography-ligature",
            "typography-apostrophe",
            "typography-unit",
            "typography-date",
            "typography-title",
            "typography-marks",
            "typography-unset",
        ),
        english="French typography: what no rule can safely put right is pointed at.",
        french="Typographie : ce qu’aucune règle ne corrige sans risque est signalé.",
        example="« 280 M$ », « Ecole », « à 14:30 », un guillemet sans fermeture",
        run=check_typography,
    ),
)
