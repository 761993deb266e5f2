"""An article as rows: lines in reading order, each knowing which block it stands in. All formats become this."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

from schemas.base import Closed

__all__ = ["BULLET", "Row", "block_text", "blocks", "folded", "heading_pattern", "rows_of_text"]

RowKind = Literal["text", "heading", "item", "quote", "card"]
BULLET = re.compile(r"^[ \t\u00a0]*(?:[•◦▪‣●·∙*+\-–—][ \t\u00a0]+|[•●▪][ \t\u00a0]*|\d{1,2}[.)][ \t\u00a0]+)")
_LINES_MIN = 8
_QUOTES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "…": "..."})


class Row(Closed):
    """One line. `text` is as in the file; `block` numbers the run of lines without a blank one between them.

    `href` is the address that the whole line links to; `level` is a heading's.
    """

    text: str
    block: int
    kind: RowKind = "text"
    level: int = 0
    href: str = ""


def rows_of_text(text: str) -> tuple[Row, ...]:
    """The rows of a plain text; blank lines part blocks, or every line does where the file has no blank lines."""
    rows: list[Row] = []
    block = 0
    for line in text.split("\n"):
        if line.strip():
            rows.append(Row(text=line, block=block))
        else:
            block += 1
    if len(rows) >= _LINES_MIN and rows[0].block == rows[-1].block:
        rows = [row.model_copy(update={"block": n}) for n, row in enumerate(rows)]
    return tuple(rows)


def blocks(rows: Iterable[Row]) -> list[list[Row]]:
    """The rows by block, in order."""
    return [list(group) for _, group in groupby(rows, key=lambda row: row.block)]


def block_text(rows: Sequence[Row]) -> str:
    """The rows as text again: a line each, a blank line between blocks."""
    return "\n\n".join("\n".join(row.text for row in block) for block in blocks(rows))


def folded(text: str) -> str:
    """For comparing only: lower case, one kind of mark and blank, nothing but words at the ends."""
    text = re.sub(r"\s+", " ", text.translate(_QUOTES)).casefold()
    return re.sub(r"^\W+|\W+$", "", text)


def heading_pattern(heading: str) -> re.Pattern[str]:
    """Finds a house heading however it is marked; group 1 is what follows it on its line, after `:`, `?` or a dash."""
    words = r"[\W_]+".join(re.escape(word) for word in re.findall(r"\w+", heading))
    return re.compile(rf"^[\W_]*{words}(?:[\W_]*|[\s*_]*[?!:.—–][\s?!:.—–*_]*(?P<rest>\S.*))$", re.IGNORECASE)
