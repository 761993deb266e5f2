# ruff: noqa: E501  pages are kept as one reads them
"""The people and the day of an article, in the shapes in which sites give them."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from pipeline.extract import extract
from pipeline.extract.people import people
from tests.pipeline.extract.pages import EN, prose

URL = "https://paper.example/bridge-closed"
TITLE = "Old bridge to close for the winter"


def page(*, head: str = "", by: str = "", data: Mapping[str, Any] | list[Any] | None = None, foot: str = "") -> bytes:
    stated = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    return (
        f"<html lang=en><head><title>{TITLE}</title><meta property=og:site_name content='The Paper'>{head}{stated}</head>"
        f"<body><article><h1>{TITLE}</h1>{by}{prose(EN)}</article>{foot}</body></html>"
    ).encode()


def news(**said: Any) -> dict[str, Any]:
    return {"@type": "NewsArticle", "headline": TITLE, **said}


LENA = {"@type": "Person", "@id": "#lena", "name": "Lena Brook"}
OUTLET = {"@type": "NewsMediaOrganization", "name": "The Paper"}
BOTH = ("Lena Brook", "Tom Reed")

AUTHORS: tuple[tuple[str, bytes, tuple[str, ...]], ...] = (
    ("graph", page(data={"@graph": [LENA, news(author={"@id": "#lena"})]}), ("Lena Brook",)),
    ("list", page(data=[news(author=[LENA, {"@type": "Person", "name": "Tom Reed"}, OUTLET])]), BOTH),
    ("joined", page(data=news(author={"@type": "Person", "name": "Lena Brook and Tom Reed"})), BOTH),
    ("names", page(data=news(author={"@type": "Person", "name": ["Lena Brook", "Tom Reed"]})), BOTH),
    ("parts", page(data=news(author={"@type": "Person", "givenName": "Lena", "familyName": "Brook"})), ("Lena Brook",)),
    ("string", page(data=news(author="By Lena Brook, Tom Reed")), BOTH),
    ("creator", page(data=news(creator=["Lena Brook"])), ("Lena Brook",)),
    ("page object", page(data=[news(), {"@type": "WebPage", "author": LENA}]), ("Lena Brook",)),
    ("desk in the data", page(data=news(author="News Desk"), by="<p>By Lena Brook</p>"), ("Lena Brook",)),
    ("outlet in the data", page(data=news(author=OUTLET), by="<p>By Lena Brook</p>"), ("Lena Brook",)),
    ("meta", page(head="<meta name=author content='Lena Brook'><meta name=author content='Tom Reed'>"), BOTH),
    ("parsely", page(head="<meta name=parsely-author content='Lena Brook'>"), ("Lena Brook",)),
    ("sailthru", page(head="<meta name=sailthru.author content='Lena Brook, Tom Reed'>"), BOTH),
    ("catalogue", page(head="<meta name=dc.creator content='Brook, Lena'>"), ("Lena Brook",)),
    ("profile address", page(head="<meta property=article:author content='https://face.example/lena'>"), ()),
    (
        "card",
        page(head="<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Lena Brook'>"),
        ("Lena Brook",),
    ),
    ("microdata", page(by="<div itemprop=author><span itemprop=name>Lena Brook</span></div>"), ("Lena Brook",)),
    ("rel", page(by="<a rel='author external' href=/u/7>LENA BROOK</a>"), ("Lena Brook",)),
    (
        "byline class",
        page(by="<div class='post-byline'>By <a href=/x>Lena Brook</a> | 4 March 2026</div>"),
        ("Lena Brook",),
    ),
    ("author page", page(by="<div><a href=/authors/lena-brook>Lena Brook</a> · 4 min read</div>"), ("Lena Brook",)),
    ("words", page(by="<div><div>Words by Lena Brook &amp; Tom Reed</div></div>"), BOTH),
    ("French", page(by="<p>Par Lena Brook et Tom Reed, envoyés spéciaux</p>"), BOTH),
    ("label apart", page(by="<div><span>By</span> <span>Lena Brook</span></div>"), ("Lena Brook",)),
    ("role", page(by="<p>By Lena Brook, Transport Correspondent</p>"), ("Lena Brook",)),
    ("twice", page(data=news(author=["Lena Brook", "LENA BROOK"])), ("Lena Brook",)),
    ("agency", page(by="<p>By AFP</p>"), ()),
    (
        "own site",
        page(head="<meta property=og:site_name content='Lena Brook'>", data=news(author=LENA)).replace(
            b"<meta property=og:site_name content='The Paper'>", b""
        ),
        ("Lena Brook",),
    ),
    ("reader", page(foot="<div class=comments><span class=author-name>Rude Reader</span></div>"), ()),
    ("photographer", page(by="<p>Photograph by Tom Reed</p>"), ()),
    ("reviewer", page(by="<p class=byline>Reviewed by Tom Reed</p>"), ()),
)


@pytest.mark.parametrize(("html", "named"), [one[1:] for one in AUTHORS], ids=[one[0] for one in AUTHORS])
def test_the_people_are_named_and_no_one_else(html: bytes, named: tuple[str, ...]) -> None:
    assert extract(html, url=URL).authors == named


@pytest.mark.parametrize(
    "line",
    [
        "The Paper",
        "the paper",
        "Paper Staff",
        "Rédaction",
        "Guest",
        "March 4, 2026",
        "https://x.example/user/lena",
        "lena@x.example",
        "a city in winter",
        "",
    ],
)
def test_what_is_no_person_is_none(line: str) -> None:
    assert people(line, outlet="The Paper") == []


def test_credentials_and_roles_are_no_people() -> None:
    assert people("Lena Brook, MS, RD; Tom van der Reed, PhD (Editor)", outlet=None) == [
        "Lena Brook",
        "Tom van der Reed",
    ]


WHOLE = "2026-03-04T09:30:00+01:00"
DATES: tuple[tuple[str, str, bytes, str | None], ...] = (
    ("data", URL, page(data=news(datePublished=WHOLE, dateModified="2026-03-09")), WHOLE),
    ("data in words", URL, page(data=news(datePublished="Mar 04, 2026")), "2026-03-04"),
    ("page object", URL, page(data=[{"@type": "WebPage", "datePublished": WHOLE}]), WHOLE),
    (
        "meta",
        URL,
        page(
            head=f"<meta property=article:published_time content='{WHOLE}'><meta property=article:modified_time content='2026-04-01'>"
        ),
        WHOLE,
    ),
    ("microdata", URL, page(by=f"<meta itemprop='dateCreated datePublished' content='{WHOLE}'>"), WHOLE),
    ("time", URL, page(by=f"<p><time datetime='{WHOLE}'>4 March</time></p>"), WHOLE),
    (
        "fuller form",
        URL,
        page(head="<meta name=date content=2026-03-04>", by=f"<time datetime='{WHOLE}'>4 March</time>"),
        WHOLE,
    ),
    ("text", URL, page(by="<div>By Lena Brook | 4 March 2026</div>"), "2026-03-04"),
    ("French text", URL, page(by="<p>Publié le 4 mars 2026</p>"), "2026-03-04"),
    ("update apart", URL, page(by="<p>Updated: March 9, 2026</p><p>March 4, 2026</p>"), "2026-03-04"),
    (
        "stamped by the system",
        URL,
        page(data=news(datePublished="2026-03-09", dateModified="2026-03-09"), by="<p>March 4, 2026</p>"),
        "2026-03-04",
    ),
    (
        "called published",
        URL,
        page(data=news(datePublished="2013-03-09"), by="<p>Published <time datetime=2026-03-04>then</time></p>"),
        "2026-03-04",
    ),
    ("address", "https://paper.example/2026/03/04/bridge", page(), "2026-03-04"),
    (
        "two zones",
        "https://paper.example/2026/03/03/bridge",
        page(
            head="<meta property=article:published_time content='2026-03-04T02:00:00Z'>",
            by="<time datetime='2026-03-03T19:00:00-07:00'>3 March</time>",
        ),
        "2026-03-03T19:00:00-07:00",
    ),
    ("only a change", URL, page(head="<meta property=article:modified_time content='2026-03-04'>"), "2026-03-04"),
    ("copyright line", URL, page(foot="<footer>© 2019 The Paper</footer>"), None),
)


@pytest.mark.parametrize(("url", "html", "day"), [one[1:] for one in DATES], ids=[one[0] for one in DATES])
def test_the_day_is_that_of_publication(url: str, html: bytes, day: str | None) -> None:
    assert extract(html, url=url).published == day
