"""The only import of the workflow engine: it queues the segments, has them executed and recovered, and nothing else.

A segment ends at a gate. A person's decision starts the next one in the transaction that records it, so that a
decision and its consequence both stand or neither does.
"""

import logging
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial, wraps
from typing import Any, ParamSpec

import sqlalchemy as sa
from dbos import DBOS, DBOSClient, DBOSConfig, DBOSPortableJSONSerializer
from dbos._migration import get_migration_versions, get_sqlite_migration_versions

from pipeline.errors import StoreFault
from pipeline.steps.bench import Bench, Outcome, said
from pipeline.steps.segments import segments, unforeseen
from pipeline.store.calls import give_up
from pipeline.store.database import reading, said_plainly, transaction
from pipeline.store.drafts import longest_in
from pipeline.store.payloads import clock
from pipeline.store.workers import (
    HEARTBEAT_S,
    Segment,
    beat,
    depose_silent,
    enrol,
    enrolled,
    forget_worker,
    hold_post,
    retire,
)

__all__ = ["Shift", "enqueue", "is_engine_prepared", "prepare_engine", "working"]

_DRAFTS = "morasse-drafts"
# One version for all releases: what a segment does is bound to digests, so a newer program can finish it.
_VERSION = "1"
_POLL_S = 0.1
# A segment whose draft is at its gate needs a moment to say so to the engine; a model call is not waited for.
_FAREWELL_S = 5
# The engine's own wait for that begins with a second's sleep, and its listener ends with the next look of it.
_MOMENT_S, _LOOK_S = 0.5, 0.05
# How many of the drafts that have been at work for longest are looked at for work that the engine gave up.
_LOOKED_AT = 200
_GIVEN_UP = ["ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
_P = ParamSpec("_P")
_LOG = logging.getLogger("morasse.workflow")


@dataclass
class Shift:
    """One worker's time at work. `trouble` is why nothing can be written any more: the worker must end, and what it had
    begun goes on with the next one.
    """

    worker_id: str
    trouble: StoreFault | None = None


class _Unfinished(BaseException):
    """Leaves a segment as it stands: the engine records exceptions as outcomes, and this must not become one."""


def is_engine_prepared(engine: sa.Engine) -> bool:
    """Whether the engine's own tables are all there, as this version of it wants them; it makes them one by one."""
    with said_plainly():
        if engine.dialect.name == "sqlite":
            made, wanted = get_sqlite_migration_versions(engine)
        else:
            made, wanted = get_migration_versions(engine, "dbos", True)
    return made >= wanted


def prepare_engine(url: str) -> None:
    """Make the engine's own tables where they are missing. Raises StoreFault."""
    # A role that may open no other database is told so in English, and the tables are made all the same.
    logging.getLogger("dbos").setLevel(logging.ERROR)
    with said_plainly():
        DBOS.migrate(url)


def enqueue(db: sa.Connection, segment: Segment, draft_id: str, run: int, arguments: dict[str, Any]) -> None:
    """Start a segment with the caller's transaction. The same run twice is refused: two decisions cannot both win."""
    client = DBOSClient(system_database_engine=db.engine, serializer=DBOSPortableJSONSerializer(), lazy=True)
    options: Any = {
        "queue_name": _DRAFTS,
        "workflow_name": segment,
        "workflow_id": f"{segment}-{draft_id}-{run}",
        "workflow_id_reuse_policy": "reject",
        "app_version": _VERSION,
    }
    client.enqueue_in_transaction(db, options, draft_id, run, arguments)


@contextmanager
def working(bench: Bench, *, database_url: str, model_calls: int, silence_s: float) -> Iterator[Shift]:
    """Run a worker in this process for the time of the block; yields its shift. Raises StoreFault.

    It takes over what dead workers had begun, and those that were silent for `silence_s`. `model_calls` is how many
    model tasks may run here side by side.
    """
    shift = Shift(uuid.uuid4().hex[:12])
    bench = replace(bench, fence=partial(hold_post, worker_id=shift.worker_id))
    _register(bench, shift, model_calls)
    config: DBOSConfig = {
        "name": "morasse",
        "system_database_url": database_url,
        "executor_id": shift.worker_id,
        "application_version": _VERSION,
        "serializer": DBOSPortableJSONSerializer(),
        "log_level": "ERROR",
        # What the engine has to say goes to the log file with the rest, not among a person's progress.
        "console_log_level": "CRITICAL",
        "notification_listener_polling_interval_sec": _LOOK_S,
    }
    ended = threading.Event()
    monitor = threading.Thread(target=_keep_watch, args=(bench, shift, ended, silence_s), daemon=True)
    try:
        with transaction(bench.engine) as db:
            enrol(db, shift.worker_id)
        with said_plainly():
            DBOS(config=config)
            # Earlier releases had a queue of model calls; what still lies there belongs to workers of theirs.
            DBOS.listen_queues([_DRAFTS])
            DBOS.launch()
            DBOS.register_queue(_DRAFTS, worker_concurrency=8, polling_interval_sec=_POLL_S)
        monitor.start()
        yield shift
    finally:
        ended.set()
        if monitor.ident:
            monitor.join()
        patience_s = 0 if shift.trouble or _is_done(shift) else _FAREWELL_S
        DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=patience_s)
        # Where nothing can be written, the others find the process gone.
        with suppress(StoreFault), transaction(bench.engine) as db:
            retire(db, shift.worker_id)


def _is_done(shift: Shift) -> bool:
    """Whether the engine has on record, in a moment at most, that all this worker began has ended."""
    with suppress(Exception):
        for _ in range(round(_MOMENT_S / _LOOK_S)):
            if not DBOS.list_workflows(executor_id=shift.worker_id, status="PENDING", load_input=False, limit=1):
                return True
            time.sleep(_LOOK_S)
    return False


def _register(bench: Bench, shift: Shift, model_calls: int) -> None:
    """Tell the engine the segments. It keeps no record of their steps: each finds what it made under its digest."""
    for name, segment in segments(bench, model_calls=model_calls).items():
        DBOS.workflow(name=name)(_left_open(shift, segment))


def _left_open(shift: Shift, segment: Callable[_P, Outcome]) -> Callable[_P, Outcome]:
    """The segment, left as it stands where the database takes no more."""

    @wraps(segment)
    def watched(*arguments: _P.args, **named: _P.kwargs) -> Outcome:
        try:
            with said_plainly():
                return segment(*arguments, **named)
        except StoreFault as fault:
            shift.trouble = fault
            raise _Unfinished from fault

    return watched


def _keep_watch(bench: Bench, shift: Shift, ended: threading.Event, silence_s: float) -> None:
    """Beat, give the work of dead workers back to the queue, and park what the engine gave up."""
    while not ended.is_set():
        try:
            with said_plainly():
                _look_round(bench, shift.worker_id, silence_s)
        except StoreFault as fault:
            shift.trouble = fault
        except Exception:  # noqa: BLE001 - a watch that ended would let this worker pass for dead
            _LOG.exception("the watch could not look round")
        ended.wait(HEARTBEAT_S)


def _look_round(bench: Bench, worker_id: str, silence_s: float) -> None:
    with transaction(bench.engine) as db:
        slept_s = beat(db, worker_id)
    # A machine that slept wakes all its workers at once: each first lets the others say that they live.
    if slept_s < silence_s / 2:
        _take_over(bench, worker_id, silence_s)
    with reading(bench.engine) as db:
        at_work = {f"draft-{row.id}-{row.run}": row for row in longest_in(db, "working", limit=_LOOKED_AT)}
    if at_work:
        for given_up in DBOS.list_workflows(workflow_ids=list(at_work), status=_GIVEN_UP, load_input=False):
            row = at_work[given_up.workflow_id]
            bench.park(row.id, row.run, said(unforeseen("given_up")))


def _take_over(bench: Bench, worker_id: str, silence_s: float) -> None:
    """Put the work of those who are gone back into its queues. From the moment they are given up they write nothing."""
    # What the dead had under way was begun before it is looked at, what others make of it after.
    with reading(bench.engine) as db:
        looked_at = clock(db).timestamp()
    begun = DBOS.list_workflows(queue_name=_DRAFTS, status="PENDING", load_input=False, load_output=False)
    with transaction(bench.engine) as db:
        gone = depose_silent(db, but=worker_id, silence_s=silence_s)
        # One that was given up may take new work before it notices, and be forgotten by then: nobody else would look.
        strangers = {one.executor_id for one in begun if one.executor_id} - enrolled(db)
        left = [one.workflow_id for one in begun if one.executor_id in strangers.union(gone)]
        # A segment is named after its draft; see `enqueue`.
        give_up(db, {part for one in left for part in one.split("-")[1:2]}, begun_before=looked_at)
    for one in (*gone, *strangers):
        # Not `resume_workflows`: that takes a workflow also from the live worker who has it by now, past the limits of
        # its queue. This asks in the same statement whether it is still the dead one's.
        DBOS._recover_pending_workflows([one])
        with transaction(bench.engine) as db:
            forget_worker(db, one)
