"""The body where a page keeps it for its scripts: in JSON-LD, or in the state that it hands to the browser."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, fromstring

from pipeline.extract.page import Page
from pipeline.extract.scripts import STOPS, weight, words
from pipeline.extract.segment import key, segment
from pipeline.extract.streamed import is_element, streamed, text_of

__all__ = ["carried_reading"]

ENOUGH = 500
# So much longer than what is shown must a carried text be, or it says the same in another shape.
MUCH_LONGER = 1.5
STATE = re.compile(
    r"^\s*(?:window\.|self\.|var\s+|globalThis\.)?[\w.$\[\]'\"]{1,60}\s*=\s*(?:JSON\.parse\(\s*(?=\")|(?=[{\[]))"
)
# A full stop of the alphabets also stands within numbers and names; the other signs always end a sentence.
SENTENCE = re.compile(rf"[.!?…][\"”»’)]*(?:\s|<|$)|[{STOPS[4:]}]|[\u0e00-\u0eff]{{20}}")


def carried_reading(page: Page, shown: list[str]) -> list[str]:
    """The lines of the body in the page's data, where they say much more than what is `shown`; else none.

    JSON-LD is taken where it goes on with the same text; a script's state only where next to nothing is shown.
    """
    told = weight(key(" ".join(shown)))
    stated = [*_lines(page.article_data.get("articleBody")), *_entries(page)]
    mine = key(" ".join(stated))
    if len(shown) == 1 < len(stated) and key(shown[0]) == mine:
        # The library took it from there as well, and made one line of it.
        return stated
    if weight(mine) > max(ENOUGH, MUCH_LONGER * told) and (told < ENOUGH / 2 or _shared(shown, mine) >= 0.5):
        return stated
    if told < ENOUGH / 2:
        stated = _largest(page)
        if weight(key(" ".join(stated))) > max(ENOUGH, 2 * told):
            return stated
    return []


def _shared(shown: list[str], mine: str) -> float:
    keys = [key(one) for one in shown]
    return sum(len(one) for one in keys if one in mine) / max(1, sum(map(len, keys)))


def _lines(text: Any) -> list[str]:
    """The paragraphs of a text that may be HTML."""
    if not isinstance(text, str) or not text.strip():
        return []
    if re.search(r"</?(?:p|br|div|h\d|li|a|strong|em)\b", text):
        try:
            return [line for one in segment(fromstring(f"<div>{text}</div>")) for line in one.text.split("\n")]
        except (etree.ParserError, ValueError):
            return []
    return [re.sub(r"\s+", " ", line).strip() for line in text.split("\n") if line.strip()]


def _entries(page: Page) -> list[str]:
    """The entries of a live blog in the data's order, each its headline and its text."""
    updates = page.article_data.get("liveBlogUpdate")
    updates = updates if isinstance(updates, list) else [updates]
    told = [one for one in updates if isinstance(one, dict)]
    return [line for one in told for name in ("headline", "articleBody") for line in _lines(one.get(name))]


def _largest(page: Page) -> list[str]:
    """The place in the page's state that holds most running text: one long text, or the same key over and over."""
    places: dict[tuple[str, ...], list[str]] = defaultdict(list)
    scripts = [one.text or "" for one in page.root.iter("script") if "src" not in one.attrib and not _is_linked(one)]
    for value in (*_assigned(scripts), *streamed(scripts)):
        for path, found in _texts(value):
            places[path].append(found)
    readings = [[line for one in found for line in _lines(one)] for found in places.values()]
    return max(readings, key=lambda lines: sum(len(one) for one in lines if _tells(one)), default=[])


def _tells(text: str) -> bool:
    return weight(text) > 60 and bool(SENTENCE.search(text))


def _is_linked(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "")


def _assigned(scripts: list[str]) -> Iterator[Any]:
    """The JSON values that scripts are or assign, written out or as a string for `JSON.parse`."""
    for text in scripts:
        if len(text) < ENOUGH:
            continue
        try:
            value, _ = json.JSONDecoder(strict=False).raw_decode(STATE.sub("", text, count=1).lstrip())
            # A string of such a length is a value packed once more.
            yield json.loads(value, strict=False) if isinstance(value, str) else value
        except (ValueError, RecursionError):
            continue


def _texts(value: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    """The texts of several words in a JSON value, each with the keys that lead to it; places in a list count as one."""
    stack: list[tuple[tuple[str, ...], Any]] = [((), value)]
    while stack:
        path, one = stack.pop()
        if is_element(one):
            yield ("element",), text_of(one)
        elif isinstance(one, dict):
            stack += [((*path, str(name)), inner) for name, inner in reversed(one.items())]
        elif isinstance(one, list):
            stack += [(path, inner) for inner in reversed(one)]
        elif isinstance(one, str) and words(one) > 1:
            yield path, one
