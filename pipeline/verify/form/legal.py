"""Legal words only where the source has them (EDITORIAL.md, « Facts », 5)."""

from collections.abc import Iterator

from pipeline.verify.check import Check
from pipeline.verify.context import Context
from pipeline.verify.doomed import doomed_in
from pipeline.verify.wording import finding, in_words, phrases, prose, spans_of
from schemas.finding import Finding, Severity

__all__ = ["CHECKS", "check_legal_words"]


def check_legal_words(context: Context) -> Iterator[Finding]:
    """A word of law that no word of the source justifies; in the house's own words, a reviewer may judge otherwise."""
    words = context.house.words.legal_words
    terms = tuple(words)
    article = context.article
    source = "\n".join((article.title, article.description or "", *(one.text for one in article.paragraphs)))
    justified: dict[str, bool] = {}
    for part in prose(context):
        for start, end in spans_of(terms, part.text):
            said = part.text[start:end]
            if (start, end) in doomed_in(part.text):
                continue
            entries = [one for one in terms if phrases((one,)).fullmatch(said)]
            for entry in entries:
                if entry not in justified:
                    justified[entry] = any(in_words(source, one) for one in (*words[entry], entry))
            if any(justified[entry] for entry in entries):
                continue
            own = part.path.startswith(("watchpoints", "actions", "pillar_reasons"))
            severity: Severity = "warning" if own else "blocking"
            message = (
                f"La source ne dit pas «\u00a0{said}\u00a0»\u00a0: reprenez ses mots, sans qualification juridique."
            )
            yield finding(part, (start, end), "legal-word", severity, message)


CHECKS: tuple[Check, ...] = (
    Check(
        codes=("legal-word",),
        english="A legal word stands only where the source has one that justifies it.",
        french="Un mot de droit ne figure que si la source en a un qui le justifie.",
        example="« fraude » là où la source dit « error »",
        run=check_legal_words,
    ),
)
