"""The desk with a full house: 100,000 drafts in SQLite, its pages, fifty reviewers at once, two hundred listeners.

`python -m bench.desk`, or `make bench BENCH=--desk`. Every figure is taken over HTTP on loopback, the server in a
process of its own; clients share the machine with it.
"""

import argparse
import asyncio
import json
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from statistics import median, quantiles

import httpx2
import uvicorn

from bench.filling import STATES, fill, id_of
from bench.measure import Figure
from desk.app import create_app
from pipeline.compose import Newsroom, open_newsroom
from pipeline.settings import load_settings
from pipeline.store.accounts import create_account, open_session
from pipeline.store.database import transaction
from pipeline.store.history import append_event
from pipeline.store.payloads import now
from schemas.account import ROLES

__all__ = ["desk"]

_DRAFTS, _REVIEWERS, _LISTENERS = 100_000, 50, 200
_PAGES, _ROUNDS, _THINKING_S = 40, 4, 4.0
# Drafts far from each other are opened one after the other.
_STEP = 7919
# Nobody signs in with it: a session is opened for the account.
_UNUSABLE = "-"


def desk(size: int = _DRAFTS) -> Iterator[Figure]:
    """Fill a house, serve it, and ask for its pages as people do."""
    with tempfile.TemporaryDirectory() as folder:
        newsroom = open_newsroom(load_settings({"MORASSE_DATA_DIR": folder}))
        began = time.perf_counter()
        fill(newsroom, size)
        filled_s = time.perf_counter() - began
        with transaction(newsroom.engine) as db:
            account = create_account(db, login="banc", name="Banc", roles=ROLES, password=_UNUSABLE)
            cookies = {"morasse": open_session(db, account.id)}
        with _served(folder) as address:
            yield from _pages(address, cookies, size, filled_s)
            yield _listening(newsroom, address, cookies, size)
            yield from _readable(address, cookies, size)
            yield _at_once(address, cookies, size)


@contextmanager
def _served(folder: str) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-m", "bench.desk", "--serve", folder, str(port)])
    address = f"http://127.0.0.1:{port}"
    try:
        while not _answers(address):
            if process.poll() is not None:
                raise SystemExit(f"the desk ended with {process.returncode} before it answered")
            time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait()


def _answers(address: str) -> bool:
    try:
        httpx2.get(f"{address}/entrer", timeout=10)
    except httpx2.TransportError:
        return False
    return True


def _serve(folder: str, port: int) -> None:
    newsroom = open_newsroom(load_settings({"MORASSE_DATA_DIR": folder}))
    uvicorn.run(create_app(newsroom), port=port, log_level="error", access_log=False, timeout_graceful_shutdown=1)


def _addresses(size: int) -> dict[str, Callable[[], str]]:
    waiting = range(0, size, len(STATES))
    turns = count()

    def some(drafts: range) -> int:
        return drafts[next(turns) * _STEP % len(drafts)]

    return {
        "queue": lambda: "/",
        "queue, one state": lambda: "/?etat=signed",
        "queue, words": lambda: f"/?q={some(range(size))}",
        "draft": lambda: f"/brouillons/{id_of(some(waiting))}/relecture",
        "history": lambda: f"/brouillons/{id_of(some(range(size)))}/histoire",
    }


def _pages(address: str, cookies: dict[str, str], size: int, filled_s: float) -> Iterator[Figure]:
    with httpx2.Client(base_url=address, cookies=cookies, timeout=60) as client:
        for name, path in _addresses(size).items():
            for _ in range(3):
                client.get(path()).raise_for_status()
            times = [_timed(client, path()) for _ in range(_PAGES)]
            detail = (
                f"median {median(times) * 1000:.0f} ms, {_PAGES} pages, {size:,} drafts (filled in {filled_s:.0f} s)"
            )
            yield Figure(f"desk: {name}, p95", f"{_p95(times) * 1000:.0f} ms", "≤ 100 ms", detail)


def _timed(client: httpx2.Client, path: str) -> float:
    began = time.perf_counter()
    client.get(path).raise_for_status()
    return time.perf_counter() - began


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def _at_once(address: str, cookies: dict[str, str], size: int) -> Figure:
    """Reviewers who open the queue or a draft, read for some seconds, and go on."""
    times: list[float] = []
    missed: list[str] = []
    paths = _addresses(size)

    def review(number: int) -> None:
        with httpx2.Client(base_url=address, cookies=cookies, timeout=60) as client:
            time.sleep(_THINKING_S * number / _REVIEWERS)
            for n in range(_ROUNDS):
                try:
                    times.append(_timed(client, paths["queue" if n % 3 == 0 else "draft"]()))
                except httpx2.HTTPError as error:
                    missed.append(type(error).__name__)
                time.sleep(_THINKING_S * (0.5 + (number + n) % 5 / 4))

    people = [threading.Thread(target=review, args=(n,)) for n in range(_REVIEWERS)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    came = f"{len(times)} of {_REVIEWERS * _ROUNDS} pages came"
    came += f" (missed: {', '.join(sorted(set(missed)))})" if missed else ""
    name = f"desk: {_REVIEWERS} reviewers at once, p95"
    if len(times) < 2:
        return Figure(name, "–", "≤ 300 ms", came)
    detail = f"median {median(times) * 1000:.0f} ms, {came}, {_THINKING_S:.0f} s of reading between two"
    return Figure(name, f"{_p95(times) * 1000:.0f} ms", "≤ 300 ms", detail)


def _listening(newsroom: Newsroom, address: str, cookies: dict[str, str], size: int) -> Figure:
    """One change, told to everyone who has the draft open."""
    draft_id = id_of(size - size % len(STATES) - len(STATES))
    heard = asyncio.run(_all_hear(newsroom, address, cookies, draft_id))
    said = f"{len(heard)} of {_LISTENERS} heard"
    slowest = f"{max(heard) * 1000:.0f} ms" if heard else "–"
    return Figure(f"desk: news to {_LISTENERS} listeners, slowest", slowest, "all of them", said)


async def _all_hear(newsroom: Newsroom, address: str, cookies: dict[str, str], draft_id: str) -> list[float]:
    ready, heard, changed = asyncio.Semaphore(0), [], [0.0, 0.0]

    async def listen(client: httpx2.AsyncClient) -> None:
        async with client.stream("GET", f"/brouillons/{draft_id}/nouvelles") as answer:
            first = True
            async for line in answer.aiter_lines():
                if not line.startswith("data:"):
                    continue
                if first:
                    first = False
                    ready.release()
                elif json.loads(line[5:])["event"] == changed[1]:
                    heard.append(time.perf_counter() - changed[0])
                    return

    limits = httpx2.Limits(max_connections=None)
    async with httpx2.AsyncClient(base_url=address, cookies=cookies, timeout=60, limits=limits) as client:
        listeners = [asyncio.create_task(listen(client)) for _ in range(_LISTENERS)]
        for _ in listeners:
            await asyncio.wait_for(ready.acquire(), 60)
        changed[:] = [time.perf_counter(), 3.0]
        await asyncio.to_thread(_remark, newsroom, draft_id)
        await asyncio.wait(listeners, timeout=30)
    return heard


def _remark(newsroom: Newsroom, draft_id: str) -> None:
    with transaction(newsroom.engine) as db:
        append_event(db, draft_id, "commented", actor="Banc", payload={"part": "title", "comment": now()})


def _readable(address: str, cookies: dict[str, str], size: int) -> tuple[Figure, ...]:
    """From asking for a page until its words are on the screen, in a real browser."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return (Figure("desk: readable in Chromium", "–", "≤ 300 ms", "no Chromium here"),)
    from playwright.sync_api import sync_playwright

    figures = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context()
        context.add_cookies([{"name": name, "value": value, "url": address} for name, value in cookies.items()])
        page = context.new_page()
        for name in ("queue", "draft"):
            path = _addresses(size)[name]
            times = []
            for n in range(_PAGES // 2 + 2):
                page.goto(f"{address}{path()}", wait_until="load")
                painted = page.evaluate(_PAINTED)
                times += [painted / 1000] if n >= 2 else []
            detail = f"median {median(times) * 1000:.0f} ms, {len(times)} pages, first contentful paint"
            figures.append(
                Figure(f"desk: {name} readable in Chromium, p95", f"{_p95(times) * 1000:.0f} ms", "≤ 300 ms", detail)
            )
        browser.close()
    return tuple(figures)


_PAINTED = """() => new Promise((told) => new PerformanceObserver((list) => {
  const one = list.getEntriesByName("first-contentful-paint")[0]; if (one) told(one.startTime);
}).observe({type: "paint", buffered: true}))"""


def main() -> None:
    """Print the figures; with `--serve`, be the server that they are taken from."""
    parser = argparse.ArgumentParser(prog="python -m bench.desk", description=__doc__)
    parser.add_argument("--drafts", type=int, default=_DRAFTS)
    parser.add_argument("--serve", nargs=2, metavar=("FOLDER", "PORT"), help="used by the benchmark itself")
    options = parser.parse_args()
    if options.serve:
        _serve(options.serve[0], int(options.serve[1]))
        return
    for figure in desk(options.drafts):
        print(f"{figure.name:48} {figure.value:>10}  {figure.aim:12} {figure.detail}", flush=True)


if __name__ == "__main__":
    main()
