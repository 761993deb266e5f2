"""The labelled set: sentences of which people said whether their source supports them (data/labelled/)."""

import tomllib
from pathlib import Path
from typing import Literal

from pipeline.sentences import with_sentences
from schemas.article import Article, Paragraph
from schemas.base import Closed

__all__ = ["Pair", "Split", "Story", "Turn", "load_stories"]

Split = Literal["built_on", "held_out"]


class Turn(Closed):
    """One way to turn a rendering's meaning: `old` gives way to `new`."""

    old: str
    new: str
    kind: str


class Pair(Closed):
    """A sentence of the source, its faithful rendering, and ways to turn that."""

    source: str
    french: str
    turns: tuple[Turn, ...] = ()

    def turned(self, turn: Turn) -> str:
        """The rendering with its meaning turned. Raises ValueError where there is nothing to turn."""
        if turn.old not in self.french:
            raise ValueError(f"{turn.old!r} does not stand in {self.french!r}")
        return self.french.replace(turn.old, turn.new, 1)


class Story(Closed):
    """A short article: its sentences in order, each with its rendering."""

    title: str
    split: Split
    pairs: tuple[Pair, ...]

    @property
    def article(self) -> Article:
        """The story as it would be read: two sentences a paragraph, as in the news."""
        sources = [one.source for one in self.pairs]
        texts = [" ".join(sources[n : n + 2]) for n in range(0, len(sources), 2)]
        paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(texts, 1))
        return with_sentences(
            Article(url="u", title=self.title, published="2025-11-26", language="en", paragraphs=paragraphs)
        )


class _Stories(Closed):
    stories: tuple[Story, ...]


def load_stories(house_dir: Path) -> tuple[Story, ...]:
    """All stories of the set, in the file's order."""
    text = (house_dir / "labelled" / "stories.toml").read_text("utf-8")
    return _Stories.model_validate(tomllib.loads(text)).stories
