"""Two people's changes to one text, put together where they touch different words."""

import re
from difflib import SequenceMatcher

from schemas.base import Closed

__all__ = ["Merge", "merge"]

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")
Change = tuple[int, int, list[str]]


class Merge(Closed):
    """The text with both changes. Where they touch the same words, one's own stand, and `is_clean` is false."""

    text: str
    is_clean: bool


def merge(base: str, mine: str, theirs: str) -> Merge:
    """Put `mine` and `theirs`, which both come from `base`, together word by word."""
    words = _PIECE.findall(base)
    own, other = _changes(words, _PIECE.findall(mine)), _changes(words, _PIECE.findall(theirs))
    kept = [one for one in other if not any(_touches(one, each) for each in own)]
    is_clean = all(one in kept or one in own for one in other)
    merged, at = [], 0
    for start, end, new in sorted([*own, *kept], key=lambda one: (one[0], one[1])):
        merged += [*words[at:start], *new]
        at = end
    return Merge(text="".join([*merged, *words[at:]]), is_clean=is_clean)


def _changes(before: list[str], after: list[str]) -> list[Change]:
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [(a, b, after[c:d]) for kind, a, b, c, d in codes if kind != "equal"]


def _touches(one: Change, other: Change) -> bool:
    """Whether two changes concern the same words, or both add at one place."""
    return one[0] <= other[1] and other[0] <= one[1]
