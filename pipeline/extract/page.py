"""A page as bytes becomes a tree and its structured data."""

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from charset_normalizer import from_bytes
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

__all__ = ["ARTICLE_TYPES", "Page", "decode", "read_page", "typed"]

# What labels mean on the web (WHATWG Encoding): the narrower names are served by the wider tables.
WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "iso8859-9": "cp1254",
}
DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
# Characters that XML does not admit; the parser would cut the page there.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Pages nest some thirty elements. The parser gives up at 256; the library that reads next does not, and takes minutes.
DEEPEST = 200
TOO_DEEP = etree.XPath(f"boolean({'/*' * (DEEPEST + 1)})")
ARTICLE_TYPES_WORDS = """
    article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle
    reviewnewsarticle asknewsarticle blogposting liveblogposting report scholarlyarticle techarticle
    socialmediaposting satiricalarticle advertisercontentarticle
"""
ARTICLE_TYPES = frozenset(ARTICLE_TYPES_WORDS.split())


@dataclass(frozen=True)
class Page:
    """A parsed page: `root` is the tree as served, `data` every JSON-LD object of it, flattened."""

    url: str
    root: HtmlElement
    source: str
    data: tuple[Mapping[str, Any], ...] = field(default=())

    @property
    def article_data(self) -> Mapping[str, Any]:
        """The JSON-LD object of the article itself: the one that carries most, empty where there is none."""
        found = [one for one in self.data if typed(one) & ARTICLE_TYPES]
        return max(
            found,
            key=lambda one: (bool(one.get("headline")), len(str(one.get("articleBody") or "")), len(one)),
            default={},
        )


def read_page(html: bytes, url: str) -> Page | None:
    """Parse a page; None where there is nothing to parse, or nests deeper than DEEPEST. Never raises for bad markup."""
    source = FORBIDDEN.sub(" ", decode(html))
    # An XML declaration with an encoding is refused on text that is already decoded.
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", source)
    if not source.strip():
        return None
    try:
        root = document_fromstring(source, parser=HTMLParser(remove_comments=True, remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    if TOO_DEEP(root):
        return None
    return Page(url=url, root=root, source=source, data=tuple(_json_ld(root)))


def decode(html: bytes) -> str:
    """The page's text: by its byte order mark, as UTF-8 if it is that, as it declares, or as it looks."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if html.startswith(mark):
            return html[len(mark) :].decode(name, "replace")
    try:
        return html.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = DECLARED.search(html[:4096])
    if declared:
        name = declared[1].decode("ascii", "replace")
        text = _decoded(html, name)
        if text is not None:
            return text
    best = from_bytes(html[:200_000]).best()
    return html.decode(best.encoding if best else "cp1252", "replace")


def _decoded(html: bytes, name: str) -> str | None:
    """The text in the encoding of that name; None where it is unknown or clearly not that."""
    try:
        known = codecs.lookup(name).name
        text = html.decode(WIDER.get(known, known), "replace")
    except (LookupError, UnicodeError):
        return None
    return text if text.count("\ufffd") * 200 <= len(text) else None


def typed(value: Mapping[str, Any]) -> set[str]:
    """The JSON-LD types of an object, in small letters and without their namespace."""
    kinds = value.get("@type") or ()
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return {str(one).rsplit("/", 1)[-1].casefold() for one in kinds if isinstance(one, str)}


def _json_ld(root: HtmlElement) -> Iterator[Mapping[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        text = re.sub(
            r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$", "", script.text or ""
        )
        try:
            yield from _flat(json.loads(text, strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _flat(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for one in value[:200]:
            yield from _flat(one, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _flat(value.get(key), depth + 1)
