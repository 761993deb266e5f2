"""Where a draft's words come from, as places to light up: `p2:24-36` counts characters in that paragraph's text."""

import re

from pipeline.verify.prepare import Source, Statement, read_statement
from pipeline.verify.proper_names.naming import read_names
from pipeline.verify.quantities.equal_figures import same_quantity
from schemas.article import Article, Evidence
from schemas.base import Closed

__all__ = ["Sight", "lit", "passage", "sights_of"]


class Sight(Closed):
    """A figure or name of the draft, and where the source has it; offsets count in the part's text."""

    start: int
    end: int
    places: tuple[str, ...]


def lit(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    """Places of evidence."""
    return tuple(dict.fromkeys(_place(one.paragraph, one.start, one.end) for one in evidence))


def passage(article: Article, words: str | None) -> tuple[str, ...]:
    """Where the article has these very words."""
    for place, text in _texts(article):
        at = text.find(words) if words else -1
        if words and at >= 0:
            return (_place(place, at, at + len(words)),)
    return ()


def sights_of(text: str, start: int, evidence: tuple[Evidence, ...], source: Source) -> tuple[Sight, ...]:
    """The figures and names of the sentence `text` that begins at `start` of its part, each with its places."""
    near = {one.paragraph for one in evidence}
    statements = sorted(source.statements, key=lambda one: one.place not in near)
    claim = read_statement("", start, text, "fr", source.anchor)
    found = [*_figures(claim, statements, start), *_names(text, start, statements)]
    return tuple(sorted(found, key=lambda one: one.start))


def _figures(claim: Statement, statements: list[Statement], start: int) -> list[Sight]:
    sights = []
    for figure in claim.figures:
        places = tuple(
            _place(one.place, one.start + other.start, one.start + other.end)
            for one in statements
            for other in one.figures
            if same_quantity(figure, other)
        )
        if places:
            sights.append(Sight(start=start + figure.start, end=start + figure.end, places=places[:1]))
    return sights


def _names(text: str, start: int, statements: list[Statement]) -> list[Sight]:
    sights = []
    for name in read_names(text):
        # A name may stand in French clothes here; its longest word is the one most likely kept.
        longest = max(re.findall(r"\w+", name.text), key=len, default=name.text)
        for wanted in (name.text, longest):
            pattern = re.compile(rf"\b{re.escape(wanted)}\b")
            at = next(((one, hit) for one in statements if (hit := pattern.search(one.text))), None)
            if at:
                place = _place(at[0].place, at[0].start + at[1].start(), at[0].start + at[1].end())
                sights.append(Sight(start=start + name.start, end=start + name.end, places=(place,)))
                break
    return sights


def _texts(article: Article) -> list[tuple[str, str]]:
    return [
        *((one.id, one.text) for one in article.paragraphs),
        ("description", article.description or ""),
        ("title", article.title),
    ]


def _place(paragraph: str, start: int | None, end: int | None) -> str:
    return paragraph if start is None or end is None else f"{paragraph}:{start}-{end}"
