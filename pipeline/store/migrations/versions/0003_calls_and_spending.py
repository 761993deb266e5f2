"""What workers share of the model providers: calls, limits, faults, and what was spent."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the tables of calls, providers and spending."""
    op.create_table(
        "morasse_model_calls",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("provider", sa.String(255), nullable=False),
        sa.Column("model", sa.String(120), nullable=False),
        sa.Column("draft_id", sa.String(32), nullable=False, index=True),
        sa.Column("stage", sa.String(32), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("started", sa.Float, nullable=False),
        sa.Column("expires", sa.Float, nullable=False),
        sa.Column("finished", sa.Float),
        sa.Column("outcome", sa.String(32), nullable=False, server_default="under_way"),
        sa.Column("tokens", sa.Integer, nullable=False),
        sa.Column("cost", sa.Float),
        sa.Column("usage", sa.JSON),
        sa.Index("ix_morasse_model_calls_provider_started", "provider", "model", "started"),
    )
    op.create_table(
        "morasse_providers",
        sa.Column("provider", sa.String(255), primary_key=True),
        sa.Column("model", sa.String(120), primary_key=True),
        sa.Column("blocked_until", sa.Float, nullable=False, server_default="0"),
        sa.Column("failures", sa.Integer, nullable=False, server_default="0"),
        sa.Column("answered_at", sa.Float, nullable=False, server_default="0"),
    )
    op.create_table(
        "morasse_spending",
        sa.Column("scope", sa.String(64), primary_key=True),
        sa.Column("cost", sa.Float, nullable=False),
    )
    op.create_index("ix_morasse_stage_runs_started_at", "morasse_stage_runs", ["started_at"])
