"""What stands around a figure completes it: order and unit of its neighbour, its bound, and the period it is counted over."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from pipeline.verify.quantities.bounds import is_agreed, is_forbidden, is_given, is_reached
from pipeline.verify.quantities.figure import Figure
from pipeline.verify.quantities.quantity_words import BOUNDS_AFTER, BOUNDS_BEFORE, RATE_NAMES, RATES

__all__ = ["completed"]

_JOINED = {
    "en": re.compile(r" ?[-–—] ?| to | and | or "),
    "fr": re.compile(r"[ \u00a0]?[-–—][ \u00a0]?| à | et | ou "),
}
_LESS = {
    "en": re.compile(r" (?:\w+ )?(?:less|fewer|lower|smaller|cheaper)\b"),
    "fr": re.compile(r"[ \u00a0]moins\b"),
}


def completed(figures: list[Figure], text: str, side: str) -> tuple[Figure, ...]:
    """The figures of a text, in its order, with what stands around each."""
    return tuple(_rated(_bounded(one, text, side), text, side) for one in _shared_scales(figures, text, side))


def _shared_scales(figures: list[Figure], text: str, side: str) -> Iterator[Figure]:
    """`between $2 and $3 billion`, `10 à 15 %`: the first end takes order and unit of the second."""
    for first, following in zip_longest(_with_unit_before(figures, text, side), figures[1:]):
        one = first
        if following is None or not _JOINED[side].fullmatch(text[one.end : following.start]):
            yield one
            continue
        if one.scale == 1.0 and following.scale > 1.0 and one.value < 1000 and one.kind in ("count", "money"):
            one = replace(one, value=one.value * following.scale, scale=following.scale)
        if one.kind == "count" and not one.unit and following.kind == "clock" and 1 <= one.value <= 12:
            # "between 6 and 10pm"
            one = replace(one, kind="clock", value=one.value * 60, unit="dial")
        if one.kind == "count" and not one.unit and following.kind in ("money", "measure", "percent", "points"):
            one = replace(one, kind=following.kind, unit=following.unit, issuer=following.issuer)
        yield replace(one, nouns=one.nouns or following.nouns)


# "To 48 crowns from 40", "8.90 pounds a kilo from 7.20", « 8,90 livres le kilo, contre 7,20 »
_CHANGING = ("money", "measure", "percent")
_CHANGED = {
    "en": re.compile(r"(?: (?:an?|per) \w+)?(?: last \w+| now)?,?(?: up| down)? from (?:about |around |nearly )?"),
    "fr": re.compile(r"(?: (?:le|la|l[’']|par) ?\w+)?,? (?:contre|au lieu de|après) (?:environ |près de )?"),
}


def _with_unit_before(figures: list[Figure], text: str, side: str) -> Iterator[Figure]:
    """`53.4 percent to 46.6`, `48 crowns from 40`: a bare second end is of the first one's unit."""
    before: Figure | None = None
    for one in figures:
        bare = one.kind == "count" and not one.unit and not one.nouns and one.scale == 1.0 and not one.spelled
        between = text[before.end : one.start] if before else ""
        of_percent = before is not None and before.kind == "percent" and _JOINED[side].fullmatch(between)
        changed = before is not None and before.unit and before.kind in _CHANGING and _CHANGED[side].fullmatch(between)
        if bare and before and (of_percent or changed):
            before = replace(one, kind=before.kind, unit=before.unit, issuer=before.issuer)
        else:
            before = one
        yield before


# « Ne couvrait pas la moitié du territoire » says less than half; « pas la moitié, mais le tiers » says which share,
# and « s’il n’obtient pas la moitié » what is asked for.
_ASKED = re.compile(r"\bs(?:i|'ils?)\b")
_NOT_SO_MUCH = re.compile(
    r"\bn(?:e |')(?!dépass|exc[éè]d)[^.;:,]{1,40}\bpas (?:même |encore |tout à fait )?(?:l[ea] )?$"
)
_CORRECTED = re.compile(r"[^.;:]{0,40}, mais\b")
_POINTED = re.compile(r"\b(?:des|du|aux?|les?) $")


def _bounded(figure: Figure, text: str, side: str) -> Figure:
    if figure.kind in ("ordinal", "vague") or (figure.unit == "year" and figure.bound):
        return figure
    # « moins d’un dixième »: the figure may begin with the word that ties it to its bound.
    tie = "d'" if figure.text.startswith(("d’", "d'")) else ""
    before = text[max(0, figure.start - 40) : figure.start].lower().replace("’", "'") + tie
    if is_reached(before, side):
        figure = replace(figure, reached=True)
    if side == "fr" and _is_fallen_short_of(figure, text, before):
        return replace(figure, bound="less_than")
    return _bounded_before(figure, text, side, before) or _bounded_after(figure, text, side)


def _is_fallen_short_of(figure: Figure, text: str, before: str) -> bool:
    denied = _NOT_SO_MUCH.search(before) and not _ASKED.search(before)
    return bool(denied) and figure.kind in ("share", "measure") and not _CORRECTED.match(text, figure.end)


def _bounded_before(figure: Figure, text: str, side: str, before: str) -> Figure | None:
    """The figure with the bound that the words before it set; None where they set none."""
    for pattern, bound in BOUNDS_BEFORE[side]:
        if pattern.search(before):
            if side == "en" and is_agreed(text, before, figure.end):
                return figure
            # `over three years` is as often a span as a bound, `over the eight months` always one.
            spans = side == "en" and figure.unit in ("year", "month", "week", "day", "hour")
            vague = spans and before.endswith(("over ", "over the "))
            # "argued all night about 46 cameras": nobody rounds to 46.
            exact = before.endswith("about ") and figure.kind == "count" and not figure.unit and figure.value % 5
            if bound == "more_than" and is_forbidden(text, figure.start, side):
                # « Pas question d’aller au-delà des 7 % »: the figure that the article points to is given, at most.
                return replace(figure, bound="up_to", given=side == "fr" and _POINTED.search(before) is not None)
            # "More than the 64,000 it was given": that much, and no more.
            given = side == "en" and (before.endswith(" than the ") or is_given(text, figure.end))
            return replace(figure, bound="" if vague or (side == "en" and exact) else bound, given=given)
    return None


def _bounded_after(figure: Figure, text: str, side: str) -> Figure:
    after = text[figure.end : figure.end + 80].lower()
    for pattern, bound in BOUNDS_AFTER[side]:
        if pattern.match(after):
            return replace(figure, bound=bound)
    return figure


# "Three times as many", "twice its budget": a factor; anything else happened so often.
_FACTOR = re.compile(
    r",? (?:as|more|less|fewer|the|its|his|her|their|our|that|those|what|this|last|over|(?!after|per|ever|under)\w+er)"
    r"\b",
    re.IGNORECASE,
)
# A count no higher is more often that of who or what recurs: "every week two of them".
_RECURS = 10
_OFTEN = re.compile(r"(?:twice|\w+ times)$", re.IGNORECASE)


# "Every week of this quarrel costs our members 4 million crowns"
_EVERY = {
    "en": re.compile(
        r"\b(?:every|each) (?:single )?(hour|day|week|month|year)\b(?![’'])[^.;:\d]{0,60}$", re.IGNORECASE
    ),
    "fr": re.compile(r"\bchaque (heure|jour|semaine|mois|année)\b[^.;:\d]{0,60}$", re.IGNORECASE),
}


def _rate_before(figure: Figure, text: str, side: str) -> re.Match[str] | None:
    """The period told before an amount that recurs; a span or a share is no amount."""
    counted = figure.kind in ("money", "count") and (figure.value > _RECURS or figure.kind == "money")
    return _EVERY[side].search(text, max(0, figure.start - 90), figure.start) if counted else None


def _rated(figure: Figure, text: str, side: str) -> Figure:
    if side == "en" and figure.kind == "multiple" and _OFTEN.match(figure.text) and not _FACTOR.match(text, figure.end):
        figure = replace(figure, occasions=True)
    if figure.kind == "multiple" and _LESS[side].match(text, figure.end):
        return replace(figure, less=True)
    match = RATES[side].search(text[figure.end : figure.end + 40]) or _rate_before(figure, text, side)
    return replace(figure, rate=RATE_NAMES[next(one for one in match.groups() if one).lower()]) if match else figure
