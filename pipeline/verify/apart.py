"""Of two passages, which one the words beside a figure or a date render: a sentence may gather a detail from afar."""

from pipeline.embedding import embed
from pipeline.verify.alignment import chunk_at
from pipeline.verify.clauses import clauses
from pipeline.verify.prepare import Statement

__all__ = ["is_told_apart"]


def is_told_apart(claim: Statement, at: tuple[int, int], home: Statement, passage: Statement) -> bool:
    """Whether the stretch around a place renders `home` rather than `passage`.

    « En congé depuis vendredi, il … » may stand in a sentence that renders another passage.
    """
    low, high = chunk_at(claim.text, at[0])
    stretch = f"{claim.text[low : at[0]]}{claim.text[at[1] : max(high, at[1])]}".strip()
    if not stretch:
        return False
    ours = embed([stretch])[0]
    here, there = (float((embed(_passages(one)) @ ours).max()) for one in (home, passage))
    return here > there


def _passages(statement: Statement) -> list[str]:
    text = statement.text
    return [text, *(text[start:end] for start, end in clauses(text))]
