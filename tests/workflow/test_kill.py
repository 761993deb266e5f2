"""kill -9 in the middle of a draft, then `morasse resume`: it goes on where it was."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from pipeline.compose import Newsroom
from pipeline.gates import source
from pipeline.store.database import reading
from pipeline.store.drafts import list_drafts
from pipeline.store.history import broken_links
from pipeline.store.tables import results
from schemas.source import SourceRequest
from tests.house import environment_for, newsroom_for, sample
from tests.standin import StandIn

pytestmark = pytest.mark.usefixtures("database")
MORASSE = Path(sys.executable).parent / "morasse"


def run(folder: Path, standin: StandIn, *arguments: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, **environment_for(folder, standin)}
    return subprocess.Popen([MORASSE, *arguments], env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE)


def stored_results(newsroom: Newsroom) -> int:
    with reading(newsroom.engine) as db:
        made = results.c.stage.in_(("summarise", "propose", "translate"))
        return len(db.execute(sa.select(results.c.key).where(made)).all())


@pytest.mark.parametrize("results_before_the_kill", [0, 1, 3])
def test_a_killed_draft_goes_on_where_it_was(tmp_path: Path, results_before_the_kill: int) -> None:
    with StandIn(latency_s=0.5) as standin:
        newsroom = newsroom_for(tmp_path, standin)
        row = source.submit(newsroom.office, SourceRequest(source="port-phones.html"), sample("port-phones"))
        work = run(tmp_path, standin, "resume", row.id)
        deadline = time.monotonic() + 240
        while stored_results(newsroom) < results_before_the_kill and time.monotonic() < deadline:
            time.sleep(0.02)
        work.send_signal(signal.SIGKILL)
        work.communicate()
        kept, paid = stored_results(newsroom), len(standin.calls)
        again = run(tmp_path, standin, "resume", row.id)
        _, said = again.communicate(timeout=240)
        assert again.returncode == 0, said.decode()
        paid_after = len(standin.calls) - paid
    with reading(newsroom.engine) as db:
        assert [one.state for one in list_drafts(db)] == ["review_gate"]
        assert broken_links(db) == ()
    # What was stored is never asked for again: what is left are the tasks without a result, and one repair.
    assert paid_after <= (3 - kept) + 1
