"""A signature that was stopped on its way: what was decided meanwhile stands, and nothing is signed twice or unread."""

import signal
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from pipeline.compose import Newsroom
from pipeline.gates import margin, press, relecture, source
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft
from pipeline.store.history import broken_links, events_of
from pipeline.store.payloads import get_model
from schemas.finding import Verification
from schemas.review import DraftRow
from schemas.source import SourceRequest
from tests.house import SAMPLES, environment_for, ignore, newsroom_for
from tests.standin import StandIn
from tests.workflow.processes import started, until

pytestmark = pytest.mark.usefixtures("database")


class Site:
    """One article on loopback. While `held`, whoever asks waits, and `asked` says that someone does."""

    def __init__(self) -> None:
        self.asked, self.open = threading.Event(), threading.Event()
        self.open.set()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/article"

    def hold(self) -> None:
        self.asked.clear()
        self.open.clear()

    def close(self) -> None:
        self.open.set()
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site, content = self, (SAMPLES / "port-phones.html").read_bytes()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.set()
                site.open.wait()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *args: object) -> None:
                """Silence."""

        return Handler


@pytest.fixture
def site() -> Iterator[Site]:
    one = Site()
    yield one
    one.close()


def accepted(newsroom: Newsroom, draft_id: str) -> DraftRow:
    with reading(newsroom.engine) as db:
        found = get_model(db, find_draft(db, draft_id).verification or "", Verification)
    for part in sorted({one.part for one in found.blocking}):
        relecture.decide_part(newsroom.office, draft_id, "accept", part, actor="Inès", comment="vérifié")
    return relecture.decide(newsroom.office, draft_id, "accept", actor="Inès", comment="")


@pytest.mark.parametrize("meanwhile", ["signed", "rewritten"])
def test_a_signature_that_was_stopped_signs_nothing_when_it_wakes(tmp_path: Path, site: Site, meanwhile: str) -> None:
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
        row = source.submit(newsroom.office, SourceRequest(source=site.address, submitted_by="Inès"))
        newsroom.settle(row.id, ignore)
        read = accepted(newsroom, row.id)
        site.hold()
        with started(environment_for(tmp_path, standin), "sign", row.id, "--by", "Paul") as stopped:
            until(site.asked.is_set, within_s=60)
            stopped.send_signal(signal.SIGSTOP)
            site.open.set()
            if meanwhile == "signed":
                press.sign(newsroom.office, row.id, actor="Ana", look="unchanged", despite_source=False)
            else:
                margin.save(newsroom.office, row.id, {"title": "Un autre titre"}, actor="Inès")
                assert accepted(newsroom, row.id).revision != read.revision
            stopped.send_signal(signal.SIGCONT)
            _, told = stopped.communicate(timeout=60)
        # A gate that does not open, or words that are no longer the current ones.
        assert stopped.returncode == (1 if meanwhile == "signed" else 5), told.decode()
    with reading(newsroom.engine) as db:
        signed = [one.actor for one in events_of(db, row.id) if one.kind == "signed"]
        assert signed == (["Ana"] if meanwhile == "signed" else [])
        assert find_draft(db, row.id).signed_revision == (read.revision if meanwhile == "signed" else None)
        assert broken_links(db) == ()
