"""Who executes: each worker's heartbeat, which workers are given up, and the fence that keeps those from writing."""

import os
import socket
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa

from pipeline.errors import Deposed
from pipeline.store.database import only_briefly
from pipeline.store.payloads import clock
from pipeline.store.tables import workers

__all__ = [
    "HEARTBEAT_S",
    "Segment",
    "Start",
    "beat",
    "depose_silent",
    "enrol",
    "enrolled",
    "forget_worker",
    "has_live_worker",
    "hold_post",
    "live_workers",
    "retire",
]

# What workers run from gate to gate, and how one is enqueued for a draft's run, with its arguments.
Segment = Literal["draft", "rewrite"]
Start = Callable[[sa.Connection, Segment, str, int, dict[str, Any]], None]
HEARTBEAT_S = 2.0
# The heartbeat of one that was given up or went by itself: it never beats again.
_OVER = "1970-01-01T00:00:00+00:00"


def enrol(db: sa.Connection, worker_id: str) -> None:
    """Put this process on the list under a name that was never there before."""
    row = {"id": worker_id, "host": _host(), "pid": os.getpid(), "heartbeat_at": clock(db).isoformat()}
    db.execute(workers.insert().values(row))


def enrolled(db: sa.Connection) -> frozenset[str]:
    """All on the list: who works, and who is gone without anybody having taken over yet."""
    return frozenset(db.execute(sa.select(workers.c.id)).scalars())


def beat(db: sa.Connection, worker_id: str) -> float:
    """Say that this process is alive under that name; the seconds since it last did. Raises Deposed."""
    only_briefly(db)
    current = clock(db)
    last = db.execute(sa.select(workers.c.heartbeat_at).where(_holds(worker_id))).scalar()
    if db.execute(workers.update().where(_holds(worker_id)).values(heartbeat_at=current.isoformat())).rowcount != 1:
        raise _deposed()
    return (current - datetime.fromisoformat(last or current.isoformat())).total_seconds()


def hold_post(db: sa.Connection, worker_id: str) -> None:
    """The fence: what a transaction goes on to write stands unless this worker was given up before.

    Raises Deposed. Whoever would give it up meanwhile waits until the transaction has ended.
    """
    only_briefly(db)
    held = sa.select(workers.c.id).where(_holds(worker_id)).with_for_update(read=True)
    if db.execute(held).one_or_none() is None:
        raise _deposed()


def retire(db: sa.Connection, worker_id: str) -> None:
    """Say that a worker ends. What it leaves unfinished is then taken over like a dead worker's, without any wait."""
    db.execute(workers.update().where(workers.c.id == worker_id).values(heartbeat_at=_OVER))


def depose_silent(db: sa.Connection, *, but: str, silence_s: float) -> tuple[str, ...]:
    """Give up the workers that are dead or were silent for `silence_s`: from this transaction on they write nothing.

    All that are given up, those of earlier times too whose work nobody has taken over yet; never `but`.
    """
    at = clock(db)
    for row in db.execute(sa.select(workers).where(workers.c.id != but, workers.c.heartbeat_at != _OVER)).all():
        if _is_dead(row, at, silence_s):
            unchanged = (workers.c.id == row.id) & (workers.c.heartbeat_at == row.heartbeat_at)
            db.execute(workers.update().where(unchanged).values(heartbeat_at=_OVER))
    over = sa.select(workers.c.id).where(workers.c.id != but, workers.c.heartbeat_at == _OVER)
    return tuple(db.execute(over.order_by(workers.c.id)).scalars())


def forget_worker(db: sa.Connection, worker_id: str) -> None:
    """Take a worker off the list, once its work has been taken over."""
    db.execute(workers.delete().where(workers.c.id == worker_id))


def has_live_worker(db: sa.Connection, silence_s: float) -> bool:
    """Whether some worker will take what is enqueued."""
    return live_workers(db, silence_s) > 0


def live_workers(db: sa.Connection, silence_s: float) -> int:
    """How many workers are at work: neither given up nor about to be, by the same silence as in `depose_silent`."""
    at = clock(db)
    return sum(row.heartbeat_at != _OVER and not _is_dead(row, at, silence_s) for row in db.execute(sa.select(workers)))


def _holds(worker_id: str) -> sa.ColumnElement[bool]:
    return (workers.c.id == worker_id) & (workers.c.heartbeat_at != _OVER)


def _is_dead(row: sa.Row[tuple[object, ...]], at: datetime, silence_s: float) -> bool:
    # On this machine its process is asked as well: a killed one need not be waited for.
    silent = at - datetime.fromisoformat(row.heartbeat_at) > timedelta(seconds=silence_s)
    return silent or (row.host == _host() and not _runs(row.pid))


@lru_cache(maxsize=1)
def _host() -> str:
    """This machine, or the container on it: a process number means something only where it was given."""
    space = Path("/proc/self/ns/pid")
    return f"{socket.gethostname()} {space.readlink() if space.is_symlink() else ''}".strip()[:255]


def _deposed() -> Deposed:
    return Deposed(
        "Ce processus a été tenu pour arrêté\u00a0: un autre a repris son travail, et il n’écrit plus rien.",
        "Relancez-le\u00a0: morasse worker.",
    )


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    """Whether the process has ended and only waits for its parent to notice."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return told.rpartition(")")[2].split()[:1] == ["Z"]
