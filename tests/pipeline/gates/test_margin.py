"""What a reviewer does part by part, and what undoing it gives back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pipeline import verify as checks
from pipeline.compose import Newsroom
from pipeline.errors import GateFault, StaleRevision, UsageFault
from pipeline.gates import margin, office, relecture
from pipeline.gates.office import open_findings
from pipeline.store.database import reading, transaction
from pipeline.store.drafts import find_draft, load_text
from pipeline.store.history import append_event, events_of
from schemas.article import Article
from schemas.draft import Analyse
from schemas.finding import Verification
from schemas.house import House
from schemas.review import DraftRow
from tests.desk.seeds import DRAFT, seeded
from tests.house import newsroom_for
from tests.standin import StandIn


@pytest.fixture
def house(tmp_path: Path) -> Iterator[tuple[Newsroom, str]]:
    with StandIn() as standin:
        newsroom = newsroom_for(tmp_path, standin)
        yield newsroom, seeded(newsroom)
        newsroom.engine.dispose()


def row_of(newsroom: Newsroom, draft: str) -> DraftRow:
    with reading(newsroom.engine) as db:
        return find_draft(db, draft)


def text_of(newsroom: Newsroom, draft: str) -> Analyse:
    with reading(newsroom.engine) as db:
        text = load_text(db, find_draft(db, draft).revision or "")
    assert isinstance(text, Analyse)
    return text


def base_of(newsroom: Newsroom, draft: str) -> str:
    return row_of(newsroom, draft).revision or ""


def test_a_save_from_an_older_text_takes_in_what_others_did_elsewhere(house: tuple[Newsroom, str]) -> None:
    newsroom, draft = house
    office, base = newsroom.office, base_of(newsroom, draft)
    margin.save(office, draft, {"standfirst": "Un chapô neuf."}, actor="Paul", base=base)
    # A part sent back as it was read is no change, even where someone else changed it since.
    texts = {"watchpoints": "Rien n’est joué.", "standfirst": DRAFT.standfirst}
    margin.save(office, draft, texts, actor="Inès", base=base)
    text = text_of(newsroom, draft)
    assert (text.standfirst, text.watchpoints) == ("Un chapô neuf.", "Rien n’est joué.")
    before = base_of(newsroom, draft)
    with pytest.raises(StaleRevision):
        margin.save(office, draft, {"watchpoints": "Tout est joué."}, actor="Paul", base=base)
    assert base_of(newsroom, draft) == before


def test_a_text_saved_as_it_stands_is_no_change_though_it_would_be_set_otherwise_today(
    house: tuple[Newsroom, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom, draft = house
    base = base_of(newsroom, draft)
    monkeypatch.setattr("pipeline.gates.margin._typeset", lambda _draft, texts: dict.fromkeys(texts, "Autre"))
    margin.save(newsroom.office, draft, {"standfirst": DRAFT.standfirst}, actor="Inès", base=base)
    assert base_of(newsroom, draft) == base


def test_struck_paragraphs_keep_quotations_in_their_place_and_come_back(house: tuple[Newsroom, str]) -> None:
    newsroom, draft = house
    office = newsroom.office
    margin.strike(office, draft, "body[b1]", actor="Inès", base=base_of(newsroom, draft))
    text = text_of(newsroom, draft)
    assert [one.id for one in text.body] == ["b2"]
    assert text.quotes[0].position == 1
    margin.strike(office, draft, "quotes[q1]", actor="Inès", base=base_of(newsroom, draft))
    assert text_of(newsroom, draft).quotes == ()
    margin.undo(office, draft, actor="Inès")
    margin.undo(office, draft, actor="Inès")
    assert text_of(newsroom, draft) == DRAFT
    with pytest.raises(GateFault, match="rien à annuler"):
        margin.undo(office, draft, actor="Inès")


@pytest.mark.parametrize("part", ["title", "pillars.sovereignty", "pillars", "quotes", "source", "body[b1].id"])
def test_a_part_that_a_draft_cannot_be_without_is_not_struck(house: tuple[Newsroom, str], part: str) -> None:
    newsroom, draft = house
    with pytest.raises(UsageFault, match="ne se retire pas"):
        margin.strike(newsroom.office, draft, part, actor="Inès", base=base_of(newsroom, draft))
    assert text_of(newsroom, draft) == DRAFT


def test_a_part_that_is_gone_is_not_struck(house: tuple[Newsroom, str]) -> None:
    newsroom, draft = house
    with pytest.raises(UsageFault, match="n’est plus"):
        margin.strike(newsroom.office, draft, "body[b9]", actor="Inès", base=base_of(newsroom, draft))


def test_nobody_waits_for_the_verification_of_a_change(
    house: tuple[Newsroom, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom, draft = house
    act, base = newsroom.office, base_of(newsroom, draft)
    with transaction(newsroom.engine) as db:
        payload = {"part": "watchpoints", "base": base, "text": "Proposé.", "reason": ""}
        number = append_event(db, draft, "proposed", actor="morasse", payload=payload).number
    verified = []

    def verify(text: Analyse, article: Article, *, house: House) -> Verification:
        with closing(sqlite3.connect(newsroom.engine.url.database or "", timeout=0)) as other:
            # Fails where someone holds the write lock.
            other.execute("BEGIN IMMEDIATE")
        verified.append(text)
        return checks.verify(text, article, house=house)

    monkeypatch.setattr(office, "verify", verify)
    monkeypatch.setattr(office, "_VERIFIED", {})
    margin.take(act, draft, number, actor="Inès", seen=DRAFT.watchpoints)
    margin.score(act, draft, "factuality", 2, actor="Inès")
    margin.save(act, draft, {"watchpoints": "Enregistré."}, actor="Inès", base=base_of(newsroom, draft))
    margin.strike(act, draft, "body[b1]", actor="Inès", base=base_of(newsroom, draft))
    assert len(verified) == 4
    # What it leads back to was verified just now: what is kept of that is dropped first.
    monkeypatch.setattr(office, "_VERIFIED", {})
    margin.undo(act, draft, actor="Inès")
    assert len(verified) == 5


def test_undoing_leaves_what_others_did(house: tuple[Newsroom, str]) -> None:
    newsroom, draft = house
    office = newsroom.office
    margin.save(office, draft, {"watchpoints": "D’Inès."}, actor="Inès", base=base_of(newsroom, draft))
    margin.save(office, draft, {"standfirst": "De Paul."}, actor="Paul", base=base_of(newsroom, draft))
    margin.undo(office, draft, actor="Inès")
    text = text_of(newsroom, draft)
    assert (text.watchpoints, text.standfirst) == (DRAFT.watchpoints, "De Paul.")
    margin.save(office, draft, {"standfirst": "D’Inès."}, actor="Inès", base=base_of(newsroom, draft))
    with pytest.raises(GateFault, match="a changé depuis"):
        margin.undo(office, draft, actor="Paul")


def test_a_finding_is_dismissed_with_a_reason_and_only_for_these_words(house: tuple[Newsroom, str]) -> None:
    newsroom, draft = house
    office = newsroom.office
    told = {"code": "figure-order", "excerpt": "2,3 milliards de dollars"}
    with pytest.raises(GateFault, match="sans raison"):
        margin.dismiss(office, draft, "body[b1]", reason=" ", actor="Inès", **told)
    margin.dismiss(office, draft, "body[b1]", reason="Vérifié au registre.", actor="Inès", **told)
    with reading(newsroom.engine) as db:
        assert open_findings(db, find_draft(db, draft), DRAFT) == ()
    changed = "Les capteurs ont coûté 2,3 milliards de dollars, dit-on."
    margin.save(office, draft, {"body[b1]": changed}, actor="Inès", base=base_of(newsroom, draft))
    with reading(newsroom.engine) as db:
        row = find_draft(db, draft)
        assert open_findings(db, row, load_text(db, row.revision or ""))


def test_a_proposal_never_takes_the_place_of_words_nobody_saw(house: tuple[Newsroom, str]) -> None:
    newsroom, draft = house
    office, base = newsroom.office, base_of(newsroom, draft)
    with transaction(newsroom.engine) as db:
        payload = {"part": "watchpoints", "base": base, "text": "Proposé.", "reason": ""}
        number = append_event(db, draft, "proposed", actor="morasse", payload=payload).number
    margin.save(office, draft, {"watchpoints": "Écrit entre-temps."}, actor="Inès", base=base)
    with pytest.raises(StaleRevision):
        margin.take(office, draft, number, actor="Paul", seen=DRAFT.watchpoints)
    margin.take(office, draft, number, actor="Paul", seen="Écrit entre-temps.")
    assert text_of(newsroom, draft).watchpoints == "Proposé."
    with pytest.raises(UsageFault):
        margin.decline(office, draft, number, actor="Paul")


def test_a_part_written_again_stays_with_its_paragraph_when_others_go(house: tuple[Newsroom, str]) -> None:
    newsroom, draft = house
    office = newsroom.office
    relecture.decide_part(office, draft, "regenerate", "body[1]", actor="Inès", comment="Plus court.")
    margin.strike(office, draft, "body[b1]", actor="Inès", base=base_of(newsroom, draft))
    newsroom.settle(draft, lambda _row, _stages: None)
    with reading(newsroom.engine) as db:
        told = [one for one in events_of(db, draft) if one.kind in ("regenerated", "proposed")]
    assert [(one.kind, one.payload["part"]) for one in told] == [("regenerated", "body[b2]"), ("proposed", "body[b2]")]
    assert told[1].payload["reason"] == ""


def test_a_point_of_a_list_is_not_written_over_where_its_place_is_another_s(house: tuple[Newsroom, str]) -> None:
    newsroom, draft = house
    office, base = newsroom.office, base_of(newsroom, draft)
    with transaction(newsroom.engine) as db:
        payload = {"part": "body[0]", "base": base, "text": "Proposé.", "reason": ""}
        number = append_event(db, draft, "proposed", actor="morasse", payload=payload).number
    margin.strike(office, draft, "body[b1]", actor="Inès", base=base)
    with pytest.raises(StaleRevision):
        margin.take(office, draft, number, actor="Paul", seen=DRAFT.body[1].text)
    assert text_of(newsroom, draft).body[0].text == DRAFT.body[1].text


def test_points_are_given_pillar_by_pillar_and_void_what_was_accepted(house: tuple[Newsroom, str]) -> None:
    newsroom, draft = house
    office = newsroom.office
    relecture.decide_part(office, draft, "accept", "body[b1]", actor="Inès", comment="Vérifié.")
    relecture.decide(office, draft, "accept", actor="Inès", comment="")
    margin.score(office, draft, "factuality", 2, actor="Paul")
    row, text = row_of(newsroom, draft), text_of(newsroom, draft)
    assert row.state == "review_gate"
    assert text.pillars is not None
    assert text.pillars.total == 5
    with reading(newsroom.engine) as db:
        assert "voided" in [one.kind for one in events_of(db, draft)]
    for wrong in (("factuality", 3), ("courage", 1)):
        with pytest.raises(UsageFault):
            margin.score(office, draft, *wrong, actor="Paul")


def test_confirming_outside_knowledge_keeps_what_was_accepted_and_striking_does_not(
    house: tuple[Newsroom, str],
) -> None:
    newsroom, draft = house
    office, passage = newsroom.office, "actions[a1].outside_knowledge[0]"
    relecture.decide_part(office, draft, "accept", "body[b1]", actor="Inès", comment="Vérifié.")
    relecture.decide(office, draft, "accept", actor="Inès", comment="")
    relecture.decide_part(office, draft, "accept", passage, actor="Paul", comment="")
    assert row_of(newsroom, draft).state == "press_gate"
    relecture.decide_part(office, draft, "reject", passage, actor="Paul", comment="")
    assert row_of(newsroom, draft).state == "review_gate"
    assert "Rotterdam" not in text_of(newsroom, draft).actions[0].description
