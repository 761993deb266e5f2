"""Dates and periods: read in both languages, resolved against the article's date, and held against each other."""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["DAYS", "MONTHS", "When", "anchor_of", "read_dates"]


@dataclass(frozen=True, slots=True)
class When:
    """One date or period as far as it is said or follows: absent fields are None. `part` is early, mid or late.

    `weekday` counts from Monday = 0. `relative` marks a date that hangs on the article's own (« mardi », "last year").
    """

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str = ""
    relative: bool = False


MONTHS = {
    "en": [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
}
_SHORT = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    "janv": 1, "févr": 2, "avr": 4, "juil": 7, "déc": 12,
}  # fmt: skip
DAYS = {
    "en": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
}
_NAMES_OF_DAYS = {"en": "|".join(DAYS["en"]).title(), "fr": "|".join(DAYS["fr"])}
# « Troisième sur sept. » ends a sentence with a number.
_SEPT = r"(?:(?<=\d[ \u00a0\u202f])|(?<=er )|(?<=en )|(?<=fin )|(?<=mi-)|(?<=début ))sept\.|sept\.(?=[ \u00a0]\d{4})"
_MONTH = {
    # Capital months only: "may", "march" and "august" are English words.
    "en": rf"(?P<month>{'|'.join(MONTHS['en']).title()}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)",
    "fr": rf"(?P<month>(?i:{'|'.join(MONTHS['fr'])}|janv\.|févr\.|avr\.|juil\.|{_SEPT}|oct\.|nov\.|déc\.))",
}
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_SP = r"[ \u00a0\u202f]"
_PART = {
    "en": r"(?:(?P<part>early|mid|late|beginning of|start of|end of|middle of|(?:the )?(?:first|second) half of|spring|summer|fall|autumn|winter)(?:[ -]|of |in |the )*)?",
    "fr": rf"(?:(?P<part>début|mi|fin|courant|(?:le )?(?:premier|second|deuxième) semestre|printemps|été|automne|hiver)(?:{_SP}|-|de |d'|d’)*)?",
}
_WEEKDAY = {
    "en": rf"(?:(?P<weekday>{_NAMES_OF_DAYS['en']})(?:,? (?:the )?)?)?",
    "fr": rf"(?:(?P<weekday>(?i:{_NAMES_OF_DAYS['fr']})){_SP})?",
}
_PATTERNS = {
    "en": (
        re.compile(rf"\b{_WEEKDAY['en']}{_PART['en']}{_MONTH['en']} (?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?:,? {_YEAR}\b)?(?!\d)"),
        re.compile(rf"\b{_WEEKDAY['en']}(?P<day>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?{_MONTH['en']}\b(?:,? {_YEAR}\b)?"),
        re.compile(rf"\b{_PART['en']}{_MONTH['en']}(?:,? (?:of )?{_YEAR})\b"),
        re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b"),
        # Months that are no words or first names need nothing before them: « the February trials ».
        re.compile(rf"\b{_PART['en']}(?P<month>January|February|July|September|October|November|December)\b(?! [A-Z0-9])(?!,? \d)"),
        re.compile(rf"\b(?P<part>early|mid|late|beginning of|start of|end of|middle of)[ -]{_MONTH['en']}\b"),
        re.compile(rf"(?:(?<=\b[Ii]n )|(?<=\b[Ff]or )|(?<=\b[Ss]ince )|(?<=\b[Uu]ntil )|(?<=\b[Ll]ast )|(?<=\b[Nn]ext )|(?<=\b[Bb]y )|(?<=\b[Ff]rom )|(?<=\b[Tt]o )|(?<=\b[Tt]his )|(?<=\b[Aa]nd )|(?<=\b[Oo]f )|(?<=\b[Tt]hrough )|(?<=\b[Bb]etween )|(?<=\b[Bb]efore )|(?<=\b[Tt]han )|(?<=\b[Aa]fter )|(?<=\b[Ll]ate )|(?<=\b[Ee]arly )|(?<=\b[Mm]id )|(?<=\b[Dd]uring )|(?<=\b[Aa]s early as )|(?<=\b[Aa]s late as )|(?<=\b[Aa]s soon as )|(?<=\b[Aa]round )|(?<=\bmid-)|(?<=\bend of )){_PART['en']}{_MONTH['en']}\b"),
        re.compile(rf"\b{_PART['en']}(?:(?<![\w$€£.,-])|(?<=mid-)|(?<=pre-)|(?<=post-)|(?<=\d\d-)){_YEAR}\b(?![%,.]?\d)(?!s\b)(?! (?:people|homes|workers|dollars|euros|residents|km|miles|votes))"),
        re.compile(rf"\b(?P<weekday>{_NAMES_OF_DAYS['en']})\b"),
    ),
    "fr": (
        re.compile(rf"\b{_WEEKDAY['fr']}(?P<day>1er|[0-3]?\d){_SP}{_MONTH['fr']}(?!\w)(?:{_SP}{_YEAR}\b)?"),
        re.compile(rf"\b{_PART['fr']}{_MONTH['fr']}(?!\w){_SP}{_YEAR}\b"),
        re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b"),
        re.compile(rf"\b{_PART['fr']}{_MONTH['fr']}(?!\w)"),
        re.compile(rf"\b{_PART['fr']}(?:(?<![\w$€£.,-])|(?<=-)){_YEAR}\b(?!{_SP}?(?:%|\d{{3}}\b|€|\$|euros|dollars|personnes|habitants|logements|km|voix|salariés|emplois))(?![,.]\d)"),
        re.compile(rf"\b(?P<weekday>(?i:{_NAMES_OF_DAYS['fr']}))s?\b"),
    ),
}  # fmt: skip

# Days that English calls by their name, and French by it or by their date.
_FEASTS = tuple(
    (re.compile(rf"\b(?:{words})\b"), month, day)
    for words, month, day in (
        (r"New Year['’]s Day", 1, 1),
        (r"Valentine['’]s Day", 2, 14),
        (r"Fourth of July|Independence Day", 7, 4),
        (r"Bastille Day", 7, 14),
        (r"Halloween", 10, 31),
        (r"Christmas Eve", 12, 24),
        (r"Christmas Day", 12, 25),
        (r"Boxing Day", 12, 26),
        (r"New Year['’]s Eve", 12, 31),
    )
)

# Words that hang on the article's date: pattern, shift in (years, months, days); None: that unit is not said.
_RELATIVE = {
    "en": (
        (r"\blast year\b|\bthe previous year\b|\ba year ago\b|\ba year earlier\b", ("year", -1)),
        (r"\bthis year\b", ("year", 0)),
        (r"\bnext year\b|\bthe coming year\b", ("year", 1)),
        (r"\blast month\b", ("month", -1)),
        (r"\bthis month\b", ("month", 0)),
        (r"\bnext month\b", ("month", 1)),
        (r"\blast week\b", ("week", -1)),
        (r"\bthis week\b", ("week", 0)),
        (r"\bnext week\b", ("week", 1)),
        (r"\byesterday\b", ("day", -1)),
        (r"\btoday\b", ("day", 0)),
        (r"\btomorrow\b", ("day", 1)),
    ),
    "fr": (
        (r"\bl['’]an dernier\b|\bl['’]année dernière\b|\bl['’]an passé\b|\bl['’]année précédente\b|\bil y a un an\b(?! et demi)|\bun an plus tôt\b", ("year", -1)),
        (r"\bcette année\b|\bl['’]année en cours\b", ("year", 0)),
        (r"\bl['’]an prochain\b|\bl['’]année prochaine\b", ("year", 1)),
        (r"\ble mois dernier\b|\ble mois passé\b", ("month", -1)),
        (r"\bce mois(?:-ci)?\b", ("month", 0)),
        (r"\ble mois prochain\b", ("month", 1)),
        (r"\bla semaine dernière\b|\bla semaine passée\b", ("week", -1)),
        (r"\bcette semaine\b", ("week", 0)),
        (r"\bla semaine prochaine\b", ("week", 1)),
        (r"(?<!d[’'])\bhier\b|\bla veille\b(?! (?:du|des?|même d[eu])\b| d[’'])", ("day", -1)),
        (r"(?<!le )\bdemain\b", ("day", 1)),
    ),
}  # fmt: skip
_SHIFTS = {
    side: tuple((re.compile(pattern, re.I), shift) for pattern, shift in rows) for side, rows in _RELATIVE.items()
}
_PARTS = {
    "early": "early", "beginning of": "early", "start of": "early", "début": "early", "first half of": "early",
    "the first half of": "early", "premier semestre": "early", "le premier semestre": "early",
    "mid": "mid", "mi": "mid", "middle of": "mid", "courant": "",
    "late": "late", "end of": "late", "fin": "late", "second half of": "late", "the second half of": "late",
    "second semestre": "late", "le second semestre": "late", "deuxième semestre": "late", "le deuxième semestre": "late",
    "spring": "spring", "printemps": "spring", "summer": "summer", "été": "summer", "fall": "autumn", "autumn": "autumn",
    "automne": "autumn", "winter": "winter", "hiver": "winter",
}  # fmt: skip


def anchor_of(published: str | None) -> date | None:
    """The article's day from its ISO date; None when it has none."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", published or "")
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def read_dates(text: str, language: str, anchor: date | None = None) -> tuple[When, ...]:
    """All dates and periods of a text in `en` or `fr`, in order. `anchor`: what "Tuesday" and "last year" hang on."""
    side = "fr" if language == "fr" else "en"
    found: list[When] = []
    feasts = _feasts(text) if side == "en" else ()
    for when in (*_absolute(text, side), *feasts, *_relative(text, side, anchor)):
        if not any(when.start < one.end and one.start < when.end for one in found):
            found.append(when)
    return tuple(sorted((_resolved(one, anchor) for one in found), key=lambda one: one.start))


def _absolute(text: str, side: str) -> Iterator[When]:
    for pattern in _PATTERNS[side]:
        for match in pattern.finditer(text):
            said = match.groupdict()
            day = int(said["day"].removesuffix("er")) if said.get("day") else None
            month = _month(said["month"], side) if said.get("month") else None
            if (day is not None and not 1 <= day <= 31) or month == 0 or _opens_a_night(text, match):
                continue
            year = int(said["year"]) if said.get("year") else None
            weekday = DAYS[side].index(said["weekday"].lower()) if said.get("weekday") else None
            part = _PARTS.get((said.get("part") or "").lower(), "")
            yield When(match.start(), match.end(), match.group(), year, month, day, weekday, part)


def _feasts(text: str) -> Iterator[When]:
    for pattern, month, day in _FEASTS:
        for match in pattern.finditer(text):
            yield When(match.start(), match.end(), match.group(), month=month, day=day)


def _opens_a_night(text: str, match: re.Match[str]) -> bool:
    """« dans la nuit de jeudi à vendredi » is dated by the day it ends on, when the two follow each other."""
    if match.groupdict().get("weekday") is None or not re.search(r"nuit d[eu] $", text[: match.start()]):
        return False
    following = re.match(r"[ \u00a0](?:à|au) (\w+)", text[match.end() :])
    days = DAYS["fr"]
    first = match["weekday"].lower()
    return following is not None and first in days and following[1].lower() == days[(days.index(first) + 1) % 7]


def _month(word: str, side: str) -> int:
    lower = word.lower().rstrip(".")
    if lower in MONTHS[side]:
        return MONTHS[side].index(lower) + 1
    return int(lower) if lower.isdigit() and 1 <= int(lower) <= 12 else _SHORT.get(lower, 0)


def _relative(text: str, side: str, anchor: date | None) -> Iterator[When]:
    for pattern, (unit, count) in _SHIFTS[side]:
        for match in pattern.finditer(text):
            at = (match.start(), match.end(), match.group())
            if anchor is None:
                continue
            if unit == "year":
                yield When(*at, year=anchor.year + count, relative=True)
            elif unit == "month":
                month = anchor.month - 1 + count
                yield When(*at, year=anchor.year + month // 12, month=month % 12 + 1, relative=True)
            elif unit == "day":
                day = anchor + timedelta(days=count)
                yield When(*at, day.year, day.month, day.day, day.weekday(), relative=True)


def _resolved(when: When, anchor: date | None) -> When:
    """A weekday alone is the nearest before the article's date; a full date knows its weekday."""
    if when.year and when.month and when.day:
        try:
            known = date(when.year, when.month, when.day)
        except ValueError:
            return when
        return when if when.weekday is not None else _with(when, weekday=known.weekday())
    return _with(when, relative=True) if anchor and when.year is None else when


def _with(when: When, **changes: int | bool) -> When:
    return When(**{**{name: getattr(when, name) for name in When.__slots__}, **changes})
