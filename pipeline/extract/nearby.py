"""What stands next to the headline: where a page puts the names of its authors and its date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from pipeline.extract.page import Page
from pipeline.extract.segment import SKIPPED, key

__all__ = ["Mark", "beside_headline"]

# Characters of the page before and after the headline in which credits are looked for: the standfirst and a caption
# may stand in between, the first paragraphs of the text need not.
BEFORE, AFTER = 250, 900
# An element that holds more text than this, or more elements, is no credit.
LONGEST, MANY = 160, 40
# Headings in which the headline is looked for.
HEADS = 100


@dataclass(frozen=True)
class Mark:
    """A short element beside the headline and its text; of an element that holds more, the text of its own.

    `before` is the short text that precedes it (a label), `below` says that it comes after the headline.
    """

    element: HtmlElement
    text: str
    before: str
    below: bool


def beside_headline(page: Page, headline: str) -> list[Mark]:
    """The short elements next to the headline in reading order, outer ones first; none where it stands nowhere."""
    name = key(headline)
    if not name:
        return []
    told = list(_told(page.root))
    heads = [n for n, (one, _) in enumerate(told) if one.tag in ("h1", "h2")][:HEADS]
    named = [n for n in heads if key(told[n][0].text_content()) == name]
    first = [n for n in heads if told[n][0].tag == "h1"]
    at = next((n for n in (*(n for n in named if n in first), *named, *(first if len(first) == 1 else ()))), None)
    if at is None:
        return []
    start, end = _window(told, at)
    return _marks(told, start, at, end)


def _told(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Every element that a reader may see, with its own text, in the page's order."""
    body = root.find("body")
    stack = [root if body is None else body]
    while stack:
        one = stack.pop()
        if isinstance(one.tag, str) and one.tag not in SKIPPED:
            yield one, " ".join(" ".join(part for part in (one.text, *(child.tail for child in one)) if part).split())
            stack += reversed(one)


def _window(told: list[tuple[HtmlElement, str]], at: int) -> tuple[int, int]:
    first, passed = at, 0
    while first > 0 and passed < BEFORE and at - first < 60:
        first -= 1
        passed += len(told[first][1])
    last, passed = at + 1, -len(told[at][1])
    while last < len(told) and passed < AFTER:
        passed += len(told[last][1])
        last += 1
    return first, last


def _marks(told: list[tuple[HtmlElement, str]], start: int, at: int, end: int) -> list[Mark]:
    marks: list[Mark] = []
    before = ""
    for n in range(start, end):
        element, own = told[n]
        small = len(list(islice(element.iter(), MANY + 1))) <= MANY
        text = " ".join(element.text_content().split()) if small else ""
        text = own if not small or len(text) > LONGEST else text
        if 0 < len(text) <= LONGEST:
            marks.append(Mark(element, text, before, below=n > at))
        if own:
            before = own if len(own) <= 40 and not re.search(r"\d", own) else ""
    return marks
