"""Quantities are read alike in both languages, however they are written."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.verify.quantities.numbers import read_figures


def _read(text: str, language: str) -> list[tuple[float, str, str, str]]:
    return [(one.value, one.kind, one.unit, one.bound) for one in read_figures(text, language)]


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("$2.3 million", "2,3 millions de dollars"),
        ("€1.2bn", "1,2 milliard d’euros"),
        ("up to 50,000 cases", "jusqu’à 50\u00a0000 dossiers"),
        ("12 percent", "12\u00a0%"),
        ("3 percentage points", "3 points de pourcentage"),
        ("one in five", "un sur cinq"),
        ("two-thirds", "les deux tiers"),
        ("half", "la moitié"),
        ("more than a third", "plus du tiers"),
        ("less than a quarter", "moins du quart"),
        ("twice as fast", "deux fois plus vite"),
        ("tens of thousands of people", "des dizaines de milliers de personnes"),
        ("more than 300 buses", "plus de 300 bus"),
        ("at least 40 votes", "au moins 40 voix"),
        ("between $2 and $3 billion", "entre 2 et 3 milliards de dollars"),
        ("twenty-three officers", "vingt-trois agents"),
        ("a 34-year-old man", "un homme de 34 ans"),
        ("at 8:30 p.m.", "à 20 h 30"),
        ("1.5 million people", "un million et demi de personnes"),
        ("the 21st century", "le 21e siècle"),
        ("nearly 5,000 workers", "près de 5\u202f000 salariés"),
    ],
)
def test_both_languages_read_alike(english: str, french: str) -> None:
    assert _read(english, "en") == _read(french, "fr") != []


@pytest.mark.parametrize(
    "text", ["un réseau neuf", "un homme et une femme", "COVID-19", "la 5G", "l’A320", "des courtiers tiers"]
)
def test_what_is_no_quantity_is_not_read(text: str) -> None:
    assert read_figures(text, "fr") == ()


def test_une_trentaine_is_about_thirty() -> None:
    assert _read("une trentaine d’habitants", "fr") == _read("about thirty residents", "en")


@given(st.integers(min_value=11, max_value=999_999_999))
def test_whole_numbers_survive_grouping_in_both_languages(number: int) -> None:
    english = read_figures(f"It counted {number:,} votes.", "en")
    french = read_figures(f"On a compté {number:,} voix.".replace(",", "\u202f"), "fr")
    assert [one.value for one in english] == [one.value for one in french] == [number]


@given(st.text(alphabet="abcé 0123456789,.%$€-\u00a0'’àdeux milliards", max_size=60), st.sampled_from(["en", "fr"]))
def test_places_hold_and_do_not_overlap(text: str, language: str) -> None:
    figures = read_figures(text, language)
    assert all(text[one.start : one.end] == one.text for one in figures)
    assert all(one.end <= two.start for one, two in pairwise(figures))


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        ("raised the toll to 48 crowns from 40", "en", [(48, "krone"), (40, "krone")]),
        ("risen to 8.90 pounds a kilo from 7.20 in April", "en", [(8.9, "pound"), (7.2, "pound")]),
        ("8,90 livres le kilo, contre 7,20 en avril", "fr", [(8.9, "pound"), (7.2, "pound")]),
        ("vues 730\u00a0000 fois", "fr", [(730_000, "times")]),
    ],
)
def test_the_figure_before_a_change_has_the_unit_of_the_one_after(
    text: str, language: str, read: list[tuple[float, str]]
) -> None:
    assert [(one.value, one.unit) for one in read_figures(text, language)] == read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Un sixième élevage est atteint.", "ordinal"),
        ("Un sixième des élevages est atteint.", "share"),
        ("L’amende est réduite d’un cinquième après des aveux.", "share"),
    ],
)
def test_one_more_is_no_part(text: str, kind: str) -> None:
    assert [one.kind for one in read_figures(text, "fr")] == [kind]


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        ("Elle ne couvrait pas la moitié du territoire.", "fr", "less_than"),
        ("Il s’arrêtera s’il n’obtient pas la moitié des recettes.", "fr", ""),
        ("Le recul ne dépasserait pas 28 centimètres.", "fr", "up_to"),
        ("Il ne peut en accueillir plus de soixante.", "fr", "up_to"),
        ("Une image sans feu peut être gardée plus de six heures.", "fr", "more_than"),
        ("La ville s’étend sans aller au-delà de six kilomètres.", "fr", "up_to"),
        ("Ils se sont séparés sans trancher, au terme d’une séance de plus de cinq heures.", "fr", "more_than"),
        ("Elle refuse d’aller au-delà de six kilomètres.", "fr", "up_to"),
        ("Loans were limited to private persons and to seven days.", "en", "within"),
    ],
)
def test_bounds_of_what_is_denied(text: str, language: str, bound: str) -> None:
    assert [one.bound for one in read_figures(text, language)] == [bound]
