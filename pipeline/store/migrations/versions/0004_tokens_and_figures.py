"""What other tools sign in with, and an index for figures over many drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the table of tokens, and find events by their kind."""
    op.create_table(
        "morasse_tokens",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("id", sa.String(16), nullable=False, unique=True),
        sa.Column("account_id", sa.String(16), sa.ForeignKey("morasse_accounts.id"), nullable=False, index=True),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("used_at", sa.String(32)),
    )
    op.create_index("ix_morasse_events_kind_at", "morasse_events", ["kind", "at"])
    op.create_index("ix_morasse_drafts_state_updated_at", "morasse_drafts", ["state", "updated_at"])
