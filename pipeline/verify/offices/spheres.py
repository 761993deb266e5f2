"""What a thing is called in the source, and is not here: private companies told as public ones.

Such an adjective leaves all other words as they were, and its opposite stands in the source for other things. So it is
read with its noun, over the whole source: a thing keeps its sphere from one sentence to the next.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from pipeline.keeping import per_sentence
from pipeline.verify.alignment import Word, content_words, likeness
from pipeline.verify.assertion.certainty import near_words
from pipeline.verify.assertion.denied import denied_words
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Source, Statement
from schemas.finding import Finding

__all__ = ["spheres_exchanged"]

# From LIKE on two nouns may name one thing; one of the same sphere that is nearly as like may be what is named.
LIKE, RIVAL = 0.55, 0.06
_SPHERES: tuple[dict[str, tuple[re.Pattern[str], re.Pattern[str]]], ...] = tuple(
    {side: (re.compile(rf"(?:{up})$", re.I), re.compile(rf"(?:{down})$", re.I)) for side, up, down in both}
    for both in (
        (("en", "public|state|state-(?:run|owned)|municipal|government", "private|commercial"),
         ("fr", "publi(?:c|cs|que|ques)|municip(?:al|ale|aux|ales)", "privée?s?|commerci(?:al|ale|aux|ales)")),
        (("en", "civilian|civil", "military"), ("fr", "civile?s?", "militaires?")),
        (("en", "foreign|overseas", "domestic|local|national"),
         ("fr", "étrang(?:er|ers|ère|ères)", "loc(?:al|ale|aux|ales)|nation(?:al|ale|aux|ales)")),
    )
)  # fmt: skip


class _Called(NamedTuple):
    """A noun, which pair of spheres its adjective is of, and which side of it; `at` is where the adjective stands."""

    noun: Word
    pair: int
    which: int
    at: tuple[int, int]


@per_sentence
def _called(text: str, side: str) -> tuple[_Called, ...]:
    words = content_words(text, side)
    found = []
    for first, second in pairwise(words):
        # An adjective and its noun stand side by side.
        if text[first.end : second.start] != " ":
            continue
        noun, adjective = (second, first) if side == "en" else (first, second)
        found += [
            _Called(noun, n, which, (adjective.start, adjective.end))
            for n, pair in enumerate(_SPHERES)
            for which in (0, 1)
            if pair[side][which].fullmatch(adjective.text)
        ]
    return tuple(found)


def spheres_exchanged(claim: Statement, source: Source) -> Iterator[Finding]:
    """« Entreprises publiques » where the source only ever speaks of private ones."""
    ours = _called(claim.text, "fr")
    if not ours:
        return
    denied = {one.word.start for one in denied_words(claim.text, "fr")}
    theirs = [(each, one) for each in source.statements for one in _called(each.text, side_of(each))]
    for mine in ours:
        other = [(each, one) for each, one in theirs if one.pair == mine.pair and one.which != mine.which]
        same = [one.noun for _, one in theirs if one.pair == mine.pair and one.which == mine.which]
        # Who names both spheres sets one against the other.
        contrasted = any(one.pair == mine.pair and one.which != mine.which for one in ours)
        if not other or contrasted or mine.at[0] in denied or mine.noun.start in denied:
            continue
        cosines = likeness(mine.noun, [one.noun for _, one in other])
        best, like = int(cosines.argmax()), float(cosines.max())
        if like < LIKE or (same and float(likeness(mine.noun, same).max()) >= like - RIVAL):
            continue
        home, called = other[best]
        said = cited(near_words(home, called.at[0]), home)
        told = claim.text[mine.noun.start : mine.at[1]]
        message = f"Le texte dit «\u00a0{told}\u00a0», la source dit l’inverse, {said}\u00a0: vérifiez l’adjectif."
        yield found_in(claim, mine.at, "direction-reversed", "warning", message, [home])
