"""What the commands of the review say of a draft that nobody works on."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.review import edit, queue, show
from pipeline.gates import source
from pipeline.store.database import transaction
from pipeline.store.workers import enrol
from schemas.source import SourceRequest
from tests.house import drafted, environment_for, newsroom_for, sample
from tests.standin import StandIn


def test_a_draft_at_work_without_a_worker_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
        for name, value in environment_for(tmp_path, standin).items():
            monkeypatch.setenv(name, value)
        row = source.submit(newsroom.office, SourceRequest(source="https://paper.example/a", submitted_by="Inès"))
        words = "en cours, personne n’y travaille"
        assert words in CliRunner().invoke(queue, []).stdout
        shown = CliRunner().invoke(show, [row.id])
        assert words in shown.stdout
        assert f"Personne n’y travaille. Aller plus loin\u00a0: morasse resume {row.id}" in shown.stderr
        with transaction(newsroom.engine) as db:
            enrol(db, "w1")
        assert words not in CliRunner().invoke(queue, []).stdout


def test_an_edit_says_whose_words_it_took_the_place_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def edited(by: str, text: str, *more: str) -> str:
        words = [row.id, "--part", "watchpoints", "--by", by, *more]
        done = CliRunner().invoke(edit, words, input=text, standalone_mode=False)
        assert done.exception is None
        return done.stderr

    with StandIn() as standin:
        for name, value in environment_for(tmp_path, standin).items():
            monkeypatch.setenv(name, value)
        row = drafted(newsroom_for(tmp_path, standin), sample("port-phones"))
        assert "Remplacé" not in edited("Inès", "Rien n’est joué.\n")
        assert "Remplacé, de Inès\u00a0: Rien n’est joué.\n" in edited("Luc", "Tout reste à jouer.\n")
        assert "Remplacé" not in edited("Luc", "Tout reste à jouer.\n")
        current = newsroom_for(tmp_path, standin).bench(1.0).row(row.id).revision or ""
        assert "Remplacé" not in edited("Zoé", "Tout est dit.\n", "--base", current)
