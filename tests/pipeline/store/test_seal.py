"""A backup that was damaged while it lay, in whatever table, is not taken for a sound one."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from pipeline.cli.carrying import backup, restore
from pipeline.cli.upkeep import doctor
from pipeline.compose import open_newsroom
from pipeline.errors import StoreFault
from pipeline.steps.evidence import kept_capture
from pipeline.store.database import reading, transaction
from pipeline.store.soundness import look_through
from pipeline.store.tables import blobs, drafts
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


def test_what_is_taken_despite_damage_is_told_and_the_doctor_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom, file = filled(settings_at(tmp_path, f"sqlite:///{tmp_path / 'here.sqlite'}")), tmp_path / "house.backup"
    run(backup, monkeypatch, newsroom.settings, str(file))
    with reading(newsroom.engine) as db:
        signed, digest = db.execute(sa.select(drafts.c.id, drafts.c.snapshot).where(drafts.c.state == "signed")).one()
        page = kept_capture(newsroom.engine, signed).snapshot.content_digest
    changed(file, f"UPDATE morasse_blobs SET content = CAST(content || 'x' AS BLOB) WHERE digest = '{digest}'")
    changed(file, f"UPDATE morasse_blobs SET content = x'00' WHERE digest = '{page}'")
    changed(file, "UPDATE morasse_drafts SET title = 'Un autre titre'")
    said: list[str] = []
    monkeypatch.setattr("pipeline.cli.carrying.console.print", lambda text, **_: said.append(text.strip()))
    again = tmp_path / "again.sqlite"
    run(restore, monkeypatch, settings_at(tmp_path, f"sqlite:///{again}"), "--despite-damage", str(file))
    assert "mêmes" not in said[0]
    broken = [f"contenu abîmé {one[:12]} (brouillons {signed})" for one in sorted((digest, page))]
    tables = [f"{name}\u00a0: diffère du relevé de la sauvegarde" for name in ("morasse_blobs", "morasse_drafts")]
    assert (said[1:3], sorted(said[3:5])) == (tables, broken)
    seen = CliRunner().invoke(
        doctor, env={"MORASSE_DATA_DIR": str(tmp_path), "MORASSE_DATABASE_URL": f"sqlite:///{again}"}
    )
    assert "✗ base et historiques" in seen.stdout
    assert all(one in seen.stdout for one in broken)
    well = CliRunner().invoke(
        doctor, env={"MORASSE_DATA_DIR": str(tmp_path), "MORASSE_DATABASE_URL": str(newsroom.engine.url)}
    )
    assert "5 contenus relus, tous intacts" in well.stdout


def test_a_content_that_a_draft_names_and_nobody_has_is_missed(tmp_path: Path, database: str) -> None:
    engine = filled(settings_at(tmp_path, database)).engine
    with transaction(engine) as db:
        assert look_through(db).broken == ()
        draft_id, digest = db.execute(sa.select(drafts.c.id, drafts.c.snapshot).where(drafts.c.state == "signed")).one()
        assert db.execute(blobs.delete().where(blobs.c.digest == digest)).rowcount == 1
        assert look_through(db).broken == (f"brouillon {draft_id}\u00a0: un contenu manque",)
        db.execute(blobs.update().values(content=b"another"))
        assert len(look_through(db).broken) == look_through(db).read + 1


@pytest.mark.parametrize("option", [(), ("--despite-damage",)])
def test_a_backup_that_was_cut_is_not_told_as_the_houses_own_file(
    option: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom, file = filled(settings_at(tmp_path, f"sqlite:///{tmp_path / 'here.sqlite'}")), tmp_path / "house.backup"
    run(backup, monkeypatch, newsroom.settings, str(file))
    whole = file.read_bytes()
    again = settings_at(tmp_path, f"sqlite:///{tmp_path / 'again.sqlite'}")
    for left in (whole[: len(whole) // 2], whole[:5000], b"no database at all" * 100):
        file.write_bytes(left)
        with pytest.raises(StoreFault, match=r"La sauvegarde .*abîmée"):
            run(restore, monkeypatch, again, *option, str(file))


def test_a_backup_with_a_value_that_is_no_more_json_cannot_be_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom, file = filled(settings_at(tmp_path, f"sqlite:///{tmp_path / 'here.sqlite'}")), tmp_path / "house.backup"
    run(backup, monkeypatch, newsroom.settings, str(file))
    again = settings_at(tmp_path, f"sqlite:///{tmp_path / 'again.sqlite'}")
    for harm in ("UPDATE morasse_drafts SET request = '{'", "UPDATE morasse_drafts SET title = CAST(x'ff' AS TEXT)"):
        changed(file, harm)
        with pytest.raises(StoreFault, match=r"La sauvegarde .*abîmée"):
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
