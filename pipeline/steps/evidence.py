"""The source of a draft as it was captured: handed out as evidence, or to write the draft anew without the network."""

from sqlalchemy import Engine

from pipeline.errors import StoreFault, UsageFault
from pipeline.fetch import Captured
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft
from pipeline.store.payloads import get_bytes, get_model
from pipeline.store.prune import FINISHED
from schemas.source import Snapshot

__all__ = ["kept_capture"]


def kept_capture(engine: Engine, draft_id: str) -> Captured:
    """The capture that a draft was made from, byte for byte. Raises StoreFault, and UsageFault where there is none."""
    with reading(engine) as db:
        row = find_draft(db, draft_id)
        if row.snapshot is None:
            raise UsageFault(
                f"La source du brouillon {row.id} n’a pas encore été lue.", f"Voyez\u00a0: morasse show {row.id}."
            )
        snapshot = get_model(db, row.snapshot, Snapshot)
        try:
            return Captured(snapshot=snapshot, content=get_bytes(db, snapshot.content_digest))
        except StoreFault:
            if row.state not in FINISHED:
                raise
            raise UsageFault(
                f"La page du brouillon {row.id} telle que capturée n’est plus gardée : « morasse prune » ôte celles "
                "des brouillons terminés.",
                "Une sauvegarde faite avant la contient encore.",
            ) from None
