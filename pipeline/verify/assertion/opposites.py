"""Opposites at their places: each word of the draft that has an opposite, against the words of the source in the same surroundings.

A sentence may say that prices fell and sales rose. So an occurrence is held to the occurrence of the source whose
surroundings it shares, its own word left out; what then differs is the direction alone.
"""

# ruff: noqa: E501 - tables of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.embedding import embed
from pipeline.keeping import per_sentence
from pipeline.verify.alignment import chunk_at, content_words, likeness
from pipeline.verify.assertion.admissions import admits_an_error
from pipeline.verify.assertion.certainty import is_hindered, is_undone, near_words
from pipeline.verify.assertion.contrasts import PAIRS
from pipeline.verify.assertion.denied import denied_words
from pipeline.verify.assertion.few_and_many import all_but_only
from pipeline.verify.assertion.other_end import is_from_the_other_end, is_one_dealing
from pipeline.verify.assertion.predicates import ALIKE
from pipeline.verify.clauses import side_of
from pipeline.verify.deeds.converse import tells_of_buyers, tells_the_converse
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.equal_figures import same_quantity
from schemas.finding import Finding

__all__ = ["turned_words"]

# Below FIT two surroundings tell of different things; an occurrence that says the same must be clearly farther to be passed over.
FIT, CLEARLY = 0.44, 0.06
# How much less is enough where both surroundings have one name or number.
SHARED = 0.1
# « sans », « rien », « toujours » stand everywhere: only nearly the same surroundings tell that one was turned.
FIT_SMALL = 0.56
_AROUND, _FEW = 55, 15


class Occurrence(NamedTuple):
    """A word at its place, which of its pair it is, and the words around it."""

    statement: Statement
    start: int
    end: int
    side: int
    around: str


_SMALL = re.compile(
    r"^(?:with|without|no|all|both|each|every\w*|none|nobody|nothing|no one|neither|always|never|avec|sans|tous|toutes|chacune?|chaque|aucune?|rien|nul|personne|toujours|jamais)$",
    re.I,
)


# « Ne s’applique qu’aux » says that it applies.
_NE = re.compile(r"(?:\bne |\bn[’'])(?:l[ea]s? |l[’']|lui |leur |y |en |se |s[’'])?\Z")


@per_sentence
def _found(text: str, side: str) -> tuple[tuple[int, int, int, int, str], ...]:
    """(pair, side of it, start, end, the words around) of every word that has an opposite, unless it is denied."""
    denied = {one.word.start for one in denied_words(text, side)}
    return tuple(
        (n, which, match.start(), match.end(), _around(text, match.start(), match.end()))
        for n, pair in enumerate(PAIRS)
        for which in (0, 1)
        for match in pair[side][which].finditer(text)
        if match.start() not in denied
        and (not _NE.search(text, 0, match.start()) or re.match(r" (?:\w+ )?qu(?:e |[’'])", text[match.end() :]))
    )


def _around(text: str, start: int, end: int) -> str:
    """The words of the same stretch; where they are too few to tell what it is about, those of a wider one."""
    low, high = chunk_at(text, start)
    if high - low - (end - start) < _FEW:
        low = text.rfind(" ", 0, max(0, start - _AROUND)) + 1
        high = text.find(" ", min(len(text), end + _AROUND))
        high = high if high != -1 else len(text)
    return f"{text[low:start].strip()} {text[end : max(end, high)].strip()}".strip()


# "£9m lent for a stand" is « 9 millions empruntés »: who takes and who gives are not named.
_CONVERSE = re.compile(r"(?:emprunt|prêt)é(?:e|s|es)?$")
_AVOIR = re.compile(
    r"\b(?:ai|as|a|avons|avez|ont|avais|avait|avaient|aura|auront|aurait|auraient|ait|aient|avoir|ayant)(?: (?!été\b)\w+)? $"
)


def _is_converse(text: str, start: int, end: int) -> bool:
    return bool(_CONVERSE.fullmatch(text[start:end])) and not _AVOIR.search(text[:start])


def turned_words(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """A word of the claim where the source, in the same surroundings, has its opposite."""
    theirs: dict[int, list[Occurrence]] = {}
    for one in near:
        for n, which, start, end, around in _found(one.text, side_of(one)):
            theirs.setdefault(n, []).append(Occurrence(one, start, end, which, around))
    ours: dict[int, list[tuple[int, int, int, str]]] = {}
    for n, which, start, end, around in _found(claim.text, "fr"):
        ours.setdefault(start, []).append((n, which, end, around))
    found: list[tuple[int, int, Occurrence, frozenset[int]]] = []
    for start, readings in ours.items():
        same = [one for n, which, _, _ in readings for one in theirs.get(n, ()) if one.side == which]
        turned = [one for n, which, _, _ in readings for one in theirs.get(n, ()) if one.side != which]
        end, around = readings[0][2:]
        best = _turned(around, [one for one in turned if not _is_rendered(one, around, ours, start)], same)
        if (
            best is None
            or _is_right(claim, start, end, best, near)
            or _tells_of_another(claim, best, same)
            or _is_tied_to(claim, same, best)
            or _is_told_besides(claim, start, best)
            or _is_what_is_denied(claim, start, best)
        ):
            continue
        # « Avait voté contre, y est désormais favorable »: both are said on either side; `turnabouts` reads which came first.
        both = frozenset(n for n, _, _, _ in readings if len(set(_sides_in(ours, n))) == 2)
        both = both if any(one.statement is best.statement for one in same) else frozenset()
        if both and _AT_LAST.search(claim.text) and _AT_LAST.search(best.statement.text):
            continue
        found.append((start, end, best, both))
    for start, end, best, both in found:
        # « Salue le rapport mais regrette … »: who says both on either side exchanged both, or neither.
        if both and not any(other is not best and both & pairs for _, _, other, pairs in found):
            continue
        said = cited(near_words(best.statement, best.start), best.statement)
        message = f"Le texte dit «\u00a0{claim.text[start:end]}\u00a0», la source semble dire l’inverse, {said}\u00a0: vérifiez le sens."
        yield found_in(claim, (start, end), "direction-reversed", "warning", message, [best.statement])


def _is_right(claim: Statement, start: int, end: int, best: Occurrence, near: Sequence[Statement]) -> bool:
    """Whether an opposite says the same after all: told from the other side, hindered, or of those whom the source excepts."""
    return (
        _is_converse(claim.text, start, end)
        or is_hindered(claim.text, start)
        or all_but_only(claim, best.statement)
        or tells_of_buyers(claim, best.statement)
        or tells_the_converse(claim, best.statement)
        or is_one_dealing(claim.text[start:end], best.statement.text[best.start : best.end])
        or is_from_the_other_end(claim, (start, end), best.statement, (best.start, best.end))
        or is_undone(best.statement.text, best.start, side_of(best.statement))
        or is_undone(claim.text, start, "fr")
        or admits_an_error(claim, end, near)
    )


# "Petrel, the second-largest network, said …"
_PRESENTED = re.compile(r"[A-ZÀ-Ý][\w’-]{2,}(?: [A-ZÀ-Ý][\w’-]+)*, (?:the|an?|its|who|which|l[ea]|une?|qui)\b")


def _is_tied_to(claim: Statement, same: Sequence[Occurrence], best: Occurrence) -> bool:
    """Whether the figures of a claim, « onze des dix-huit clubs », are those of a passage that says the same, and not of the other."""
    shared = [_shared(claim, one.statement) for one in same]
    return bool(shared) and max(shared) > _shared(claim, best.statement)


def _shared(claim: Statement, passage: Statement) -> int:
    return sum(any(same_quantity(one, each) for each in passage.figures) for one in claim.figures)


def _tells_of_another(claim: Statement, best: Occurrence, same: Sequence[Occurrence]) -> bool:
    """Whether a passage that says the same names someone of the claim, and the one that says the opposite opens with another."""
    named = set(_TELLING.findall(claim.text))
    other = _PRESENTED.match(best.statement.text)
    return (
        other is not None
        and not named & set(_TELLING.findall(best.statement.text))
        and any(named & set(_TELLING.findall(one.statement.text)) for one in same)
    )


def _is_told_besides(claim: Statement, start: int, best: Occurrence) -> bool:
    """« Débuteraient en 2027 pour s’achever en 2031 »: another word of the claim, clearly the same one, says what it says."""
    words = content_words(best.statement.text, side_of(best.statement))
    theirs = next((one for one in words if one.start <= best.start < one.end), None)
    ours = content_words(claim.text, "fr")
    mine = next((one for one in ours if one.start <= start < one.end), None)
    others = [
        one
        for one in ours
        if one is not mine
        and any(which == best.side and at <= one.start < end for n, which, at, end, _ in _found(claim.text, "fr"))
    ]
    return theirs is not None and bool(others) and float(likeness(theirs, others).max()) >= ALIKE


_DENIES_IT = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|disput(?:es|ed))\b[^.;:]{0,60}$", re.I)


def _is_what_is_denied(claim: Statement, start: int, best: Occurrence) -> bool:
    """Whether the source only denies the opposite, "denies ordering them to hide", and the claim denies nothing there."""
    if side_of(best.statement) != "en" or not _DENIES_IT.search(best.statement.text, 0, best.start):
        return False
    return not _DENIES_FR.search(claim.text, 0, start)


_DENIES_FR = re.compile(
    r"\b(?:dément\w*|nie(?:nt)?|niait|récus\w+|rejet\w+|conteste\w*|réfut\w+|se défend\w*)\b[^.;:]{0,60}$", re.I
)


def _is_rendered(theirs: Occurrence, around: str, ours: dict[int, list[tuple[int, int, int, str]]], start: int) -> bool:
    """Whether this one fits by a shared name alone, and another word of the claim renders it: « publics … privée »."""
    others = [
        each
        for at, readings in ours.items()
        for n, which, _, each in readings
        if at != start and which == theirs.side and (n, which) in _sides_at(theirs)
    ]
    if not others or _SMALL.search(theirs.statement.text[theirs.start : theirs.end]):
        return False
    vectors = embed([theirs.around, around, *others])
    cosines = vectors[1:] @ vectors[0]
    return float(cosines[0]) < FIT and float(cosines[1:].max()) >= float(cosines[0])


def _sides_at(theirs: Occurrence) -> frozenset[tuple[int, int]]:
    """The pairs and their sides of the word that stands at a place of the source."""
    found = _found(theirs.statement.text, side_of(theirs.statement))
    return frozenset((n, which) for n, which, start, _, _ in found if start == theirs.start)


_AT_LAST = re.compile(
    r"\b(?:now|no longer|since|later|désormais|aujourd[’']hui|maintenant|à présent|depuis|n[’']\w+ plus)\b", re.I
)


def _sides_in(ours: dict[int, list[tuple[int, int, int, str]]], pair: int) -> Iterator[int]:
    return (which for readings in ours.values() for n, which, _, _ in readings if n == pair)


_TELLING = re.compile(r"(?:19|20)\d\d|[A-ZÀ-Ý][\w’-]{3,}")


def _shares_a_name(ours: str, theirs: str) -> bool:
    return bool(set(_TELLING.findall(ours)) & set(_TELLING.findall(theirs)))


def _turned(around: str, turned: Sequence[Occurrence], same: Sequence[Occurrence]) -> Occurrence | None:
    """The opposite that stands in the surroundings most like these, unless a word that says the same stands as near."""
    if not turned:
        return None
    vectors = embed([around, *(one.around for one in (*turned, *same))])
    cosines = vectors[1:] @ vectors[0]
    best = int(cosines[: len(turned)].argmax())
    fit = FIT - SHARED if _shares_a_name(around, turned[best].around) else FIT
    fit = FIT_SMALL if _SMALL.search(turned[best].statement.text[turned[best].start : turned[best].end]) else fit
    least = max(fit, float(cosines[len(turned) :].max()) + CLEARLY) if same else fit
    return turned[best] if float(cosines[best]) >= least else None
