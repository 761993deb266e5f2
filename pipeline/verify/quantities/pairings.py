"""Figures of two names in each other's place: whose figure a sentence gives to whom (« Facts », 1).

Read only where names and figures alternate on both sides, so that there is no doubt which goes with which.
"""

# ruff: noqa: E501 - messages: wrapped, they cannot be read or compared.

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.offices.holders import names_in
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.equal_figures import same_quantity
from pipeline.verify.quantities.figure import Figure
from schemas.finding import Finding

__all__ = ["figures_exchanged"]

# More names or figures than so many shared by two sentences are read in no certain order.
_MANY = 5


class _Seen(NamedTuple):
    """The names, by last word, and figures of one kind of a sentence, each at its place."""

    names: dict[str, int]
    figures: tuple[Figure, ...]


def _seen(statement: Statement) -> _Seen:
    names: dict[str, int] = {}
    for start, _, last in names_in(statement.text, side_of(statement)):
        names.setdefault(last, start)
    return _Seen(names, tuple(one for one in statement.figures if one.kind in ("percent", "money", "measure", "count", "points") and not (one.spelled and one.value <= 3)))  # fmt: skip


def figures_exchanged(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """« À Osterhavn (11,2 %), devant Lindholt (9,1 %) » where the passage has each figure beside the other name."""
    ours = _seen(claim)
    for one in near if len(ours.names) > 1 and len(ours.figures) > 1 else ():
        theirs = _seen(one)
        shared = [name for name in ours.names if name in theirs.names]
        pairs = [(a, b) for a in ours.figures for b in theirs.figures if same_quantity(a, b)]
        if not 1 < len(shared) <= _MANY or not 1 < len(pairs) <= _MANY:
            continue
        for (first, second), (one_pair, other) in (
            (x, y) for x in combinations(shared, 2) for y in combinations(pairs, 2)
        ):
            mine = _who_has(ours.names[first], ours.names[second], one_pair[0].start, other[0].start)
            said = _who_has(theirs.names[first], theirs.names[second], one_pair[1].start, other[1].start)
            alike = (one_pair[1].kind, one_pair[1].unit) == (other[1].kind, other[1].unit)
            if alike and mine is not None and said is not None and mine != said:
                span = min(one_pair[0].start, other[0].start), max(one_pair[0].end, other[0].end)
                message = f"Les chiffres semblent intervertis entre deux noms, la source dit {cited(one.text, one)}\u00a0: vérifiez lequel va à qui."
                yield found_in(claim, span, "figure-swapped", "warning", message, [one])
                return


def _who_has(first: int, second: int, one: int, other: int) -> bool | None:
    """Whether the first name has the one figure and the second the other; None where they do not alternate."""
    names, figures = sorted((first, second)), sorted((one, other))
    alternate = names[0] < figures[0] < names[1] < figures[1] or figures[0] < names[0] < figures[1] < names[1]
    return (first < second) == (one < other) if alternate else None
