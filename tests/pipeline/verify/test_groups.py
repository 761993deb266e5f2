"""How many of a counted group, exceptions and restrictions: told otherwise they are found, told in other words not."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from pipeline.verify.prepare import Statement, read_statement
from pipeline.verify.quantities.groups import compare_groups
from pipeline.verify.scope.exceptions import exceptions_dropped, restrictions_dropped, totals_turned
from schemas.finding import Finding
from tests.pipeline.verify.drafts import found_on


def _pair(source: str, french: str) -> tuple[Statement, list[Statement]]:
    return read_statement("body[0]", 0, french, "fr"), [read_statement("p1", 0, source, "en")]


def _found(source: str, french: str) -> list[Finding]:
    claim, said = _pair(source, french)
    return [*compare_groups(claim, said), *exceptions_dropped(claim, said), *restrictions_dropped(claim, said)]


_GROUPS = (
    ("Only one of the province’s 11 ports, Karsund, lost traffic last year.",
     "Un seul des onze ports de la province, celui de Karsund, a perdu du trafic l’an dernier.",
     ("Plusieurs des onze ports de la province, dont celui de Karsund, ont perdu du trafic l’an dernier.",
      "Aucun des onze ports de la province n’a perdu de trafic l’an dernier.",
      "La plupart des onze ports de la province ont perdu du trafic l’an dernier.",
      "Les onze ports de la province ont tous perdu du trafic l’an dernier.")),
    ("Of the 52 residents who wrote to the council, all but six were opposed to the car park.",
     "Sur les 52 habitants qui ont écrit à la municipalité, six seulement étaient favorables au parking.",
     ("Les 52 habitants qui ont écrit à la municipalité étaient tous opposés au parking.",
      "Aucun des 52 habitants qui ont écrit à la municipalité n’était opposé au parking.")),
    ("Three of the seven judges dissented.",
     "Trois des sept juges ont exprimé leur désaccord.",
     ("Aucun des sept juges n’a exprimé son désaccord.",
      "La plupart des sept juges ont exprimé leur désaccord.",
      "Tous les sept juges ont exprimé leur désaccord.")),
    ("Eight of the 12 ferries are out of service.",
     "La plupart des douze ferries sont hors service.",
     ("Aucun des douze ferries n’est hors service.", "L’ensemble des douze ferries est hors service.")),
    ("All 14 ferries were inspected.",
     "Les quatorze ferries ont tous été inspectés.",
     ("Plusieurs des quatorze ferries ont été inspectés.", "La plupart des quatorze ferries ont été inspectés.")),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "spoilt"), _GROUPS)
def test_another_part_of_a_counted_group_is_found(source: str, right: str, spoilt: tuple[str, ...]) -> None:
    claim, said = _pair(source, right)
    assert list(compare_groups(claim, said)) == []
    for one in spoilt:
        claim, said = _pair(source, one)
        assert [(found.code, found.severity) for found in compare_groups(claim, said)] == [
            ("share-changed", "warning")
        ], one


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("Five of the 47 speakers backed the plan.", "Sur les 47 orateurs, 42 ont combattu le projet."),
        ("All but four of the 31 measures were carried out.", "Sur les 31 mesures, 27 ont été appliquées."),
        ("All but four of the 31 measures were carried out.", "Toutes les 31 mesures, sauf quatre, ont été appliquées."),
        ("Some 30 people came, most of them young.", "Une trentaine de personnes, jeunes pour la plupart, sont venues."),
        ("The report is updated every six months.", "Le rapport est mis à jour tous les six mois."),
        ("Two of the five ministers resigned.", "Deux des cinq ministres ont démissionné, et aucun des huit secrétaires d’État."),
        ("Nine of the 14 mayors signed.", "La majorité des quatorze maires ont signé."),
        ("In all, 12 of the 20 wells are dry.", "Plus de la moitié des vingt puits sont à sec."),
        ("Both sisters were elected in the two districts.", "Les deux sœurs ont été élues dans les deux circonscriptions."),
    ],
)  # fmt: skip
def test_a_group_told_in_other_words_is_left_alone(source: str, french: str) -> None:
    assert _found(source, french) == []


_EXCEPTIONS = (
    ("The company accepted all but two of the tribunal’s findings.",
     "L’entreprise a accepté toutes les conclusions du tribunal, à deux près.",
     ("L’entreprise a accepté l’intégralité des conclusions du tribunal.",
      "L’entreprise a accepté toutes les conclusions du tribunal, sans exception.")),
    ("All but three of the nurses she trained have left the island.",
     "Des infirmières qu’elle avait formées, il n’en reste que trois dans l’île.",
     ("Des infirmières qu’elle avait formées, il n’en reste aucune dans l’île.",
      "Toutes les infirmières qu’elle avait formées ont quitté l’île.")),
    ("Prices have not fallen, except for bread.",
     "Les prix n’ont pas baissé, sauf celui du pain.",
     ("Les prix ont baissé dans tous les rayons.",)),
    ("Every district except Ostvik reported shortages.",
     "Tous les districts ont signalé des pénuries, à l’exception d’Ostvik.",
     ("Tous les districts ont signalé des pénuries.", "L’ensemble des districts ont signalé des pénuries.")),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "spoilt"), _EXCEPTIONS)
def test_a_dropped_exception_is_found(source: str, right: str, spoilt: tuple[str, ...]) -> None:
    assert _found(source, right) == []
    for one in spoilt:
        assert {found.code for found in _found(source, one)} == {"share-changed"}, one


_RESTRICTIONS = (
    ("Only the smallest ferry is fitted with sensors.",
     "Seul le plus petit ferry est équipé de capteurs.",
     "Tous les ferries sont équipés de capteurs."),
    ("Of the three vaccines on trial, only Norvale’s is given by mouth.",
     "Des trois vaccins à l’essai, seul celui de Norvale s’administre par voie orale.",
     "Les trois vaccins à l’essai s’administrent tous par voie orale."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "spoilt"), _RESTRICTIONS)
def test_a_dropped_restriction_is_found(source: str, right: str, spoilt: str) -> None:
    assert _found(source, right) == []
    assert {found.code for found in _found(source, spoilt)} == {"share-changed"}


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("Only a court may lift the ban, and all the towns know it.", "Seul un tribunal peut lever l’interdiction, et toutes les villes le savent."),
        ("The bridge will only reopen in May.", "Le pont ne rouvrira qu’en mai, pour tous les véhicules."),
        ("All but two of the schools closed.", "Les écoles ont fermé, à deux exceptions près, et tous les élèves sont restés chez eux."),
        ("It costs nothing but time.", "Cela ne coûte que du temps."),
        ("No one but the mayor has the key.", "Seul le maire a la clé."),
        ("All but two of the schools closed.", "La plupart des écoles ont fermé ; deux sont restées ouvertes à tous les élèves."),
    ],
)  # fmt: skip
def test_what_excepts_in_other_words_drops_nothing(source: str, french: str) -> None:
    assert _found(source, french) == []


def test_a_whole_draft_is_held_to_its_exceptions() -> None:
    source, right, spoilt = _EXCEPTIONS[0]
    assert "share-changed" not in {one.code for one in found_on(source, right)}
    assert "share-changed" in {one.code for one in found_on(source, spoilt[0])}


def test_one_of_many_is_not_the_only_one() -> None:
    source = "The drug is given at Norvale hospital, the only centre authorised so far."
    assert _found(source, "Le médicament est donné à l’hôpital de Norvale, seul centre autorisé à ce jour.") == []
    spoilt = _found(source, "Le médicament est donné à l’hôpital de Norvale, l’un des nombreux centres autorisés.")
    assert {one.code for one in spoilt} == {"share-changed"}


def test_none_is_not_all() -> None:
    claim, said = _pair("None of them has been charged.", "Tous sont inculpés.")
    assert {one.code for one in totals_turned(claim, said)} == {"share-changed"}
    claim, said = _pair("All the members refused.", "Aucun des membres n’a accepté.")
    assert list(totals_turned(claim, said)) == []
