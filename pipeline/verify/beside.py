"""What a sentence need not say because one beside it says it: a bound told before, whose words these are."""

import re
from collections.abc import Iterable, Iterator

from pipeline.verify.claims import Claim
from pipeline.verify.context import Context
from pipeline.verify.equal_figures import same_quantity
from pipeline.verify.numbers import Figure
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["bounded_before"]

# How many sentences back a reader still has the bound in mind.
_NEAR = 2
_REFERRING = re.compile(r"\b(?:[lcs]es|leurs) $", re.IGNORECASE)


def bounded_before(context: Context, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, but those on a bound left out where « les six » takes up « au moins six » said before."""
    running = [claim for claim, _ in context.claims if claim.statement.place.startswith(("body", "sections"))]
    for one in findings:
        if one.code in ("figure-bound", "figure-hedge") and _takes_up(one, running):
            continue
        yield one


def _takes_up(finding: Finding, running: list[Claim]) -> bool:
    told = [claim.statement for claim in running]
    at = next((n for n, one in enumerate(told) if _holds(one, finding)), None)
    if at is None:
        return False
    start = (finding.start or 0) - told[at].start
    figure = next((one for one in told[at].figures if one.start == start), None)
    if figure is None or figure.bound or not _REFERRING.search(told[at].text[:start]):
        return False
    before = [one for one in told[max(0, at - _NEAR) : at] if one.place == finding.part]
    return any(
        each.bound and same_quantity(figure, each) and _counted(told[at], figure) == _counted(one, each)
        for one in before
        for each in one.figures
    )


def _counted(statement: Statement, figure: Figure) -> str:
    """The word after a figure, its plural undone."""
    word = re.compile(r"[ \u00a0](\w+)").match(statement.text, figure.end)
    return word[1].rstrip("sx") if word else ""


def _holds(statement: Statement, finding: Finding) -> bool:
    return statement.place == finding.part and statement.start <= (finding.start or 0) < statement.end
