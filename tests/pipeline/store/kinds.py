"""Which tables the schema of the code does not describe."""

from pipeline.store.search import SEARCH_TABLE

__all__ = ["is_of_the_search"]


def is_of_the_search(table: str | None) -> bool:
    """The search's tables are each database's own kind, and made by the migration alone."""
    return (table or "").startswith(SEARCH_TABLE.name)
