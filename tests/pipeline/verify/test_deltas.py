"""Which way a figure goes, and how often: told the other way they are found, told in other words not."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from pipeline.verify.assertion.frequencies import frequencies_changed
from pipeline.verify.prepare import Statement, read_statement
from pipeline.verify.quantities.deltas import deltas_turned
from pipeline.verify.quantities.figure_pairs import compare_pairs
from pipeline.verify.quantities.figures import compare_figures


def _pair(source: str, french: str) -> tuple[Statement, list[Statement]]:
    return read_statement("body[0]", 0, french, "fr"), [read_statement("p1", 0, source, "en")]


_DELTAS = (
    ("Support stood at 54 per cent, nine points more than in May.",
     "Le soutien atteignait 54 %, neuf points de plus qu’en mai.",
     "Le soutien atteignait 54 %, neuf points de moins qu’en mai."),
    ("Its fares are 12 per cent lower than those of its rivals.",
     "Ses tarifs sont inférieurs de 12 % à ceux de ses concurrents.",
     "Ses tarifs sont supérieurs de 12 % à ceux de ses concurrents."),
    ("The port’s budget has risen by a quarter since 2021.",
     "Le budget du port a progressé d’un quart depuis 2021.",
     "Le budget du port a fondu d’un quart depuis 2021."),
    ("The agency cut its spending on dredging by 40% in three years.",
     "L’agence a réduit de 40 % en trois ans ses dépenses de dragage.",
     "L’agence a accru de 40 % en trois ans ses dépenses de dragage."),
    ("The results will come on 8 August, three weeks later than planned.",
     "Les résultats tomberont le 8 août, trois semaines après la date prévue.",
     "Les résultats tomberont le 8 août, trois semaines avant la date prévue."),
    ("The order came 94 minutes late.",
     "L’ordre est tombé avec 94 minutes de retard.",
     "L’ordre est tombé avec 94 minutes d’avance."),
    ("Pumping could lower wells by as much as 9 metres.",
     "Le pompage pourrait faire baisser les puits de 9 mètres.",
     "Le pompage pourrait faire monter les puits de 9 mètres."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "spoilt"), _DELTAS)
def test_a_figure_told_the_other_way_is_found(source: str, right: str, spoilt: str) -> None:
    assert list(deltas_turned(*_pair(source, right))) == []
    found = list(deltas_turned(*_pair(source, spoilt)))
    assert [(one.code, one.severity) for one in found] == [("direction-reversed", "warning")]


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("Prices rose 3.4%, down from 3.7% in January.", "L’inflation a reculé à 3,4 %, après 3,7 % en janvier."),
        ("The rise was cut to 4%.", "La hausse a été ramenée à 4 %."),
        ("Sales fell for the first time since they rose 6% in 2019.", "Les ventes reculent pour la première fois depuis leur hausse de 6 % en 2019."),
        ("The tax did not rise by 5%.", "La taxe n’a pas baissé de 5 %."),
        ("The fine was 20% of turnover.", "L’amende s’élevait à 20 % du chiffre d’affaires."),
        ("The strike began two weeks after the fire.", "L’incendie avait eu lieu deux semaines avant la grève."),
    ],
)  # fmt: skip
def test_a_figure_told_from_the_other_side_is_left_alone(source: str, french: str) -> None:
    assert list(deltas_turned(*_pair(source, french))) == []


@pytest.mark.parametrize(
    ("source", "right", "spoilt"),
    [
        ("Families will pay $61.40 a month for the ferry from July 1, up from $53.80.",
         "Les familles paieront le ferry 61,40 dollars par mois, contre 53,80 dollars aujourd’hui.",
         "Les familles paieront le ferry 53,80 dollars par mois, contre 61,40 dollars aujourd’hui."),
        ("The ward was short of staff on 61 days last year, compared with 24 in 2024.",
         "Le service a manqué de personnel pendant 61 jours l’an dernier, contre 24 en 2024.",
         "Le service a manqué de personnel pendant 24 jours l’an dernier, contre 61 en 2024."),
    ],
)  # fmt: skip
def test_what_a_figure_has_come_from_keeps_its_place(source: str, right: str, spoilt: str) -> None:
    assert list(compare_pairs(*_pair(source, right))) == []
    assert [one.code for one in compare_pairs(*_pair(source, spoilt))] == ["figure-swapped"]


_OFTEN = (
    ("They met at least nine times, mostly in a hotel near the port.",
     "Ils se sont vus au moins neuf fois, le plus souvent dans un hôtel proche du port.",
     "Ils se sont vus au moins neuf fois, toujours dans un hôtel proche du port."),
    ("The alarm is rarely tested.", "L’alarme est rarement essayée.", "L’alarme est régulièrement essayée."),
    ("The boats are always full in August.", "En août, les bateaux sont toujours pleins.", "En août, les bateaux sont parfois pleins."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "spoilt"), _OFTEN)
def test_how_often_told_otherwise_is_found(source: str, right: str, spoilt: str) -> None:
    claim, (said,) = _pair(source, right)
    assert list(frequencies_changed(claim, said)) == []
    claim, (said,) = _pair(source, spoilt)
    assert [one.code for one in frequencies_changed(claim, said)] == ["share-changed"]


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("The mostly empty hall is still for sale.", "La salle, presque vide, est toujours à vendre."),
        ("He is mainly known for his songs.", "On le connaît surtout pour ses chansons."),
        ("The road floods.", "La route est souvent inondée."),
    ],
)
def test_how_often_told_in_other_words_is_left_alone(source: str, french: str) -> None:
    claim, (said,) = _pair(source, french)
    assert list(frequencies_changed(claim, said)) == []


@pytest.mark.parametrize(
    ("source", "right", "spoilt"),
    [
        ("The rival ferry is at least 18 months behind.", "Le ferry concurrent a au moins un an et demi de retard.", "Le ferry concurrent a moins d’un an et demi de retard."),
        ("It took at least a year and a half.", "Il a fallu au moins un an et demi.", "Il a fallu au plus un an et demi."),
        ("The wait is 94 minutes.", "L’attente dépasse une heure et demie.", "L’attente est de moins d’une heure et demie."),
        ("They met at least 23 times.", "Ils se sont vus au moins 23 fois.", "Ils se sont vus 23 fois tout au plus."),
        ("Children under the age of seven travel free.", "Les enfants de moins de 7 ans voyagent gratuitement.", "Les enfants de plus de 7 ans voyagent gratuitement."),
    ],
)  # fmt: skip
def test_a_bound_turned_round_is_found(source: str, right: str, spoilt: str) -> None:
    claim, said = _pair(source, right)
    assert list(compare_figures(claim, said, said)) == []
    claim, said = _pair(source, spoilt)
    assert [one.code for one in compare_figures(claim, said, said)] == ["figure-bound"]
