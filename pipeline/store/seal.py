"""The tally that a backup carries of itself: what was damaged while it lay, in whatever table, is seen in time.

It is made of the file as it stands and of no schema, so that a later version holds an old backup to it before bringing
it up to date, and so that nothing damaged has to make sense first.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from pipeline.store.carry import Tally, counted
from pipeline.store.database import said_plainly

__all__ = ["differing_tables", "seal"]

# A table that is counted and cannot be read: of no number of rows.
_UNREADABLE = (-1, "")


def seal(file: Path) -> None:
    """Put the tally of a finished backup into it. Raises StoreFault."""
    with said_plainly(), _opened(file) as db, db:
        rows = [(name, *counted(_rows(db, name))) for name in _tables(db)]
        db.execute("CREATE TABLE morasse_tally (name TEXT PRIMARY KEY, rows INTEGER NOT NULL, digest TEXT NOT NULL)")
        db.executemany("INSERT INTO morasse_tally VALUES (?, ?, ?)", rows)


def differing_tables(file: Path) -> tuple[str, ...] | None:
    """The tables of a backup that are not what its tally says; None where it has none, for those of earlier versions
    do not. Raises StoreFault.
    """
    with said_plainly(), _opened(file) as db:
        if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'morasse_tally'").fetchone() is None:
            return None
        sealed = _sealed(db)
        found: Tally = {name: _if_readable(db, name) for name in _tables(db)}
    return tuple(sorted(name for name in {*sealed, *found} if sealed.get(name) != found.get(name)))


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(file)) as db:
        # Letters that are none any more are counted like others.
        db.text_factory = partial(str, encoding="utf-8", errors="backslashreplace")
        yield db


def _sealed(db: sqlite3.Connection) -> Tally:
    try:
        rows = db.execute("SELECT name, rows, digest FROM morasse_tally")
        return {name: (number, digest) for name, number, digest in rows}
    except sqlite3.Error:
        return {}


def _tables(db: sqlite3.Connection) -> list[str]:
    """All of the house's, the words it is searched by included; not the tally itself."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'morasse%' AND name <> 'morasse_tally'"
    return sorted(name for (name,) in db.execute(query))


def _if_readable(db: sqlite3.Connection, name: str) -> tuple[int, str]:
    try:
        return counted(_rows(db, name))
    except sqlite3.Error:
        return _UNREADABLE


def _rows(db: sqlite3.Connection, name: str) -> Iterator[dict[str, object]]:
    cursor = db.cursor()
    cursor.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - a name of the file's own tables, in quotes
    names = [one[0] for one in cursor.description]
    yield from (dict(zip(names, row, strict=True)) for row in cursor)
