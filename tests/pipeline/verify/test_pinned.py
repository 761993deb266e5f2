"""What a figure, a date or a name pins down is held to the clause of the source that has it too."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from pipeline.sentences import with_sentences
from pipeline.verify.assertion.admissions import denials_admitted
from pipeline.verify.assertion.modality import unattributed
from pipeline.verify.assertion.pinned import possibilities_pinned, waits_dropped
from pipeline.verify.prepare import Statement, prepare, read_statement
from pipeline.verify.reasons.cause_ends import causes_of_another, causes_rejected
from pipeline.verify.scope.exceptions import exceptions_dropped, lone_ones_joined, totals_turned
from pipeline.verify.scope.shares import compare_shares
from schemas.article import Article, Paragraph


def _pair(english: str, french: str) -> tuple[Statement, Statement]:
    return read_statement("body[0]", 0, french, "fr"), read_statement("p1", 0, english, "en")


_OPENING = "The opening of the bridge, planned for May, could be delayed by three weeks."
_BID = "Analyst Petra Vell said the firm might have to raise its bid to 31 euros."
_RISE = "A further rise of up to 7 percent could follow if the company repairs the pipes."


@pytest.mark.parametrize(
    ("english", "french"),
    [
        (_OPENING, "L’ouverture du pont, prévue en mai, sera retardée de trois semaines."),
        (_OPENING, "Prévue en mai, l’ouverture du pont va être repoussée de trois semaines."),
        (_BID, "Pour l’analyste Petra Vell, l’acquéreur, qui ne peut réussir seul, devra monter à 31 euros."),
        (_RISE, "Une autre, de 7 % au plus, interviendra une fois les conduites réparées."),
        ("The strike may cost the port 12 million euros.", "La grève coûtera 12 millions d’euros au port."),
    ],
)
def test_what_was_only_possible_of_a_figure_is_found_told_as_sure(english: str, french: str) -> None:
    claim, source = _pair(english, french)
    assert list(possibilities_pinned(claim, [source]))


@pytest.mark.parametrize(
    ("english", "french"),
    [
        (_OPENING, "L’ouverture du pont, prévue en mai, pourrait être retardée de trois semaines."),
        (_OPENING, "L’ouverture du pont risque d’être repoussée de trois semaines."),
        (_BID, "Pour l’analyste Petra Vell, l’acquéreur pourrait devoir monter à 31 euros."),
        (_RISE, "Une autre, de 7 % au plus, interviendra si les conduites sont réparées."),
        ("The strike may cost the port 12 million euros.", "Le port s’expose à une perte de 12 millions d’euros, et devra s’en passer."),
        ("It could cost 40 million. The state will pay 40 million.", "L’État paiera 40 millions."),
    ],
)  # fmt: skip
def test_what_stays_possible_or_is_told_plainly_too_passes(english: str, french: str) -> None:
    claim, source = _pair(english, french)
    assert not list(possibilities_pinned(claim, [source]))


_HEARING = "The case is not due to be heard until January."


@pytest.mark.parametrize(
    ("french", "found"),
    [
        ("L’affaire doit être jugée avant janvier.", True),
        ("Un jugement est attendu avant janvier ?", False),
        ("L’affaire ne doit pas être jugée avant janvier.", False),
        ("L’affaire doit être jugée en janvier au plus tôt.", False),
        ("Aucune audience avant janvier.", False),
        ("Il faudra attendre janvier.", False),
    ],
)
def test_what_waits_until_a_day_does_not_come_before_it(french: str, found: bool) -> None:
    claim, source = _pair(_HEARING, french)
    assert bool(list(waits_dropped(claim, [source]))) == found


_FLARE = "Coastal Cargo alleged that a union official, Hugo Stane, had thrown a flare at a truck, which he denied."


@pytest.mark.parametrize(
    ("french", "found"),
    [
        ("Un responsable syndical, Hugo Stane, a lancé une fusée contre un camion, même si l’intéressé le nie.", True),
        ("Un responsable syndical, Hugo Stane, a lancé une fusée contre un camion, ce qu’il conteste.", True),
        ("D’après Coastal Cargo, Hugo Stane a lancé une fusée contre un camion, ce qu’il conteste.", False),
        ("Hugo Stane aurait lancé une fusée contre un camion, ce que nie l’intéressé.", False),
        (
            "Coastal Cargo accuse Hugo Stane d’avoir lancé une fusée contre un camion, même si l’intéressé le nie.",
            False,
        ),
    ],
)
def test_who_denies_a_charge_does_not_bring_it(french: str, found: bool) -> None:
    claim, source = _pair(_FLARE, french)
    assert bool(list(unattributed(claim, source))) == found


_LONE = "Only one member of the majority, the Union's Petra Vell, voted against the cut."


@pytest.mark.parametrize(
    ("french", "found"),
    [
        ("Plusieurs élus de la majorité, dont Petra Vell, ont voté contre la coupe.", True),
        ("Des élus de la majorité, notamment Petra Vell, ont voté contre la coupe.", True),
        ("Seule Petra Vell, de l’Union, a voté contre la coupe.", False),
        ("Une élue de la majorité, Petra Vell, a voté contre la coupe.", False),
    ],
)
def test_who_was_alone_is_not_one_of_several(french: str, found: bool) -> None:
    claim, source = _pair(_LONE, french)
    assert bool(list(lone_ones_joined(claim, [source]))) == found


@pytest.mark.parametrize(
    ("english", "french", "found"),
    [
        ("No one has been charged.", "Plusieurs personnes ont été inculpées.", True),
        ("No one has been charged.", "Personne n’a été inculpé.", False),
        ("None of the residents was hurt.", "Plusieurs habitants ont été relogés.", False),
    ],
)
def test_some_where_there_is_nobody_are_found(english: str, french: str, found: bool) -> None:
    claim, source = _pair(english, french)
    assert bool(list(totals_turned(claim, [source]))) == found


_PACKS = "None had been sold except for 600 packs sent to Norway, all of which have been recovered."


@pytest.mark.parametrize(
    ("english", "french", "found"),
    [
        ("It would close three of Kestrel's five depots.", "L’ensemble des dépôts de Kestrel fermeraient.", True),
        ("It would close three of Kestrel's five depots.", "Trois des cinq dépôts de Kestrel fermeraient.", False),
        (_PACKS, "Seuls 600 paquets ont été vendus, et une partie seulement en a été récupérée.", True),
        (_PACKS, "Seuls 600 paquets ont été vendus, et tous ont été récupérés.", False),
    ],
)
def test_shares_of_a_house_and_of_what_was_named_before(english: str, french: str, found: bool) -> None:
    claim, source = _pair(english, french)
    assert bool(list(compare_shares(claim, [source])) or list(exceptions_dropped(claim, [source]))) == found


_INK = "At least 1,700 ballots were rejected because of smudged ink."
_WATER = "The machine had been contaminated by water dripping from a cooling unit."


@pytest.mark.parametrize(
    ("english", "french", "found"),
    [
        (_INK, "Au moins 1 700 bulletins ont été rejetés faute de signature.", True),
        (_INK, "Au moins 1 700 bulletins ont été rejetés à cause d’une encre baveuse.", False),
        ("The line was closed because of budget cuts.", "La ligne a été fermée faute de moyens.", False),
        ("The line was closed because it had too few drivers.", "La ligne a été fermée faute de conducteurs.", False),
        (_WATER, "La machine a été souillée par la viande livrée en mai.", True),
        (_WATER, "La machine a été contaminée par de l’eau tombée d’un appareil de réfrigération.", False),
        (_WATER, "La machine a été souillée par un défaut d’hygiène, et non par l’eau tombée d’un appareil.", True),
    ],
)
def test_what_something_was_spoilt_by_is_a_cause(english: str, french: str, found: bool) -> None:
    claim, source = _pair(english, french)
    assert bool([*causes_of_another(claim, [source], [source]), *causes_rejected(claim, [source])]) == found


_SORRY = """Coastal Cargo's director, Oda Brenner, apologised on Saturday. She disputed that the firm had known of the scale: the letters had been "treated as separate incidents"."""


@pytest.mark.parametrize(
    ("french", "found"),
    [
        ("La directrice, Oda Brenner, s’est excusée, mais reconnaît que l’entreprise connaissait l’ampleur du problème.", True),
        ("La directrice, Oda Brenner, s’est excusée, mais conteste que l’entreprise ait connu l’ampleur du problème.", False),
        ("La directrice, Oda Brenner, a reconnu l’erreur samedi.", False),
    ],
)  # fmt: skip
def test_who_is_sorry_for_one_thing_admits_no_other(french: str, found: bool) -> None:
    paragraphs = (Paragraph(id="p1", text=_SORRY),)
    source = prepare(with_sentences(Article(url="u", title="", published="2026-03-18", language="en", paragraphs=paragraphs)))  # fmt: skip
    claim = read_statement("body[0]", 0, french, "fr")
    assert bool(list(denials_admitted(claim, source.statements, source))) == found
