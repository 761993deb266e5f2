"""Figures that two others give: a share of a whole, what is left of one, a sum, a difference, a factor, an hour."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.equal_figures import close, same_quantity
from pipeline.verify.quantities.figure import Figure
from pipeline.verify.quantities.figure_problems import is_bare

__all__ = ["is_calculated", "is_the_rest_of_a_share"]

# Where the exact ratio may lie for a share told under each bound; « près d’un sur dix » is said of 8.7%.
_TOLERANCE = {"": (0.97, 1.03), "about": (0.85, 1.12), "more_than": (1.0, 1.25), "at_least": (1.0, 1.25)}
_TOLERANCE |= {"less_than": (0.8, 1.0), "up_to": (0.8, 1.0)}
_AMOUNTS = ("count", "money", "measure")
_MINUTES = {"hour": 60, "minute": 1}
_A_DAY, _HALF_A_DAY = 1440, 720


def is_calculated(figure: Figure, claim: Statement, near: Sequence[Statement]) -> bool:
    """Whether a figure that no passage states is what two figures give that they state."""
    if figure.kind in ("share", "percent"):
        found = _is_ratio(figure, claim, near) or is_the_rest_of_a_share(figure, near) or _is_majority(figure, near)
        return found or (figure.kind == "percent" and _is_change(figure, claim, near))
    if figure.kind == "multiple":
        return figure.value >= 2 and not figure.less and _is_factor(figure, claim, near)
    if figure.kind == "points":
        return _is_gap(figure, claim, near)
    if figure.kind == "clock":
        return any(_is_hour_of_arrival(figure, one) for one in near)
    if figure.unit in ("hour", "minute") and any(_is_hours_and_minutes(figure, one) for one in near):
        return True
    return figure.kind in _AMOUNTS and _is_difference(figure, claim, near)


def _fraction(figure: Figure) -> float:
    return figure.value * (0.01 if figure.kind == "percent" else 1.0)


def _amounts(statement: Statement, least: float = 0.0) -> list[Figure]:
    found = (each for each in statement.figures if each.kind in _AMOUNTS)
    return sorted(
        (each for each in found if each.kind != "count" or not each.spelled or each.value > least),
        key=lambda each: each.value,
    )


def _is_told(claim: Statement, but: Figure, amounts: Sequence[Figure]) -> bool:
    """Whether a claim states one of two amounts beside the figure that they give."""
    return any(same_quantity(each, amount) for each in claim.figures if each is not but for amount in amounts)


def _lies_at(ratio: float, figure: Figure) -> bool:
    least, most = _TOLERANCE.get(figure.bound, _TOLERANCE[""])
    return least <= ratio <= most


def _pairs(claim: Statement, but: Figure, near: Sequence[Statement]) -> Iterator[tuple[Figure, Figure]]:
    """Two amounts of one kind and unit in a passage, the lesser first, one of which the claim states."""
    for one in near:
        for part, whole in combinations(_amounts(one, 2), 2):
            alike = (part.kind, part.unit) == (whole.kind, whole.unit) or is_bare(part) or is_bare(whole)
            if alike and part.value and _is_told(claim, but, (part, whole)):
                yield part, whole


def _is_ratio(figure: Figure, claim: Statement, near: Sequence[Statement]) -> bool:
    """« Un quart des 1 200 salariés » for "of the 1,200 workers, 300": the claim states one of the two as well."""
    share = _fraction(figure)
    if share <= 0:
        return False
    if any(_lies_at(part.value / whole.value / share, figure) for part, whole in _pairs(claim, figure, near)):
        return True
    # What is told apart in the passages: the sum in one, a part of it in the next.
    ours = [each for each in claim.figures if each is not figure and each.kind in ("count", "money") and each.scale > 1]
    wholes = [each for one in near for each in one.figures if each.kind == "money" and each.scale > 1]
    return any(
        part.unit in ("", whole.unit) and _lies_at(part.value / whole.value / share, figure)
        for part in ours
        for whole in wholes
        if whole.value
    )


_OTHER_END = {"more_than": "less_than", "less_than": "more_than", "at_least": "up_to", "up_to": "at_least"}


def is_the_rest_of_a_share(figure: Figure, near: Sequence[Statement]) -> bool:
    """« 97 % des élèves » for "three in a hundred", « plus de neuf sur dix » for "fewer than one in ten": all the others."""
    # Half is the complement of half: nothing would tell of whom it is said.
    theirs = (
        each for one in near for each in one.figures if each.kind in ("percent", "share") and _fraction(each) != 1 / 2
    )
    return any(
        close(1 - _fraction(each), _fraction(figure), 0.005) and figure.bound == _OTHER_END.get(each.bound, each.bound)
        for each in theirs
    )


_VOTE = re.compile(r"\b(?:vot(?:e[sd]?|ing)|ballots?|elected|approved|rejected|passed|carried)\b", re.IGNORECASE)
_AGAINST = re.compile(r" ?(?:to|-|–|against)(?: just| only)? ?|(?: votes?)? (?:to|in favou?r(?: and|,)|against)(?: just| only)? ")  # fmt: skip


def _is_majority(figure: Figure, near: Sequence[Statement]) -> bool:
    """« 85 % des votants » for "by 212 votes to 37"."""
    votes = (one for one in near if _fraction(figure) > 0 and _VOTE.search(one.text))
    return any(
        _lies_at(each.value / (first.value + second.value) / _fraction(figure), figure)
        for one in votes
        for first, second in pairwise(one.figures)
        if first.kind == second.kind == "count" and _AGAINST.fullmatch(one.text, first.end, second.start)
        for each in (first, second)
        if each.value
    )


def _is_change(figure: Figure, claim: Statement, near: Sequence[Statement]) -> bool:
    """« En hausse de 13 % » for "9,400, up from 8,300"."""
    return _DIFFERS.search(claim.text) is not None and any(
        _lies_at((more.value - less.value) / base.value * 100 / figure.value, figure)
        for less, more in _pairs(claim, figure, near)
        for base in (less, more)
    )


def _is_factor(figure: Figure, claim: Statement, near: Sequence[Statement]) -> bool:
    """« Près de sept fois les 350 euros proposés » for "2,400 euros … has offered 350", in sentences of one paragraph too."""
    if any(_lies_at(more.value / less.value / figure.value, figure) for less, more in _pairs(claim, figure, near)):
        return True
    for one, other in combinations(near, 2):
        for mine in _amounts(one, 2) if one.place == other.place else ():
            for theirs in _amounts(other, 2):
                alike = mine.unit == theirs.unit or "" in (mine.unit, theirs.unit)
                low, high = sorted((mine.value, theirs.value))
                if (
                    alike
                    and low
                    and _lies_at(high / low / figure.value, figure)
                    and _is_told(claim, figure, (mine, theirs))
                ):
                    return True
    return False


def _is_gap(figure: Figure, claim: Statement, near: Sequence[Statement]) -> bool:
    """« Quinze points de plus » for "62 percent, up from 47": the claim states one of the two."""
    if figure.unit != "point":
        return False
    for one in near:
        rates = [each for each in one.figures if each.kind in ("percent", "count")]
        for first, second in combinations(rates, 2):
            percents = "percent" in (first.kind, second.kind) and all(each.value <= 100 for each in (first, second))
            gap = abs(first.value - second.value)
            if percents and close(gap, figure.value, 0.03) and _is_told(claim, figure, (first, second)):
                return True
    return False


def _is_hour_of_arrival(figure: Figure, statement: Statement) -> bool:
    """« Arrivée à 8 h 40 » for "leaves at 9:40 p.m. and arrives eleven hours later"."""
    hours = [each.value for each in statement.figures if each.kind == "clock"]
    spans = [each.value * _MINUTES[each.unit] for each in statement.figures if each.unit in _MINUTES]
    return any(
        (hour + way * span - figure.value) % _A_DAY in (0, _HALF_A_DAY)
        for hour in hours
        for span in spans
        for way in (1, -1)
    )


_HOURS = re.compile(
    r"\b(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+) hours?,? (?:and )?$", re.IGNORECASE
)
_WORDS = ("a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: n for n, words in enumerate(_WORDS, 1) for word in words.split()}


def _is_hours_and_minutes(figure: Figure, statement: Statement) -> bool:
    """« Près de deux heures » for "an hour and 50 minutes"."""
    ours = figure.value * _MINUTES[figure.unit]
    for one in statement.figures if ours else ():
        hours = _HOURS.search(statement.text[: one.start]) if one.unit == "minute" else None
        if hours:
            whole = (_NUMBERS.get(hours["n"].lower()) or int(hours["n"])) * 60
            return _lies_at((whole + one.value) / ours, figure)
    return False


# What is compared differs by a figure: "400 million less than", "up by 30", « trente de moins ».
_COMPARED = re.compile(
    r"\b(?:more|less|fewer|higher|lower|longer|shorter|later|earlier|older|younger|above|below|short of|up|down|by|extra|additional|cut|added|rose|fell|grew|dropped)\b"
    r"|\bfrom\b[^.;:]{1,30}? to\b",
    re.IGNORECASE,
)
_DIFFERS = re.compile(
    r"\b(?:de (?:plus|moins)|en (?:plus|moins)|supplémentaires?|(?:baiss|hauss|recul|progress|augment|diminu|supprim|perd|gagn|amput|rédui|cré|bond|chut|accr|dispar|ferm|manqu)\w*|écarts?|différence|avance|solde)\b",
    re.IGNORECASE,
)


# « 800 000 de plus »
_BESIDE = re.compile(r"(?: [\w’'-]+)? de (?:plus|moins)\b")


def _told_together(near: Sequence[Statement], *, apart: bool) -> Iterator[tuple[bool, list[Figure]]]:
    """The amounts of each passage, and whether it compares; `apart`: those of a paragraph as well."""
    for one in near:
        yield _COMPARED.search(one.text) is not None, _amounts(one)
    for place in dict.fromkeys(one.place for one in near) if apart else ():
        found = (each for one in near if one.place == place for each in _amounts(one))
        yield False, sorted(found, key=lambda each: each.value)


def _is_difference(figure: Figure, claim: Statement, near: Sequence[Statement]) -> bool:
    """« Quand il en demandait 3,3 milliards » for "2.9 billion, 400 million less than it asked", « trente de moins » for "from 80 to 50"."""
    differs = _DIFFERS.search(claim.text) is not None
    for compared, amounts in _told_together(near, apart=_BESIDE.match(claim.text, figure.end) is not None):
        for less, more in combinations((each for each in amounts if _is_alike(each, figure)), 2):
            unlike = less.unit != more.unit and "" not in (less.unit, more.unit)
            if unlike or not _is_told(claim, figure, (less, more)):
                continue
            sums = ((more.value + less.value, compared), (more.value - less.value, compared or differs))
            if any(told and close(figure.value, value, 1e-9) for value, told in sums):
                return True
    return False


def _is_alike(each: Figure, figure: Figure) -> bool:
    """Whether amounts may be added: "400 million less" than a sum in euros is in euros, « contre 9 400 » in tonnes as before."""
    if is_bare(figure):
        return True
    unsaid = each.kind == "count" and (each.scale > 1 or not each.nouns)
    return (each.kind == figure.kind or unsaid) and each.unit in ("", figure.unit)
