"""How often: « deux fois par an » for "every six months", « tous les quinze jours » for "twice a month"."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.verify.clauses import side_of
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.figure import Figure

__all__ = ["recurs_alike"]

# How often each comes round in a year.
_A_YEAR = {
    "minute": 525_600.0, "hour": 8760.0, "heure": 8760.0, "day": 365.0, "jour": 365.0, "week": 52.0, "semaine": 52.0, "fortnight": 26.0,
    "quinzaine": 26.0, "month": 12.0, "mois": 12.0, "quarter": 4.0, "trimestre": 4.0, "semestre": 2.0, "year": 1.0,
    "an": 1.0, "année": 1.0,
}  # fmt: skip
_NUMBERS = {
    word: float(n)
    for words in (
        "one two three four five six seven eight nine ten eleven twelve",
        "une deux trois quatre cinq six sept huit neuf dix onze douze",
    )
    for n, word in enumerate(words.split(), 1)
} | {"once": 1.0, "twice": 2.0, "un": 1.0, "other": 2.0, "quinze": 14.0, "second": 2.0, "third": 3.0}
_N = "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r"|\d+"
_PERIOD = {
    "en": r"(?P<period>minute|hour|day|week|fortnight|month|quarter|year)s?\b",
    "fr": r"(?P<period>minute|heure|jour|semaine|quinzaine|mois|trimestre|semestre|année|an)s?\b",
}
# So many times a period; one every so many periods.
_TIMES = {
    "en": re.compile(rf"\b(?P<n>{_N})(?: times)? (?:an?|per|every|each) {_PERIOD['en']}", re.IGNORECASE),
    "fr": re.compile(rf"\b(?P<n>{_N}) (?:fois |reprises )?(?:par|l[’']|chaque) ?{_PERIOD['fr']}", re.IGNORECASE),
}
_EVERY = {
    "en": re.compile(rf"\bevery (?P<n>{_N}) {_PERIOD['en']}", re.IGNORECASE),
    "fr": re.compile(rf"\b(?:tous|toutes) les (?P<n>{_N}) {_PERIOD['fr']}", re.IGNORECASE),
}
_NAMED = {
    "en": (
        (26.0, r"fortnightly|bi-?weekly"), (12.0, r"monthly"), (4.0, r"quarterly"), (1.0, r"yearly|annual(?:ly)?"),
        (2.0, r"twice[ -]yearly|half[ -]yearly|biannual(?:ly)?|semi-?annual(?:ly)?"), (52.0, r"weekly"), (365.0, r"daily"),
    ),
    "fr": (
        (26.0, r"bimensuel\w*"), (12.0, r"mensuel\w*"), (4.0, r"trimestriel\w*"), (1.0, r"annuel\w*"),
        (2.0, r"semestriel\w*|bisannuel\w*"), (52.0, r"hebdomadaire\w*"), (365.0, r"quotidien\w*"),
    ),
}  # fmt: skip
_WORDS = {
    side: tuple((often, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for often, words in rows)
    for side, rows in _NAMED.items()
}
# Two weeks and half a month are told for each other.
_ROUGHLY = 0.1


def _recurrences(text: str, side: str) -> Iterator[tuple[int, int, float]]:
    """How often a year things recur, each at its place."""
    for match in _TIMES[side].finditer(text):
        yield (*match.span(), _number(match["n"]) * _A_YEAR[match["period"].lower()])
    for match in _EVERY[side].finditer(text):
        yield (*match.span(), _A_YEAR[match["period"].lower()] / (_number(match["n"]) or 1.0))
    for often, words in _WORDS[side]:
        yield from ((*match.span(), often) for match in words.finditer(text))


def _number(word: str) -> float:
    return _NUMBERS.get(word.lower()) or float(word)


def recurs_alike(figure: Figure, claim: Statement, near: Sequence[Statement]) -> bool:
    """Whether a figure tells how often a thing recurs, and a passage tells of one that recurs as often."""
    ours = [often for start, end, often in _recurrences(claim.text, "fr") if start <= figure.start < end]
    return bool(ours) and any(
        abs(often - mine) <= _ROUGHLY * mine
        for one in near
        for _, _, often in _recurrences(one.text, side_of(one))
        for mine in ours
    )
