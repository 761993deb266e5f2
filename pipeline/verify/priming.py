"""Embedding in one go: all passages and words that the checks will ask for, so that none asks for them one by one."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.embedding import embed
from pipeline.verify.alignment import content_words
from pipeline.verify.clauses import clauses, side_of
from pipeline.verify.opposites import surroundings
from pipeline.verify.polarity import affirmed
from pipeline.verify.prepare import Source, Statement

__all__ = ["prime", "prime_source"]


def prime(statements: Sequence[Statement]) -> None:
    """Embed what these sentences are compared by, in one call; every vector is kept (pipeline.embedding)."""
    embed(list(dict.fromkeys(text for one in statements for text in _asked(one))))


def _asked(statement: Statement) -> Iterator[str]:
    text, side = statement.text, side_of(statement)
    yield text
    for start, end in clauses(text):
        yield text[start:end]
        yield affirmed(text[start:end], side)
    yield from (word.text for word in content_words(text, side))
    yield from surroundings(text, side)


@lru_cache(maxsize=32)
def prime_source(source: Source) -> None:
    """The same for a whole article, once."""
    prime(source.statements)
