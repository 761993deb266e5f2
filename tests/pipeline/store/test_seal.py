"""A backup that was damaged while it lay, in whatever table, is not taken for a sound one."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from pipeline.cli.carrying import backup, restore
from pipeline.compose import open_newsroom
from pipeline.errors import StoreFault
from pipeline.store.database import reading
from pipeline.store.tables import drafts
from tests.pipeline.store.houses import changed, filled, run, settings_at


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE morasse_blobs SET content = x'00'",
        "UPDATE morasse_events SET actor = 'Mallory'",
        "UPDATE morasse_blobs SET created_at = 'another day'",
        "UPDATE morasse_drafts SET request = '{'",
        "UPDATE morasse_drafts SET title = CAST(x'ff' AS TEXT)",
        "UPDATE morasse_search SET words = 'other words'",
        "UPDATE morasse_schema SET version_num = '0000'",
        "DELETE FROM morasse_events WHERE number = (SELECT MAX(number) FROM morasse_events)",
        "DELETE FROM morasse_blobs",
        "DELETE FROM morasse_tally",
        "DROP TABLE morasse_results",
        "ALTER TABLE morasse_drafts RENAME TO morasse_draftz",
    ],
)
def test_a_damaged_backup_is_not_taken_for_a_sound_one(
    harm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "house.backup"
    run(backup, monkeypatch, filled(settings_at(tmp_path, f"sqlite:///{tmp_path / 'here.sqlite'}")).settings, str(file))
    changed(file, harm)
    again = settings_at(tmp_path, f"sqlite:///{tmp_path / 'again.sqlite'}")
    with pytest.raises(StoreFault, match="abîmée"):
        run(restore, monkeypatch, again, str(file))
    with reading(open_newsroom(again).engine) as db:
        assert not db.execute(sa.select(drafts.c.id)).all()


HARM_TO_CONTENTS = ("UPDATE morasse_blobs SET content = x'00'", "UPDATE morasse_events SET actor = 'Mallory'")


@pytest.mark.parametrize("harm", HARM_TO_CONTENTS)
def test_what_lay_damaged_in_the_house_is_seen_as_well_and_taken_on_demand(
    harm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom, file = filled(settings_at(tmp_path, f"sqlite:///{tmp_path / 'here.sqlite'}")), tmp_path / "house.backup"
    changed(tmp_path / "here.sqlite", harm)
    run(backup, monkeypatch, newsroom.settings, str(file))
    again = settings_at(tmp_path, f"sqlite:///{tmp_path / 'again.sqlite'}")
    with pytest.raises(StoreFault, match="abîmée"):
        run(restore, monkeypatch, again, str(file))
    changed(file, harm)
    run(restore, monkeypatch, again, "--despite-damage", str(file))


def test_a_backup_from_before_the_tally_restores_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom, file = filled(settings_at(tmp_path, f"sqlite:///{tmp_path / 'here.sqlite'}")), tmp_path / "house.backup"
    run(backup, monkeypatch, newsroom.settings, str(file))
    said: list[str] = []
    monkeypatch.setattr("pipeline.cli.carrying.console.print", lambda text, **_: said.append(text))
    run(restore, monkeypatch, settings_at(tmp_path, f"sqlite:///{tmp_path / 'again.sqlite'}"), str(file))
    assert not any("relevé" in one for one in said)
    changed(file, "DROP TABLE morasse_tally")
    run(restore, monkeypatch, settings_at(tmp_path, f"sqlite:///{tmp_path / 'old.sqlite'}"), str(file))
    assert any("pas de relevé" in one for one in said)
