"""The bon à tirer and its last look at the source: all that changed is shown, and one signs for what one has seen."""

import re

import pytest

from desk.difference import word_difference
from desk.source_changes import source_changes
from pipeline.compose import Newsroom
from pipeline.gates import press, relecture
from pipeline.gates.press import Sight
from pipeline.gates.record import review_record
from pipeline.store.database import reading, transaction
from pipeline.store.drafts import find_draft
from pipeline.store.history import append_event, events_of
from schemas.article import Article, Paragraph
from schemas.finding import Verification
from tests.desk.conftest import Enter, Visitor
from tests.desk.seeds import ARTICLE, PARAGRAPHS, seeded

NOTICE = "Correction: an earlier version of this article misstated the cost of the sensors."


def today(*texts: str, **other: object) -> Article:
    """The source as it reads now."""
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(texts or PARAGRAPHS, 1))
    return ARTICLE.model_copy(update={"paragraphs": paragraphs, **other})


def told(now: Article) -> list[tuple[str, ...]]:
    """Each change: its label, the words that went, the words that came."""
    return [
        (one.label, *("".join(run.text for run in one.runs if run.kind == kind) for kind in ("gone", "new")))
        for one in source_changes(ARTICLE, now)
    ]


def test_a_number_that_changed_is_shown_whole() -> None:
    runs = word_difference("It held 2.3 million, not 94,000.", "It held 3.2 million, not 94,000.")
    assert [one.text for one in runs if one.kind != "same"] == ["2.3", "3.2"]


def test_a_notice_that_was_added_is_no_change_to_another_paragraph() -> None:
    first, second, third, fourth = PARAGRAPHS
    changed = second.replace("$2.3 million", "$3.2 million")
    assert told(today(NOTICE, first, changed, fourth)) == [
        ("Ajouté", "", NOTICE),
        ("p2, modifié", "2.3", "3.2"),
        ("p3, retiré", third, ""),
    ]


def test_what_a_source_says_about_itself_is_compared_too() -> None:
    now = today(title="Halden port logs phones", authors=("Ann Other",), published="2026-03-09", description="Records.")
    assert [label for label, *_ in told(now)] == ["Titre", "Chapô", "Signature", "Date"]
    assert told(today(published="2026-03-03T09:00:00Z"))[0][0] == "Date"


def test_a_paragraph_that_stands_elsewhere_is_named() -> None:
    first, second, third, fourth = PARAGRAPHS
    assert told(today(first, third, fourth, second)) == [("p2, déplacé", "", "")]
    assert told(today()) == []


@pytest.fixture
def accepted(newsroom: Newsroom) -> str:
    draft = seeded(newsroom, verification=Verification())
    relecture.decide_part(
        newsroom.office, draft, "accept", "actions[a1].outside_knowledge[0]", actor="Paul", comment=""
    )
    with reading(newsroom.engine) as db:
        base = find_draft(db, draft).revision
    for part in ("body[b1]", "body[b2]", "watchpoints", "actions[a1].description", "quotes[q1].translation"):
        relecture.decide_part(newsroom.office, draft, "accept", part, actor="Paul", comment="Vu.", base=base)
    relecture.decide(newsroom.office, draft, "accept", actor="Paul", comment="", base=base)
    return draft


def sight(page: str) -> str:
    found = re.search(r'name="vu" value="([^"]+)"', page)
    assert found
    return found[1]


def sign(visitor: Visitor, newsroom: Newsroom, draft: str, *, status: int, **sent: str) -> str:
    with reading(newsroom.engine) as db:
        base = find_draft(db, draft).revision or ""
    return visitor.act(f"/brouillons/{draft}/signer", {"base": base, **sent}, status=status, follow_redirects=False)


def test_one_signs_despite_the_change_that_was_shown_and_no_other(
    newsroom: Newsroom, enter: Enter, accepted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ines = enter("Inès")
    seen = [Sight(look="changed", today=today(NOTICE, *PARAGRAPHS))]
    monkeypatch.setattr(press, "look_closely", lambda *_args, **_named: seen[-1])
    ines.see(f"/brouillons/{accepted}/bon-a-tirer")
    first = sign(ines, newsroom, accepted, status=409)
    assert NOTICE in first and "Demander un brouillon du texte d’aujourd’hui" in first
    # Between the page and the signature the source goes altogether.
    seen.append(Sight(look="withdrawn", said="La page n’existe pas ou plus."))
    second = sign(ines, newsroom, accepted, status=409, malgre="oui", vu=sight(first))
    assert "La page n’existe pas ou plus." in second
    sign(ines, newsroom, accepted, status=303, malgre="oui", vu=sight(second))
    with reading(newsroom.engine) as db:
        signed = events_of(db, accepted)[-1]
    assert (signed.kind, signed.payload["source"]) == ("signed", "withdrawn")
    for room in ("dossier", "histoire"):
        assert "À la signature&nbsp;: la source n’est plus en ligne." in ines.see(f"/brouillons/{accepted}/{room}")


def test_why_a_source_was_not_read_is_said(
    newsroom: Newsroom, enter: Enter, accepted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ines = enter("Inès")
    said = "Le site halden-post.example refuse l’accès à cette page (réponse 403)."
    monkeypatch.setattr(press, "look_closely", lambda *_args, **_named: Sight(look="unreachable", said=said))
    ines.see(f"/brouillons/{accepted}/bon-a-tirer")
    page = ines.act(f"/brouillons/{accepted}/source/regarder")
    assert said in page
    assert "ne répond pas" not in page


def test_who_answered_for_outside_knowledge_is_shown_and_recorded(newsroom: Newsroom, enter: Enter) -> None:
    draft, passage = seeded(newsroom, verification=Verification()), "actions[a1].outside_knowledge[0]"
    zoe, words = enter("Zoé"), "comme à Rotterdam autrefois"
    relecture.decide_part(newsroom.office, draft, "accept", passage, actor="Paul", comment="")
    for room in ("relecture", "bon-a-tirer"):
        assert "confirmé par Paul" in zoe.see(f"/brouillons/{draft}/{room}")
    for room in ("histoire", "dossier"):
        page = zoe.see(f"/brouillons/{draft}/{room}")
        assert "savoir extérieur confirmé" in page and words in page
    with reading(newsroom.engine) as db:
        step = review_record(db, find_draft(db, draft)).steps[-1]
    assert (step.outside, step.comment, step.actor) == ("confirmed", words, "Paul")


def test_what_the_model_wrote_twice_is_told_as_written_and_as_mended(newsroom: Newsroom, enter: Enter) -> None:
    draft = seeded(newsroom, verification=Verification())
    mended = {"revision": "1" * 64, "origin": "repair", "model": "un-modele", "embedded": False}
    with transaction(newsroom.engine) as db:
        append_event(db, draft, "generated", actor="morasse", payload=mended)
    zoe = enter("Zoé")
    for room in ("histoire", "dossier"):
        page = zoe.see(f"/brouillons/{draft}/{room}")
        assert (page.count("<b>rédigé</b>"), page.count("<b>repris par le modèle</b>")) == (1, 1)


def test_whoever_struck_outside_knowledge_edited_its_proposal(newsroom: Newsroom, enter: Enter) -> None:
    draft, passage = seeded(newsroom, verification=Verification()), "actions[a1].outside_knowledge[0]"
    relecture.decide_part(newsroom.office, draft, "reject", passage, actor="Paul", comment="")
    page = enter("Zoé").see(f"/brouillons/{draft}/relecture")
    assert "modifié par Paul" in page and "retiré par Paul" in page
