"""When two figures have one value, however each says it: rounded, converted, as a share or a percentage."""

import re
from collections.abc import Iterator

from pipeline.verify.quantities.figure import Figure

__all__ = ["bounds_truly", "close", "digits", "is_told_in_a_word", "rank_of", "same_quantity"]

# What turns a measure into another of its family: km, kg, hectares, minutes.
_FACTORS = {
    "mile": ("km", 1.609), "km": ("km", 1.0), "m": ("km", 0.001), "foot": ("km", 0.0003048), "cm": ("km", 0.00001),
    "mm": ("km", 0.000001),
    "inch": ("km", 0.0000254), "yard": ("km", 0.0009144), "mph": ("kmh", 1.609), "kmh": ("kmh", 1.0),
    "sq_mile": ("hectare", 259.0), "sq_km": ("hectare", 100.0), "sq_m": ("hectare", 0.0001),
    "sq_foot": ("hectare", 0.0000092903), "gram": ("kg", 0.001), "ounce": ("kg", 0.02835), "m3": ("litre", 1000.0),
    "acre": ("hectare", 0.4047), "hectare": ("hectare", 1.0), "lb": ("kg", 0.4536),
    "kg": ("kg", 1.0), "ton": ("kg", 1000.0), "gallon": ("litre", 3.785), "litre": ("litre", 1.0),
    "MW": ("MW", 1.0), "GW": ("MW", 1000.0), "GB": ("GB", 1.0), "TB": ("GB", 1000.0),
    "second": ("minute", 1 / 60), "minute": ("minute", 1.0), "hour": ("minute", 60.0), "day": ("minute", 1440.0),
    "week": ("minute", 10080.0), "month": ("minute", 43800.0), "year": ("minute", 525600.0),
    "decade": ("minute", 5256000.0),
    "cent": ("money", 1.0),
}  # fmt: skip
# Spans that are told in one word, with no number to read, in minutes.
_SPANS = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), years * 525_600)
    for words, years in (
        (r"(?:an?|the|this|one|past|last|next)[ -]decade|(?:une|la|cette|dernière|prochaine) décennie", 10),
        (r"(?:an?|the|this|one|past|last|next)[ -]century|century-(?:old|long)|(?:un|le|ce|dernier) siècle", 100),
        (r"half[ -](?:a[ -])?century|demi-siècle", 50),
        (r"quarter[ -](?:of a[ -])?century|quart de siècle", 25),
        (r"fortnights?|quinzaine", 14 / 365),
        (
            r"(?:an?|per|every|each|last|past|next|one|this)[ -]year(?![ -]old)|(?:une?|chaque) an(?:née)?",
            1,
        ),
        (r"the year (?:to|ended|ending|through)|(?:fiscal|financial) year", 1),
        (r"(?:an?|per|every|each|last|past|next|one|this)[ -]month|(?:un|chaque) mois", 1 / 12),
        (r"(?:an?|per|every|each|last|past|next|one|this)[ -]week|(?:une|chaque) semaine", 7 / 365),
        (r"(?:an?|per|every|each|one)[ -]day|(?:un|chaque) jour|(?:une|chaque) journée", 1 / 365),
        (r"semestre", 0.5),
        (r"trimestre", 0.25),
        (r"un an et demi", 1.5),
        (r"une heure et demie", 1.5 / 8760),
    )
)
# A week and a fortnight as French counts their days.
_DAYS_TOLD = {8.0: 7.0, 15.0: 14.0}
_HALF_A_DAY = 720
_DEGREE = 0.6
_ORDER = 1e5
# Where flames came "within two miles", they are so far.
_EXACT = ("", "within")
_NOON_AND_MIDNIGHT = {
    720: re.compile(r"\b(?:noon|midday|midi)\b", re.I),
    0: re.compile(r"\b(?:midnight|minuit)\b", re.I),
}
_TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})


def same_quantity(draft: Figure, source: Figure) -> bool:
    """Whether two figures have one value, however each says it (percent and share, miles and kilometres)."""
    return rank_of(draft, source) is not None


def rank_of(draft: Figure, source: Figure) -> int | None:
    """0: the same value; 1: the same in other words; 2: rounded; None: another value."""
    if "vague" in (draft.kind, source.kind):
        return 0 if draft.kind == source.kind and draft.value == source.value else None
    if "clock" in (draft.kind, source.kind):
        return _clock_rank(draft, source)
    if close(draft.value, source.value, 1e-9):
        return 0
    # "A third patient" reads like a share, unless it says of what.
    if draft.kind == "ordinal" and source.kind == "share" and not source.text.endswith(" of"):
        return 1 if 2 < draft.value <= 5 and close(draft.value * source.value, 1.0, 1e-9) else None
    if any(close(one, two, 0.005) for one, two in _rewordings(draft, source)):
        return 1
    if {draft.unit, source.unit} <= set(_FACTORS) and draft.unit != source.unit:
        return _conversion_rank(draft, source)
    return 2 if _is_rounding(draft, source) else None


def is_told_in_a_word(figure: Figure, text: str) -> bool:
    """Whether a text has the span that a figure names without a number: « dix ans » for "a decade"."""
    if figure.kind == "clock":
        return (hour := _NOON_AND_MIDNIGHT.get(int(figure.value))) is not None and bool(hour.search(text))
    if figure.unit not in _TIME:
        return False
    minutes = _as_counted(figure) * _FACTORS[figure.unit][1]
    return any(close(minutes, span, 0.08) and words.search(text) for words, span in _SPANS)


def _rewordings(draft: Figure, source: Figure) -> Iterator[tuple[float, float]]:
    if draft.unit == "degree" and source.unit in ("degree", "fahrenheit"):
        # American sources leave « Fahrenheit » unsaid; a degree more or less is rounding.
        celsius = (source.value - 32) / 1.8
        yield (1.0, 1.0) if abs(celsius - draft.value) <= _DEGREE else (0.0, 1.0)
    basis = {"basis_point": 0.01, "point": 1.0}
    if draft.unit != source.unit and {draft.unit, source.unit} <= set(basis):
        yield draft.value * basis[draft.unit], source.value * basis[source.unit]
    shares = {"percent": 0.01, "share": 1.0}
    if draft.kind != source.kind and draft.kind in shares and source.kind in shares:
        yield draft.value * shares[draft.kind], source.value * shares[source.kind]
    # « Accru de 40 % » for "1.4 times as likely".
    if (draft.kind, source.kind) == ("percent", "multiple") and not source.occasions and source.value > 1:
        yield draft.value, (source.value - 1) * 100
    # More than three times as much is never more than a third.
    alike = draft.bound == source.bound == "more_than"
    if {draft.kind, source.kind} == {"share", "multiple"} and not alike and not source.occasions:
        yield draft.value, 1 / source.value
    if (
        draft.bound == "about"
        and source.bound in ("about", "")
        and draft.spelled
        and {draft.value, source.value} == {10, 12}
    ):
        yield 1.0, 1.0


def _clock_rank(draft: Figure, source: Figure) -> int | None:
    # "the 17.40 ferry": only the other side tells that it is a time.
    if draft.kind == "clock" and (time := re.fullmatch(r"([01]?\d|2[0-3])[.:]([0-5]\d)", source.text)):
        return 0 if draft.value - int(time[1]) * 60 - int(time[2]) in (0, _HALF_A_DAY) else None
    if any(one.kind != "clock" and one.unit not in ("", "hour") for one in (draft, source)):
        return None
    minutes = [one.value if one.kind == "clock" else one.value * 60 for one in (draft, source)]
    # "Half past six" is 6 h 30 or 18 h 30.
    apart = abs(minutes[0] - minutes[1])
    if source.unit == "dial":
        return 1 if apart in (0, _HALF_A_DAY) else None
    return 0 if apart == 0 else None


def _conversion_rank(draft: Figure, source: Figure) -> int | None:
    """1: a measure in another unit; 2: so told by a round number below or above it, « plus de 300 hectares »."""
    family, factor = _FACTORS[draft.unit]
    other, rate = _FACTORS[source.unit]
    if family != other or "money" in (family, other) or not draft.value:
        return None
    ours, theirs = _as_counted(draft) * factor, source.value * rate
    if close(ours, theirs, 0.08 if draft.unit in _TIME else 0.04):
        return 1
    least, most = {"more_than": (1.0, 1.12), "at_least": (1.0, 1.12), "less_than": (0.88, 1.0)}.get(
        draft.bound, (1.0, 1.0)
    )
    return 2 if source.bound in _EXACT and least < theirs / ours < most else None


def _as_counted(figure: Figure) -> float:
    """The value of a figure, « huit jours » being a week and « quinze jours » two."""
    told = figure.unit == "day" and figure.spelled
    return _DAYS_TOLD.get(figure.value, figure.value) if told else figure.value


def bounds_truly(draft: Figure, source: Figure) -> bool:
    """« plus de deux ans et demi » for "31 months": whether an added bound says where the exact measure lies."""
    if source.bound not in _EXACT or draft.unit == source.unit or not {draft.unit, source.unit} <= set(_FACTORS):
        return False
    (family, factor), (other, rate) = _FACTORS[draft.unit], _FACTORS[source.unit]
    if family != other:
        return False
    ratio = source.value * rate / (draft.value * factor)
    return {"more_than": ratio > 1, "at_least": ratio >= 1, "less_than": ratio < 1, "up_to": ratio <= 1}.get(
        draft.bound, False
    )


def close(one: float, two: float, tolerance: float) -> bool:
    """Whether two values differ by no more than a share of the larger."""
    return abs(one - two) <= tolerance * max(abs(one), abs(two))


def _is_rounding(draft: Figure, source: Figure) -> bool:
    """« près de 5 000 » for 4,987: the hedge says which way; a figure of less digits says it by itself."""
    if {draft.kind, source.kind} == {"share", "percent"}:
        return _is_rounded_share(draft, source)
    # « Près d’un demi-milliard d’euros » for 480 million: the order is told, the currency after it.
    unsaid = source.kind == "money" and draft.kind == "count" and not draft.unit and draft.value >= _ORDER
    if (
        (draft.kind != source.kind and not unsaid)
        or (draft.unit != source.unit and not unsaid)
        or not draft.value
        or (draft.spelled != source.spelled and draft.value < 10)
    ):
        return False
    ratio = source.value / draft.value
    match draft.bound:
        case "about":
            return 0.93 <= ratio <= 1.07 and digits(draft.value) <= digits(source.value)
        case "more_than" | "at_least":
            return 1.0 < ratio <= 1.1 and digits(draft.value) < digits(source.value)
        case "less_than":
            return 0.9 <= ratio < 1.0 and digits(draft.value) < digits(source.value)
        case _:
            return 0.98 <= ratio <= 1.02 and digits(draft.value) < digits(source.value) and digits(source.value) > 2


def _is_rounded_share(draft: Figure, source: Figure) -> bool:
    """« un sur quatre » for "27 percent", « près de la moitié » for "48 percent": a share in words is round."""
    ours, theirs = (one.value * (0.01 if one.kind == "percent" else 1.0) for one in (draft, source))
    if draft.kind != "share" or not ours:
        return False
    least, most = {
        "more_than": (1.0, 1.2),
        "at_least": (1.0, 1.2),
        "less_than": (0.85, 1.0),
        "about": (0.89, 1.11),
    }.get(draft.bound, (0.92, 1.09))
    return least <= theirs / ours <= most


def digits(value: float) -> int:
    """How many digits of a value carry something: 2 for 4,900."""
    return len(f"{value:.10g}".replace(".", "").strip("0"))
