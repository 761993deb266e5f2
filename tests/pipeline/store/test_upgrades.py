"""A house of every earlier schema comes up to date with everything it holds; new prompts change nothing under way."""

import shutil
import threading
import time
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from dbos._migration import sqlite_migrations

from pipeline.compose import Newsroom, open_newsroom
from pipeline.gates import relecture, source
from pipeline.settings import PROJECT, load_settings
from pipeline.store.database import alone, open_database, reading
from pipeline.store.drafts import find_draft, list_drafts
from pipeline.store.history import broken_links
from pipeline.store.results import made_by, stage_runs_of
from pipeline.store.tables import metadata
from pipeline.workflow import prepare_engine
from schemas.source import SourceRequest
from tests.house import drafted, ignore, sample, settings_for, state
from tests.pipeline.store.kinds import is_of_the_search
from tests.postgres import Cluster
from tests.standin import Faults, Request, StandIn, obey

MIGRATIONS = PROJECT / "pipeline" / "store" / "migrations"
# What the first release wrote: one draft at its gate, its text, how it was made, its history.
ROWS: dict[str, dict[str, str | int | bytes]] = {
    "morasse_blobs": {"digest": "b1", "content": b'{"title": "Un titre"}', "created_at": "2026-01-01T00:00:00+00:00"},
    "morasse_drafts": {
        "id": "0a1b2c3d",
        "request": '{"source": "https://example.org/a", "format": "analyse"}',
        "source": "https://example.org/a",
        "format": "analyse",
        "state": "review_gate",
        "title": "Un titre",
        "revision": "b1",
        "created_at": "2026-01-01T00:00:00+00:00",
        "updated_at": "2026-01-01T00:00:00+00:00",
    },
    "morasse_stage_runs": {
        "draft_id": "0a1b2c3d",
        "run": 1,
        "stage": "summarise",
        "started_at": "2026-01-01T00:00:00+00:00",
        "finished_at": "2026-01-01T00:00:10+00:00",
    },
    "morasse_results": {
        "key": "k1",
        "stage": "summarise",
        "value": "b1",
        "provenance": '{"stage": "summarise", "made_at": "2026-01-01T00:00:10+00:00", "model": "first"}',
        "created_at": "2026-01-01T00:00:10+00:00",
    },
    "morasse_events": {
        "draft_id": "0a1b2c3d",
        "number": 1,
        "at": "2026-01-01T00:00:00+00:00",
        "kind": "submitted",
        "actor": "Inès",
        "payload": '{"source": "https://example.org/a"}',
        "previous_digest": "0" * 64,
        "digest": "0b0a9d9a6a8d0cf3a6e4a8e0a4bc9b2e0000000000000000000000000000beef",
    },
}
EARLIER = [one.revision for one in ScriptDirectory(str(MIGRATIONS)).walk_revisions()][1:][::-1]


def house_of(version: str, url: str) -> None:
    """A house as the release of that schema left it, with the engine's tables."""
    engine = sa.create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = engine
    command.upgrade(config, version)
    with engine.begin() as db:
        for table, row in ROWS.items():
            columns, values = ", ".join(row), ", ".join(f":{name}" for name in row)
            db.execute(sa.text(f"INSERT INTO {table} ({columns}) VALUES ({values})"), row)
    engine.dispose()
    prepare_engine(url)


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """The engine's tables are its own."""
    return kind != "table" or bool(name and name.startswith("morasse_") and not is_of_the_search(name))


@pytest.mark.parametrize("version", EARLIER)
def test_a_house_of_an_earlier_schema_comes_up_to_date(
    version: str, kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if kind == "postgres":
        cluster: Cluster = request.getfixturevalue("postgres")
        url = cluster.create_empty()
    else:
        url = f"sqlite:///{tmp_path / 'house.sqlite'}"
    house_of(version, url)
    engine = open_database(url)
    with reading(engine) as db:
        assert [one.id for one in list_drafts(db)] == ["0a1b2c3d"]
        assert (find_draft(db, "0a").title, find_draft(db, "0a").state) == ("Un titre", "review_gate")
        assert [(one.stage, one.failed) for one in stage_runs_of(db, "0a1b2c3d")] == [("summarise", False)]
        assert made_by(db, "summarise", "b1") == "first"
        # The digest above is made up: a chain is judged as it was left, and never mended by an upgrade.
        assert broken_links(db) == ("0a1b2c3d:1",)
    with engine.connect() as db:
        opts = {"version_table": "morasse_schema", "include_name": is_ours}
        assert compare_metadata(MigrationContext.configure(db, opts=opts), metadata) == []
    engine.dispose()


def test_released_migrations_are_one_line_without_a_fork() -> None:
    script = ScriptDirectory(str(MIGRATIONS))
    assert len(script.get_heads()) == 1
    assert sorted(EARLIER) == EARLIER


def with_prompts(newsroom: Newsroom, folder: Path) -> Newsroom:
    if not folder.exists():
        shutil.copytree(PROJECT / "prompts", folder)
    return open_newsroom(newsroom.settings.model_copy(update={"prompts_dir": folder}))


def test_a_draft_begun_under_old_prompts_is_finished_under_them(tmp_path: Path) -> None:
    prompts = tmp_path / "prompts"
    with StandIn(faults=Faults(rate=1.0, kinds=("wrong_key",))) as standin:
        newsroom = with_prompts(open_newsroom(settings_for(tmp_path, standin)), prompts)
        row = source.submit(newsroom.office, SourceRequest(source="a.html"), sample("port-phones"))
        assert newsroom.settle(row.id, ignore).state == "parked"
        for task in ("analyse", "proposals", "translation"):
            (prompts / task / "v9.j2").write_text(
                (prompts / task / "v1.j2").read_text() + "\nCONSIGNE NOUVELLE", "utf-8"
            )
        standin.faults, standin.calls[:] = Faults(), []
        source.resume(newsroom.office, row.id, actor="Inès")
        assert newsroom.settle(row.id, ignore).state == "review_gate"
        assert standin.calls
        assert not any("CONSIGNE NOUVELLE" in one.request.text for one in standin.calls)
        standin.calls[:] = []
        assert drafted(newsroom, sample("council-cameras")).state == "review_gate"
        assert any("CONSIGNE NOUVELLE" in one.request.text for one in standin.calls)


def with_a_wrong_figure(request: Request) -> dict[str, Any]:
    """What an obeying model says, but for a figure that stands in no source: a repair is then asked for."""
    reply = obey(request)
    if request.reply_name == "AnalyseReply":
        reply["standfirst"]["text"] = "Le port a dépensé 987 milliards de dollars."
    return reply


def test_what_is_written_anew_is_repaired_and_rewritten_under_the_prompts_it_was_begun_with(tmp_path: Path) -> None:
    prompts = tmp_path / "prompts"
    with StandIn(with_a_wrong_figure) as standin:
        newsroom = with_prompts(open_newsroom(settings_for(tmp_path, standin)), prompts)
        row = drafted(newsroom, sample("port-phones"))
        told = (prompts / "rewrite" / "v1.j2").read_text("utf-8")
        (prompts / "rewrite" / "v9.j2").write_text(f"{told}\nCONSIGNE NOUVELLE", "utf-8")
        relecture.decide(newsroom.office, row.id, "regenerate", actor="Inès", comment="à refaire")
        assert newsroom.settle(row.id, ignore).state == "review_gate"
        relecture.decide_part(newsroom.office, row.id, "regenerate", "watchpoints", actor="Inès", comment="plus court")
        newsroom.settle(row.id, ignore)
    repairs = [one.request.text for one in standin.calls if one.request.reply_name == "RepairReply"]
    asked = ["CONSIGNE NOUVELLE" in one for one in repairs]
    assert asked == [False, True, True]


def test_what_one_release_enqueued_the_next_one_takes(tmp_path: Path) -> None:
    """Segments are bound to digests, not to a program: their version never changes, or old work would wait for ever."""
    with StandIn() as standin:
        newsroom = open_newsroom(settings_for(tmp_path, standin))
        source.submit(newsroom.office, SourceRequest(source="a.html"), sample("port-phones"))
    with reading(newsroom.engine) as db:
        assert db.execute(sa.text("SELECT DISTINCT application_version FROM workflow_status")).scalars().all() == ["1"]


def test_those_who_wait_for_a_new_house_do_not_hold_up_the_one_that_makes_it(postgres: Cluster) -> None:
    """Two workers and a desk started at one moment on a new Postgres waited for each other without end."""
    url = postgres.create_empty()
    engine, begun = open_database(url), threading.Event()

    def make() -> None:
        with alone(engine):
            begun.set()
            time.sleep(0.5)
            prepare_engine(url)

    def wait() -> None:
        begun.wait()
        with alone(open_database(url)):
            pass

    both = [threading.Thread(target=one, daemon=True) for one in (make, wait)]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    assert not any(one.is_alive() for one in both)


def test_a_house_whose_engine_is_half_made_is_finished_before_it_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As a process sees it that starts beside the one that makes the tables, or a later version of the engine.
    settings = load_settings({"MORASSE_DATA_DIR": str(tmp_path)})
    with monkeypatch.context() as earlier:
        earlier.setattr("dbos._sys_db_sqlite.sqlite_migrations", sqlite_migrations[:3])
        prepare_engine(settings.database_url)
    newsroom = open_newsroom(settings)
    row = source.submit(newsroom.office, SourceRequest(source="a.html"), sample("port-phones"))
    assert state(newsroom, row.id) == "working"
