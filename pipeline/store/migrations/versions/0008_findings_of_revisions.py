"""What verification found in each revision: the record of a check is read from what its findings became."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Name the findings beside the text; what came before names none."""
    op.add_column("morasse_revisions", sa.Column("verification", sa.String(64)))
