"""What changed between two texts, word by word."""

import re
from difflib import SequenceMatcher
from typing import Literal

from schemas.base import Closed

__all__ = ["Run", "word_difference"]

# A number is one word: of « 2.3 » that became « 3.2 », no digit stayed.
_PIECE = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)+|\w+(?:['’]\w*)?|\s+|[^\w\s]")


class Run(Closed):
    """Words that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    text: str


def word_difference(before: str, after: str) -> tuple[Run, ...]:
    """The runs of words that lead from one text to the other: all but `new` is `before`, all but `gone` is `after`."""
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    runs: list[Run] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, came = "".join(old[a:b]), "".join(new[c:d])
        if kind == "equal":
            runs.append(Run(kind="same", text=gone))
            continue
        runs += [Run(kind="gone", text=gone)] if gone else []
        runs += [Run(kind="new", text=came)] if came else []
    return tuple(runs)
