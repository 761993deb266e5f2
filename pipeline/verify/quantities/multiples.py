"""Doubled, tripled, halved: what a verb or a word multiplies by is a figure like any other (EDITORIAL.md, « Facts », 1).

Digits hide behind words here, and a factor of the draft may hide behind two figures of the source: what went from 20 to
60 has tripled.
"""

# ruff: noqa: E501 - tables of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["multiplied_otherwise", "spread_otherwise"]

# How much a ratio of two figures may differ from a factor: « a presque triplé » is said of 2.7.
_ROUGHLY = 0.18

# factor: English | French
_WORDS = r"""
2: doubl(?:e[sd]?|ing)|twice|two[- ]?fold|two times|100 ?(?:%|percent|per cent) (?:more|higher|increase|rise) | doubl(?:e|es|é|ée|és|ées|er|ent|ait|aient|ant|era|eront|ement)|deux fois plus|multipli\w+ par deux|deux fois supérieur\w*
3: tripl(?:e[sd]?|ing)|three times|three[- ]?fold|treble[sd]? | tripl(?:e|es|é|ée|és|ées|er|ent|ait|aient|ant|era|eront|ement)|trois fois plus|multipli\w+ par trois|trois fois supérieur\w*
4: quadrupl(?:e[sd]?|ing)|four times|four[- ]?fold | quadrupl(?:e|es|é|ée|és|ées|er|ent|ait|aient|ant|era|eront|ement)|quatre fois plus|multipli\w+ par quatre
5: quintupl(?:e[sd]?|ing)|five times|five[- ]?fold | quintupl(?:e|é|ée|és|ées|er|ent)|cinq fois plus|multipli\w+ par cinq
10: ten times|ten[- ]?fold | décupl(?:e|é|ée|és|ées|er|ent)|dix fois plus|multipli\w+ par dix
0.5: halv(?:e[sd]?|ing)|(?:by|in) half|half (?:as|of|the|its|their|what) | divis\w+ par deux|de moitié|deux fois moins|la moitié|réduit\w* de moitié
0.333: by (?:a|two) thirds?|third (?:of|as) | divis\w+ par trois|trois fois moins
"""


def _compiled() -> tuple[tuple[float, dict[str, re.Pattern[str]]], ...]:
    rows = (line.split(": ", 1) for line in _WORDS.strip().splitlines())
    return tuple(
        (float(factor), {side: re.compile(rf"\b(?:{words})\b", re.I) for side, words in zip(("en", "fr"), said.split(" | "), strict=True)})
        for factor, said in rows
    )  # fmt: skip


_FACTORS = _compiled()
# « le double emploi », « triple vitrage » and "double standards" multiply nothing.
_NO_FACTOR = re.compile(
    r"\b(?:double|triple|quadruple)s?\b(?=[ \u00a0](?:emploi|vitrage|jeu|sens|peine|nationalité|meurtre|page|file|mandat|fond|face|effet|standard|page|room|agent))",
    re.I,
)


def _factors(statement: Statement) -> list[tuple[float, re.Match[str]]]:
    side = side_of(statement)
    return [
        (factor, match)
        for factor, words in _FACTORS
        if (match := words[side].search(statement.text)) and not _NO_FACTOR.match(statement.text, match.start())
    ]


def multiplied_otherwise(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """« A triplé » where the passage says "doubled", and no two of its figures make three."""
    theirs = [(factor, match, one) for one in near for factor, match in _factors(one)]
    for factor, match in _factors(claim):
        others = [one for one in theirs if (one[0] > 1) == (factor > 1)]
        if not others or any(one[0] == factor for one in theirs) or any(_makes(factor, one) for one in near):
            continue
        _, said, place = others[0]
        message = f"Le texte dit «\u00a0{match.group()}\u00a0», la source {cited(said.group(), place)}\u00a0: rétablissez le facteur."
        yield found_in(claim, match.span(), "figure-elsewhere", "warning", message, [place])


_SPREAD = re.compile(
    r"[^,.;:]{0,12}? (?:over|spread over|during|across|in|within) (?:the (?:next|past|coming|last) )?[\w-]+ (?:months?|years?|weeks?)\b",
    re.IGNORECASE,
)
_RATE = re.compile(r"[^,.;:]{0,8}? (?:par|chaque) (?:an|année|mois|jour|semaine|heure)\b")


def spread_otherwise(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """« 4,5 % par an » for "4.5% over 18 months": a total over a span is no rate."""
    for ours in claim.figures:
        rate = _RATE.match(claim.text, ours.end)
        if rate is None or ours.kind not in ("percent", "money", "points"):
            continue
        theirs = [
            (one, each) for one in near for each in one.figures if each.value == ours.value and each.kind == ours.kind
        ]
        spans = [(one, match) for one, each in theirs if not each.rate and (match := _SPREAD.match(one.text, each.end))]
        if spans and not any(each.rate for _, each in theirs):
            place, match = spans[0]
            message = f"La source dit {cited(match.group().strip(), place)}, le texte «\u00a0{rate.group().strip()}\u00a0»\u00a0: rétablissez la durée."
            yield found_in(claim, (ours.start, rate.end()), "figure-unit", "blocking", message, [place])


def _makes(factor: float, statement: Statement) -> bool:
    """Whether a figure of the statement is the factor itself, or two of them have it as their ratio."""
    values = [one.value for one in statement.figures if one.value and one.kind != "ordinal"]
    return factor in {one.value for one in statement.figures if one.kind in ("multiple", "share")} or any(
        abs(max(one, other) / min(one, other) - max(factor, 1 / factor)) <= _ROUGHLY * max(factor, 1 / factor)
        for one, other in combinations(values, 2)
        if min(one, other) > 0
    )
