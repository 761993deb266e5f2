"""Drafts a minute beside LangGraph's, and what the engine itself takes: in one run, on one machine, one process each.

`make bench BENCH=--throughput`; for Postgres, BENCH="--throughput --url postgresql://…".
"""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime
from statistics import median

from bench.measure import Figure
from bench.plain import plain_graph, saver
from pipeline.compose import Newsroom, open_composer, open_newsroom
from pipeline.extract import guarded
from pipeline.fetch import Captured, capture_file
from pipeline.gates import source
from pipeline.settings import PROJECT, Settings, load_settings
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft
from schemas.source import SourceRequest

__all__ = ["throughput"]

_SAMPLES = ("port-phones", "council-cameras", "courier-cooperative")
_AT_ONCE = 8


def throughput(url: str = "", *, drafts: int = 6, latency_s: float = 1.0) -> Iterator[Figure]:
    """Drafts a minute of both on the database of `url` (an SQLite file each without), and what reading again takes.

    Not to be called where the main module imports more than this: each page's reader imports that module too.
    """
    with tempfile.TemporaryDirectory() as folder, _provider(latency_s) as provider:
        settings = load_settings(
            {
                "MORASSE_DATA_DIR": folder,
                "MORASSE_DATABASE_URL": url or f"sqlite:///{folder}/house.sqlite",
                "MORASSE_ALLOW_LOOPBACK": "1",
                "OPENAI_BASE_URL": provider.address,
                "OPENAI_API_KEY": "sk-bench",
                # The plain graph has no judge either.
                "MORASSE_JUDGE": "0",
            }
        )
        # Starting the readers' server is no part of a draft.
        guarded(b"<p>", url="https://bench.example/", deadline_s=120)
        newsroom = open_newsroom(settings)
        with newsroom.working_here(600):
            _ours(newsroom, [_page(-1)])
            began = time.perf_counter()
            _ours(newsroom, [_page(number) for number in range(drafts)])
            ours_s = time.perf_counter() - began
            again = [_timed(newsroom, _page(0, nonce=number)) for number in range(10)]
        plain_s = _theirs(settings, url or f"sqlite:///{folder}/graph.sqlite", drafts)
    detail = f"{drafts} at once: {ours_s:.1f} s, LangGraph {plain_s:.1f} s ({60 * drafts / plain_s:.1f} a minute)"
    yield Figure("drafts a minute", f"{60 * drafts / ours_s:.1f}", "", detail)
    yield Figure("drafts a minute over LangGraph's", f"{plain_s / ours_s:.2f} ×", "", f"calls of {latency_s:g} s")
    yield Figure("a draft whose results are all kept", f"{median(again) * 1000:.0f} ms", "", "median of ten")


class _provider:
    """The stand-in in a process of its own, so that it takes no time from those that are measured."""

    def __init__(self, latency_s: float) -> None:
        self._latency_s = latency_s

    def __enter__(self) -> "_provider":
        command = [sys.executable, "-m", "tests.standin", "--latency", str(self._latency_s)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT)
        if self._process.stdout is not None:
            self.address = self._process.stdout.readline().strip()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.communicate()


def _page(number: int, *, nonce: int = 0) -> Captured:
    """One of our samples with words of its own; `nonce` makes another page of the same words."""
    path = PROJECT / "data" / "samples" / f"{_SAMPLES[number % len(_SAMPLES)]}.html"
    page = path.read_text("utf-8")
    # In the middle of the body, inside a paragraph: elsewhere extraction would take it for the page's furniture.
    ends = [found.start() for found in re.finditer("</p>", page)]
    at = ends[len(ends) // 2]
    own = f" Readers of edition number {number} received this article on the same morning.<!-- {nonce} -->"
    now = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
    captured = capture_file((page[:at] + own + page[at:]).encode(), name=path.name, supplied_by="bench", now=now)
    if not isinstance(captured, Captured):
        raise SystemExit("a sample could not be read")
    return captured


def _ours(newsroom: Newsroom, pages: list[Captured]) -> None:
    ids = [source.submit(newsroom.office, SourceRequest(source="bench.html"), page).id for page in pages]
    while True:
        with reading(newsroom.engine) as db:
            rows = [find_draft(db, one) for one in ids]
        if not any(one.state == "working" for one in rows):
            if missed := [one.reason for one in rows if one.state != "review_gate"]:
                raise SystemExit(f"not every draft arrived: {missed[0]}")
            return
        time.sleep(0.02)


def _timed(newsroom: Newsroom, page: Captured) -> float:
    began = time.perf_counter()
    _ours(newsroom, [page])
    return time.perf_counter() - began


def _theirs(settings: Settings, url: str, number: int) -> float:
    with ExitStack() as held:
        graph = plain_graph(open_composer(settings), settings.house, saver(url, held))

        def run(one: int) -> None:
            given = {"page": _page(one).model_dump(mode="json")}
            graph.invoke(given, {"configurable": {"thread_id": str(one)}}, durability="sync")

        run(-1)
        began = time.perf_counter()
        with ThreadPoolExecutor(_AT_ONCE) as drafts:
            list(drafts.map(run, range(number)))
        return time.perf_counter() - began
