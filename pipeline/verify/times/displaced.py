"""Dates of another passage: Friday told of the talks that collapsed on Thursday (EDITORIAL.md, « Facts », 3).

The source has the day, so that a check of values finds it. What tells is the rest of the sentence, which renders a
passage that has another day, and nothing of those that have this one.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from pipeline.verify.apart import is_told_apart
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Source, Statement
from pipeline.verify.times.dates import When
from pipeline.verify.times.periods import as_meant, fits
from pipeline.verify.times.reckonings import reckoned
from schemas.finding import Finding

__all__ = ["displaced_dates"]

# How much nearer a claim lies to the passage with another date than to any with its own, and how near at least.
NEARER, LEAST = 0.18, 0.34


def displaced_dates(claim: Statement, source: Source, near_at: Callable[[int], Sequence[float]]) -> Iterator[Finding]:
    """A date of the claim that the source has only in passages far less like it than one that has another date.

    `near_at` gives each statement's cosine with the claim, or with its clause at a place, whichever is nearer.
    """
    for when in claim.dates:
        # « L’an dernier » and « ce mois-ci » hang on the article's own day, which other passages may date.
        if when.relative and when.year is not None:
            continue
        holders = {n for n, one in enumerate(source.statements) if _has(one, when, claim, source.anchor)}
        others = [
            (n, other)
            for n, one in enumerate(source.statements)
            if n not in holders and (other := _rival(one, when, claim, source.anchor)) is not None
        ]
        if not holders or not others:
            continue
        near = near_at(when.start)
        best, other = max(others, key=lambda one: near[one[0]])
        own = max(holders, key=lambda n: near[n])
        passage, home = source.statements[best], source.statements[own]
        if near[best] < max(LEAST, near[own] + NEARER) or is_told_apart(claim, (when.start, when.end), home, passage):
            continue
        if any(_covers_day(when, one) for one in reckoned([passage], source.anchor)):
            continue
        message = (
            f"La source dit ici {cited(other.text, passage)}\u00a0; «\u00a0{when.text}\u00a0» y date autre chose, "
            f"{cited(home.text, home)}\u00a0: vérifiez la date."
        )
        yield found_in(claim, (when.start, when.end), "date-elsewhere", "warning", message, [passage, home])


def _has(statement: Statement, when: When, claim: Statement, anchor: date | None) -> bool:
    return any(fits(each, one, anchor) for one in statement.dates for each in as_meant(when, claim))


def _rival(statement: Statement, when: When, claim: Statement, anchor: date | None) -> When | None:
    """The date of a passage that tells as much as the claim's, and is none of the claim's."""
    return next(
        (
            one
            for one in statement.dates
            if _form(one) == _form(when) and not any(fits(each, one, anchor) for each in claim.dates)
        ),
        None,
    )


def _form(when: When) -> tuple[bool, ...]:
    """What a date tells: a day by its name, a year, a month, a part of either."""
    named = when.weekday is not None and when.day is None
    return named, when.year is not None, when.month is not None, bool(when.part)


def _covers_day(when: When, other: When) -> bool:
    return fits(when, other, None)
