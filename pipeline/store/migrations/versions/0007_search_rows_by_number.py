"""On SQLite, number the rows of the search after their drafts: an update then finds its row at once."""

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Put every row of the full-text table under its draft's number; Postgres has a key already."""
    db = op.get_bind()
    if db.dialect.name != "sqlite":
        return
    rows = [
        {"rowid": int(sha256(one.draft_id.encode()).hexdigest()[:15], 16), "draft_id": one.draft_id, "words": one.words}
        for one in db.execute(sa.text("SELECT draft_id, words FROM morasse_search")).all()
    ]
    db.execute(sa.text("DELETE FROM morasse_search"))
    if rows:
        insert = "INSERT INTO morasse_search (rowid, draft_id, words) VALUES (:rowid, :draft_id, :words)"
        db.execute(sa.text(insert), rows)
