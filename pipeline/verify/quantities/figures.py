"""Figures: a figure that is not in the source does not exist (EDITORIAL.md, « Facts », 1)."""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from pipeline.embedding import embed
from pipeline.verify.alignment import UNLIKE
from pipeline.verify.clauses import clauses
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.derived import counts_the_same, follows, is_derived, is_hedged_by_its_verb
from pipeline.verify.quantities.equal_figures import is_told_in_a_word, rank_of, same_quantity
from pipeline.verify.quantities.figure import Figure
from pipeline.verify.quantities.figure_findings import Found, differs, elsewhere, unknown
from pipeline.verify.quantities.figure_problems import is_bare, problem_of
from schemas.finding import Finding

__all__ = ["compare_figures", "left_out_figures", "misplaced_figures"]

_ANAPHORA = re.compile(
    r"(?:\bles|\bces|\bses|\bleurs|\btoute?s|\btous les|\bcelles|\bceux|\baux|\bdes|\bentre|\bnos) $", re.I
)


_NONE: frozenset[str] = frozenset()
# How many sentences back a unit that goes without saying may have been said.
_BACK = 2


def _units_before(statements: Sequence[Statement]) -> dict[tuple[int, int], frozenset[str]]:
    """For each figure that names no unit, at its statement and place, the units of the figures told shortly before."""
    found: dict[tuple[int, int], frozenset[str]] = {}
    for n, one in enumerate(statements):
        before = [each for other in statements[max(0, n - _BACK) : n] for each in other.figures]
        for figure in one.figures:
            if is_bare(figure):
                found[id(one), figure.start] = frozenset(each.unit for each in before if each.unit)
            before.append(figure)
    return found


def compare_figures(
    claim: Statement, near: Sequence[Statement], everywhere: Sequence[Statement], anchor: date | None = None
) -> Iterator[Finding]:
    """Every figure of the claim against those of the statements that support it, then of the whole source.

    `anchor` is the day the article appeared: « à six mois du scrutin » counts from it.
    """
    understood = _units_before(everywhere)
    close = [
        Found(figure, one, understood.get((id(one), figure.start), _NONE)) for one in near for figure in one.figures
    ]
    # By identity: comparing statements field by field costs more than all checks of figures.
    held = {id(one) for one in near}
    far = [
        Found(figure, one, understood.get((id(one), figure.start), _NONE))
        for one in everywhere
        if id(one) not in held
        for figure in one.figures
    ]
    for figure in claim.figures:
        if _is_exempt(figure, claim):
            continue
        best, problem = _closest(figure, close)
        if best is None or problem:
            other, trouble = _closest(figure, far)
            if other is not None and not _stands_apart(figure):
                trouble = ""
            if other is not None and not trouble and not (best and problem in ("currency", "unit")):
                if (
                    near
                    and _stands_apart(figure)
                    and not counts_the_same(figure, claim, other.figure, other.statement, near)
                    and not is_derived(figure, claim, near, anchor)
                ):
                    yield elsewhere(figure, claim, other, near)
                continue
            best, problem = (best, problem) if best is not None else (other, trouble)
        # « une fois par an » may render "annually", which counts nothing.
        if best is None and figure.kind == "multiple" and figure.value == 1:
            continue
        # "Third" is no answer to « trois ans », which "since 2023" gives.
        loose = best is None or problem in _LOOSE_PROBLEMS or (problem and best.figure.unit != figure.unit)
        if loose and follows(figure, claim, near, anchor):
            continue
        if _is_said_otherwise(figure, claim, best, problem, near if best else everywhere):
            continue
        if best is None and any(_closest(one, [*close, *far])[0] for one in _with_units_said(figure, claim)):
            continue
        if best is None:
            yield unknown(figure, claim, [*close, *far])
        elif problem:
            yield differs(figure, claim, best, problem)


def _is_said_otherwise(
    figure: Figure, claim: Statement, best: Found | None, problem: str, statements: Sequence[Statement]
) -> bool:
    """Whether one of the statements has a word for the figure, or the claim a verb for what hedges it there."""
    if best is not None and problem == "hedge":
        return is_hedged_by_its_verb(figure, claim, best.figure, best.statement)
    return (best is None or problem == "unit") and any(is_told_in_a_word(figure, one.text) for one in statements)


# What differs so may be a figure of another thing that chances to have the same value.
_LOOSE_PROBLEMS = frozenset({"unit", "counted", "rounded", "hedge"})


def _with_units_said(figure: Figure, claim: Statement) -> Iterator[Figure]:
    """« à 75 km/h dans une zone limitée à 48 »: a bare figure in the units of those before it."""
    if is_bare(figure):
        before = (one for one in claim.figures if one.end <= figure.start and one.kind == "measure" and one.unit)
        yield from (replace(figure, kind=one.kind, unit=one.unit) for one in before)


def misplaced_figures(
    claim: Statement, statements: Sequence[Statement], near_at: Callable[[int], Sequence[float]]
) -> Iterator[Finding]:
    """A figure that the source has only in sentences unlike the claim: it counts something else there.

    `near_at` gives each statement's cosine with the claim, or with its clause at a place, whichever is nearer; more
    where the claim was declared to lean on it.
    """
    is_headline = claim.place.startswith(("standfirst", "title"))
    for figure in claim.figures:
        if _is_exempt(figure, claim) or figure.kind == "ordinal" or (figure.spelled and figure.value <= 10):
            continue
        nearness = near_at(figure.start)
        holders = [
            (near, Found(other, one))
            for one, near in zip(statements, nearness, strict=True)
            for other in one.figures
            if (rank := rank_of(figure, other)) is not None and not problem_of(figure, other, rank)
        ]
        if (
            holders
            and max(near for near, _ in holders) < UNLIKE
            and not _in_like_clauses(figure, claim, [one for _, one in holders])
        ):
            # A headline repeats the source's own.
            if is_headline and any(one.statement.place in ("title", "description") for _, one in holders):
                continue
            likest = [one for one, near in zip(statements, nearness, strict=True) if near >= UNLIKE]
            if any(counts_the_same(figure, claim, one.figure, one.statement, likest) for _, one in holders):
                continue
            best = max(range(len(statements)), key=lambda n: nearness[n])
            yield elsewhere(figure, claim, max(holders, key=lambda one: one[0])[1], [statements[best]])


def _in_like_clauses(figure: Figure, claim: Statement, holders: Sequence[Found]) -> bool:
    """Whether a figure stands in like clauses on both sides: a long sentence is unlike each of the things it tells."""
    ours = embed([_clause(claim, figure)])[0]
    return float((embed([_clause(one.statement, one.figure) for one in holders]) @ ours).max()) >= UNLIKE


def _clause(statement: Statement, figure: Figure) -> str:
    return next((statement.text[a:b] for a, b in clauses(statement.text) if a <= figure.start < b), statement.text)


def left_out_figures(french: Statement, source: Statement) -> Iterator[Finding]:
    """Orders of magnitude and amounts of a source sentence that its translation lost."""
    for one in source.figures:
        if one.kind in ("ordinal", "vague") or (one.spelled and one.value <= 3):
            continue
        if not (
            any(same_quantity(figure, one) for figure in french.figures)
            or any(when.year == one.value for when in french.dates)
            or is_told_in_a_word(one, french.text)
        ):
            message = f"La source dit {cited(one.text, source)}, absent de la traduction\u00a0: rétablissez le chiffre."
            yield found_in(french, (0, len(french.text)), "figure-missing", "warning", message, [source])


def _closest(figure: Figure, found: Iterable[Found]) -> tuple[Found | None, str]:
    """The source figure of the same value that agrees best, and what still differs."""
    best: tuple[int, Found, str] | None = None
    for one in found:
        rank = rank_of(figure, one.figure)
        if rank is None:
            continue
        problem = problem_of(figure, one.figure, rank, one.understood)
        cost = rank + (_COSTS[problem] if problem else 0)
        if best is None or cost < best[0]:
            best = (cost, one, problem)
    return (best[1], best[2]) if best else (None, "")


_COSTS = {"rounded": 2, "hedge": 3, "bound": 4, "counted": 5, "points": 6, "unit": 7, "currency": 6, "turned": 4}


def _is_exempt(figure: Figure, claim: Statement) -> bool:
    """« les deux entreprises », « une fois » refer back, they do not report a figure."""
    before = claim.text[: figure.start]
    if figure.kind == "count" and figure.spelled and figure.value <= 3 and _ANAPHORA.search(before):
        return True
    # « Les règles tiennent en deux points : » counts what follows, not what the source says.
    counts = figure.kind == "count" and not figure.unit
    tail = r"[^.;,]{0,50}[ \u00a0]:" if counts else r"[^.;,]{0,50}[ \u00a0]:\s*$"
    if figure.spelled and figure.value <= 10 and re.match(tail, claim.text[figure.end :]):
        return True
    # « modifier deux points » counts matters, unless « de pourcentage » or « de base » makes them a measure.
    if figure.kind == "points" and figure.spelled and figure.value <= 10 and _counts_matters(figure, claim):
        return True
    return figure.spelled and figure.value == 2 and bool(re.search(r"\b(?:l['’]un|l['’]une) (?:des|de ces) $", before))


def _counts_matters(figure: Figure, claim: Statement) -> bool:
    after = re.match(r"[ \u00a0]de (?:pourcentage|base)\b", claim.text[figure.end :])
    moved = re.search(
        r"\b(?:de|en|d[’']|à|plus|moins|gagn\w+|perd\w*|cèd\w+|céd\w+) (?:près |plus |moins |environ |d[’'])*(?:de |que )?$",
        claim.text[: figure.start],
    )
    return not after and not moved and "pourcentage" not in figure.text


def _stands_apart(figure: Figure) -> bool:
    """Whether a figure is telling enough to be missed where it should stand."""
    return not (figure.spelled and figure.value <= 10 and figure.kind in ("count", "ordinal") and not figure.nouns)
