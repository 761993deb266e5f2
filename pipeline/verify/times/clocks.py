"""Times of day in English and French, in minutes since midnight."""

import re
from collections.abc import Iterator

__all__ = ["clocks_in"]

_CLOCK = {
    "en": re.compile(r"(\d{1,2})(?:[:.](\d{2}))? ?(a\.?m\.?|p\.?m\.?)(?![a-z])", re.I),
    "fr": re.compile(r"(?<!\d)(\d{1,2})[ \u00a0\u202f]?h(?:eures?)?(?![a-z])[ \u00a0\u202f]?(\d{2})?(?!\d)()", re.I),
}
_HOUR_OF_DAY = re.compile(r"(?:à|vers|avant|après|dès|jusqu['’]à) $")
_HOURS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
# "Ten to eight" may be a range, so only a quarter is told by `to`.
_SPOKEN = re.compile(
    r"\b(?:(?P<part>(?:half|(?:a )?quarter|five|ten|twenty)(?= past)|(?:a )?quarter) (?P<way>past|to) "
    rf"(?P<hour>{'|'.join(_HOURS)}|\d{{1,2}})|(?P<sharp>{'|'.join(_HOURS)}|\d{{1,2}}) o[’']clock)\b",
    re.IGNORECASE,
)
_PARTS = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}
_COLON = re.compile(r"(?<![\d:.,])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])")
_NOON = 720


def clocks_in(text: str, side: str) -> Iterator[tuple[int, int, int, str]]:
    """(start, end, minutes, unit) of each time; the unit is `dial` where morning or evening is left open."""
    for match in _CLOCK[side].finditer(text):
        hour, minute = int(match[1]) % 24, int(match[2] or 0)
        if side == "en":
            hour = hour % 12 + (12 if match[3].lower().startswith("p") else 0)
        elif int(match[1]) > 24 or (match[2] is None and not _HOUR_OF_DAY.search(text[: match.start()])):
            continue
        yield *match.span(), hour * 60 + minute, ""
    if side == "en":
        yield from _dials(text)


def _dials(text: str) -> Iterator[tuple[int, int, int, str]]:
    """Half past six, seven o’clock, 5:40: which half of the day, a reader knows from elsewhere; 17:40 says it."""
    for match in _COLON.finditer(text):
        minutes = int(match[1]) * 60 + int(match[2])
        yield *match.span(), minutes, "dial" if minutes < _NOON + 60 else ""
    for match in _SPOKEN.finditer(text):
        said = (match["hour"] or match["sharp"]).lower()
        hour = _HOURS[said] if said in _HOURS else int(said)
        if 1 <= hour <= 12:
            part = _PARTS[match["part"].lower().removeprefix("a ")] if match["part"] else 0
            yield *match.span(), hour * 60 + (-part if (match["way"] or "").lower() == "to" else part), "dial"
