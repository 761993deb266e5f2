"""Drafts a minute of workers beside LangGraph's, and the processor both take: in one run, in their own processes.

`make bench BENCH="--throughput --workers 1,2,4 --latency 0,1"`; with `--url postgresql://…` on Postgres instead of
SQLite files. What is equal and what is not stands in docs/benchmarks.md.
"""

import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import sqlalchemy as sa

from bench.measure import Figure
from bench.pages import page
from pipeline.compose import Newsroom, open_newsroom
from pipeline.gates import source
from pipeline.settings import PROJECT, load_settings
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft
from pipeline.store.tables import drafts as table
from schemas.source import SourceRequest

__all__ = ["throughput"]

# As many drafts as a worker has under way at once.
_AT_ONCE = 8
_ROUNDS = 3
_LOOK_S = 0.05


class _Team:
    """Processes that are measured together: each ready when it says so, and what they took of the processor since."""

    def __init__(self, held: ExitStack, environment: dict[str, str], *commands: Sequence[str]) -> None:
        whole = {**os.environ, **environment, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        self._processes = [
            subprocess.Popen(
                [sys.executable, "-m", *command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                cwd=PROJECT,
                env=whole,
                start_new_session=True,
            )
            for command in commands
        ]
        held.callback(self._end)
        self.said()
        self._before_s = self._taken_s()

    def say(self) -> None:
        """Send each a line."""
        for one in self._processes:
            if one.stdin is not None:
                one.stdin.write("\n")
                one.stdin.flush()

    def said(self) -> str:
        """Wait for a line of each; the last one's."""
        line = ""
        for one in self._processes:
            line = one.stdout.readline().strip() if one.stdout is not None else ""
            if not line:
                raise SystemExit("a process that was to be measured has ended")
        return line

    def processor_s(self) -> float:
        """Since all were ready, the readers of pages included."""
        return self._taken_s() - self._before_s

    def _taken_s(self) -> float:
        sessions, ticks = {str(one.pid) for one in self._processes}, 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                told = stat.read_text().rpartition(")")[2].split()
                # Its own time and that of the children it has seen end, if it is of a session that one of ours began.
                ticks += sum(map(int, told[11:15])) if told[3] in sessions else 0
        return ticks / os.sysconf("SC_CLK_TCK")

    def _end(self) -> None:
        for one in self._processes:
            one.terminate()
            one.communicate()


@dataclass(frozen=True)
class _Arena:
    """Where both are measured: the same stand-in, the same database server, pages that none of them has seen."""

    environment: dict[str, str]
    newsroom: Newsroom
    numbers: Iterator[int]
    drafts: int

    def graph(self) -> tuple[float, float]:
        """LangGraph in one process, its threads side by side: drafts a minute, processor seconds a draft."""
        url = self.environment["MORASSE_DATABASE_URL"].replace("house.sqlite", "graph.sqlite")
        command = ["bench.plain", url, str(self._first()), str(self.drafts), str(_AT_ONCE)]
        with ExitStack() as held:
            team = _Team(held, self.environment, command)
            began = time.perf_counter()
            team.say()
            team.said()
            return self._rates(began, team)

    def workers(self, count: int, calls: int) -> tuple[float, float]:
        """So many workers, from the submission of all drafts to the last one's arrival at its gate."""
        first = self._first()
        pages = [page(first + number) for number in range(self.drafts)]
        with ExitStack() as held:
            team = _Team(held, self.environment, *[["bench.worker", str(calls)]] * count)
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

    def _rates(self, began: float, team: _Team) -> tuple[float, float]:
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
            environment = _environment(held, folder, url, latency_s)
            newsroom = open_newsroom(load_settings(environment))
            held.callback(newsroom.engine.dispose)
            arena = _Arena(environment, newsroom, itertools.count(), drafts)
            rounds = [(arena.graph(), *(arena.workers(count, calls) for count in workers)) for _ in range(_ROUNDS)]
        yield from _figures(rounds, workers, f"{drafts} drafts, calls of {latency_s:g} s")


def _figures(rounds: list[tuple[tuple[float, float], ...]], workers: Sequence[int], what: str) -> Iterator[Figure]:
    theirs, *ours = [
        (median(rates), median(spent)) for rates, spent in (zip(*one, strict=True) for one in zip(*rounds, strict=True))
    ]
    yield Figure(
        f"LangGraph, {_AT_ONCE} at once",
        f"{theirs[0]:.1f} a minute",
        "",
        f"{what}; {theirs[1]:.2f} s of processor a draft",
    )
    for count, (rate, spent) in zip(workers, ours, strict=True):
        name = f"workers: {count}"
        yield Figure(name, f"{rate:.1f} a minute", "", f"{what}; {spent:.2f} s of processor a draft")
        yield Figure(f"{name}, over LangGraph", f"{rate / theirs[0]:.2f} ×", "≥ 3 ×", what)
        yield Figure(f"{name}, over the first", f"{rate / ours[0][0]:.2f} ×", "", what)


def _environment(held: ExitStack, folder: str, url: str, latency_s: float) -> dict[str, str]:
    command = [sys.executable, "-m", "tests.standin", "--latency", str(latency_s)]
    standin = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT)
    held.callback(standin.communicate)
    held.callback(standin.terminate)
    address = standin.stdout.readline().strip() if standin.stdout is not None else ""
    return {
        "MORASSE_DATA_DIR": folder,
        "MORASSE_DATABASE_URL": url or f"sqlite:///{folder}/house.sqlite",
        "MORASSE_ALLOW_LOOPBACK": "1",
        "OPENAI_BASE_URL": address,
        "OPENAI_API_KEY": "sk-bench",
        # The plain graph has no judge either.
        "MORASSE_JUDGE": "0",
    }
