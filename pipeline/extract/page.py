"""A page as bytes becomes a tree and its structured data."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from pipeline.charset import charset_of, decoded

__all__ = ["ARTICLE_TYPES", "Page", "read_page", "typed"]

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
    source = FORBIDDEN.sub(" ", decoded(html, charset_of(html)))
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
