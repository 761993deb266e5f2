"""What is said of a figure that the source lacks, has elsewhere, or gives otherwise."""

# ruff: noqa: E501 - messages: wrapped, they cannot be read.

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.equal_figures import close
from pipeline.verify.quantities.figure import Figure
from schemas.finding import Finding, Severity

__all__ = ["Found", "differs", "elsewhere", "unknown"]

_BOUND_WORDS = {
    "up_to": "jusqu’à",
    "more_than": "plus de",
    "at_least": "au moins",
    "less_than": "moins de",
    "about": "environ",
}


@dataclass(frozen=True)
class Found:
    """A figure of the source at its place, and the units of the figures told shortly before it."""

    figure: Figure
    statement: Statement
    understood: frozenset[str] = frozenset()


def unknown(figure: Figure, claim: Statement, found: Sequence[Found]) -> Finding:
    """A figure that the source does not have, beside the one that was probably meant."""
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


def elsewhere(figure: Figure, claim: Statement, other: Found, near: Sequence[Statement]) -> Finding:
    """A figure that only another passage has."""
    message = (
        f"«\u00a0{figure.text}\u00a0» vient d’un autre passage de la source, {cited(other.statement.text, other.statement)}\u00a0: "
        "vérifiez qu’il s’agit bien de la même chose."
    )
    return found_in(
        claim, (figure.start, figure.end), "figure-elsewhere", "warning", message, [other.statement, *near[:1]]
    )


def differs(figure: Figure, claim: Statement, best: Found, problem: str) -> Finding:
    """A figure of the passage told in another unit, order, bound or count: `problem` says in what."""
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
