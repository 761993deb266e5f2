"""The check of dates and periods."""

from collections.abc import Iterator, Sequence
from functools import partial

from pipeline.verify.check import Check
from pipeline.verify.claims import Claim, Link
from pipeline.verify.context import Context
from pipeline.verify.form.outside import marked_places
from pipeline.verify.passages import around, each, is_bare, nearness
from pipeline.verify.times.displaced import displaced_dates
from pipeline.verify.times.periods import compare_dates
from schemas.finding import Finding

__all__ = ["CHECKS", "check_dates"]


def check_dates(context: Context) -> Iterator[Finding]:
    """Every date and period is one of the source, or follows from its own day (EDITORIAL.md, « Facts », 3).

    The date of a precedent that is marked as outside knowledge is confirmed or struck with it.
    """
    marked = marked_places(context)
    for one in each(context, "dates", _dates):
        at = one.start or 0
        if not any(start <= at < end for start, end in marked.get(one.part, ())):
            yield one


def _dates(claim: Claim, links: Sequence[Link], context: Context) -> Iterator[Finding]:
    near_by = around(links, context.source)
    found = list(compare_dates(claim.statement, near_by, context.source.statements, context.source.anchor))
    yield from found
    if claim.stance == "fact" and claim.statement.dates and not is_bare(claim.statement.place):
        seen = {one.end for one in found}
        near_at = partial(nearness, claim, context.source)
        displaced = displaced_dates(claim.statement, context.source, near_at)
        yield from (one for one in displaced if one.end not in seen)


CHECKS: tuple[Check, ...] = (
    Check(
        codes=("date-unknown", "date-elsewhere", "date-order"),
        english="Every date and period is one of the source, or follows from the day it appeared.",
        french="Chaque date ou période est une date de la source, ou se déduit du jour de sa parution.",
        example="« mardi 3 mars » là où la source dit “on Wednesday”",
        run=check_dates,
    ),
)
