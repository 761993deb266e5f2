"""Paragraphs out of lines that were broken for a page's width."""

import re
from collections import Counter
from collections.abc import Sequence

__all__ = ["paragraphs_of_pages", "paragraphs_of_text"]

_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:/|of|sur)\s*\d{1,4})?", re.I)
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[-*•‣–—]|\d{1,2}[.)])\s+\S")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_WRAP_MIN_CHARS, _WRAP_MAX_CHARS = 30, 130
# A page breaks even its widest lines: a site without margins, printed small, has some of 200 characters.
_PAGE_WRAP_MAX_CHARS = 300
_EDGE_LINES = 2


def paragraphs_of_pages(pages: Sequence[str]) -> list[str]:
    """The paragraphs of a paged text, less its page numbers and the heads and feet that come back page after page."""
    kept: list[str] = []
    split = [[line.strip() for line in page.splitlines()] for page in pages]
    running = _running_lines(split)
    for lines in split:
        kept += [line for line in lines if not _PAGE_NUMBER.fullmatch(line) and line not in running]
    return _reflowed(kept, widest=_PAGE_WRAP_MAX_CHARS)


def paragraphs_of_text(text: str) -> list[str]:
    """The paragraphs of a plain text: parted by blank lines, or a line each where the lines are not wrapped."""
    return _reflowed([line.strip() for line in text.splitlines()], widest=_WRAP_MAX_CHARS)


def _running_lines(pages: Sequence[Sequence[str]]) -> set[str]:
    if len(pages) < 3:
        return set()
    edges: Counter[str] = Counter()
    for page in pages:
        written = [line for line in page if line]
        edges.update({*written[:_EDGE_LINES], *written[-_EDGE_LINES:]})
    return {line for line, times in edges.items() if times * 2 > len(pages)}


def _reflowed(lines: list[str], *, widest: int) -> list[str]:
    width = _wrap_width(lines, widest=widest)
    paragraphs: list[str] = []
    open_line = ""
    for line in lines:
        if not line:
            open_line = ""
            continue
        if open_line and width and not _starts_anew(open_line, line, width):
            paragraphs[-1] = _joined(paragraphs[-1], line)
        else:
            paragraphs.append(line)
        open_line = line
    return [re.sub(r"[ \t\u200b]+", " ", one) for one in paragraphs]


def _wrap_width(lines: Sequence[str], *, widest: int) -> int:
    """The width that lines were broken at, at most `widest`, or 0 where each line is a paragraph of its own."""
    lengths = sorted(len(line) for line in lines if line)
    if not lengths:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    ending = sum(1 for line in lines if line and _ENDS.search(line))
    wrapped = _WRAP_MIN_CHARS <= width <= widest and ending * 3 < len(lengths) * 2
    return width if wrapped else 0


def _starts_anew(before: str, line: str, width: int) -> bool:
    if _ITEM.match(line):
        return True
    if _ENDS.search(before):
        # Where the next word would have fitted, the line was ended on purpose; letters differ in width, hence a margin.
        next_word = len(line.partition(" ")[0])
        return len(before) < width * 0.75 or len(before) + 1 + next_word <= width * 0.93
    return len(before) < width * 0.5 and line[:1].isupper()


def _joined(text: str, line: str) -> str:
    if _HYPHEN.search(text) and line[:1].islower():
        return _HYPHEN.sub("", text) + line
    return f"{text} {line}"
