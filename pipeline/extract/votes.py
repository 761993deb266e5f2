"""A first reading of the body by the library, found again block by block on the page."""

import logging
from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace

import trafilatura
from lxml.html import HtmlElement

from pipeline.extract.page import Page
from pipeline.extract.segment import Block, key

__all__ = ["first_reading", "locate"]

# The library reports every odd page as an error; the answer to such a page is an empty reading.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
# Shorter texts stand on a page by chance; they are only found as a line of their own.
TELLING = 25
HELD_SHARE = 0.4
# Comparisons of a line with a block, all together: more than any article needs, and soon done.
PATIENCE = 2_000_000


def first_reading(page: Page) -> list[str]:
    """The lines of the body as the library reads it; empty where it finds none."""
    text = trafilatura.extract(page.source, url=page.url, include_comments=False) or ""
    return [line for line in text.split("\n") if key(line)]


def locate(lines: list[str], blocks: list[Block]) -> list[Block]:
    """The blocks that hold these lines, in the page's order.

    A line that stands in no block (the library reads some places that `segment` leaves out) becomes a block of its own
    behind its forerunner, so that nothing read is lost.
    """
    finder = _Finder(blocks)
    held: dict[int, list[str]] = defaultdict(list)
    loose: dict[int, list[str]] = defaultdict(list)
    last = -1
    for line in lines:
        places = finder.find(key(line), last)
        for place in places:
            held[place].append(line)
            last = place
        if not places:
            loose[last].append(line)
    # A block of which little was read is a copy of the page in another shape, not the place of these lines.
    for place, read in list(held.items()):
        if sum(len(key(line)) for line in read) < HELD_SHARE * len(finder.keys[place]):
            loose[place] = [*read, *loose.get(place, ())]
            del held[place]
    return _merged({place: blocks[place] for place in held}, loose, blocks)


def _merged(found: dict[int, Block], loose: dict[int, list[str]], blocks: list[Block]) -> list[Block]:
    merged: list[Block] = []
    for place in sorted({*found, *loose}):
        if place in found:
            merged.append(found[place])
        for line in loose.get(place, ()):
            merged.append(_block(line, blocks[max(place, 0)] if blocks else None))
    return merged


def _block(line: str, near: Block | None) -> Block:
    text = line.strip().lstrip("-•| ").rstrip("| ")
    if near is None:
        return Block(text, HtmlElement(), "body", 0, 0)
    return replace(near, text=text, kind="body", linked=0)


class _Finder:
    """Finds the place of a line among the blocks; each block answers once, nearest behind the last one first."""

    def __init__(self, blocks: list[Block]) -> None:
        self.keys = [key(one.text) for one in blocks]
        self.exact: dict[str, list[int]] = defaultdict(list)
        self.parts: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self.keys):
            self.exact[one].append(place)
            for part in blocks[place].text.split("\n") if "\n" in blocks[place].text else ():
                self.parts[key(part)].append(place)
        self.used: set[int] = set()
        self.patience = PATIENCE

    def find(self, line: str, last: int) -> list[int]:
        """The places that hold the line, none where the page has it nowhere."""
        places = self.exact.get(line, [])
        while places:
            place = places.pop(min(bisect_left(places, last), len(places) - 1))
            if place not in self.used:
                return self._take([place])
        if parts := self.parts.get(line):
            return self._take([parts[min(bisect_left(parts, last), len(parts) - 1)]])
        if len(line) < TELLING:
            return [last] if 0 <= last < len(self.keys) and line in self.keys[last] else []
        self.patience -= len(self.keys)
        if self.patience < 0:
            return []
        around = sorted(range(len(self.keys)), key=lambda one: (one < last, abs(one - last)))
        for place in around:
            if line in self.keys[place]:
                return self._take([place])
        pieces = [
            one for one in around if one not in self.used and len(self.keys[one]) >= TELLING and self.keys[one] in line
        ]
        if sum(len(self.keys[one]) for one in pieces) >= 0.5 * len(line):
            return self._take(sorted(pieces))
        return self._overlapping(line, around)

    def _overlapping(self, line: str, around: list[int]) -> list[int]:
        """A block that begins or ends as the line does: something inside was read differently."""
        for place in around:
            mine = self.keys[place]
            if len(mine) >= 2 * TELLING and (mine.startswith(line[:40]) or mine.endswith(line[-40:])):
                return self._take([place])
        return []

    def _take(self, places: list[int]) -> list[int]:
        self.used.update(places)
        return places
