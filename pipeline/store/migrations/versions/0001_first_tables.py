"""The first tables. Released migrations are never changed: the next change is a file of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create what a house needs: payloads, results, drafts, revisions, decisions, history, stage runs, workers."""
    _payloads()
    _drafts()
    _reviews()
    _work()


def _payloads() -> None:
    op.create_table(
        "morasse_blobs",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "morasse_results",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("stage", sa.String(32), nullable=False),
        sa.Column("value", sa.String(64), nullable=False),
        sa.Column("provenance", sa.JSON, nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
    )


def _drafts() -> None:
    op.create_table(
        "morasse_drafts",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("request", sa.JSON, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("format", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False, index=True),
        sa.Column("run", sa.Integer, nullable=False, server_default="1"),
        sa.Column("reason", sa.Text, nullable=False, server_default=""),
        sa.Column("remedy", sa.Text, nullable=False, server_default=""),
        sa.Column("exit_code", sa.Integer, nullable=False, server_default="0"),
        sa.Column("title", sa.Text, nullable=False, server_default=""),
        sa.Column("snapshot", sa.String(64)),
        sa.Column("article", sa.String(64)),
        sa.Column("translation", sa.String(64)),
        sa.Column("revision", sa.String(64)),
        sa.Column("verification", sa.String(64)),
        sa.Column("signed_revision", sa.String(64)),
        sa.Column("blocking", sa.Integer, nullable=False, server_default="0"),
        sa.Column("warnings", sa.Integer, nullable=False, server_default="0"),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False, index=True),
    )


def _reviews() -> None:
    op.create_table(
        "morasse_revisions",
        sa.Column("draft_id", sa.String(32), sa.ForeignKey("morasse_drafts.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("revision", sa.String(64), nullable=False),
        sa.Column("parent", sa.String(64)),
        sa.Column("origin", sa.String(16), nullable=False),
        sa.Column("actor", sa.String(120), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
    )
    op.create_table(
        "morasse_decisions",
        sa.Column("draft_id", sa.String(32), sa.ForeignKey("morasse_drafts.id"), primary_key=True),
        sa.Column("gate", sa.String(16), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("actor", sa.String(120), nullable=False),
        sa.Column("comment", sa.Text, nullable=False, server_default=""),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.create_table(
        "morasse_events",
        sa.Column("draft_id", sa.String(32), sa.ForeignKey("morasse_drafts.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("actor", sa.String(120), nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("previous_digest", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
    )


def _work() -> None:
    op.create_table(
        "morasse_stage_runs",
        sa.Column("draft_id", sa.String(32), sa.ForeignKey("morasse_drafts.id"), primary_key=True),
        sa.Column("run", sa.Integer, primary_key=True),
        sa.Column("stage", sa.String(32), primary_key=True),
        sa.Column("started_at", sa.String(32), nullable=False),
        sa.Column("finished_at", sa.String(32)),
        sa.Column("cached", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("usage", sa.JSON),
    )
    op.create_table(
        "morasse_workers",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("host", sa.String(255), nullable=False),
        sa.Column("pid", sa.Integer, nullable=False),
        sa.Column("heartbeat_at", sa.String(32), nullable=False),
    )
