"""An article is read once for everyone who asks, and the oldest gives way."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from pipeline.verify import prepare as room
from pipeline.verify.prepare import prepare
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
