"""A quantity that was read: value, kind, unit, bound, and what it counts."""

from dataclasses import dataclass

from pipeline.verify.quantities.quantity_words import FigureKind

__all__ = ["Figure"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity. `unit` is a currency or a measure (empty: unknown), `bound` one of up_to, more_than, at_least,
    less_than, within, about (empty: exact), `nouns` the concepts it may count, `scale` its order when written as a
    word, `rate` the period it is counted over (« par jour »), `less` whether a multiple says how
    much less (« trois fois moins »), `occasions` whether one
    says how often something happened ("failed three times"), `given` whether it is a threshold that someone
    else set ("above the 60% required"), `issuer` whose currency it is where the text says so ("Canadian dollars"),
    `reached` whether something is told to have come to it (« grimpé jusqu’à »).
    """

    start: int
    end: int
    text: str
    value: float
    kind: FigureKind = "count"
    unit: str = ""
    bound: str = ""
    nouns: frozenset[str] = frozenset()
    scale: float = 1.0
    spelled: bool = False
    rate: str = ""
    less: bool = False
    occasions: bool = False
    given: bool = False
    issuer: str = ""
    reached: bool = False
