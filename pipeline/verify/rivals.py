"""Which sentence of the draft renders one of the source: what it keeps, its neighbours need not say again."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.embedding import Vectors, embed
from pipeline.verify.clauses import clauses
from pipeline.verify.context import Context
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.equal_figures import same_quantity
from pipeline.verify.quantities.figure import Figure
from schemas.finding import Finding

__all__ = ["rendered_here"]

# From RENDERS on a sentence renders a passage, and so much nearer than another that it alone does.
RENDERS, CLEARLY = 0.5, 0.05
# Two sentences as near as this to one passage both render it: where one denies it, the other is no excuse.
_BOTH = 0.6
_OF_ONE_RENDERING = frozenset(
    ["negation-lost", "negation-added", "certainty-possible", "certainty-planned", "certainty-alleged"]
)


def rendered_here(context: Context, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, but those that hold a sentence to a passage which another sentence of the text clearly renders.

    Titles and summaries stand alone: they neither are excused by the text nor excuse it.
    """
    running = [claim.statement for claim, _ in context.claims if not _stands_alone(claim.statement.place)]
    yield from (
        one
        for one in findings
        if not _is_excused(context, one, running) and not _tells_figures_of_another(context, one)
    )


def _is_excused(context: Context, finding: Finding, running: Sequence[Statement]) -> bool:
    if finding.severity != "warning" or finding.code not in _OF_ONE_RENDERING or _stands_alone(finding.part):
        return False
    passage = _passage(context, finding)
    # A doubt is no one else's to keep where the sentence leans on that passage first. A denial may be: its passage says
    # more than what it denies, and the rest may be all that the sentence renders.
    if passage is None or (finding.code.startswith("certainty") and _leans_on(context, finding, passage)):
        return False
    return _is_rendered_elsewhere(finding, passage, running)


def _tells_figures_of_another(context: Context, finding: Finding) -> bool:
    """Whether the words doubted hold figures that this passage lacks and another has: they render that one."""
    passage = _passage(context, finding)
    # A title has room for one figure beside what it is about.
    if finding.code not in _OF_ONE_RENDERING or passage is None or finding.part.startswith(("title", "seo")):
        return False
    told = [figure for claim, _ in context.claims for figure in _figures_around(claim.statement, finding)]
    return (
        finding.severity == "warning"
        and bool(told)
        and not any(same_quantity(one, other) for one in told for other in passage.figures)
        and any(
            all(any(same_quantity(one, other) for other in each.figures) for one in told)
            for each in context.source.statements
        )
    )


def _figures_around(claim: Statement, finding: Finding) -> list[Figure]:
    """The figures in digits of the clause that a finding stands in; none in another sentence than its own."""
    at = (finding.start or 0) - claim.start
    if claim.place != finding.part or not 0 <= at < max(len(claim.text), 1):
        return []
    low, high = next(((a, b) for a, b in clauses(claim.text) if a <= at < b), (0, len(claim.text)))
    return [one for one in claim.figures if low <= one.start < high and not one.spelled]


def _stands_alone(place: str) -> bool:
    return place.startswith(("title", "seo", "tldr", "standfirst", "actions")) or place.endswith("heading")


def _passage(context: Context, finding: Finding) -> Statement | None:
    at = next(iter(finding.evidence), None)
    return next(
        (one for one in context.source.statements if at and (one.place, one.start) == (at.paragraph, at.start)), None
    )


def _leans_on(context: Context, finding: Finding, passage: Statement) -> bool:
    """Whether the passage is the one that the sentence with the finding leans on first."""
    return any(
        links and links[0].statement is passage
        for claim, links in context.claims
        if claim.statement.place == finding.part and claim.statement.start <= (finding.start or 0) < claim.statement.end
    )


def _is_rendered_elsewhere(finding: Finding, passage: Statement, running: Sequence[Statement]) -> bool:
    theirs = embed(_pieces(passage))
    scores = {(one.place, one.start): _nearness(one, theirs) for one in running}
    mine = [
        (one.place, one.start)
        for one in running
        if one.place == finding.part and one.start <= (finding.start or 0) < max(one.end, one.start + 1)
    ]
    own = max((scores[one] for one in mine), default=1.0)
    best = max((score for key, score in scores.items() if key not in mine), default=0.0)
    if finding.code == "negation-added" and own >= _BOTH:
        return False
    return best >= max(RENDERS, own + CLEARLY)


def _nearness(ours: Statement, theirs: Vectors) -> float:
    return float((embed(_pieces(ours)) @ theirs.T).max())


def _pieces(statement: Statement) -> list[str]:
    return [statement.text, *(statement.text[start:end] for start, end in clauses(statement.text))]
