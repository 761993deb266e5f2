"""Two names of a sentence in each other's place: what stands beside each, against what stands beside them in the source."""

# ruff: noqa: E501 - messages: wrapped, they cannot be read or compared.

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.embedding import embed
from pipeline.verify.alignment import chunk_at, content_words
from pipeline.verify.clauses import is_verbless, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.offices.holders import names_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["crossed_places"]

# The words beside a name come so much nearer to those beside the other one, and are so like them at the least.
GAIN, LIKE = 0.3, 0.3


class Place(NamedTuple):
    """A name in a sentence, by its last word, and the words that say what part it plays there, before or after it."""

    start: int
    end: int
    last: str
    words: str
    leading: bool


def crossed_places(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """Two names of a claim of which each stands beside the words that the source has beside the other."""
    known = frozenset(word for one in near for word in one.words)
    ours = [one for one in _places(claim, known) if one.words]
    theirs: dict[str, list[tuple[Place, Statement]]] = {}
    for statement in near if len(ours) > 1 else ():
        for one in _places(statement, claim.words):
            if one.words:
                theirs.setdefault(one.last, []).append((one, statement))
    for first, second in pairwise(ours):
        # « Né dans la seule antenne de A, B a … »: what opens a sentence may end it in the source.
        if "," in claim.text[first.end : second.start] and is_verbless(claim.text[: first.end]):
            continue
        if first.last != second.last and first.last in theirs and second.last in theirs:
            held = _turned(first, second, theirs)
            if held:
                message = f"Les noms semblent intervertis, la source dit {cited(held.text, held)}\u00a0: vérifiez qui fait quoi."
                yield found_in(claim, (first.start, second.end), "roles-swapped", "warning", message, [held])


def _turned(first: Place, second: Place, theirs: dict[str, list[tuple[Place, Statement]]]) -> Statement | None:
    """The sentence of the source that has the second where the first stands, if each would stand better there.

    What stands before a name tells against another only where it stands before that one too: « A a signé », "signed by B".
    """
    own, other = theirs[first.last], theirs[second.last]
    as_is = max(_fits(first, own)) + max(_fits(second, other))
    crossed = _fits(first, other, alike=True), _fits(second, own, alike=True)
    least = min(max(crossed[0]), max(crossed[1]))
    if least < LIKE or max(crossed[0]) + max(crossed[1]) - as_is < GAIN:
        return None
    return other[crossed[0].index(max(crossed[0]))][1]


def _fits(ours: Place, own: Sequence[tuple[Place, Statement]], *, alike: bool = False) -> list[float]:
    """How like the words beside a name are to those at each place of the source; `alike`: on the same side of it only."""
    cosines = embed([one.words for one, _ in own]) @ embed([ours.words])[0]
    return [
        -1.0 if alike and one.leading != ours.leading else float(cosine)
        for (one, _), cosine in zip(own, cosines, strict=True)
    ]


def _places(statement: Statement, shared: frozenset[str]) -> list[Place]:
    """The names that both sides have, each with the words before it up to a name or a stop, or else those after it."""
    side, text = side_of(statement), statement.text
    names = [one for one in names_in(text, side) if one[2] in shared]
    found = []
    for start, end, last in names:
        low, high = chunk_at(text, start)
        before = text[max([low, *(b for _, b, _ in names if b <= start)]) : start]
        after = text[end : min([max(high, end), *(a for a, _, _ in names if a >= end)])]
        leading = bool(content_words(before, side))
        words = before if leading else after if content_words(after, side) else ""
        found.append(Place(start, end, last, words, leading))
    return found
