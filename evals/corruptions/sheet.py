"""A good draft laid out for spoiling: its texts, the sentences that report, and one way to change a stretch of them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any, Literal, NamedTuple

from pipeline.sentences import split
from schemas.article import Article
from schemas.draft import DRAFT, Analyse, Synthese
from schemas.finding import Support
from schemas.parts import Part, iter_parts, part_text, resolve_path

__all__ = ["Group", "Kind", "Sheet", "Spoilt", "Spot", "everywhere", "replaced", "respelt", "swapped_words"]

Group = Literal["rule", "meaning"]


class Spot(NamedTuple):
    """A stretch of a part (`start` and `end` count in its text) and what to write in its place."""

    part: str
    start: int
    end: int
    text: str


class Spoilt(NamedTuple):
    """A spoilt draft and where it was spoilt: a part's path, or an item's (`quotes[0]`)."""

    draft: Analyse | Synthese
    part: str


@dataclass(frozen=True)
class Sheet:
    """A good draft with its article. `supports` are the places that verification found for its sentences."""

    draft: Analyse | Synthese
    article: Article
    supports: tuple[Support, ...]

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The draft's texts in reading order."""
        return tuple(iter_parts(self.draft))

    @cached_property
    def reported(self) -> tuple[Support, ...]:
        """The sentences that report something of the source: only there is a change of meaning an error."""
        return tuple(
            one
            for one in self.supports
            if one.stance == "fact" and one.evidence and re.match(r"body|standfirst|tldr|sections.*blocks", one.part)
        )

    @cached_property
    def text(self) -> str:
        """All that counts as source."""
        parts = (self.article.title, self.article.description or "", *(one.text for one in self.article.paragraphs))
        return "\n".join((*parts, *self.article.authors, self.article.outlet or ""))

    @cached_property
    def source_sentences(self) -> tuple[str, ...]:
        """The sentences of the source's body."""
        language = self.article.language or "en"
        return tuple(
            one.text[start:end]
            for one in self.article.paragraphs
            if one.kind == "body"
            for start, end in split(one.text, language)
        )

    def text_of(self, path: str) -> str:
        """The text at a path; empty where there is none."""
        try:
            return part_text(self.draft, path)
        except KeyError:
            return ""


Spoiler = Callable[[Sheet, Random], Spoilt | None]


class Kind(NamedTuple):
    """A named way to spoil a draft. `spoil` is pure: the same sheet and seed give the same outcome, None: not here."""

    name: str
    group: Group
    spoil: Spoiler


Finder = Callable[[Sheet], Iterator[Spot]]


def everywhere(finder: Finder) -> Spoiler:
    """Spoil one of the places a finder names, chosen by the seed."""

    def spoil(sheet: Sheet, seed: Random) -> Spoilt | None:
        spots = [one for one in finder(sheet) if sheet.text_of(one.part)[one.start : one.end] != one.text]
        if not spots:
            return None
        spot = seed.choice(spots)
        return Spoilt(respelt(sheet.draft, spot), spot.part)

    return spoil


def replaced(
    pattern: str, replacement: str | Callable[[re.Match[str]], str | None], *, facts: bool = False, where: str = ""
) -> Finder:
    """The places of a pattern; `facts`: only in sentences that report. A replacement of None leaves a place alone."""
    compiled = re.compile(pattern)

    def find(sheet: Sheet) -> Iterator[Spot]:
        for path, low, high, text in _stretches(sheet, facts=facts, where=where):
            for match in compiled.finditer(text, low, high):
                new = match.expand(replacement) if isinstance(replacement, str) else replacement(match)
                if new is not None and new != match.group():
                    yield Spot(path, match.start(), match.end(), new)

    return find


def _stretches(sheet: Sheet, *, facts: bool, where: str) -> Iterator[tuple[str, int, int, str]]:
    if facts:
        for one in sheet.reported:
            yield one.part, one.start, one.end, sheet.text_of(one.part)
        return
    for part in sheet.parts:
        if re.match(where or r"title|standfirst|body|tldr|sections.*blocks|watchpoints", part.path):
            yield part.path, 0, len(part.text), part.text


def swapped_words(pairs: dict[str, str], *, facts: bool = True, both: bool = True) -> Finder:
    """Words changed for their counterparts; `both` ways."""
    table = pairs | ({new: old for old, new in pairs.items()} if both else {})
    ordered = "|".join(re.escape(one) for one in sorted(table, key=len, reverse=True))
    return replaced(rf"(?<!\w)(?:{ordered})(?!\w)", lambda match: table[match.group()], facts=facts)


def respelt(draft: Analyse | Synthese, spot: Spot) -> Analyse | Synthese:
    """The draft with one stretch replaced; the sentences of the paragraph keep their stance and evidence."""
    data = draft.model_dump(mode="json")
    *way, last = resolve_path(draft, spot.part)
    here: Any = data
    for step in way:
        here = here[step]
    old = here[last]["text"] if isinstance(here[last], dict) else here[last]
    new = old[: spot.start] + spot.text + old[spot.end :]
    if isinstance(here[last], dict):
        grown = len(spot.text) - (spot.end - spot.start)
        here[last] |= {"text": new, "sentences": _shifted(here[last]["sentences"], spot, grown)}
    else:
        here[last] = new
    return DRAFT.validate_python(data)


def _shifted(sentences: list[dict[str, Any]], spot: Spot, grown: int) -> list[dict[str, Any]]:
    """Offsets after a change; text that was put between two sentences is a sentence of its own, as if reported."""
    moved = [
        one
        | {
            "start": one["start"] + (grown if one["start"] >= spot.end and one["start"] > spot.start else 0),
            "end": one["end"] + (grown if one["end"] >= spot.end and not _appended(one, spot) else 0),
        }
        for one in sentences
    ]
    if sentences and any(_appended(one, spot) for one in sentences):
        lead = len(spot.text) - len(spot.text.lstrip())
        added = {"start": spot.start + lead, "end": spot.start + len(spot.text), "stance": "fact", "evidence": []}
        moved.append(added)
    return sorted((one for one in moved if one["start"] < one["end"]), key=lambda one: int(one["start"]))


def _appended(sentence: dict[str, Any], spot: Spot) -> bool:
    return bool(spot.start == spot.end == sentence["end"] and spot.text[:1].isspace())
