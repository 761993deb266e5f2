"""Support: a factual sentence without any place in the source that holds it up is found (EDITORIAL.md, « Facts », 6)."""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator

from pipeline.embedding import embed
from pipeline.verify.alignment import content_words, fits
from pipeline.verify.check import Check
from pipeline.verify.context import Context
from pipeline.verify.deeds.unheard import told_at_that_date
from pipeline.verify.findings import found_in
from pipeline.verify.names_alone import nameless, shares_only_names
from pipeline.verify.prepare import Source, Statement
from pipeline.verify.speech.beside import carries_on
from schemas.draft import Synthese
from schemas.finding import Finding, Severity

__all__ = ["CHECKS", "check_support", "is_rendered"]

# A sentence below NONE has nothing like it in the source; up to WEAK a person must look.
NONE, WEAK = 0.22, 0.36
# Cosine and word by word fit together: from here on a sentence renders a passage, however little it is like it as a
# whole: a metonymy, « le marché parie », is near in its words alone.
RENDERED = 0.8

# « Cette demande n’est jamais venue. » says little without the sentence before it.
_LEANS = re.compile(
    r"(?:(?:Pour|Selon|D[’']après|À en croire|Aux yeux de) (?:ce(?:tte|t)?|ces|lui|elle|eux|l[’']intéressée?)\b(?! d[eu]\b)|L[’']intéressée?|Les? deux|Ce(?:tte)? derni(?:er|ère)|Jamais (?:il|elle|ils|elles|celui-ci|celle-ci)|Cet(?:te)?|Ces?|Cela|Ceux-ci|Celles?-ci|Celui-ci|Ils?|Elles?|L[’']un|L[’']autre|Aucune?|Tous|Toutes)\b"
)
_SHORT = 9
_FEW = 5


def check_support(context: Context) -> Iterator[Finding]:
    """Every sentence that reports, and is not the house's analysis, is held up by the source."""
    last: Statement | None = None
    for claim, links in context.claims:
        one = claim.statement
        last, before = one, last
        led = before.text if before else ""
        if (
            claim.stance == "analysis"
            or re.search(r"heading$|^actions|^seo|^title$", one.place)
            or len(one.text.split()) < 5
        ):
            continue
        best = links[0].strength if links else 0.0
        if told_at_that_date(one, context.source):
            continue
        if best >= WEAK:
            if shares_only_names(one, links, context.source):
                message = "De cette phrase, la source n’a que les noms\u00a0: vérifiez ce qui en est dit."
                yield found_in(one, (0, len(one.text)), "support-weak", "warning", message)
            continue
        if is_rendered(one, context.source):
            continue
        if before and carries_on(before, one, context.source.statements):
            continue
        if best >= NONE and led and _LEANS.match(one.text) and _is_held(f"{led} {one.text}", context):
            continue
        none = best < NONE and not (led and _leans(one.text) and _is_held(f"{led} {one.text}", context))
        message = (
            "Aucun passage de la source ne soutient cette phrase\u00a0: retirez-la, ou marquez-la comme analyse de la maison."
            if none
            else "La source ne soutient que faiblement cette phrase\u00a0: vérifiez-la, ou marquez-la comme analyse de la maison."
        )
        severity: Severity = "blocking" if none and not _is_outlook(one.place, context) else "warning"
        yield found_in(one, (0, len(one.text)), "support-none" if none else "support-weak", severity, message)


def is_rendered(claim: Statement, source: Source) -> bool:
    """Whether a passage answers a sentence word by word as well as in all: one that gathers several is like none of them."""
    told = nameless(claim.text, "fr")
    # Where a sentence says little beside its names, they alone would answer for it.
    worded = told if len(content_words(told, "fr")) <= _FEW and "«" not in told else claim.text
    return bool((fits(source, worded) + source.vectors @ embed([claim.text])[0]).max() >= RENDERED)


def _is_outlook(place: str, context: Context) -> bool:
    """The closing section of a synthesis looks ahead: what it says there of its own is shown, and holds nothing back."""
    sections = context.draft.sections if isinstance(context.draft, Synthese) else ()
    return len(sections) > 1 and place.startswith(f"sections[{len(sections) - 1}].blocks")


def _leans(text: str) -> bool:
    return bool(_LEANS.match(text)) and len(text.split()) <= _SHORT


def _is_held(text: str, context: Context) -> bool:
    """Whether a passage of several sentences has its like in the source."""
    return bool((embed([text]) @ context.source.vectors.T).max() >= WEAK) if context.source.statements else False


CHECKS: tuple[Check, ...] = (
    Check(
        codes=("support-none", "support-weak"),
        english="Every sentence that reports, and is not marked as the house's analysis, is held up by the source.",
        french="Toute phrase qui rapporte un fait, sans être marquée comme analyse, est soutenue par la source.",
        example="« Un ouragan a dévasté la côte mardi soir. » là où la source parle d’un vote sur une bibliothèque",
        run=check_support,
    ),
)
