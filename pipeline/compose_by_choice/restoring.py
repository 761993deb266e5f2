"""What a small model bends and the source gives back: a month made a day, a weekday, a name's letters, a currency."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from pipeline.dictionary import is_word, readings
from pipeline.verify.prepare import fold
from pipeline.verify.proper_names.exonyms import counterparts
from pipeline.verify.proper_names.naming import CAPITAL
from pipeline.verify.quantities.numbers import read_figures
from pipeline.verify.times.dates import When, read_dates

__all__ = ["restored", "with_hints"]

_LED = re.compile(
    r"\b(?:(?P<until>jusqu['’]au) |(?P<of>du) |(?P<kept>depuis|dès|d['’]ici|avant|après) (?:le |au )|(?P<on>le|au) )?$",
    re.IGNORECASE,
)
_CURRENCIES = {"livres": r"£|\bpounds?\b", "euros": r"€|\beuros?\b", "dollars": r"\$|\bdollars?\b"}
_UNITS = {"pound": "livres", "euro": "euros", "dollar": "dollars"}
# After a bare amount only where nothing follows that it could count.
_NOTHING_COUNTED = re.compile(r"\s*(?:[,.;:)]|$)|\s(?:à|au|avec|cette|dans|en|et|par|pour|qui|selon|sur)\b")
# After an amount only: « livres » may be books.
_PRICED = re.compile(r"(?P<amount>\d |\b(?:million|milliard)s? )(?P<of>d['’]|de )?(?:livres|euros|dollars)\b")
_OWNER = re.compile(r"\b(?P<name>[A-ZÀ-Þ]\w+)['’]s\b")
# Names that are never written without it.
_POSSESSIVE = re.compile(
    r"(?:Arby|Christie|Dick|Domino|Harrod|Kellogg|Kohl|Levi|Lloyd|Lowe|Macy|McDonald|Moody|Sainsbury|Sotheby|Wendy)"
)
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_DAY = re.compile(rf"\b(?:{'|'.join(_DAYS)})\b", re.IGNORECASE)
_PARTS = {"early": "début ", "mid": "la mi-", "late": "fin ", "": ""}


def restored(french: str, source: str, *, article: str) -> str:
    """The French with dates, names and currencies as the English passage gives them; `article`: all of its text."""
    dated = _on_its_day(_as_dated(french, source), source)
    named = _as_named(_unowned(dated, article), _unowned(source, article))
    return _with_currency(_as_priced(named, source), source)


def with_hints(french: str, hinted: Sequence[str]) -> str:
    """The French with each single English word that a hint, `term = français`, was given for and that was left over."""
    for term, meant in (hint.split(" = ", 1) for hint in hinted):
        if re.fullmatch(r"[a-z]{5,}", term) and re.fullmatch(r"[^\W\d_]+", meant) and not _is_french(term):
            plural = meant if meant.endswith(("s", "x")) else f"{meant}s"
            french = re.sub(rf"\b{term}\b", meant, re.sub(rf"\b{term}s\b", plural, french))
    return french


def _is_french(word: str) -> bool:
    return any(one.kind != "-" for one in readings(word))


def _as_dated(french: str, source: str) -> str:
    """The French with each day of a month taken out where the English source names the month and no day of it."""
    said = read_dates(source, "en")
    for when in reversed(read_dates(french, "fr")):
        same = [one for one in said if one.month is not None and one.month == when.month]
        if when.day is None or not same or any(one.day is not None for one in same) or same[0].part not in _PARTS:
            continue
        led = _LED.search(french[: when.start])
        start = led.start() if led else when.start
        put = _put(led, same[0].part, when)
        opens = french[start : start + 1].isupper()
        french = french[:start] + (put[0].upper() + put[1:] if opens else put) + french[when.end :]
    return french


def _on_its_day(french: str, source: str) -> str:
    """The French with the source's weekday, where each has one and they differ."""
    theirs = {one.weekday for one in read_dates(source, "en") if one.weekday is not None}
    ours = {match.group().lower() for match in _DAY.finditer(french)}
    if len(theirs) != 1 or len(ours) != 1:
        return french
    day = _DAYS[theirs.pop()]
    return _DAY.sub(lambda match: day.capitalize() if match.group()[0].isupper() else day, french)


def _unowned(french: str, article: str) -> str:
    """The French without the English genitive, but for names that are never written without it (McDonald's)."""

    def bare(match: re.Match[str]) -> str:
        stands_alone = re.search(rf"\b{match['name']}\b(?!['’]s\b)", article)
        return match[0] if _POSSESSIVE.fullmatch(match["name"]) and not stands_alone else match["name"]

    return _OWNER.sub(bare, french)


def _as_named(french: str, source: str) -> str:
    """The French with each name that is the source's but for a letter or two written as there."""
    names = {fold(one): one for one in CAPITAL.findall(source) if len(one) > 3}

    def as_written(match: re.Match[str]) -> str:
        word, small = match[1], fold(match[1])
        most = 1 if len(small) < 6 else 2
        near = [one for one in names if Levenshtein.distance(small, one, score_cutoff=most) <= most]
        if len(small) < 4 or small in names or len(near) != 1 or small.rstrip("s") == near[0].rstrip("s"):
            return match[0]
        return match[0] if counterparts(word) or is_word(word) else match[0].replace(word, names[near[0]])

    return CAPITAL.sub(as_written, french)


def _as_priced(french: str, source: str) -> str:
    """The French in the source's currency, where the source knows one only."""
    said = [unit for unit, pattern in _CURRENCIES.items() if re.search(pattern, source)]
    if len(said) != 1 or said[0] in french:
        return french
    of = "d'" if said[0] == "euros" else "de "
    return _PRICED.sub(lambda match: f"{match['amount']}{of if match['of'] else ''}{said[0]}", french)


def _with_currency(french: str, source: str) -> str:
    """The French with a currency after each bare amount that has one in the source."""
    priced = {one.value: _UNITS[one.unit] for one in read_figures(source, "en") if one.unit in _UNITS}
    for figure in reversed(read_figures(french, "fr")):
        if figure.unit or figure.value not in priced or not _NOTHING_COUNTED.match(french, figure.end):
            continue
        unit = priced[figure.value]
        of = ("d'" if unit == "euros" else "de ") if re.search(r"(?:million|milliard)s?$", figure.text) else ""
        french = f"{french[: figure.end]} {of}{unit}{french[figure.end :]}"
    return french


def _put(led: re.Match[str] | None, part: str, when: When) -> str:
    month = re.sub(r"^.*?\d+(?:er)?\s", "", when.text)
    said = f"{_PARTS[part]}{month}"
    if led is None or not led.group():
        return said
    if led["kept"]:
        return f"{led['kept']} {said}"
    if led["of"]:
        return f"de {said}"
    if led["until"]:
        return f"jusqu'à {said}" if part else f"jusqu'en {said}"
    return f"à {said}" if part == "mid" else said if part else f"en {said}"
