"""A history as people lived it: a card that was accepted is one line, though each of its texts is an event."""

from collections.abc import Callable, Iterable
from typing import TypeVar

__all__ = ["one_an_act"]

LineT = TypeVar("LineT")


def one_an_act(lines: Iterable[LineT], key: Callable[[LineT], tuple[str, str, str]]) -> list[LineT]:
    """The lines, less the acceptances that repeat the one before; `key`: a line's kind, its actor, its part's name."""
    kept: list[LineT] = []
    before = ("", "", "")
    for line in lines:
        now = key(line)
        if now != before or now[0] != "accepted":
            kept.append(line)
        before = now
    return kept
