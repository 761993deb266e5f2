"""A judge on the way of a draft: its word reaches the reviewer, stays as long as the sentence, and holds nothing up."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.compose import Newsroom, open_newsroom
from pipeline.gates import margin
from pipeline.settings import load_settings
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft, load_text
from pipeline.store.history import events_of
from pipeline.store.judgements import judgement_of
from pipeline.store.payloads import get_model
from pipeline.store.results import provenance_of, stage_runs_of
from schemas.finding import Finding, Verification
from tests.house import drafted, environment_for, sample
from tests.standin import Request, StandIn, obey

pytestmark = pytest.mark.usefixtures("database")


def judging_house(folder: Path, standin: StandIn, judge: str = "1") -> Newsroom:
    return open_newsroom(load_settings({**environment_for(folder, standin), "MORASSE_JUDGE": judge}))


def denies_the_first(request: Request) -> dict[str, Any]:
    """Obeys, but for the judge's first verdict."""
    reply = obey(request)
    if request.reply_name == "JudgeReply":
        reply["verdicts"][0] |= {"verdict": "unsupported", "reason": "La source dit le contraire."}
    return reply


def found(newsroom: Newsroom, draft_id: str) -> tuple[Verification, tuple[Finding, ...]]:
    """All that stands on record about a draft's text, and what of it the judge said."""
    with reading(newsroom.engine) as db:
        row = find_draft(db, draft_id)
        verification = get_model(db, row.verification or "", Verification)
    assert row.warnings == sum(one.severity == "warning" for one in verification.findings)
    return verification, tuple(one for one in verification.findings if one.origin == "judge")


def test_the_judges_word_reaches_the_reviewer_and_goes_with_the_sentence(tmp_path: Path) -> None:

    with StandIn(denies_the_first) as standin:
        newsroom = judging_house(tmp_path, standin)
        row = drafted(newsroom, sample("port-phones"))
        assert row.state == "review_gate"
        verification, (said,) = found(newsroom, row.id)
        assert "La source dit le contraire." in said.message
        assert verification.notes
        with reading(newsroom.engine) as db:
            assert "judge" in {one.stage for one in stage_runs_of(db, row.id)}
            assert "judge" in {one.stage for one in provenance_of(db, row.id)}
            draft = load_text(db, row.revision or "")
        # An edit elsewhere leaves it, an edit of its own sentence ends it; no edit asks the model again.
        paid = len(standin.calls)
        assert said.part == "title"
        base = row.revision or ""
        row = margin.save(newsroom.office, row.id, {"standfirst": "Un port."}, actor="Inès", base=base)
        assert found(newsroom, row.id)[1] == (said,)
        margin.save(newsroom.office, row.id, {"title": f"{draft.title} encore"}, actor="Inès", base=row.revision or "")
        assert found(newsroom, row.id)[1] == ()
        assert len(standin.calls) == paid


@pytest.mark.parametrize("judge", ["0", ""])
def test_a_house_may_do_without_a_judge_but_a_hosted_one_has_it_unasked(tmp_path: Path, judge: str) -> None:
    with StandIn() as standin:
        newsroom = judging_house(tmp_path, standin, judge)
        row = drafted(newsroom, sample("port-phones"))
        asked = [one for one in standin.calls if one.request.reply_name == "JudgeReply"]
    with reading(newsroom.engine) as db:
        assert (judgement_of(db, row.id) is None) == (not asked) == (judge == "0")


def test_a_judge_that_is_not_to_be_had_is_said_and_holds_nothing_up(tmp_path: Path) -> None:
    def fails(request: Request) -> dict[str, Any]:
        return {"nothing": "of use"} if request.reply_name == "JudgeReply" else obey(request)

    with StandIn(fails) as standin:
        newsroom = judging_house(tmp_path, standin)
        row = drafted(newsroom, sample("port-phones"))
    assert row.state == "review_gate"
    verification, said = found(newsroom, row.id)
    assert said == ()
    assert any("n’a pas pu lire" in one for one in verification.notes)
    with reading(newsroom.engine) as db:
        assert [one.kind for one in events_of(db, row.id)].count("judged") == 1


def test_the_same_text_is_judged_once(tmp_path: Path) -> None:
    with StandIn() as standin:
        newsroom = judging_house(tmp_path, standin)
        drafted(newsroom, sample("port-phones"))
        paid = len(standin.calls)
        drafted(newsroom, sample("port-phones", extra=b"<!-- again -->"))
        assert len(standin.calls) == paid
