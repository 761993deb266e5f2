"""Two ends that no size measures: the closest race is « la plus serrée », never « la moins serrée »."""

# ruff: noqa: E501 - one row an axis: wrapped, the table cannot be read or compared.

import re
from functools import cache

from pipeline.keeping import per_word

__all__ = ["pole_of"]

# English superlatives of one end | of the other || stems of the French adjectives of the one | of the other
_AXES = """
tight: closest narrowest tightest nail-biting | widest clearest most_lopsided most_decisive || serré disputé étroit indécis | large net écrasant confortable
near: nearest closest | farthest furthest most_distant most_remote || proche voisin | éloigné lointain reculé distant
cold: coldest chilliest iciest frostiest coolest | hottest warmest mildest || froid glacial frais rigoureux | chaud doux torride
dry: driest most_arid | wettest rainiest most_humid || sec sèche aride | humide pluvieu arrosé
quiet: quietest calmest most_peaceful | busiest noisiest loudest liveliest most_crowded || calme tranquille silencieu paisible | animé bruyant bondé fréquenté encombré
poor: poorest most_deprived most_disadvantaged neediest | richest wealthiest most_affluent most_prosperous || pauvre démuni défavorisé déshérité modeste | riche aisé favorisé prospère fortuné
bad: worst | best || mauvais grave sévère meurtri désastreu catastrophique | bon bonne
old: oldest most_ancient | youngest newest most_recent most_modern || ancien vieux vieille âgé | jeune récent neuf neuve moderne
safe: safest most_secure | deadliest riskiest most_dangerous most_lethal bloodiest || sûr sécurisé | dangereu risqué meurtri mortel létal périlleu sanglant
easy: easiest simplest most_straightforward | hardest toughest most_difficult trickiest most_complex most_challenging || facile simple aisé | difficile dur ardu complexe compliqué délicat
strict: strictest harshest most_severe most_stringent toughest sternest most_restrictive | mildest most_lenient most_lax loosest || strict sévère rigoureu dur restrictif restrictive contraignant | clément laxiste souple indulgent doux douce
clean: cleanest purest | dirtiest most_polluted filthiest || propre pur | sale pollué souillé
dear: dearest costliest priciest most_expensive | cheapest most_affordable || cher chère coûteu onéreu | abordable économique bon_marché
strong: strongest most_powerful mightiest | weakest most_fragile || puissant fort solide robuste | faible fragile
bright: brightest sunniest | darkest gloomiest || clair lumineu ensoleillé | sombre noir obscur
modest: most_modest most_limited most_restrained most_cautious most_conservative | most_ambitious boldest most_generous || modeste limité prudent mesuré | ambitieu audacieu généreu
fast: fastest quickest speediest | slowest || rapide vite rapidement | lent lentement
"""


@cache
def _table() -> tuple[dict[str, tuple[tuple[str, int], ...]], tuple[tuple[re.Pattern[str], str, int], ...]]:
    english: dict[str, tuple[tuple[str, int], ...]] = {}
    french: list[tuple[re.Pattern[str], str, int]] = []
    for line in _AXES.strip().splitlines():
        name, both = line.split(": ", 1)
        ours, theirs = both.split(" || ")
        for sign, words, stems in zip((1, -1), ours.split(" | "), theirs.split(" | "), strict=True):
            for one in words.split():
                word = one.replace("_", " ")
                english[word] = (*english.get(word, ()), (name, sign))
            stem = "|".join(stems.split()).replace("_", " ")
            french.append((re.compile(rf"(?:{stem})(?:e|s|es|x|se|ses|te|tes|er|ers|ère|ères)?$", re.IGNORECASE), name, sign))  # fmt: skip
    return english, tuple(french)


@per_word
def pole_of(word: str, side: str, sign: int = 1) -> dict[str, int]:
    """The axes that a superlative's word lies on, and at which end: 1 or -1, turned where `sign` is -1 (« le moins »)."""
    english, french = _table()
    if side == "en":
        found = english.get(word.lower(), ())
    else:
        found = tuple((name, end) for pattern, name, end in french if pattern.match(word))
    return {name: end * sign for name, end in found}
