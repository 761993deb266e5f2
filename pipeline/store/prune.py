"""What a house need not keep for ever: pages as they were fetched, and who did what. Histories stay provable."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, NamedTuple

import sqlalchemy as sa

from pipeline.store.history import FORGOTTEN, append_event
from pipeline.store.payloads import before, get_bytes, get_model, put_json
from pipeline.store.tables import blobs, decisions, drafts, events, revisions
from schemas.review import DraftState
from schemas.service import Retention
from schemas.source import Snapshot

__all__ = ["FINISHED", "Forgotten", "forget"]

# Drafts in these states are done with; all others may need everything again.
FINISHED: tuple[DraftState, ...] = ("signed", "rejected")
# What a person wrote about others or signed with, wherever an event carries it.
_PERSONAL = frozenset({"comment", "note", "submitted_by", "by"})
# So many digests are asked about at once: databases limit how many values a statement holds.
_BATCH = 500


@dataclass(frozen=True)
class Forgotten:
    """How many captured pages were let go, and from how many drafts people's names were taken."""

    snapshots: int
    people: int


def forget(db: sa.Connection, retention: Retention, *, dry_run: bool = False) -> Forgotten:
    """Apply the house's retention, in the caller's transaction.

    A page that another draft still needs stays. Names give way to « (effacé) »; the history says so in a line of its
    own, which keeps the digests of the lines that were changed: the chain can still be checked.
    """
    finished, done_by = _older(db, retention.snapshot_days), _older(db, retention.people_days)
    captures = _captures(db) if finished or done_by else {}
    pages, named = _pages(db, finished, captures), _named(db, done_by, captures)
    if not dry_run:
        for digest in pages:
            db.execute(blobs.delete().where(blobs.c.digest == digest))
        for draft_id in named:
            _forget_people(db, draft_id)
    return Forgotten(len(pages), len(named))


class _Capture(NamedTuple):
    """What a draft's snapshot says: where its page lies, and who supplied it."""

    content_digest: str
    supplied_by: str


def _older(db: sa.Connection, days: int | None) -> list[str]:
    """The finished drafts that nobody touched for so many days; none where the house keeps everything."""
    if days is None:
        return []
    old = (drafts.c.state.in_(FINISHED)) & (drafts.c.updated_at < before(timedelta(days=days)))
    return list(db.execute(sa.select(drafts.c.id).where(old).order_by(drafts.c.id)).scalars())


def _captures(db: sa.Connection) -> dict[str, _Capture]:
    """Every draft's capture. Raises StoreFault where one is missing: what it needs would then not be known."""
    read = sa.select(drafts.c.id, drafts.c.snapshot, blobs.c.content).where(drafts.c.snapshot.is_not(None))
    rows = db.execute(read.join_from(drafts, blobs, blobs.c.digest == drafts.c.snapshot, isouter=True))
    found = {}
    for row in rows:
        content = bytes(row.content) if row.content is not None else get_bytes(db, row.snapshot)
        snapshot = Snapshot.model_validate_json(content)
        found[row.id] = _Capture(snapshot.content_digest, snapshot.supplied_by)
    return found


def _pages(db: sa.Connection, old: list[str], captures: dict[str, _Capture]) -> list[str]:
    """The bytes of old drafts' captures that are still there and that no other draft was written from."""
    finished = set(old)
    needed = {one.content_digest for draft_id, one in captures.items() if draft_id not in finished}
    wanted = sorted({captures[one].content_digest for one in old if one in captures} - needed)
    there: list[str] = []
    for n in range(0, len(wanted), _BATCH):
        asked = blobs.c.digest.in_(wanted[n : n + _BATCH])
        there += db.execute(sa.select(blobs.c.digest).where(asked)).scalars()
    return sorted(there)


def _named(db: sa.Connection, old: list[str], captures: dict[str, _Capture]) -> list[str]:
    """The old drafts that still name someone, be it in their capture only."""
    if not old:
        return []
    forgotten = set(db.execute(sa.select(events.c.draft_id).where(events.c.kind == "pruned")).scalars())
    supplied = {draft_id for draft_id, one in captures.items() if one.supplied_by not in ("", FORGOTTEN)}
    return [one for one in old if one not in forgotten or one in supplied]


def _forget_people(db: sa.Connection, draft_id: str) -> None:
    lines = db.execute(sa.select(events).where(events.c.draft_id == draft_id).order_by(events.c.number)).all()
    for line in lines:
        blanked = {"actor": FORGOTTEN, "payload": _blanked(line.payload)}
        db.execute(
            events.update().where((events.c.draft_id == draft_id) & (events.c.number == line.number)).values(blanked)
        )
    request = db.execute(sa.select(drafts.c.request).where(drafts.c.id == draft_id)).scalar_one()
    # Not by `update_draft`: forgetting does not touch the draft's place in the queue.
    db.execute(drafts.update().where(drafts.c.id == draft_id).values(request=_blanked(request)))
    _forget_supplier(db, draft_id)
    by_people = (revisions.c.draft_id == draft_id) & (revisions.c.origin == "human")
    db.execute(revisions.update().where(by_people).values(actor=FORGOTTEN))
    db.execute(decisions.update().where(decisions.c.draft_id == draft_id).values(actor=FORGOTTEN, comment=""))
    kept = {str(line.number): line.digest for line in lines}
    append_event(db, draft_id, "pruned", actor="morasse", payload={"lines": kept})


def _forget_supplier(db: sa.Connection, draft_id: str) -> None:
    """Write the draft's capture again without the name of who supplied it; the old one goes where no draft needs it."""
    mine = drafts.c.id == draft_id
    old = db.execute(sa.select(drafts.c.snapshot).where(mine)).scalar_one()
    snapshot = get_model(db, old, Snapshot) if old else None
    if snapshot is None or snapshot.supplied_by in ("", FORGOTTEN):
        return
    nameless = put_json(db, snapshot.model_copy(update={"supplied_by": FORGOTTEN}))
    db.execute(drafts.update().where(mine).values(snapshot=nameless))
    needed = sa.exists().where(drafts.c.snapshot == old)
    db.execute(blobs.delete().where((blobs.c.digest == old) & ~needed))


def _blanked(value: dict[str, Any]) -> dict[str, Any]:
    return {key: FORGOTTEN if key in _PERSONAL and text else text for key, text in value.items()}
