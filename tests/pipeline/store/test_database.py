"""The schema that migrations make is the schema the code means; faults of the database are said in a sentence."""

import resource
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from pipeline.errors import StoreFault, UsageFault
from pipeline.store.database import open_database, transaction
from pipeline.store.payloads import get_bytes, put_bytes
from pipeline.store.tables import metadata
from pipeline.workflow import prepare_engine
from tests.pipeline.store.kinds import is_of_the_search
from tests.postgres import Cluster


def test_migrations_make_the_tables_of_the_code(database: str) -> None:
    engine = open_database(database)
    with engine.connect() as db:
        opts = {"version_table": "morasse_schema", "include_name": lambda name, *_: not is_of_the_search(name)}
        context = MigrationContext.configure(db, opts=opts)
        assert compare_metadata(context, metadata) == []


def test_a_write_is_durable_before_it_is_told(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'house.sqlite'}")
    with engine.connect() as db:
        assert db.execute(sa.text("PRAGMA journal_mode")).scalar() == "wal"
        assert db.execute(sa.text("PRAGMA synchronous")).scalar() == 2


def test_a_house_in_a_file_is_its_owners_alone(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'house.sqlite'}")
    with transaction(engine) as db:
        put_bytes(db, b"une morasse")
        modes = {
            one.name: one.stat().st_mode & 0o777 for one in tmp_path.glob("house.sqlite*") if one.suffix != ".lock"
        }
    assert modes == dict.fromkeys(("house.sqlite", "house.sqlite-wal", "house.sqlite-shm"), 0o600)


def test_the_same_bytes_are_kept_once(database: str) -> None:
    engine = open_database(database)
    with transaction(engine) as db:
        assert put_bytes(db, b"une morasse") == put_bytes(db, b"une morasse")
    with transaction(engine) as db:
        assert get_bytes(db, put_bytes(db, b"une morasse")) == b"une morasse"
        with pytest.raises(StoreFault):
            get_bytes(db, "0" * 64)


def test_a_full_disk_is_one_sentence_and_its_remedy(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'house.sqlite'}")
    with engine.connect() as db:
        pages = db.execute(sa.text("PRAGMA page_count")).scalar()
    sa.event.listen(engine, "connect", lambda raw, _record: raw.execute(f"PRAGMA max_page_count={pages}"))
    engine.dispose()
    with pytest.raises(StoreFault, match="disque est plein") as told, transaction(engine) as db:
        put_bytes(db, b"x" * 5_000_000)
    assert told.value.exit_code == 5
    assert "morasse resume" in told.value.remedy


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """What a full disk does to a file that grows, to all files of this process."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("kilobytes", [64, 128, 256, 320, 384, 448, 512])
def test_a_disk_full_while_the_tables_are_made_leaves_no_half_of_them(tmp_path: Path, kilobytes: int) -> None:
    url = f"sqlite:///{tmp_path / 'house.sqlite'}"
    with suppress(StoreFault), files_of_at_most(kilobytes * 1024):
        open_database(url).dispose()
    with open_database(url).connect() as db:
        assert db.execute(sa.text("SELECT count(*) FROM morasse_drafts")).scalar() == 0


@pytest.mark.parametrize(
    "url", ["mysql://serveur/morasse", "postgresql+pg8000://serveur/morasse", "postgres://x/y", "?"]
)
def test_an_address_of_another_kind_of_database_is_said(url: str) -> None:
    with pytest.raises(UsageFault, match="MORASSE_DATABASE_URL"):
        open_database(url)


def test_a_server_that_says_nothing_is_not_waited_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.store.database._CONNECT_S", 2)
    began = time.monotonic()
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(StoreFault, match="ne répond pas"):
        open_database(f"postgresql://morasse@127.0.0.1:{silent.getsockname()[1]}/morasse")
    assert time.monotonic() - began < 30


def test_the_engines_own_words_stay_out_of_the_first_start(postgres: Cluster, caplog: pytest.LogCaptureFixture) -> None:
    url = postgres.create_empty()
    postgres._execute("CREATE ROLE petit LOGIN")
    postgres._execute("ALTER DATABASE {} OWNER TO petit", url.partition("@/")[2].partition("?")[0])
    postgres._execute("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC")
    prepare_engine(url.replace("morasse@", "petit@"))
    assert [one.getMessage() for one in caplog.records if one.name == "dbos"] == []


def test_a_database_of_a_later_version_is_said(database: str) -> None:
    engine = open_database(database)
    with transaction(engine) as db:
        db.execute(sa.text("UPDATE morasse_schema SET version_num = '9999'"))
    with pytest.raises(StoreFault, match="plus récente"):
        open_database(database)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StoreFault, match="dossier"):
        open_database(f"sqlite:///{tmp_path / 'file' / 'sub' / 'house.sqlite'}")
