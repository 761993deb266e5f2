"""A house moved, backed up and restored is the same house; what was forgotten leaves a chain that holds."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from pipeline.cli.carrying import backup, move, prune, restore
from pipeline.compose import Newsroom, open_newsroom
from pipeline.digests import digest_bytes
from pipeline.errors import StoreFault, UsageFault
from pipeline.gates.record import review_record
from pipeline.steps.evidence import kept_capture
from pipeline.store import carry as carrying
from pipeline.store.accounts import create_account, invite
from pipeline.store.carry import carry, held, still, tally
from pipeline.store.database import open_database, reading, transaction
from pipeline.store.drafts import find_draft
from pipeline.store.history import broken_links, events_of
from pipeline.store.prune import forget
from pipeline.store.tables import blobs, drafts, events, workers
from pipeline.store.workers import enrol
from schemas.account import ROLES
from schemas.review import DraftRow
from schemas.service import Retention
from tests.house import sample
from tests.pipeline.store.houses import filled, run, settings_at
from tests.postgres import Cluster

SILENCE_S = 30.0


def queued(newsroom: Newsroom) -> set[str]:
    table = "workflow_status" if newsroom.engine.dialect.name == "sqlite" else "dbos.workflow_status"
    with reading(newsroom.engine) as db:
        return set(db.execute(sa.text(f"SELECT workflow_uuid FROM {table} WHERE status = 'ENQUEUED'")).scalars())


def test_a_house_moves_to_postgres_with_everything_it_has(
    tmp_path: Path, postgres: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = settings_at(tmp_path, f"sqlite:///{tmp_path / 'morasse.sqlite'}")
    newsroom, there = filled(here), settings_at(tmp_path, postgres.create_empty())
    run(move, monkeypatch, here, "--to", there.database_url)
    moved = open_newsroom(there)
    with reading(newsroom.engine) as one, reading(moved.engine) as other:
        assert tally(one) == tally(other)
        assert broken_links(other) == ()
    assert queued(moved) == {one for one in queued(newsroom) if find(moved, one).state == "working"} != set()
    with pytest.raises(UsageFault, match="contient déjà"):
        run(move, monkeypatch, here, "--to", there.database_url)


def test_an_address_to_move_to_that_is_none_is_named_after_its_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = settings_at(tmp_path, f"sqlite:///{tmp_path / 'morasse.sqlite'}")
    with pytest.raises(UsageFault, match=r"^--to n’est pas") as told:
        run(move, monkeypatch, here, "--to", "mysql://serveur/morasse")
    assert "MORASSE_DATABASE_URL" not in str(told.value)


def test_a_house_comes_into_a_base_that_was_only_opened_and_not_into_one_with_accounts(
    tmp_path: Path, database: str
) -> None:
    # Whoever starts the desk before restoring has its link to the first account there, or has even followed it.
    here, there = filled(settings_at(tmp_path, f"sqlite:///{tmp_path / 'here.sqlite'}")), open_database(database)
    with transaction(there) as db:
        invite(db, ROLES, by="morasse")
    with held(here.engine, SILENCE_S) as one, transaction(there) as other:
        carry(one, other)
    with reading(here.engine) as one, reading(there) as other:
        assert tally(one) == tally(other)
    taken = open_database(f"sqlite:///{tmp_path / 'taken.sqlite'}")
    with transaction(taken) as db:
        create_account(db, login="ines", name="Inès", roles=("editor",), password="une longue phrase")
    with (
        pytest.raises(UsageFault, match="déjà des comptes"),
        held(here.engine, SILENCE_S) as one,
        transaction(taken) as other,
    ):
        carry(one, other)


def find(newsroom: Newsroom, workflow: str) -> DraftRow:
    with reading(newsroom.engine) as db:
        return find_draft(db, workflow.split("-")[1])


def test_a_backup_restores_to_the_same_house(tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom = filled(settings_at(tmp_path, database))
    with transaction(newsroom.engine) as db:
        enrol(db, "at work meanwhile")
    file = tmp_path / "backups" / "house.backup"
    # A disk that is not mounted must not be made up for by a folder of the same name.
    with pytest.raises(UsageFault, match=r"Le dossier .*backups n’existe pas"):
        run(backup, monkeypatch, newsroom.settings, str(file))
    file.parent.mkdir()
    run(backup, monkeypatch, newsroom.settings, str(file))
    assert [one.name for one in file.parent.iterdir()] == ["house.backup"]
    assert file.stat().st_mode & 0o077 == 0
    again = settings_at(tmp_path, f"sqlite:///{tmp_path / 'again' / 'morasse.sqlite'}")
    run(restore, monkeypatch, again, str(file))
    restored = open_newsroom(again)
    with reading(newsroom.engine) as one, reading(restored.engine) as other:
        assert tally(one) == tally(other)
        assert broken_links(other) == ()
    assert len(queued(restored)) == 1


def test_what_is_no_backup_is_not_restored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = settings_at(tmp_path, f"sqlite:///{tmp_path / 'here.sqlite'}")
    (tmp_path / "empty").touch()
    with closing(sqlite3.connect(tmp_path / "other")) as db:
        db.execute("CREATE TABLE something (a)")
    for name in ("empty", "other"):
        with pytest.raises(UsageFault, match="pas une sauvegarde"):
            run(restore, monkeypatch, here, str(tmp_path / name))


def test_nobody_moves_a_house_that_is_at_work(tmp_path: Path, database: str) -> None:
    engine = filled(settings_at(tmp_path, database)).engine
    with transaction(engine) as db:
        enrol(db, "at work")
    with pytest.raises(UsageFault, match="travaille encore"), held(engine, SILENCE_S):
        pass


def test_nobody_writes_into_a_house_that_is_moving(tmp_path: Path, database: str) -> None:
    engine = filled(settings_at(tmp_path, database)).engine
    hurry = "PRAGMA busy_timeout=200" if engine.dialect.name == "sqlite" else "SET lock_timeout = '200ms'"
    for table in (drafts, events, blobs, workers):
        with (
            held(engine, SILENCE_S),
            pytest.raises(sa.exc.OperationalError, match="lock"),
            engine.connect() as other,
        ):
            other.exec_driver_sql(hurry)
            other.execute(table.delete())
    with transaction(engine) as db:
        db.execute(workers.delete())


def test_a_row_that_comes_over_changed_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = filled(settings_at(tmp_path, f"sqlite:///{tmp_path / 'morasse.sqlite'}")).engine
    there = open_database(f"sqlite:///{tmp_path / 'there.sqlite'}")
    real = carrying._counted

    def spoilt(db: sa.Connection, table: sa.Table) -> tuple[int, str]:
        if db.engine is there and table is blobs:
            db.execute(blobs.update().values(created_at="another day"))
        return real(db, table)

    monkeypatch.setattr(carrying, "_counted", spoilt)
    with (
        pytest.raises(StoreFault, match="morasse_blobs"),
        still(here) as one,
        transaction(there) as other,
    ):
        carry(one, other)
    with reading(there) as db:
        assert db.execute(sa.select(sa.func.count()).select_from(drafts)).scalar() == 0


def test_a_page_that_was_let_go_is_not_taken_for_damage(tmp_path: Path) -> None:
    newsroom = filled(settings_at(tmp_path, f"sqlite:///{tmp_path / 'house.sqlite'}"))
    with transaction(newsroom.engine) as db:
        forget(db, Retention(snapshot_days=30))
        ids = {row.state: row.id for row in db.execute(sa.select(drafts.c.state, drafts.c.id))}
        # Not by the house's leave: that of a draft under way.
        db.execute(blobs.delete().where(blobs.c.digest == digest_bytes(sample("port-phones").content)))
    with pytest.raises(UsageFault, match="morasse prune"):
        kept_capture(newsroom.engine, ids["signed"])
    with pytest.raises(StoreFault, match="manque dans la base"):
        kept_capture(newsroom.engine, ids["working"])


def test_what_need_not_be_kept_is_forgotten_and_the_chain_holds(
    tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom = filled(settings_at(tmp_path, database))
    retention = Retention(snapshot_days=30, people_days=30)
    with transaction(newsroom.engine) as db:
        before = db.execute(sa.select(sa.func.count()).select_from(blobs)).scalar_one()
        assert forget(db, retention, dry_run=True) == forget(db, retention)
        assert db.execute(sa.select(sa.func.count()).select_from(blobs)).scalar_one() == before - 1
        assert (forget(db, retention).snapshots, forget(db, retention).people) == (0, 0)
        assert broken_links(db) == ()
        old = db.execute(sa.select(drafts.c.id).where(drafts.c.state == "signed")).scalar_one()
        row = find_draft(db, old)
        told = "".join(one.model_dump_json() for one in events_of(db, old)) + row.model_dump_json()
        told += review_record(db, row).model_dump_json()
        assert "Inès" not in told
        assert "urgent" not in told
        assert "à revoir" not in told
        young = db.execute(sa.select(drafts.c.id).where(drafts.c.state == "working")).scalar_one()
        assert find_draft(db, young).request.submitted_by == "Inès"
        assert review_record(db, find_draft(db, young)).source.supplied_by == "Inès"
        kept = [bytes(one) for one in db.execute(sa.select(blobs.c.content)).scalars()]
        assert sum('"supplied_by":"Inès"'.encode() in one for one in kept) == 1
    with transaction(newsroom.engine) as db:
        # Taking a name away without a line that vouches for it is seen.
        db.execute(
            events.update().where((events.c.draft_id == young) & (events.c.number == 1)).values(actor="(effacé)")
        )
        assert broken_links(db) == (f"{young}:1",)
    run(prune, monkeypatch, newsroom.settings)
