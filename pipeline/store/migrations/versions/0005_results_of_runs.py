"""Which result a stage's run read or made: from there, its model, its prompts and their versions."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Name the result beside the run; what ran before names none."""
    op.add_column("morasse_stage_runs", sa.Column("result", sa.String(64)))
