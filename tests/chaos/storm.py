"""One storm over one house: drafts come in, processes are killed, and in the end every draft is accounted for."""

import json
import math
import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter, defaultdict
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from pipeline.compose import Newsroom, open_newsroom
from pipeline.fetch import Captured, capture_file
from pipeline.gates import source
from pipeline.settings import PROJECT, load_settings
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft
from pipeline.store.history import broken_links, events_of
from pipeline.store.tables import drafts, events
from schemas.source import SourceRequest
from tests.chaos.account import Account

__all__ = ["Storm"]

SAMPLES = ("port-phones", "council-cameras", "courier-cooperative")
# From the last byte of a reply to the row that keeps it; a kill in between finds the call in flight.
_KEPT_WITHIN_S = 5.0
# For a person to be done with all that has arrived.
_DONE_WITHIN_S = 60.0
_NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)


class Storm:
    """A context: the processes of a house on `url`, all of them killed at its end."""

    def __init__(self, folder: Path, url: str, *, seed: int, workers: int = 2, desk: bool = False) -> None:
        self._folder, self._dice = folder, random.Random(seed)
        self._journal = folder / "finished-calls.jsonl"
        self._port = _free_port()
        self._environment = {
            "MORASSE_DATA_DIR": str(folder),
            "MORASSE_CACHE_DIR": str(folder / "cache"),
            "MORASSE_DATABASE_URL": url,
            "MORASSE_ALLOW_LOOPBACK": "1",
            "OPENAI_BASE_URL": f"http://127.0.0.1:{self._port}/v1",
            "OPENAI_API_KEY": "sk-test-0123456789abcdef",
        }
        served = ["--port", str(self._port), "--latency", "0.3", "--journal", str(self._journal)]
        self._roles: dict[str, tuple[str, list[str]]] = {
            "model server": ("tests.standin.__main__", served),
            **{f"worker {n}": ("pipeline.cli", ["worker"]) for n in range(workers)},
        }
        if desk:
            self._roles["desk"] = ("pipeline.cli", ["desk", "--port", str(_free_port())])
        self._running: dict[str, int] = {}
        self._killed_at: list[float] = []
        self._account = Account(promised=frozenset({"person", *(_kind(role) for role in self._roles)}))

    def __enter__(self) -> "Storm":
        command = [sys.executable, "-m", "tests.chaos.nursery"]
        environment = {**os.environ, **self._environment, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        self._nursery = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=PROJECT
        )
        assert self._nursery.stdout is not None
        assert self._nursery.stdout.readline() == "ready\n"
        self.newsroom: Newsroom = open_newsroom(load_settings(self._environment))
        for role in self._roles:
            self._start(role)
        return self

    def __exit__(self, *_: object) -> None:
        for pid in self._running.values():
            _kill(pid)
        self._nursery.kill()
        self._nursery.communicate()
        self.newsroom.engine.dispose()

    def blow(self, *, drafts: int, kills: int, pause_s: float, within_s: float) -> Account:
        """Submit drafts and kill processes until both are done and no kind of process was spared; then let the house
        come to rest and look at it.
        """
        began = time.monotonic()
        ids: list[str] = []
        share, signing = drafts / max(kills, 1), 0
        for number in range(max(kills, drafts)):
            while len(ids) < min(drafts, (number + 1) * share):
                ids.append(self._submit(len(ids)))
            if number < kills:
                time.sleep(self._dice.uniform(0.0, 2 * pause_s))
                signing = self._sign_some(ids, signing) if number % 4 == 3 else signing
                self._strike(sorted(self._roles))
        while time.monotonic() - began < within_s and self._account.spared:
            time.sleep(self._dice.uniform(0.0, 2 * pause_s))
            signing = self._strike_the_spared(ids, signing)
        while time.monotonic() - began < within_s and self._unfinished(ids):
            time.sleep(0.5)
        for _ in range(3):
            self._act(self._arrived(ids[:signing]))
        self._account.seconds = time.monotonic() - began
        return self._look(ids, ids[:signing])

    def _submit(self, number: int) -> str:
        captured = _page(number)
        row = source.submit(self.newsroom.office, SourceRequest(source=f"{number}.html", submitted_by="Inès"), captured)
        return row.id

    def _strike(self, roles: list[str]) -> None:
        role = self._dice.choice(roles)
        _kill(self._running[role])
        self._killed_at.append(time.time())
        self._account.kills[_kind(role)] += 1
        self._start(role)

    def _strike_the_spared(self, ids: list[str], signing: int) -> int:
        """Nobody else: on a busy machine the drafts that people wait for arrive when their workers are left alone."""
        if roles := sorted(role for role in self._roles if _kind(role) in self._account.spared):
            self._strike(roles)
        return self._sign_some(ids, signing) if "person" in self._account.spared else signing

    def _sign_some(self, ids: list[str], signing: int) -> int:
        """A person at work on what has arrived, whose process dies under way: after so many lines in the histories, and
        not so many seconds, which a busy machine needs to start it and a quick one to be done.
        """
        signing = min(signing + 2, math.ceil(len(ids) / 2))
        if left := len(self._arrived(ids[:signing], but_for="signed")):
            # Each has two lines to come at least: its signature and its export.
            self._act(self._arrived(ids[:signing]), dies_after=self._dice.randint(1, 2 * left - 1))
        return signing

    def _act(self, ids: list[str], *, dies_after: int | None = None) -> None:
        if not ids:
            return
        until = self._lines(ids) + dies_after if dies_after else math.inf
        pid = self._launch("tests.chaos.acts", ids)
        deadline = time.monotonic() + _DONE_WITHIN_S
        while time.monotonic() < deadline and Path(f"/proc/{pid}").exists() and self._lines(ids) < until:
            time.sleep(0.005)
        if Path(f"/proc/{pid}").exists():
            _kill(pid)
            self._account.kills["person"] += 1

    def _start(self, role: str) -> None:
        module, arguments = self._roles[role]
        self._running[role] = self._launch(module, arguments)

    def _launch(self, module: str, arguments: list[str]) -> int:
        order: dict[str, Any] = {"module": module, "arguments": arguments, "environment": self._environment}
        order["log"] = str(self._folder / "processes.log")
        assert self._nursery.stdin is not None
        assert self._nursery.stdout is not None
        self._nursery.stdin.write(json.dumps(order) + "\n")
        self._nursery.stdin.flush()
        return int(self._nursery.stdout.readline())

    def _unfinished(self, ids: list[str]) -> int:
        with reading(self.newsroom.engine) as db:
            working = sa.select(sa.func.count()).where(drafts.c.state == "working", drafts.c.id.in_(ids))
            return int(db.execute(working).scalar_one())

    def _lines(self, ids: list[str]) -> int:
        with reading(self.newsroom.engine) as db:
            told = sa.select(sa.func.count()).select_from(events).where(events.c.draft_id.in_(ids))
            return int(db.execute(told).scalar_one())

    def _arrived(self, ids: list[str], *, but_for: str = "") -> list[str]:
        with reading(self.newsroom.engine) as db:
            there = drafts.c.id.in_(ids) & drafts.c.state.in_({"review_gate", "press_gate", "signed"} - {but_for})
            return sorted(db.execute(sa.select(drafts.c.id).where(there)).scalars())

    def _look(self, ids: list[str], signing: list[str]) -> Account:
        account = self._account
        account.drafts = len(ids)
        with reading(self.newsroom.engine) as db:
            account.broken = list(broken_links(db))
            for draft_id in ids:
                row = find_draft(db, draft_id)
                kinds = Counter(str(one.kind) for one in events_of(db, draft_id))
                account.states[row.state] += 1
                if row.state == "working" or (row.state == "parked" and not row.reason):
                    account.without_reason.append(f"{draft_id}: {row.state}")
                once = {"submitted": 1, "captured": 1}
                if row.state == "signed":
                    once |= {"signed": 1, "exported": 1}
                odd = {kind: kinds[kind] for kind, times in once.items() if kinds[kind] != times}
                if odd:
                    account.odd_histories.append(f"{draft_id}: {odd}")
            unsigned = [one for one in signing if find_draft(db, one).state != "signed"]
        account.odd_histories += [
            f"{one}: accepted and never signed" for one in unsigned if one in self._arrived(signing)
        ]
        self._count_calls(account)
        return account

    def _count_calls(self, account: Account) -> None:
        """A call that was answered to the end is made again only where a kill found it in flight."""
        by_request: dict[str, list[dict[str, float]]] = defaultdict(list)
        for line in self._journal.read_text().splitlines() if self._journal.exists() else ():
            call = json.loads(line)
            by_request[call["asked"]].append(call)
        account.calls = sum(len(calls) for calls in by_request.values())
        for asked, calls in by_request.items():
            account.repeated += len(calls) - 1
            for call in sorted(calls, key=lambda one: one["ended"])[:-1]:
                hit = any(call["began"] <= at <= call["ended"] + _KEPT_WITHIN_S for at in self._killed_at)
                if not hit:
                    account.paid_twice.append(f"{asked[:12]}: asked again without a kill")


def _page(number: int) -> Captured:
    """One of our samples with a sentence of its own, so that no draft is served by another's results."""
    path = PROJECT / "data" / "samples" / f"{SAMPLES[number % len(SAMPLES)]}.html"
    own = f" Readers of edition number {number} received this article on the same morning as all the others."
    page = path.read_text("utf-8")
    # In the middle of the body, inside a paragraph: elsewhere extraction would take it for the page's furniture.
    ends = [found.start() for found in re.finditer("</p>", page)]
    at = ends[len(ends) // 2]
    name = f"{number}.html"
    captured = capture_file((page[:at] + own + page[at:]).encode(), name=name, supplied_by="Inès", now=_NOW)
    assert isinstance(captured, Captured)
    return captured


def _kind(role: str) -> str:
    """What a role's processes have in common: `worker` for `worker 1`."""
    return role.partition(" ")[0]


def _kill(pid: int) -> None:
    """Kill a process and wait until it is gone: one that takes its place wants its port."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    while Path(f"/proc/{pid}").exists():
        time.sleep(0.005)


def _free_port() -> int:
    """A free port below those that the system gives to outgoing connections: none takes it while its server is dead."""
    for port in random.sample(range(20_000, 30_000), 100):
        with socket.socket() as one, suppress(OSError):
            one.bind(("127.0.0.1", port))
            return port
    raise OSError("no free port")
