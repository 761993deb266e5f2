"""What stands beside a name tells whose it is: a house, who made a thing, a unit, a rank; and what must still be found."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from pipeline.verify.form.english import CHECKS as ENGLISH
from pipeline.verify.offices.role_words import is_epithet, role_concepts
from pipeline.verify.offices.standing import standing_of
from pipeline.verify.prepare import Source, Statement, prepare, read_statement
from pipeline.verify.proper_names.kindred import one_of_its_kind
from pipeline.verify.proper_names.names import crossed_names
from pipeline.verify.proper_names.people import names_for_others
from pipeline.verify.scope.rankings import compare_rankings
from pipeline.verify.scope.shares import compare_shares
from pipeline.verify.speech.speakers import speakers_exchanged
from schemas.article import Article
from tests.pipeline.verify.texts import ANALYSE, ARTICLE, findings_of, spoilt


def _article(*paragraphs: str) -> Article:
    return Article.model_validate({**ARTICLE.model_dump(), "paragraphs": [{"text": one} for one in paragraphs]})


def _source(*paragraphs: str) -> Source:
    return prepare(_article(*paragraphs))


def _french(text: str) -> Statement:
    return read_statement("body[0]", 0, text, "fr")


def _english(text: str) -> Statement:
    return read_statement("p1", 0, text, "en")


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("It was the narrowest win in the club's history.", "Jamais le club n’avait gagné de si peu."),
        (
            "The mill, the region's third largest employer, closed.",
            "L’usine, troisième employeur le plus important de la région, a fermé.",
        ),
        ("Lund holds the second most popular painting.", "Lund détient la toile, deuxième œuvre la plus prisée."),
    ],
)
def test_a_rank_told_freely_passes(source: str, french: str) -> None:
    assert list(compare_rankings(_french(french), [_english(source)])) == []


@pytest.mark.parametrize(
    "french",
    ["Jamais le club n’avait gagné avec une si large avance.", "Le club a obtenu sa deuxième victoire la plus serrée."],
)
def test_another_rank_is_found(french: str) -> None:
    found = compare_rankings(_french(french), [_english("It was the narrowest win in the club's history.")])
    assert [one.code for one in found] == ["ranking-changed"]


def test_never_so_many_sums_up_the_sentence_beside() -> None:
    near = _source(
        "Talvo, the world's third-largest maker of tyres, will shed 900 jobs. It is the biggest round of layoffs ever."
    )
    claim = _french("Jamais Talvo, qui fabrique des pneus, n’avait supprimé autant d’emplois dans le monde.")
    paragraph = [one for one in near.statements if one.place == "p1"]
    assert list(compare_rankings(claim, paragraph[:1], paragraph)) == []


def test_what_another_sentence_tells_alike_is_what_is_told() -> None:
    told, beside = _english("No farmers were asked."), _english("Most farmers hardly notice it.")
    claim = _french("La plupart des agriculteurs le remarquent à peine.")
    assert [one.code for one in compare_shares(claim, [told])] == ["share-changed"]
    assert list(compare_shares(claim, [told], [told, beside])) == []


def test_of_two_countries_that_a_passage_names_each_may_be_told() -> None:
    source = _english("Egypt bought most, ahead of Turkey with 2.6 million and Bangladesh with 1.3 million.")
    assert list(one_of_its_kind(_french("L’Égypte a acheté le plus, devant la Turquie."), [source], [source])) == []
    found = one_of_its_kind(_french("L’Égypte a acheté le plus, devant la Hongrie."), [source], [source])
    assert [one.code for one in found] == ["name-elsewhere"]


def test_a_patent_held_by_someone_makes_no_passive() -> None:
    source = _english("The court ruled that Brandt Labs had infringed a patent held by the smaller firm Kelvix.")
    assert list(crossed_names(_french("Brandt Labs a bien enfreint un brevet de Kelvix, selon la cour."), source)) == []


def test_the_past_of_a_thing_is_no_former_office() -> None:
    text = "It knew nothing of the portrait's past when it bought it from a dealer, Otto Brand."
    at = text.index("Otto")
    assert standing_of(text, at, len(text) - 1, "en")[0] == frozenset()


def test_a_main_arbiter_is_no_principal() -> None:
    assert role_concepts("l’associé principal") == role_concepts("the principal reason") == ()
    assert [role for _, role in role_concepts("the principal of the school")] == ["director"]


def test_a_police_check_is_no_policeman() -> None:
    text = "le contrôle policier"
    (match, _), *_ = role_concepts(text)
    assert is_epithet(text, match.span())


def test_the_head_of_a_house_speaks_for_it() -> None:
    source = _source(
        "The Growers' Federation welcomed the choice. Its chairwoman, Jonna Rusk, said a march planned for May was being suspended but not cancelled."
    )
    claim = _french("La fédération des producteurs affirme que la marche prévue en mai est suspendue mais pas annulée.")
    assert list(speakers_exchanged(claim, source)) == []


def test_a_house_by_its_translated_name_is_not_left_out() -> None:
    source = _source(
        "The Chemical Workers' Union alleges that managers switched off a leak alarm on Tuesday evening after false alerts.",
        "The plant director, Hugo Lund, denied that any alarm had been disabled.",
    )
    claim = _french(
        "Le syndicat des ouvriers de la chimie affirme que l’encadrement a coupé mardi soir une alarme de fuite après de fausses alertes, ce que dément le directeur de l’usine, Hugo Lund."
    )
    assert list(names_for_others(claim, source)) == []


@pytest.mark.parametrize(("word", "codes"), [("marks", []), ("workers", ["language-english-words"])])
def test_what_the_source_counts_in_is_no_english_left(word: str, codes: list[str]) -> None:
    article = _article(f"The bank will pay 25 {word} to each.")
    found = findings_of(ENGLISH, spoilt(ANALYSE, "standfirst", f"La banque versera à chacun 25 {word}."), article)
    assert [one.code for one in found if one.part == "standfirst"] == codes
