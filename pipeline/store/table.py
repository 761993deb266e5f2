"""What lies on a reviewer's table and belongs to no draft yet: typing not saved, and who is reading."""

from datetime import timedelta

import sqlalchemy as sa

from pipeline.store.payloads import before, insert_missing, now
from pipeline.store.tables import accounts, presence, scratches
from schemas.base import Closed

__all__ = ["Scratch", "be_present", "drop_scratch", "keep_scratch", "leave", "present_at", "scratches_of"]

# Someone whose page said nothing for this long has gone.
_PRESENT = timedelta(seconds=30)


class Scratch(Closed):
    """Someone's typing in one part, and the revision it began from."""

    part: str
    text: str
    base: str
    updated_at: str


def keep_scratch(db: sa.Connection, account_id: str, draft_id: str, part: str, *, text: str, base: str) -> None:
    """Keep what someone has typed so far."""
    row = {"account_id": account_id, "draft_id": draft_id, "part": part}
    values = {"text": text, "base": base, "updated_at": now()}
    if not insert_missing(db, scratches, {**row, **values}):
        db.execute(scratches.update().where(_same(account_id, draft_id, part)).values(values))


def drop_scratch(db: sa.Connection, account_id: str, draft_id: str, part: str) -> None:
    """Forget typing that was saved or given up."""
    db.execute(scratches.delete().where(_same(account_id, draft_id, part)))


def scratches_of(db: sa.Connection, account_id: str, draft_id: str) -> dict[str, Scratch]:
    """Someone's unsaved typing in a draft, by part."""
    where = (scratches.c.account_id == account_id) & (scratches.c.draft_id == draft_id)
    columns = [scratches.c.part, scratches.c.text, scratches.c.base, scratches.c.updated_at]
    rows = db.execute(sa.select(*columns).where(where))
    return {row.part: Scratch.model_validate(dict(row._mapping)) for row in rows}


def be_present(db: sa.Connection, draft_id: str, account_id: str) -> None:
    """Say that someone has a draft open now."""
    row = {"draft_id": draft_id, "account_id": account_id, "seen_at": now()}
    if not insert_missing(db, presence, row):
        db.execute(presence.update().where(_at(draft_id, account_id)).values(seen_at=row["seen_at"]))


def leave(db: sa.Connection, draft_id: str, account_id: str) -> None:
    """Say that someone closed a draft."""
    db.execute(presence.delete().where(_at(draft_id, account_id)))


def present_at(db: sa.Connection, draft_ids: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The names of those who have each draft open, in alphabetical order."""
    query = sa.select(presence.c.draft_id, accounts.c.name).join_from(presence, accounts)
    query = query.where(presence.c.draft_id.in_(draft_ids) & (presence.c.seen_at > before(_PRESENT))).order_by(
        accounts.c.name
    )
    found: dict[str, tuple[str, ...]] = {}
    for draft_id, name in db.execute(query):
        found[draft_id] = (*found.get(draft_id, ()), name)
    return found


def _same(account_id: str, draft_id: str, part: str) -> sa.ColumnElement[bool]:
    columns = scratches.c
    return (columns.account_id == account_id) & (columns.draft_id == draft_id) & (columns.part == part)


def _at(draft_id: str, account_id: str) -> sa.ColumnElement[bool]:
    return (presence.c.draft_id == draft_id) & (presence.c.account_id == account_id)
