"""Who and what both sides of a pair of sentences name: names under one key in both languages, and members of a sort."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.dictionary import is_word
from pipeline.verify.clauses import side_of
from pipeline.verify.offices.holders import names_in
from pipeline.verify.prepare import Statement, words_of
from pipeline.verify.proper_names.exonyms import counterparts
from pipeline.verify.proper_names.naming import CAPITAL, read_names
from pipeline.verify.proper_names.sorts import members_in

__all__ = ["Mention", "mentioned_in", "shared_with"]


class Mention(NamedTuple):
    """Someone or something named at a place. `key` is the same in both languages; `sort` is empty for a name."""

    start: int
    end: int
    key: str
    sort: str = ""


def mentioned_in(claim: Statement, words: frozenset[str]) -> tuple[Mention, ...]:
    """What a French sentence names of what sentences with these words name, in order."""
    found = []
    for name in read_names(claim.text):
        key = next((word for word in reversed(name.words) if word in words), "") or _english(name.words, words)
        if key:
            found.append(Mention(name.start, name.end, key))
    opening = CAPITAL.match(claim.text)
    # « Tarnmoor garderait … »: a word of the source that is none of French opens as a name.
    if opening and not is_word(opening[1]) and not any(one.start == opening.start(1) for one in found):
        found += [Mention(*opening.span(1), word) for word in words_of(opening[1])[-1:] if word in words]
    members = members_in(claim.text, "fr")
    taken = [(one.start, one.end) for one in found]
    # Only where two of a sort are told apart can they be exchanged.
    found += [
        Mention(one.start, one.end, one.name, one.sort)
        for one in members
        if any(one.sort == other.sort and one.name != other.name for other in members)
        and not any(start < one.end and one.start < end for start, end in taken)
    ]
    return tuple(sorted(found))


def _english(words: Sequence[str], known: frozenset[str]) -> str:
    """The word of an English name that a French one stands for: « Lettonie », "latvia"."""
    forms = (piece for word in reversed(words) for form in counterparts(word) for piece in words_of(form))
    return next((one for one in forms if one in known and len(one) > 2), "")


def shared_with(source: Statement, ours: Sequence[Mention]) -> Iterator[Mention]:
    """The same names and members in a sentence of the source."""
    keys = {one.key for one in ours if not one.sort}
    side = side_of(source)
    for start, end, _ in names_in(source.text, side):
        key = next((word for word in words_of(source.text[start:end]) if word in keys), "")
        if key:
            yield Mention(start, end, key)
    sorts = {(one.sort, one.key) for one in ours if one.sort}
    for one in members_in(source.text, side):
        if (one.sort, one.name) in sorts:
            yield Mention(one.start, one.end, one.name, one.sort)
