"""Drafts that a model's fault set aside go on by themselves when their time has come; see `pipeline.steps.again`."""

from contextlib import suppress
from datetime import datetime, timedelta

import sqlalchemy as sa

from pipeline.errors import StaleRevision
from pipeline.gates.office import Office
from pipeline.gates.source import resume
from pipeline.store.database import reading
from pipeline.store.drafts import set_aside_since
from pipeline.store.history import SYSTEM, events_of
from pipeline.store.payloads import before, clock

__all__ = ["bring_back"]

# What nobody brought back for so long, because no worker was there, waits for a person.
_FRESH = timedelta(hours=2)


def bring_back(office: Office) -> None:
    """Resume every draft whose time has come. Several workers may do so at once: one of them does."""
    with reading(office.engine) as db:
        due = [row.id for row in set_aside_since(db, before(_FRESH)) if _is_due(db, row.id)]
    for draft_id in due:
        # Another worker was quicker, or a person.
        with suppress(StaleRevision):
            resume(office, draft_id, actor=SYSTEM)


def _is_due(db: sa.Connection, draft_id: str) -> bool:
    last = events_of(db, draft_id)[-1]
    if last.kind != "parked" or "again_in_s" not in last.payload:
        return False
    return datetime.fromisoformat(last.at) + timedelta(seconds=last.payload["again_in_s"]) <= clock(db)
