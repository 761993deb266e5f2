"""Spans that two dates give: « voilà trois ans » for "since 2023", « à six mois du scrutin »."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.figure import Figure
from pipeline.verify.times.dates import When

__all__ = ["is_span"]

_DAYS_IN = {"day": 1, "week": 7}
_MONTHS_IN = {"year": 12, "month": 1}
# How much beyond a span of one unit another may lie that is told as more, or nearly so much.
_OVER, _UNDER = ("more_than", "at_least"), ("less_than", "about", "up_to")


def is_span(figure: Figure, near: Sequence[Statement], anchor: date | None) -> bool:
    """Whether a span lies between a date of a passage and the day of the article, or between two of its dates."""
    if figure.unit in _DAYS_IN:
        days = _DAYS_IN[figure.unit]
        return any(_tells(figure, span / days, 0.5) for one in near for span in _days(one.dates, anchor))
    if figure.unit not in _MONTHS_IN:
        return False
    months = _MONTHS_IN[figure.unit]
    return any(_tells(figure, span / months, 0.0) for one in near for span in _months(one.dates, figure.unit, anchor))


def _tells(figure: Figure, span: float, within: float) -> bool:
    """Whether a figure tells a span of so many of its units: to the unit, or the next one under a bound."""
    if abs(figure.value - span) <= within or (figure.bound in _OVER and 0 <= span - figure.value <= 1):
        return True
    return figure.bound in _UNDER and 0 <= figure.value - span < 1


def _days(dates: Sequence[When], anchor: date | None) -> Iterator[int]:
    told = [day for one in dates for day in _days_of(one, anchor)]
    yield from (abs((one - other).days) for one, other in combinations(told, 2))
    if anchor is not None:
        yield from (abs((anchor - one).days) for one in told)


def _days_of(when: When, anchor: date | None) -> Iterator[date]:
    """The day a date means, of the year of the article or the one before where it names none."""
    if when.month is None or when.day is None:
        return
    years = (when.year,) if when.year is not None else (anchor.year, anchor.year - 1) if anchor is not None else ()
    for year in years:
        try:
            yield date(year, when.month, when.day)
        except ValueError:
            continue


def _months(dates: Sequence[When], unit: str, anchor: date | None) -> Iterator[int]:
    told = [one for one in dates if unit == "month" or one.year is not None]
    for one, other in combinations(told, 2):
        if unit == "month" and one.year is None and other.year is None and one.month and other.month:
            yield (other.month - one.month) % 12
        elif one.year is not None and other.year is not None and (unit == "year" or (one.month and other.month)):
            yield abs((one.year - other.year) * 12 + ((one.month or 1) - (other.month or 1)) * (unit == "month"))
    if anchor is not None:
        yield from (span for one in told for span in _months_from(one, unit, anchor))


def _months_from(when: When, unit: str, anchor: date) -> Iterator[int]:
    if when.month and (unit == "month" or when.year is not None):
        years = (when.year,) if when.year is not None else (anchor.year - 1, anchor.year, anchor.year + 1)
        yield from (abs((year - anchor.year) * 12 + when.month - anchor.month) for year in years)
    if unit == "year" and when.year is not None:
        yield abs(when.year - anchor.year) * 12
