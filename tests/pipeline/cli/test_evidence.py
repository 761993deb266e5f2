"""A draft's source goes out as a WARC file, and the draft can be written anew from it with the network off."""

import os
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.fetch import Captured, capture_file, fetch, from_warc, to_warc
from pipeline.gates import source
from schemas.source import SourceRequest
from tests.house import SAMPLES, drafted, environment_for, newsroom_for
from tests.pipeline.fetch.servers import reply, serving
from tests.standin import StandIn

MORASSE = Path(sys.executable).parent / "morasse"
NOW = datetime(2026, 2, 6, 9, 30, tzinfo=UTC)


def export(draft_id: str, folder: Path, standin: StandIn) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **environment_for(folder, standin)}
    command = [str(MORASSE), "export", draft_id, "--to", "warc"]
    return subprocess.run(command, env=environment, capture_output=True, check=False, timeout=120)


@pytest.fixture
def fetched() -> Captured:
    page = (SAMPLES / "port-phones.html").read_bytes()
    with serving(lambda connection, _head: connection.sendall(reply(page, Content_Type="text/html"))) as server:
        captured = fetch(server.url("/story"), allow_loopback=True, asked_by="Zoé")
    assert isinstance(captured, Captured)
    return captured


def test_an_archive_is_a_source_like_any_file(fetched: Captured) -> None:
    again = capture_file(to_warc(fetched), name="Preuve.WARC.gz", supplied_by="Inès", now=NOW)
    assert again == fetched


def test_a_draft_is_written_anew_from_its_archive_with_the_network_off(
    fetched: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path / "first", standin)
        request = SourceRequest(source=fetched.snapshot.final_url, submitted_by="Inès")
        row = source.submit(newsroom.office, request, fetched)
        row = newsroom.settle(row.id, lambda _row, _stages: None)
        exported = export(row.id, tmp_path / "first", standin)
        assert exported.returncode == 0, exported.stderr
        assert from_warc(exported.stdout) == fetched

        own, model = socket.socket.connect, standin.base_url
        asked: list[object] = []

        def only_the_model(self: socket.socket, address: tuple[str, int]) -> None:
            if self.family in (socket.AF_INET, socket.AF_INET6) and str(address[1]) not in model:
                asked.append(address)
                raise OSError("the network is off")
            own(self, address)

        monkeypatch.setattr(socket.socket, "connect", only_the_model)
        second = newsroom_for(tmp_path / "second", standin)
        captured = capture_file(exported.stdout, name="preuve.warc.gz", now=NOW)
        assert isinstance(captured, Captured)
        again = drafted(second, captured)
        assert (again.state, again.title) == (row.state, row.title)
        assert (again.snapshot, again.article) == (row.snapshot, row.article)
        assert asked == []


def test_a_source_not_yet_read_has_no_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
        row = source.submit(newsroom.office, SourceRequest(source="https://paper.example/a", submitted_by="Inès"))
        outcome = export(row.id, tmp_path, standin)
    assert outcome.returncode == 2
    assert outcome.stdout == b""
    assert "n’a pas encore été lue" in outcome.stderr.decode()
