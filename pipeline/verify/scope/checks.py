"""The check of ranks and shares."""

from collections.abc import Iterator, Sequence

from pipeline.verify.assertion.frequencies import frequencies_changed
from pipeline.verify.check import Check
from pipeline.verify.claims import PLAUSIBLE, SURE, Claim, Link
from pipeline.verify.context import Context
from pipeline.verify.passages import answered, around, each, is_bare
from pipeline.verify.quantities.groups import compare_groups
from pipeline.verify.scope.exceptions import exceptions_dropped, lone_ones_joined, restrictions_dropped, totals_turned
from pipeline.verify.scope.orderings import orders_turned
from pipeline.verify.scope.rankings import compare_rankings
from pipeline.verify.scope.shares import compare_shares
from schemas.finding import Finding

__all__ = ["CHECKS", "check_scope"]


def check_scope(context: Context) -> Iterator[Finding]:
    """Ranks and shares, the largest, most, none, stay those of the passage a claim renders.

    EDITORIAL.md, « Facts », 4.
    """
    return each(context, "scope", _scope)


def _scope(claim: Claim, links: Sequence[Link], context: Context) -> Iterator[Finding]:
    if claim.stance == "analysis" or is_bare(claim.statement.place) or not context.source.statements:
        return
    linked = [one.statement for one in links if one.strength >= PLAUSIBLE]
    told = [*linked, *(one for one in answered(claim.statement, context.source) if one not in linked)]
    yield from compare_rankings(claim.statement, told, context.source.statements)
    yield from orders_turned(claim.statement, told, around(links, context.source))
    found = list(compare_shares(claim.statement, linked, context.source.statements))
    for another in (compare_groups, exceptions_dropped, restrictions_dropped, lone_ones_joined):
        found = found or list(another(claim.statement, told or [one.statement for one in links[:1]]))
    found = found or list(totals_turned(claim.statement, around(links, context.source)))
    if not found and links and links[0].strength >= SURE:
        found = list(frequencies_changed(claim.statement, links[0].statement))
    yield from found


CHECKS: tuple[Check, ...] = (
    Check(
        codes=("ranking-changed", "share-changed"),
        english="Ranks and shares survive: the largest, second only to, all, most, none.",
        french="Les rangs et les parts survivent : le plus, le deuxième, tous, la plupart, aucun.",
        example="« la plus forte » là où la source dit “the second largest”",
        run=check_scope,
    ),
)
