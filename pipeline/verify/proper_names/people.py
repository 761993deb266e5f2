"""Whose words, whose deeds: a name of the draft against the one that the source has in the same sentence.

With its name left out a sentence still says what is told; the passage that tells it names someone, or speaks of "she",
"Mr Pryce" or "the company", whom the sentences before name.
"""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.embedding import embed
from pipeline.verify.alignment import content_words, fits, likeness
from pipeline.verify.clauses import clauses, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.offices.role_words import role_concepts
from pipeline.verify.offices.roles import offices_near
from pipeline.verify.prepare import Source, Statement, per_source, words_of
from pipeline.verify.proper_names.exonyms import counterparts
from pipeline.verify.proper_names.naming import DATELINE, PARTICLE, UP, Name, read_names
from schemas.finding import Finding

__all__ = ["answers_before", "is_meant_by_office", "is_named", "is_part", "names_for_others"]

# Cosine and word by word fit together: from RENDERED on a passage tells what a sentence tells; a person named APART from
# it belongs to something else. A clause as LIKE a passage as this may render it beside the rest of the sentence, and FAINTLY
# so one that says "she" or "the company".
RENDERED, SURELY, APART, LIKE, FAINTLY = 0.7, 1.0, 0.2, 0.42, 0.3

_WHOM_ONE_HEADS = re.compile(r"\bqu(?:e |[’'])(?:préside|dirige|mène|conduit|représente|défend) $")
_JOINED = re.compile(r"[ \u00a0]et[ \u00a0]")
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Judge|Justice|Councillor|Senator|M\.|Mme)\.? (?P<last>[{UP}][\w’'-]+)"
)
_THE = re.compile(r"\b(?:the|its|their|his|her|le|la|son|sa)(?: \w+)? $", re.IGNORECASE)
# "In Westholm" and "The Basin" open a sentence; no one is called so.
_FULL = re.compile(
    rf"\b(?!(?:The|An?|In|On|At|For|From|But|And)\b)[{UP}][\w’'-]+(?: [{UP}]\.| {PARTICLE})? [{UP}][\w’'-]+"
)
_REFERS = {
    "en": re.compile(
        r"(?:^|[.;:,”\"] ?|\band |\bthat )(?:he|she) |”?,? (?:he|she) (?:said|told|says|wrote|added|asked)\b"
        # "Its director, X, said" speaks for the house that the sentence before names.
        r"|^(?:Its|Their|His|Her) (?:[\w’'-]+ ){0,4}[\w’'-]+, (?-i:[A-Z])"
        r"|^(?:The|Its|Their|His|Her) (?:company|firm|group|agency|union|authority|association|charity|start-up|developer|operator|party|mayor|minister)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"^(?:Il|Elle) |[,”»] (?:a-t-|dit-|explique-t-|ajoute-t-)(?:il|elle)\b"),
}  # fmt: skip


class _Told(NamedTuple):
    """Who a sentence of the source is about: the folded words of the names, how to call one, and whether all are meant
    by a pronoun only."""

    words: frozenset[str]
    called: str
    meant: bool = False
    names: tuple[str, ...] = ()


def names_for_others(claim: Statement, source: Source) -> Iterator[Finding]:
    """A name of the source where the rest of the sentence tells of another."""
    everywhere = source.statements
    for name in _single_names(claim.text):
        last = name.words[-1:]
        holders = {n for n, one in enumerate(everywhere) if last and is_named(last[0], one)}
        # « le syndicat que préside Lund »: what is told is told of the union.
        heads = _WHOM_ONE_HEADS.search(claim.text, 0, name.start)
        if len(name.words) < 2 or not holders or heads or is_part(claim.text, name) or answers_before(claim.text, name):
            continue
        rest = f"{claim.text[: name.start]}{claim.text[name.end :]}"
        scores = [float(one) for one in fits(source, rest) + source.vectors @ embed([rest])[0]]
        best = max(range(len(everywhere)), key=scores.__getitem__)
        places = {everywhere[n].place for n in holders}
        there = max(at for one, at in zip(everywhere, scores, strict=True) if one.place in places)
        told = _told(source, best)
        if scores[best] < RENDERED or not told.words or set(name.words) & told.words:
            continue
        # In its own paragraph too, unless a passage names both.
        if scores[best] - (there if everywhere[best].place not in places else _best(scores, holders)) < APART:
            continue
        # Where the passage names someone of the claim besides, only its own translation tells that one was exchanged.
        if _initials(name) in everywhere[best].words:
            continue
        if not _is_left_out(told, claim) or (told.words & claim.words and (told.meant or scores[best] < SURELY)):
            continue
        if (
            _is_the_town_of(name, everywhere[best], source)
            or _is_meant(name, everywhere, best)
            or is_meant_by_office(name, everywhere[best], everywhere)
            or _is_told_beside(claim, name, source, holders, best)
        ):
            continue
        message = (
            f"La source dit cela de «\u00a0{told.called}\u00a0», {cited(everywhere[best].text, everywhere[best])}, "
            f"non de «\u00a0{name.text}\u00a0»\u00a0: vérifiez de qui il s’agit."
        )
        yield found_in(claim, (name.start, name.end), "name-elsewhere", "warning", message, [everywhere[best]])


# Words nearer than ALIKE translate each other: « le syndicat des ouvriers de la chimie » is the "Chemical Workers’ Union".
ALIKE = 0.62


def _is_left_out(told: _Told, claim: Statement) -> bool:
    """Whether the claim leaves out some name that the passage tells of, under its own form or translated."""
    ours = content_words(claim.text, "fr")
    for name in told.names:
        if claim.words.isdisjoint(words_of(name)):
            words = content_words(name.lower(), "en")
            if not (words and ours and all(float(likeness(one, ours).max()) >= ALIKE for one in words)):
                return True
    return False


_TOWN = re.compile(r"\b(?:town|city|village|capital)\b(?! (?:of|council|hall)\b)|\b(?:downtown|here)\b", re.IGNORECASE)


def _is_the_town_of(name: Name, passage: Statement, source: Source) -> bool:
    """« Au nord de Linden » for "north of town": the town is the one that the article is told from."""
    return bool(_TOWN.search(passage.text)) and name.words[-1] in _datelines(source, 0)


@per_source
def _datelines(source: Source, _: int) -> frozenset[str]:
    """The folded words of the places that open a paragraph of the source in capitals."""
    found = (DATELINE.match(one.text) for one in source.statements)
    return frozenset(word for match in found if match for word in words_of(match["place"]))


def _best(scores: Sequence[float], holders: set[int]) -> float:
    return max(scores[n] for n in holders)


def is_named(word: str, statement: Statement) -> bool:
    """Whether a statement has a name's word, or what the other language calls it."""
    return word in statement.words or any(
        piece in statement.words for form in counterparts(word) for piece in words_of(form)
    )


def _single_names(text: str) -> Iterator[Name]:
    """The names of a sentence, those that « et » joins one by one."""
    for name in read_names(text):
        at = name.start
        for piece in _JOINED.split(name.text):
            yield Name(at, at + len(piece), piece)
            at += len(piece) + 4


def is_part(text: str, name: Name) -> bool:
    """« Union » of « Saltmere Dock Workers’ Union »: a part of a longer name."""
    return bool(re.match(rf"[’'\u00a0 -]*[{UP}]", text[name.end :]))


# « …, ce que dément Mme Lund », « …, ce que seul M. Lund a fait »
_ANSWERS = re.compile(r", ce (?:que |qu[’']|dont |à quoi )[^,;:]{0,50}$")


def answers_before(text: str, name: Name) -> bool:
    """Whether a name stands where what was said before it is answered: the rest of the sentence tells nothing of it."""
    return _ANSWERS.search(text, 0, name.start) is not None


def _is_told_beside(claim: Statement, name: Name, source: Source, holders: set[int], at: int) -> bool:
    """Whether the clause around a name renders another passage than the one at this place: a sentence may gather several.

    That passage names the name, or speaks of someone it does not name ("The company called it …"). The clause is read without the name, for every
    passage that has it is like a clause that has it.
    """
    if _is_made_by(claim, name, source, holders):
        return True
    around = next(((a, b) for a, b in clauses(claim.text) if a <= name.start < b), (0, 0))
    if around == (0, len(claim.text)):
        return False
    rest = f"{claim.text[around[0] : name.start]}{claim.text[name.end : max(name.end, around[1])]}"
    cosines = source.vectors @ embed([rest])[0]
    if max(float(cosines[n]) for n in holders) >= LIKE or _is_half_of(claim, name, source, holders):
        return True
    nearest = int(cosines.argmax())
    text = source.statements[nearest].text
    unnamed = not _FULL.search(text) and _REFERS[side_of(source.statements[nearest])].search(text)
    return bool(unnamed) and float(cosines[nearest]) >= max(FAINTLY, float(cosines[at]) + FAINTLY / 2)


# « Réclament un portrait peint par X »: only who made it is told of the name.
_MADE = re.compile(r"(?P<what>(?:\w+ ){0,2}\w+(?:é|i|u|it|is|ert|eint)e?s? par) (?:l[ea] |l[’'])?$")
_BESIDE = 60


def _is_made_by(claim: Statement, name: Name, source: Source, holders: set[int]) -> bool:
    """Whether a name only says by whom a thing was made, which the words beside it in the source tell as well."""
    made = _MADE.search(claim.text, 0, name.start)
    beside = [
        one.text[max(0, match.start() - _BESIDE) : match.start()]
        for one in (source.statements[n] for n in holders if made)
        for match in re.finditer(rf"\b{re.escape(name.text)}", one.text)
    ]
    return made is not None and bool(beside) and float((embed(beside) @ embed([made["what"]])[0]).max()) >= LIKE


_HALVES = re.compile(r"[ \u00a0]?[;:] |, (?:et|mais|tandis que|alors que) ")


def _is_half_of(claim: Statement, name: Name, source: Source, holders: set[int]) -> bool:
    """Whether the half of a sentence that has a name renders a passage that has it, better than any that has not."""
    cuts = [0, *(one.end() for one in _HALVES.finditer(claim.text)), len(claim.text)]
    start, end = next((a, b) for a, b in pairwise(cuts) if a <= name.start < b or b == cuts[-1])
    if (start, end) == (0, len(claim.text)):
        return False
    half = claim.text[start:end]
    whole = fits(source, half) + source.vectors @ embed([half])[0]
    if int(whole.argmax()) in holders and float(whole.max()) >= SURELY:
        return True
    rest = f"{claim.text[start : name.start]}{claim.text[name.end : max(name.end, end)]}"
    scores = fits(source, rest) + source.vectors @ embed([rest])[0]
    return int(scores.argmax()) in holders and float(scores.max()) >= RENDERED


def _initials(name: Name) -> str:
    """What the capitals of a name spell, folded: the source may only say so."""
    return "".join(re.findall(rf"\b[{UP}]", name.text)).lower()


def _is_meant(name: Name, everywhere: Sequence[Statement], at: int) -> bool:
    """Whether "he" or "she" of a passage may be the name: of the sentences before it, the last that names anyone has it."""
    if not _REFERS[side_of(everywhere[at])].search(everywhere[at].text):
        return False
    for before in reversed(everywhere[max(0, at - 3) : at]):
        if name.words[-1] in before.words:
            return True
        if _FULL.search(before.text):
            return False
    return False


@per_source
def _told(source: Source, at: int) -> _Told:
    """Who the sentence at this place of the source tells of: whom it names, or whom what it says refers to."""
    one = source.statements[at]
    dateline = DATELINE.match(one.text)
    begin = dateline.end() if dateline else 0
    names = [match.group() for match in _FULL.finditer(one.text, begin)]
    titled = [match["last"] for match in _TITLED.finditer(one.text, begin)]
    named = (*names, *titled)
    words = frozenset(word for each in named for word in words_of(each))
    if _REFERS[side_of(one)].search(one.text):
        for before in reversed(source.statements[max(0, at - 4) : at]):
            if found := tuple(match.group() for match in _FULL.finditer(before.text)):
                meant = frozenset(word for each in found for word in words_of(each))
                return _Told(words | meant, next(iter((*named, found[-1]))), not words, (*named, *found))
    return _Told(words, next(iter(named), ""), names=named)


def is_meant_by_office(name: Name, passage: Statement, everywhere: Sequence[Statement]) -> bool:
    """Whether a passage speaks of the name by its office: "the mayor promised"."""
    named = {role for match, role in role_concepts(passage.text) if _THE.search(passage.text[: match.start()])}
    return bool(named & offices_near(name.words[-1], everywhere)[0])
