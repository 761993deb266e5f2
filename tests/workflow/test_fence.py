"""Several workers on one house: a dead one's work goes on elsewhere, and one that was given up writes nothing."""

import shutil
import signal
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from pipeline.compose import Newsroom
from pipeline.errors import Deposed
from pipeline.gates import source
from pipeline.settings import PROJECT
from pipeline.store.database import reading, transaction
from pipeline.store.drafts import find_draft, revisions_of
from pipeline.store.history import broken_links, events_of
from pipeline.store.tables import results, stage_runs, workers
from pipeline.store.workers import beat, depose_silent, enrol, hold_post, live_workers, retire
from schemas.source import SourceRequest
from tests.house import environment_for, newsroom_for, sample, state
from tests.standin import Request, StandIn, obey
from tests.workflow.processes import started, until

pytestmark = pytest.mark.usefixtures("database")
# How long a busy machine may take for anything; nothing here waits as long as this where all is well.
WITHIN_S = 300


def workers_at_work(newsroom: Newsroom) -> int:
    with reading(newsroom.engine) as db:
        return live_workers(db, newsroom.settings.worker_silence_s)


def pid_of_the_one_at_work(newsroom: Newsroom) -> int:
    """The first worker that took the draft's work."""
    with reading(newsroom.engine) as db:
        table = "workflow_status" if newsroom.engine.dialect.name == "sqlite" else "dbos.workflow_status"
        taken = db.execute(sa.text(f"SELECT executor_id FROM {table} WHERE name = 'draft'")).scalar()
        return int(db.execute(sa.select(workers.c.pid).where(workers.c.id == taken)).scalar() or 0)


def stored_stages(newsroom: Newsroom) -> set[str]:
    with reading(newsroom.engine) as db:
        kept = db.execute(sa.select(results.c.stage).where(results.c.stage.in_(("summarise", "propose", "translate"))))
        return set(kept.scalars())


def test_a_killed_worker_is_noticed_and_its_draft_arrives_elsewhere(tmp_path: Path) -> None:
    killed_is_known = threading.Event()

    def summary_first(request: Request) -> dict[str, Any]:
        """Obeys; what is asked beside the draft's own text is answered when the worker is dead."""
        if request.reply_name in ("ProposalsReply", "TranslationReply"):
            killed_is_known.wait(WITHIN_S)
        return obey(request)

    with StandIn(summary_first) as standin:
        newsroom = newsroom_for(tmp_path, standin)
        environment = environment_for(tmp_path, standin)
        with started(environment, "worker") as one, started(environment, "worker") as other:
            until(lambda: workers_at_work(newsroom) == 2, within_s=WITHIN_S)
            row = source.submit(newsroom.office, SourceRequest(source="port-phones.html"), sample("port-phones"))
            until(lambda: bool(stored_stages(newsroom)), within_s=WITHIN_S)
            victim = pid_of_the_one_at_work(newsroom)
            assert victim in (one.pid, other.pid)
            killed = one if one.pid == victim else other
            killed.send_signal(signal.SIGKILL)
            killed.wait(10)
            assert stored_stages(newsroom) == {"summarise"}
            killed_is_known.set()
            until(lambda: state(newsroom, row.id) == "review_gate", within_s=WITHIN_S)
            asked = Counter(one.request.reply_name for one in standin.calls)
    assert asked["AnalyseReply"] == 1
    # What may have been under way when the worker died is asked once more at most.
    assert all(asked[name] in (1, 2) for name in ("ProposalsReply", "TranslationReply")), asked
    with reading(newsroom.engine) as db:
        assert broken_links(db) == ()


def test_the_calls_of_a_killed_worker_keep_no_place_of_their_model(tmp_path: Path) -> None:
    """Its calls would be waited for until their deadline, four minutes, by all others."""
    with StandIn(latency_s=1.0) as standin:
        newsroom = newsroom_for(tmp_path, standin)
        (house := tmp_path / "house").mkdir()
        for name in ("house", "patterns", "glossary"):
            shutil.copy(PROJECT / "data" / f"{name}.toml", house)
        (house / "service.toml").write_text("[provider]\nconcurrency = 2\n", "utf-8")
        environment = {**environment_for(tmp_path, standin), "MORASSE_HOUSE_DIR": str(house)}
        with started(environment, "worker") as killed:
            row = source.submit(newsroom.office, SourceRequest(source="port-phones.html"), sample("port-phones"))
            until(lambda: standin.running == 2, within_s=WITHIN_S)
            killed.send_signal(signal.SIGKILL)
        with started(environment, "worker"):
            until(lambda: state(newsroom, row.id) == "review_gate", within_s=WITHIN_S / 3)


def test_a_worker_that_is_asked_to_end_tells_the_others(tmp_path: Path) -> None:
    """On another machine they would wait for its silence."""
    with StandIn(latency_s=30.0) as standin:
        newsroom = newsroom_for(tmp_path, standin)
        with started(environment_for(tmp_path, standin), "worker") as worker:
            row = source.submit(newsroom.office, SourceRequest(source="port-phones.html"), sample("port-phones"))
            until(lambda: standin.running > 0, within_s=WITHIN_S)
            worker.send_signal(signal.SIGTERM)
            worker.communicate(timeout=25)
        assert worker.returncode == 0
        with reading(newsroom.engine) as db:
            assert set(db.execute(sa.select(workers.c.heartbeat_at)).scalars()) == {"1970-01-01T00:00:00+00:00"}
        assert state(newsroom, row.id) == "working"


def test_a_worker_that_was_stopped_and_given_up_writes_nothing_when_it_wakes(tmp_path: Path) -> None:
    is_stopped = threading.Event()

    def later(request: Request) -> dict[str, Any]:
        """Obeys when the worker that asked is stopped."""
        is_stopped.wait(WITHIN_S)
        return obey(request)

    with StandIn(later) as standin:
        newsroom = newsroom_for(tmp_path, standin)
        environment = {**environment_for(tmp_path, standin), "MORASSE_WORKER_SILENCE_S": "6"}
        with started(environment, "worker") as stopped:
            until(lambda: workers_at_work(newsroom) == 1, within_s=WITHIN_S)
            row = source.submit(newsroom.office, SourceRequest(source="port-phones.html"), sample("port-phones"))
            # All three calls: stopped while it writes, it would hold the lock of an SQLite file.
            until(lambda: standin.running == 3, within_s=WITHIN_S)
            stopped.send_signal(signal.SIGSTOP)
            is_stopped.set()
            with started(environment, "worker"):
                until(lambda: state(newsroom, row.id) == "review_gate", within_s=WITHIN_S)
                with reading(newsroom.engine) as db:
                    before = (find_draft(db, row.id), events_of(db, row.id), revisions_of(db, row.id))
                    runs = db.execute(sa.select(stage_runs).order_by(stage_runs.c.stage)).all()
                stopped.send_signal(signal.SIGCONT)
                _, said = stopped.communicate(timeout=WITHIN_S)
            assert stopped.returncode == 5
            assert "un autre a repris son travail" in said.decode()
    with reading(newsroom.engine) as db:
        assert (find_draft(db, row.id), events_of(db, row.id), revisions_of(db, row.id)) == before
        assert db.execute(sa.select(stage_runs).order_by(stage_runs.c.stage)).all() == runs
        assert broken_links(db) == ()


def test_what_a_forgotten_worker_took_arrives_all_the_same(tmp_path: Path) -> None:
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
        row = source.submit(newsroom.office, SourceRequest(source="port-phones.html"), sample("port-phones"))
        table = "workflow_status" if newsroom.engine.dialect.name == "sqlite" else "dbos.workflow_status"
        with transaction(newsroom.engine) as db:
            # As a worker leaves it that wakes, takes what is enqueued, and only then hears that it was given up.
            db.execute(sa.text(f"UPDATE {table} SET status = 'PENDING', executor_id = 'nobody here'"))
        with started(environment_for(tmp_path, standin), "worker"):
            until(lambda: state(newsroom, row.id) == "review_gate", within_s=WITHIN_S)


def test_the_fence_stands_in_the_very_transaction_that_writes(tmp_path: Path) -> None:
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
    with transaction(newsroom.engine) as db:
        enrol(db, "one")
        enrol(db, "other")
    with transaction(newsroom.engine) as db:
        hold_post(db, "one")
        assert depose_silent(db, but="other", silence_s=60) == ()
    time.sleep(0.05)
    with transaction(newsroom.engine) as db:
        assert depose_silent(db, but="other", silence_s=0.01) == ("one",)
    with pytest.raises(Deposed), transaction(newsroom.engine) as db:
        hold_post(db, "one")
    with pytest.raises(Deposed), transaction(newsroom.engine) as db:
        beat(db, "one")
    with transaction(newsroom.engine) as db:
        # Whoever was to take over may have died: the next one finds it again.
        assert depose_silent(db, but="other", silence_s=60) == ("one",)
        hold_post(db, "other")
        retire(db, "other")
    with pytest.raises(Deposed), transaction(newsroom.engine) as db:
        hold_post(db, "other")
