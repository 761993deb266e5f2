"""The stretches of a sentence between commas and conjunctions: what a denial or a doubt governs."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.verify.prepare import Statement

__all__ = ["Clause", "clauses", "clauses_of", "clauses_with", "is_supposed", "side_of"]

_BREAK = re.compile(
    r"(?<=[a-zà-ÿ\d]{3})[.!?…]+[”»\"]?\s+(?=[A-ZÀ-Ý“«\"])|[,;:—–()«»“”\"]+\s"
    r"|\s(?:and|but|which|who|because|while|although|whereas|et|mais|qui|dont|tandis que|alors que|car)\s"
)


class Clause(NamedTuple):
    """A stretch of a sentence, or the whole of it."""

    statement: Statement
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.statement.text[self.start : self.end]


@lru_cache(maxsize=20_000)
def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a sentence, as offsets; short ones stay with the one before."""
    cuts = [0, *(match.end() for match in _BREAK.finditer(text)), len(text)]
    spans: list[tuple[int, int]] = []
    for start, end in pairwise(cuts):
        if spans and (end - start < 22 or spans[-1][1] - spans[-1][0] < 22):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(spans)


def clauses_of(statements: Sequence[Statement]) -> list[Clause]:
    """The clauses of sentences, in order."""
    return [Clause(one, start, end) for one in statements for start, end in clauses(one.text)]


def clauses_with(statement: Statement, cue: re.Pattern[str]) -> int:
    """How many clauses of a sentence hold a cue."""
    return sum(bool(cue.search(one.text)) for one in clauses_of([statement]))


_SUPPOSED = re.compile(
    r"\b(?:if|unless|whether|where|when|once|in case|as far as|lest|si|sauf si|là où)\b(?! not)[^.;:,]{0,45}$",
    re.IGNORECASE,
)


def is_supposed(text: str, at: int) -> bool:
    """Whether what stands at a place is only supposed: "if a contractor does not follow the rules" denies nothing."""
    return bool(_SUPPOSED.search(text[:at]))


def side_of(statement: Statement) -> str:
    """The tables' name for a statement's language."""
    return "fr" if statement.language == "fr" else "en"
