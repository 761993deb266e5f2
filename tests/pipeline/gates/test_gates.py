"""Editing, accepting, signing, exporting: what the gates let through and what they hold."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.compose import Newsroom
from pipeline.errors import GateFault, StaleRevision, UsageFault
from pipeline.gates import errata, margin, press, relecture
from pipeline.gates.delivery import deliver
from pipeline.gates.office import Office
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft, load_text
from pipeline.store.history import broken_links, events_of
from pipeline.store.payloads import get_model
from schemas.draft import UNREAD, Analyse, read_draft
from schemas.finding import Verification
from schemas.review import DraftRow
from tests.house import drafted, newsroom_for, sample
from tests.standin import StandIn


@pytest.fixture(scope="module")
def drafted_house(
    kind: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, StandIn, str]]:
    """One drafted article on each database; each test works on a copy."""
    folder = tmp_path_factory.mktemp("house")
    if kind == "postgres":
        (folder / "database.url").write_text(request.getfixturevalue("postgres").create())
    with StandIn() as standin:
        newsroom = newsroom_for(folder, standin)
        row = drafted(newsroom, sample("port-phones"))
        newsroom.engine.dispose()
        yield folder, standin, row.id


@pytest.fixture
def house(
    drafted_house: tuple[Path, StandIn, str], request: pytest.FixtureRequest, tmp_path: Path
) -> tuple[Newsroom, str]:
    folder, standin, draft_id = drafted_house
    shutil.copytree(folder, tmp_path / "var")
    if (named := tmp_path / "var" / "database.url").exists():
        named.write_text(request.getfixturevalue("postgres").create(like=named.read_text()))
    return newsroom_for(tmp_path / "var", standin), draft_id


def row_of(newsroom: Newsroom, draft_id: str) -> DraftRow:
    with reading(newsroom.engine) as db:
        return find_draft(db, draft_id)


def answer_for_everything(newsroom: Newsroom, draft_id: str) -> None:
    row = row_of(newsroom, draft_id)
    with reading(newsroom.engine) as db:
        found = get_model(db, row.verification or "", Verification)
    for part in {one.part for one in found.blocking}:
        relecture.decide_part(newsroom.office, draft_id, "accept", part, actor="Inès", comment="vérifié")


def accept(newsroom: Newsroom, draft_id: str, actor: str = "Inès") -> DraftRow:
    answer_for_everything(newsroom, draft_id)
    return relecture.decide(newsroom.office, draft_id, "accept", actor=actor, comment="")


def sign(newsroom: Newsroom, draft_id: str, actor: str = "Paul", **options: object) -> DraftRow:
    settle_outside(newsroom, draft_id)
    look: press.SourceLook = options.get("look", "unchanged")  # type: ignore[assignment]
    return press.sign(newsroom.office, draft_id, actor=actor, look=look, despite_source=bool(options.get("despite")))


def settle_outside(newsroom: Newsroom, draft_id: str) -> None:
    row = row_of(newsroom, draft_id)
    with reading(newsroom.engine) as db:
        draft = load_text(db, row.revision or "")
    assert isinstance(draft, Analyse)
    assert all(one.status != "open" for action in draft.actions for one in action.outside_knowledge)


def test_a_draft_goes_from_relecture_to_export(house: tuple[Newsroom, str]) -> None:
    newsroom, draft_id = house
    assert accept(newsroom, draft_id).state == "press_gate"
    row = sign(newsroom, draft_id)
    assert (row.state, row.signed_revision) == ("signed", row.revision)
    text = press.export(newsroom.office, draft_id, actor="Paul", to="markdown")
    assert text.title == row.title
    with reading(newsroom.engine) as db:
        assert [one.kind for one in events_of(db, draft_id)][-3:] == ["accepted", "signed", "exported"]
        assert broken_links(db) == ()


def test_errata_leave_with_an_article_that_is_named_by_the_beginning_of_its_id(house: tuple[Newsroom, str]) -> None:
    newsroom, draft_id = house
    accept(newsroom, draft_id)
    sign(newsroom, draft_id)
    deliver(newsroom.office, draft_id, actor="Paul", to="markdown")
    errata.correct(newsroom.office, draft_id, "Il fallait lire « deux ».", actor="Paul")
    for named in (draft_id, draft_id[:4]):
        assert "Il fallait lire « deux »." in deliver(newsroom.office, named, actor="Paul", to="markdown").text


def test_json_leaves_with_the_label_in_the_words_of_the_house(house: tuple[Newsroom, str]) -> None:
    newsroom, draft_id = house
    accept(newsroom, draft_id)
    sign(newsroom, draft_id)
    label = newsroom.office.house.texts.ai_label
    left = deliver(newsroom.office, draft_id, actor="Paul", to="json").text
    assert json.loads(left)["ai_label"] == label != ""
    # The file is a draft as before: nothing in it is unknown to whoever reads it again.
    assert not [note for note in read_draft(json.loads(left)).notes if note.startswith(UNREAD)]
    texts = newsroom.office.house.texts.model_copy(update={"ai_label": ""})
    silent = replace(newsroom.office, house=newsroom.office.house.model_copy(update={"texts": texts}))
    assert "ai_label" not in json.loads(deliver(silent, draft_id, actor="Paul", to="json").text)


def test_nothing_leaves_unsigned(house: tuple[Newsroom, str]) -> None:
    newsroom, draft_id = house
    with pytest.raises(GateFault, match="signé"):
        press.export(newsroom.office, draft_id, actor="Paul", to="markdown")
    with pytest.raises(GateFault, match="accepté"):
        sign(newsroom, draft_id)


def test_a_later_edit_voids_the_signature(house: tuple[Newsroom, str]) -> None:
    newsroom, draft_id = house
    accept(newsroom, draft_id)
    sign(newsroom, draft_id)
    margin.save(newsroom.office, draft_id, {"watchpoints": "Rien n’est joué."}, actor="Inès")
    row = row_of(newsroom, draft_id)
    assert (row.state, row.signed_revision) == ("review_gate", None)
    with reading(newsroom.engine) as db:
        assert "voided" in [one.kind for one in events_of(db, draft_id)]
    with pytest.raises(GateFault):
        press.export(newsroom.office, draft_id, actor="Paul", to="markdown")
    assert accept(newsroom, draft_id).state == "press_gate"


def test_an_edit_back_to_an_accepted_text_can_be_accepted_again(house: tuple[Newsroom, str]) -> None:
    newsroom, draft_id = house
    accept(newsroom, draft_id)
    with reading(newsroom.engine) as db:
        before = load_text(db, row_of(newsroom, draft_id).revision or "")
    assert isinstance(before, Analyse)
    margin.save(newsroom.office, draft_id, {"watchpoints": "Rien n’est joué."}, actor="Inès")
    margin.save(newsroom.office, draft_id, {"watchpoints": before.watchpoints}, actor="Inès")
    assert accept(newsroom, draft_id).state == "press_gate"


def test_every_edit_is_verified_again(house: tuple[Newsroom, str]) -> None:
    newsroom, draft_id = house
    row = margin.save(
        newsroom.office, draft_id, {"standfirst": "Le port a dépensé 987 milliards de dollars."}, actor="Inès"
    )
    with reading(newsroom.engine) as db:
        found = get_model(db, row.verification or "", Verification)
    assert any(one.part == "standfirst" and one.severity == "blocking" for one in found.findings)
    with pytest.raises(GateFault, match="standfirst"):
        relecture.decide(newsroom.office, draft_id, "accept", actor="Inès", comment="")
    with pytest.raises(GateFault, match="bloquant"):
        relecture.decide_part(newsroom.office, draft_id, "accept", "standfirst", actor="Inès", comment="")


def test_a_stale_edit_overwrites_nothing(house: tuple[Newsroom, str]) -> None:
    newsroom, draft_id = house
    base = row_of(newsroom, draft_id).revision
    margin.save(newsroom.office, draft_id, {"watchpoints": "Le premier arrivé."}, actor="Inès", base=base)
    with pytest.raises(StaleRevision):
        margin.save(newsroom.office, draft_id, {"watchpoints": "Le second."}, actor="Paul", base=base)
    with reading(newsroom.engine) as db:
        draft = load_text(db, row_of(newsroom, draft_id).revision or "")
    assert isinstance(draft, Analyse)
    assert draft.watchpoints == "Le premier arrivé."


def test_a_decision_on_a_text_that_changed_meanwhile_is_refused(house: tuple[Newsroom, str]) -> None:
    newsroom, draft_id = house
    read = row_of(newsroom, draft_id).revision
    answer_for_everything(newsroom, draft_id)
    margin.save(newsroom.office, draft_id, {"watchpoints": "Un autre texte."}, actor="Paul")
    with pytest.raises(StaleRevision):
        relecture.decide(newsroom.office, draft_id, "accept", actor="Inès", comment="", base=read)
    assert row_of(newsroom, draft_id).state == "review_gate"


def test_a_changed_source_needs_the_publishers_word(house: tuple[Newsroom, str]) -> None:
    newsroom, draft_id = house
    accept(newsroom, draft_id)
    with pytest.raises(GateFault, match="changé"):
        sign(newsroom, draft_id, look="changed")
    assert sign(newsroom, draft_id, look="changed", despite=True).state == "signed"


def test_four_eyes_want_two_people(house: tuple[Newsroom, str]) -> None:
    newsroom, draft_id = house
    accept(newsroom, draft_id, actor="Inès")
    strict = Office(
        engine=newsroom.engine,
        house=newsroom.settings.house.model_copy(update={"four_eyes": True}),
        start=newsroom.office.start,
    )
    with pytest.raises(GateFault, match="quatre yeux"):
        press.sign(strict, draft_id, actor="Inès", look="unchanged", despite_source=False)
    assert press.sign(strict, draft_id, actor="Paul", look="unchanged", despite_source=False).state == "signed"


@pytest.mark.parametrize("second", ["accept", "reject", "regenerate"])
def test_of_two_decisions_on_one_text_the_second_is_refused(house: tuple[Newsroom, str], second: str) -> None:
    newsroom, draft_id = house
    accept(newsroom, draft_id)
    decide: Callable[..., DraftRow] = relecture.decide
    with pytest.raises((StaleRevision, UsageFault)):
        decide(newsroom.office, draft_id, second, actor="Paul", comment="")


def test_a_part_that_is_not_there_is_said(house: tuple[Newsroom, str]) -> None:
    newsroom, draft_id = house
    with pytest.raises(UsageFault, match="body"):
        margin.save(newsroom.office, draft_id, {"body[99]": "…"}, actor="Inès")


def test_a_part_written_again_is_a_proposal_and_changes_nothing(house: tuple[Newsroom, str]) -> None:
    newsroom, draft_id = house
    before = row_of(newsroom, draft_id).revision
    relecture.decide_part(newsroom.office, draft_id, "regenerate", "watchpoints", actor="Inès", comment="plus court")
    row = newsroom.settle(draft_id, lambda _row, _stages: None)
    assert row.revision == before
    with reading(newsroom.engine) as db:
        proposed = [one for one in events_of(db, draft_id) if one.kind == "proposed"]
    assert [one.payload["part"] for one in proposed] == ["watchpoints"]


def test_an_edited_paragraph_keeps_what_its_sentences_were(house: tuple[Newsroom, str]) -> None:
    newsroom, draft_id = house
    with reading(newsroom.engine) as db:
        before = load_text(db, row_of(newsroom, draft_id).revision or "")
    assert isinstance(before, Analyse)
    paragraph = before.body[0]
    row = margin.save(newsroom.office, draft_id, {"body[0]": paragraph.text.replace(" la ", " cette ")}, actor="Inès")
    with reading(newsroom.engine) as db:
        after = load_text(db, row.revision or "")
        # History names it so that it is still found when paragraphs before it go.
        assert events_of(db, draft_id)[-1].payload["part"] == f"body[{paragraph.id}]"
    assert isinstance(after, Analyse)
    assert [one.stance for one in after.body[0].sentences] == [one.stance for one in paragraph.sentences]
    assert all(after.body[0].text[one.start : one.end].endswith((".", "?", "!")) for one in after.body[0].sentences)
