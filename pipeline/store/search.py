"""The queue, found by state and by words: title, source and text of every draft, whatever their accents."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

import sqlalchemy as sa

from pipeline.digests import digest_bytes
from pipeline.store.tables import drafts
from schemas.review import DraftRow, DraftState

__all__ = ["SEARCH_TABLE", "Order", "count_states", "drafts_of_source", "index_words", "search_drafts"]

Order = Literal["oldest", "newest"]
# On SQLite a full-text table, on Postgres a plain one with a text-search index (see the migration).
SEARCH_TABLE = sa.table("morasse_search", sa.column("draft_id"), sa.column("words"))


def index_words(db: sa.Connection, draft_id: str, texts: Iterable[str]) -> None:
    """Make a draft findable by these texts, and by no earlier ones."""
    row: dict[str, str | int] = {"draft_id": draft_id, "words": " ".join(_words("\n".join(texts)))}
    if db.dialect.name == "sqlite":
        # A full-text table finds its rows by number only: by a column it would read them all.
        row["rowid"] = int(digest_bytes(draft_id.encode())[:15], 16)
        db.execute(sa.text("DELETE FROM morasse_search WHERE rowid = :rowid"), row)
        db.execute(
            sa.text("INSERT INTO morasse_search (rowid, draft_id, words) VALUES (:rowid, :draft_id, :words)"), row
        )
        return
    db.execute(sa.delete(SEARCH_TABLE).where(SEARCH_TABLE.c.draft_id == draft_id))
    db.execute(sa.insert(SEARCH_TABLE).values(row))


def search_drafts(
    db: sa.Connection,
    *,
    states: tuple[DraftState, ...] = (),
    words: str = "",
    format: str = "",
    order: Order = "newest",
    limit: int = 50,
    skip: int = 0,
) -> tuple[DraftRow, ...]:
    """Drafts in these states (none named: all) that hold all of these words, each word the beginning of one.

    `oldest`: by when they were submitted; `newest`: by when they were last touched.
    """
    query = sa.select(drafts)
    if format:
        query = query.where(drafts.c.format == format)
    wanted = _words(words)
    if wanted:
        query = query.where(drafts.c.id.in_(sa.select(SEARCH_TABLE.c.draft_id).where(_holds(db, wanted))))
    by = drafts.c.created_at.asc() if order == "oldest" else drafts.c.updated_at.desc()
    # Several states are asked for one by one, each in the order of its index: together, all would be sorted first.
    asked = [query.where(drafts.c.state == state) for state in dict.fromkeys(states)] or [query]
    rows = [row for one in asked for row in db.execute(one.order_by(by).limit(limit + skip))]
    if len(asked) > 1:
        rows.sort(key=lambda row: row.created_at if order == "oldest" else row.updated_at, reverse=order == "newest")
    return tuple(DraftRow.model_validate(dict(row._mapping)) for row in rows[skip : skip + limit])


def drafts_of_source(db: sa.Connection, source: str) -> tuple[DraftRow, ...]:
    """The drafts that were asked for with this very address and were not given up, newest first."""
    query = sa.select(drafts).where((drafts.c.source == source) & (drafts.c.state != "rejected"))
    rows = db.execute(query.order_by(drafts.c.created_at.desc()).limit(10))
    return tuple(DraftRow.model_validate(dict(row._mapping)) for row in rows)


def count_states(db: sa.Connection) -> dict[str, int]:
    """How many drafts stand in each state."""
    rows = db.execute(sa.select(drafts.c.state, sa.func.count()).group_by(drafts.c.state))
    return {row[0]: row[1] for row in rows}


def _words(text: str) -> list[str]:
    """Lower case without accents: what a hurried hand types. Databases cut and fold in ways of their own, so we do."""
    plain = unicodedata.normalize("NFD", text.replace("œ", "oe").replace("Œ", "oe"))
    return re.findall(r"[^\W_]+", "".join(one for one in plain if not unicodedata.combining(one)).lower())


def _holds(db: sa.Connection, wanted: list[str]) -> sa.ColumnElement[bool]:
    if db.dialect.name == "sqlite":
        phrase = " ".join(f'"{word}"*' for word in wanted)
        return sa.literal_column(SEARCH_TABLE.name, sa.Text).op("MATCH", is_comparison=True)(phrase)
    phrase = " & ".join(f"{word}:*" for word in wanted)
    return sa.func.to_tsvector("simple", SEARCH_TABLE.c.words).op("@@")(sa.func.to_tsquery("simple", phrase))
