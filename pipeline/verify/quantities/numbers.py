"""Reading quantities in English and French: value, order, unit, currency, bound, and what is counted.

Offsets count characters of the text that was read. Dates are read before (`dates.py`) and their places left out.
"""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from text_to_num import find_numbers

from pipeline.verify.lexicon import concept_of
from pipeline.verify.quantities.completing import completed
from pipeline.verify.quantities.currencies import issuer_of, weighs
from pipeline.verify.quantities.figure import Figure
from pipeline.verify.quantities.quantity_words import (
    IDIOMS,
    NOUN_STOPS,
    SCALES,
    UNITS,
    FigureKind,
)
from pipeline.verify.times.clocks import clocks_in

__all__ = ["FigureKind", "read_figures"]


_DIGITS = {
    "en": re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,])\d+(?:\.\d+)?"),
    "fr": re.compile(
        r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:,\d+)?"
        r"|(?<![\w.,])\d{1,3}(?:\.\d{3})+(?![\d,.]\d)|(?<![\w.,])\d+(?:[.,]\d+)?"
    ),
}
_CURRENCY_BEFORE = re.compile(r"(?:(US|C|A|CA|AU|NZ|HK|S)?\$|€|£|¥|₹|USD|EUR|GBP)[ \u00a0\u202f]?$")
_SYMBOLS = {"€": "euro", "£": "pound", "¥": "yen", "₹": "rupee", "USD": "dollar", "EUR": "euro", "GBP": "pound"}
_ORDINAL_TAIL = {
    "en": re.compile(r"(?:st|nd|rd|th)\b"),
    "fr": re.compile(r"(?:ers?|ères?|re|e|es|è|ème|èmes|nde?|ᵉ)\b(?!\w)"),
}
# A digit glued to letters is a name (A320, COVID-19, 5G), unless the letters are an order or a unit.
_NAME_BEFORE = re.compile(r"[A-ZÀ-Ý][\w]*[-–]$|[A-Za-zÀ-ÿ]$")
# "96 million gils ($26 million)": money of whatever name, for its worth in another is told right after.
_CONVERTED = re.compile(
    r" (?P<money>[^\W\d_]{2,15}) \("
    r"(?:or |about |around |roughly |some |nearly |approximately |equivalent to |worth |equal to )*"
    r"(?:US|[ACS]|AU|NZ|HK)?[$€£]\d",
    re.IGNORECASE,
)
_HALF = re.compile(r" et demie?\b| and a half\b")
# "A year and a half", « un an et demi »: the half makes a quantity of what is an article otherwise.
_ONE_AND_A_HALF = {
    "en": re.compile(
        r"\b(?:an?|one)(?P<unit> (?:year|month|week|day|hour))[- ]and[- ]a[- ]half\b"
        r"|\bone[- ]and[- ]a[- ]half(?P<units>[- ](?:years?|months?|weeks?|days?|hours?))\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"\bune?(?P<unit>[ \u00a0](?:an|année|mois|semaine|journée|heure)) et demie?\b", re.IGNORECASE),
}
_OF_ORDER = re.compile(r"[ \u00a0]de (milliers|millions|milliards)\b")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_ARTICLE_NEXT = re.compile(r"[ \u00a0](?:l[ea]s? |l[’']|son |sa |ses |leurs? |cet? |cette |ces )")
_SPANS_OF_TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
_ONE_OF = re.compile(r"[ -](?:per ?cent|percent|%|percentage|pour ?cent)", re.IGNORECASE)
_A_SINGLE = re.compile(
    r"(?<!one in )(?<!chance in )(?<!never in )(?<!thanks )(?<!half )(?<! of )(?<!not in )\ba $", re.IGNORECASE
)
_SPACES = " \u00a0\u202f\u2009-"


def read_figures(text: str, language: str, taken: Iterable[tuple[int, int]] = ()) -> tuple[Figure, ...]:
    """All quantities of a text in `en` or `fr`, in order; places in `taken` (start, end) are not read again."""
    side = "fr" if language == "fr" else "en"
    used = list(taken)
    found: list[Figure] = []
    for reader in (_read_clocks, _read_halves, _read_ages, _read_idioms, _read_digits, _read_words):
        for figure in reader(text, side):
            if not any(figure.start < end and start < figure.end for start, end in used):
                found.append(figure)
                used.append((figure.start, figure.end))
    found.sort(key=lambda one: one.start)
    return completed(found, text, side)


def _read_clocks(text: str, side: str) -> Iterator[Figure]:
    for start, end, minutes, unit in clocks_in(text, side):
        yield Figure(start, end, text[start:end], minutes, "clock", unit)


def _read_halves(text: str, side: str) -> Iterator[Figure]:
    for match in _ONE_AND_A_HALF[side].finditer(text):
        said = next(one for one in match.groups() if one)
        unit = next(name for pattern, name, _ in UNITS[side] if pattern.fullmatch(said))
        yield Figure(*match.span(), match.group(), 1.5, "measure", unit, spelled=True)


# "Free for all over-60s", "the under-25s"
_AGES = re.compile(r"\b(?P<bound>over|under)[- ](?P<age>\d{1,2})s\b", re.IGNORECASE)


def _read_ages(text: str, side: str) -> Iterator[Figure]:
    for match in _AGES.finditer(text) if side == "en" else ():
        bound = "more_than" if match["bound"].lower() == "over" else "less_than"
        yield Figure(*match.span(), match.group(), float(match["age"]), "measure", "year", bound)


def _read_idioms(text: str, side: str) -> Iterator[Figure]:
    for pattern, value, kind, bound in IDIOMS[side]:
        for match in pattern.finditer(text):
            # The order in « une soixantaine de milliers » belongs to what stands before it.
            if kind == "vague" and text[: match.start()].endswith("aine "):
                continue
            amount = value if value is not None else _quotient(match, side)
            # "Seven years ahead of two": no part is more than its whole.
            if amount is not None and not (kind == "share" and amount > 1):
                # « une soixantaine de milliers »
                order = _OF_ORDER.match(text, match.end()) if side == "fr" and kind == "count" else None
                end, scale = (order.end(), SCALES["fr"][1][order[1]]) if order else (match.end(), 1.0)
                nouns = _nouns(text, end, side) | _nouns(match.group(), 0, side)
                said = text[match.start() : end]
                unit, family = _length_after(text, end, side) if bound == "about" else ("", kind)
                yield Figure(
                    match.start(), end, said, amount * scale, family if unit else kind, unit, bound, nouns, scale, True
                )


def _length_after(text: str, end: int, side: str) -> tuple[str, FigureKind]:
    """« une quinzaine de kilomètres » measures: its unit, unless it is one of time, which nobody converts."""
    start = of.end() if (of := re.compile(r"[ \u00a0](?:de |d[’'])").match(text, end)) else end
    return next(
        (
            (name, kind)
            for pattern, name, kind in UNITS[side]
            if kind == "measure" and name not in _SPANS_OF_TIME and pattern.match(text, start)
        ),
        ("", "count"),
    )


def _quotient(match: re.Match[str], side: str) -> float | None:
    """`seven in ten`: .7; a single number (`three times`): itself."""
    values = [_small(one, side) for one in match.groups() if one]
    if not values or None in values:
        return None
    first, *rest = [one for one in values if one is not None]
    return first / rest[0] if rest and rest[0] else first


def _small(word: str, side: str) -> float | None:
    if re.fullmatch(r"\d+(?:[.,]\d+)?", word):
        return float(word.replace(",", "."))
    return next((value for value, _, _, _ in _spelled(word, side)), None)


def _read_digits(text: str, side: str) -> Iterator[Figure]:
    for match in _DIGITS[side].finditer(text):
        start, end = match.span()
        if _NAME_BEFORE.search(text[max(0, start - 12) : start]) and not _CURRENCY_BEFORE.search(text[:start]):
            continue
        if ordinal := _ORDINAL_TAIL[side].match(text, end):
            yield Figure(start, ordinal.end(), text[start : ordinal.end()], _number(match.group(), side), "ordinal")
            continue
        figure = _measured(text, start, end, _number(match.group(), side), side)
        # `5G`, `3D`: letters that are no unit make it a name.
        if figure.end == end and text[end : end + 1].isalpha():
            continue
        yield figure


def _number(digits: str, side: str) -> float:
    if side == "en":
        return float(digits.replace(",", ""))
    plain = re.sub(r"[ \u00a0\u202f\u2009]", "", digits)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", plain):
        plain = plain.replace(".", "")
    return float(plain.replace(",", "."))


class _Token:
    def __init__(self, match: re.Match[str]) -> None:
        self.span = match.span()
        self.word = match.group().lower()

    def text(self) -> str:
        return self.word

    def nt_separated(self, previous: Any) -> bool:  # noqa: ARG002 - the library's protocol
        return False

    def not_a_number_part(self) -> bool:
        return False


_TOKENS = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|\s+")


def _spelled(text: str, side: str) -> Iterator[tuple[float, bool, int, int]]:
    tokens = [_Token(match) for match in _TOKENS.finditer(text)]
    for one in find_numbers(tokens, side, 0):
        yield one.value, one.is_ordinal, tokens[one.start].span[0], tokens[one.end - 1].span[1]


def _read_words(text: str, side: str) -> Iterator[Figure]:
    for value, is_ordinal, start, end in _spelled(text, side):
        words = text[start:end]
        if value < 2 and not _ONE_OF.match(text, end):
            continue
        if re.search(r"\d", words) or _is_no_number(words.lower(), text, start, end):
            continue
        if is_ordinal:
            yield Figure(start, end, words, value, "ordinal", spelled=True)
        elif value in (100, 1_000, 1e6, 1e9) and re.fullmatch(r"(?:milli(?:on|ard)|billion|trillion)s?", words.lower()):
            # "More than a million customers": the article counts; "one in a million" and "millions" do not.
            if side == "en" and _A_SINGLE.search(text, 0, start):
                yield replace(
                    _measured(text, start, end, value, side), start=start - 2, text=text[start - 2 : end], spelled=True
                )
        else:
            yield replace(_measured(text, start, end, value, side), spelled=True)


_RANKED = re.compile(
    r" (?!(?:and|or|in|at|on|to|for|from|by|of|as|than|but|when|while|after|before|later|during|because)\b)[a-z]"
)


def _is_no_number(words: str, text: str, start: int, end: int) -> bool:
    """`neuf` after a noun is *new*; `second` after a figure is a unit; `Premier ministre` counts nothing."""
    if words == "neuf":
        return not re.match(r"[ \u00a0]\w+[sx]\b|[ \u00a0](?:millions?|milliards?|sur|mille|pour)\b", text[end:])
    if words == "second":
        # "Ten litres a second" lasts, "a second runway" counts.
        counts = re.search(r"\ba $", text[:start]) and _RANKED.match(text, end)
        return not counts and bool(re.search(r"(?:a|per|[\d]) $", text[:start]))
    return False


def _measured(text: str, start: int, end: int, value: float, side: str) -> Figure:
    """The figure with its order, currency or unit and what it counts, as far as they stand beside it."""
    scale = 1.0
    if match := SCALES[side][0].match(text, end):
        scale, end = SCALES[side][1][match[1].lower()], match.end()
    # « un million et demi », "two and a half million": the half is of the order just named.
    if half := _HALF.match(text, end):
        value, end = value + 0.5 * (10 ** int(math.log10(value)) if value >= 1e6 else 1.0), half.end()
        if match := SCALES[side][0].match(text, end):
            scale, end = SCALES[side][1][match[1].lower()], match.end()
    unit = ""
    kind: FigureKind = "count"
    if before := _CURRENCY_BEFORE.search(text[max(0, start - 5) : start]):
        start -= len(before.group())
        unit, kind = _SYMBOLS.get(before.group().strip(_SPACES), "dollar"), "money"
    for pattern, name, family in UNITS[side]:
        if match := pattern.match(text, end):
            end, unit, kind = match.end(), unit or name, kind if kind == "money" else family
            # « deux heures et demie »
            if family == "measure" and (half := _HALF.match(text, end)):
                value, end = value + 0.5, half.end()
            break
    other = _CONVERTED.match(text, end) if side == "en" and not unit else None
    if other and not concept_of(other["money"], "en"):
        end, unit, kind = other.end("money"), other["money"].lower(), "money"
    said = text[start:end]
    if side == "en" and unit == "pound" and said.endswith(("pound", "pounds")) and weighs(text, start, end, scale):
        unit, kind = "lb", "measure"
    issuer = issuer_of(said, text[end : end + 20], side) if kind == "money" else ""
    return Figure(start, end, said, value * scale, kind, unit, "", _nouns(text, end, side), scale, issuer=issuer)


# The words of « chiffre d’affaires » are of other things.
_TURNOVER = re.compile(r"[ \u00a0](?:(?:d[eu]s?|de (?:son|leur|l[ea]))[ \u00a0])?chiffres? d[’']affaires\b")


def _nouns(text: str, end: int, side: str) -> frozenset[str]:
    """What is counted: in French the first known noun, in English all before the next preposition."""
    if side == "fr" and _TURNOVER.match(text, end):
        return concept_of("ventes", "fr")
    named: set[str] = set()
    # « Dépasse de 20 % le cours »: what an article begins is not what the figure counts.
    if side == "fr" and _ARTICLE_NEXT.match(text, end):
        return frozenset()
    # "half of them tenants": what a share is taken of comes after `of`.
    if side == "en" and text.startswith(" of ", end):
        end += 4
    at = end
    for match in list(_WORD.finditer(text, end, min(len(text), end + 60)))[: 3 if side == "fr" else 5]:
        if re.search(r"[.,;:!?()«»\"“”]", text[at : match.start()]):
            break
        word, at = match.group(), match.end()
        if word.lower() in NOUN_STOPS[side]:
            break
        named |= concept_of(word, side)
        if named and side == "fr":
            break
    # "980 last month", « 980 il y a deux ans »: when something was counted, not what.
    return frozenset(named) - _SPANS_OF_TIME
