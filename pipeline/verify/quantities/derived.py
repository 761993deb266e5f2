"""Figures that follow from those of the source: a share of two amounts, a span between two dates, the length of a list."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from pipeline.verify.alignment import Word, content_words, likeness
from pipeline.verify.clauses import clauses, side_of
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.arithmetic import is_calculated
from pipeline.verify.quantities.equal_figures import close, same_quantity
from pipeline.verify.quantities.figure import Figure
from pipeline.verify.quantities.figure_problems import is_bare
from pipeline.verify.quantities.recurrences import recurs_alike
from pipeline.verify.quantities.spans import is_span
from pipeline.verify.times.reckonings import reckoned

__all__ = ["counts_the_same", "follows", "is_derived", "is_hedged_by_its_verb"]

# Words nearer than ALIKE translate each other: what is counted on both sides is one thing.
ALIKE = 0.68
# What a figure counts is named by the next words, in this reach.
_REACH, _WORDS = 40, 2
_SMALL = 10


def is_derived(figure: Figure, claim: Statement, near: Sequence[Statement], anchor: date | None) -> bool:
    """Whether a figure that no passage states follows from what the passages state."""
    return (
        is_calculated(figure, claim, near)
        or is_span(figure, near, anchor)
        or _is_length_of_a_list(figure, near)
        or _is_what_was_missed(figure, near)
        or _is_the_rest(figure, near)
    )


def follows(figure: Figure, claim: Statement, near: Sequence[Statement], anchor: date | None) -> bool:
    """Whether a figure is what the passages give, in the order of one before it where it names none."""
    return (
        any(is_derived(one, claim, near, anchor) for one in (figure, *_in_the_order_before(figure, claim)))
        or recurs_alike(figure, claim, near)
        or _is_a_day(figure, claim, near, anchor)
        or _is_carried(figure, claim, near)
    )


_THE = re.compile(r"\b(?:le|du|au) $")


def _is_a_day(figure: Figure, claim: Statement, near: Sequence[Statement], anchor: date | None) -> bool:
    """« Découvert le 9 octobre, révélé le 14 »: a bare number is a day of the month just named, told or reckoned."""
    if not is_bare(figure) or not _THE.search(claim.text[: figure.start]):
        return False
    months = {one.month for one in claim.dates if one.month and one.start < figure.start}
    told = (*(when for one in near for when in one.dates), *reckoned(near, anchor))
    return any(when.day == figure.value and when.month in months for when in told)


def _in_the_order_before(figure: Figure, claim: Statement) -> Iterator[Figure]:
    """« 2,9 milliards, quand il en voulait 3,3 »: the bare figure in the unit and order of the one before."""
    if is_bare(figure) and figure.scale == 1 and _OF_IT.search(claim.text[: figure.start]):
        before = [one for one in claim.figures if one.end <= figure.start and one.scale > 1]
        yield from (
            replace(figure, kind=one.kind, unit=one.unit, value=figure.value * one.scale, scale=one.scale)
            for one in before[-1:]
        )


# « Elle en a perdu 86 »: millions, as the figure before it.
_OF_IT = re.compile(r"\ben\b[^.;:]{0,30}$", re.IGNORECASE)


def _is_carried(figure: Figure, claim: Statement, near: Sequence[Statement]) -> bool:
    """Whether a bare figure has the unit and the scale of one before it, and is so much in the passages."""
    if not is_bare(figure) or figure.scale > 1 or not _OF_IT.search(claim.text[: figure.start]):
        return False
    before = [one for one in claim.figures if one.end <= figure.start and one.scale > 1]
    return any(
        told.kind in (one.kind, "count")
        and one.scale == told.scale
        and close(figure.value * one.scale, told.value, 1e-6)
        for one in before[-1:]
        for statement in near
        for told in statement.figures
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

    Another telling figure or year of the claim, which no nearer passage has, stands beside it, or what it counts is named by the same word, of which no passage
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
    if _years(claim) & _years(holder) - {year for one in near if one is not holder for year in _years(one)}:
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


def _years(statement: Statement) -> frozenset[int]:
    return frozenset(one.year for one in statement.dates if one.year is not None and not one.relative)


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
