"""Houses to carry about: one that has something of everything, and the commands of upkeep run on it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.compose import Newsroom, open_newsroom
from pipeline.gates import source
from pipeline.settings import Settings, load_settings
from pipeline.store.database import reading, transaction
from pipeline.store.drafts import find_draft, update_draft
from pipeline.store.history import append_event
from pipeline.store.payloads import put_bytes
from pipeline.store.tables import drafts
from schemas.source import SourceRequest
from tests.house import sample

__all__ = ["changed", "filled", "run", "settings_at"]


def settings_at(folder: Path, url: str) -> Settings:
    return load_settings({"MORASSE_DATA_DIR": str(folder), "MORASSE_DATABASE_URL": url})


def filled(settings: Settings) -> Newsroom:
    """A house with a draft under way, one signed long ago, and odd bytes."""
    newsroom = open_newsroom(settings)
    asked = SourceRequest(source="a.html", submitted_by="Inès", note="urgent")
    source.submit(newsroom.office, asked, sample("port-phones"))
    signed = source.submit(newsroom.office, asked, sample("council-cameras"))
    source.stop(newsroom.office, signed.id, actor="Inès")
    with reading(newsroom.engine) as db:
        stopped = find_draft(db, signed.id)
    with transaction(newsroom.engine) as db:
        append_event(db, signed.id, "commented", actor="Inès", payload={"comment": "« à revoir »", "n": 0.1})
        update_draft(db, signed.id, state="signed", reason=stopped.reason)
        db.execute(
            drafts.update().where(drafts.c.id == signed.id).values(updated_at="2020-01-01T00:00:00.000000+00:00")
        )
        put_bytes(db, bytes(range(256)))
    return newsroom


def run(command: object, monkeypatch: pytest.MonkeyPatch, settings: Settings, *arguments: str) -> None:
    monkeypatch.setattr("pipeline.cli.carrying.load_settings", lambda: settings)
    done = CliRunner().invoke(command, list(arguments), catch_exceptions=False)  # type: ignore[arg-type]
    assert done.exit_code == 0


def changed(file: Path, statement: str) -> None:
    """Change a house's file behind its back."""
    with closing(sqlite3.connect(file)) as db:
        db.execute(statement)
        db.commit()
