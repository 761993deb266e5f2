"""The check of figures: every one is the source's."""

from collections.abc import Iterator, Sequence
from functools import partial

from pipeline.verify.check import Check
from pipeline.verify.claims import PLAUSIBLE, Claim, Link
from pipeline.verify.context import Context
from pipeline.verify.passages import answered, around, each, is_bare, nearness
from pipeline.verify.quantities.displaced import displaced_figures
from pipeline.verify.quantities.figure_pairs import compare_pairs
from pipeline.verify.quantities.figures import compare_figures, misplaced_figures
from pipeline.verify.quantities.multiples import multiplied_otherwise, spread_otherwise
from pipeline.verify.quantities.nearer import figures_of_neighbours
from pipeline.verify.quantities.pairings import figures_exchanged
from pipeline.verify.speech.beside import bounded_before, carried_on
from schemas.finding import Finding

__all__ = ["CHECKS", "check_figures"]


def check_figures(context: Context) -> Iterator[Finding]:
    """Every figure is one of the source: value, order, unit, currency, bound, what it counts.

    EDITORIAL.md, « Facts », 1.
    """
    return carried_on(context, bounded_before(context, each(context, "figures", _figures)))


def _figures(claim: Claim, links: Sequence[Link], context: Context) -> Iterator[Finding]:
    source = context.source
    found = list(compare_figures(claim.statement, around(links, source), source.statements, source.anchor))
    if claim.stance == "fact" and not is_bare(claim.statement.place) and claim.statement.figures:
        seen = {one.start for one in found}
        near_at = partial(nearness, claim, context.source)
        apart = misplaced_figures(claim.statement, context.source.statements, near_at)
        found += [one for one in apart if one.start not in seen]
    taken = {one.start for one in found}
    near_by = [one.statement for one in links if one.strength >= PLAUSIBLE]
    pairs = (
        *compare_pairs(claim.statement, near_by),
        *multiplied_otherwise(claim.statement, near_by),
        *spread_otherwise(claim.statement, near_by),
        *figures_exchanged(claim.statement, near_by),
    )
    if claim.stance == "fact" and claim.statement.place.startswith(("body", "sections")):
        told = [*near_by, *(one for one in answered(claim.statement, context.source) if one not in near_by)]
        pairs += tuple(displaced_figures(claim.statement, told, context.source))
        seen = {one.end for one in (*found, *pairs)}
        near_at = partial(nearness, claim, context.source)
        pairs += tuple(
            one for one in figures_of_neighbours(claim.statement, context.source, near_at) if one.end not in seen
        )
    yield from (*found, *(one for one in pairs if one.start not in taken))


CHECKS: tuple[Check, ...] = (
    Check(
        codes=(
            "figure-unknown",
            "figure-order",
            "figure-unit",
            "figure-currency",
            "figure-bound",
            "figure-hedge",
            "figure-rounded",
            "figure-counted",
            "figure-elsewhere",
            "figure-swapped",
        ),
        english="Every figure is one of the source: value, order, unit, currency, bound, what it counts.",
        french="Chaque chiffre est un chiffre de la source : valeur, ordre, unité, devise, borne, chose comptée.",
        example="« 2,3 milliards » là où la source dit “$2.3 million”",
        run=check_figures,
    ),
)
