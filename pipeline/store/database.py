"""The database: opened, brought to the current schema, and its faults said in a sentence."""

import fcntl
import os
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from pathlib import Path
from threading import Lock

import sqlalchemy as sa
from sqlalchemy import event

from pipeline.errors import DamagedFile, StoreFault, UsageFault

__all__ = ["alone", "check_url", "is_house", "only_briefly", "open_database", "reading", "said_plainly", "transaction"]

_MIGRATIONS = Path(__file__).parent / "migrations"
_HEAD = "0010"
_DRIVERS = ("sqlite", "postgresql", "postgresql+psycopg")
# Any number that no one else locks in this database.
_SCHEMA_LOCK = 7_306_001
_AGAIN_S = 0.1
# A worker that says nothing for so long in the middle of a transaction is stopped, or its machine is gone.
_SILENCE_S = 10
# The threads of one process that write to one SQLite file take turns here: SQLite has them sleep and ask again, up to a
# tenth of a second too long.
_TURNS: defaultdict[str, Lock] = defaultdict(Lock)
# A server that is there answers at once; without a limit the system waits two minutes for one behind a dead address.
_CONNECT_S = 10
_CHECK = "Vérifiez MORASSE_DATABASE_URL, puis\u00a0: morasse doctor."
_DAMAGED = ("malformed", "not a database", "unsupported file format", "Could not decode")
# What SQLite and the system say, and what it means for the newsroom.
_KNOWN: tuple[tuple[tuple[str, ...], tuple[str, str]], ...] = (
    (
        ("is full", "No space left", "disk I/O error"),
        (
            "Le disque est plein ou ne répond plus\u00a0: ce pas n’a pas été enregistré, ce qui précède l’est.",
            "Libérez de la place, puis reprenez\u00a0: morasse queue, morasse resume ID.",
        ),
    ),
    (
        ("readonly", "unable to open"),
        (
            "Le fichier de la base de données ne peut pas être écrit.",
            "Vérifiez les droits sur MORASSE_DATA_DIR, puis\u00a0: morasse doctor.",
        ),
    ),
    (("is locked",), ("La base de données est occupée depuis trop longtemps.", "Réessayez dans une minute.")),
)


def open_database(url: str) -> sa.Engine:
    """An engine on a database whose schema is current; made when it is not there. Raises StoreFault, UsageFault."""
    parsed = check_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        _make_folder(Path(parsed.database).parent)
        _make_private(parsed.database)
    elif parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() == "postgresql" and "connect_timeout" not in parsed.query:
        parsed = parsed.update_query_dict({"connect_timeout": str(_CONNECT_S)})
    engine = sa.create_engine(parsed, pool_pre_ping=parsed.get_backend_name() != "sqlite")
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    with said_plainly():
        if (version := _schema_version(engine)) != _HEAD:
            _check_not_newer(version)
            with alone(engine):
                _migrate(engine)
    return engine


def check_url(url: str, *, setting: str = "MORASSE_DATABASE_URL") -> sa.URL:
    """The address of a database, taken apart. Raises UsageFault, which names the `setting` that it came from."""
    try:
        parsed = sa.make_url(url)
        if parsed.drivername not in _DRIVERS:
            raise ValueError
    except (sa.exc.ArgumentError, ValueError):
        default = ", ou retirez-la\u00a0: un fichier SQLite servira." if setting.isupper() else "."
        raise UsageFault(
            f"{setting} n’est pas l’adresse d’une base de données.",
            f"Donnez sqlite:///CHEMIN ou postgresql://…{default}",
        ) from None
    return parsed


def is_house(path: Path) -> bool:
    """Whether an SQLite file is a house, of whatever version. Raises StoreFault where it is damaged."""
    with said_plainly(), closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
        return db.execute("SELECT 1 FROM sqlite_master WHERE name = 'morasse_schema'").fetchone() is not None


@contextmanager
def alone(engine: sa.Engine) -> Iterator[None]:
    """The one process that changes the schema: others that start at the same moment wait, and find it done."""
    if engine.dialect.name == "postgresql":
        # No transaction stays open meanwhile: the engine builds indexes that would wait for it to end. A statement that
        # waits for the lock is one too, hence asking again and again.
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
            while not db.execute(sa.text("SELECT pg_try_advisory_lock(:key)"), {"key": _SCHEMA_LOCK}).scalar():
                time.sleep(_AGAIN_S)
            try:
                yield
            finally:
                db.execute(sa.text("SELECT pg_advisory_unlock(:key)"), {"key": _SCHEMA_LOCK})
        return
    if not engine.url.database:
        yield
        return
    with Path(f"{engine.url.database}.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def transaction(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction: all of it or nothing. Raises StoreFault where the database cannot be read or written."""
    with said_plainly(), _turn_to_write(engine), engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            # The write lock is taken before the first read, so that nothing changes between reading and writing.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection to read by, which holds no lock. Raises StoreFault."""
    with said_plainly(), engine.connect() as connection:
        yield connection


def only_briefly(db: sa.Connection) -> None:
    """Have the server undo this transaction where its process falls silent: all that wait for its locks would wait as
    long as that is stopped. Nobody could do so for an SQLite file.
    """
    if db.dialect.name == "postgresql":
        db.exec_driver_sql(f"SET LOCAL idle_in_transaction_session_timeout = '{_SILENCE_S}s'")


def _turn_to_write(engine: sa.Engine) -> AbstractContextManager[object]:
    return _TURNS[engine.url.database or ""] if engine.dialect.name == "sqlite" else nullcontext()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreFault(
            f"Le dossier {folder} ne peut pas être créé ({error.strerror}).", "Indiquez un autre MORASSE_DATA_DIR."
        ) from error


def _make_private(database: str) -> None:
    """Begin a new house as a file that its owner alone can read; SQLite gives its journal the same rights."""
    if not database.startswith((":memory:", "file:")):
        # Where it cannot be made, SQLite says why.
        with suppress(OSError):
            os.close(os.open(database, os.O_CREAT | os.O_EXCL, 0o600))


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # Writers take their lock at once and wait for each other, rather than fail half-way through.
    connection.isolation_level = "IMMEDIATE"
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _schema_version(engine: sa.Engine) -> str | None:
    with engine.connect() as connection:
        if not sa.inspect(connection).has_table("morasse_schema"):
            return None
        return connection.execute(sa.text("SELECT version_num FROM morasse_schema")).scalar()


def _check_not_newer(version: str | None) -> None:
    if version is not None and version > _HEAD:
        raise StoreFault(
            "Cette base est d’une version plus récente de Morasse.",
            "Mettez Morasse à jour, ou rétablissez une sauvegarde d’avant.",
        )


def _migrate(engine: sa.Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["engine"] = engine
    command.upgrade(config, "head")


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turn what the database libraries raise into a StoreFault: one sentence, and what to do."""
    try:
        yield
    except sa.exc.IntegrityError:
        # A constraint that speaks is the caller's business: it is how a race is told.
        raise
    except (sa.exc.DBAPIError, sqlite3.Error) as error:
        # What fails while a connection is being made ready comes as the driver raised it.
        detail = " ".join(str(error.orig if isinstance(error, sa.exc.DBAPIError) else error).split())
        if any(one in detail for one in _DAMAGED):
            raise DamagedFile(
                "Le fichier de la base de données est abîmé.",
                "Mettez-le de côté et rétablissez une sauvegarde, puis\u00a0: morasse doctor.",
            ) from error
        known = next((said for signs, said in _KNOWN if any(one in detail for one in signs)), None)
        raise StoreFault(*(known or (f"La base de données ne répond pas ({detail}).", _CHECK))) from error
