"""Drafts a minute of workers beside LangGraph's, and the processor both take: in one run, in their own processes.

`make bench BENCH="--throughput --workers 1,2,4 --latency 0,1"`; with `--url postgresql://…` on Postgres instead of
SQLite files. What is equal and what is not stands in docs/benchmarks.md.
"""

import itertools
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

import sqlalchemy as sa

from bench.arena import Team, standing_in
from bench.measure import Figure
from bench.pages import page
from pipeline.compose import Newsroom, open_newsroom
from pipeline.gates import source
from pipeline.settings import load_settings
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft
from pipeline.store.tables import drafts as table
from schemas.source import SourceRequest

__all__ = ["throughput"]

# One draft after the other, as a loop would; and as many at once as a worker has under way.
_AT_ONCE = (1, 8)
_ROUNDS = 3
_LOOK_S = 0.05


@dataclass(frozen=True)
class _Arena:
    """Where both are measured: the same stand-in, the same database server, pages that none of them has seen."""

    environment: dict[str, str]
    newsroom: Newsroom
    numbers: Iterator[int]
    drafts: int

    def graph(self, at_once: int) -> tuple[float, float]:
        """LangGraph in one process, so many threads side by side: drafts a minute, processor seconds a draft."""
        url = self.environment["MORASSE_DATABASE_URL"].replace("house.sqlite", "graph.sqlite")
        command = ["bench.plain", url, str(self._first()), str(self.drafts), str(at_once)]
        with ExitStack() as held:
            team = Team(held, self.environment, command)
            began = time.perf_counter()
            team.say()
            team.said()
            return self._rates(began, team)

    def workers(self, count: int, calls: int) -> tuple[float, float]:
        """So many workers, from the submission of all drafts to the last one's arrival at its gate."""
        first = self._first()
        pages = [page(first + number) for number in range(self.drafts)]
        with ExitStack() as held:
            team = Team(held, self.environment, *[["bench.worker", str(calls)]] * count)
            began = time.perf_counter()
            office = self.newsroom.office
            ids = [source.submit(office, SourceRequest(source="bench.html"), one).id for one in pages]
            while self._working():
                time.sleep(_LOOK_S)
            rates = self._rates(began, team)
        with reading(self.newsroom.engine) as db:
            if missed := [one for one in (find_draft(db, each) for each in ids) if one.state != "review_gate"]:
                raise SystemExit(f"not every draft arrived: {missed[0].state} {missed[0].reason}")
        return rates

    def _first(self) -> int:
        """The number of the first of as many pages that nobody has seen."""
        return next(self.numbers) * self.drafts

    def _rates(self, began: float, team: Team) -> tuple[float, float]:
        return 60 * self.drafts / (time.perf_counter() - began), team.processor_s() / self.drafts

    def _working(self) -> bool:
        with reading(self.newsroom.engine) as db:
            return db.execute(sa.select(table.c.id).where(table.c.state == "working").limit(1)).first() is not None


def throughput(
    url: str, *, workers: Sequence[int], latencies: Sequence[float], drafts: int, calls: int
) -> Iterator[Figure]:
    """Drafts a minute on the database of `url` (SQLite files without one): medians of rounds in which all took turns.

    `calls`: how many a worker makes side by side.
    """
    for latency_s in latencies:
        with ExitStack() as held:
            folder = held.enter_context(tempfile.TemporaryDirectory())
            environment = standing_in(held, folder, latency_s=latency_s, url=url)
            newsroom = open_newsroom(load_settings(environment))
            held.callback(newsroom.engine.dispose)
            arena = _Arena(environment, newsroom, itertools.count(), drafts)
            rounds = [
                (*map(arena.graph, _AT_ONCE), *(arena.workers(count, calls) for count in workers))
                for _ in range(_ROUNDS)
            ]
        yield from _figures(rounds, workers, f"{drafts} drafts, calls of {latency_s:g} s")


def _figures(rounds: list[tuple[tuple[float, float], ...]], workers: Sequence[int], what: str) -> Iterator[Figure]:
    medians = [
        (median(rates), median(spent)) for rates, spent in (zip(*one, strict=True) for one in zip(*rounds, strict=True))
    ]
    theirs, ours = medians[: len(_AT_ONCE)], medians[len(_AT_ONCE) :]
    for at_once, (rate, spent) in zip(_AT_ONCE, theirs, strict=True):
        yield Figure(
            f"LangGraph, {at_once} at once", f"{rate:.1f} a minute", "", f"{what}; {spent:.2f} s of processor a draft"
        )
    for count, (rate, spent) in zip(workers, ours, strict=True):
        name = f"workers: {count}"
        yield Figure(name, f"{rate:.1f} a minute", "", f"{what}; {spent:.2f} s of processor a draft")
        for at_once, (their_rate, _) in zip(_AT_ONCE, theirs, strict=True):
            yield Figure(f"{name}, over LangGraph's {at_once} at once", f"{rate / their_rate:.2f} ×", "≥ 3 ×", what)
        yield Figure(f"{name}, over the first", f"{rate / ours[0][0]:.2f} ×", "", what)
