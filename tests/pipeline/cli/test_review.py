"""What the commands of the review say of a draft that nobody works on."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.review import queue, show
from pipeline.gates import source
from pipeline.store.database import transaction
from pipeline.store.workers import enrol
from schemas.source import SourceRequest
from tests.house import environment_for, newsroom_for
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
