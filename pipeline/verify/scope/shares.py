"""All, most, some, none: the share of something that the draft tells, against the one its passage tells (« Facts », 4)."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.keeping import per_sentence
from pipeline.verify.alignment import Word, content_words, likeness
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.arithmetic import is_the_rest_of_a_share
from pipeline.verify.quantities.figure import Figure
from schemas.finding import Finding

__all__ = ["compare_shares"]

NONE, SINGLE, FEW, SOME, SEVERAL, MOST, ALL = range(7)
# What one passage may say for the other: « aucun n’a accepté » for "all refused", « certains » for "one of the five".
_AT_ONCE = frozenset(
    frozenset(pair)
    for pair in ((NONE, ALL), (SINGLE, FEW), (SINGLE, SOME), (FEW, SOME), (SEVERAL, SOME), (SEVERAL, MOST))
)
# Words nearer than ALIKE translate each other: the share is of the same thing.
ALIKE = 0.62
# What is shared is named by the next words, in this reach.
_REACH, _WORDS = 45, 2
_NUMBER = {
    "en": r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)",
    "fr": r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|\d+)",
}
_SIDES: dict[str, tuple[tuple[int, re.Pattern[str]], ...]] = {
    "en": (
        (MOST, re.compile(r"\b(?:(?<!the )(?<!at )most(?: of)?(?! \w+(?:ed|ing|ly|ive|ent|ant|al|ous|ic|ful|ex)\b)|(?:nearly|almost) (?:all|every)|the (?:vast )?majority of|the bulk of|mostly|largely|mainly)\b", re.I)),
        (ALL, re.compile(r"(?<!nearly )(?<!almost )(?<!not )(?<!after )(?<!at )(?<!above )\b(?:all(?! (?:but|over|along|right)\b)(?: of)?|every|each of|both)\b", re.I)),
        (SOME, re.compile(r"\bnot (?:all(?: of)?|every|each)\b", re.I)),
        (FEW, re.compile(r"(?<!a )(?<!no )(?<!the )(?<!last )(?<!next )(?<!past )\b(?:few(?: of)?|hardly any|a (?:small )?minority of)\b(?! \d)", re.I)),
        (NONE, re.compile(r"\b(?:none of|no(?! (?:more|less|fewer|longer|one)\b)|neither of)\b", re.I)),
        (SINGLE, re.compile(r"\b(?:(?:only|just) (?:a single|one)(?: of)?|a single(?: one of)?|the (?:only|sole))\b(?! (?:in|out of|thing|way|reason|time|question|problem)\b)", re.I)),
        (SEVERAL, re.compile(r"\b(?:several(?: of)?(?! (?:hundred|thousand|million|times))|many of|a number of|numerous)\b", re.I)),
        (SOME, re.compile(r"\b(?:some(?! \d)(?: of)?|a few of|part of|parts of)\b", re.I)),
        (SOME, re.compile(rf"(?<!but )(?<!except )(?<!save )(?<!except for )\b{_NUMBER['en']} of (?:the|its|their|his|her|(?-i:[A-Z])[\w’'-]+[’']s?)(?: \w+[’']s?)? {_NUMBER['en']}\b", re.I)),
    ),
    "fr": (
        (MOST, re.compile(r"\b(?:la plupart d(?:es?|[’'])|(?:la |une )(?:grande |large )?majorité d(?:es?|[’'])|(?:presque|quasi(?:ment)?) tou(?:te)?s les|l[’']essentiel d(?:es?|u))", re.I)),
        (ALL, re.compile(r"(?<!presque )(?<!quasi )(?<!quasiment )(?<!pas )\b(?:tous|toutes)(?!(?:(?!\b(?:qui|que|dont|où)\b)[^.;:,]){0,60}\bn(?:e |[’'])[^.;:,]{1,25}\bpas\b)(?! (?:les )?(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) (?:ans|jours|mois|heures|semaines))\b(?: les)?|\b(?:l[’']ensemble|la totalité|l[’']intégralité) (?:des|de (?:ses|leurs|ces|nos))", re.I)),
        (SOME, re.compile(r"\bpas tou(?:te)?s\b(?: les)?|\btou(?:te)?s(?: les)?(?=(?:(?!\b(?:qui|que|dont|où)\b)[^.;:,]){0,60}\bn(?:e |[’'])[^.;:,]{1,25}\bpas\b)", re.I)),
        (FEW, re.compile(r"(?<!un )\b(?:peu d(?:e(?!puis)|[’'])|rares sont|une (?:petite )?minorité d(?:e|[’']))(?! (?:temps|chose|peu)\b)", re.I)),
        (NONE, re.compile(r"\b(?:aucune? d(?:es?|[’'])|aucune?(?! autre)(?= \w)|(?:pas|plus) une? seule?(?: d(?:es?|[’']))?)", re.I)),
        (SINGLE, re.compile(r"(?<!pas )(?<!plus )\b(?:une? (?:seule?|unique)(?: d(?:es?|[’']))?|(?:le|la) seule?|l[’']unique)\b(?! fois)", re.I)),
        (SEVERAL, re.compile(r"\b(?:plusieurs(?: d(?:es?|[’']))?|(?:bon )?nombre d(?:es? |[’'])|(?:de|des|les|ces|ses|leurs) (?:très )?nombreu(?:x|ses))(?! (?:centaines|milliers|millions|dizaines|fois|reprises))", re.I)),
        (SOME, re.compile(r"\b(?:certaine?s(?: d(?:es?|[’']))?|quelques-une?s d(?:es?|[’'])|une partie d(?:es?|u|[’'])|une partie(?: seulement| à peine)? (?:en|d[’']entre (?:eux|elles)|seulement))", re.I)),
        (SOME, re.compile(rf"\b{_NUMBER['fr']} (?:des|de ses|de leurs|sur les) {_NUMBER['fr']}\b", re.I)),
    ),
}  # fmt: skip


_STOP = re.compile(r"[.,;:!?()«»“”\"]|(?<=\w) (?:and|or|et|ou|who|qui|que|which|that)\b", re.IGNORECASE)


class Share(NamedTuple):
    """How much of something a sentence tells of, at its place, and the words that name what it is of."""

    start: int
    end: int
    level: int
    of: tuple[Word, ...]


def compare_shares(
    claim: Statement, near: Sequence[Statement], everywhere: Sequence[Statement] = ()
) -> Iterator[Finding]:
    """« Tous » where the passage says "most" of the same thing; nothing where it tells no share of it.

    What any sentence of the source (`everywhere`) tells alike of the same thing may be what is told.
    """
    # « Trois sur quatre » is as much as "three in four", and most of them.
    # More than nine in ten who never did are the others than fewer than one in ten who did.
    fractions = (one for one in claim.figures if " sur " in one.text and not is_the_rest_of_a_share(one, near))
    ours = _shares_in(claim.text, "fr", tuple(fractions))
    for mine in ours:
        told = [
            (one, each)
            for one in near
            for each in _shares_in(one.text, side_of(one), one.figures)
            if _is_same(mine, each)
        ]
        if not told or any(not _differs(mine.level, each.level) for _, each in told):
            continue
        if any(
            not _differs(mine.level, each.level) and _is_same(mine, each)
            for one in everywhere
            for each in _shares_in(one.text, side_of(one), one.figures)
        ):
            continue
        one, each = told[0]
        # « Dépendent toutes de … »: what stands after it is not what is shared, and the passage says "all" as well.
        floats = _FLOATS.search(claim.text, 0, mine.end)
        if floats and any(mine.level == other.level for other in _shares_in(one.text, side_of(one), one.figures)):
            continue
        message = (
            f"Le texte dit «\u00a0{claim.text[mine.start : mine.end]}\u00a0», la source «\u00a0{one.text[each.start : each.end]}\u00a0», "
            f"{cited(one.text, one)}\u00a0: vérifiez de combien il s’agit."
        )
        yield found_in(claim, (mine.start, mine.end), "share-changed", "warning", message, [one])


_FLOATS = re.compile(r"(?:ent|ont|é|és|ées|i|is|us|ues) (?:presque |quasiment )?(?:tous|toutes|chacune?)\Z")


def _differs(ours: int, theirs: int) -> bool:
    """Whether two shares contradict each other; « aucun n’a accepté » may well say that all refused."""
    return ours != theirs and frozenset({ours, theirs}) not in _AT_ONCE


@per_sentence
def _shares_in(text: str, side: str, figures: tuple[Figure, ...]) -> tuple[Share, ...]:
    """The shares a sentence tells of: in words, and as fractions among `figures`."""
    words = content_words(text, side)
    found = [
        Share(*match.span(), level, of)
        for level, pattern in _SIDES[side]
        for match in pattern.finditer(text)
        if (of := _named_after(match.end(), text, words))
    ]
    fractions = [
        Share(one.start, one.end, MOST if one.value > 1 / 2 else SOME, of)
        for one in figures
        if one.kind == "share" and 0 < one.value < 1 and (of := _named_after(one.end, text, words))
    ]
    return (*found, *fractions)


# "Every six months" and « plusieurs mois » share out nothing.
_SPANS = re.compile(
    r"(?:an|année|mois|semaine|jour|heure|minute|fois|reprise|year|month|week|day|hour|minute|time|night|nuit|soir|matin)e?s?$",
    re.IGNORECASE,
)


# "All of which have been recovered": what was named before is meant, and the verb tells what is shared.
_OF_THEM = re.compile(r" (?:which|whom|them)\b", re.IGNORECASE)


def _named_after(at: int, text: str, words: Sequence[Word]) -> tuple[Word, ...]:
    if relative := _OF_THEM.match(text, at):
        at = relative.end()
    stop = _STOP.search(text, at)
    end = min(at + _REACH, stop.start() if stop else len(text))
    named = tuple(one for one in words if at <= one.start < end)[:_WORDS]
    return () if named and _SPANS.match(named[0].text) else named


def _is_same(ours: Share, theirs: Share) -> bool:
    """Whether two shares are of one thing, told by a word of each."""
    return any(float(likeness(one, theirs.of).max()) >= ALIKE for one in ours.of)
