"""Dates that a date and a span give: « fin septembre » for "six months from April 1"."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.figure import Figure
from pipeline.verify.times.dates import When

__all__ = ["reckoned"]

_UNITS = frozenset({"day", "week", "month", "year"})
# Longer spans than a life are no way to tell a date.
_MOST = 100
_YEARS = 9000
# From the day of the article, or of the date beside it, a span is counted where the sentence says which way.
_COUNTED_AFTER = re.compile(r",? (?:ago|earlier|later|before|after|from|old|longer|more|to)\b", re.IGNORECASE)
_COUNTED_BEFORE = re.compile(
    r"\b(?:past|last|next|for|in|within|over|time in|first in|another|coming|previous|since) (?:the )?$", re.IGNORECASE
)


# "In 2025, compared with … a year earlier"
_NEXT_TO = re.compile(
    r"\b(?:(?P<earlier>(?:a|one|the) year (?:earlier|before)|the (?:previous|preceding) year)|(?:a|one) year later|the (?:following|next) year)\b",
    re.IGNORECASE,
)


def reckoned(near: Sequence[Statement], anchor: date | None) -> Iterator[When]:
    """The dates that lie the spans of each passage from its dates, or from the day of the article."""
    for one in near:
        for match in _NEXT_TO.finditer(one.text):
            way = -1 if match["earlier"] else 1
            yield from (When(0, 0, "", when.year + way) for when in one.dates if when.year and not when.relative)
        # "Five days later": than what the sentence beside it dates.
        beside = [start for other in near if other.place == one.place for start in _starts(other, anchor)]
        for span in one.figures:
            if span.unit in _UNITS and 0 < span.value <= _MOST and float(span.value).is_integer():
                starts = _starts(one, anchor) or (beside if _is_later(one, span) else ())
                if anchor and not one.dates and _is_counted(one, span):
                    starts = (*starts, (anchor, True))
                for start, exact in starts:
                    yield from _at(start, span, exact)


def _is_counted(statement: Statement, span: Figure) -> bool:
    text = statement.text
    return bool(_COUNTED_AFTER.match(text, span.end) or _COUNTED_BEFORE.search(text[: span.start]))


_LATER = re.compile(r",? (?:earlier|later|before|after)\b", re.IGNORECASE)


def _is_later(statement: Statement, span: Figure) -> bool:
    return _LATER.match(statement.text, span.end) is not None


def _starts(statement: Statement, anchor: date | None) -> tuple[tuple[date, bool], ...]:
    """The days the dates of a passage mean, and whether the day is told; of the article's year where none is."""
    found = []
    for one in statement.dates:
        year = one.year if one.year is not None else anchor.year if anchor is not None else None
        if year is not None and (one.month is not None or one.day is None) and 0 < year < _YEARS:
            day = min(one.day or 1, monthrange(year, one.month or 1)[1])
            found.append((date(year, one.month or 1, day), one.day is not None))
    return tuple(found)


def _at(start: date, span: Figure, exact: bool) -> Iterator[When]:
    """The days a span before and after a day: the last of « six mois à partir du 1er avril » is the one before."""
    for way in (1, -1):
        if span.unit in ("day", "week"):
            if exact:
                yield _when(start + timedelta(days=way * int(span.value) * (7 if span.unit == "week" else 1)))
            continue
        months = start.month - 1 + way * int(span.value) * (12 if span.unit == "year" else 1)
        year, month = start.year + months // 12, months % 12 + 1
        if not 0 < year < _YEARS:
            continue
        end = date(year, month, min(start.day, monthrange(year, month)[1]))
        if exact:
            yield _when(end)
            yield _when(end - timedelta(days=1))
        elif span.unit == "month":
            yield When(0, 0, "", year, month)
        else:
            yield When(0, 0, "", year)


def _when(day: date) -> When:
    return When(0, 0, day.isoformat(), day.year, day.month, day.day, day.weekday())
