"""The whole composer with a model that knows some translations: what it may not say, it does not say."""

import re
from typing import Any

from pydantic import BaseModel

from pipeline.compose_by_choice import ComposeByChoice
from pipeline.compose_by_choice.arranging import _shortened
from pipeline.models import Prompt
from pipeline.prompts import Prompts
from pipeline.propose import assemble, propose
from pipeline.sentences import with_sentences
from pipeline.settings import PROJECT, load_house
from pipeline.summarise import summarise
from pipeline.translate import translate
from pipeline.verify import verify
from schemas.article import Article, ArticleQuote, Paragraph
from schemas.draft import Analyse, Synthese
from tests.pipeline.articles import MARLOW
from tests.pipeline.standins import Teller

HOUSE = load_house(PROJECT / "data")
NOW = "2026-02-06T09:30:00+00:00"
# Beginning of the English → candidates; the seed picks one of them.
KNOWN = {
    "Marlow Bay council wants": ["Le conseil municipal de Marlow Bay veut suivre chaque livreur"],
    "A plan to license": [
        "Un projet d'autorisation des coursiers par une application donnerait leurs données à une société privée."
    ],
    "Marlow Bay's city council plans": [
        "Le conseil municipal de Marlow Bay prévoit d'obliger chaque livreur de repas à installer une application de "
        "suivi, selon des documents internes consultés par le Harbour Ledger."
    ],
    "The app, called": [
        "L'application, baptisée RouteKeep, enregistre la position des livreurs toutes les 50 secondes.",
        "L'application, baptisée RouteKeep, enregistrerait la position des livreurs toutes les 30 secondes au travail.",
    ],
    "The contract with": ["Le contrat avec Velstra Systems coûte 142 millions d'euros sur cinq ans."],
    "The council approved": ["Le conseil a approuvé un premier paiement de 1,6 million de dollars le 3 mars."],
    "About 3,400": ["Environ 3 400 personnes livrent des repas dans la ville."],
    "Neither platform": ["Aucune des deux plateformes n'a répondu aux questions sur le projet."],
    "The council denies": ["Le conseil dément que l'application soit un outil de surveillance."],
    "A vote on": ["Un vote sur les règles définitives est attendu en juin."],
    "We were told": [
        "On nous a dit qu'il s'agissait de sécurité routière, puis nous avons lu que les données vont à la police"
    ],
    "a courier who": ["coursière, à la tête du Marlow Bay Riders' Union"],
}


def _tell(prompt: Prompt, reply: type[BaseModel], seed: int) -> dict[str, Any]:
    if "\nPhrase: " in prompt.task:
        return {"text": _in_english(prompt.task.split("\nPhrase: ")[-1])}
    text = re.split(r"\n(?:Sentence|Headline|Quote|Role): ", prompt.task)[1]
    found = next((said for start, said in KNOWN.items() if text.startswith(start)), ["Une phrase sans rapport."])
    return {"text": found[seed % len(found)]}


def _in_english(french: str) -> str:
    """The sentence of the article that a rendering stands for."""
    said = [MARLOW.title, MARLOW.description or "", *(one.text for each in MARLOW.paragraphs for one in each.sentences)]
    start = next((start for start, each in KNOWN.items() if french[:12] in " ".join(each)), "?")
    return next((one for one in said if one.startswith(start)), "Something else entirely.")


def _composer() -> tuple[ComposeByChoice, Teller]:
    teller = Teller(_tell)
    return ComposeByChoice(model=teller, prompts=Prompts(PROJECT / "prompts"), house=HOUSE), teller


def _analyse(article: Article = MARLOW) -> Analyse:
    composer, _ = _composer()
    draft = summarise(article, format="analyse", composer=composer, house=HOUSE, now=NOW).value
    whole = assemble(draft, propose(article, format="analyse", composer=composer, house=HOUSE).value)
    assert isinstance(whole, Analyse)
    return whole


def test_the_candidate_that_holds_is_chosen_and_one_that_none_renders_gives_way() -> None:
    body = " ".join(one.text for one in _analyse().body)
    assert "30\u00a0secondes" in body or "30 secondes" in body
    assert "50" not in body
    assert "142" not in body
    assert "sans rapport" not in body


def test_a_draft_by_choice_has_no_blocking_finding() -> None:
    found = verify(_analyse(), MARLOW, house=HOUSE).findings
    assert [(one.part, one.code) for one in found if one.severity == "blocking"] == []


def test_facts_name_their_paragraph_and_the_houses_analysis_names_none() -> None:
    *facts, analysis = _analyse().body
    assert all(one.evidence for paragraph in facts for one in paragraph.sentences)
    assert all(one.stance == "analysis" and not one.evidence for one in analysis.sentences)


def test_the_quotation_is_the_articles_and_its_proposals_say_that_they_are_patterns() -> None:
    draft = _analyse()
    assert draft.quotes[0].original == MARLOW.quotes[0].text
    assert draft.quotes[0].role.startswith("coursière")
    assert {one.origin for one in draft.actions} == {"pattern"}


def test_no_sentence_stands_twice_in_a_synthesis() -> None:
    composer, _ = _composer()
    draft = summarise(MARLOW, format="synthese", composer=composer, house=HOUSE, now=NOW).value
    assert isinstance(draft, Synthese)
    blocks = [block for section in draft.sections for block in section.blocks]
    said = [*draft.tldr, *(block.text[one.start : one.end] for block in blocks for one in block.sentences)]
    assert len(said) == len(set(said))
    assert len(draft.tldr) >= 3
    assert draft.sections[-1].heading == HOUSE.texts.conclusion_heading


def test_a_sentence_is_asked_once_for_all_tasks_of_an_article() -> None:
    composer, teller = _composer()
    summarise(MARLOW, format="analyse", composer=composer, house=HOUSE, now=NOW)
    tasks = [one.task for one in teller.prompts]
    made = translate(MARLOW, composer=composer)
    again = [one.task for one in teller.prompts[len(tasks) :]]
    assert not set(again) & set(tasks)
    assert made.value.paragraphs["p5"].startswith("Le conseil dément")
    assert made.provenance.usage.calls == len(again)


def test_rules_and_examples_are_the_same_for_every_call_so_that_a_server_keeps_them() -> None:
    composer, teller = _composer()
    summarise(MARLOW, format="analyse", composer=composer, house=HOUSE, now=NOW)
    assert len({one.system for one in teller.prompts}) == 1
    assert {one.shared for one in teller.prompts} == {""}
    assert any("city council = conseil municipal" in one.task for one in teller.prompts)


def test_a_french_source_is_said_otherwise_or_shortly_and_its_quotation_stands_as_it_is() -> None:
    long = (
        "La régie des eaux de Marlow prévoit de relever le prix du mètre cube de 12 % à partir du mois de septembre, "
        "selon une note interne."
    )
    short = "Le conseil se prononcera le 3 juin."
    quote = "Personne ne nous a demandé si nous pouvions payer cette eau plus cher"
    article = with_sentences(
        Article(
            url="https://x.example/",
            title="À Marlow, la régie veut relever le prix de l'eau",
            language="fr",
            outlet="Le Quai",
            paragraphs=(
                Paragraph(id="p1", text=long),
                Paragraph(id="p2", text=short),
                Paragraph(id="p3", text=f"« {quote} », a déclaré Inès Vasseur."),
            ),
            quotes=(ArticleQuote(id="q1", text=quote, paragraph="p3", speaker="Inès Vasseur"),),
        )
    )
    otherwise = (
        "Selon une note interne, le mètre cube coûterait 12 % de plus dès septembre à Marlow : "
        "la régie des eaux le prévoit."
    )

    def tell(prompt: Prompt, reply: type[BaseModel], seed: int) -> dict[str, Any]:
        return {"text": otherwise if long[:30] in prompt.task and seed else prompt.task.split(" : ", 1)[1]}

    composer = ComposeByChoice(model=Teller(tell), prompts=Prompts(PROJECT / "prompts"), house=HOUSE)
    draft = summarise(article, format="analyse", composer=composer, house=HOUSE, now=NOW).value
    assert isinstance(draft, Analyse)
    said = " ".join([draft.standfirst, *(one.text for one in draft.body)]).replace("\u00a0", " ").replace("’", "'")
    assert "le mètre cube coûterait 12 % de plus" in said
    assert "prévoit de relever le prix du mètre cube" not in said
    assert short in said
    assert draft.quotes[0].translation.replace("’", "'") == draft.quotes[0].original == quote


def test_a_shortened_title_ends_on_no_small_word_however_many_stand_there() -> None:
    title = "Vernac : les compteurs des mauvais payeurs sont coupés à distance par la régie des eaux"
    assert _shortened(title, 75) == "Vernac : les compteurs des mauvais payeurs sont coupés à distance"
