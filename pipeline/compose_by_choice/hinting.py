"""What a small model is told beside a passage: the house's terms, the sense of words, the names that stay."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from pipeline.prompts import uses_term
from pipeline.verify.prepare import fold
from schemas.house import Glossary

__all__ = ["heeded", "hints", "left_over"]

_MOST_HINTS = 8
_CAPITAL = r"(?:(?:[A-ZÀ-Þ]\.)+|[A-ZÀ-Þ][\w’'&-]*(?:\.[\w’'&-]+)*)"
_NAME = re.compile(rf"{_CAPITAL}(?: (?:(?:of|for|de|la|van|von|the) ){{0,2}}{_CAPITAL})+")
# What opens a sentence or stands before a name without being part of it.
_OPENERS = re.compile(
    r"^(?:(?:The|A|An|On|In|At|By|For|From|To|Of|But|And|When|If|As|After|Before|Since|Until|While|Under|With|Last|This"
    r"|Mr|Mrs|Ms|Dr|Judge|President|Senator|\w+day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\.? )+"
)
_HEDGES = (
    (r"\bup to\b(?= [\d$£€])", "up to = jusqu'à"),
    (r"\bmore than\b|\bover\b(?= [\d$£€])", "more than = plus de"),
    (r"\bless than\b|\bfewer than\b", "less than = moins de"),
    (r"\bat least\b", "at least = au moins"),
    (r"\babout\b(?= [\d$£€])|\baround\b(?= [\d$£€])", "about = environ"),
    (r"\bnearly\b|\balmost\b", "nearly = près de"),
    (r"\bplans to\b", "plans to = prévoit de"),
    (r"\bplan to\b", "plan to = prévoient de"),
    (r"\bcould\b|\bmight\b", "could = pourrait"),
    (r"\bwould\b", "would = conditionnel (-rait)"),
    (r"\bused to (?=[a-z])", "used to = imparfait (-ait)"),
    # Whoever "is fined" is told so by the lexicon; here somebody fines others.
    (
        r"\b(?<!was )(?<!were )(?<!been )(?<!be )fined (?=\d[\d,]* [a-z]|(?:the|its|some|dozens|hundreds|thousands)\b)",
        "fined = a infligé une amende à",
    ),
    (r"\bper cent\b|\bpercent\b", "percent = %"),
    (r"\bbillion\b", "billion = milliard"),
    (r"\brecords\b", "records = dossiers"),
    (r"\bmegawatt[- ]hours?\b", "megawatt-hour = mégawattheure"),
    (r"\bkilowatt[- ]hours?\b", "kilowatt-hour = kilowattheure"),
    (r"\bkron(?:er|or|a|e)\b", "kroner = couronnes"),
    *(
        (rf"\bone (?:\w+ )?in {english}\b", f"one in {english} = un sur {french}")
        for english, french in zip(
            ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
            ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"],
            strict=True,
        )
    ),
)


# The short verbs of headlines, which a small model leaves as they are: English stem | third person | French.
_OF_HEADLINES = """
axe|axes|supprime
back|backs|soutient
brace for|braces for|se prépare à
clash over|clashes over|s'affronte au sujet de
curb|curbs|limite
defy|defies|défie
eye|eyes|envisage
face|faces|fait face à
fight for|fights for|se bat pour
gear up for|gears up for|se prépare à
hail|hails|salue
hike|hikes|augmente
hit out at|hits out at|critique
jail|jails|condamne à la prison
mull|mulls|envisage
oust|ousts|évince
probe|probes|enquête sur
quit|quits|quitte
scrap|scraps|abandonne
shun|shuns|évite
slam|slams|critique
slash|slashes|réduit
spark|sparks|provoque
split over|splits over|se divise au sujet de
spurn|spurns|repousse
sue|sues|poursuit en justice
unveil|unveils|présente
vow|vows|promet
walk out|walks out|cesse le travail
weigh|weighs|envisage
win the right to|wins the right to|obtient le droit de
"""
_HEADLINE_VERBS = tuple(
    (re.compile(rf"\b(?:{stem}|{third})\b", re.IGNORECASE), f"{third} = {french}")
    for stem, third, french in (line.split("|") for line in _OF_HEADLINES.strip().splitlines())
)


def hints(
    text: str, glossary: Glossary, words: Mapping[str, str], *, is_headline: bool = False, within: str = ""
) -> tuple[str, ...]:
    """French to suggest for a text, in its order, `term = français`; where two overlap the longer one stands.

    A headline's capitals alone make no name, neither its first word's nor those of Title Case: the article has it, if
    it is given as `within`.
    """
    terms = [(one.term, one.french[0]) for one in glossary.entries if uses_term(text, one)]
    small = text.casefold()
    found = [
        (match.start(), match.end(), f"{term} = {french}")
        for term, french in (*terms, *words.items())
        if term.casefold() in small
        for match in _as_words(term).finditer(text)
    ]
    found += [
        (start, start + len(name), f"{name} = {name}")
        for start, name in _full_names(text)
        if not any(term in name for term, _ in terms) and not (is_headline and within and name not in within)
    ]
    found += [(m.start(), m.end(), hint) for cue, hint in _HEDGES for m in re.finditer(cue, text, re.IGNORECASE)]
    if is_headline:
        found += [(m.start(), m.end(), hint) for cue, hint in _HEADLINE_VERBS for m in cue.finditer(text)]
    kept: list[tuple[int, int, str]] = []
    for start, end, hint in sorted(found, key=lambda one: one[0] - one[1]):
        if not any(start < other_end and other_start < end for other_start, other_end, _ in kept):
            kept.append((start, end, hint))
    return tuple(dict.fromkeys(hint for _, _, hint in sorted(kept)))[:_MOST_HINTS]


def heeded(french: str, hinted: Sequence[str]) -> float:
    """Of the hints that stand for one French word or phrase, the share that a rendering took up; 1 where none does."""
    stems = [_stem(meant) for _, meant in _suggestions(hinted)]
    small = fold(french)
    return sum(one in small for one in stems) / len(stems) if stems else 1.0


def left_over(french: str, hinted: Sequence[str]) -> int:
    """How many terms a rendering still has in English, though French was suggested for them: « le rot »."""
    return sum(bool(_as_words(term).search(french)) for term, meant in _suggestions(hinted))


def _suggestions(hinted: Sequence[str]) -> list[tuple[str, str]]:
    """The hints that give another word in plain French: neither a name that stays nor « conditionnel (-rait) »."""
    parted = [hint.partition(" = ") for hint in hinted]
    return [(term, meant) for term, _, meant in parted if term.islower() and term != meant and "(" not in meant]


def _stem(french: str) -> str:
    """The longest word of a suggestion less its ending, which bends."""
    words: list[str] = re.findall(r"[^\W\d_]+", fold(french))
    word = max(words, key=len, default=fold(french))
    return word[: max(4, len(word) - 3)]


def _full_names(text: str) -> Iterator[tuple[int, str]]:
    """Names of several words with their places: a small model translates them halfway unless told to keep them."""
    for match in _NAME.finditer(text):
        name = _OPENERS.sub("", match.group()).rstrip("’'")
        if " " in name:
            yield match.start() + match.group().index(name), name


@lru_cache(maxsize=4_000)
def _as_words(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(term)}(?:s|es)?(?!\w)", re.IGNORECASE)
