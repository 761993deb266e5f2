"""Two names that have changed halves: « La Lettonie signe, tandis que l’Estonie hésite » for the contrary (« Facts », 3).

What is told of each name stands in its own stretch, up to a semicolon, "while", « mais ». Where each stretch of the
claim, its names left out, renders that of the other name in the source, the names have changed places.
"""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from pipeline.embedding import embed
from pipeline.verify.alignment import content_words
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.proper_names.mentions import Mention, mentioned_in, shared_with
from schemas.finding import Finding

__all__ = ["exchanged_halves"]

# The stretches come so much nearer to those of the other name, in all and each, and are so like them at the least.
GAIN, EACH, LIKE = 0.3, 0.08, 0.4
# Words that a stretch must have beside its names, and names beyond which a sentence is a list.
TELLING, MANY = 1, 5
_BREAK = {
    "en": re.compile(r"; |: |, (?=(?:but|and|with) )|\b(?:while|whereas|although|unlike|compared with|against)\b|(?<=[a-z]) (?=(?:but|and) )"),
    "fr": re.compile(r"[\u00a0 ]?; |[\u00a0 ]?: |\b(?:tandis qu|alors qu|quand |contrairement |contre |là où )|(?<=[^\W\d_])[, ]+(?=(?:mais|et) )"),
}  # fmt: skip


class Stretch(NamedTuple):
    """A stretch of a sentence: its words without the names in it, and those names."""

    words: str
    keys: frozenset[str]
    statement: Statement


def exchanged_halves(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """Two names of a claim of which each has the stretch that the source gives the other."""
    ours = mentioned_in(claim, frozenset(word for one in near for word in one.words))
    keys = list(dict.fromkeys(one.key for one in ours))
    mine = _stretches(claim, ours) if 1 < len(keys) <= MANY else ()
    theirs = [each for one in near for each in _stretches(one, sorted(shared_with(one, ours)))] if len(mine) > 1 else []
    for first, second in combinations(keys, 2):
        sorts = {one.sort for one in ours if one.key in (first, second)}
        held = _crossed(first, second, mine, theirs) if len(sorts) == 1 else None
        if held:
            at = [one for one in ours if one.key in (first, second)]
            message = f"Les noms semblent intervertis, la source dit {cited(held.text, held)}\u00a0: vérifiez de qui ou de quel lieu chaque chose est dite."
            yield found_in(claim, (at[0].start, at[-1].end), "roles-swapped", "warning", message, [held])
            return


def _crossed(first: str, second: str, ours: Sequence[Stretch], theirs: Sequence[Stretch]) -> Statement | None:
    """Where the source tells of each what the claim tells of the other."""
    mine = [one for one in ours if first in one.keys and second not in one.keys]
    yours = [one for one in ours if second in one.keys and first not in one.keys]
    own = [one for one in theirs if first in one.keys and second not in one.keys]
    other = [one for one in theirs if second in one.keys and first not in one.keys]
    if len(mine) != 1 or len(yours) != 1 or not own or not other:
        return None
    ((one_own, _), (one_other, place)) = _best(mine[0], own), _best(mine[0], other)
    ((two_own, _), (two_other, _)) = _best(yours[0], other), _best(yours[0], own)
    nearer = one_other - one_own, two_other - two_own
    turned = min(nearer) >= EACH and sum(nearer) >= GAIN and min(one_other, two_other) >= LIKE
    return place if turned else None


def _best(ours: Stretch, theirs: Sequence[Stretch]) -> tuple[float, Statement]:
    cosines = embed([one.words for one in theirs]) @ embed([ours.words])[0]
    at = int(cosines.argmax())
    return float(cosines[at]), theirs[at].statement


def _stretches(statement: Statement, mentions: Sequence[Mention]) -> tuple[Stretch, ...]:
    """The stretches of a sentence; one that names nobody belongs to the one before, one that tells nothing to the next."""
    text, side = statement.text, side_of(statement)
    cuts = [0, *(match.start() for match in _BREAK[side].finditer(text)), len(text)]
    found: list[Stretch] = []
    held: tuple[str, frozenset[str]] = ("", frozenset())
    for low, high in pairwise(cuts):
        inside = [one for one in mentions if low <= one.start < high]
        words, keys = f"{held[0]} {_less(text, low, high, inside)}", held[1] | {one.key for one in inside}
        if len(content_words(words, side)) < TELLING and high < len(text):
            held = words, keys
        elif found and (not keys or len(content_words(words, side)) < TELLING):
            found[-1] = Stretch(f"{found[-1].words} {words}", found[-1].keys | keys, statement)
            held = "", frozenset()
        else:
            found.append(Stretch(words.strip(), keys, statement))
            held = "", frozenset()
    return tuple(found)


def _less(text: str, low: int, high: int, mentions: Sequence[Mention]) -> str:
    kept, at = [], low
    for one in mentions:
        kept.append(text[at : one.start])
        at = max(at, one.end)
    return " ".join(" ".join([*kept, text[at:high]]).split())
