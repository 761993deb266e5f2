"""What a rule of typography is, and the pieces that its patterns are made of."""

import re
from collections.abc import Callable
from typing import NamedTuple

__all__ = ["ALONE", "DONE", "GAP", "HELD", "LETTER", "NBSP", "SPACE", "Rule"]

# One sign stands for each protected passage while the rules run; a text's own such sign is protected like any other.
HELD = "\ue000"
NBSP = "\u00a0"
GAP = "[ \t\u00a0\u202f]*"
SPACE = "[ \u00a0\u202f]"
LETTER = r"[^\W\d_]"
# A figure of its own, and the end of one: no piece of a version, a name of a file, a code.
ALONE, DONE = r"(?<![\w.,:/#°-])", r"(?!\w|[.,:/-]\w)"


class Rule(NamedTuple):
    """What is safe to put right: a pattern, and what takes its place.

    With a `code`, the place is also pointed at in a text that was never set, whatever its typography: what is a fault
    in any. What is without one is a matter of the house's setting.
    """

    pattern: re.Pattern[str]
    new: str | Callable[[re.Match[str]], str]
    code: str = ""
    message: str = ""

    def put(self, match: re.Match[str]) -> str:
        """What takes the place of a match."""
        return match.expand(self.new) if isinstance(self.new, str) else self.new(match)
