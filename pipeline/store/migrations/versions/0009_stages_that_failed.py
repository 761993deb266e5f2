"""Which stages failed: what ended is not always done."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Put the outcome beside the run; what ended before counts as done, as it did."""
    op.add_column("morasse_stage_runs", sa.Column("failed", sa.Boolean, nullable=False, server_default=sa.false()))
