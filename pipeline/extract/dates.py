"""When the article was published, with hour and zone where the page gives them."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from htmldate import find_date
from htmldate.extractors import try_date_expr

from pipeline.extract.nearby import Mark
from pipeline.extract.page import ARTICLE_TYPES, Page, typed

__all__ = ["find_published"]

METAS = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "pubdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "date.published",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "citation_publication_date",
    "citation_date",
    "sailthru.date",
    "published_at",
    "article.published",
    "date",
)
UPDATED = re.compile(
    r"updated|modified|last (?:edited|reviewed)|reviewed|mis(?:e)? à jour|modifié|actualis|aktualisiert", re.I
)
PUBLISHED = re.compile(r"publish|publié|posted|pubdate|released?|veröffentlicht|publicado|first", re.I)
# A text longer than this says more than a date.
LONGEST = 48
ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:(?:T|\s+)(\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(?:(Z|UTC|GMT|[+-]\d\d)(?::?(\d\d))?)?)?"
)
DAY_AND_YEAR = re.compile(r"^(?=.*(?<!\d)(?:19|20)\d\d(?!\d)).*(?<!\d)\d{1,2}(?!\d)", re.S)
OLDEST = datetime(1995, 1, 1)


class _Shown(NamedTuple):
    """A date that readers see; `sure` where the page calls it that of publication."""

    date: str
    sure: bool


def find_published(page: Page, metas: Mapping[str, str], near: list[Mark]) -> str | None:
    """The date of publication in ISO 8601, as full as the page has it; None where it gives none.

    The page's data comes first, unless what it shows beside its headline as the day of publication contradicts it;
    then any date beside the headline, then the library's search.
    """
    stated = list(_stated(page, metas))
    shown = sorted((*_called_published(page), *_shown(near)), key=lambda one: not one.sure)
    modified = [*_changed(near), *_modified(page, metas)]
    said = [*stated, *(one.date for one in shown)]
    day = next(iter((*said, *modified)), None) or _searched(page)
    if day is None:
        return None
    if stated and shown and (_named_by(page.url) or day)[:10] == shown[0].date[:10]:
        # Of one moment in two zones, the address says which day the outlet counts.
        day = shown[0].date
    if stated and shown and not _zones_apart(day, shown[0].date):
        # Some systems stamp the day of the last change, or of the entry's making, as that of publication.
        stamped = any(one[:10] <= day[:10] for one in modified) and shown[0].date < day
        if shown[0].sure or stamped:
            day = shown[0].date
    times = (iso(one.get("datetime")) for one in page.root.xpath("//time[@datetime]"))
    same = [one for one in (*said, *modified, *times) if one and one[:10] == day[:10]]
    return max(same, key=len, default=day)


def _named_by(url: str) -> str | None:
    """The day in an address such as `/2026/03/04/…`."""
    found = re.search(r"/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?=\D|$)", url)
    return iso("-".join(found.groups())) if found else None


def _zones_apart(stated: str, shown: str) -> bool:
    """Whether two dates may be one moment in two time zones, or on one day."""
    moment = datetime.fromisoformat(stated if "T" in stated else f"{stated}T12:00").replace(tzinfo=None)
    margin = (timedelta(hours=12), timedelta(hours=14)) if "T" in stated else (timedelta(days=1), timedelta(days=1))
    return (moment - margin[0]).date() <= date.fromisoformat(shown[:10]) <= (moment + margin[1]).date()


def _modified(page: Page, metas: Mapping[str, str]) -> Iterator[str]:
    for one in (
        page.article_data.get("dateModified"),
        *(metas.get(name) for name in ("article:modified_time", "og:updated_time", "datemodified")),
        *(other.get("dateModified") for other in page.data if typed(other) & {"webpage"}),
    ):
        if isinstance(one, str) and (found := iso(one) or _worded(one)):
            yield found


def _changed(near: list[Mark]) -> Iterator[str]:
    """The dates beside the headline that the page calls those of a change."""
    for one in near:
        place = one.element
        if UPDATED.search(f"{place.get('class') or ''} {one.before} {one.text}") and (found := _date_of(one)):
            yield found


def _called_published(page: Page) -> Iterator[_Shown]:
    """The first element of the page that its markup calls the time of publication, wherever it stands."""
    for place in page.root.xpath("//time[@pubdate] | //body//time[contains(@itemprop, 'datePublished')]")[:1]:
        if found := iso(place.get("datetime")):
            yield _Shown(found, True)


def _stated(page: Page, metas: Mapping[str, str]) -> Iterator[str]:
    others = [one for one in page.data if typed(one) & ARTICLE_TYPES]
    pages = [one for one in page.data if typed(one) & {"webpage", "itempage", "videoobject", "podcastepisode"}]
    marked = page.root.xpath("//*[contains(concat(' ', @itemprop, ' '), ' datePublished ')] | //time[@pubdate]")
    for one in (
        page.article_data.get("datePublished"),
        *(metas.get(name) for name in METAS),
        *(place.get("datetime") or place.get("content") or place.text_content() for place in marked[:1]),
        *(other.get("datePublished") for other in (*others, *pages)),
        page.article_data.get("dateCreated"),
    ):
        if isinstance(one, str) and (found := iso(one) or _worded(one)):
            yield found


def _shown(near: list[Mark]) -> Iterator[_Shown]:
    """The dates beside the headline, those below it first, and those of elements that say it in their markup."""
    for one in sorted(near, key=lambda one: (not one.below, one.element.tag != "time")):
        place, parent = one.element, one.element.getparent()
        about = f"{place.get('class') or ''} {one.before}"
        if place.tag == "time" and parent is not None:
            about += f" {parent.get('class') or ''}"
        if UPDATED.search(about) or UPDATED.search(one.text) or place.tag in ("h1", "h2"):
            continue
        if found := _date_of(one):
            yield _Shown(found, bool(PUBLISHED.search(about) or PUBLISHED.search(one.text)))


def _date_of(mark: Mark) -> str | None:
    if mark.element.tag == "time" and (found := iso(mark.element.get("datetime"))):
        return found
    if mark.element.find(".//time") is not None:
        return None
    return next(filter(None, map(_worded, re.split(r"\s[|•·–—-]\s", mark.text))), None)


def _worded(text: str) -> str | None:
    """The day of a date in words or figures with a year of four figures; None where the text is none."""
    if (
        len(text) > LONGEST
        or not re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
        or not re.search(r"(?<!\d)\d{1,2}(?!\d)", text)
    ):
        return None
    latest = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=2)
    bare = re.sub(r"^[^\d:]{0,24}:\s*|(?<=\d)(?:st|nd|rd|th|er)\b", "", text.strip())
    return try_date_expr(bare, "%Y-%m-%d", False, OLDEST, latest)


def _searched(page: Page) -> str | None:
    """The library's search. A first of January that only it sees is a year, most often that of a copyright line."""
    day = find_date(page.root, url=page.url, original_date=True, extensive_search=True)
    return None if day and day.endswith("-01-01") and f"{day[:4]}/01/01" not in page.url else day


def iso(text: str | None) -> str | None:
    """The date in ISO 8601 as the page has it, zone included; None where it is no ISO date."""
    match = ISO.match((text or "").strip())
    if not match:
        return None
    day, hour, zone, minutes = match.groups()
    zone = "" if not zone else f"{zone}:{minutes or '00'}" if zone[0] in "+-" else "Z"
    try:
        datetime.fromisoformat(f"{day}T{hour or '00:00'}{zone.replace('Z', '+00:00')}")
    except ValueError:
        return None
    if not "1990" < day[:4] <= str(datetime.now(UTC).year + 1):
        return None
    return f"{day}T{hour}{zone}" if hour else day
