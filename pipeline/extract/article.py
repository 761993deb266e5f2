"""From the bytes of a page, or a pasted text, to the article a draft answers."""

import re
from collections.abc import Sequence

from pipeline.extract.body import find_body
from pipeline.extract.doubts import notice
from pipeline.extract.language import detect
from pipeline.extract.metadata import Metadata, read_headline, read_metadata
from pipeline.extract.page import read_page
from pipeline.extract.quotes import find_quotes
from pipeline.extract.segment import Block
from pipeline.extract.signs import page_doubts, text_doubts
from pipeline.sentences import with_sentences
from schemas.article import Article, Paragraph, ParagraphKind

__all__ = ["body_text", "extract", "extract_text"]

_BYLINE_WITHIN = 3
_OF_A_BYLINE = frozenset(("by", "and", "with", "words", "text", "written", "story", "par", "et", "avec", "texte", "de"))


def body_text(html: bytes, url: str) -> str:
    """The body of an article without its headline, a blank line between paragraphs; empty where the page has none.

    The in-process core, without limits of time and memory: `guarded` is the stage.
    """
    page = read_page(html, url)
    if page is None:
        return ""
    return "\n\n".join(one.text for one in find_body(page, read_headline(page)))


def extract(html: bytes, *, url: str, capture_url: str = "") -> Article:
    """Read an article from a page. `url` is the article's address, `capture_url` that of the bytes, if another.

    Always an Article: what could not be read is an empty field and a warning, never an exception for bad markup.
    """
    page = read_page(html, capture_url or url)
    if page is None:
        return Article(url=url, title="", paragraphs=(), warnings=(notice("no_article"),))
    credits = read_metadata(page)
    blocks = _without_byline(find_body(page, credits.title), credits.authors)
    paragraphs = _numbered([(one.kind, line) for one in blocks for line in _lines(one)])
    language = detect(" ".join(one.text for one in paragraphs), credits.declared_language)
    article = _assembled(url, credits, paragraphs, language)
    codes = dict.fromkeys((*page_doubts(page, article), *text_doubts(article)))
    return article.model_copy(update={"warnings": tuple(notice(one) for one in codes)})


def extract_text(text: str, *, url: str, title: str = "") -> Article:
    """Read an article from plain text or Markdown: blank lines part paragraphs.

    A short first line is the title where none is given.
    """
    blocks = _text_blocks(text)
    if not title and blocks and _reads_as_title(blocks):
        title, blocks = blocks[0][1], blocks[1:]
    elif blocks and title and blocks[0][1].casefold() == title.casefold():
        blocks = blocks[1:]
    paragraphs = _numbered(blocks)
    language = detect(" ".join(one.text for one in paragraphs))
    article = _assembled(url, Metadata(title=title), paragraphs, language)
    return article.model_copy(update={"warnings": tuple(notice(one) for one in text_doubts(article))})


def _without_byline(blocks: list[Block], authors: Sequence[str]) -> list[Block]:
    """Without a line above the text that only names the authors: who wrote is no part of what is told."""
    names = {word for one in authors for word in _words(one)}
    for place, one in enumerate(blocks[:_BYLINE_WITHIN]):
        said = set(_words(one.text)) - _OF_A_BYLINE
        if said and said <= names:
            return blocks[:place] + blocks[place + 1 :]
    return blocks


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _lines(block: Block) -> list[str]:
    """The paragraphs of a block: a line break parts them where a line ends as a sentence does, else it is a space."""
    lines: list[str] = []
    for line in (one.strip() for one in block.text.split("\n")):
        if lines and line and not re.search(r"[.!?…:;][\"”»’)]*$", lines[-1]) and len(lines[-1]) > 60:
            lines[-1] = f"{lines[-1]} {line}"
        elif line:
            lines.append(line)
    return lines


def _assembled(url: str, credits: Metadata, paragraphs: tuple[Paragraph, ...], language: str | None) -> Article:
    return with_sentences(
        Article(
            # A file that was handed over may not say where it came from; the page itself often does.
            url=url or credits.canonical or "",
            title=credits.title,
            description=credits.description,
            authors=credits.authors,
            published=credits.published,
            outlet=credits.outlet,
            language=language,
            canonical=credits.canonical,
            paragraphs=paragraphs,
            quotes=find_quotes(paragraphs),
        )
    )


def _numbered(blocks: Sequence[tuple[ParagraphKind, str]]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(id=f"p{n}", kind=kind, text=text) for n, (kind, text) in enumerate(blocks, 1))


def _text_blocks(text: str) -> list[tuple[ParagraphKind, str]]:
    blocks: list[tuple[ParagraphKind, str]] = []
    clean = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").lstrip("\ufeff")
    for chunk in re.split(r"\n[ \t]*\n+", _unwrapped(clean)):
        lines = [line.strip() for line in chunk.split("\n") if line.strip()]
        run: list[str] = []
        for line in lines:
            kind, bare = _line_kind(line)
            if kind == "body":
                run.append(bare)
                continue
            if run:
                blocks.append(("body", " ".join(run)))
                run = []
            blocks.append((kind, bare))
        if run:
            blocks.append(("body", " ".join(run)))
    return [(kind, one) for kind, one in blocks if one]


def _unwrapped(text: str) -> str:
    """A text without blank lines has one paragraph a line; one with them may be wrapped."""
    return text if re.search(r"\n[ \t]*\n", text.strip()) else text.replace("\n", "\n\n")


def _line_kind(line: str) -> tuple[ParagraphKind, str]:
    if match := re.match(r"#{1,6}\s+(.*?)\s*#*$", line):
        return "heading", match[1]
    if match := re.match(r"(?:[-*+•]|\d{1,2}[.)])\s+(.*)", line):
        return "list_item", match[1]
    if match := re.match(r">\s?(.*)", line):
        return "quote", match[1]
    return "body", line


def _reads_as_title(blocks: Sequence[tuple[ParagraphKind, str]]) -> bool:
    kind, text = blocks[0]
    return len(blocks) > 1 and (
        kind == "heading" or (kind == "body" and len(text) <= 160 and not re.search(r"[.;,:]$", text))
    )
