"""Acts from pages that are older than the draft: they change nothing that nobody saw."""

from typing import Any

import pytest

from pipeline.compose import Newsroom
from pipeline.gates import margin, office, relecture
from pipeline.store.database import reading, transaction
from pipeline.store.drafts import find_draft, update_draft
from pipeline.store.history import events_of
from pipeline.verify import verify
from schemas.draft import Analyse
from schemas.finding import Verification
from schemas.review import DraftRow, DraftState
from tests.desk.conftest import Enter
from tests.desk.seeds import DRAFT, seeded


def row_of(newsroom: Newsroom, draft: str) -> DraftRow:
    with reading(newsroom.engine) as db:
        return find_draft(db, draft)


@pytest.mark.parametrize("state", ["working", "parked", "review_gate", "press_gate", "signed", "rejected"])
@pytest.mark.parametrize("decision", ["confirmer", "refuser"])
def test_an_old_page_of_the_source_gate_starts_and_ends_nothing(
    newsroom: Newsroom, enter: Enter, draft: str, state: DraftState, decision: str
) -> None:
    with transaction(newsroom.engine) as db:
        update_draft(db, draft, state=state)
    before = row_of(newsroom, draft)
    ines = enter("Inès")
    page = ines.act(f"/brouillons/{draft}/source", {"decision": decision}, status=409)
    assert "n’attend plus de décision" in page
    assert row_of(newsroom, draft) == before


def test_parked_work_is_given_up_for_good_and_only_while_it_is_parked(
    newsroom: Newsroom, enter: Enter, draft: str
) -> None:
    ines, way = enter("Inès"), f"/brouillons/{draft}/renoncer"
    before = row_of(newsroom, draft)
    assert "n’est plus à l’arrêt" in ines.act(way, {"commentaire": "Sujet passé."}, status=409)
    assert row_of(newsroom, draft) == before
    with transaction(newsroom.engine) as db:
        update_draft(db, draft, state="parked", reason="Le modèle ne répond pas.")
    assert "Renoncer à ce brouillon" in ines.see(f"/brouillons/{draft}")
    ines.act(way, {"commentaire": "Sujet passé."})
    assert row_of(newsroom, draft).state == "rejected"
    assert kinds(newsroom, draft)[-1] == "rejected"
    assert "Sujet passé." in ines.see(f"/brouillons/{draft}")


PASSAGE = "actions[a1].outside_knowledge[0]"
ACTS = [
    ("accepter", {"partie:watchpoints": "1"}),
    ("renvoyer", {"partie": "watchpoints", "mots": "Plus court."}),
    ("retirer", {"partie": "watchpoints"}),
    ("ecarter", {"partie": "watchpoints", "code": "support-weak", "extrait": "ces données", "raison": "Vu."}),
    ("savoir", {"partie": PASSAGE, "reponse": "confirmer"}),
    ("savoir", {"partie": PASSAGE, "reponse": "retirer"}),
]
NAMES = [f"{act} {sent.get('reponse', '')}".strip() for act, sent in ACTS]


def kinds(newsroom: Newsroom, draft: str) -> list[str]:
    with reading(newsroom.engine) as db:
        return [one.kind for one in events_of(db, draft)]


@pytest.mark.parametrize(("act", "sent"), ACTS, ids=NAMES)
def test_words_that_were_never_read_are_not_decided_on(
    newsroom: Newsroom, enter: Enter, draft: str, act: str, sent: dict[str, str]
) -> None:
    read, ines = row_of(newsroom, draft).revision or "", enter("Inès")
    margin.save(newsroom.office, draft, {"watchpoints": "Le port se tait."}, actor="Paul", base=read)
    relecture.decide_part(newsroom.office, draft, "accept", PASSAGE, actor="Paul", comment="")
    before = kinds(newsroom, draft)
    assert "entre-temps" in ines.act(f"/brouillons/{draft}/{act}", {**sent, "base": read}, status=409)
    assert "quelle version" in ines.act(f"/brouillons/{draft}/{act}", sent, status=400)
    assert kinds(newsroom, draft) == before


@pytest.mark.parametrize(("act", "sent"), ACTS, ids=NAMES)
def test_what_others_changed_elsewhere_holds_up_no_act(
    newsroom: Newsroom, enter: Enter, draft: str, act: str, sent: dict[str, str]
) -> None:
    read, ines = row_of(newsroom, draft).revision or "", enter("Inès")
    margin.save(newsroom.office, draft, {"standfirst": "Un chapô neuf."}, actor="Paul", base=read)
    before = kinds(newsroom, draft)
    # What is found in the new text may ask for a reason; it is given.
    ines.act(f"/brouillons/{draft}/{act}", {"raison": "Vu.", **sent, "base": read})
    assert len(kinds(newsroom, draft)) > len(before)


def test_a_card_is_accepted_whole_or_not_at_all(newsroom: Newsroom, enter: Enter, draft: str) -> None:
    read, ines = row_of(newsroom, draft).revision or "", enter("Inès")
    margin.save(newsroom.office, draft, {"quotes[q1].speaker": "Léna Ortiz"}, actor="Paul", base=read)
    before = kinds(newsroom, draft)
    card = {f"partie:quotes[q1].{field}": "1" for field in ("translation", "speaker", "role")}
    ines.act(f"/brouillons/{draft}/accepter", {**card, "raison": "Vu.", "base": read}, status=409)
    assert kinds(newsroom, draft) == before
    now = row_of(newsroom, draft).revision or ""
    ines.act(f"/brouillons/{draft}/accepter", {**card, "raison": "Vu.", "base": now})
    assert kinds(newsroom, draft)[len(before) :] == ["accepted"] * 3


@pytest.mark.parametrize(
    ("act", "state"), [("decider", "review_gate"), ("signer", "press_gate")], ids=["decider", "signer"]
)
def test_a_page_that_names_no_revision_decides_and_signs_nothing(
    newsroom: Newsroom, enter: Enter, act: str, state: DraftState
) -> None:
    draft = seeded(newsroom, verification=Verification())
    ines = enter("Inès")
    relecture.decide_part(newsroom.office, draft, "accept", PASSAGE, actor="Inès", comment="")
    with transaction(newsroom.engine) as db:
        update_draft(db, draft, state=state)
    before = row_of(newsroom, draft)
    for base in ({}, {"base": ""}, {"base": " "}):
        page = ines.act(f"/brouillons/{draft}/{act}", {"decision": "accepter", **base}, status=400)
        assert "quelle version" in page
    assert row_of(newsroom, draft) == before


def test_what_one_typed_outlives_the_page_that_shows_both_versions(
    newsroom: Newsroom, enter: Enter, draft: str
) -> None:
    read, ines = row_of(newsroom, draft).revision or "", enter("Inès")
    margin.save(newsroom.office, draft, {"watchpoints": "Le port se tait."}, actor="Paul", base=read)
    mine = {"base": read, "texte:watchpoints": "Le port n’a rien dit.", "texte:body[b2]": DRAFT.body[1].text}
    ines.act(f"/brouillons/{draft}/enregistrer", {**mine, "texte:nulle-part": "x"}, status=409)
    # The page with both versions is closed without a word.
    page = ines.see(f"/brouillons/{draft}/relecture")
    assert "Le port n’a rien dit." in page
    assert page.count("Repris de votre frappe") == 1
    assert f'name="base" value="{read}"' in page
    ines.act(f"/brouillons/{draft}/enregistrer", {**mine, "base": row_of(newsroom, draft).revision or ""})
    assert "Repris de votre frappe" not in ines.see(f"/brouillons/{draft}/relecture")


def test_words_that_were_looked_at_while_typing_are_not_verified_again_when_saved(
    newsroom: Newsroom, enter: Enter, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, ines = row_of(newsroom, draft).revision or "", enter("Inès")
    asked: list[str] = []

    def counted(text: Analyse, *given: Any, **named: Any) -> Verification:
        asked.append(text.watchpoints)
        return verify(text, *given, **named)

    monkeypatch.setattr(office, "verify", counted)
    words = "Le port n’a rien dit de ces données."
    page = ines.act(f"/brouillons/{draft}/verification", {"partie": "watchpoints", "texte": words})
    assert "found" in page
    assert asked == [words]
    ines.act(f"/brouillons/{draft}/enregistrer", {"base": read, "texte:watchpoints": words})
    assert row_of(newsroom, draft).revision != read
    assert asked == [words]
