"""A segment that is begun again after a crash goes through all its steps and repeats none of them."""

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from pipeline.compose import Newsroom
from pipeline.gates import relecture, source
from pipeline.steps import writing
from pipeline.store.database import reading, transaction
from pipeline.store.drafts import find_draft, revisions_of, update_draft
from pipeline.store.history import events_of
from pipeline.store.results import stage_runs_of
from pipeline.workflow import working
from schemas.source import SourceRequest
from tests.house import drafted, ignore, newsroom_for, sample, state
from tests.standin import Request, StandIn, obey
from tests.workflow.processes import until

pytestmark = pytest.mark.usefixtures("database")


def with_a_wrong_figure(request: Request) -> dict[str, Any]:
    """A summary that verification faults, and a repair that mends it."""
    reply = obey(request)
    if request.reply_name == "AnalyseReply":
        reply["standfirst"]["text"] = "Le port a dépensé 987 milliards de dollars."
    return reply


def as_it_stands(newsroom: Newsroom, draft_id: str) -> tuple[object, ...]:
    with reading(newsroom.engine) as db:
        runs = [one for one in stage_runs_of(db, draft_id) if one.stage != "extract"]
        return find_draft(db, draft_id).revision, events_of(db, draft_id), revisions_of(db, draft_id), runs


def begun_again(newsroom: Newsroom, draft_id: str) -> None:
    """As if the worker had died after everything but its last word: the engine has the segment begin again."""
    engine = newsroom.engine
    table = "workflow_status" if engine.dialect.name == "sqlite" else "dbos.workflow_status"
    with transaction(engine) as db:
        update_draft(db, draft_id, state="working")
        again = "SET status = 'ENQUEUED', output = NULL, executor_id = NULL, started_at_epoch_ms = NULL"
        db.execute(sa.text(f"UPDATE {table} {again} WHERE workflow_uuid = :id"), {"id": f"draft-{draft_id}-1"})


def test_a_repaired_draft_is_neither_asked_for_again_nor_set_back(tmp_path: Path) -> None:
    with StandIn(with_a_wrong_figure) as standin:
        newsroom = newsroom_for(tmp_path, standin)
        row = drafted(newsroom, sample("port-phones"))
        with reading(newsroom.engine) as db:
            assert [one.origin for one in revisions_of(db, row.id)] == ["model", "repair"]
        before, paid = as_it_stands(newsroom, row.id), len(standin.calls)
        begun_again(newsroom, row.id)
        assert newsroom.settle(row.id, ignore).state == "review_gate"
        assert as_it_stands(newsroom, row.id) == before
        assert len(standin.calls) == paid


def test_a_segment_begun_by_an_earlier_release_is_finished_whatever_its_steps_were(tmp_path: Path) -> None:
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
        row = source.submit(newsroom.office, SourceRequest(source="a.html"), sample("port-phones"))
        table = "operation_outputs" if newsroom.engine.dialect.name == "sqlite" else "dbos.operation_outputs"
        with transaction(newsroom.engine) as db:
            for number, name in enumerate(("step", "another", "DBOS.getResult"), 1):
                line = {"id": f"draft-{row.id}-1", "number": number, "name": name, "output": "null"}
                columns = "(workflow_uuid, function_id, function_name, output)"
                db.execute(sa.text(f"INSERT INTO {table} {columns} VALUES (:id, :number, :name, :output)"), line)
        assert newsroom.settle(row.id, ignore).state == "review_gate"


def test_a_rewrite_that_is_begun_again_is_answered_once(tmp_path: Path) -> None:
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
        row = drafted(newsroom, sample("port-phones"))
        relecture.decide_part(newsroom.office, row.id, "regenerate", "watchpoints", actor="Inès", comment="court")
        newsroom.settle(row.id, ignore)
        before, paid = as_it_stands(newsroom, row.id), len(standin.calls)
        with reading(newsroom.engine) as db:
            asked = next(one for one in events_of(db, row.id) if one.kind == "regenerated")
        wish = {"part": str(asked.payload["part"]), "base": row.revision or "", "comment": "court"}
        assert writing.rewrite(newsroom.bench(60), row.id, asked.number, **wish) == {"outcome": "done"}
        assert as_it_stands(newsroom, row.id) == before
        assert len(standin.calls) == paid


def test_a_draft_that_is_set_aside_begins_no_further_call(tmp_path: Path) -> None:
    with StandIn(latency_s=0.5) as standin:
        newsroom = newsroom_for(tmp_path, standin)
        row = source.submit(newsroom.office, SourceRequest(source="a.html"), sample("port-phones"))
        url = newsroom.settings.database_url
        with working(newsroom.bench(60), database_url=url, model_calls=1, silence_s=30.0):
            until(lambda: standin.running == 1, within_s=60)
            source.stop(newsroom.office, row.id, actor="Inès")
            until(lambda: bool(standin.calls), within_s=60)
        # The block ends when the segment has.
        assert len(standin.calls) == 1
        assert state(newsroom, row.id) == "parked"
        source.resume(newsroom.office, row.id, actor="Inès")
        assert newsroom.settle(row.id, ignore).state == "review_gate"
        assert standin.counts()["paid_twice"] == 0
