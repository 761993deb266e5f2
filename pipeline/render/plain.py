"""Inline Markdown of a draft as plain text: the words, and the address of a link after them."""

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

__all__ = ["plain_text"]


def plain_text(text: str) -> str:
    """The text without its Markdown marks, line by line, so that list markers stay where they are."""
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    words: list[str] = []
    href = ""
    for token in _tokens(line):
        if token.type == "link_open":
            href = str(token.attrs["href"])
        elif token.type == "link_close":
            words.append(f" ({href})" if href else "")
        elif token.type in ("text", "code_inline", "text_special"):
            words.append(token.content)
    return "".join(words)


def _tokens(line: str) -> list[Token]:
    parsed = _reader().parseInline(line)
    return (parsed[0].children or []) if parsed else []


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable("image")
