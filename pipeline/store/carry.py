"""A whole house carried from one database to another, checked row by row: moving, backing up, restoring."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from pipeline.digests import digest_bytes
from pipeline.errors import StoreFault, UsageFault
from pipeline.store.calls import give_up
from pipeline.store.database import said_plainly, transaction
from pipeline.store.drafts import find_draft
from pipeline.store.history import arguments_of, events_of, pending_rewrites
from pipeline.store.payloads import clock
from pipeline.store.search import SEARCH_TABLE, index_words
from pipeline.store.tables import accounts, drafts, metadata, presence, workers
from pipeline.store.workers import Start, live_workers

__all__ = ["Tally", "carry", "counted", "held", "still", "tally", "unfinished"]

# How many rows and a digest of all of them, by table.
Tally = dict[str, tuple[int, str]]
_BATCH = 500
# Who is at work or at the desk this minute belongs to a place, not to the house.
_HERE_AND_NOW = (workers, presence)


@contextmanager
def held(engine: sa.Engine, silence_s: float) -> Iterator[sa.Connection]:
    """The house as it is, while nobody writes. Raises UsageFault where a worker is at work: see `live_workers`."""
    with transaction(engine) as db:
        _check_nobody_works(db, silence_s)
        if engine.dialect.name == "postgresql":
            names = ", ".join((*(table.name for table in metadata.sorted_tables), SEARCH_TABLE.name))
            db.execute(sa.text(f"LOCK TABLE {names} IN SHARE MODE"))
            # A worker may have come while the lock was waited for.
            _check_nobody_works(db, silence_s)
        yield db


@contextmanager
def still(engine: sa.Engine) -> Iterator[sa.Connection]:
    """The house as it is at one moment, however long reading takes; others may go on meanwhile."""
    level = "REPEATABLE READ" if engine.dialect.name == "postgresql" else "SERIALIZABLE"
    with said_plainly(), engine.connect().execution_options(isolation_level=level) as db:
        if engine.dialect.name == "sqlite":
            db.exec_driver_sql("BEGIN")
        yield db


def carry(source: sa.Connection, target: sa.Connection) -> Tally:
    """Copy every row of `source` into the empty house `target`, and hold the two against each other.

    What was carried, by table. Raises UsageFault where the target is not empty, StoreFault where a row differs.
    """
    _clear(target)
    for table in _carried():
        for batch in source.execute(sa.select(table).execution_options(yield_per=_BATCH)).mappings().partitions(_BATCH):
            target.execute(table.insert(), [dict(row) for row in batch])
    for row in source.execute(sa.select(SEARCH_TABLE)):
        index_words(target, row.draft_id, [row.words])
    before, after = tally(source), tally(target)
    if before != after:
        differing = ", ".join(name for name in before if before[name] != after.get(name))
        raise StoreFault(
            f"La copie diffère de l’original ({differing})\u00a0; rien n’a été gardé.",
            "Vérifiez\u00a0: morasse doctor.",
        )
    return after


def counted(rows: Iterable[dict[str, object]]) -> tuple[int, str]:
    """How many rows, and a digest of all of them in whatever order they come."""
    number, total = 0, 0
    for row in rows:
        number += 1
        total += int(digest_bytes(json.dumps(row, default=_plain, sort_keys=True).encode()), 16)
    return number, f"{total % (1 << 256):064x}"


def tally(db: sa.Connection) -> Tally:
    """Counts and digests of a house; the same on every database, in whatever order rows come."""
    return {table.name: _counted(db, table) for table in _carried()}


def unfinished(db: sa.Connection, start: Start) -> int:
    """Enqueue what was under way when the house was copied; how many segments. The queue itself is not carried:
    whatever was made lies under its digest, so that beginning a segment anew costs nothing.
    """
    begun = []
    for draft_id in db.execute(sa.select(drafts.c.id).where(drafts.c.state == "working")).scalars().all():
        row = find_draft(db, draft_id)
        start(db, "draft", row.id, row.run, arguments_of(events_of(db, draft_id), row.run))
        begun.append(row.id)
    asked_for = sa.text("SELECT DISTINCT draft_id FROM morasse_events WHERE kind = 'regenerated'")
    for draft_id in db.execute(asked_for).scalars().all():
        row, history = find_draft(db, draft_id), events_of(db, draft_id)
        asked = [one for one in history if one.kind == "regenerated" and "part" in one.payload]
        for event in asked[len(asked) - pending_rewrites(history) :]:
            wish = {"part": event.payload["part"], "base": row.revision, "comment": event.payload.get("comment", "")}
            start(db, "rewrite", row.id, event.number, wish)
            begun.append(row.id)
    give_up(db, begun, begun_before=clock(db).timestamp())
    return len(begun)


def _clear(target: sa.Connection) -> None:
    """Make sure that nobody uses the target yet. What its first start left goes: the link to the first account."""
    for table, what in ((drafts, "brouillons"), (accounts, "comptes")):
        if target.execute(sa.select(sa.func.count()).select_from(table)).scalar():
            raise UsageFault(
                f"La base d’arrivée contient déjà des {what}\u00a0; rien n’a été copié.", "Indiquez une base vide."
            )
    for table in reversed(_carried()):
        target.execute(table.delete())


def _check_nobody_works(db: sa.Connection, silence_s: float) -> None:
    if live_workers(db, silence_s):
        raise UsageFault(
            "Un processus travaille encore sur cette maison.",
            "Arrêtez «\u00a0morasse worker\u00a0» et «\u00a0morasse desk\u00a0», puis recommencez.",
        )


def _carried() -> list[sa.Table]:
    return [table for table in metadata.sorted_tables if table not in _HERE_AND_NOW]


def _counted(db: sa.Connection, table: sa.Table) -> tuple[int, str]:
    return counted(dict(row) for row in db.execute(sa.select(table).execution_options(yield_per=_BATCH)).mappings())


def _plain(value: object) -> str:
    return digest_bytes(bytes(value)) if isinstance(value, bytes | memoryview) else str(value)
