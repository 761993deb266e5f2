"""Dates held against the source's: absolute, hanging on the article's day, before and after (EDITORIAL.md, « Facts », 3)."""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.times.dates import DAYS, When
from pipeline.verify.times.limits import limits_changed
from pipeline.verify.times.orders import order_changed
from pipeline.verify.times.reckonings import reckoned
from schemas.finding import Finding

__all__ = ["as_meant", "compare_dates", "fits"]


def compare_dates(
    claim: Statement, near: Sequence[Statement], everywhere: Sequence[Statement], anchor: date | None
) -> Iterator[Finding]:
    """Every date of the claim against those of the statements that support it, then of the whole source."""
    close = [(when, one) for one in near for when in one.dates]
    for when in claim.dates:
        meant = as_meant(when, claim)
        match = next(
            (
                (o, one)
                for o, one in close
                if any(fits(each, o, anchor) for each in meant) and not _is_called_otherwise(when, o, one, anchor)
            ),
            None,
        )
        if match is not None:
            if part := _other_part(when, match[0], close):
                yield _unknown(when, claim, [part])
            yield from order_changed(when, claim, *match, anchor)
            yield from limits_changed(when, claim, *match)
            continue
        if _is_weekly(when, near) or any(_covers(when, one) for one in reckoned(near, anchor)):
            continue
        known = next(
            (
                (other, one)
                for one in everywhere
                for other in one.dates
                if fits(when, other, anchor) and not _is_called_otherwise(when, other, one, anchor)
            ),
            None,
        )
        rivals = [
            (other, one)
            for other, one in close
            if _comparable(when, other) and (_is_compared_with(claim, when) or not _is_compared_with(one, other))
        ]
        if known is None and (
            _is_said(when, everywhere)
            or _is_in_a_span(when, claim, everywhere)
            or _is_an_end(when, claim, everywhere, anchor)
            or (anchor and not rivals and fits(when, _day(anchor), anchor))
        ):
            continue
        if known is None:
            yield _unknown(
                when, claim, rivals or [(o, one) for one in everywhere for o in one.dates if _comparable(when, o)]
            )
        elif rivals:
            other, one = rivals[0]
            message = (
                f"La source dit ici {cited(other.text, one)}\u00a0; «\u00a0{when.text}\u00a0» y date autre chose, "
                f"{cited(known[1].text, known[1])}\u00a0: vérifiez la date."
            )
            yield found_in(claim, (when.start, when.end), "date-elsewhere", "warning", message, [one, known[1]])


def as_meant(when: When, claim: Statement) -> tuple[When, ...]:
    """The days that a date of a claim may mean: « dans la nuit de mardi à mercredi » is Tuesday's night and Wednesday's morning."""
    ends_a_night = when.weekday is not None and re.search(r"nuit d[eu] \w+ (?:à|au) $", claim.text[: when.start])
    return (when, replace(when, weekday=((when.weekday or 0) - 1) % 7)) if ends_a_night else (when,)


# "58 per cent at the same date last year": what a thing is compared with is dated there, not the thing.
_COMPARED = {
    "en": re.compile(
        r"\b(?:compared (?:with|to)|against|versus|up from|down from|than|as)\b[^.;:]{0,40}$", re.IGNORECASE
    ),
    "fr": re.compile(
        r"\b(?:contre|par rapport (?:à|au)|(?:plus|moins|autant)\b[^.;:]{0,30} qu[e’'])[^.;:]{0,40}$", re.IGNORECASE
    ),
}


def _is_compared_with(statement: Statement, when: When) -> bool:
    return bool(_COMPARED["fr" if statement.language == "fr" else "en"].search(statement.text[: when.start]))


def _other_part(when: When, match: When, close: Sequence[tuple[When, Statement]]) -> tuple[When, Statement] | None:
    """« début 2026 » where the source says "late 2026": a month of that year elsewhere does not make up for it."""
    if not when.part or match.part or when.month is not None:
        return None
    return next(((one, at) for one, at in close if one.part and one.year == when.year and one.part != when.part), None)


def fits(draft: When, source: When, anchor: date | None) -> bool:
    """Whether the draft's date says no more, and nothing else, than the source's."""
    return any(_covers(draft, one) for one in _readings(draft, source, anchor))


# A day called by its name alone is one of the week before or after.
_WITHIN = 8


def _is_called_otherwise(draft: When, source: When, statement: Statement, anchor: date | None) -> bool:
    """Whether « mardi » is no February 3 in a paper of the 12th, where the same sentence says "on Wednesday"."""
    if anchor is None or draft.weekday is None or draft.day is not None or source.month is None or source.day is None:
        return False
    day = _nearest(source.month, source.day, anchor)
    by_name = any(one.weekday not in (None, draft.weekday) and one.day is None for one in statement.dates)
    return by_name and day is not None and abs((day - anchor).days) > _WITHIN


def _covers(draft: When, source: When) -> bool:
    for field in ("year", "month", "day"):
        said = getattr(draft, field)
        if said is not None and said != getattr(source, field):
            return False
    if draft.weekday is not None and draft.weekday != source.weekday and not _is_weekday_of(draft, source):
        return False
    return not draft.part or draft.part == source.part or _part_of(draft.part, source)


def _is_weekday_of(draft: When, source: When) -> bool:
    # A full date carries its weekday, said or not: the source need not have named it.
    return source.weekday is None and draft.day is not None and draft.day == source.day


def _part_of(part: str, source: When) -> bool:
    month = source.month
    ranges = {"early": (1, 2, 3, 4), "mid": (5, 6, 7, 8), "late": (10, 11, 12), "spring": (3, 4, 5, 6)}
    ranges |= {"summer": (6, 7, 8, 9), "autumn": (9, 10, 11, 12), "winter": (12, 1, 2, 3)}
    if source.day is not None and part in ("early", "mid", "late"):
        third = {"early": range(1, 12), "mid": range(10, 22), "late": range(20, 32)}
        return source.day in third[part] or month in ranges[part]
    return month in ranges[part] if month else False


def _readings(draft: When, source: When, anchor: date | None) -> Iterator[When]:
    """The date as said, and the days it may mean seen from the article's own."""
    yield source
    if anchor is None:
        return
    if source.weekday is not None and source.day is None:
        behind = (anchor.weekday() - source.weekday) % 7
        for shift in {-behind, 7 - behind, -behind - 7}:
            yield _day(anchor + timedelta(days=shift))
    elif source.year is None and source.month is not None:
        if source.day is not None and (nearest := _nearest(source.month, source.day, anchor)):
            yield _day(nearest)
        # A year alone is no date of which "May 4" may be any year's.
        for year in (anchor.year, anchor.year - 1, anchor.year + 1) if draft.month is not None else ():
            yield When(
                source.start, source.end, source.text, year, source.month, source.day, source.weekday, source.part
            )


def _nearest(month: int, day: int, anchor: date) -> date | None:
    """The day of that date, whose weekday a draft may give, in the year that brings it nearest to the article's."""
    found = [
        date(year, month, day) for year in range(anchor.year - 1, anchor.year + 2) if day <= monthrange(year, month)[1]
    ]
    return min(found, key=lambda one: abs((one - anchor).days), default=None)


def _day(day: date) -> When:
    return When(0, 0, day.isoformat(), day.year, day.month, day.day, day.weekday())


def _comparable(draft: When, source: When) -> bool:
    """Whether both say the same kind of thing, so that one can stand in the other's place."""
    return any(
        getattr(draft, field) is not None and getattr(source, field) is not None
        for field in ("year", "month", "weekday")
    )


_FROM_JANUARY = re.compile(
    r"\b(?:de|depuis|entre) (?:le mois de )?janvier (?:à|et|jusqu[’']en|jusqu[’']à) (?:fin |la fin d[e’'] ?)?\w+",
    re.IGNORECASE,
)
_FIRST_MONTHS = re.compile(
    r"\bfirst (?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven|\d+) months\b|\bfirst (?P<part>quarter|half)\b",
    re.IGNORECASE,
)
_MONTHS_TOLD = {
    word: n
    for n, word in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"], 2)
} | {"quarter": 3, "half": 6}


def _is_in_a_span(when: When, claim: Statement, everywhere: Sequence[Statement]) -> bool:
    """« De janvier à août » for "in the first eight months of the year"."""
    span = next((one for one in _FROM_JANUARY.finditer(claim.text) if one.start() <= when.start < one.end()), None)
    if span is None:
        return False
    last = max((one.month or 0 for one in claim.dates if span.start() <= one.start < span.end()), default=0)
    told = (match["n"] or match["part"] for one in everywhere for match in _FIRST_MONTHS.finditer(one.text))
    return any((_MONTHS_TOLD.get(one.lower()) or int(one)) == last for one in told)


# "Since the start of last year", "by the end of the year": its first and its last day.
_ENDS_OF_THE_YEAR = (
    ((1, 1), re.compile(r"\b(?:start|beginning|turn) of (?:the|this|last|next|each|every) year\b|\bso far this year\b|\bsince (?:the )?New Year\b", re.I)),
    ((12, 31), re.compile(r"\b(?:end|close) of (?:the|this|last|next|each|every) year\b|\byear[’' -]?s?[ -]end\b", re.I)),
)  # fmt: skip


_THIS_MONTH = re.compile(r"\bend of (?:the|this) month\b|\bmonth[’' -]?s?[ -]end\b", re.IGNORECASE)


def _is_an_end(when: When, claim: Statement, everywhere: Sequence[Statement], anchor: date | None) -> bool:
    """« Depuis le 1er janvier » for "since the start of the year", « avant 2027 » and « le 30 novembre » for an end."""
    if anchor and when.month is None and when.year == anchor.year + 1:
        before = re.search(r"\bavant $", claim.text[: when.start]) is not None
        return before and any(_ENDS_OF_THE_YEAR[1][1].search(one.text) for one in everywhere)
    if anchor and when.month == anchor.month and when.day == monthrange(anchor.year, anchor.month)[1]:
        return any(_THIS_MONTH.search(one.text) for one in everywhere)
    said = next((words for day, words in _ENDS_OF_THE_YEAR if day == (when.month, when.day)), None)
    return said is not None and any(
        when.year is None or not one.dates or any(each.year == when.year for each in one.dates)
        for one in everywhere
        if said.search(one.text)
    )


def _is_weekly(when: When, near: Sequence[Statement]) -> bool:
    """« Le dimanche » for "on Sundays", which dates nothing."""
    if when.weekday is None or when.month is not None:
        return False
    name = DAYS["en"][when.weekday]
    return any(re.search(rf"\b(?:{name}s|(?:every|each) {name})\b", one.text, re.IGNORECASE) for one in near)


def _is_said(when: When, everywhere: Sequence[Statement]) -> bool:
    """A bare year that the source writes in a way the reader of dates passed over."""
    if when.year is None or when.month is not None or when.part or when.relative:
        return False
    return any(re.search(rf"(?<!\d){when.year}(?!\d)|['’]{when.year % 100:02d}s?\b", one.text) for one in everywhere)


def _unknown(when: When, claim: Statement, rivals: Sequence[tuple[When, Statement]]) -> Finding:
    span = (when.start, when.end)
    if rivals:
        other, one = rivals[0]
        message = (
            f"La source dit {cited(other.text, one)}, le texte «\u00a0{when.text}\u00a0»\u00a0: rétablissez la date."
        )
        return found_in(claim, span, "date-unknown", "blocking", message, [one])
    message = f"La date «\u00a0{when.text}\u00a0» n’est pas dans la source\u00a0: retirez-la."
    return found_in(claim, span, "date-unknown", "blocking", message)
