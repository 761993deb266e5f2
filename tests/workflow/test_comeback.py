"""What a model's fault set aside comes back by itself, on both databases; what a person has to mend does not."""

import time
from pathlib import Path

import pytest

from pipeline.compose import Newsroom
from pipeline.errors import BudgetFault, ModelFault, PermanentError, ReplyError, SourceFault, TransientError
from pipeline.gates import source
from pipeline.gates.comeback import bring_back
from pipeline.steps.again import again_in_s
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft
from pipeline.store.history import events_of
from schemas.review import Event, EventKind
from schemas.source import SourceRequest
from tests.house import newsroom_for, sample, state
from tests.standin import Faults, StandIn
from tests.standin.faults import ALL_KINDS

WITHIN_S = 600
NAMES = ("port-phones", "council-cameras", "courier-cooperative")


def event(kind: EventKind, actor: str = "morasse") -> Event:
    return Event(draft_id="d", number=1, at="", kind=kind, actor=actor, payload={}, previous_digest="", digest="")


def again(history: list[Event], fault: ModelFault | SourceFault) -> int | None:
    return again_in_s(tuple(history), exit_code=fault.exit_code, code=fault.code)


def brought_back(newsroom: Newsroom, ids: list[str], wanted: str) -> None:
    """Do as a worker that stays does, until all of these drafts stand there."""
    began = time.monotonic()
    while any(state(newsroom, one) != wanted for one in ids):
        assert time.monotonic() - began < WITHIN_S
        bring_back(newsroom.office)
        time.sleep(0.1)


@pytest.mark.usefixtures("database")
def test_at_nothing_but_faults_of_every_kind_drafts_say_why_they_wait_and_arrive_when_it_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.steps.again._WAITS_S", (1,) * 40)
    monkeypatch.setattr("pipeline.steps.again._TRIES_OF_PAID", 40)
    with StandIn(faults=Faults(rate=1.0, kinds=ALL_KINDS, seed=3)) as standin:
        newsroom = newsroom_for(tmp_path, standin)
        with newsroom.working_here(600, stays=True):
            ids = [
                source.submit(newsroom.office, SourceRequest(source=f"{name}.html"), sample(name)).id for name in NAMES
            ]
            brought_back(newsroom, ids[:1], "parked")
            with reading(newsroom.engine) as db:
                row = find_draft(db, ids[0])
            assert row.reason
            assert "nouvel essai automatique" in row.remedy
            standin.faults = Faults()
            brought_back(newsroom, ids, "review_gate")
    with reading(newsroom.engine) as db:
        told = [(one.kind, one.actor) for one in events_of(db, ids[0])]
    assert ("resumed", "morasse") in told


def test_a_worker_that_does_not_stay_promises_nothing(tmp_path: Path) -> None:
    with StandIn(faults=Faults(rate=1.0, kinds=("wrong_key",))) as standin:
        newsroom = newsroom_for(tmp_path, standin)
        with newsroom.working_here(60):
            row = source.submit(newsroom.office, SourceRequest(source="a.html"), sample("port-phones"))
            brought_back(newsroom, [row.id], "parked")
    with reading(newsroom.engine) as db:
        assert "nouvel essai" not in find_draft(db, row.id).remedy
        assert "again_in_s" not in events_of(db, row.id)[-1].payload


def test_tries_come_more_and_more_rarely_and_end_until_somebody_acts() -> None:
    refused = PermanentError("Clé refusée.", kind="status")
    history = [event("submitted", "Inès")]
    waits = []
    while (wait := again(history, refused)) is not None:
        waits.append(wait)
        history += [event("parked"), event("resumed")]
    assert waits[:5] == [60, 120, 240, 480, 900]
    assert 7200 < sum(waits) < 10_800
    assert again([*history, event("resumed", "Paul")], refused) == 60


def test_what_was_paid_for_is_tried_less_often_and_what_a_person_must_mend_not_at_all() -> None:
    history = [event("submitted", "Inès"), *[event("parked"), event("resumed")] * 3]
    assert again(history, ReplyError("Pas de JSON.", kind="not_json")) is None
    assert again(history, PermanentError("Retenu.", kind="filtered")) is None
    assert again(history, PermanentError("Clé refusée.", kind="status")) == 480
    assert again(history, TransientError("Ne répond pas.")) == 480
    assert again([], BudgetFault("Budget atteint.")) is None
    assert again([], SourceFault("Introuvable.", kind="not_found")) is None
