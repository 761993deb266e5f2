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
# Or more in all, the one so much nearer and so like that the other need only not be nearer to its own: « réserve sa
# décision » for "has not made up its mind" is like nothing.
IN_ALL, SURELY, MOST_LIKE = 0.4, 0.28, 0.42
# Words that a stretch must have beside its names, and names beyond which a sentence is a list.
TELLING, MANY = 1, 5
_BREAK = {
    "en": re.compile(r"; |: |, (?=(?:but|and|with) )|\b(?:while|whereas|although|unlike|compared with|against)\b|(?<=[a-z]) (?=(?:but|and) )"),
    "fr": re.compile(r"[\u00a0 ]?; |[\u00a0 ]?: |\b(?:tandis qu|alors qu|quand |contrairement |contre |là où )|(?<=[^\W\d_])[, ]+(?=(?:mais|et) )"),
}  # fmt: skip
# "fined the firm, Brazil’s closed its inquiry": a comma before a name that acts opens a stretch as well.
_OPENS = re.compile(r", (?:the |l[ea]s? |l[’'])?$")
_ACTS = re.compile(r"(?:[’']s?)? (?!(?:and|or|et|ou|ni|nor|of|in|at|de|du|des|à|en)\b)[a-zà-ÿ]")
# « Entre A et B »: of both the same is told.
_JOINED = re.compile(r"(?<![\w’-])[A-ZÀ-Ý][\w’'-]* (?:et|and) (?=[A-ZÀ-Ý])")
# "the freight zone at Pell", « le quartier hospitalier d’Ash »: what a place is goes with its name.
_KIND = {
    "en": re.compile(r"\b(?:the|a|an|its|their) (?:(?!(?:of|in|at|and|or|to|by|for|that|which)\b)[a-z-]+ ){1,3}(?:of|at|in) (?:the )?$", re.IGNORECASE),
    "fr": re.compile(r"(?:\b(?:le|la|les|une?|son|sa) |\bl[’'])[a-zà-ÿ-]+(?: (?:de |d[’'])?(?!(?:à|de|du|des|d|en|et|ou|par|sur|a|est)\b)[a-zà-ÿ-]+)?,? (?:de la |de l[’']|d[’']|du |des |de |à )?$", re.IGNORECASE),
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
    both = min(nearer) >= EACH and sum(nearer) >= GAIN and min(one_other, two_other) >= LIKE
    surely = max(zip(nearer, (one_other, two_other), strict=True))
    alone = min(nearer) >= 0 and sum(nearer) >= IN_ALL and surely[0] >= SURELY and surely[1] >= MOST_LIKE
    return place if both or alone else None


def _best(ours: Stretch, theirs: Sequence[Stretch]) -> tuple[float, Statement]:
    cosines = embed([one.words for one in theirs]) @ embed([ours.words])[0]
    at = int(cosines.argmax())
    return float(cosines[at]), theirs[at].statement


def _stretches(statement: Statement, mentions: Sequence[Mention]) -> tuple[Stretch, ...]:
    """The stretches of a sentence; one that names nobody belongs to the one before, one that tells nothing to the next."""
    text, side = statement.text, side_of(statement)
    joined = [one.span() for one in _JOINED.finditer(text)]
    breaks = {one.start() for one in _BREAK[side].finditer(text) if not any(a < one.start() < b for a, b in joined)}
    breaks |= set(_openings(text, mentions))
    cuts = [0, *sorted(breaks - {0}), len(text)]
    found: list[Stretch] = []
    held: tuple[str, frozenset[str]] = ("", frozenset())
    for low, high in pairwise(cuts):
        inside = [one for one in mentions if low <= one.start < high]
        words, keys = f"{held[0]} {_less(text, low, high, inside, side)}", held[1] | {one.key for one in inside}
        if len(content_words(words, side)) < TELLING and high < len(text):
            held = words, keys
        elif found and (not keys or len(content_words(words, side)) < TELLING):
            found[-1] = Stretch(f"{found[-1].words} {words}", found[-1].keys | keys, statement)
            held = "", frozenset()
        else:
            found.append(Stretch(words.strip(), keys, statement))
            held = "", frozenset()
    return tuple(found)


def _openings(text: str, mentions: Sequence[Mention]) -> Iterator[int]:
    """The commas before a name that is followed by what it does."""
    for one in mentions:
        comma = _OPENS.search(text, 0, one.start)
        if comma and _ACTS.match(text, one.end):
            yield comma.start()


def _less(text: str, low: int, high: int, mentions: Sequence[Mention], side: str) -> str:
    """A stretch without the names in it, nor the words that say of what kind each is."""
    kept, at = [], low
    for one in mentions:
        kind = _KIND[side].search(text, at, one.start)
        kept.append(text[at : kind.start() if kind else one.start])
        at = max(at, one.end)
    return " ".join(" ".join([*kept, text[at:high]]).split())
