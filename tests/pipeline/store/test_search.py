"""Drafts are found by their words, in either database, whatever the accents and whatever is typed."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from pipeline.store.database import open_database, transaction
from pipeline.store.drafts import create_draft
from pipeline.store.search import count_states, drafts_of_source, index_words, search_drafts
from schemas.source import SourceRequest


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> sa.Engine:
    if request.param == "postgres":
        return open_database(request.getfixturevalue("postgres").create())
    return open_database(f"sqlite:///{tmp_path / 'house.sqlite'}")


@pytest.mark.parametrize("words", ["telephones", "TÉLÉPH", "cœur port", "coeur", "halden-post.example", "port_suit"])
def test_words_find_their_draft(engine: sa.Engine, words: str) -> None:
    with transaction(engine) as db:
        row = create_draft(db, SourceRequest(source="https://halden-post.example/a"))
        other = create_draft(db, SourceRequest(source="https://ailleurs.example/b"))
        index_words(db, row.id, [row.source, "Au cœur du port : le port suit les téléphones"])
        found = [one.id for one in search_drafts(db, words=words)]
    assert found == [row.id]
    assert other.id not in found


@pytest.mark.parametrize(
    "words", ["absent", "téléphones absent", "'", '"', "a' OR '1'='1", "& | !", ":*", "NEAR/2", "\0"]
)
def test_nothing_typed_can_hurt(engine: sa.Engine, words: str) -> None:
    with transaction(engine) as db:
        row = create_draft(db, SourceRequest(source="https://halden-post.example/a"))
        index_words(db, row.id, ["Le port suit les téléphones"])
        found = search_drafts(db, words=words)
        letters = any(one.isalnum() for one in words)
        assert [one.id for one in found] == ([] if letters else [row.id])


def test_words_that_went_find_it_no_more(engine: sa.Engine) -> None:
    with transaction(engine) as db:
        row = create_draft(db, SourceRequest(source="https://halden-post.example/a"))
        index_words(db, row.id, ["avant"])
        index_words(db, row.id, ["après"])
        assert search_drafts(db, words="avant") == ()
        assert [one.id for one in search_drafts(db, words="apres", states=("working",))] == [row.id]
        assert search_drafts(db, words="apres", states=("signed",)) == ()
        assert search_drafts(db, words="apres", format="synthese") == ()
        assert count_states(db) == {"working": 1}
        assert [one.id for one in drafts_of_source(db, row.source)] == [row.id]
