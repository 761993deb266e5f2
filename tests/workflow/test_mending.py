"""A repair round that cannot be had: said, and no reason to keep a finished draft from its reviewer."""

from pathlib import Path
from typing import Any

import pytest

from pipeline import compose
from pipeline.compose import Newsroom, open_newsroom
from pipeline.errors import UsageFault
from pipeline.gates import margin, relecture, source
from pipeline.gates.record import review_record
from pipeline.settings import load_settings
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft
from pipeline.store.history import broken_links, events_of
from pipeline.store.payloads import get_model
from pipeline.store.results import stage_runs_of
from schemas.finding import Verification
from schemas.review import DraftRow
from tests.house import drafted, environment_for, ignore, sample
from tests.standin import FaultKind, Faults, Request, StandIn, obey


def invents(request: Request) -> dict[str, Any]:
    """Obeys, but for a figure that no source holds."""
    reply = obey(request)
    if request.reply_name == "AnalyseReply":
        reply["body"][0]["sentences"][0]["text"] = "La source décrit 777 décisions."
    return reply


def reluctant(kind: FaultKind, reply_name: str = "RepairReply") -> StandIn:
    """Meets every question of one kind with one fault."""
    return StandIn(invents, faults=Faults(rate=1.0, kinds=(kind,), only=reply_name))


def asked(standin: StandIn, reply_name: str = "RepairReply") -> int:
    return sum(one.request.reply_name == reply_name for one in standin.calls)


def judging(folder: Path, standin: StandIn) -> Newsroom:
    return open_newsroom(load_settings({**environment_for(folder, standin), "MORASSE_JUDGE": "1"}))


def found(newsroom: Newsroom, row: DraftRow) -> Verification:
    with reading(newsroom.engine) as db:
        assert broken_links(db) == ()
        return get_model(db, find_draft(db, row.id).verification or "", Verification)


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("fault", "words", "calls"),
    [
        ("refusal", "refuse de répondre", 2),
        ("schema_miss", "ne suit pas le schéma", 2),
        ("bad_request", "refuse la demande", 1),
        ("broken", "4 fois de suite pour cette seule demande", 4),
    ],
)
def test_a_repair_that_fails_for_good_is_said_and_the_draft_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: FaultKind, words: str, calls: int
) -> None:
    monkeypatch.setattr(compose, "_PATIENCE_OF_A_PERSON_S", 60.0)
    with reluctant(fault) as standin:
        newsroom = judging(tmp_path, standin)
        row = drafted(newsroom, sample("port-phones"))
    assert (row.state, row.exit_code, asked(standin)) == ("review_gate", 0, calls)
    verification = found(newsroom, row)
    assert verification.blocking
    (said,) = (one for one in verification.notes if "n’a pas abouti" in one)
    assert words in said
    with reading(newsroom.engine) as db:
        (told,) = (one for one in events_of(db, row.id) if one.kind == "unmended")
        assert words in told.payload["reason"]
        assert told.payload["reason"] in [one.comment for one in review_record(db, row).steps]
        stages = {one.stage: one for one in stage_runs_of(db, row.id)}
    assert stages["repair"].failed
    # The judge read it all the same, and an edit elsewhere leaves both words standing.
    assert sum("Le juge" in one for one in verification.notes) == 1
    margin.save(newsroom.office, row.id, {"standfirst": "Un port."}, actor="Inès", base=row.revision or "")
    assert said in found(newsroom, row).notes


@pytest.mark.parametrize("mended", ["", " Elle le redit\u202f: 778 décisions."])
def test_a_repair_that_mends_nothing_is_said(tmp_path: Path, mended: str) -> None:
    def same_again(request: Request) -> dict[str, Any]:
        if request.reply_name == "RepairReply":
            return {"parts": [{"part": "body[0]", "text": f"La source décrit 777 décisions.{mended}"}]}
        return invents(request)

    with StandIn(same_again) as standin:
        newsroom = judging(tmp_path, standin)
        row = drafted(newsroom, sample("port-phones"))
    assert (row.state, asked(standin)) == ("review_gate", 1)
    (said,) = (one for one in found(newsroom, row).notes if "n’a pas abouti" in one)
    assert "moins de points bloquants" in said
    with reading(newsroom.engine) as db:
        (told,) = (one for one in events_of(db, row.id) if one.kind == "unmended")
    assert told.payload["reason"] in said


def test_what_a_repair_left_is_said(tmp_path: Path) -> None:
    def half(request: Request) -> dict[str, Any]:
        if request.reply_name == "RepairReply":
            return {"parts": [{"part": "body[0]", "text": "La source décrit des décisions."}]}
        return invents(request)

    with StandIn(half) as standin:
        newsroom = judging(tmp_path, standin)
        row = drafted(newsroom, sample("port-phones"))
    with reading(newsroom.engine) as db:
        (told,) = (one for one in review_record(db, row).steps if one.mended)
    assert told.comment.startswith("Points bloquants\u00a0: 2 avant, 1 après")


@pytest.mark.parametrize(("fault", "calls"), [("refusal", 2), ("not_json", 2), ("bad_request", 1)])
def test_a_judge_that_fails_for_good_is_not_asked_over_and_over(tmp_path: Path, fault: FaultKind, calls: int) -> None:
    with reluctant(fault, "JudgeReply") as standin:
        row = drafted(judging(tmp_path, standin), sample("port-phones"))
    assert (row.state, asked(standin, "JudgeReply")) == ("review_gate", calls)


def test_a_repair_that_may_be_had_later_parks_the_draft_which_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compose, "_PATIENCE_OF_A_PERSON_S", 0.2)
    with reluctant("unavailable") as standin:
        newsroom = judging(tmp_path, standin)
        row = drafted(newsroom, sample("port-phones"))
        assert (row.state, row.exit_code) == ("parked", 4)
        assert found(newsroom, row).blocking
        with pytest.raises(UsageFault, match="est en attente"):
            relecture.decide(newsroom.office, row.id, "accept", actor="Inès", comment="")
        standin.faults = Faults()
        monkeypatch.setattr(compose, "_PATIENCE_OF_A_PERSON_S", 60.0)
        source.resume(newsroom.office, row.id, actor="Inès")
        row = newsroom.settle(row.id, ignore)
    assert (row.state, found(newsroom, row).blocking) == ("review_gate", ())
