"""The page as a run of blocks in reading order, each with the element that holds it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from schemas.article import ParagraphKind

__all__ = ["Block", "key", "segment"]

SKIPPED_WORDS = """
    script style noscript template svg math head iframe object embed canvas audio video select option button
    input textarea label datalist map area dialog nav menu
"""
SKIPPED = frozenset(SKIPPED_WORDS.split())
INLINE_WORDS = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rp rt ruby s samp small
    span strike strong sub sup time tt u var wbr amp-link custom-link g hl hl2 img picture source
"""
INLINE = frozenset(INLINE_WORDS.split())
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Stands for a line break until the spaces of the markup are gone; `read_page` has taken it out of the text.
LINE_BREAK = "\x1e"
SPACE = re.compile(r"[ \t\r\n\f\v]+")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
EMBEDDED = re.compile(
    r"twitter-tweet|instagram-media|tiktok-embed|fb-post|bluesky-embed|mastodon-embed|threads-post|reddit-embed", re.I
)


@dataclass
class Block:
    """One block of text: `holder` is the nearest block element around it, `linked` the characters that stand in links.

    `hidden` blocks are kept: pages that build themselves in the reader's browser hide the text until they are done.
    """

    text: str
    holder: HtmlElement
    kind: ParagraphKind
    linked: int
    order: int
    hidden: bool = False

    @property
    def link_share(self) -> float:
        """How much of the text is links, 0 to 1."""
        return min(1.0, self.linked / max(1, len(self.text)))


def key(text: str) -> str:
    """What two copies of a text share whatever their spacing, case and punctuation."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def segment(root: HtmlElement) -> list[Block]:
    """The blocks of a tree. Scripts, forms' controls, navigation and what is hidden by markup are left out."""
    return _Walk().run(root)


class _Walk:
    """One pass over the tree without recursion, so that no depth of nesting can end it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.hidden = 0
        self.cells: set[HtmlElement] = set()

    def run(self, root: HtmlElement) -> list[Block]:
        stack: list[tuple[HtmlElement, Iterator[HtmlElement], bool]] = []
        holders = [root]
        links = 0
        self._add(root.text, False)
        stack.append((root, iter(root), False))
        while stack:
            element, children, _ = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if not stack:
                    break
                if element.tag not in INLINE and element not in self.cells:
                    self._flush(holders.pop())
                links -= element.tag == "a"
                self.hidden -= _is_hidden(element)
                self._add(element.tail, links > 0)
                continue
            if not isinstance(child.tag, str) or child.tag in SKIPPED:
                self._add(child.tail, links > 0)
                continue
            if child.tag == "br":
                self._break(child, holders[-1])
                self._add(child.tail, links > 0)
                continue
            if child.tag in ("td", "th") and _is_data_row(element):
                if self.pieces:
                    self.pieces.append(" | ")
                self.cells.add(child)
            elif child.tag not in INLINE:
                self._flush(holders[-1])
                holders.append(child)
            links += child.tag == "a"
            self.hidden += _is_hidden(child)
            self._add(child.text, links > 0)
            stack.append((child, iter(child), False))
        self._flush(root)
        return self.blocks

    def _break(self, element: HtmlElement, holder: HtmlElement) -> None:
        """One line break is a space; two in a row end a paragraph."""
        after = element.getnext()
        if not (element.tail or "").strip() and after is not None and after.tag == "br":
            self._flush(holder)
        else:
            self.pieces.append(LINE_BREAK)

    def _add(self, text: str | None, linked: bool) -> None:
        if text:
            self.pieces.append(text)
            if linked:
                self.linked += len(SPACE.sub(" ", text).strip())

    def _flush(self, holder: HtmlElement) -> None:
        text = SPACE.sub(" ", "".join(self.pieces)).replace("\u200b", "").replace("\u00ad", "")
        text = re.sub(rf" ?{LINE_BREAK}[ {LINE_BREAK}]*", "\n", text).strip(" \n\u00a0\ufeff|")
        if text:
            self.blocks.append(Block(text, holder, _kind(holder), self.linked, len(self.blocks), self.hidden > 0))
        self.pieces, self.linked = [], 0


def _is_hidden(element: HtmlElement) -> bool:
    return "hidden" in element.attrib or bool(HIDDEN.search(element.get("style") or ""))


def _is_data_row(row: HtmlElement) -> bool:
    """Whether a table's row holds figures and labels, not the columns of a page's layout."""
    cells = [one for one in row if one.tag in ("td", "th")]
    return row.tag == "tr" and len(cells) > 1 and all(_is_small(one) for one in cells)


def _is_small(cell: HtmlElement) -> bool:
    return (
        cell.find(".//table") is None
        and cell.find(".//h2") is None
        and len(cell.findall(".//p")) < 2
        and len(cell.text_content()) < 300
    )


def _kind(holder: HtmlElement) -> ParagraphKind:
    """What the nearest telling ancestor makes of a block."""
    element: HtmlElement | None = holder
    for _ in range(6):
        if element is None or not isinstance(element.tag, str):
            break
        if element.tag in HEADINGS:
            return "heading"
        if element.tag in ("figcaption", "figure") or re.search(
            r"(?:^|[\s_-])caption", element.get("class") or "", re.I
        ):
            return "caption"
        if element.tag == "li":
            return "list_item"
        if element.tag == "blockquote":
            return "embed" if EMBEDDED.search(element.get("class") or "") else "quote"
        if element.tag in ("article", "main", "body"):
            break
        element = element.getparent()
    return "body"
