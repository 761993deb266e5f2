"""What a sentence need not say because one beside it says it: a bound told before, whose words these are."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.embedding import embed
from pipeline.verify.alignment import content_words, likeness
from pipeline.verify.claims import PLAUSIBLE, Claim
from pipeline.verify.clauses import side_of
from pipeline.verify.context import Context
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.equal_figures import same_quantity
from pipeline.verify.quantities.figure import Figure
from schemas.finding import Finding

__all__ = ["attributed_beside", "bounded_before", "carried_on", "carries_on"]

# How many sentences back a reader still has the bound in mind.
_NEAR = 2
# A sentence of so few words may leave to the one before what it is about.
_SHORT = 12
# Words of two languages from here on translate each other.
_ALIKE = 0.62
# An author and the few words that open a sentence translate each other from here on.
_OPENING, _TRANSLATED = 3, 0.5
_REFERRING = re.compile(r"\b(?:[lcs]es|leurs) $", re.IGNORECASE)


def bounded_before(context: Context, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, but those on a bound left out where « les six » takes up « au moins six » said before."""
    running = [claim for claim, _ in context.claims if claim.statement.place.startswith(("body", "sections"))]
    for one in findings:
        if one.code in ("figure-bound", "figure-hedge") and _takes_up(one, running):
            continue
        yield one


def _takes_up(finding: Finding, running: list[Claim]) -> bool:
    told = [claim.statement for claim in running]
    at = next((n for n, one in enumerate(told) if _holds(one, finding)), None)
    if at is None:
        return False
    start = (finding.start or 0) - told[at].start
    figure = next((one for one in told[at].figures if one.start == start), None)
    if figure is None or figure.bound or not _REFERRING.search(told[at].text[:start]):
        return False
    before = [one for one in told[max(0, at - _NEAR) : at] if one.place == finding.part]
    return any(
        each.bound and same_quantity(figure, each) and _counted(told[at], figure) == _counted(one, each)
        for one in before
        for each in one.figures
    )


def _counted(statement: Statement, figure: Figure) -> str:
    """The word after a figure, its plural undone."""
    word = re.compile(r"[ \u00a0](\w+)").match(statement.text, figure.end)
    return word[1].rstrip("sx") if word else ""


def carries_on(before: Statement, claim: Statement, holders: Iterable[Statement]) -> bool:
    """Whether a short sentence only adds figures to the one before, which renders a passage that holds them."""
    if len(claim.text.split()) > _SHORT or before.place != claim.place:
        return False
    held = [one for one in holders if any(same_quantity(a, b) for a in claim.figures for b in one.figures)]
    return bool(held) and float((embed([one.text for one in held]) @ embed([before.text])[0]).max()) >= PLAUSIBLE


def carried_on(context: Context, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, but those on a figure that a short sentence adds to what the one before tells."""
    told = [claim.statement for claim, _ in context.claims]
    for one in findings:
        at = next((n for n, each in enumerate(told) if _holds(each, one)), 0) if one.code == "figure-elsewhere" else 0
        if at and one.evidence:
            spot = (one.evidence[0].paragraph, one.evidence[0].start)
            holders = [each for each in context.source.statements if (each.place, each.start) == spot]
            if carries_on(told[at - 1], told[at], holders):
                continue
        yield one


_AUTHOR = {
    "en": re.compile(r"\baccording to (?P<author>[^,.;:]{3,70})", re.IGNORECASE),
    "fr": re.compile(r"\b(?:selon|d[’']après) (?P<author>[^,.;:]{3,70})", re.IGNORECASE),
}


# "…, the Competition Council said.": a public body that one sentence names is not named again in the next.
_BODY_SAID = re.compile(
    r"[,”\"] (?:the )?(?P<author>(?:[\w’'&-]+ ){0,4}(?:[Cc]ouncil|[Aa]uthority|[Aa]gency|[Oo]ffice|[Ii]nstitute|[Cc]ommission|[Mm]inistry|[Dd]epartment|[Cc]ourt|[Pp]olice|[Rr]egulator|[Bb]ureau|[Ii]nspectorate|[Oo]bservatory|[Ss]ervice)(?: (?:of|for) [^,.;:]{3,40})?) (?:said|says)\b(?! (?:it|they) )"
)


def attributed_beside(context: Context, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, but those on words whose author the sentence next to them names: « la commission y voit … »."""
    told = [claim.statement for claim, _ in context.claims]
    for one in findings:
        if one.code == "certainty-reported":
            at = next((n for n, each in enumerate(told) if _holds(each, one)), None)
            passage = next((each for each in context.source.statements if _is_evidence(each, one)), None)
            if at is not None and passage is not None:
                beside = [each for each in told[max(0, at - 1) : at + 2] if each.place == one.part and each != told[at]]
                if (
                    any(_names_author(each, passage) for each in beside)
                    or _is_sourced_next(told, at)
                    or _is_of_that_report(told, at, passage)
                ):
                    continue
        yield one


# « C’est ce que révèle un rapport … »: the next sentence says who tells it.
_THIS_IS_TOLD = re.compile(
    r"(?:C[’']est (?:du moins )?ce qu(?:e |[’'])|Tel(?:le|s|les)? (?:est|sont) |L[’']information "
    r"|Ces? (?:chiffres?|constats?|conclusions?|informations?|accusations?) )[^.;:]{0,30}"
    r"\b(?:révèl|montr|indiqu|affirm|ressort|conclu|rapport|soutien|assur|dit|dénonc|constat|expliqu|figur|proven|vien"
    r"|émane|estim|relèv)\w*"
)


# "The 480-page report says": a paragraph that has named its report need not name it in each sentence.
_REPORT = {
    "en": re.compile(
        r"\b(?P<what>report|study|audit|inquiry|survey|review)\b[^.;]{0,25}?\b(?:says?|said|found|finds|conclude[sd]?|shows?|notes?|noted)\b",
        re.I,
    ),
    "fr": re.compile(
        r"\b(?:[sS]elon|[dD][’']après|révèl\w+|constat\w+|conclu\w*|indiqu\w+)\b[^.;:]{0,30}?\b(?P<what>rapport|étude|audit|enquête|sondage|inspection)\b"
        r"|\b(?P<that>rapport|étude|audit|enquête|sondage|inspection)\b[^.;:]{0,60}?\b(?:révèl\w+|constat\w+|conclu\w*|indiqu\w+|relèv\w+|not(?:e|ent))\b",
        re.I,
    ),
}
_SAME_REPORT = {
    "report": {"rapport", "inspection"}, "study": {"étude"}, "audit": {"audit", "rapport"},
    "inquiry": {"enquête", "rapport"}, "survey": {"enquête", "sondage"}, "review": {"étude", "rapport", "audit"},
}  # fmt: skip


def _is_of_that_report(told: Sequence[Statement], at: int, passage: Statement) -> bool:
    said = _REPORT["en"].search(passage.text) if side_of(passage) == "en" else None
    before = [_REPORT["fr"].search(one.text) for one in told[max(0, at - _NEAR) : at] if one.place == told[at].place]
    return said is not None and any(
        each is not None and (each["what"] or each["that"]).lower() in _SAME_REPORT[said["what"].lower()]
        for each in before
    )


def _is_sourced_next(told: Sequence[Statement], at: int) -> bool:
    after = told[at + 1 : at + 2]
    return bool(after) and after[0].place == told[at].place and _THIS_IS_TOLD.match(after[0].text) is not None


def _is_evidence(statement: Statement, finding: Finding) -> bool:
    return any((statement.place, statement.start) == (each.paragraph, each.start) for each in finding.evidence)


def _names_author(claim: Statement, passage: Statement) -> bool:
    """Whether a sentence has most words of the one to whom a passage attributes what it says."""
    side = side_of(passage)
    match = _AUTHOR[side].search(passage.text) or (_BODY_SAID.search(passage.text) if side == "en" else None)
    if match is None:
        return False
    words = content_words(match["author"], side)
    ours = content_words(claim.text, "fr")
    if not words or not ours:
        return False
    # Of a body’s two words one may be another: « l’Autorité de la concurrence ».
    enough = len(words) if _AUTHOR[side].search(passage.text) else len(words) - 1
    answered = sum(float(max(likeness(one, words)[n] for one in ours)) >= _ALIKE for n in range(len(words)))
    if answered * 2 > enough:
        return True
    # "The fire service" is « les pompiers »: the phrase as a whole against the one that opens the sentence.
    opening = " ".join(claim.text.split()[:_OPENING])
    author, subject = embed([match["author"], opening])
    return float(author @ subject) >= _TRANSLATED


def _holds(statement: Statement, finding: Finding) -> bool:
    return statement.place == finding.part and statement.start <= (finding.start or 0) < statement.end
