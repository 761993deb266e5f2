"""What a page says about its article: headline, people, date with its zone, outlet, language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from pipeline.extract.authors import find_authors
from pipeline.extract.dates import find_published
from pipeline.extract.nearby import beside_headline
from pipeline.extract.page import Page
from pipeline.extract.people import letters

__all__ = ["Metadata", "read_headline", "read_metadata"]

SEPARATORS = re.compile(r"\s+[|–—·•»:-]\s+|\s*\|\s*")


@dataclass(frozen=True)
class Metadata:
    """Credits of an article; None or empty where the page does not say."""

    title: str = ""
    description: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    outlet: str | None = None
    canonical: str | None = None
    declared_language: str | None = None


def read_headline(page: Page) -> str:
    """The article's headline, without the site's name; empty where the page has none."""
    metas = _metas(page)
    return _title(page, metas, _outlet(page, metas))


def read_metadata(page: Page) -> Metadata:
    """Read the credits of a page: its structured data first, then its meta elements, then what stands on the page."""
    metas = _metas(page)
    outlet = _outlet(page, metas)
    title = _title(page, metas, outlet)
    near = beside_headline(page, title)
    return Metadata(
        title=title,
        description=_clean(
            metas.get("og:description") or metas.get("description") or _text(page.article_data.get("description"))
        )
        or None,
        authors=find_authors(page, outlet, near),
        published=find_published(page, metas, near),
        outlet=outlet,
        canonical=_canonical(page, metas),
        declared_language=_language(page, metas),
    )


def _metas(page: Page) -> dict[str, str]:
    """The first value of each meta element by its name in small letters."""
    found: dict[str, str] = {}
    for meta in page.root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().casefold()
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _clean(text: str | None) -> str:
    return re.sub(
        r"\s+",
        " ",
        re.sub(r"<[^>]{1,200}>", "", text or "").replace("&amp;", "&").replace("&quot;", '"').replace("&#39;", "'"),
    ).strip()


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _title(page: Page, metas: Mapping[str, str], outlet: str | None) -> str:
    """The headline: the page's one h1 that its own data or title bears out; else that data, less the site's name."""
    document = _clean(" ".join(page.root.xpath("string((//title)[1])").split()))
    said = [
        _clean(_text(page.article_data.get("headline"))),
        _clean(metas.get("og:title")),
        _clean(metas.get("twitter:title")),
        document,
    ]
    said = [_without_outlet(one, outlet) for one in said if one]
    heads = [one for head in page.root.iter("h1") if (one := _clean(head.text_content()))]
    for head in heads:
        if any(_alike(head, one) for one in said):
            return head
    articles = [one for head in page.root.xpath("//article//h1 | //main//h1") if (one := _clean(head.text_content()))]
    if len(articles) == 1 and len(articles[0].split()) >= 3:
        return articles[0]
    return said[0] if said else (heads[0] if heads else "")


def _alike(one: str, other: str) -> bool:
    """Whether two titles share most of their words."""
    left, right = set(re.findall(r"\w+", one.casefold())), set(re.findall(r"\w+", other.casefold()))
    return bool(left and right) and len(left & right) >= 0.6 * min(len(left), len(right)) and len(left) >= 2


def _without_outlet(title: str, outlet: str | None) -> str:
    parts = SEPARATORS.split(title)
    if len(parts) < 2:
        return title
    names = letters(outlet or "")
    for end in (-1, 0):
        part = letters(parts[end])
        if part and names and (part in names or names in part):
            cut = title.rfind(parts[-1]) if end == -1 else len(parts[0])
            rest = title[:cut] if end == -1 else title[cut:]
            return re.sub(r"^\s*[|–—·•»:-]\s*|\s*[|–—·•»:-]\s*$", "", rest).strip()
    last = title.rsplit("|", 1)
    return last[0].strip() if len(last) == 2 and len(last[1].split()) <= 5 < len(last[0].split()) + 3 else title


def _outlet(page: Page, metas: Mapping[str, str]) -> str | None:
    publisher = page.article_data.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    named = publisher.get("name") if isinstance(publisher, dict) else publisher
    name = _clean(metas.get("og:site_name") or _text(named) or metas.get("application-name"))
    if not name:
        name = (urlsplit(page.url).hostname or "").removeprefix("www.")
    return name or None


def _canonical(page: Page, metas: Mapping[str, str]) -> str | None:
    links = page.root.xpath("//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href")
    address = (links[0] if links else metas.get("og:url") or "").strip()
    try:
        whole = urljoin(page.url, address) if address else ""
        return whole if whole.startswith(("http://", "https://")) else None
    except ValueError:
        return None


def _language(page: Page, metas: Mapping[str, str]) -> str | None:
    said = (
        page.root.get("lang")
        or page.root.get("xml:lang")
        or metas.get("content-language")
        or metas.get("og:locale")
        or _text(page.article_data.get("inLanguage"))
    )
    match = re.match(r"\s*([A-Za-z]{2})(?:[-_]|\s*$)", said or "")
    return match[1].lower() if match else None
