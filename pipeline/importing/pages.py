"""HTML as rows, or as the Markdown of a synthesis: one walk over the article's elements."""

import re
from dataclasses import dataclass, field
from typing import Any

import lxml.html

from pipeline.importing.rows import Row, RowKind, folded
from pipeline.render.markdown import escape_destination, escape_inline, escape_line_starts, escape_link_text

__all__ = ["Page", "read_page", "rows_as_markdown"]

_SKIPPED = {"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "head", "button", "form"}
_BLOCK_NAMES = """
    address article aside body blockquote caption center dd details div dl dt fieldset figcaption figure footer
    h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_CARD_CLASS = re.compile(r"bookmark|card|embed|source", re.IGNORECASE)
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}
_BREAK = "\x00"
_LEAD_MIN = 20


@dataclass
class Page:
    """The rows of a page's article; `outside` are the words around it, `links` all links as (words, address)."""

    rows: tuple[Row, ...] = ()
    outside: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    title: str = ""
    description: str = ""
    canonical: str = ""


def read_page(html: str, *, as_markdown: bool = False) -> Page:
    """Read a page or a fragment. With `as_markdown` the rows hold inline Markdown in place of plain text."""
    # A str needs no encoding declaration, and lxml refuses one; a NUL would end the text early.
    html = re.sub(r"^\s*<\?xml[^>]*\?>", "", html).replace("\x00", "\ufffd")
    tree = lxml.html.document_fromstring(html if html.strip() else "<body></body>")
    root = _article(tree)
    walk = _Walk(as_markdown)
    walk.element(root)
    walk.flush()
    rows = walk.rows
    heading = next(iter(tree.iter("h1")), None)
    if heading is not None and not any(element is heading for element in root.iter("h1")):
        rows = [Row(text=_words(heading), block=-1, kind="heading", level=1), *rows]
    return Page(
        rows=tuple(rows),
        outside=_outside(tree, rows, as_markdown),
        links=tuple(walk.links),
        title=_words(next(iter(tree.iter("title")), None)),
        description=_attribute(tree, "//meta[@name='description']/@content"),
        canonical=_attribute(tree, "//link[@rel='canonical']/@href"),
    )


def rows_as_markdown(rows: tuple[Row, ...]) -> str:
    """Rows of inline Markdown as a Markdown text."""
    written: list[str] = []
    for n, row in enumerate(rows):
        if n and row.block == rows[n - 1].block:
            written.append("\n")
        elif n:
            written.append("\n" if row.kind == rows[n - 1].kind == "item" else "\n\n")
        mark = {"heading": "#" * row.level + " ", "item": "  " * row.level + "- ", "quote": "> "}.get(row.kind, "")
        written.append(mark + row.text)
    return "".join(written)


@dataclass
class _Walk:
    as_markdown: bool
    rows: list[Row] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    _run: list[str] = field(default_factory=list)
    _run_links: list[tuple[str, str]] = field(default_factory=list)
    _block: int = 0
    _kind: RowKind = "text"
    _level: int = 0
    _href: str = ""
    _held: bool = False
    _opens_item: bool = False

    def element(self, element: Any) -> None:
        """One element and what is in it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _SKIPPED:
            return
        if tag == "br":
            self._run.append(_BREAK)
        elif tag == "img":
            self._image(element)
        elif tag == "a" and not self._href:
            self._link(element)
        elif tag in _BLOCKS:
            self._open_block(element, tag)
        elif tag in _MARKS:
            self._emphasis(element, _MARKS[tag])
        else:
            self._inside(element)

    def flush(self) -> None:
        """End the run of inline text: its lines become rows."""
        text = re.sub(r"[ \t\n\r\f]+", " ", "".join(self._run))
        links, self._run, self._run_links = self._run_links, [], []
        for part in text.split(_BREAK):
            line = part.strip(" ")
            if not line:
                self._part()
                continue
            line = escape_line_starts(line) if self.as_markdown else line
            kind: RowKind = "item" if self._opens_item and self._kind == "text" else self._kind
            href = self._href or next((href for words, href in links if _is_whole(words, line)), "")
            self.rows.append(Row(text=line, block=self._block, kind=kind, level=self._level, href=href))
            self._opens_item = False
        self._part()

    def _part(self) -> None:
        if not self._held:
            self._block += bool(self.rows) and self.rows[-1].block == self._block

    def _inside(self, element: Any) -> None:
        self._text(element.text)
        for child in element:
            self.element(child)
            self._text(child.tail)

    def _text(self, text: str | None) -> None:
        if text:
            self._run.append(escape_inline(text) if self.as_markdown else text)

    def _open_block(self, element: Any, tag: str) -> None:
        self.flush()
        before = self._kind, self._level, self._held, self._href
        if re.fullmatch("h[1-6]", tag):
            self._kind, self._level = "heading", int(tag[1])
        elif tag == "blockquote":
            self._kind, self._held = "quote", True
        elif tag == "li":
            self._opens_item, self._level = True, sum(1 for up in element.iterancestors("ul", "ol")) - 1
        elif tag in ("figure", "aside") and _CARD_CLASS.search(element.get("class") or ""):
            self._kind, self._held = "card", True
        self._inside(element)
        self.flush()
        self._kind, self._level, self._held, self._href = before
        self._opens_item = self._opens_item and tag != "li"
        self._part()

    def _link(self, element: Any) -> None:
        href = (element.get("href") or "").strip()
        if self._kind == "card" or any(child.tag in _BLOCKS for child in element.iterdescendants()):
            self._card(element, href)
            return
        words = _words(element)
        if href:
            self._run_links.append((words, href))
            self.links.append((words, href))
        if self.as_markdown and href and words:
            self._run.append("[")
            self._inside(element)
            self._run.append(f"]({escape_destination(href)})")
        else:
            self._inside(element)

    def _image(self, element: Any) -> None:
        words, address = element.get("alt") or "image", element.get("src") or ""
        if self.as_markdown:
            self._run.append(f"![{escape_link_text(words)}]({escape_destination(address)})")
        else:
            self.links.append((words, address))

    def _card(self, element: Any, href: str) -> None:
        self.flush()
        before = self._kind, self._held, self._href
        self._kind, self._held, self._href = "card", True, href
        self.links.append((_words(element), href))
        self._inside(element)
        self.flush()
        self._kind, self._held, self._href = before
        self._part()

    def _emphasis(self, element: Any, mark: str) -> None:
        leads = self._opens_item and not "".join(self._run).strip()
        if self.as_markdown and _words(element):
            self._run.append(mark)
            self._inside(element)
            self._run.append(mark)
            return
        self._inside(element)
        # A list item that opens in bold: a title line, then its description.
        if leads and mark == "**" and len(_words(element)) >= _LEAD_MIN:
            self._run.append(_BREAK)


def _is_whole(words: str, line: str) -> bool:
    return bool(words) and re.sub(r"^\W*source\s*:\s*", "", line, flags=re.IGNORECASE).strip() == words


def _article(tree: Any) -> Any:
    """The element that holds the article: the largest `article` or `main` if it has the better part of the words."""
    body = next(iter(tree.iter("body")), tree)
    whole = len(_words(body))
    for tag in ("article", "main"):
        found = max(tree.iter(tag), key=lambda element: len(_words(element)), default=None)
        if found is not None and len(_words(found)) * 2 >= whole:
            return found
    return body


def _outside(tree: Any, rows: list[Row], as_markdown: bool) -> tuple[str, ...]:
    """The lines of the page that the article's rows do not hold."""
    body = next(iter(tree.iter("body")), tree)
    walk = _Walk(as_markdown)
    walk.element(body)
    walk.flush()
    taken = {folded(row.text) for row in rows}
    return tuple(row.text for row in walk.rows if folded(row.text) not in taken)


def _words(element: Any) -> str:
    return "" if element is None else " ".join(re.split(r"[ \t\n\r\f]+", element.text_content())).strip(" ")


def _attribute(tree: Any, path: str) -> str:
    found = tree.xpath(path)
    return str(found[0]).strip() if found else ""
