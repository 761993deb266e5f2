"""Who heads what, told by a verb: « la chambre, que préside X », where the source has another at its head (« Facts », 3).

The tables of offices read « la présidente de la chambre »; here the office is only in the verb.
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.verify.alignment import Word, content_words, likeness
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.offices.holders import names_in
from pipeline.verify.prepare import Source, Statement, per_source
from schemas.finding import Finding

__all__ = ["headed_by_another"]

# A body is known by its last words, each of which is answered from this cosine on.
_BODY, ALIKE = 4, 0.6
_NAME = (
    r"(?:M\. |Mme |Me |Dr |l[ea] |l[’'])?(?P<name>[A-ZÀ-Ý][\w’'-]+(?: (?:de |du |van |von |di |al-)?[A-ZÀ-Ý][\w’'-]+)*)"
)
_HEADED = re.compile(
    r"(?P<body>[^,;:.()«»]{3,90}?),? (?:que (?P<chairs>préside|dirige|mène|conduit|pilote|commande|administre|gouverne|emmène)"
    r"|(?P<by>présidée?s?|dirigée?s?|menée?s?|conduite?s?|pilotée?s?|commandée?s?|administrée?s?|emmenée?s?) par"
    r"|à la tête (?:duquel|de laquelle|desquels|desquelles) (?:se trouve|figure|siège)"
    r"|dont (?:le |la |l[’'])(?:président|présidente|patron|patronne|directeur|directrice|chef|cheffe|dirigeante?|numéro un) est) "
    + _NAME
)
# What whoever « préside » may be called in English, and whoever is told to be at the head of anything.
_CHAIRS = re.compile(
    r"\b(?:chair\w*|presid\w+|speaker|judge|justice|magistrate|heads?|headed|heading|leads?|led|leader|mayor|moderator|founder|principal|chancellor|rector|dean)\b",
    re.I,
)
_HEADS = re.compile(
    r"\b(?:chair\w*|presid\w+|head(?:s|ed|ing)?|leads?|led|leading|leader|runs?|ran|running|director|directs?|directed|chief|boss|ceo|founder|founded|governor|commander|commands?|captain|manager|manages?|managed|principal|editor|coach|skipper|minister|secretary|superintendent|commissioner|rector|dean|owner|owns)\b",
    re.I,
)


class _Head(NamedTuple):
    """Someone whom the source has at the head of something, by their last word; what is told around them."""

    last: str
    around: str
    place: Statement


@per_source
def _heads(source: Source, _: str) -> tuple[_Head, ...]:
    found = []
    for n, one in enumerate(source.statements):
        if not (title := _HEADS.search(one.text)):
            continue
        before = source.statements[n - 1] if n and source.statements[n - 1].place == one.place else None
        names = [name for name in names_in(one.text, side_of(one)) if name[2] in source.proper]
        near = [name for name in names if name[0] - title.end() > -60 and title.start() - name[1] < 60]
        for start, end, last in near:
            told = one.text[max(0, start - 80) : end + 80]
            # "Its president, X": the body is named in the sentence before.
            of_before = re.search(r"\b(?:Its|Their|His|Her|The)\b", told)
            found.append(_Head(last, f"{before.text} {told}" if of_before and before else told, one))
    return tuple(found)


def headed_by_another(claim: Statement, source: Source) -> Iterator[Finding]:
    """A body told to be headed by someone who heads nothing in the source, where somebody else heads that body."""
    for match in _HEADED.finditer(claim.text):
        last = next((word for _, _, word in names_in(match["name"], "fr")), "")
        beside = [(told, one) for one in source.statements for told in _beside(one, last)]
        others = [one for one in _heads(source, "") if one.last != last]
        if not beside or not others:
            continue
        presides = (match["chairs"] or match["by"] or "").startswith("présid")
        place: Statement | None
        if presides and not any(_CHAIRS.search(told) for told, _ in beside):
            place = beside[0][1]
        else:
            place = _at_the_head(match["body"], [one for one in _heads(source, "") if one.last == last], others)
        if place is not None:
            said = claim.text[match.start("name") : match.end("name")]
            message = f"La source présente «\u00a0{said}\u00a0» autrement, {cited(place.text, place)}\u00a0: vérifiez qui est à la tête de quoi."
            yield found_in(claim, match.span("name"), "role-wrong", "warning", message, [place])


def _beside(statement: Statement, last: str) -> Iterator[str]:
    """What stands right beside each mention of a name."""
    for start, end, word in names_in(statement.text, side_of(statement)) if last in statement.words else ():
        if word == last:
            yield statement.text[max(0, start - 40) : end + 60]


def _at_the_head(body: str, own: list[_Head], others: list[_Head]) -> Statement | None:
    """Where another is told to head this very body, by its words; nothing where ours may be meant."""
    words = content_words(body, "fr")[-_BODY:]
    best = max(others, key=lambda one: _answered(words, one.around))
    theirs, mine = _answered(words, best.around), max((_answered(words, one.around) for one in own), default=0)
    return best.place if theirs >= max(2, mine + 2) else None


def _answered(words: Sequence[Word], passage: str) -> int:
    """How many of the words a passage has in its own language."""
    theirs = content_words(passage, "en")
    return sum(float(likeness(one, theirs).max()) >= ALIKE for one in words) if theirs else 0
