"""Reading texts once: a sentence with the figures, dates, names and words in it, and a whole article of them."""

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from threading import Lock
from typing import Any, TypeVar

from pipeline.digests import digest_article
from pipeline.embedding import Vectors, embed
from pipeline.keeping import per_sentence
from pipeline.sentences import split
from pipeline.verify.quantities.figure import Figure
from pipeline.verify.quantities.numbers import read_figures
from pipeline.verify.times.dates import When, anchor_of, read_dates
from schemas.article import Article

__all__ = ["Source", "Statement", "fold", "per_source", "prepare", "read_statement", "words_of"]

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_INNER = re.compile(r"(?<=[a-z,;] )[A-ZÀ-ÖØ-ÞŒ][\w’'-]+(?: [A-ZÀ-ÖØ-ÞŒ][\w’'-]+)*")
_SENTENCE_MAX = 1_000
# What a day of edits asks of one source.
_MEMO_MAX = 5_000
KeyT = TypeVar("KeyT", bound=Hashable)
ValueT = TypeVar("ValueT")


def fold(text: str) -> str:
    """Lower case, without accents, apostrophes straight: what two spellings of one word share."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", text.replace("’", "'").replace("œ", "oe").replace("æ", "ae"))
    return "".join(one for one in plain if not unicodedata.combining(one)).lower()


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, possessives and elisions undone. A sentence's are kept, a whole article's are not."""
    return _kept_words(text) if len(text) <= _SENTENCE_MAX else _words(text)


def _words(text: str) -> tuple[str, ...]:
    found = (fold(match.group()) for match in _WORD.finditer(text))
    return tuple(piece for word in found for piece in word.split("'") if piece and piece != "s")


_kept_words = per_sentence(_words)


@dataclass(frozen=True)
class Statement:
    """One sentence at its place. `place` is a paragraph's id or a part's path; offsets count in that place's text."""

    place: str
    start: int
    end: int
    text: str
    language: str
    figures: tuple[Figure, ...]
    dates: tuple[When, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """Its folded words."""
        return frozenset(words_of(self.text))


@per_sentence
def _facts(text: str, language: str, anchor: date | None) -> tuple[tuple[Figure, ...], tuple[When, ...]]:
    dates = read_dates(text, language, anchor)
    return read_figures(text, language, [(one.start, one.end) for one in dates]), dates


def read_statement(place: str, start: int, text: str, language: str, anchor: date | None = None) -> Statement:
    """The sentence `text` that begins at `start` of `place`, read."""
    figures, dates = _facts(text, language, anchor)
    return Statement(place, start, start + len(text), text, language, figures, dates)


@dataclass(frozen=True, eq=False)
class Source:
    """An article made ready for checks: its sentences in order, title and description first. Equal only to itself."""

    article: Article
    language: str
    anchor: date | None
    statements: tuple[Statement, ...]
    memo: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def vectors(self) -> Vectors:
        """One unit vector a statement."""
        return embed([one.text for one in self.statements])

    @cached_property
    def text(self) -> str:
        """All that counts as source, credits included."""
        credits = [*self.article.authors, self.article.outlet or ""]
        return "\n".join([*(one.text for one in self.statements), *credits])

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of all that counts as source."""
        return frozenset(words_of(self.text))

    @cached_property
    def headline(self) -> frozenset[str]:
        """The folded words of title and description: what the whole article is about may be meant anywhere in it."""
        return frozenset(word for one in self.statements if one.place in ("title", "description") for word in one.words)

    @cached_property
    def proper(self) -> frozenset[str]:
        """The folded words that the article writes with a capital where no sentence begins."""
        found = (
            match.group() for one in self.statements if one.place != "title" for match in _INNER.finditer(one.text)
        )
        return frozenset(word for each in found for word in words_of(each))


def per_source(read: Callable[[Source, KeyT], ValueT]) -> Callable[[Source, KeyT], ValueT]:
    """Keep what `read` finds of a source (never None) with that source: a cache elsewhere would keep it alive."""

    @wraps(read)
    def kept(source: Source, key: KeyT) -> ValueT:
        found: ValueT | None = source.memo.get((read, key))
        if found is None:
            if len(source.memo) >= _MEMO_MAX:
                source.memo.clear()
            found = source.memo[read, key] = read(source, key)
        return found

    return kept


_KEPT: dict[str, Source] = {}
_KEPT_MAX = 32
_LOCK = Lock()


def prepare(article: Article) -> Source:
    """The article read once and kept under its digest, the last 32 of them; all threads are given the same one."""
    digest = digest_article(article)
    with _LOCK:
        found = _KEPT.get(digest)
    if found is None:
        anchor = anchor_of(article.published)
        language = article.language or "en"
        made = Source(article, language, anchor, tuple(_statements(article, language, anchor)))
        with _LOCK:
            found = _KEPT.setdefault(digest, made)
            while len(_KEPT) > _KEPT_MAX:
                del _KEPT[next(iter(_KEPT))]
    return found


def _statements(article: Article, language: str, anchor: date | None) -> Iterator[Statement]:
    for place, text in (("title", article.title), ("description", article.description or "")):
        for start, end in split(text, language):
            yield read_statement(place, start, text[start:end], language, anchor)
    for paragraph in article.paragraphs:
        spans = [(one.start, one.end) for one in paragraph.sentences] or split(paragraph.text, language)
        for start, end in spans:
            yield read_statement(paragraph.id, start, paragraph.text[start:end], language, anchor)
