from typing import Any

import pytest
from pydantic import BaseModel

from pipeline.compose_freely import ComposeFreely
from pipeline.models import Prompt
from pipeline.prompts import Prompts
from pipeline.propose import assemble, propose
from pipeline.quoting import locate
from pipeline.repair import repair
from pipeline.settings import PROJECT, load_house
from pipeline.summarise import summarise
from pipeline.translate import translate
from pipeline.verify import verify
from schemas.draft import Analyse, Synthese
from schemas.replies import (
    AnalyseReply,
    ProposalsReply,
    RepairReply,
    SyntheseReply,
    TranslationReply,
)
from tests.pipeline.articles import MARLOW, PLEDGE
from tests.pipeline.standins import Teller

HOUSE = load_house(PROJECT / "data")
NOW = "2026-02-06T09:30:00+00:00"


def _fact(text: str, *evidence: str) -> dict[str, Any]:
    return {"text": text, "stance": "fact", "evidence": list(evidence)}


REPLIES: dict[type[BaseModel], dict[str, Any]] = {
    AnalyseReply: {
        "title": "Marlow Bay : le conseil municipal veut suivre chaque livreur.",
        "standfirst": {"text": "Une application suivrait les livreurs.", "evidence": ["description", "p99"]},
        "body": [
            {
                "sentences": [
                    _fact("L'application RouteKeep enregistrerait la position des livreurs.", "p1", "[p2]"),
                    _fact("Le contrat peut atteindre 14,2 millions de dollars sur cinq ans.", "p2"),
                ]
            },
            {"sentences": [_fact("Le conseil dément tout outil de surveillance.", "p5")]},
        ],
        "quotes": [
            {
                "quote_id": "q1",
                "original": "Words the source never held",
                "translation": "« On nous a dit sécurité routière, puis on a lu que les données vont à la police »",
                "speaker": "Somebody Else",
                "role": "coursier",
                "after_paragraph": 7,
            },
            {
                "quote_id": "",
                "original": "a passage that stands nowhere in it",
                "translation": "Inventé",
                "speaker": "",
                "role": "",
                "after_paragraph": 1,
            },
        ],
        "watchpoints": {"text": "Le règlement n'est pas adopté.", "evidence": ["p5"]},
    },
    SyntheseReply: {
        "title": "Marlow Bay veut suivre ses livreurs",
        "tldr": [{"text": "Une application suivrait les livreurs.", "evidence": ["p1"]}],
        "sections": [
            {
                "heading": "Le dispositif",
                "level": 2,
                "blocks": [
                    {"is_list": False, "sentences": [_fact("RouteKeep relèverait les positions.", "p1")]},
                    {"is_list": True, "sentences": [_fact("- Un premier paiement.", "p2"), _fact("Un vote.", "p5")]},
                ],
            }
        ],
        "conclusion": [{"sentences": [_fact("Le vote est attendu en juin.", "p5")]}],
        "seo_title": "Marlow Bay : livreurs suivis",
        "seo_description": "Une application suivrait les livreurs de Marlow Bay.",
        "slug": "Marlow Bay livreurs suivis",
    },
    ProposalsReply: {
        "actions": [
            {
                "kind": "coalition",
                "title": "🤘 Déposer des demandes d'accès groupées",
                "description": "Le syndicat s'inspire du modèle de Bellingcat.",
                "signal": "→ les données seront communiquées.",
                "outside_knowledge": ["du modèle de Bellingcat.", "un passage absent"],
            }
        ],
        "pillars": [
            {"pillar": "sovereignty", "points": 9, "reason": "Données de position."},
            {"pillar": "mobility", "points": 1, "reason": "Métier mobile."},
            {"pillar": "unheard_of", "points": 2, "reason": "?"},
        ],
    },
    TranslationReply: {
        "paragraphs": [{"id": "[p1]", "text": "Le conseil  prévoit…"}, {"id": "p77", "text": "rien"}],
    },
}


def _composer(more: dict[type[BaseModel], dict[str, Any]] | None = None) -> tuple[ComposeFreely, Teller]:
    replies = REPLIES | (more or {})

    def tell(prompt: Prompt, reply: type[BaseModel], seed: int) -> dict[str, Any]:
        return replies[reply]

    teller = Teller(tell)
    return ComposeFreely(model=teller, prompts=Prompts(PROJECT / "prompts"), house=HOUSE), teller


def _analyse() -> Analyse:
    composer, _ = _composer()
    draft = summarise(MARLOW, format="analyse", composer=composer, house=HOUSE, now=NOW).value
    assert isinstance(draft, Analyse)
    return draft


def test_every_sentence_stands_at_its_offsets_with_the_evidence_that_exists() -> None:
    first = _analyse().body[0]
    sentences = [first.text[one.start : one.end] for one in first.sentences]
    assert sentences[1].startswith("Le contrat peut atteindre")
    assert " ".join(sentences) == first.text
    assert [one.paragraph for one in first.sentences[0].evidence] == ["p1", "p2"]
    assert _analyse().declared["standfirst"] == ("description",)


def test_a_quotation_keeps_the_sources_words_and_speaker_whatever_the_model_says() -> None:
    (quote,) = _analyse().quotes
    assert quote.original == PLEDGE
    assert quote.speaker == "Dana Okoro"
    assert quote.outlet == "Harbour Ledger"
    assert quote.translation.endswith("police [traduit de l'anglais]")
    assert not quote.translation.startswith("«")
    assert quote.position == 2


def test_typography_date_title_and_card_are_the_houses() -> None:
    draft = _analyse()
    assert draft.title == "Marlow Bay\u00a0: le conseil municipal veut suivre chaque livreur"
    assert draft.date == "6 févr. 2026"
    assert draft.source.title == MARLOW.title
    assert "L’application" in draft.body[0].text


def test_a_french_source_is_quoted_as_it_stands_without_bracket() -> None:
    french = MARLOW.model_copy(update={"language": "fr"})
    composer, _ = _composer()
    draft = summarise(french, format="analyse", composer=composer, house=HOUSE, now=NOW).value
    assert isinstance(draft, Analyse)
    assert draft.quotes[0].translation == PLEDGE
    assert translate(french, composer=composer).value.paragraphs == {}


def test_the_comma_that_ends_a_french_quotation_stays_with_its_sentence() -> None:
    quotes = tuple(one.model_copy(update={"text": f"{one.text},"}) for one in MARLOW.quotes)
    french = MARLOW.model_copy(update={"language": "fr", "quotes": quotes})
    draft = summarise(french, format="analyse", composer=_composer()[0], house=HOUSE, now=NOW).value
    assert isinstance(draft, Analyse)
    assert (draft.quotes[0].translation, draft.quotes[0].original) == (PLEDGE, f"{PLEDGE},")


def test_a_synthesis_ends_in_the_houses_conclusion_and_its_lists_keep_their_markers() -> None:
    composer, _ = _composer()
    draft = summarise(MARLOW, format="synthese", composer=composer, house=HOUSE, now=NOW).value
    assert isinstance(draft, Synthese)
    assert draft.sections[-1].heading == HOUSE.texts.conclusion_heading
    listed = draft.sections[0].blocks[1]
    assert listed.text == "- Un premier paiement.\n- Un vote."
    assert [listed.text[one.start : one.end] for one in listed.sentences] == ["Un premier paiement.", "Un vote."]
    assert draft.slug == "marlow-bay-livreurs-suivis"
    assert draft.canonical == MARLOW.url


def test_proposals_come_without_emoji_and_with_what_the_source_does_not_hold_marked() -> None:
    composer, _ = _composer()
    made = propose(MARLOW, format="analyse", composer=composer, house=HOUSE).value
    (action,) = made.actions
    assert action.title.startswith("Déposer")
    assert action.signal.startswith("On saura que ça marche quand les données")
    assert [one.text for one in action.outside_knowledge] == ["du modèle de Bellingcat", action.description]
    assert made.pillars.sovereignty == 2
    assert "unheard_of" not in made.pillar_reasons
    whole = assemble(_analyse(), made)
    assert isinstance(whole, Analyse)
    assert whole.score == 3


def test_the_working_translation_keeps_only_paragraphs_of_the_article() -> None:
    composer, _ = _composer()
    assert translate(MARLOW, composer=composer).value.paragraphs == {"p1": "Le conseil prévoit…"}


def test_a_result_names_its_prompts_model_and_article() -> None:
    composer, teller = _composer()
    stamp = summarise(MARLOW, format="analyse", composer=composer, house=HOUSE, now=NOW).provenance
    assert set(stamp.prompts) == {"house/v1.j2", "source/v1.j2", "analyse/v2.j2"}
    assert stamp.model == "teller"
    assert stamp.made_at == NOW
    assert stamp.inputs.keys() == {"article", "house"}
    assert len(teller.prompts) == stamp.usage.calls == 1


@pytest.mark.parametrize(
    ("needle", "found"),
    [
        (
            "“The app, called RouteKeep, would record riders’ positions”",
            "The app, called RouteKeep, would record riders' positions",
        ),
        ("would hand location data to a\u00a0private firm", "would hand location data to a private firm"),
        ("The app, called RouteKeep, would sell riders' positions", None),
        ("the", None),
        ("a first payment of $1.6 mill", None),
    ],
)
def test_a_passage_is_found_only_where_it_stands_word_for_word(needle: str, found: str | None) -> None:
    assert locate(needle, MARLOW) == found


def _spoilt() -> Analyse:
    draft = _analyse()
    text = draft.body[0].text.replace("14,2", "99")
    return draft.model_copy(
        update={"body": (draft.body[0].model_copy(update={"text": text, "sentences": ()}), *draft.body[1:])}
    )


def _repaired(text: str) -> Analyse:
    draft = _spoilt()
    found = verify(draft, MARLOW, house=HOUSE)
    assert [one.part for one in found.findings if one.severity == "blocking" and one.part == "body[0]"]
    composer, _ = _composer(
        {RepairReply: {"parts": [{"part": "body[0]", "text": text}, {"part": "title", "text": "X"}]}}
    )
    mended = repair(draft, MARLOW, found, composer=composer, house=HOUSE).value
    assert isinstance(mended, Analyse)
    assert mended.title == draft.title
    return mended


def test_a_repair_that_holds_is_kept() -> None:
    mended = _repaired(
        "RouteKeep enregistrerait la position des livreurs. Le contrat peut atteindre 14,2 millions de dollars."
    )
    assert "14,2\u00a0millions" in mended.body[0].text or "14,2 millions" in mended.body[0].text
    assert not [
        one
        for one in verify(mended, MARLOW, house=HOUSE).findings
        if one.part == "body[0]" and one.severity == "blocking"
    ]


def test_a_repair_that_is_no_better_is_not_kept() -> None:
    assert _repaired("Le contrat peut atteindre 77 millions de dollars.") == _spoilt()


def test_a_quotation_that_is_left_out_is_noted_with_the_models_words() -> None:
    (note,) = _analyse().notes
    assert "nulle part tels quels" in note
    assert note.endswith("«\u00a0a passage that stands nowhere in it\u00a0»")


def test_quotations_beyond_the_houses_number_or_without_french_are_noted_and_the_same_one_twice_is_not() -> None:
    known, _ = REPLIES[AnalyseReply]["quotes"]
    other = {**known, "quote_id": "", "original": MARLOW.paragraphs[1].text, "translation": " "}
    composer, _ = _composer({AnalyseReply: {**REPLIES[AnalyseReply], "quotes": [known, known, other]}})
    draft = summarise(MARLOW, format="analyse", composer=composer, house=HOUSE, now=NOW).value
    assert len(draft.notes) == 1
    assert "ne l’a pas traduite" in draft.notes[0]
    one = HOUSE.model_copy(update={"limits": HOUSE.limits.model_copy(update={"quotes_max": 0})})
    draft = summarise(MARLOW, format="analyse", composer=composer, house=one, now=NOW).value
    assert sum("n’en veut pas davantage" in note for note in draft.notes) == 2
