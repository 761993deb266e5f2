"""What a worker holds as it writes draft after draft: `python -m bench.memory --drafts 5000`; calls take no time.

No draft shares a sentence with another: whatever is kept of texts is full after the first hundred. SQLite files;
`--minutes` ends it earlier. A line every so many drafts: the worker's memory, and that of its readers.
"""

import argparse
import tempfile
import time
from contextlib import ExitStack, suppress
from pathlib import Path

import sqlalchemy as sa

from bench.arena import Team, standing_in
from bench.pages import page
from pipeline.compose import Newsroom, open_newsroom
from pipeline.gates import source
from pipeline.settings import load_settings
from pipeline.store.database import reading
from pipeline.store.tables import drafts as table
from schemas.source import SourceRequest

__all__ = ["main"]

_BATCH = 25


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(prog="python -m bench.memory", description=__doc__)
    parser.add_argument("--drafts", type=int, default=5000)
    parser.add_argument("--minutes", type=float, default=600)
    options = parser.parse_args()
    ends = time.monotonic() + 60 * options.minutes
    with ExitStack() as held:
        folder = held.enter_context(tempfile.TemporaryDirectory())
        environment = standing_in(held, folder, latency_s=0)
        newsroom = open_newsroom(load_settings(environment))
        team = Team(held, environment, ["bench.worker", "12"])
        for done in range(0, options.drafts, _BATCH):
            if time.monotonic() > ends:
                break
            for number in range(done, done + _BATCH):
                source.submit(newsroom.office, SourceRequest(source="bench.html"), page(number, throughout=True))
            while _working(newsroom):
                time.sleep(0.2)
            print(f"{done + _BATCH} drafts: {_held_mb(team.pids)} MB", flush=True)


def _working(newsroom: Newsroom) -> bool:
    with reading(newsroom.engine) as db:
        return db.execute(sa.select(table.c.id).where(table.c.state == "working").limit(1)).first() is not None


def _held_mb(sessions: frozenset[str]) -> list[int]:
    """Of each process in these sessions what it alone holds, the largest first: no library is counted twice."""
    held = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if stat.read_text().rpartition(")")[2].split()[3] in sessions:
                told = dict(line.split(":", 1) for line in (stat.parent / "status").read_text().splitlines())
                held.append(int(told.get("RssAnon", "0 kB").split()[0]) // 1024)
    return sorted(held, reverse=True)


if __name__ == "__main__":
    main()
