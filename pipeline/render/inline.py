"""Inline Markdown of a draft as HTML that cannot harm: no raw HTML, no image, no address but http and https."""

from functools import lru_cache
from html import escape

from markdown_it import MarkdownIt
from markupsafe import Markup

from pipeline.render.addresses import web_address

__all__ = ["block_html", "inline_html", "lines_html", "paragraphs_html"]


def inline_html(text: str) -> Markup:
    """One line or paragraph of inline Markdown."""
    return Markup(_reader().renderInline(text))  # noqa: S704 - the reader escapes everything it did not write itself


def block_html(text: str) -> Markup:
    """A block of a section: a paragraph, a list, or what an imported article had in its place."""
    return Markup(_reader().render(text).strip("\n"))  # noqa: S704 - as above


def lines_html(text: str) -> Markup:
    """Plain text for element content, its line breaks kept; not for attributes, as quotation marks stay themselves."""
    return Markup("<br>\n".join(escape(line, quote=False) for line in text.split("\n")))  # noqa: S704 - escaped here


def paragraphs_html(text: str) -> Markup:
    """Plain text as paragraphs, parted where it has blank lines."""
    paragraphs = (Markup("<p>{}</p>").format(lines_html(one)) for one in text.split("\n\n"))
    return Markup("\n").join(paragraphs)


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False})
    # A paragraph stays a paragraph: a heading, a reference or an image would be the source's doing, not the draft's.
    reader.disable(["heading", "lheading", "reference", "html_block", "image", "html_inline"])
    reader.validateLink = lambda url: bool(web_address(url))  # type: ignore[method-assign]  # the documented way in
    return reader
