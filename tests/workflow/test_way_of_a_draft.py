"""The way of a draft through the engine: to its gate, past faults, without paying twice."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import GateFault
from pipeline.fetch import Captured, capture_file
from pipeline.gates import source
from pipeline.store.database import reading
from pipeline.store.drafts import revisions_of
from pipeline.store.history import broken_links, events_of
from pipeline.store.results import stage_runs_of
from tests.house import drafted, ignore, newsroom_for, sample
from tests.standin import Fault, Faults, StandIn

pytestmark = pytest.mark.usefixtures("database")


def test_an_article_becomes_a_draft_at_the_review_gate(tmp_path: Path) -> None:
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
        row = drafted(newsroom, sample("port-phones"))
    assert row.state == "review_gate"
    assert row.revision is not None
    assert row.translation is not None
    with reading(newsroom.engine) as db:
        kinds = [one.kind for one in events_of(db, row.id)]
        assert kinds[:2] == ["submitted", "captured"]
        assert kinds.count("generated") == len(revisions_of(db, row.id))
        assert {"extract", "summarise", "propose", "translate", "verify"} <= {
            one.stage for one in stage_runs_of(db, row.id)
        }
        assert broken_links(db) == ()


def test_the_same_words_on_another_page_cost_no_call(tmp_path: Path) -> None:
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
        first = drafted(newsroom, sample("port-phones"))
        paid = len(standin.calls)
        assert paid >= 3
        second = drafted(newsroom, sample("port-phones", extra=b"<!-- nonce 71c2 -->"))
        assert len(standin.calls) == paid
    assert second.revision == first.revision
    assert second.snapshot != first.snapshot


def test_a_refused_key_parks_the_draft_and_resuming_pays_nothing_twice(tmp_path: Path) -> None:
    with StandIn(key="sk-another") as standin:
        row = drafted(newsroom_for(tmp_path, standin), sample("port-phones"))
    assert row.state == "parked"
    assert row.exit_code == 4
    assert row.reason
    assert row.remedy
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
        source.resume(newsroom.office, row.id, actor="Inès")
        row = newsroom.settle(row.id, ignore)
    assert row.state == "review_gate"


@pytest.mark.parametrize("name", ["paywalled-ferry", "stadtwerke-daten"])
def test_a_doubtful_source_waits_for_a_person_before_any_call(tmp_path: Path, name: str) -> None:
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
        row = drafted(newsroom, sample(name))
        assert row.state == "source_gate"
        assert row.exit_code == 3
        assert standin.calls == []


def test_a_confirmed_source_goes_on(tmp_path: Path) -> None:
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
        row = drafted(newsroom, sample("paywalled-ferry"))
        source.decide_source(newsroom.office, row.id, "accept", actor="Inès", comment="lu en entier sur papier")
        row = newsroom.settle(row.id, ignore)
    assert row.state == "review_gate"


def test_a_page_without_a_word_cannot_be_confirmed_and_says_so(tmp_path: Path) -> None:
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
        empty = b"<html><head><title>Rien</title></head><body></body></html>"
        captured = capture_file(empty, name="rien.html", supplied_by="Inès", now=datetime.now(UTC))
        assert isinstance(captured, Captured)
        row = drafted(newsroom, captured)
        assert (row.state, "accept" in row.remedy) == ("source_gate", False)
        with pytest.raises(GateFault, match="pas de texte"):
            source.decide_source(newsroom.office, row.id, "accept", actor="Inès", comment="")
        assert standin.calls == []


def test_a_confirmed_source_stays_confirmed_when_its_draft_is_resumed(tmp_path: Path) -> None:
    with StandIn(faults=Faults(rate=1.0, kinds=("wrong_key",))) as standin:
        newsroom = newsroom_for(tmp_path, standin)
        row = drafted(newsroom, sample("paywalled-ferry"))
        source.decide_source(newsroom.office, row.id, "accept", actor="Inès", comment="lu en entier sur papier")
        assert newsroom.settle(row.id, ignore).state == "parked"
        standin.faults = Faults()
        source.resume(newsroom.office, row.id, actor="Inès")
        assert newsroom.settle(row.id, ignore).state == "review_gate"


def test_faults_that_pass_are_waited_out(tmp_path: Path) -> None:
    with StandIn(faults=Faults(first=("broken", None, Fault("rate_limited", retry_after="0.1")))) as standin:
        row = drafted(newsroom_for(tmp_path, standin), sample("port-phones"))
    assert row.state == "review_gate"


def test_a_synthesis_asks_for_no_proposals(tmp_path: Path) -> None:
    with StandIn() as standin:
        row = drafted(newsroom_for(tmp_path, standin), sample("port-phones"), "synthese")
        assert row.state == "review_gate"
        assert "ProposalsReply" not in {one.request.reply_name for one in standin.calls}
