"""Attribution clause by clause: what follows a semicolon or a colon is told by the house, unless someone tells it.

« X conteste » and a conditional doubt their own clause; neither says who says the next one, as « affirme » does.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.embedding import embed
from pipeline.verify.assertion.certainty import LOST, near_words
from pipeline.verify.assertion.modality import ATTRIBUTED, SOURCED
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["clauses_unattributed"]

# From here on a clause renders what someone says in the source.
_RENDERS = 0.5
_FEW = 5
_STOP = re.compile(r"\s*[;:]\s+")
_SAYING = re.compile(r"\b(?:saying|adding|arguing|claiming|insisting|disant|affirmant|assurant)\b", re.IGNORECASE)
# What doubts one clause, or denies, and hands nothing on to the next.
_OF_ONE_CLAUSE = re.compile(
    r"\b(?:\w+r(?:ait|aient)|conteste\w*|dément\w*|nie(?:nt)?|reje(?:tte|ttent|té)|récuse\w*|réfute\w*)\b",
    re.IGNORECASE,
)


def clauses_unattributed(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """A clause told as known beside one that only doubts or denies, where the passage says who says it."""
    spans = _pieces(claim.text)
    for n, (start, end) in enumerate(spans):
        text = claim.text[start:end]
        before = claim.text[: spans[n - 1][1]] if n else ""
        if not _OF_ONE_CLAUSE.search(before) or ATTRIBUTED.search(text) or len(text.split()) < _FEW:
            continue
        if ATTRIBUTED.search(_OF_ONE_CLAUSE.sub("", before)):
            continue
        for source in near:
            said = _said_of(text, source)
            if said is not None:
                message = (
                    f"La source attribue ces mots, {cited(near_words(source, said), source)}\u00a0; {LOST['reported']}."
                )
                yield found_in(claim, (start, end), "certainty-reported", "warning", message, [source])
                break


def _pieces(text: str) -> list[tuple[int, int]]:
    cuts = [0, *(one.end() for one in _STOP.finditer(text)), len(text)]
    return [(start, end) for start, end in pairwise(cuts) if start < end]


def _said_of(text: str, source: Statement) -> int | None:
    """Where a passage says that someone says what the text renders; None: it does not, or tells something else."""
    said = _SAYING.search(source.text) or SOURCED[side_of(source)].search(source.text)
    if said is None:
        return None
    told = source.text[said.end() :] if len(source.text) - said.end() > 20 else source.text[: said.start()]
    one, other = embed([text, told])
    return said.start() if float(one @ other) >= _RENDERS else None
