"""Which way a figure goes: eleven points more, six per cent lower, up by a quarter; told the other way round (« Facts », 1).

The figure ties the two sentences together, so that the words beside it may be read without asking what they are about.
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.keeping import per_sentence
from pipeline.verify.assertion.moves import FALLS, RISES
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.equal_figures import same_quantity
from pipeline.verify.quantities.figure import Figure
from schemas.finding import Finding

__all__ = ["deltas_turned"]

# How far before a figure the word may stand that says which way it goes.
REACH = 45
UP, DOWN, LATER, EARLIER = "up", "down", "later", "earlier"
_CONTRARY = {UP: DOWN, DOWN: UP, LATER: EARLIER, EARLIER: LATER}
# « 6 % de plus », "11 points more", « trois semaines de retard », "two years early".
_BESIDE = {
    "en": (
        (UP, r"(?:,? ?\w*ly)? (?:more|higher|larger|bigger|greater|extra|additional|increase|rise|jump|hike|raise|above|up)\b"),
        (DOWN, r"(?:,? ?\w*ly)? (?:fewer|less|lower|smaller|cheaper|decrease|fall|drop|cut|decline|reduction|discount|below|down)\b"),
        (LATER, r" (?:late\b|later than|behind\b|overdue|delay\b)"),
        (EARLIER, r" (?:early\b|earlier than|ahead of (?:schedule|time|plan)|sooner than)"),
    ),
    "fr": (
        (UP, r"[ \u00a0](?:[\w’-]+ )?(?:de|en) plus\b(?! en)|[ \u00a0](?:[\w’-]+ )?supplémentaires?\b|[ \u00a0]plus (?:cher|chère|élevée?|haut|grand|nombreu)\w*"),
        (DOWN, r"[ \u00a0](?:[\w’-]+ )?(?:de|en) moins\b|[ \u00a0]moins (?:cher|chère|élevée?|haut|grand|nombreu)\w*"),
        (LATER, r" (?:de retard|plus tard que|après (?:la date|l[’']échéance|le terme|le délai|l[’']horaire))\b"),
        (EARLIER, r" (?:d[’']avance|plus tôt que|avant (?:la date|l[’']échéance|le terme|le délai|l[’']horaire))\b"),
    ),
}  # fmt: skip
_COMPARED = {
    "en": (
        (UP, r"\b(?:exceed\w*|higher) (?:\w+ )?by (?:\w+ )?$"),
        (DOWN, r"\b(?:lower|less|cheaper) (?:\w+ )?by (?:\w+ )?$"),
    ),
    "fr": (
        (UP, r"\bsupérieure?s? (?:en moyenne )?(?:de|d[’']) ?(?:\w+ )?$|\bdépass\w+ (?:\w+ ){0,2}de (?:\w+ )?$"),
        (DOWN, r"\binférieure?s? (?:en moyenne )?(?:de|d[’']) ?(?:\w+ )?$"),
    ),
}
_SET = {
    side: (
        tuple((way, re.compile(words, re.IGNORECASE)) for way, words in _BESIDE[side]),
        tuple((way, re.compile(words, re.IGNORECASE)) for way, words in _COMPARED[side]),
    )
    for side in ("en", "fr")
}
# "3.4%, down from 3.7%": which way the figure has come is told after it.
_COME = re.compile(r"[^.;]{0,60}?\b(?P<way>up|down) from\b", re.IGNORECASE)
_MOVES = {
    side: tuple(re.compile(rf"(?<!\w)(?:{words[side]})(?!\w)", re.IGNORECASE) for words in (RISES, FALLS))
    for side in ("en", "fr")
}
_STOP = re.compile(
    r"[.,;:!?()«»“”]| (?:and|but|while|whereas|after|et|mais|tandis|alors|après|contre|sur|qui|who|which|that) "
)
_NOT = re.compile(r"\b(?:ne|pas|sans|not|no|never|without|instead|rather|plutôt)\b|n[’']", re.IGNORECASE)
_TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
_KINDS = ("percent", "money", "count", "measure", "points", "share")


@per_sentence
def _ways(text: str, start: int, end: int, side: str, *, lasts: bool) -> tuple[str, ...]:
    """The ways that the words around a figure say, the one beside it first; what `lasts` neither rises nor falls by that."""
    beside, compared = _SET[side]
    found = [way for way, words in beside if words.match(text, end)]
    found += [way for way, words in compared if words.search(text[:start])]
    before = text[max(0, start - REACH) : start]
    cut = max((match.end() for match in _STOP.finditer(before)), default=0)
    moves = [(match.start(), way) for way, words in zip((UP, DOWN), _MOVES[side], strict=True) for match in words.finditer(before, cut)]  # fmt: skip
    if moves and not lasts and not _NOT.search(before[cut:]):
        found += [way for _, way in sorted(moves, reverse=True)]
    if side == "en" and (come := _COME.match(text, end)):
        found.append(come["way"].lower())
    return tuple(found)


def deltas_turned(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """« Onze points de moins » for "11 points more": no passage that has the figure says it as the claim does."""
    for figure in claim.figures:
        ways = _of(claim, figure) if figure.kind in _KINDS else ()
        if not ways:
            continue
        told = [(one, each, _of(one, each)) for one in near for each in one.figures if _is_the_same(figure, each)]
        contrary = [(one, each) for one, each, said in told if _CONTRARY[ways[0]] in said]
        if not contrary or any(ways[0] in said or not said for _, _, said in told):
            continue
        one, each = contrary[0]
        low, high = max(0, each.start - REACH), min(len(one.text), each.end + 15)
        said = cited(one.text[one.text.rfind(" ", 0, low) + 1 : high], one)
        message = f"La source dit l’inverse de ce chiffre, {said}\u00a0: vérifiez le sens («\u00a0plus\u00a0» ou «\u00a0moins\u00a0», hausse ou baisse)."
        yield found_in(claim, (figure.start, figure.end), "direction-reversed", "warning", message, [one])


def _of(statement: Statement, figure: Figure) -> tuple[str, ...]:
    return _ways(statement.text, figure.start, figure.end, side_of(statement), lasts=figure.unit in _TIME)


def _is_the_same(ours: Figure, theirs: Figure) -> bool:
    return (ours.kind == theirs.kind or "share" in (ours.kind, theirs.kind)) and same_quantity(ours, theirs)
