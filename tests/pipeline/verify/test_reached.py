"""A figure that something reached has no bound; a single million and an age group are figures; a name in the possessive."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from pipeline.verify.prepare import read_statement
from pipeline.verify.proper_names.known import known_names
from pipeline.verify.proper_names.names import compare_names
from pipeline.verify.quantities.figures import compare_figures
from pipeline.verify.quantities.numbers import read_figures
from tests.pipeline.verify.texts import HOUSE


def _codes(source: str, french: str) -> list[str]:
    english = [read_statement("p1", 0, source, "en")]
    return [one.code for one in compare_figures(read_statement("body[0]", 0, french, "fr"), english, english)]


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("The river reached 7.3 metres on Monday.", "Le fleuve est monté jusqu’à 7,3 mètres lundi."),
        ("Copper fell to $8,120 a tonne.", "Le cuivre a chuté jusqu’à 8 120 dollars la tonne."),
        ("Arrests rose to 412 in May.", "Les arrestations ont augmenté en mai pour atteindre 412."),
        ("Membership climbed to 31,500.", "Le nombre d’adhérents a grimpé, atteignant 31 500."),
        ("The queue hit 640 people.", "La file s’est étirée jusqu’à atteindre 640 personnes."),
        ("Debt could reach 84% of output.", "La dette pourrait passer à 84 % de la production."),
    ],
)
def test_what_something_came_to_has_no_bound(source: str, french: str) -> None:
    assert _codes(source, french) == []


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("The plan costs 412 million euros.", "Le plan coûte jusqu’à 412 millions d’euros."),
        ("Fines of up to 900 euros are possible.", "Des amendes de 900 euros sont possibles."),
        ("Each household lost 640 euros.", "Chaque foyer a perdu jusqu’à 640 euros."),
        ("The tank holds up to 7,300 litres.", "La cuve contient 7 300 litres."),
    ],
)
def test_a_bound_added_or_dropped_is_found(source: str, french: str) -> None:
    assert _codes(source, french) == ["figure-bound"]


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("more than a million readers", "plus d’un million de lecteurs"),
        ("a million dollars", "un million de dollars"),
        ("free for all over-65s", "gratuit pour les plus de 65 ans"),
        ("tickets for under-26s", "des billets pour les moins de 26 ans"),
    ],
)
def test_a_single_million_and_an_age_group_are_read(english: str, french: str) -> None:
    both = [
        [(one.value, one.kind, one.unit, one.bound) for one in read_figures(text, side)]
        for text, side in ((english, "en"), (french, "fr"))
    ]
    assert both[0] == both[1] != []


@pytest.mark.parametrize("text", ["thanks a million", "the 1960s", "never in a million years", "a chance in a million"])
def test_no_figure_is_read_in_a_locution(text: str) -> None:
    assert [one for one in read_figures(text, "en") if one.value == 1e6 or one.unit == "year"] == []


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("Drovia's cabinet fell.", "La Drovie n’a plus de gouvernement."),
        ("One Drovian in five voted.", "Un Drovien sur cinq a voté."),
        ("Drovian voters stayed away.", "Les électrices droviennes, les Droviennes, se sont abstenues."),
        ("The Drovian press agreed.", "La presse de Drovie est d’accord."),
        ("Malbese farmers marched.", "Les Malbois ont manifesté."),
    ],
)
def test_a_country_may_be_named_from_its_people_or_its_possessive(source: str, french: str) -> None:
    known = known_names([source], HOUSE)
    assert list(compare_names(read_statement("body[0]", 0, french, "fr"), known)) == []


def test_a_country_with_another_letter_is_found() -> None:
    known = known_names(["Drovia's cabinet fell."], HOUSE)
    found = list(compare_names(read_statement("body[0]", 0, "Le cabinet de Dravie est tombé.", "fr"), known))
    assert [one.code for one in found] == ["name-altered"]
