"""Who comes before whom: « devant Tarn » for "behind Tarn", and two names in each other's place (« Facts », 4)."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.offices.holders import names_in
from pipeline.verify.prepare import Statement
from pipeline.verify.scope.ranking_words import rankings_in
from schemas.finding import Finding

__all__ = ["orders_turned"]

# How far from the word the last of the names may begin to which it ties another.
REACH = 70


class _Order(NamedTuple):
    """A word that sets someone before (`ahead`) or behind others: its place, the names after it and those before it."""

    start: int
    end: int
    ahead: bool
    others: frozenset[str]
    own: frozenset[str]


# The second of each is read only where its sentence ranks: "after", « après » most often tell the time.
_AHEAD = {
    "en": (
        r"(?:just |narrowly |well |far )?ahead of|in front of|followed (?:closely )?by|outpac\w+|outstrip\w*|overt(?:ook|aking|akes?)|surpass\w+|outrank\w*|better than|beat(?:s|ing|en)?(?! by)|edg\w+ out",
        r"before|above",
    ),
    "fr": (
        r"devant|devan[cç](?:e|ent|ait|aient|é|ant)(?! (?:de \w+ )?par)|distan[cç](?:e|ent|ait|é|ant)(?! par)|précèd(?:e|ent)|suivie?s? (?:de (?:près )?(?:par )?|d[’'](?! abord)|par )|dépass(?:e|ent|ant|é) (?!de )|surpass\w+|coiff(?:e|ant) ",
        r"avant|au-dessus",
    ),
}  # fmt: skip
_BEHIND = {
    "en": (
        r"behind(?: only)?|trail(?:s|ing|ed)?|second only to|exceeded only by|surpassed only by|topped only by|beaten only by|lagging|overtaken by|outstripped by|beaten by|preceded by",
        r"after(?: only)?|below",
    ),
    "fr": (
        r"derrière|devancée?s? (?:de \w+ )?par|dépassée?s? (?:seulement |de \w+ )?par|précédée?s? (?:seulement )?(?:de|par)|distancée?s? par|talonn\w+|suit(?! \w+ par)",
        r"après|au-dessous",
    ),
}  # fmt: skip
_STOP = re.compile(r"[.;:!?()]| (?:while|whereas|but|tandis|alors|mais|qui|who|which)\b")


def _patterns(side: str) -> tuple[tuple[bool, bool, re.Pattern[str]], ...]:
    return tuple(
        (ahead, bool(n), re.compile(rf"\b(?:{words})\b" if n else rf"\b(?:{words})(?!\w)", re.IGNORECASE))
        for ahead, table in ((True, _AHEAD), (False, _BEHIND))
        for n, words in enumerate(table[side])
    )


_PATTERNS = {side: _patterns(side) for side in ("en", "fr")}


def _orders(statement: Statement) -> list[_Order]:
    text, side = statement.text, side_of(statement)
    names = [(start, end, last) for start, end, last in names_in(text, side)]
    ranks = bool(rankings_in(text, side))
    found = []
    for ahead, only_ranked, pattern in _PATTERNS[side]:
        for match in pattern.finditer(text) if ranks or not only_ranked else ():
            stop = _STOP.search(text, match.end())
            end = min(match.end() + REACH, stop.start() if stop else len(text))
            others = frozenset(last for start, _, last in names if match.end() <= start < end)
            own = frozenset(last for start, _, last in names if start < match.start())
            if others:
                found.append(_Order(*match.span(), ahead, others, own - others))
    return found


def orders_turned(claim: Statement, near: Sequence[Statement], beside: Sequence[Statement] = ()) -> Iterator[Finding]:
    """A name of the claim before which something comes that the passage sets behind it, or the other way round.

    `beside` are the other sentences of the passages’ paragraphs.
    """
    theirs = [(one, each) for one in near for each in _orders(one)]
    for mine in _orders(claim) if theirs else ():
        alike = [(one, each) for one, each in theirs if each.others & mine.others]
        crossed = [(one, each) for one, each in theirs if _is_crossed(mine, each)]
        if any(each.ahead == mine.ahead for _, each in alike) or not (alike or crossed):
            continue
        # « Passeraient devant » for "would overtake": whom one overtakes one was behind.
        if mine.ahead and _PASSES.search(claim.text[: mine.end]) and any(_overtakes(one) for one in (*near, *beside)):
            continue
        one, each = next(iter(alike or crossed))
        message = (
            f"Le texte dit «\u00a0{claim.text[mine.start : mine.end].strip()}\u00a0», la source «\u00a0{one.text[each.start : each.end]}\u00a0», "
            f"{cited(one.text, one)}\u00a0: vérifiez qui précède qui."
        )
        yield found_in(claim, (mine.start, mine.end), "ranking-changed", "warning", message, [one])


_PASSES = re.compile(
    r"\b(?:(?:pass|repass|remont|hiss|plac|propuls|men)\w*(?: [\w’'-]+){0,3} devant|(?:dépass|devanc|surpass|distanc|coiff)er(?:a|ont|ait|aient)?)\W*$",
    re.I,
)
_OVERTAKES = re.compile(
    r"\b(?:overt(?:ook|aken?|aking|akes)|leapfrog\w*|surpass\w*|outstrip\w*|move(?:s|d)? ahead|pull(?:s|ed)? ahead|go(?:es)? past|pass(?:es|ed)?)\b",
    re.I,
)


def _overtakes(statement: Statement) -> bool:
    """Whether a sentence has someone overtake, of whatever name."""
    return bool(_OVERTAKES.search(statement.text))


def _is_crossed(ours: _Order, theirs: _Order) -> bool:
    """Whether both set one before another, and each has first whom the other has second."""
    return ours.ahead == theirs.ahead and bool(ours.others & theirs.own) and bool(ours.own & theirs.others)
