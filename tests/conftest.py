"""What holds for every test: no socket leaves the machine, no setting of the developer's leaks in.

And the two databases: a test that takes `database` runs on SQLite and on Postgres.
"""

import signal
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Literal

import psycopg
import pytest
import sqlalchemy as sa
from hypothesis import settings

from tests.postgres import Cluster

# Draws and deadlines as hypothesis has them for CI, on every machine; `--hypothesis-profile=default` explores.
settings.load_profile("ci")

# A shell that runs the suite in its background has it ignore interrupts, and whatever it starts would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)

_OURS = (
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "MORASSE_MODEL",
    "MORASSE_DATA_DIR",
    "MORASSE_DATABASE_URL",
    "MORASSE_JUDGE",
)
Kind = Literal["sqlite", "postgres"]


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _OURS:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits between attempts that a retry policy asked for, in seconds; none of them is waited."""
    asked: list[float] = []
    monkeypatch.setattr("tenacity.nap.time", SimpleNamespace(sleep=asked.append))
    return asked


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """A real server for the tests of this process, started by the first that needs it."""
    with Cluster() as cluster:
        yield cluster


@pytest.fixture(autouse=True, scope="module")
def _nothing_left_open() -> Iterator[None]:
    """Close the connections to Postgres that engines still pool when a module's tests are done."""
    opened: list[psycopg.Connection] = []

    def note(connection: object, _record: object) -> None:
        if isinstance(connection, psycopg.Connection):
            opened.append(connection)

    sa.event.listen(sa.Pool, "connect", note)
    yield
    sa.event.remove(sa.Pool, "connect", note)
    for one in opened:
        one.close()


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def kind(request: pytest.FixtureRequest) -> Kind:
    """The database that a test runs on."""
    named: Kind = request.param
    return named


@pytest.fixture
def database(kind: Kind, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a house's own database; a newsroom that is opened in `tmp_path` uses it."""
    if kind == "sqlite":
        return f"sqlite:///{tmp_path / 'morasse.sqlite'}"
    cluster: Cluster = request.getfixturevalue("postgres")
    url = cluster.create()
    (tmp_path / "database.url").write_text(url)
    return url
