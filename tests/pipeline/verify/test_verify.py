"""A good draft passes; each thing spoilt in it is found at its part."""

from collections import deque

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.verify import context, verify
from schemas.action import OutsideKnowledge
from schemas.draft import Analyse, BodyParagraph, DraftSentence
from schemas.finding import Finding
from schemas.parts import part_text, with_part
from tests.pipeline.verify.drafts import ARTICLE, DRAFT, HOUSE

# The rooms beside this one (language, structure, proposals) have tests of their own.
_GROUNDING = (
    "support",
    "figure",
    "date",
    "name",
    "role",
    "roles",
    "certainty",
    "negation",
    "direction",
    "quote",
    "outside",
)


def _findings(draft: Analyse) -> list[Finding]:
    found = verify(draft, ARTICLE, house=HOUSE).findings
    return [one for one in found if one.code.split("-")[0] in _GROUNDING and one.severity != "note"]


def _spoilt(path: str, old: str, new: str) -> Analyse:
    text = part_text(DRAFT, path)
    assert old in text
    draft = with_part(DRAFT, path, text.replace(old, new, 1))
    assert isinstance(draft, Analyse)
    return draft


def test_a_good_draft_passes() -> None:
    assert _findings(DRAFT) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("body[0]", "12 000", "21 000", "figure-unknown"),
        ("body[0]", "environ 12 000", "plus de 12 000", "figure-hedge"),
        ("body[0]", "30 avril", "30 mai", "date-unknown"),
        ("body[0]", "avant le", "après le", "date-order"),
        ("body[0]", "mardi", "samedi", "date-unknown"),
        ("body[0]", "Tarn", "Torn", "name-altered"),
        ("body[1]", "2,3 millions", "2,3 milliards", "figure-order"),
        ("body[1]", "de livres", "d’euros", "figure-currency"),
        ("body[1]", "prévoit de poursuivre", "poursuit", "certainty-planned"),
        ("body[1]", "dément que les relevés aient servi", "reconnaît que les relevés ont servi", "negation-lost"),
        ("body[1]", "pourraient être", "ont été", "certainty-possible"),
        ("body[1]", "directeur général, Alan Pryce", "avocat, Alan Pryce", "role-wrong"),
        ("body[2]", "reculé", "augmenté", "direction-reversed"),
        ("body[2]", "14\u00a0%", "14 points", "figure-unit"),
        ("body[2]", "en service.", "en service. Une étude de l’université de Lestrade le confirme.", "outside-study"),
        ("body[2]", "en service.", "en service. Le chef cuisinier prépare une soupe de légumes.", "support-none"),
        ("standfirst", "12 000", "1 200", "figure-unknown"),
        ("quotes[0].speaker", "Mira Castellan", "Alan Pryce", "quote-speaker"),
        ("quotes[0].role", "grutière", "avocate", "quote-role"),
        ("quotes[0].outlet", "The Quay Gazette", "Le Monde", "quote-outlet"),
        ("quotes[0].translation", " [traduit de l'anglais]", "", "quote-bracket"),
        ("quotes[0].translation", DRAFT.quotes[0].translation[:-24], "On nous a tout dit", "negation-lost"),
        ("actions[0].description", "Le syndicat", "Le collectif Blackmere", "outside-unmarked"),
        ("watchpoints", "Un outil", "Un «\u00a0outil de surveillance totale des salariés\u00a0»", "quote-marks"),
    ],
)  # fmt: skip
def test_what_is_spoilt_is_found_at_its_part(path: str, old: str, new: str, code: str) -> None:
    found = _findings(_spoilt(path, old, new))
    assert code in {one.code for one in found if one.part == path}
    assert {one.part for one in found} == {path}


@pytest.mark.parametrize(
    ("original", "code"),
    [
        ("Nobody asked us, or told us", "quote-not-found"),
        ("Nobody asked us […] The union plans to sue the company", "quote-composite"),
        ("Nobody asked us,  and nobody told us", None),
        ("“Nobody asked us, and nobody told us,”", None),
    ],
)
def test_an_original_stands_word_for_word_in_one_piece(original: str, code: str | None) -> None:
    quote = DRAFT.quotes[0].model_copy(update={"original": original})
    codes = {one.code for one in _findings(DRAFT.model_copy(update={"quotes": (quote,)}))}
    assert (code in codes) if code else not codes


def test_a_mark_of_translation_has_no_place_on_a_french_source() -> None:
    article = ARTICLE.model_copy(update={"language": "fr"})
    found = verify(DRAFT, article, house=HOUSE).findings
    assert any(one.code == "quote-bracket" for one in found)


def test_marked_outside_knowledge_is_no_invention() -> None:
    codes = {one.code for one in verify(DRAFT, ARTICLE, house=HOUSE).findings}
    assert "outside-unmarked" not in codes


@pytest.mark.parametrize(("is_marked", "found"), [(True, []), (False, ["date-unknown"])])
def test_the_date_of_a_precedent_is_marked_with_it(is_marked: bool, found: list[str]) -> None:
    undated = "comme l’a fait le collectif Quai Libre à Douvres"
    passage = f"{undated} en mars 2019"
    action = DRAFT.actions[0].model_copy(
        update={
            "description": f"Le syndicat tient à jour la liste des capteurs, {passage}.",
            "outside_knowledge": (OutsideKnowledge(text=passage if is_marked else undated),),
        }
    )
    draft = DRAFT.model_copy(update={"actions": (action,)})
    codes = [one.code for one in verify(draft, ARTICLE, house=HOUSE).findings if one.code.startswith("date")]
    assert codes == found


def test_unmarked_outside_knowledge_is_found() -> None:
    action = DRAFT.actions[0].model_copy(update={"outside_knowledge": ()})
    found = _findings(DRAFT.model_copy(update={"actions": (action,)}))
    assert {(one.code, one.part) for one in found} == {("outside-unmarked", "actions[0].description")}


def test_every_sentence_of_the_body_is_tied_to_its_place() -> None:
    supports = [one for one in verify(DRAFT, ARTICLE, house=HOUSE).supports if one.part.startswith("body")]
    places = [one.evidence[0].paragraph for one in supports]
    assert places == ["p1", "p1", "p2", "p3", "p3", "p3"]
    assert all(0.4 <= (one.evidence[0].strength or 0) <= 1 for one in supports)


def test_findings_carry_their_place_and_evidence() -> None:
    found = _findings(_spoilt("body[1]", "2,3 millions", "2,3 milliards"))
    text = part_text(_spoilt("body[1]", "2,3 millions", "2,3 milliards"), "body[1]")
    assert [text[one.start : one.end] for one in found] == ["2,3 milliards de livres"]
    assert [one.paragraph for one in found[0].evidence] == ["p2"]
    assert "£2.3 million" in found[0].message


def test_verification_is_the_same_every_time() -> None:
    draft = _spoilt("body[0]", "12 000", "21 000")
    assert verify(draft, ARTICLE, house=HOUSE) == verify(draft, ARTICLE, house=HOUSE)


_PIECES = (
    "Le port n’a rien gardé.",
    "Tarn Logistics dément.",
    "Les accidents ont reculé de 41\u00a0%.",
    "Mira Castellan est ministre.",
)


@settings(max_examples=15, deadline=None)
@given(
    edits=st.lists(
        st.tuples(st.integers(0, len(DRAFT.body) - 1), st.lists(st.sampled_from(_PIECES), max_size=3)), max_size=4
    )
)
def test_what_is_kept_of_sentences_changes_no_finding(edits: list[tuple[int, list[str]]]) -> None:
    draft = DRAFT
    for part, pieces in edits:
        old = draft.body[part]
        text = " ".join([old.text, *pieces]) if len(pieces) < 3 else " ".join(pieces)
        paragraph = old.model_copy(update={"text": text, "sentences": ()})
        draft = draft.model_copy(update={"body": (*draft.body[:part], paragraph, *draft.body[part + 1 :])})
        kept = verify(draft, ARTICLE, house=HOUSE)
        context._MEMORIES.clear()
        assert kept == verify(draft, ARTICLE, house=HOUSE)


def test_another_house_finds_anew() -> None:
    draft = _spoilt("body[0]", "Tarn Logistics", "Delcourt Vanier")
    names = {one.excerpt for one in verify(draft, ARTICLE, house=HOUSE).findings if one.code == "name-unknown"}
    allowing = HOUSE.model_copy(
        update={"words": HOUSE.words.model_copy(update={"house_phrases": ("Delcourt Vanier",)})}
    )
    allowed = {one.excerpt for one in verify(draft, ARTICLE, house=allowing).findings if one.code == "name-unknown"}
    assert "Delcourt Vanier" in names
    assert "Delcourt Vanier" not in allowed


def test_what_was_found_against_the_last_sources_is_kept_and_never_taken_from_a_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(context, "_MEMORIES", deque(maxlen=3))
    articles = [ARTICLE.model_copy(update={"title": f"{ARTICLE.title} {n}"}) for n in range(4)]
    for one in articles:
        verify(DRAFT, one, house=HOUSE)
    kept = [one.source.article for one in context._MEMORIES]
    assert kept == articles[1:]
    (full,) = [one for one in context._MEMORIES if one.source.article == articles[-1]]
    known = dict(full.links)
    monkeypatch.setattr(context, "_SENTENCES_MAX", 0)
    verify(DRAFT, articles[-1], house=HOUSE)
    assert full.links == known != {}
    assert [one.source.article for one in context._MEMORIES].count(articles[-1]) == 2


def _changed(now: str) -> Analyse:
    """A paragraph told as a fact, then the house's analysis, whose text has changed and whose sentences have not."""
    told = (DraftSentence(start=0, end=26), DraftSentence(start=27, end=52, stance="analysis"))
    return DRAFT.model_copy(update={"body": (BodyParagraph(id="b1", text=now, sentences=told),), "quotes": ()})


@pytest.mark.parametrize(
    ("now", "codes", "stances"),
    [
        ("Tarn a réuni 12 personnes. La confiance se perd vite.", {"figure-unknown"}, ["fact", "analysis"]),
        (
            "Tarn a réuni 12 personnes. La confiance se perd vite. Selon une étude de Stanford, 450 caméras suffisent.",
            {"figure-unknown", "outside-study"},
            ["fact", "analysis", "fact"],
        ),
        ("Mardi, Tarn a réuni 450 personnes. La confiance se perd vite.", {"figure-unknown"}, ["fact", "fact"]),
        ("Tarn a réuni 4 500 personnes. La confiance se perd vite.", {"figure-unknown"}, ["fact", "analysis"]),
        ("Tarn a 450 caméras.", {"figure-unknown"}, ["fact"]),
    ],
)
def test_a_text_that_changed_after_its_sentences_were_told_is_read_whole(
    now: str, codes: set[str], stances: list[str]
) -> None:
    draft = _changed(now)
    assert codes <= {one.code for one in _findings(draft) if one.part == "body[0]"}
    supports = verify(draft, ARTICLE, house=HOUSE).supports
    assert [one.stance for one in supports if one.part == "body[0]"] == stances
