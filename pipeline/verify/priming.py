"""Embedding in one go: all passages and words that the checks will ask for, so that none asks for them one by one."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from pipeline.embedding import embed
from pipeline.verify.alignment import content_words
from pipeline.verify.assertion.polarity import affirmed
from pipeline.verify.claims import Claim
from pipeline.verify.clauses import clauses, side_of
from pipeline.verify.prepare import Source, Statement

__all__ = ["prime", "prime_clauses", "prime_source"]


def prime(claims: Sequence[Claim]) -> None:
    """Embed what a draft's sentences are compared by, in one call; every vector is kept (pipeline.embedding).

    The house's analysis is held to the source as a whole only, not clause by clause.
    """
    told = [one.statement for one in claims if one.stance == "fact"]
    parts = (text for one in told for text in (*_clauses(one), *_words(one)))
    _embed_all([*(one.statement.text for one in claims), *parts])


def prime_clauses(statements: Iterable[Statement]) -> None:
    """The same for the clauses of the sentences of a source that a draft's may render: of the others none is asked."""
    _embed_all(text for one in statements for text in _clauses(one))


@lru_cache(maxsize=32)
def prime_source(source: Source) -> None:
    """The same for the sentences and words of a whole article, once."""
    _embed_all(text for one in source.statements for text in (one.text, *_words(one)))


def _embed_all(texts: Iterable[str]) -> None:
    embed(list(dict.fromkeys(texts)))


def _words(statement: Statement) -> Iterator[str]:
    yield from (form for word in content_words(statement.text, side_of(statement)) for form in word.forms)


def _clauses(statement: Statement) -> Iterator[str]:
    text, side = statement.text, side_of(statement)
    for start, end in clauses(text):
        yield text[start:end]
        yield affirmed(text[start:end], side)
