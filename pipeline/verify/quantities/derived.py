"""Figures that follow from those of the source: a share of two amounts, a span between two dates, the length of a list."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from pipeline.verify.alignment import Word, content_words, likeness
from pipeline.verify.clauses import clauses, side_of
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.equal_figures import same_quantity
from pipeline.verify.quantities.numbers import Figure
from pipeline.verify.times.dates import When

__all__ = ["counts_the_same", "is_derived", "is_hedged_by_its_verb"]

# Words nearer than ALIKE translate each other: what is counted on both sides is one thing.
ALIKE = 0.68
# What a figure counts is named by the next words, in this reach.
_REACH, _WORDS = 40, 2
_MONTHS_IN = {"year": 12, "month": 1}
_SMALL = 10


def is_derived(figure: Figure, claim: Statement, near: Sequence[Statement], anchor: date | None) -> bool:
    """Whether a figure that no passage states follows from what the passages state."""
    return (
        _is_ratio(figure, claim, near)
        or _is_span(figure, near, anchor)
        or _is_length_of_a_list(figure, near)
        or _is_what_was_missed(figure, near)
        or _is_the_rest(figure, near)
    )


# "Eleven voted in favour, one short of the majority": twelve were needed.
_SHORT_OF = re.compile(
    r"\b(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|(?<![\d,.])\d[\d,]*) (?:[\w-]+ )?(?:short of|shy of|too few|fewer than (?:needed|required))",
    re.IGNORECASE,
)
_NUMBERS = {
    word: n for n, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1)
}


_ALL_BUT = re.compile(r"\ball but (?P<n>one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)\b", re.IGNORECASE)
_FIRST_OF = re.compile(
    r"\b(?:one|the first|only the first|first) of (?:its |the |his |her |their )?(?P<n>two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)


def _is_the_rest(figure: Figure, near: Sequence[Statement]) -> bool:
    """« Onze des treize » for "thirteen …; all but two", « un quart » for "the first of four instalments"."""
    for one in near:
        if figure.kind == "share":
            match = _FIRST_OF.search(one.text)
            if match and abs(1 / _NUMBERS[match["n"].lower()] - figure.value) < 1e-6:
                return True
        elif figure.kind == "count" and not figure.bound and (match := _ALL_BUT.search(one.text)):
            left = _number(match["n"])
            if any(each.value - left == figure.value for each in one.figures if each.end <= match.start()):
                return True
    return False


def _number(word: str) -> float:
    return _NUMBERS.get(word.lower()) or float(word.replace(",", ""))


def _is_what_was_missed(figure: Figure, near: Sequence[Statement]) -> bool:
    """« Il en fallait douze » for "eleven, one short of the majority"."""
    if figure.kind not in ("count", "money") or figure.bound:
        return False
    for one in near:
        match = _SHORT_OF.search(one.text)
        lacked = _number(match["n"]) if match else 0
        if match and any(each.value + lacked == figure.value for each in one.figures if each.end <= match.start("n")):
            return True
    return False


_TOLERANCE = {"": (0.97, 1.03), "about": (0.9, 1.1), "more_than": (1.0, 1.25), "at_least": (1.0, 1.25)}
_TOLERANCE |= {"less_than": (0.8, 1.0), "up_to": (0.8, 1.0)}


def _is_ratio(figure: Figure, claim: Statement, near: Sequence[Statement]) -> bool:
    """« Un quart des 1 200 salariés » for "of the 1,200 workers, 300": the claim states one of the two as well."""
    if figure.kind not in ("share", "percent") or not figure.value > 0:
        return False
    share = figure.value * (0.01 if figure.kind == "percent" else 1.0)
    least, most = _TOLERANCE[figure.bound if figure.bound in _TOLERANCE else ""]
    for one in near:
        amounts = [each for each in one.figures if each.kind in ("count", "money") and each.value > 2]
        for part, whole in combinations(sorted(amounts, key=lambda each: each.value), 2):
            alike = part.kind == whole.kind and part.unit == whole.unit
            said = any(same_quantity(each, amount) for each in claim.figures for amount in (part, whole))
            if alike and said and least <= part.value / whole.value / share <= most:
                return True
    # What is told apart in the passages: the sum in one, a part of it in the next.
    ours = [each for each in claim.figures if each is not figure and each.kind in ("count", "money") and each.scale > 1]
    wholes = [each for one in near for each in one.figures if each.kind == "money" and each.scale > 1]
    return any(
        part.unit in ("", whole.unit) and least <= part.value / whole.value / share <= most
        for part in ours
        for whole in wholes
        if whole.value
    )


def _is_span(figure: Figure, near: Sequence[Statement], anchor: date | None) -> bool:
    """« À six mois du scrutin », « en trois ans »: from the day of the article, or between two dates of one passage."""
    if figure.unit not in _MONTHS_IN:
        return False
    months = figure.value * _MONTHS_IN[figure.unit]
    return any(span == months for one in near for span in _spans(one.dates, figure.unit, anchor))


def _spans(dates: Sequence[When], unit: str, anchor: date | None) -> Iterator[int]:
    told = [one for one in dates if unit == "month" or one.year is not None]
    for one, other in combinations(told, 2):
        if one.year is not None and other.year is not None and (unit == "year" or (one.month and other.month)):
            yield abs((one.year - other.year) * 12 + ((one.month or 1) - (other.month or 1)) * (unit == "month"))
    if anchor is not None:
        yield from (span for one in told for span in _spans_from(one, unit, anchor))


def _spans_from(when: When, unit: str, anchor: date) -> Iterator[int]:
    if unit == "month" and when.month:
        years = (when.year,) if when.year is not None else (anchor.year - 1, anchor.year, anchor.year + 1)
        yield from (abs((year - anchor.year) * 12 + when.month - anchor.month) for year in years)
    elif unit == "year" and when.year is not None:
        yield abs(when.year - anchor.year) * 12


_LIST = re.compile(
    r"(?:[A-ZÀ-Ý][\w’'.-]*(?: [A-ZÀ-Ý][\w’'.-]*){0,3}, ){1,8}[A-ZÀ-Ý][\w’'.-]*(?: [A-ZÀ-Ý][\w’'.-]*){0,3},? (?:and|et) (?:the |l[ea] |les |l[’'])?[A-ZÀ-Ý]"
)


def _is_length_of_a_list(figure: Figure, near: Sequence[Statement]) -> bool:
    """« Quatre autres pays » for "Estonia, Iceland, Latvia and Slovenia"."""
    if not figure.spelled or figure.kind != "count" or figure.unit or not 3 <= figure.value <= _SMALL:
        return False
    return any(
        match.group().count(", ") + 2 - bool(re.search(r", (?:and|et) ", match.group())) == figure.value
        for one in near
        for match in _LIST.finditer(one.text)
    )


def counts_the_same(
    figure: Figure, claim: Statement, theirs: Figure, holder: Statement, near: Sequence[Statement]
) -> bool:
    """Whether a figure that stands in a passage unlike the claim counts the same thing there all the same.

    Another telling figure of the claim, which no nearer passage has, stands beside it, or what it counts is named by the same word, of which no passage
    nearer the claim gives another figure.
    """
    known = [each for one in near if one is not holder for each in one.figures]
    others = [
        one
        for one in claim.figures
        if one.start != figure.start and _is_telling(one) and not any(same_quantity(one, each) for each in known)
    ]
    if any(same_quantity(one, other) and other.start != theirs.start for one in others for other in holder.figures):
        return True
    ours = _counted(claim, figure)
    if not ours or not _answers(ours, _counted(holder, theirs)):
        return False
    return not any(
        _answers(ours, _counted(one, other))
        for one in near
        if one is not holder
        for other in one.figures
        if not same_quantity(figure, other)
    )


def _is_telling(figure: Figure) -> bool:
    return figure.kind != "ordinal" and not (figure.spelled and figure.value <= _SMALL)


def _counted(statement: Statement, figure: Figure) -> tuple[Word, ...]:
    """The words right after a figure, up to the next stop: what it counts."""
    side = side_of(statement)
    stop = re.compile(r"[.,;:!?()]").search(statement.text, figure.end)
    end = min(figure.end + _REACH, stop.start() if stop else len(statement.text))
    words = [one for one in content_words(statement.text, side) if figure.end <= one.start < end]
    if side == "fr":
        return tuple(one for one in words[:1] if _RIGHT_AFTER.fullmatch(statement.text, figure.end, one.start))
    return tuple(words[:_WORDS])


_RIGHT_AFTER = re.compile(r"[ \u00a0](?:de |d[’'])?")


def _answers(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    return bool(theirs) and any(float(likeness(one, theirs).max()) >= ALIKE for one in ours)


_ESTIMATED = re.compile(
    r"\b(?:estimated|projected|expected|forecast|anticipated)(?: at)? (?:[$€£]|US\$)?$", re.IGNORECASE
)
_ESTIMATES = re.compile(r"\b\w+r(?:ait|aient)\b|\b(?:estim|évalu|chiffr|attend|prév|escompt|table)\w*", re.IGNORECASE)


def is_hedged_by_its_verb(figure: Figure, claim: Statement, theirs: Figure, holder: Statement) -> bool:
    """« Rapporterait 95 millions » for "would raise an estimated 95 million": the conditional holds it for an estimate."""
    if figure.bound or not _ESTIMATED.search(holder.text[: theirs.start]):
        return False
    around = next(((a, b) for a, b in clauses(claim.text) if a <= figure.start < b), (0, len(claim.text)))
    return bool(_ESTIMATES.search(claim.text, *around))
