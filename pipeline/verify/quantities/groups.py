"""Counted groups: how many of the fourteen regions a sentence tells of, against what its passage tells (« Facts », 4).

A group is known by its number: « plusieurs des quatorze régions » is told of the same fourteen as "only one of the 14".
How many of them is then read as a range, so that « la plupart » may render "nine of the 14".
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.keeping import per_sentence, per_word
from pipeline.verify.assertion.few_and_many import all_but_only
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.numbers import read_figures
from schemas.finding import Finding

__all__ = ["compare_groups"]


class Part(NamedTuple):
    """How many of a group of `size` a sentence tells of, at least and at most; `excepting`: as all but so many."""

    start: int
    end: int
    least: float
    most: float
    size: float
    excepting: bool = False


# Words of quantity, and the range they say of a group of n.
_ALL, _NONE, _MOST, _SEVERAL, _SOME, _MINORITY = "all", "none", "most", "several", "some", "minority"
_COUNTED, _SOLE = "counted", "sole"
# « Plusieurs » is said of two, and hardly of more than two thirds.
_SEVERAL_AT_MOST = 0.7

# Numbers written out, from two on.
_WRITTEN = {
    "en": r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:-\w+)?|thirty(?:-\w+)?|forty(?:-\w+)?|fifty(?:-\w+)?",
    "fr": r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|vingt(?: et une?|-[\w-]+)?|trente(?: et une?|-[\w-]+)?|quarante(?: et une?|-[\w-]+)?|cinquante(?: et une?|-[\w-]+)?",
}
_N = {
    "en": r"(?P<n>an?|one|" + _WRITTEN["en"] + r"|\d[\d,]*)",
    "fr": r"(?P<n>une?|" + _WRITTEN["fr"] + r"|\d[\d \u00a0\u202f]*\d|\d)",
}  # fmt: skip
_M = {
    "en": r"(?P<m>" + _WRITTEN["en"] + r"|\d[\d,]*)\b(?! ?(?:%|per ?cent|percent|million|billion|years?|months?|weeks?|days?|hours?|minutes?|miles?|kilomet|met|euros?|dollars?|pounds?))",
    "fr": r"(?P<m>" + _WRITTEN["fr"] + r"|\d{1,3}(?:[ \u00a0\u202f]\d{3})*)\b(?![ \u00a0]?(?:%|pour cent|million|milliard|ans?\b|années?|mois\b|semaines?|jours?|heures?|minutes?|kilom|mètres?|euros?|dollars?|livres?|autres\b))",
}  # fmt: skip
_HOW_MANY = {
    "en": (
        (_NONE, r"none|not (?:a single )?one|not a single one|neither|no one"),
        (_MOST, r"(?:(?:nearly|almost|virtually) all|most|(?:the|a) (?:vast |large |great )?majority|more than half|over half|the bulk)"),
        (_ALL, r"all(?! but\b)|every(?: single)? one|each(?: and every)?(?: one)?|every"),
        (_MINORITY, r"(?:fewer|less) than half|a minority|only a minority"),
        (_SEVERAL, r"several|many|a number"),
        (_SOME, r"some|a few|a handful"),
    ),
    "fr": (
        (_NONE, r"aucune?|pas une?(?: seule?)?|nul(?:le)?"),
        (_MOST, r"(?:presque|quasi(?:ment)?|pratiquement) tou(?:te)?s|la plupart|(?:la|une) (?:grande |large |très grande |vaste )?majorité|plus de la moitié|l[’']essentiel|le gros"),
        (_ALL, r"tou(?:te)?s|chacune?|l[’']ensemble|la totalité|l[’']intégralité"),
        (_MINORITY, r"moins de la moitié|une minorité|(?:seule )?une petite partie"),
        (_SEVERAL, r"plusieurs|(?:bon )?nombre|beaucoup|de nombreu(?:x|ses)"),
        (_SOME, r"certaine?s|quelques-une?s|une partie|une poignée"),
    ),
}  # fmt: skip
_GROUP_OF = {
    "en": r" (?:of|out of|from among) (?:the |its |their |his |her |our |these |those |all |[\w’'-]+(?: [\w’'-]+){0,2}[’']s? )?(?:other |original |remaining )?",
    "fr": r"(?: seule?s?| seulement)?(?: des| de ses| de ces| de leurs| de nos| sur(?: les)?| parmi les| d[’']entre les) (?:autres )?",
}
# "All 14 regions", « toutes les quatorze régions »: only all of a group is said without "of".
_WHOLE = {
    "en": r" (?:(?:of )?(?:the |its |their |his |her |our |these |those )|of )?",
    "fr": r"(?: des?| les| ces| ses| leurs| nos)? ",
}
_OPENING = {
    "en": r"(?:of|among|out of)(?: the| its| their| all)?",
    "fr": r"(?:sur|parmi|des|de ces|de ses|d[’']entre)(?: les)?",
}
_ALL_BUT = re.compile(
    r"\b(?:all|every \w+|everyone) (?:but|except(?: for)?|bar|save(?: for)?|apart from|other than) $", re.I
)
# « toutes les 31, sauf quatre », « à quatre exceptions près »: what is left out is told after.
_LEFT_OUT = re.compile(
    rf"\b(?:sauf|excepté|hormis|moins|à l[’']exception d[e’'] ?|à part) {_N['fr']}\b|\bà {_N['fr'].replace('<n>', '<k>')} (?:exceptions?|unités?|près)\b",
    re.I,
)
_LEFT_OUT_AT_ALL = re.compile(
    r"\b(?:sauf|excepté|hormis|à l[’']exception|exceptions? près|à part|en dehors|presque|quasi\w*)\b", re.I
)


# « Quatre conduites étaient prévues\u00a0; deux seulement ont été posées »: the group is told first, and then of it.
_THEN_OF_IT = {
    "en": (
        r"\b[^.;:\d]{0,60}?(?:,|,? but|,? though|,? although|,? yet|;) (?:in the end )?(?:only |just |so far )*",
        r"(?: of (?:them|these|those|which|whom))? (?:was|were|has|have|had|is|are|could|can|will|would|work(?:s|ed)?|remain\w*|got|made|opened|came|went|survived|did)\b",
    ),
    "fr": (
        r"\b[^.:\d]{0,60}?(?:[ \u00a0]?;|,| mais| or| dont) (?:mais |or,? |dont |finalement,? )?(?:seule?s? )?(?!une? )",
        r"(?: seule?s?| seulement| à peine)?(?: (?:d[’']entre (?:elles|eux)|de (?:celles|ceux)-ci))? (?:n[’e ']? ?)?(?:a|ont|est|sont|avait|avaient|était|étaient|fut|furent|aura|auront|sera|seront|peut|peuvent|fonctionn\w+|rest\w+|march\w+|subsist\w+)\b",
    ),
}

# Of two, the words of quantity have the number within them.
_OF_TWO = {
    "en": ((_ALL, r"both"), (_NONE, r"neither(?! nor)"), (_SOLE, r"(?:only |just )?one of (?:the|them) (?:two|pair)")),
    "fr": (
        (_ALL, r"tou(?:te)?s (?:les )?deux|l[’'](?:un|une) et l[’']autre"),
        (_NONE, r"ni l[’'](?:un|une) ni l[’']autre"),
        (_SOLE, r"une? seule? des deux"),
    ),
}


def _patterns(side: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Quantity before its group, « aucun des cinq »; and group before quantity, « des cinq …, aucun »."""
    found = []
    for name, words in (*_HOW_MANY[side], (_COUNTED, _N[side])):
        of = _WHOLE[side] if name == _ALL else _GROUP_OF[side]
        before = rf"(?:^|[.;:,»”] ?|\b(?:et|and|mais|but) ){_OPENING[side]} {_M[side]}"
        found += [
            # « cent vingt des 300 »: a number is read from its beginning.
            (
                name,
                rf"(?<![\w,.-])(?<!cent )(?<!mille )(?<!\bet )(?<!hundred )(?<!thousand )(?<!d and )(?:{words})\b{of}{_M[side]}",
            ),
            # « devant une salle comble » counts nothing.
            (name, rf"{before}\b[^.;:]{{0,70}}?[, ](?!an? |une? (?!seule?))(?:{words})\b(?! (?:of|des|de|sur)\b)"),
            (name, rf"(?<![\w,.-]){_M[side]}{_THEN_OF_IT[side][0]}(?:{words})\b{_THEN_OF_IT[side][1]}"),
        ]
    if side == "en":
        # "Of the three, only Tessaly’s": whoever is named is one.
        found.append((_SOLE, rf"{before}\b[^.;:]{{0,70}}?, only (?=(?-i:[A-Z]))"))
    else:
        found.append((_ALL, rf"\bles {_M[side]}\b[^.;:]{{0,90}}?\btou(?:te)?s\b(?! (?:les|ces|leurs|ses|deux)\b)"))
    found += [(name, rf"\b(?:{words})\b") for name, words in _OF_TWO[side]]
    return tuple((name, re.compile(pattern, re.I)) for name, pattern in found)


_PATTERNS = {side: _patterns(side) for side in ("en", "fr")}
_ONE = frozenset({"a", "an", "one", "un", "une"})


@per_word
def _number(word: str, side: str) -> float:
    """The value of a number in words or digits; 0 where it is none."""
    if word.lower() in _ONE:
        return 1.0
    # « Neuf » alone is new.
    found = read_figures(f"{word} {'choses' if side == 'fr' else 'things'}", side)
    return found[0].value if found else 0.0


def _range(how_many: str, n: float, size: float) -> tuple[float, float]:
    """How many a word of quantity says at least and at most; `n` for a number."""
    return {
        _ALL: (size, size),
        _NONE: (0.0, 0.0),
        _MOST: (size / 2 + 0.1, size - 1),
        _SEVERAL: (2.0, max(2.0, size * _SEVERAL_AT_MOST)),
        _SOME: (1.0, size - 1),
        _MINORITY: (1.0, size / 2 - 0.1),
    }.get(how_many, (n, n))


_COUNTS = re.compile(
    r"\d|\b(?:both|neither|l[’']une? (?:et|ni) l[’']autre|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|\w+teen|deux|trois|quatre|cinq|sept|huit|neuf|dix|\w+ze|vingt)\b",
    re.I,
)


@per_sentence
def _parts(text: str, side: str) -> tuple[Part, ...]:
    """The counted groups of which a sentence tells a part."""
    found: list[Part] = []
    for name, pattern in _PATTERNS[side] if _COUNTS.search(text) else ():
        for match in pattern.finditer(text):
            part = _read(name, match, text, side)
            if part and not any(part.start < one.end and one.start < part.end for one in found):
                found.append(part)
    return tuple(found)


def _read(name: str, match: re.Match[str], text: str, side: str) -> Part | None:
    size = _number(match["m"], side) if "m" in match.groupdict() else 2.0
    n = 1.0 if name == _SOLE else _number(match["n"], side) if name == _COUNTED else 0.0
    if size < 2 or (name in (_COUNTED, _SOLE) and not 0 < n < size):
        return None
    if name == _COUNTED and side == "en" and _ALL_BUT.search(text[: match.start("n")]):
        return Part(*match.span(), size - n, size - n, size, excepting=True)
    if name == _ALL and side == "fr" and _LEFT_OUT_AT_ALL.search(text):
        return Part(*match.span(), *_without(text, size), size, excepting=True)
    return Part(*match.span(), *_range(name, n, size), size)


def _without(text: str, size: float) -> tuple[float, float]:
    """All of a group but those that the sentence excepts; all but an unknown number where it does not count them."""
    match = _LEFT_OUT.search(text)
    if match is None:
        return 1.0, size - 1
    n = _number(match["n"] or match["k"], "fr")
    return size - n, size - n


def compare_groups(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """« Plusieurs des quatorze » where each passage that tells of the same fourteen says another number of them."""
    for mine in _parts(claim.text, "fr"):
        told = [(one, each) for one in near for each in _parts(one.text, side_of(one)) if each.size == mine.size]
        if not told or any(_agree(mine, each) or all_but_only(claim, one) for one, each in told):
            continue
        one, each = told[0]
        message = (
            f"Le texte dit «\u00a0{claim.text[mine.start : mine.end]}\u00a0», la source «\u00a0{one.text[each.start : each.end].strip()}\u00a0», "
            f"{cited(one.text, one)}\u00a0: vérifiez de combien il s’agit."
        )
        yield found_in(claim, (mine.start, mine.end), "share-changed", "warning", message, [one])


def _agree(ours: Part, theirs: Part) -> bool:
    """Whether the ranges meet, as they are or as told of the others: five in favour of 47 are 42 against."""
    told = [(theirs.least, theirs.most)]
    counted = ours.least == ours.most and theirs.least == theirs.most
    if counted or ours.excepting or theirs.excepting:
        told.append((ours.size - theirs.most, ours.size - theirs.least))
    return any(ours.least <= most and least <= ours.most for least, most in told)
