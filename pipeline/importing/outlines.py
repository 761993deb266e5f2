"""A synthesis in plain text, its outline found again: short lines that stand alone are its headings."""

import re

from pipeline.importing.rows import BULLET, block_text, blocks, folded, rows_of_text
from pipeline.render.markdown import escape_destination, escape_markdown
from schemas.house import House

__all__ = ["markdown_of_text"]

_HEADING_MAX = 100
_SOURCE = re.compile(r"^\s*(?P<label>\w+)\s*:\s*(?P<url>https?://\S+)\s*$")


def markdown_of_text(text: str, *, house: House) -> str:
    """The same article in Markdown: the first line its title, every heading of level 2."""
    written: list[str] = []
    groups = blocks(rows_of_text(text))
    for n, group in enumerate(groups):
        line = block_text(group)
        source = _SOURCE.match(line) if n == len(groups) - 1 or n == len(groups) - 2 else None
        if n == 0:
            written.append(f"# {line}")
        elif source and folded(source["label"]) == folded(house.texts.source_label):
            written.append(f"[{house.texts.source_label}]({escape_destination(source['url'])})")
        elif len(group) == 1 and _is_heading(line):
            written.append(f"## {line}")
        elif all(BULLET.match(row.text) for row in group):
            items = (BULLET.sub("", row.text, count=1) for row in group)
            written.append("\n".join(f"- {escape_markdown(item)}" for item in items))
        else:
            written.append(escape_markdown(line))
    return "\n\n".join(written)


def _is_heading(line: str) -> bool:
    return len(line) <= _HEADING_MAX and not BULLET.match(line) and not re.search(r"[.!?…:;,]\s*$", line)
