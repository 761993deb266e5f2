"""What a file is: its format, and which of the house's two kinds of article it holds."""

import re
from pathlib import PurePath
from typing import Literal

from pipeline.importing.proposals import Marks
from pipeline.importing.rows import Row, folded, heading_pattern
from schemas.house import House
from schemas.source import Format

__all__ = ["FileFormat", "file_format", "kind_of"]

FileFormat = Literal["ghost", "html", "markdown", "text"]
_HTML = re.compile(
    r"<(?:!doctype|html|body|article|main|section|div|p|h[1-6]|ul|ol|blockquote|figure)\b[^>]*>", re.IGNORECASE
)
_MARKED_LINE = re.compile(r"^(?:#{1,6} |\*\*(?=\S))(?P<words>.*)$", re.MULTILINE)
_SUFFIXES: dict[str, FileFormat] = {
    ".json": "ghost",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
}


def file_format(text: str, name: str, *, house: House) -> FileFormat:
    """By the content where it is plain to see, else by the name's suffix."""
    start = text.lstrip()[:1]
    by_name = _SUFFIXES.get(PurePath(name).suffix.lower())
    if by_name == "ghost" or (start in ("{", "[") and text.rstrip()[-1:] in ("}", "]") and '":' in text):
        return "ghost"
    if start == "<" and _HTML.search(text):
        return "html"
    if by_name in ("html", "markdown"):
        return by_name
    if text.startswith("---\n") or text.lstrip().startswith("# ") or _has_marked_heading(text, house):
        return "markdown"
    return "html" if len(_HTML.findall(text)) > 2 else "text"


def kind_of(rows: tuple[Row, ...], *, front_keys: set[str], house: House) -> Format:
    """The kind that more of the article's marks speak for; an analysis where nothing does."""
    marks = Marks(house)
    texts = house.texts
    analyse = 2 * _has(rows, texts.watchpoints_heading) + 2 * _has(rows, texts.actions_heading)
    analyse += 2 * any(marks.signal(row.text) is not None for row in rows)
    analyse += any(marks.is_marked(row) for row in rows)
    analyse += any(re.match(r"^\W*\d{1,2}\s*/\s*10\b", row.text) for row in rows)
    synthese = 2 * any(folded(row.text) in {folded(texts.tldr_heading), "tldr"} for row in rows)
    synthese += 2 * bool({"seoTitle", "cuid"} & front_keys) + _has(rows, texts.conclusion_heading)
    synthese += sum(row.kind == "heading" and row.level > 1 for row in rows) > 2
    synthese += bool(rows) and bool(rows[-1].href) and folded(rows[-1].text) == folded(texts.source_label)
    return "synthese" if synthese > analyse else "analyse"


def _has_marked_heading(text: str, house: House) -> bool:
    """A house heading in Markdown's marks: prose may hold such marks too, but not around these words."""
    texts = house.texts
    patterns = [heading_pattern(one) for one in (texts.watchpoints_heading, texts.actions_heading, texts.tldr_heading)]
    return any(pattern.match(line["words"]) for line in _MARKED_LINE.finditer(text) for pattern in patterns)


def _has(rows: tuple[Row, ...], heading: str) -> bool:
    pattern = heading_pattern(heading)
    return any(pattern.match(row.text) for row in rows)
