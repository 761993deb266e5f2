"""Why a draft's repair round came to nothing: kept with its history, said again with every later text."""

import sqlalchemy as sa

from pipeline.store.drafts import reverify
from pipeline.store.history import append_event
from pipeline.store.tables import events
from schemas.finding import Verification
from schemas.review import DraftRow

__all__ = ["keep_trouble", "trouble_of"]


def keep_trouble(db: sa.Connection, row: DraftRow, trouble: str, verification: Verification, *, actor: str) -> None:
    """Put on record that the round failed, and the verification that says so from here on."""
    reverify(db, row, verification)
    append_event(db, row.id, "unmended", actor=actor, payload={"revision": row.revision, "reason": trouble})


def trouble_of(db: sa.Connection, draft_id: str) -> str | None:
    """Why the text that the model wrote last was not mended; None where it was, or need not be."""
    of_the_model = (events.c.draft_id == draft_id) & events.c.kind.in_(("generated", "unmended"))
    last = sa.select(events.c.payload).where(of_the_model).order_by(events.c.number.desc()).limit(1)
    said = db.execute(last).scalar()
    return said.get("reason") if said else None
