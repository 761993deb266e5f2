"""What extraction reads of a capture: a page as HTML, everything else as plain paragraphs."""

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.charset import charset_of, decoded
from pipeline.errors import SourceFault
from pipeline.fetch.captured import Captured
from pipeline.fetch.mhtml import saved_page
from pipeline.fetch.pdf import pdf_paragraphs
from pipeline.fetch.reflow import paragraphs_of_text
from schemas.base import Closed

__all__ = ["Document", "document"]

_MARKS = {"list_item_open": "- ", "blockquote_open": "> "}


class Document(Closed):
    """Exactly one of `html` and `text` is set. `html` is UTF-8 with no other charset to be believed; paragraphs of
    `text` are parted by a blank line. `url` is empty when nobody knows where the source stood.
    """

    html: bytes | None
    text: str | None
    url: str


def document(captured: Captured) -> Document:
    """The readable form of a capture. Raises SourceFault when a file that was readable once no longer is."""
    snapshot = captured.snapshot
    if snapshot.media_type == "text/html":
        return Document(html=_as_utf8(captured.content, snapshot.charset or "utf-8"), text=None, url=snapshot.final_url)
    if snapshot.media_type == "multipart/related":
        page = saved_page(captured.content)
        if page is None:
            raise SourceFault("Cette page archivée ne se lit pas.", "Enregistrez-la à nouveau, ou collez le texte.")
        charset = charset_of(page.html, content_type=page.content_type)
        return Document(html=_as_utf8(page.html, charset), text=None, url=snapshot.final_url or page.url)
    return Document(html=None, text="\n\n".join(_paragraphs(captured)), url=snapshot.final_url)


def _as_utf8(page: bytes, charset: str) -> bytes:
    # A byte order mark outranks any meta that still names the charset the page was in.
    return b"\xef\xbb\xbf" + decoded(page, charset).encode("utf-8", errors="replace")


def _paragraphs(captured: Captured) -> list[str]:
    if captured.snapshot.media_type == "application/pdf":
        return pdf_paragraphs(captured.content)
    text = decoded(captured.content, captured.snapshot.charset or "utf-8")
    if captured.snapshot.media_type == "text/markdown":
        return _markdown_paragraphs(text)
    return paragraphs_of_text(text)


def _markdown_paragraphs(text: str) -> list[str]:
    """The running text of Markdown; headings, items and quotations keep their mark, everything else is plain."""
    lines = text.splitlines()
    if lines and lines[0].strip() == "---" and "---" in (rest := [line.strip() for line in lines[1:]]):
        text = "\n".join(lines[rest.index("---") + 2 :])
    paragraphs: list[str] = []
    around: list[str] = []
    for token in MarkdownIt("commonmark").parse(text):
        if token.nesting == 1:
            around.append(_MARKS.get(token.type, "") if token.type != "heading_open" else f"{'#' * int(token.tag[1])} ")
        elif token.nesting == -1:
            around.pop()
        elif token.type == "inline" and (plain := _inline_text(token)):
            paragraphs.append(next(filter(None, reversed(around)), "") + plain)
    return paragraphs


def _inline_text(token: Token) -> str:
    pieces = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            pieces.append(" ")
    return "".join(pieces).strip()
