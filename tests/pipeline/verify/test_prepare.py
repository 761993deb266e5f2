"""An article is read once for everyone who asks, and the oldest gives way."""

import gc
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from weakref import ref

import pytest

from pipeline.verify import alignment, context, verify
from pipeline.verify import prepare as room
from pipeline.verify.prepare import prepare, words_of
from pipeline.verify.priming import prime_source
from tests.pipeline.verify import drafts
from tests.pipeline.verify.texts import ARTICLE


def test_two_who_ask_at_once_are_given_one_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    both_began, read = Barrier(2, timeout=30), room._statements

    def together(*told: Any) -> Any:
        both_began.wait()
        return read(*told)

    monkeypatch.setattr(room, "_KEPT", {})
    monkeypatch.setattr(room, "_statements", together)
    with ThreadPoolExecutor(2) as hands:
        one, other = hands.map(prepare, (ARTICLE, ARTICLE))
    assert one is other


def test_the_oldest_reading_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_KEPT", {})
    monkeypatch.setattr(room, "_KEPT_MAX", 2)
    articles = [ARTICLE.model_copy(update={"title": f"{ARTICLE.title} {n}"}) for n in range(3)]
    read = [prepare(one) for one in articles]
    assert list(room._KEPT.values()) == read[1:]
    assert prepare(articles[2]) is read[2]


def test_what_gives_way_is_let_go_by_every_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_KEPT", {})
    monkeypatch.setattr(room, "_KEPT_MAX", 1)
    monkeypatch.setattr(context, "_MEMORIES", deque(maxlen=1))
    gone = []
    for n in range(3):
        article = drafts.ARTICLE.model_copy(update={"title": f"{drafts.ARTICLE.title} {n}"})
        verify(drafts.DRAFT, article, house=drafts.HOUSE)
        gone.append(ref(prepare(article)))
    # These two keep a few dozen sources, and are bounded by number.
    prime_source.cache_clear()
    alignment._vocabulary.cache_clear()
    gc.collect()
    assert [one() is None for one in gone] == [True, True, False]


def test_a_long_text_is_read_as_a_short_one() -> None:
    text = "L’élu n’a pas vu Saltmere’s Port.\n"
    assert words_of(text * 60) == words_of(text) * 60
