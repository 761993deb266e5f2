"""The chain of a history: what is changed, taken out or put in is seen."""

import pytest
import sqlalchemy as sa

from pipeline.store.database import open_database, reading, transaction
from pipeline.store.drafts import create_draft
from pipeline.store.history import append_event, broken_links
from pipeline.store.tables import events
from schemas.source import SourceRequest


@pytest.fixture
def house(database: str) -> tuple[sa.Engine, str]:
    engine = open_database(database)
    with transaction(engine) as db:
        row = create_draft(db, SourceRequest(source="https://example.org/a"))
        for word in ("un", "deux", "trois"):
            append_event(db, row.id, "commented", actor="Inès", payload={"comment": word})
    return engine, row.id


def test_an_untouched_chain_holds(house: tuple[sa.Engine, str]) -> None:
    with reading(house[0]) as db:
        assert broken_links(db) == ()


def test_a_changed_line_is_seen(house: tuple[sa.Engine, str]) -> None:
    engine, draft_id = house
    with transaction(engine) as db:
        db.execute(events.update().where(events.c.number == 2).values(payload={"comment": "autre"}))
    with reading(engine) as db:
        assert broken_links(db) == (f"{draft_id}:2",)


def test_a_line_taken_out_is_seen(house: tuple[sa.Engine, str]) -> None:
    engine, draft_id = house
    with transaction(engine) as db:
        db.execute(events.delete().where(events.c.number == 2))
    with reading(engine) as db:
        assert broken_links(db) == (f"{draft_id}:3",)


def test_a_forged_line_is_seen_even_with_a_digest_of_its_own(house: tuple[sa.Engine, str]) -> None:
    engine, draft_id = house
    with transaction(engine) as db:
        db.execute(events.update().where(events.c.number == 1).values(digest="f" * 64))
    with reading(engine) as db:
        assert broken_links(db) == (f"{draft_id}:1", f"{draft_id}:2")
