"""What still differs between two figures of one value: unit, currency, bound, what they count."""

from dataclasses import replace

from pipeline.verify.lexicon import HUMAN
from pipeline.verify.quantities.equal_figures import bounds_truly, digits
from pipeline.verify.quantities.figure import Figure

__all__ = ["is_bare", "problem_of"]

# Words for people that say nothing of what they do.
_ANYONE = frozenset({"person", "man", "woman"})
# The pairs of bounds that say nearly the same; anything else changes what is claimed.
_AT_LEAST, _AT_MOST = frozenset({"more_than", "at_least"}), frozenset({"up_to", "less_than"})
_NEAR_BOUNDS = {_AT_LEAST, _AT_MOST}


def problem_of(draft: Figure, source: Figure, rank: int, understood: frozenset[str] = frozenset()) -> str:
    """What differs, in a word; nothing where the draft says what the source says, or leaves to be understood."""
    if is_bare(source) and draft.unit in understood:
        # "about 7,400 euros, but for some more than 20,000": the unit was said before.
        source = replace(source, kind=draft.kind, unit=draft.unit)
    if _may_be_livres(draft, source):
        return _rate_problem(draft, source) or (_bound_problem(draft, source) if rank < 2 else "")
    if "money" in (draft.kind, source.kind) and draft.kind != source.kind:
        # "bonds cover 450 million": the currency was named before.
        bare = source if draft.kind == "money" else draft
        return "" if bare.kind == "count" and not bare.unit and (bare is draft or bare.scale > 1) else "unit"
    if draft.kind == "money" and source.unit and draft.unit and draft.unit != source.unit:
        return "currency"
    if draft.issuer and source.issuer and draft.issuer != source.issuer:
        return "currency"
    return _unit_problem(draft, source, rank) or _amount_problem(draft, source, rank)


def _unit_problem(draft: Figure, source: Figure, rank: int) -> str:
    kinds = {draft.kind, source.kind}
    if kinds == {"percent", "points"}:
        return "points"
    if (
        rank == 0
        and (kinds & {"percent", "points", "ordinal"})
        and len(kinds) > 1
        and not kinds <= {"ordinal", "count", "multiple"}
    ):
        return "unit"
    # "Twice" lasts no two hours, and « quatre fois moins » is no fourth; a factor of the draft may hide elsewhere.
    lasts = draft.kind == "measure" and source.kind == "multiple"
    if rank == 0 and (lasts or (draft.less and source.kind in ("ordinal", "count"))):
        return "unit"
    if rank == 0 and draft.unit and source.unit and draft.unit != source.unit:
        return "unit"
    if (
        draft.unit
        and not source.unit
        and source.kind == "count"
        and draft.unit not in ("year", "times")
        and source.nouns
    ):
        return "unit"
    return _rate_problem(draft, source)


def _rate_problem(draft: Figure, source: Figure) -> str:
    return "unit" if draft.rate and source.rate and draft.rate != source.rate else ""


def _amount_problem(draft: Figure, source: Figure, rank: int) -> str:
    if rank == 2 and not draft.bound:
        return "rounded"
    if {draft.less, source.less} == {True, False} and {draft.kind, source.kind} == {"multiple"}:
        return "turned"
    if rank < 2 and (trouble := _bound_problem(draft, source)):
        return trouble
    return "counted" if _counts_other(draft, source) else ""


def is_bare(figure: Figure) -> bool:
    """Whether a figure says neither its unit nor what it counts."""
    return figure.kind == "count" and not figure.unit and not figure.nouns


def _may_be_livres(draft: Figure, source: Figure) -> bool:
    """« 50 livres » says 50 pounds, be they paid or weighed, and 50 books."""
    return (
        draft.unit in ("pound", "lb")
        and draft.text.endswith(("livre", "livres"))
        and (source.unit in ("lb", "pound") or (not source.unit and "book" in source.nouns))
    )


def _bound_problem(draft: Figure, source: Figure) -> str:
    if draft.kind == source.kind == "multiple" and not draft.less and not source.less:
        # « Vingt fois au plus » is not "at least 20 times"; a factor may be told exactly.
        ends = {draft.bound in _AT_LEAST, source.bound in _AT_LEAST}
        return "bound" if len(ends) == 2 and {draft.bound, source.bound} <= _AT_LEAST | _AT_MOST else ""
    if (
        draft.bound == source.bound
        or (source.bound == "within" and draft.bound in ("", "less_than", "up_to"))
        or draft.kind in ("ordinal", "multiple", "clock")
        or source.kind in ("multiple",)
        or bounds_truly(draft, source)
        or (source.given and not draft.bound)
        or (draft.given and not source.bound)
        or (draft.reached and source.reached and {draft.bound, source.bound} == {"", "up_to"})
    ):
        return ""
    pair = frozenset({draft.bound, source.bound})
    if pair in _NEAR_BOUNDS or "about" in pair:
        exact = draft.bound == "about" and not source.bound
        return "" if exact and (draft.spelled or digits(source.value) > 1 or draft.unit != source.unit) else "hedge"
    return "bound"


def _counts_other(draft: Figure, source: Figure) -> bool:
    if draft.kind in ("money", "measure", "ordinal", "multiple", "clock"):
        return False
    if not draft.nouns or not source.nouns or draft.nouns & source.nouns:
        return False
    # « personnes » may stand for anyone, and "94 men" for whoever they are: inmates, miners, soldiers.
    anyone = draft.nouns <= HUMAN and source.nouns & HUMAN and not {"man", "woman"} <= draft.nouns | source.nouns
    return not (anyone and (draft.nouns | source.nouns) & _ANYONE)
