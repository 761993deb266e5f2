"""Figures: a figure that is not in the source does not exist (EDITORIAL.md, « Facts », 1)."""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.embedding import embed
from pipeline.verify.alignment import UNLIKE
from pipeline.verify.clauses import clauses
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.derived import counts_the_same, is_derived, is_hedged_by_its_verb
from pipeline.verify.quantities.equal_figures import close, is_told_in_a_word, rank_of, same_quantity
from pipeline.verify.quantities.figure_problems import is_bare, problem_of
from pipeline.verify.quantities.numbers import Figure
from schemas.finding import Finding, Severity

__all__ = ["compare_figures", "left_out_figures", "misplaced_figures"]

_BOUND_WORDS = {
    "up_to": "jusqu’à",
    "more_than": "plus de",
    "at_least": "au moins",
    "less_than": "moins de",
    "about": "environ",
}
_ANAPHORA = re.compile(
    r"(?:\bles|\bces|\bses|\bleurs|\btoute?s|\btous les|\bcelles|\bceux|\baux|\bdes|\bentre|\bnos) $", re.I
)


@dataclass(frozen=True)
class Found:
    """A figure of the source at its place, and the units of the figures told shortly before it."""

    figure: Figure
    statement: Statement
    understood: frozenset[str] = frozenset()


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
                    yield _elsewhere(figure, claim, other, near)
                continue
            best, problem = (best, problem) if best is not None else (other, trouble)
        # « une fois par an » may render "annually", which counts nothing.
        if best is None and figure.kind == "multiple" and figure.value == 1:
            continue
        if best is None and (is_derived(figure, claim, near, anchor) or _is_carried(figure, claim, near)):
            continue
        if _is_said_otherwise(figure, claim, best, problem, near if best else everywhere):
            continue
        if best is None and any(_closest(one, [*close, *far])[0] for one in _with_units_said(figure, claim)):
            continue
        if best is None:
            yield _unknown(figure, claim, [*close, *far])
        elif problem:
            yield _differs(figure, claim, best, problem)


def _is_said_otherwise(
    figure: Figure, claim: Statement, best: Found | None, problem: str, statements: Sequence[Statement]
) -> bool:
    """Whether one of the statements has a word for the figure, or the claim a verb for what hedges it there."""
    if best is not None and problem == "hedge":
        return is_hedged_by_its_verb(figure, claim, best.figure, best.statement)
    return (best is None or problem == "unit") and any(is_told_in_a_word(figure, one.text) for one in statements)


# « Elle en a perdu 86 »: millions, as the figure before it.
_OF_IT = re.compile(r"\ben\b[^.;:]{0,30}$", re.IGNORECASE)


def _is_carried(figure: Figure, claim: Statement, near: Sequence[Statement]) -> bool:
    """Whether a bare figure has the unit and the scale of one before it, and is so much in the passages."""
    if not is_bare(figure) or figure.scale > 1 or not _OF_IT.search(claim.text[: figure.start]):
        return False
    before = [one for one in claim.figures if one.end <= figure.start and one.scale > 1]
    return any(
        one.kind == told.kind and one.scale == told.scale and close(figure.value * one.scale, told.value, 1e-6)
        for one in before[-1:]
        for statement in near
        for told in statement.figures
    )


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
            yield _elsewhere(figure, claim, max(holders, key=lambda one: one[0])[1], [statements[best]])


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


def _unknown(figure: Figure, claim: Statement, found: Sequence[Found]) -> Finding:
    rival = _rival(figure, found)
    if rival is None:
        message = f"Le chiffre «\u00a0{figure.text}\u00a0» n’est pas dans la source\u00a0: retirez-le, ou corrigez-le d’après elle."
        severity: Severity = "warning" if figure.spelled and figure.value <= 3 else "blocking"
        return found_in(claim, (figure.start, figure.end), "figure-unknown", severity, message)
    order = _is_order_slip(figure, rival.figure)
    code = "figure-order" if order else "figure-unknown"
    what = "l’ordre de grandeur" if order else "le chiffre"
    message = f"La source dit {cited(rival.figure.text, rival.statement)}, le texte «\u00a0{figure.text}\u00a0»\u00a0: rétablissez {what}."
    return found_in(claim, (figure.start, figure.end), code, "blocking", message, [rival.statement])


def _rival(figure: Figure, found: Sequence[Found]) -> Found | None:
    """The source figure that was probably meant: the same digits, or the same kind and unit in a near sentence."""
    slips = [one for one in found if _is_order_slip(figure, one.figure)]
    kin = [one for one in found if one.figure.kind == figure.kind and one.figure.unit == figure.unit]
    counted = [one for one in kin if one.figure.nouns & figure.nouns]
    return next(iter([*slips, *counted, *kin]), None)


def _is_order_slip(draft: Figure, source: Figure) -> bool:
    if not draft.value or not source.value or draft.value == source.value:
        return False
    ratio = max(draft.value, source.value) / min(draft.value, source.value)
    return any(close(ratio, power, 1e-6) for power in (10, 100, 1e3, 1e6, 1e9)) and max(draft.scale, source.scale) > 1


def _elsewhere(figure: Figure, claim: Statement, other: Found, near: Sequence[Statement]) -> Finding:
    message = (
        f"«\u00a0{figure.text}\u00a0» vient d’un autre passage de la source, {cited(other.statement.text, other.statement)}\u00a0: "
        "vérifiez qu’il s’agit bien de la même chose."
    )
    return found_in(
        claim, (figure.start, figure.end), "figure-elsewhere", "warning", message, [other.statement, *near[:1]]
    )


def _differs(figure: Figure, claim: Statement, best: Found, problem: str) -> Finding:
    said = cited(_with_bound(best), best.statement)
    here = f"«\u00a0{figure.text}\u00a0»"
    wanted = _BOUND_WORDS.get(best.figure.bound)
    code, severity, advice = {
        "rounded": ("figure-rounded", "warning", "gardez la valeur, ou dites «\u00a0environ\u00a0»"),
        "hedge": (
            "figure-hedge",
            "warning",
            f"écrivez «\u00a0{wanted}\u00a0»" if wanted else "retirez l’approximation",
        ),
        "bound": (
            "figure-bound",
            "blocking",
            f"écrivez «\u00a0{wanted}\u00a0»" if wanted else "retirez la borne ajoutée",
        ),
        "counted": ("figure-counted", "warning", "vérifiez ce que le chiffre compte"),
        "points": ("figure-unit", "blocking", "ne confondez pas pourcentage et points"),
        "unit": ("figure-unit", "blocking", "rétablissez l’unité"),
        "currency": ("figure-currency", "blocking", "rétablissez la devise"),
        "turned": ("figure-bound", "blocking", "rétablissez «\u00a0plus\u00a0» ou «\u00a0moins\u00a0»"),
    }[problem]
    level: Severity = "blocking" if severity == "blocking" else "warning"
    message = f"La source dit {said}, le texte {here}\u00a0: {advice}."
    return found_in(claim, (figure.start, figure.end), code, level, message, [best.statement])


def _with_bound(found: Found) -> str:
    """The source's figure with the words around it that bound or count it."""
    text, figure = found.statement.text, found.figure
    start = text.rfind(" ", 0, max(0, figure.start - 14)) + 1 if figure.start else 0
    end = text.find(" ", min(len(text), figure.end + 12))
    return text[start : end if end != -1 else len(text)]
