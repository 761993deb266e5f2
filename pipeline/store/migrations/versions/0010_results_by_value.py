"""Find a result by what came of it: every text of a model asks who made it, while others wait to write."""

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Index the values of results."""
    op.create_index("ix_morasse_results_value", "morasse_results", ["value"])
