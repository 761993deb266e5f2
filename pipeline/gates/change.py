"""A person's change to the text: planned and verified before the write lock is taken, then made and said in history."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from pipeline.errors import MorasseError
from pipeline.gates.office import Office, open_draft, revise, verified, void
from pipeline.store.database import reading, transaction
from pipeline.store.drafts import find_draft
from pipeline.store.history import append_event
from pipeline.store.payloads import get_model
from schemas.article import Article
from schemas.draft import Analyse, Synthese
from schemas.review import DraftRow

__all__ = ["Change", "Plan", "change", "told"]


@dataclass(frozen=True)
class Change:
    """What an act makes of the text, and what history says of each part it changed; of none, nothing is done."""

    text: Analyse | Synthese
    told: tuple[dict[str, Any], ...]


Plan = Callable[[sa.Connection, DraftRow, Analyse | Synthese], Change]


def change(office: Office, draft_id: str, plan: Plan, *, actor: str) -> DraftRow:
    """Make what `plan` says the current text, and say it in history; what had passed a gate is void from then on.

    It is planned and verified before the write lock is taken, so that nobody waits for verification, and planned again
    under the lock, for what stands by then. Raises what `plan` raises the second time.
    """
    with suppress(MorasseError), reading(office.engine) as db:
        row, draft = open_draft(db, draft_id)
        foreseen = plan(db, row, draft)
        if foreseen.told:
            verified(foreseen.text, get_model(db, row.article or "", Article), house=office.house)
    with transaction(office.engine) as db:
        row, draft = open_draft(db, draft_id)
        made = plan(db, row, draft)
        if not made.told:
            return row
        revision = revise(office, db, row, made.text, actor=actor)
        for one in made.told:
            payload = {**one, "base": row.revision, "revision": revision}
            append_event(db, row.id, "edited", actor=actor, payload=payload)
        void(db, row, actor=actor)
        return find_draft(db, row.id)


def told(part: str, before: object, after: object, **more: object) -> dict[str, Any]:
    """What history says of one part that changed."""
    return {"part": part, "before": before, "after": after, **more}
