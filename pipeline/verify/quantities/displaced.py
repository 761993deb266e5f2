"""Figures of another passage: 9.1 percent told of the rents, where the passage says 7.8 and the other is one town's (« Facts », 1).

The source has the figure, so that no check of values sees it. What tells is all the rest: the sentence keeps the names and
figures of one passage, leaves out that passage's own figure of the kind, and has none of the passages that hold its own.
"""

# ruff: noqa: E501 - messages: wrapped, they cannot be read or compared.

from collections.abc import Iterator, Sequence

from pipeline.embedding import embed
from pipeline.keeping import per_sentence
from pipeline.verify.clauses import clauses, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.offices.holders import names_in
from pipeline.verify.prepare import Source, Statement, words_of
from pipeline.verify.proper_names.exonyms import counterparts
from pipeline.verify.quantities.equal_figures import same_quantity
from pipeline.verify.quantities.figure import Figure
from schemas.finding import Finding

__all__ = ["displaced_figures"]

# How much nearer the clause of a figure comes to that of its rival than to its own, more where nothing else speaks for
# it; far below, neither is rendered.
NEARER, FAR_NEARER, LEAST = 0.08, 0.2, 0.3
# So many sentences before or after another one are told together with it, and so many where nothing else speaks for it.
BESIDE, AROUND = 1, 6
# A clause of fewer words is too short to tell what its figure is of.
TELLING = 6
_KINDS = ("percent", "money", "count", "measure", "points")


def displaced_figures(claim: Statement, near: Sequence[Statement], source: Source) -> Iterator[Finding]:
    """A figure of the claim that another passage than the rendered one holds."""
    for figure in claim.figures:
        if figure.kind not in _KINDS or (figure.spelled and figure.value <= 10):
            continue
        holders = [one for one in source.statements if any(same_quantity(figure, each) for each in one.figures)]
        for one in near if holders else ():
            if _belongs(figure, claim, one, holders, source):
                message = (
                    f"La source dit ici {cited(one.text, one)}, et «\u00a0{figure.text}\u00a0» d’autre chose, "
                    f"{cited(holders[0].text, holders[0])}\u00a0: vérifiez le chiffre."
                )
                span = (figure.start, figure.end)
                yield found_in(claim, span, "figure-elsewhere", "warning", message, [one, holders[0]])
                break


def _rivals(figure: Figure, claim: Statement, passage: Statement) -> list[Figure]:
    """The figures of a passage that could stand for this one, less those that the claim has as well."""
    return [
        one
        for one in passage.figures
        if (one.kind, one.unit) == (figure.kind, figure.unit)
        and (one.kind != "count" or not one.nouns or not figure.nouns or one.nouns & figure.nouns)
        and not (one.spelled and one.value <= 10)
        and not any(same_quantity(each, one) for each in claim.figures)
    ]


def _belongs(
    figure: Figure, claim: Statement, passage: Statement, holders: Sequence[Statement], source: Source
) -> bool:
    """Whether all the rest of a claim speaks for a passage with a rival figure, and nothing for those that hold its own."""
    rivals = _rivals(figure, claim, passage)
    telling = source.proper - source.headline
    kept = _kept(claim, passage, figure, telling)
    if not rivals or any(_kept(claim, one, figure, telling) - kept for one in holders):
        return False
    # What the title says, or the sentences around, may be said with any that names nothing else.
    reach = BESIDE if kept else AROUND
    if any(_is_beside(one, passage, source, reach) for one in holders):
        return False
    if not kept and any(one.place in ("title", "description") for one in holders):
        return False
    theirs = max(_likeness(claim, figure, passage, one) for one in rivals)
    own = max(
        _likeness(claim, figure, one, each) for one in holders for each in one.figures if same_quantity(figure, each)
    )
    return theirs >= max(LEAST, own + (NEARER if kept else FAR_NEARER))


def _is_beside(one: Statement, other: Statement, source: Source, reach: int) -> bool:
    at = {id(each): n for n, each in enumerate(source.statements)}
    return one.place == other.place or abs(at[id(one)] - at[id(other)]) <= reach


def _likeness(claim: Statement, ours: Figure, passage: Statement, theirs: Figure) -> float:
    """How like two sentences, or the clauses of their figures, are without these."""
    mine, other = _without(claim, ours), _without(passage, theirs)
    return float((embed(mine) @ embed(other).T).max())


def _without(statement: Statement, figure: Figure) -> list[str]:
    """A sentence less a figure, and the figure's clause where that says enough."""
    text = statement.text
    low, high = next(((a, b) for a, b in clauses(text) if a <= figure.start < b), (0, len(text)))
    spans = [(0, len(text)), (low, max(high, figure.end))]
    rests = [f"{text[a : figure.start]}{text[figure.end : b]}".strip() for a, b in spans]
    return [rests[0], *(one for one in rests[1:] if len(one.split()) >= TELLING and one != rests[0])]


def _kept(claim: Statement, passage: Statement, but: Figure, telling: frozenset[str]) -> frozenset[str]:
    """What of a passage the claim has beside a figure: names, years, other figures."""
    figures = {
        f"{one.value:g}"
        for one in claim.figures
        if one is not but
        and not (one.spelled and one.value <= 3 and one.kind != "share")
        and any(same_quantity(one, each) for each in passage.figures)
    }
    years = {str(one.year) for one in claim.dates if one.year and not one.relative} & {
        str(one.year) for one in passage.dates
    }
    return frozenset(figures | years | (_names(claim) & passage.words & telling))


@per_sentence
def _names_of(text: str, side: str) -> frozenset[str]:
    found = {last for _, _, last in names_in(text, side)}
    return frozenset(found | {piece for one in found for form in counterparts(one) for piece in words_of(form)})


def _names(statement: Statement) -> frozenset[str]:
    return _names_of(statement.text, side_of(statement))
