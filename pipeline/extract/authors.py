"""Who wrote the article: what the page's data says, then its meta elements, then what stands by its headline."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from pipeline.extract.nearby import Mark
from pipeline.extract.page import ARTICLE_TYPES, Page, typed
from pipeline.extract.people import BYLINE, letters, people

__all__ = ["find_authors"]

METAS = (
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "dc.creator",
    "dc.contributor",
    "dcterms.creator",
    "byl",
    "byline",
    "author_name",
    "authors",
    "article:author_name",
    "cxenseparse:author",
    "creator",
)
INSTITUTIONS = ("organization", "newsmediaorganization", "corporation", "localbusiness", "website", "brand")
BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|by-line|author|authors|contributor|signature|auteurs?|writer)", re.I)
AUTHOR_PAGE = re.compile(
    r"/(?:authors?|auteurs?|writers?|profiles?|contributors?|people|staff|team|by|journalistes?|reporters?|producers?|columnists?|autor(?:es)?|biography|signataires?)/[^/?#]",
    re.I,
)
WRITTEN = re.compile(r"written|author|écrit|auteur|rédigé|\bby$", re.I)
NOT_THE_AUTHOR = re.compile(r"review(?:ed|er)|photo|illustrat|edited|fact.?check|translat|share|follow|comment", re.I)


def find_authors(page: Page, outlet: str | None, near: list[Mark]) -> tuple[str, ...]:
    """The authors' names, people only, in the page's order; empty where the page names none."""
    institutions = frozenset(_institutions(page))
    near = [one for one in near if _is_credit(one.element)]
    sources = (_data_authors(page), *_meta_authors(page), *_marked(page), _by_link(near), _by_words(near))
    # A page that names someone beside its outlet means that one; on a person's own site the two are one.
    for lines, own_site in (
        *((one, False) for one in sources),
        *((one, True) for one in sources),
        (_found(page), False),
    ):
        read = [people(one, outlet=outlet, institutions=institutions, own_site=own_site) for one in lines]
        if named := [one for some in read for one in some]:
            return tuple({letters(one): one for one in reversed(named)}.values())[::-1]
    return ()


def _institutions(page: Page) -> Iterator[str]:
    for one in page.data:
        publisher = one.get("publisher")
        for said in (one, publisher if isinstance(publisher, dict) else {}):
            kinds = typed(said)
            if kinds & set(INSTITUTIONS) and "person" not in kinds - {"website"}:
                name = said.get("name")
                if isinstance(name, str) and "website" not in kinds:
                    yield letters(name)


def _data_authors(page: Page) -> list[str]:
    """The names in the article's own object, else in another object of an article or its page."""
    known = {str(one["@id"]): one for one in page.data if "@id" in one and one.get("name")}
    whole = [one for one in page.data if typed(one) & (ARTICLE_TYPES | {"webpage"})]
    for one in (page.article_data, *whole):
        for role in ("author", "creator"):
            if names := list(_names(one.get(role), known)):
                return names
    return []


def _names(value: Any, known: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield known[one]["name"] if one in known and isinstance(known[one]["name"], str) else one
        elif isinstance(one, dict):
            said = one if one.get("name") or one.get("familyName") else known.get(str(one.get("@id")), one)
            if typed(said) & set(INSTITUTIONS):
                continue
            name = said.get("name") or f"{said.get('givenName') or ''} {said.get('familyName') or ''}".strip()
            yield from (part for part in (name if isinstance(name, list) else [name]) if isinstance(part, str))


def _meta_authors(page: Page) -> Iterator[list[str]]:
    found: dict[str, list[str]] = {}
    for meta in page.root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").strip().casefold()
        if content := (meta.get("content") or "").strip():
            found.setdefault(name, []).append(content)
    # Scholarly pages name people as catalogues do.
    for name in [one for one in METAS if one in found]:
        turned = name.startswith(("citation_", "dc.", "dcterms."))
        yield [re.sub(r"^([^,]+),\s*([^,]+)$", r"\2 \1", one) if turned else one for one in found[name]]
    for number in ("1", "2"):
        if re.search(
            r"written|author|écrit|auteur|rédigé|by$", " ".join(found.get(f"twitter:label{number}", ())), re.I
        ):
            yield found.get(f"twitter:data{number}", [])


def _marked(page: Page) -> Iterator[list[str]]:
    """What the markup calls an author: microdata, `rel=author`, an address line of names, classes for bylines."""
    for path in (
        "//*[@itemprop='author']//*[@itemprop='name'] | //*[@itemprop='author'][not(.//*[@itemprop='name'])]",
        "//*[contains(concat(' ', normalize-space(@rel), ' '), ' author ')]",
        "//*[contains(concat(' ', normalize-space(@class), ' '), ' author-name ')]"
        " | //*[contains(concat(' ', normalize-space(@class), ' '), ' byline ')]",
        "//*[contains(@class, 'author') and contains(@class, 'name')]",
    ):
        places = [one for one in page.root.xpath(path) if _is_credit(one)]
        texts = [text for one in places[:3] if 0 < len(text := _text(one)) < 80]
        yield [one for one in texts if not NOT_THE_AUTHOR.search(one)]


def _is_credit(element: HtmlElement) -> bool:
    """Whether an author's mark belongs to the article: not to a comment, nor to a list of other articles."""
    # The page's own wrappers list in their classes all that the page has.
    around = [one for one in element.iterancestors() if one.tag not in ("html", "body", "main", "article")][:8]
    names = " ".join(f"{one.tag} {one.get('class') or ''} {one.get('id') or ''}" for one in (element, *around))
    return not re.search(r"comment|related|recommend|teaser|sidebar(?!-)|footer|popular", names, re.I)


def _text(element: HtmlElement) -> str:
    return " ".join((element.get("content") or element.text_content()).split())


def _by_link(near: list[Mark]) -> list[str]:
    """The links by the headline that lead to an author's page, and what stands in an element named for a byline."""
    linked = [
        one.text
        for one in near
        if one.element.tag == "a"
        and AUTHOR_PAGE.search(urlsplit(one.element.get("href") or "").path)
        and not NOT_THE_AUTHOR.search(one.before)
    ]
    if linked:
        return linked
    named = [
        one.text
        for one in near
        if BYLINE_CLASS.search(one.element.get("class") or "") and not NOT_THE_AUTHOR.search(one.text + one.before)
    ]
    return named[:1] if len(named) < 2 else [min(named[:3], key=len)]


def _by_words(near: Iterable[Mark]) -> list[str]:
    """A line by the headline that begins as a byline does, or the name that follows such a beginning."""
    for one in near:
        if one.element.tag in ("h1", "h2") or NOT_THE_AUTHOR.search(one.text):
            continue
        found = BYLINE.match(one.text)
        if found and len(one.text) > found.end():
            return [one.text]
        if BYLINE.fullmatch(one.before.strip() + " "):
            return [one.text]
    return []


def _found(page: Page) -> list[str]:
    """What the library's own search finds, as far as the page shows it as a credit."""
    found = extract_metadata(page.root, default_url=page.url, extensive=False).author
    texts = [(one.getparent(), str(one)) for one in page.root.xpath("//body//text()") if len(one) < 400]
    return [name for name in (found or "").split("; ") if _shown_as_credit(name, texts)]


def _shown_as_credit(name: str, texts: list[tuple[HtmlElement, str]]) -> bool:
    places = [(place, text) for place, text in texts if name.casefold() in text.casefold()]
    return any(_is_credit(place) and not NOT_THE_AUTHOR.search(text) for place, text in places[:20])
