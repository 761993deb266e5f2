"""What is worked out of a text alone is kept for a while, so that an edit costs only what it changed.

A long source with its draft asks for a thousand sentences at most, and a worker has a few under way: what is kept of
sentences turns over within an hour's work, and a worker that runs for months holds no more than after its first day.
Words come back in every article.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar, cast

__all__ = ["per_sentence", "per_word"]

_SENTENCES = 4_000
_WORDS = 20_000
ParamT = ParamSpec("ParamT")
ValueT = TypeVar("ValueT")


def per_sentence(function: Callable[ParamT, ValueT]) -> Callable[ParamT, ValueT]:
    """Keep what a function of a sentence (or a shorter stretch) answered last; what it returns must not be changed."""
    return _kept(function, _SENTENCES)


def per_word(function: Callable[ParamT, ValueT]) -> Callable[ParamT, ValueT]:
    """The same for a function of a word."""
    return _kept(function, _WORDS)


def _kept(function: Callable[ParamT, ValueT], most: int) -> Callable[ParamT, ValueT]:
    # functools types what it wraps as taking anything.
    kept: Any = lru_cache(maxsize=most)(function)
    return cast(Callable[ParamT, ValueT], kept)
