"""A model's words where a person reads them: one line, nothing that a terminal obeys, no longer than is of use."""

import unicodedata

__all__ = ["heard"]

# Control characters, invisible ones that turn text round, private ones, halves of characters.
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs"})


def heard(said: str, most_chars: int = 300) -> str:
    """What a model said, in `most_chars` at most; where it was longer, « … » ends it."""
    seen = "".join(one for one in said if one.isspace() or unicodedata.category(one) not in _UNSEEN)
    line = " ".join(seen.split())
    return line if len(line) <= most_chars else f"{line[: most_chars - 1].rstrip()}…"
