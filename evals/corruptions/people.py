"""Names spoilt: one person or organisation in another's place, and two names of a sentence that change places."""

import re
from collections.abc import Iterator
from itertools import pairwise, permutations

from evals.corruptions.sheet import Sheet, Spot
from pipeline.dictionary import readings
from pipeline.verify.offices.role_words import role_concepts
from pipeline.verify.prepare import words_of
from pipeline.verify.proper_names.naming import Name, read_names

__all__ = ["names_crossed", "people_swapped"]

_NAMED = re.compile(r"(?<![\w])[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)? [A-ZÀ-Þ][\w’-]+")
_SAID = re.compile(r"\b(?:said|says|told|a dit|explique|warned|argued|asked|chief|director|mayor|minister)\b")
# "Orbis Transit, the company that runs the buses"
_HOUSE = re.compile(r"\b(?:which|company|firm|group|entreprise|société)\b")
_VOWEL = re.compile(r"[AEIOUYÀ-Ýaeiouyà-ý]")


def people_swapped(sheet: Sheet) -> Iterator[Spot]:
    """A person of one sentence stands where another was named, or an organisation where another was."""
    people, houses = _known(sheet)
    for one in sheet.reported:
        text = sheet.text_of(one.part)
        for name, other in (*permutations(people, 2), *permutations(houses, 2)):
            for match in re.finditer(re.escape(name), text[one.start : one.end]):
                start, end = one.start + match.start(), one.start + match.end()
                if other not in text and _is_whole(text, start, end):
                    yield _elided(one.part, text, start, end, other)


def _known(sheet: Sheet) -> tuple[list[str], list[str]]:
    """The people, and the organisations that speak, as draft and source both name them."""
    found = {
        match.group()
        for one in sheet.parts
        for match in _NAMED.finditer(one.text)
        if _is_whole(one.text, match.start(), match.end())
    }
    named = sorted(one for one in found if one in sheet.text)
    people = [one for one in named if _is_person(one, sheet)]
    houses = [one for one in named if one not in people and not _is_place(one, sheet) and _speaks(one, sheet)]
    return people, houses


def _is_whole(text: str, start: int, end: int) -> bool:
    """« Dock Workers » is cut out of « Saltmere Dock Workers’ Union »."""
    return not re.search(r"[A-ZÀ-Þ][\w-]* $", text[:start]) and not re.match(r"[’']?s? ?[A-ZÀ-Þ]", text[end:])


def _is_person(name: str, sheet: Sheet) -> bool:
    """Whether the name is a speaker's or an author's, or stands beside an office: « la maire, Ana Lund »."""
    if name in {one.speaker for one in sheet.article.quotes} | set(sheet.article.authors):
        return True
    for one in sheet.source_sentences:
        for match in re.finditer(re.escape(name), one):
            apposed = re.match(r", [^,.;:]{0,60}", one[match.end() :])
            before = one[max(0, match.start() - 40) : match.start()]
            if any(re.fullmatch(r"[.,]? ", before[role.end() :]) for role, _ in role_concepts(before)):
                return True
            if apposed and not _HOUSE.search(apposed.group()) and role_concepts(apposed.group()):
                return True
    return False


def _is_place(name: str, sheet: Sheet) -> bool:
    return bool(re.search(rf"\b(?:in|at|near|à) (?:the )?{re.escape(name)}\b", sheet.text))


def _speaks(name: str, sheet: Sheet) -> bool:
    return any(name in one and _SAID.search(one) for one in sheet.source_sentences)


def _elided(part: str, text: str, start: int, end: int, new: str) -> Spot:
    """The other name with the « de », « d’ », « que » or « qu’ » that it takes."""
    before = text[:start]
    if _VOWEL.match(new):
        shortened = re.search(r"\b([Dd]|[Qq]u)e $", before)
        return Spot(part, shortened.start(), end, f"{shortened[1]}’{new}") if shortened else Spot(part, start, end, new)
    elided = re.search(r"\b([Dd]|[Qq]u)[’']$", before)
    return Spot(part, elided.start(), end, f"{elided[1]}e {new}") if elided else Spot(part, start, end, new)


def names_crossed(sheet: Sheet) -> Iterator[Spot]:
    """Two names of one sentence change places, around a verb."""
    for one in sheet.reported:
        text = sheet.text_of(one.part)[one.start : one.end]
        known = set(words_of(sheet.text))
        names = [name for name in read_names(text) if set(name.words) & known and not _is_common(name)]
        for first, second in pairwise(names):
            between = text[first.end : second.start]
            if (
                first.text != second.text
                and re.search(r"\b(?:a|ont|est|sont|[a-zà-ÿ]{3,}(?:e|ent|it))\b", between)
                and (not re.search(r"[,;:(]", between))
            ):
                new = second.text + between + first.text
                yield Spot(one.part, one.start + first.start, one.start + second.end, new)


def _is_common(name: Name) -> bool:
    """« Protection » of « ministre de la Protection civile » is a word with a capital, not a name."""
    return any(one.kind == "N" for one in readings(name.text.lower()))
