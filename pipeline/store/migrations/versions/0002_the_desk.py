"""What the desk needs: people and their sessions, unsaved typing, presence, a queue that is found by its words."""

import json
import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the desk's tables and index the words of the drafts that are there."""
    _people()
    _table()
    _search()


def _people() -> None:
    op.create_table(
        "morasse_accounts",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("login", sa.String(120), nullable=False, unique=True),
        sa.Column("name", sa.String(120), nullable=False, unique=True),
        sa.Column("roles", sa.JSON, nullable=False),
        sa.Column("password", sa.String(255), nullable=False),
        sa.Column("is_active", sa.Boolean, nullable=False, server_default=sa.true()),
        sa.Column("created_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "morasse_invitations",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("roles", sa.JSON, nullable=False),
        sa.Column("invited_by", sa.String(120), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("expires_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "morasse_sessions",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("account_id", sa.String(16), sa.ForeignKey("morasse_accounts.id"), nullable=False, index=True),
        sa.Column("form_token", sa.String(64), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("seen_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "morasse_failed_sign_ins",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("key", sa.String(200), nullable=False, index=True),
        sa.Column("at", sa.String(32), nullable=False),
    )


def _table() -> None:
    op.create_table(
        "morasse_scratches",
        sa.Column("account_id", sa.String(16), sa.ForeignKey("morasse_accounts.id"), primary_key=True),
        sa.Column("draft_id", sa.String(32), sa.ForeignKey("morasse_drafts.id"), primary_key=True),
        sa.Column("part", sa.String(120), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("base", sa.String(64), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "morasse_presence",
        sa.Column("draft_id", sa.String(32), sa.ForeignKey("morasse_drafts.id"), primary_key=True),
        sa.Column("account_id", sa.String(16), sa.ForeignKey("morasse_accounts.id"), primary_key=True),
        sa.Column("seen_at", sa.String(32), nullable=False),
    )


def _search() -> None:
    op.create_index("ix_morasse_drafts_state_created_at", "morasse_drafts", ["state", "created_at"])
    op.create_index("ix_morasse_drafts_source", "morasse_drafts", ["source"])
    db = op.get_bind()
    if db.dialect.name == "sqlite":
        db.exec_driver_sql(
            "CREATE VIRTUAL TABLE morasse_search USING fts5"
            "(draft_id UNINDEXED, words, tokenize='unicode61 remove_diacritics 2')"
        )
    else:
        db.exec_driver_sql("CREATE TABLE morasse_search (draft_id VARCHAR(32) PRIMARY KEY, words TEXT NOT NULL)")
        db.exec_driver_sql("CREATE INDEX ix_morasse_search ON morasse_search USING gin (to_tsvector('simple', words))")
    _index_what_is_there(db)


def _index_what_is_there(db: sa.Connection) -> None:
    drafts = db.execute(
        sa.text(
            "SELECT d.id, d.source, d.title, b.content FROM morasse_drafts d"
            " LEFT JOIN morasse_blobs b ON b.digest = d.revision"
        )
    ).all()
    for one in drafts:
        texts = _strings(json.loads(bytes(one.content))) if one.content else []
        words = _folded("\n".join([one.title, one.source, *texts]))
        db.execute(
            sa.text("INSERT INTO morasse_search (draft_id, words) VALUES (:id, :words)"), {"id": one.id, "words": words}
        )


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("œ", "oe").replace("Œ", "oe"))
    bare = "".join(one for one in plain if not unicodedata.combining(one)).lower()
    return " ".join(re.findall(r"[^\W_]+", bare))


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for one in inner for text in _strings(one)]
