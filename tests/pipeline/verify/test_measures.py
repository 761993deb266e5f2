"""Times of day and measures that French tells in its own units, bounds it tells after the figure."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from pipeline.verify.prepare import read_statement
from pipeline.verify.quantities.figures import compare_figures
from tests.pipeline.verify.drafts import found_on

_RIGHT_AND_WRONG = (
    ("The gates shut at half past six.", "Les portes ferment à 18 h 30.", "Les portes ferment à 18 h 40."),
    ("The gates shut at half past six.", "Les portes ferment à six heures et demie.", "Les portes ferment à sept heures et demie."),
    ("The ferry leaves at a quarter to eight.", "Le ferry part à 19 h 45.", "Le ferry part à 20 h 15."),
    ("They met at seven o’clock.", "Ils se sont réunis à 19 heures.", "Ils se sont réunis à 18 heures."),
    ("The 5:40 train was late.", "Le train de 17 h 40 était en retard.", "Le train de 17 h 10 était en retard."),
    ("Visits run between 6 and 10pm.", "Les visites ont lieu entre 18 heures et 22 heures.", "Les visites ont lieu entre 17 heures et 22 heures."),
    ("It closes at noon.", "Elle ferme à 12 heures.", "Elle ferme à 13 heures."),
    ("Winds reached 100 mph.", "Le vent a atteint 160 km/h.", "Le vent a atteint 100 km/h."),
    ("He drove at 47 mph in a 30 mph zone.", "Il roulait à 75 km/h dans une zone limitée à 48.", "Il roulait à 75 km/h dans une zone limitée à 58."),
    ("It was 104 degrees in the shade.", "Il faisait 40 degrés à l’ombre.", "Il faisait 45 degrés à l’ombre."),
    ("It stood 300 yards away.", "Il se tenait à environ 270 mètres.", "Il se tenait à environ 370 mètres."),
    ("The estate covers 40 square miles.", "Le domaine couvre une centaine de kilomètres carrés.", "Le domaine couvre une cinquantaine de kilomètres carrés."),
    ("The quay is nine miles away.", "Le quai est à une quinzaine de kilomètres.", "Le quai est à une trentaine de kilomètres."),
    ("She farms 800 acres.", "Elle cultive plus de 300 hectares.", "Elle cultive plus de 400 hectares."),
    ("The tank holds 2.5 million litres.", "La cuve contient 2 500 mètres cubes.", "La cuve contient 250 mètres cubes."),
    ("A stamp costs 90p.", "Un timbre coûte 90 pence.", "Un timbre coûte 80 pence."),
    ("It took two and a half hours.", "Il a fallu deux heures et demie.", "Il a fallu trois heures et demie."),
    ("Sales grew by less than one per cent.", "Les ventes ont crû de moins de 1 %.", "Les ventes ont crû de moins de 2 %."),
    ("It takes a year.", "Il faut douze mois.", "Il faut dix-huit mois."),
    ("They need at least six additional crews.", "Il leur faut six équipages supplémentaires au minimum.", "Il leur faut six équipages supplémentaires."),
    ("It takes at least ten days.", "Il faut dix jours au bas mot.", "Il faut dix jours."),
    ("The fine is up to £5,000.", "L’amende maximale de 5 000 livres", "L’amende de 5 000 livres"),
    ("More than 300 people signed.", "Les 300 signatures ont été dépassées.", "Les 300 signatures ont été réunies."),
    ("It cost traders an estimated $9 million.", "Il a coûté aux commerçants, selon les estimations, 9 millions de dollars.", "Il a coûté aux commerçants 9 millions de dollars."),
)  # fmt: skip


def _found(english: str, french: str) -> list[str]:
    source, claim = read_statement("p1", 0, english, "en"), read_statement("body[0]", 0, french, "fr")
    return [one.code for one in compare_figures(claim, [source], [source])]


@pytest.mark.parametrize(("english", "right", "wrong"), _RIGHT_AND_WRONG)
def test_a_figure_in_french_units_is_the_same_figure(english: str, right: str, wrong: str) -> None:
    assert _found(english, right) == []
    assert _found(english, wrong)


def test_a_range_is_no_time_of_day() -> None:
    assert _found("It rose by five to ten percent.", "Elle a augmenté de 5 à 10 %.") == []


def test_a_bound_told_once_need_not_be_told_again() -> None:
    source = "The service says that it would need at least six additional crews, which it cannot afford."
    again = "Le service dit avoir besoin d’au moins six équipages de plus. Les six équipages, il ne peut pas les payer."
    first = "Le service dit avoir besoin de six équipages de plus. Les six équipages, il ne peut pas les payer."
    assert [one.code for one in found_on(source, again) if one.code == "figure-bound"] == []
    assert [one.code for one in found_on(source, first) if one.code == "figure-bound"] == ["figure-bound"] * 2
