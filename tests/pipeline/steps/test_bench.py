"""Stages on the workbench: whatever becomes of one, it ends, it is told how, and what it took is on its account."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import prompts
from pipeline.compose import Newsroom
from pipeline.errors import Deposed, GateFault, SourceFault
from pipeline.gates import relecture, source
from pipeline.gauges import metrics_text
from pipeline.steps.bench import said
from pipeline.store.database import reading, transaction
from pipeline.store.drafts import find_draft
from pipeline.store.history import events_of
from pipeline.store.results import StageRun, stage_runs_of
from schemas.source import SourceRequest
from tests.house import drafted, newsroom_for, sample
from tests.standin import Faults, StandIn


@pytest.fixture
def standin() -> Iterator[StandIn]:
    with StandIn() as one:
        yield one


@pytest.fixture
def newsroom(tmp_path: Path, standin: StandIn) -> Iterator[Newsroom]:
    house = newsroom_for(tmp_path, standin)
    yield house
    house.engine.dispose()


def stages_of(newsroom: Newsroom, draft_id: str) -> dict[str, StageRun]:
    with reading(newsroom.engine) as db:
        return {one.stage: one for one in stage_runs_of(db, draft_id)}


def submitted(newsroom: Newsroom) -> str:
    return source.submit(newsroom.office, SourceRequest(source="a.html"), sample("port-phones")).id


def test_a_stage_that_failed_is_not_counted_nor_told_as_done(
    newsroom: Newsroom, standin: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    standin.faults = Faults(rate=1.0, kinds=("wrong_key",))
    with caplog.at_level(logging.INFO, "morasse.steps"):
        row = drafted(newsroom, sample("port-phones"))
    failed = [one for one in caplog.records if one.getMessage() == "stage failed"]
    assert {(one.levelname, vars(one)["fields"]["error"]) for one in failed} == {("WARNING", "PermanentError:status")}
    (parked,) = (vars(one)["fields"] for one in caplog.records if one.getMessage() == "parked")
    assert (parked["stage"] in {"summarise", "propose", "translate"}, parked["code"]) == (True, "PermanentError:status")
    told = {(one.getMessage(), vars(one).get("fields", {}).get("stage")) for one in caplog.records}
    assert ("stage failed", "summarise") in told
    assert ("stage done", "summarise") not in told
    assert ("stage done", "extract") in told
    stages = stages_of(newsroom, row.id)
    assert {name for name, one in stages.items() if one.failed} == {"summarise", "propose", "translate"}
    assert all(one.finished_at for one in stages.values())
    figures = metrics_text(newsroom.engine, 30.0).decode()
    assert 'morasse_stage_runs_last_hour{stage="extract"} 1.0' in figures
    assert 'morasse_stage_runs_last_hour{stage="summarise"}' not in figures


def test_a_part_that_could_not_be_written_again_ends_its_stage_with_what_it_took(
    newsroom: Newsroom, standin: StandIn
) -> None:
    row = drafted(newsroom, sample("port-phones"))
    standin.faults, paid = Faults(rate=1.0, kinds=("schema_miss",)), len(standin.calls)
    relecture.decide_part(newsroom.office, row.id, "regenerate", "watchpoints", actor="Inès", comment="plus court")
    newsroom.settle(row.id, lambda _row, _stages: None)
    stage = stages_of(newsroom, row.id)["rewrite watchpoints"]
    assert stage.failed
    assert stage.finished_at
    assert stage.usage
    assert stage.usage.tokens_out == sum(one.tokens_out for one in standin.calls[paid:]) > 0


def test_a_refused_source_fails_its_stage(newsroom: Newsroom) -> None:
    request = SourceRequest(source="http://127.0.0.1:9/a", submitted_by="Inès")
    row = source.submit(newsroom.office, request)
    row = newsroom.settle(row.id, lambda _row, _stages: None)
    assert (row.state, row.exit_code) == ("parked", SourceFault.exit_code)
    stage = stages_of(newsroom, row.id)["fetch"]
    assert stage.failed
    assert stage.finished_at


def test_a_stage_stays_open_where_nothing_can_be_written_any_more(newsroom: Newsroom) -> None:
    draft_id, bench = submitted(newsroom), newsroom.bench(1)
    with pytest.raises(Deposed), bench.stage(draft_id, 1, "verify"):
        raise Deposed("…")
    assert stages_of(newsroom, draft_id)["verify"].finished_at is None
    with pytest.raises(ZeroDivisionError), bench.stage(draft_id, 1, "verify"):
        _ = 1 / 0
    assert stages_of(newsroom, draft_id)["verify"].failed


def test_parking_says_so_only_where_it_parks(newsroom: Newsroom, caplog: pytest.LogCaptureFixture) -> None:
    draft_id, bench, fault = submitted(newsroom), newsroom.bench(1), said(GateFault("Non.", "Si."))
    with caplog.at_level(logging.INFO, "morasse.steps"):
        bench.park(draft_id, 7, fault)
    assert caplog.records == []
    with reading(newsroom.engine) as db:
        assert find_draft(db, draft_id).state == "working"
    with caplog.at_level(logging.INFO, "morasse.steps"):
        bench.park(draft_id, 1, fault)
    assert [one.getMessage() for one in caplog.records] == ["parked"]
    with reading(newsroom.engine) as db:
        assert events_of(db, draft_id)[-1].kind == "parked"


def test_templates_are_read_once_an_attempt_and_no_write_lock_is_asked_for_after(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft_id, bench = submitted(newsroom), newsroom.bench(1)
    row = bench.row(draft_id)
    first = bench.composer_for(row, 1)

    def read_again(_folder: Path) -> dict[str, str]:
        raise AssertionError("the templates were read again")

    with transaction(newsroom.engine):
        monkeypatch.setattr(prompts, "_digests", read_again)
        # Someone writes meanwhile: whoever wanted to write too would wait, and fail.
        assert bench.composer_for(row, 1) is first
    with pytest.raises(AssertionError, match="read again"):
        bench.composer_for(row, 2)
