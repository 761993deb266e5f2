"""The prompts that a draft was begun with, which it keeps to when newer ones have come."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Create the table of what attempts were begun with."""
    op.create_table(
        "morasse_begun_with",
        sa.Column("draft_id", sa.String(32), sa.ForeignKey("morasse_drafts.id"), primary_key=True),
        sa.Column("attempt", sa.Integer, primary_key=True),
        sa.Column("templates", sa.JSON, nullable=False),
    )
