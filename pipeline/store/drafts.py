"""Drafts and their revisions: where each one stands, and every text it ever had."""

import secrets
from typing import Any, Literal

import sqlalchemy as sa

from pipeline.errors import StaleRevision, UsageFault
from pipeline.store.payloads import get_json, insert_missing, now, put_json
from pipeline.store.search import index_words
from pipeline.store.tables import drafts, revisions
from schemas.base import Closed
from schemas.draft import DRAFT, Analyse, Synthese
from schemas.finding import Verification
from schemas.parts import iter_parts
from schemas.review import DraftRow, DraftState
from schemas.source import SourceRequest

__all__ = [
    "Revision",
    "RevisionOrigin",
    "add_revision",
    "create_draft",
    "find_draft",
    "list_drafts",
    "load_text",
    "longest_in",
    "reverify",
    "revisions_of",
    "set_aside_since",
    "update_draft",
]

RevisionOrigin = Literal["model", "repair", "human"]


class Revision(Closed):
    """One text of a draft: who made it, from which one; `verification` is what was found in it, where that is known."""

    number: int
    revision: str
    parent: str | None
    origin: RevisionOrigin
    actor: str
    created_at: str
    verification: str | None = None


def create_draft(db: sa.Connection, request: SourceRequest) -> DraftRow:
    """A new draft, at work."""
    at = now()
    row = {
        "request": request.model_dump(mode="json"),
        "source": request.source,
        "format": request.format,
        "state": "working",
        "created_at": at,
        "updated_at": at,
    }
    # Short enough to be typed; among many drafts one is taken now and then.
    while not insert_missing(db, drafts, row | {"id": (draft_id := secrets.token_hex(4))}):
        continue
    index_words(db, draft_id, [request.source])
    return find_draft(db, draft_id)


def find_draft(db: sa.Connection, draft_id: str) -> DraftRow:
    """The draft of that id, or of the only id that begins so. Raises UsageFault."""
    exact = db.execute(sa.select(drafts).where(drafts.c.id == draft_id)).all()
    if not exact:
        # A range, not LIKE: neither database would use the index for a prefix. Ids are hexadecimal.
        begins_so = (drafts.c.id >= draft_id) & (drafts.c.id < f"{draft_id}g")
        exact = db.execute(sa.select(drafts).where(begins_so).limit(2)).all()
    if not draft_id or len(exact) != 1:
        raise UsageFault(
            f"Aucun brouillon ne répond à «\u00a0{draft_id}\u00a0».", "Voyez la liste\u00a0: morasse queue."
        )
    return DraftRow.model_validate(dict(exact[0]._mapping))


def list_drafts(db: sa.Connection, *, limit: int = 200) -> tuple[DraftRow, ...]:
    """The drafts last touched, newest first."""
    rows = db.execute(sa.select(drafts).order_by(drafts.c.updated_at.desc()).limit(limit))
    return tuple(DraftRow.model_validate(dict(row._mapping)) for row in rows)


def longest_in(db: sa.Connection, state: DraftState, *, limit: int) -> tuple[DraftRow, ...]:
    """The drafts that have stood in a state for longest."""
    rows = db.execute(sa.select(drafts).where(drafts.c.state == state).order_by(drafts.c.updated_at).limit(limit))
    return tuple(DraftRow.model_validate(dict(row._mapping)) for row in rows)


def set_aside_since(db: sa.Connection, at: str) -> tuple[DraftRow, ...]:
    """The drafts that were parked at that time or later and still are."""
    since = (drafts.c.state == "parked") & (drafts.c.updated_at >= at)
    return tuple(DraftRow.model_validate(dict(row._mapping)) for row in db.execute(sa.select(drafts).where(since)))


def update_draft(db: sa.Connection, draft_id: str, *, expected: DraftState | None = None, **values: Any) -> None:
    """Change where a draft stands. `expected` names the state it must still be in. Raises StaleRevision."""
    where = drafts.c.id == draft_id
    if expected is not None:
        where &= drafts.c.state == expected
    if db.execute(drafts.update().where(where).values(**values, updated_at=now())).rowcount != 1:
        raise StaleRevision(
            f"Le brouillon {draft_id} a changé d’état entre-temps.", f"Relisez-le\u00a0: morasse show {draft_id}."
        )


def add_revision(
    db: sa.Connection,
    row: DraftRow,
    draft: Analyse | Synthese,
    verification: Verification,
    *,
    origin: RevisionOrigin,
    actor: str,
) -> str:
    """Make a text the draft's current one, upon the revision that `row` shows. Raises StaleRevision."""
    revision = put_json(db, draft)
    checked = put_json(db, verification)
    same = drafts.c.revision.is_(None) if row.revision is None else drafts.c.revision == row.revision
    changed = db.execute(
        drafts.update()
        .where((drafts.c.id == row.id) & same)
        .values(
            revision=revision,
            title=draft.title,
            updated_at=now(),
            **_found(checked, verification),
        )
    )
    if changed.rowcount != 1:
        raise StaleRevision(
            f"Quelqu’un a modifié le brouillon {row.id} entre-temps\u00a0; rien n’a été écrasé.",
            f"Relisez la version actuelle, puis recommencez\u00a0: morasse show {row.id}.",
        )
    last = db.execute(sa.select(sa.func.max(revisions.c.number)).where(revisions.c.draft_id == row.id)).scalar() or 0
    db.execute(
        revisions.insert().values(
            draft_id=row.id,
            number=last + 1,
            revision=revision,
            verification=checked,
            parent=row.revision,
            origin=origin,
            actor=actor,
            created_at=now(),
        )
    )
    source = draft.source
    credits = (row.source, source.title, source.outlet or "", *source.authors)
    index_words(db, row.id, (*credits, *(part.text for part in iter_parts(draft))))
    return revision


def reverify(db: sa.Connection, row: DraftRow, verification: Verification) -> None:
    """Put more on record about the text that `row` shows: the text and its number stay."""
    checked = put_json(db, verification)
    update_draft(db, row.id, **_found(checked, verification))
    same = (revisions.c.draft_id == row.id) & (revisions.c.revision == row.revision)
    db.execute(revisions.update().where(same).values(verification=checked))


def _found(checked: str, verification: Verification) -> dict[str, Any]:
    """What the table of drafts shows of a verification that is kept under a digest."""
    return {
        "verification": checked,
        "blocking": len(verification.blocking),
        "warnings": sum(one.severity == "warning" for one in verification.findings),
    }


def revisions_of(db: sa.Connection, draft_id: str) -> tuple[Revision, ...]:
    """Every text of a draft, oldest first."""
    columns = [column for column in revisions.c if column.name != "draft_id"]
    rows = db.execute(sa.select(*columns).where(revisions.c.draft_id == draft_id).order_by(revisions.c.number))
    return tuple(Revision.model_validate(dict(row._mapping)) for row in rows)


def load_text(db: sa.Connection, revision: str) -> Analyse | Synthese:
    """The draft's text under a revision."""
    return DRAFT.validate_python(get_json(db, revision))
