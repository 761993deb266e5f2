"""What a French sentence tells as done or as sure to come, verb by verb.

A clause may hold a plan and a deed; its cues of doubt do not tell which verb they govern. The tense of a verb does.
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.dictionary import infinitive, readings
from pipeline.keeping import per_sentence
from pipeline.verify.alignment import Word
from pipeline.verify.form.infinitives import says_infinitive

__all__ = ["Told", "told_verbs"]


class Told(NamedTuple):
    """A verb of a French sentence: the word that says what is done, where its group opens, and its tense.

    `tense` is "done" (« a déposé », « vient de déposer », « offre désormais ») or "future" (« déposera », « va déposer »).
    """

    word: Word
    start: int
    tense: str
    reflexive: bool = False


_ADVERBS = r"(?:(?:\w+ment|déjà|depuis|aussi|bien|enfin|ainsi|donc|même|encore|aussitôt|(?:tout )?juste|d[’']ores et déjà|d[’']abord|en outre|par ailleurs|par la suite|en effet|à son tour|à leur tour|bel et bien|finalement|certes|ensuite|d[’']ailleurs|entre-temps|de son côté|quant à (?:lui|elle)|tous|toutes|eux-mêmes|à nouveau|de nouveau|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|elle aussi|lui aussi|eux aussi),? )*"
_WORD = r"(?P<verb>[a-zà-ÿœ]+(?:-[a-zà-ÿœ]+)*)"
_PRONOUNS = r"(?:(?:se|le|la|les|lui|leur|y|en) |[lsy][’'])*"
_DONE = (
    # a déposé, ont déjà été déposés, s’est tenu
    re.compile(rf"\b(?:a|ont|avait|avaient|ayant) {_ADVERBS}(?:été {_ADVERBS})?(?P<makes>fait )?{_WORD}"),
    re.compile(rf"\b(?:s[’']est|se sont|s[’']était|s[’']étaient|s[’']étant) {_ADVERBS}{_WORD}"),
    # what « être » conjugates, and what is so by now: est déjà ouvert
    re.compile(rf"\b(?:est|sont|était|étaient|étant) (?P<now>(?:déjà|désormais|d[’']ores et déjà|enfin|maintenant) )?{_ADVERBS}{_WORD}"),
    re.compile(rf"\b(?:vient|viennent|venait|venaient) (?:(?:tout )?juste )?d(?:e |[’']){_PRONOUNS}(?:être |faire )?{_ADVERBS}{_WORD}"),
)  # fmt: skip
# « Offre désormais », « enrôle déjà »: in force by now.
_NOW = re.compile(
    rf"\b(?!a |ont |est |sont |était |étaient |avait |avaient ){_WORD} (?:déjà|désormais|d[’']ores et déjà)\b"
)
# « Est déjà en service », « sont désormais à l’œuvre »: the noun says it.
_IN_FORCE = re.compile(
    r"\b(?:est|sont|étai(?:t|ent)) (?:déjà|désormais|d[’']ores et déjà) (?:en |au |aux |à l[’']|à la |sous )(?P<verb>[a-zà-ÿœ]+)\b"
)
_OF_BEING = re.compile(
    r"(?:ven|reven|dev[e]n|redeven|parven|interven|surven|proven)ue?s?$|(?:all|arriv|entr|rentr|rest|tomb|retomb|mont|remont|décéd|n)ée?s?$|(?:part|repart|sort|ressort)ie?s?$|mort(?:e|s|es)?$|descendue?s?$"
)
_FUTURE = (
    re.compile(r"\b(?!sera\b|seront\b|aura\b|auront\b|pourr|devr|ira\b|iront\b)(?P<verb>[a-zà-ÿœ]{2,}r(?:a|ont))\b"),
    re.compile(rf"\b(?:sera|seront) {_ADVERBS}{_WORD}"),
    re.compile(rf"\b(?:va|vont|ira|iront|allai(?:t|ent)) {_ADVERBS}{_PRONOUNS}(?:être |faire )?{_WORD}"),
    # « A annoncé qu’une baisse interviendrait »: what was to come when it was announced, and no doubt.
    re.compile(
        r"\b(?:a|ont|avait|avaient) (?:\w+ment |déjà )?(?:annoncé|confirmé|promis|assuré|garanti|décidé|affirmé|certifié|indiqué|précisé|déclaré)(?: [^,;:.]{0,30})? qu(?:e |[’'])[^,;:.]{3,70}?\b"
        r"(?P<verb>(?!pourr|devr|ser|aur)[a-zà-ÿœ]{2,}r(?:ait|aient))\b"
    ),
)


@per_sentence
def told_verbs(text: str) -> tuple[Told, ...]:
    """The verbs of a French sentence that it tells as done or as sure to come, in order."""
    found = [*_found(text, (*_DONE, _NOW, _IN_FORCE), "done"), *_found(text, _FUTURE, "future")]
    return tuple(sorted(found, key=lambda one: one.word.start))


def _found(text: str, patterns: tuple[re.Pattern[str], ...], tense: str) -> Iterator[Told]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            verb = match["verb"]
            if "now" in pattern.groupindex and not (match["now"] or _OF_BEING.match(verb)):
                continue
            makes = "makes" in pattern.groupindex and bool(match["makes"]) and says_infinitive(verb)
            if makes or _says_deed(verb, pattern):
                start, end = match.span("verb")
                yield Told(
                    Word(verb, start, end, infinitive(verb)), match.start(), tense, match.group().startswith("s")
                )


def _says_deed(verb: str, pattern: re.Pattern[str]) -> bool:
    if pattern is _IN_FORCE:
        return any(one.kind == "N" for one in readings(verb))
    if pattern is _FUTURE[3]:
        return bool(infinitive(verb))
    if pattern is _FUTURE[0]:
        # « Montra » and « opéra » are past, « montrera » and « opérera » are to come.
        base = infinitive(verb)
        return any(one.kind == "V" for one in readings(verb)) and verb != base.removesuffix("er") + "a"
    if pattern is _NOW:
        return bool(infinitive(verb)) and {one.kind for one in readings(verb)} & {"V"} != set()
    if says_infinitive(verb):
        return pattern in (_DONE[3], _FUTURE[2])
    return bool(infinitive(verb)) and any(one.kind == "A" for one in readings(verb))
