"""The names that a draft may use: those of the source, credits included, and what the house allows."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.dictionary import readings
from pipeline.embedding import embed
from pipeline.verify.prepare import fold, words_of
from pipeline.verify.proper_names.exonyms import COMMON, counterparts
from pipeline.verify.proper_names.naming import CAPITAL, RUN, UP, Name
from schemas.house import House

__all__ = [
    "INSTITUTION",
    "Known",
    "as_written",
    "is_adapted",
    "is_common",
    "is_known",
    "joined_form",
    "known_names",
    "translates",
]


@dataclass(frozen=True)
class Known:
    """What the source and the house name: folded words, folded text, capital words as written, initials of names."""

    words: frozenset[str]
    text: str
    capitals: dict[str, str]
    initials: frozenset[str]


_OWNS = re.compile(r"[’']s$")


def known_names(texts: Sequence[str], house: House) -> Known:
    """What may be named: the source's own words, what its names' initials spell, and what the house allows."""
    whole = "\n".join(texts)
    # Some names stand in the possessive alone: "Kestria's government".
    capitals = {fold(one): one for match in CAPITAL.findall(whole) for one in (match, _OWNS.sub("", match))}
    runs = [re.findall(rf"\b[{UP}]", match.group()) for match in RUN.finditer(whole)]
    initials = {"".join(run[n:]).lower() for run in runs if len(run) > 1 for n in range(len(run) - 1)}
    folded = " ".join(words_of(whole))
    words = {*folded.split(), *_house_words(house), *_glossary_words(folded, house)}
    return Known(frozenset(words), f" {folded} ", capitals, frozenset(fold(one) for one in initials))


def _house_words(house: House) -> Iterator[str]:
    for phrase in (*house.words.allowed_english, *house.words.house_phrases, house.name):
        yield from words_of(phrase)


def _glossary_words(folded: str, house: House) -> Iterator[str]:
    """The words of a glossary entry's French forms, where the source has its term or its acronym."""
    padded = f" {folded} "
    for entry in house.glossary.entries:
        said = (entry.term, *((entry.acronym,) if entry.acronym else ()))
        if any(f" {' '.join(words_of(one))} " in padded for one in said):
            for form in (*entry.french, *said):
                yield from words_of(form)


def is_known(word: str, known: Known) -> bool:
    """Whether a folded word of a French name answers to one of the source."""
    forms = {word, word.removesuffix("s"), word + "s", word.replace("-", "")}
    if forms & known.words or word in COMMON or word in known.initials or word.isdigit():
        return True
    if any(
        f" {other} " in known.text for form in (word, *word.split("-")) for other in map(_spaced, counterparts(form))
    ):
        return True
    if "-" in word and all(is_known(piece, known) for piece in word.split("-") if len(piece) > 1):
        return True
    if is_adapted(word, known):
        return True
    # « VRS » for "RSV", « ADN » for "DNA": the same words in French order.
    if any(sorted(word) == sorted(one) and known.capitals[one].isupper() for one in known.capitals if len(one) < 6):
        return True
    # « Constitution » for "unconstitutional"
    if len(word) > _LONG and any(word in one for one in known.words):
        return True
    # « Norvalois » from Norvale: a people named after a place of the source.
    return any(
        len(one) > 4 and word != one and word.startswith(one[:-1]) and len(word) - len(one) in (1, 2, 3, 4)
        for one in known.capitals
    )


# The endings by which French makes a country's or a region's name its own, and the English ones they stand for.
_ADAPTED = (
    ("ie", "ia"), ("ie", "y"), ("lande", "land"), ("ique", "ica"),
    # « Kestriennes » and « Kestrie » for "Kestrian", « Malbois » for "Malbese"
    *((ours, theirs) for ours in ("ie", "ien", "iens", "ienne", "iennes") for theirs in ("ian", "ians")),
    *((ours, "ese") for ours in ("ais", "aise", "aises", "ois", "oise", "oises")),
)  # fmt: skip


def is_adapted(word: str, known: Known) -> bool:
    """« Ruritanie » for "Ruritania": the regular French ending of a name that no table holds."""
    return any(
        word.endswith(ours) and len(word) > len(ours) + 2 and word.removesuffix(ours) + theirs in known.capitals
        for ours, theirs in _ADAPTED
    )


# A word as long as this is no part of another by chance.
_LONG = 8


def _spaced(form: str) -> str:
    return " ".join(words_of(form))


def joined_form(name: Name, known: Known) -> bool:
    """« La Nouvelle-Orléans », « Maison-Blanche »: a form that only stands as a whole."""
    return any(f" {_spaced(other)} " in known.text for other in counterparts(name.text))


# Two words of two languages from this cosine on translate each other.
_TRANSLATED = 0.65


INSTITUTION = re.compile(
    r"\b(?:ministères?|ministres?|secrétaires? d[’']État|secrétariat|départements?|cour|conseil|commission|office|agence|direction|haute autorité)\b",
    re.I,
)


def translates(word: str, name: Name, known: Known) -> bool:
    """Whether a common word with a capital renders one of the source: « mer Grise », « ministre de la Pêche »."""
    form = as_written(word, name)
    if not is_common(form) or not known.capitals:
        return False
    return bool(float((embed(list(known.capitals)) @ embed([form])[0]).max()) >= _TRANSLATED)


def as_written(word: str, name: Name) -> str:
    """A folded word of a name as the name spells it, in small letters."""
    return next((piece.lower() for piece in CAPITAL.findall(name.text) if word in words_of(piece)), word)


def is_common(form: str) -> bool:
    """Whether a form in small letters is a common noun or an adjective of French."""
    return any(one.kind in ("N", "A") for one in readings(form))
