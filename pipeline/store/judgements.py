"""What the judge said of a draft: kept with its history, read again with every later text."""

import sqlalchemy as sa

from pipeline.store.drafts import reverify
from pipeline.store.history import append_event
from pipeline.store.payloads import get_model, put_json
from pipeline.store.tables import events
from schemas.finding import Verification
from schemas.judgement import Judgement
from schemas.review import DraftRow

__all__ = ["judgement_of", "keep_judgement"]


def keep_judgement(
    db: sa.Connection, row: DraftRow, judgement: Judgement, verification: Verification, *, actor: str
) -> None:
    """Put a judgement on record, and the verification that it is part of from here on."""
    said = {
        "judgement": put_json(db, judgement),
        "revision": row.revision,
        "model": judgement.model,
        "unsupported": judgement.count("unsupported"),
    }
    reverify(db, row, verification)
    append_event(db, row.id, "judged", actor=actor, payload=said)


def judgement_of(db: sa.Connection, draft_id: str) -> Judgement | None:
    """The last judgement on a draft, None where no judge has read it."""
    mine = (events.c.draft_id == draft_id) & (events.c.kind == "judged")
    last = sa.select(events.c.payload).where(mine).order_by(events.c.number.desc()).limit(1)
    said = db.execute(last).scalar()
    return get_model(db, str(said["judgement"]), Judgement) if said else None
