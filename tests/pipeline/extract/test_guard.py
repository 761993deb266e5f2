import os
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.process import BaseProcess
from threading import Event

import pytest

from pipeline.extract import extract, guard, guarded
from schemas.article import Article
from schemas.source import Refusal
from tests.fuzz.mutations import hostile_page
from tests.pipeline.extract.pages import DOUBTFUL, EN, GOOD, article_page, prose

URL = "https://paper.example/a"
PAGES = [one.html.encode() for one in (*GOOD[:6], *DOUBTFUL[:12])]


def hangs(html: bytes, **_: str) -> Article:
    while True:
        time.sleep(0.01)


def devours(html: bytes, **_: str) -> Article:
    raise AssertionError(len(bytearray(4_000_000_000)))


def dies(html: bytes, **_: str) -> Article:
    os.abort()


def raises(html: bytes, **_: str) -> Article:
    raise RecursionError(len(html))


def test_a_page_reads_the_same_in_the_child_as_here() -> None:
    html = article_page(prose(EN)).encode()
    assert guarded(html, url=URL) == extract(html, url=URL)


@pytest.mark.parametrize(
    ("reader", "code", "deadline_s"),
    [
        (hangs, "extraction_too_long", 1),
        (devours, "extraction_too_large", 600),
        (dies, "extraction_failed", 600),
        (raises, "extraction_failed", 600),
    ],
)
def test_a_reader_that_does_not_come_back_is_a_refusal(reader: type, code: str, deadline_s: int) -> None:
    outcome = guarded(b"<p>x", url=URL, deadline_s=deadline_s, read=reader)
    assert isinstance(outcome, Refusal)
    assert outcome.code == code
    assert outcome.message.endswith(".") and outcome.remedy.endswith(".")


def test_a_page_that_waits_for_a_core_is_not_on_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    came, freed, begun = Event(), Event(), Event()

    class Places:
        def __enter__(self) -> None:
            came.set()
            freed.wait()

        def __exit__(self, *_: object) -> None:
            """Nobody else waits."""

    start = guard.SERVER.Process.start

    def noted(child: BaseProcess) -> None:
        begun.set()
        start(child)

    monkeypatch.setattr(guard.SERVER.Process, "start", noted)
    monkeypatch.setattr(guard, "PLACES", Places())
    with ThreadPoolExecutor() as pool:
        outcome = pool.submit(guarded, article_page(prose(EN)).encode(), url=URL)
        came.wait()
        assert not begun.is_set()
        freed.set()
        assert isinstance(outcome.result(), Article)
    assert begun.is_set()


def test_a_page_too_large_is_refused_unread() -> None:
    outcome = guarded(b"x" * 20_000_001, url=URL)
    assert isinstance(outcome, Refusal)
    assert outcome.code == "page_too_large"


@pytest.mark.parametrize(
    "bomb",
    [
        b"<div>" * 200_000,
        b"<p><b><i>" * 20_000,
        b"<p a='" + b"x" * 15_000_000 + b"'>x",
        b"\x00" * 10_000,
        b"<p>x<br>" * 20_000,
    ],
    ids=["nesting", "unclosed", "attribute", "zeros", "breaks"],
)
def test_a_bomb_has_an_outcome(bomb: bytes) -> None:
    assert isinstance(guarded(bomb, url=URL, deadline_s=2), Article | Refusal)


@pytest.mark.parametrize(
    "tag", [b"<div>", b"<ul><li>", b"<table><tr><td>", b"<font>"], ids=["div", "list", "table", "font"]
)
def test_a_page_that_nests_beyond_all_pages_ends_at_once(tag: bytes) -> None:
    began_s = time.thread_time()
    outcome = extract(b"<body><p>" + tag * 20_000 + b"x", url=URL)
    assert [one.code for one in outcome.warnings] == ["no_article"]
    # Of this thread's own work, whatever else the machine does; read as other pages are, it would be minutes.
    assert time.thread_time() - began_s < 10


@pytest.mark.parametrize("first", range(0, 300, 50))
def test_mutated_pages_are_read_without_an_exception(first: int) -> None:
    for seed in range(first, first + 50):
        assert isinstance(extract(hostile_page(seed, PAGES, largest=4_000), url=URL), Article), f"seed {seed}"
