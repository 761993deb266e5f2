"""Figures that go in pairs (a vote, a rise, a range): neither end may change its place or its partner."""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.keeping import per_sentence
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.equal_figures import same_quantity
from pipeline.verify.quantities.figure import Figure
from schemas.finding import Finding

__all__ = ["compare_pairs"]


class Pair(NamedTuple):
    """Two figures of a sentence and the word that ties them. `ordered`: which comes first matters."""

    first: Figure
    second: Figure
    ordered: bool


_BETWEEN = {
    "en": re.compile(r"[^.;:()]{0,30}?\b(to|against|versus|and)\b[^.;:()]{0,12}"),
    "fr": re.compile(r"[^.;:()]{0,30}?(?<!\w)(à|contre|et)\b[^.;:()]{0,12}"),
}
_BEFORE = {"to": r"", "à": r"\bd[eu’'][ \u00a0]?$", "and": r"\bbetween \D{0,12}$", "et": r"\bentre \D{0,12}$"}
# "To 7 dollars, from 5", « 7 dollars, contre 5 auparavant »: the later value comes first.
_LATER_FIRST = {
    "en": re.compile(
        r"(?:[^.;:()]{0,60}?, (?:up|down|back) from|[^.;:()]{0,30}?(?:,? (?:up|down|back)? ?from|, (?:compared (?:with|to)|against|versus|instead of)))\b[^.;:()\d]{0,14}"
    ),
    "fr": re.compile(r"[^.;:()]{0,30}?,? (?:contre|au lieu de|après)\b[^.;:()\d]{0,14}"),
}
_LATER = {
    "en": (re.compile(r"\b(?:to|at|reach\w*|hit|was|is|are|were)\b[^.;:,()\d]{0,14}$", re.I), re.compile(r"")),
    "fr": (
        re.compile(r"(?<!\w)(?:à|atteint|atteignent)[ \u00a0][^.;:,()\d]{0,14}$", re.I),
        re.compile(
            r"[^.;:()]{0,25}?(?:\b(?:en|l[’']an|l[’']année|un an|il y a|auparavant|avant|jusqu|jusque|précédemment|aujourd|hier|plus tôt|actuel\w*)\b)"
        ),
    ),
}
# "$7 a month, up from $5", "61 days last year, compared with 24 in 2024": the words between say which came first.
_COME = re.compile(r"[^.;:()]*?, (?:(?P<way>up|down|back) from|compared (?:with|to))[^.;:()\d]{0,14}")
_BACK_THEN = re.compile(r"[^.;:()]{0,30}?\b(?:in (?:19|20)\d\d|last|earlier|before|previous\w*|ago|in [A-Z][a-z]+)\b")
# Only a vote or a score is read as it stands.
_VOTES = re.compile(r"\b(?:voix|votes?|suffrages?|buts?)\b", re.I)
_VOTE = re.compile(r"\b(?:voix|votes?|suffrages?|points?|buts?)\b|%", re.I)


@per_sentence
def _pairs(statement: Statement) -> tuple[Pair, ...]:
    side = side_of(statement)
    found = []
    for first, second in pairwise(statement.figures):
        between = statement.text[first.end : second.start]
        if first.kind in ("ordinal", "clock", "vague") or not _are_of_one_kind(first, second):
            continue
        if _LATER_FIRST[side].fullmatch(between) and _tells_a_change(statement, first, second, side):
            found.append(Pair(second, first, ordered=True))
            continue
        tie = _BETWEEN[side].fullmatch(between)
        if tie is None or first.kind != second.kind:
            continue
        said = statement.text[first.start : second.start]
        vote = tie[1] not in ("contre", "against", "versus") or _VOTE.search(said)
        if vote and re.search(_BEFORE.get(tie[1], ""), statement.text[: first.start]):
            found.append(Pair(first, second, tie[1] not in ("and", "et")))
    return tuple(found)


def _are_of_one_kind(first: Figure, second: Figure) -> bool:
    """« 800 euros, contre 1 000 en 2020 »: the second leaves its unit to the first."""
    bare = first if first.kind == "count" else second
    kinds = {first.kind, second.kind}
    return len(kinds) == 1 or (kinds in ({"money", "count"}, {"measure", "count"}) and not bare.unit and not bare.nouns)


def _tells_a_change(statement: Statement, first: Figure, second: Figure, side: str) -> bool:
    """Whether what stands around two figures says that the first came after the second; no vote does."""
    if side == "fr" and _VOTES.search(statement.text, first.start, second.end + 15):
        return False
    if side == "en" and (come := _COME.fullmatch(statement.text[first.end : second.start])):
        return bool(come["way"]) or bool(_BACK_THEN.match(statement.text, second.end))
    before, after = _LATER[side]
    led = before.search(statement.text[: first.start])
    return bool(led) or (side == "fr" and bool(after.match(statement.text, second.end)))


def compare_pairs(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """A pair of the claim whose ends the source has the other way round, or one of them with another partner."""
    theirs = [(pair, one) for one in near for pair in _pairs(one)]
    for ours in _pairs(claim):
        ends = [
            (same_quantity(ours.first, pair.first), same_quantity(ours.second, pair.second), pair, one)
            for pair, one in theirs
        ]
        if any(first and second for first, second, _, _ in ends):
            continue
        yield from _turned(ours, claim, theirs) or _halved(ours, claim, ends)


def _turned(ours: Pair, claim: Statement, theirs: Sequence[tuple[Pair, Statement]]) -> list[Finding]:
    for pair, one in theirs:
        crossed = same_quantity(ours.first, pair.second) and same_quantity(ours.second, pair.first)
        if crossed and ours.ordered and pair.ordered:
            said = cited(one.text[pair.first.start : pair.second.end], one)
            message = f"Les deux chiffres sont intervertis, la source dit {said}\u00a0: rétablissez leur ordre."
            span = min(ours.first.start, ours.second.start), max(ours.first.end, ours.second.end)
            return [found_in(claim, span, "figure-swapped", "blocking", message, [one])]
    return []


def _halved(ours: Pair, claim: Statement, ends: Sequence[tuple[bool, bool, Pair, Statement]]) -> list[Finding]:
    for first, second, pair, one in ends:
        if first == second:
            continue
        odd = ours.second if first else ours.first
        if not any(same_quantity(odd, figure) for figure in one.figures):
            said = cited(one.text[pair.first.start : pair.second.end], one)
            message = f"La source dit {said}, le texte «\u00a0{odd.text}\u00a0»\u00a0: vérifiez le chiffre."
            return [found_in(claim, (odd.start, odd.end), "figure-elsewhere", "warning", message, [one])]
    return []
