"""Title, authors and date of extraction beside the library's own, on pages with known credits.

    python -m bench.credits FOLDER

FOLDER holds the gzipped pages, `PAGE.html.gz`, and `gold.json`: for each PAGE its `url`, `title`, `author` and `date`
(YYYY-MM-DD…), each text, empty where the page has none. The Web Content Extraction Benchmark (WCXB) publishes them,
the date as `publish_date`, in its pages' ground truth: one file is to be made of those of one split, beside its pages.

A title counts when it is the same but for case and spaces, authors when the same set of names is found, a date when the
day is the same.
"""

import gzip
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import trafilatura

from pipeline.extract.metadata import read_metadata
from pipeline.extract.page import read_page


class Credits(NamedTuple):
    """What was found, as text; empty where nothing was."""

    title: str
    author: str
    date: str


def main() -> None:
    """Print the share of right titles, authors and days, ours and the library's."""
    folder = Path(sys.argv[1])
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    for name, read in (("morasse", _ours), ("trafilatura", _library)):
        right, asked = dict.fromkeys(Credits._fields, 0), dict.fromkeys(Credits._fields, 0)
        for page, known in gold.items():
            found = read(gzip.decompress((folder / f"{page}.html.gz").read_bytes()), known["url"])
            for field in Credits._fields:
                asked[field] += bool(known[field])
                right[field] += bool(known[field]) and SAME[field](known[field], getattr(found, field))
        print(name, {one: f"{right[one] / asked[one]:.3f} of {asked[one]}" for one in asked})


def _ours(html: bytes, url: str) -> Credits:
    page = read_page(html, url)
    found = read_metadata(page) if page else None
    return Credits(found.title, ", ".join(found.authors), found.published or "") if found else Credits("", "", "")


def _library(html: bytes, url: str) -> Credits:
    found = trafilatura.extract_metadata(html, default_url=url)
    return Credits(found.title or "", found.author or "", found.date or "") if found else Credits("", "", "")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _names(text: str) -> set[str]:
    parts = re.split(r"\s*(?:,|;|\||\band\b|&)\s*", text)
    return {"".join(sign for sign in one.casefold() if sign.isalnum()) for one in parts} - {""}


SAME: dict[str, Callable[[str, str], bool]] = {
    "title": lambda known, found: _plain(known) == _plain(found),
    "author": lambda known, found: _names(known) == _names(found),
    "date": lambda known, found: known[:10] == found[:10],
}

if __name__ == "__main__":
    main()
