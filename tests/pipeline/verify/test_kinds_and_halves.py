"""Things of one sort, names in each other's half of a sentence, superlatives of either end, acts that no verb tells."""

# ruff: noqa: E501 - pairs of sentences: wrapped, they cannot be compared.

import pytest

from pipeline.verify.deeds.dealings import compare_dealings
from pipeline.verify.prepare import read_statement
from pipeline.verify.proper_names.halves import exchanged_halves
from pipeline.verify.proper_names.kindred import one_of_its_kind
from pipeline.verify.scope.rankings import compare_rankings

_KINDS = (
    ("The council will buy the buses from a Portuguese firm in March.",
     "La ville achètera les bus en mars à une société portugaise.",
     "La ville achètera les bus en mars à une société danoise."),
    ("The mill stopped on Monday for want of timber from Latvia.",
     "La scierie s’est arrêtée lundi, faute de bois letton.",
     "La scierie s’est arrêtée lundi, faute de bois polonais."),
    ("Training takes 14 months, against nine for the navy.",
     "La formation dure quatorze mois, contre neuf dans la marine.",
     "La formation dure quatorze mois, contre neuf chez les pompiers."),
    ("The region would pay up to 2 million pounds of the cost.",
     "La région prendrait en charge jusqu’à 2 millions de livres du coût.",
     "L’État prendrait en charge jusqu’à 2 millions de livres du coût."),
    ("Nurses earn 12 per cent less than in 2010, the survey found.",
     "Les infirmières gagnent 12 % de moins qu’en 2010, selon l’enquête.",
     "Les médecins gagnent 12 % de moins qu’en 2010, selon l’enquête."),
    ("The levy would be paid by landlords from April.",
     "La taxe serait acquittée par les propriétaires à partir d’avril.",
     "La taxe serait acquittée par les locataires à partir d’avril."),
    ("Exports of barley fell by a third last year.",
     "Les exportations d’orge ont reculé d’un tiers l’an dernier.",
     "Les exportations de blé ont reculé d’un tiers l’an dernier."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "spoilt"), _KINDS)
def test_one_of_a_sort_told_of_another_is_found(source: str, right: str, spoilt: str) -> None:
    said = [read_statement("p1", 0, source, "en")]
    assert list(one_of_its_kind(read_statement("body[0]", 0, right, "fr"), said, said)) == []
    found = list(one_of_its_kind(read_statement("body[0]", 0, spoilt, "fr"), said, said))
    assert {(one.code, one.severity) for one in found} == {("name-elsewhere", "warning")}


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("The firm must pay 40 million Swiss francs.", "L’entreprise doit verser 40 millions de francs suisses."),
        ("He spoke to reporters in Lisbon, in English.", "Il s’est adressé aux journalistes en anglais, à Lisbonne."),
        ("Staff at the clinic backed the strike.", "Le personnel de l’établissement a soutenu la grève."),
        ("Farmers and growers have until May to apply.", "Les agriculteurs ont jusqu’en mai pour se porter candidats."),
        ("The district attorney charged two officers.", "La procureure a inculpé deux policiers."),
        ("Officers searched the house on Tuesday.", "La police a perquisitionné la maison mardi."),
        ("They want the car firm to turn down its Turkish partner.", "Ils veulent que le constructeur automobile éconduise son associé turc."),
    ],
)  # fmt: skip
def test_what_french_says_otherwise_of_a_sort_is_left_alone(source: str, french: str) -> None:
    said = [read_statement("p1", 0, source, "en")]
    assert list(one_of_its_kind(read_statement("body[0]", 0, french, "fr"), said, said)) == []


def test_what_the_paragraph_says_of_the_other_is_left_alone() -> None:
    said = [
        read_statement("p1", 0, "The police lost 300 officers last year.", "en"),
        read_statement("p1", 40, "The navy lost 300 sailors too.", "en"),
    ]
    claim = read_statement("body[0]", 0, "La marine a perdu 300 marins l’an dernier.", "fr")
    assert list(one_of_its_kind(claim, said[:1], said)) == []


_HALVES = (
    ("Norway has signed the treaty, while Finland is still waiting for a vote in parliament.",
     "La Norvège a signé le traité, tandis que la Finlande attend encore un vote du Parlement.",
     "La Finlande a signé le traité, tandis que la Norvège attend encore un vote du Parlement."),
    ("Tarnmoor would keep its maternity ward, but Oslin would lose its emergency department at night.",
     "Tarnmoor garderait sa maternité, mais Oslin perdrait ses urgences la nuit.",
     "Oslin garderait sa maternité, mais Tarnmoor perdrait ses urgences la nuit."),
    ("Essays would be written by pupils at home and corrected by teachers at school.",
     "Les copies seraient rédigées à la maison par les élèves et corrigées à l’école par les enseignants.",
     "Les copies seraient rédigées à la maison par les enseignants et corrigées à l’école par les élèves."),
    ("The mining district of Harlow will lose one of its two fire stations, while the market town of Pellin will keep all three of its own.",
     "Le bassin minier de Harlow perdra une de ses deux casernes, alors que le bourg de Pellin gardera les siennes.",
     "Le bourg de Pellin perdra une de ses casernes, alors que le bassin minier de Harlow gardera toutes les siennes."),
    ("Poland’s regulator fined the company €9 million in March, Portugal’s dropped its inquiry without any sanction, and Greece’s is still examining the file.",
     "Le Portugal a abandonné son enquête sans sanction, mais la Pologne lui a infligé 9 millions d’euros d’amende.",
     "La Pologne a abandonné son enquête sans sanction, mais le Portugal lui a infligé 9 millions d’euros d’amende."),
    ("Only Norway has agreed to pay its share in advance, and Finland says it has not decided.",
     "Seule la Norvège a accepté de payer d’avance sa part, la Finlande réserve sa réponse.",
     "Seule la Finlande a accepté de payer d’avance sa part, la Norvège réserve sa réponse."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "spoilt"), _HALVES)
def test_names_that_have_changed_halves_are_found(source: str, right: str, spoilt: str) -> None:
    said = [read_statement("p1", 0, source, "en")]
    assert list(exchanged_halves(read_statement("body[0]", 0, right, "fr"), said)) == []
    found = list(exchanged_halves(read_statement("body[0]", 0, spoilt, "fr"), said))
    assert {(one.code, one.severity) for one in found} == {("roles-swapped", "warning")}


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("Norway has signed the treaty, while Finland is still waiting for a vote in parliament.",
         "Tandis que la Finlande attend encore un vote du Parlement, la Norvège a signé le traité."),
        ("Tarnmoor would keep its maternity ward, but Oslin would lose its emergency department at night.",
         "Oslin perdrait la nuit ses urgences ; Tarnmoor, elle, garderait sa maternité."),
        ("The mining district of Harlow will lose one of its two fire stations, while the market town of Pellin will keep all three of its own.",
         "Si le bourg de Pellin garde ses trois casernes, le bassin minier de Harlow en perdra une sur deux."),
        ("Spain raised its fuel tax in April, Italy cut its own by half, and France left the rate unchanged.",
         "L’Italie a réduit de moitié sa taxe sur les carburants, l’Espagne a relevé la sienne en avril, et la France n’y a pas touché."),
    ],
)  # fmt: skip
def test_halves_told_in_another_order_are_left_alone(source: str, french: str) -> None:
    said = [read_statement("p1", 0, source, "en")]
    assert list(exchanged_halves(read_statement("body[0]", 0, french, "fr"), said)) == []


_RANKS = (
    ("It was the closest vote in the history of the town.",
     "C’était le vote le plus disputé de l’histoire de la ville.",
     "C’était le vote le moins disputé de l’histoire de la ville."),
    ("January was the coldest month since 1963.",
     "Janvier a été le mois le plus froid depuis 1963.",
     "Janvier a été le mois le plus doux depuis 1963."),
    ("Harrow Street is the most dangerous road in the county.",
     "Harrow Street est la route la plus meurtrière du comté.",
     "Harrow Street est la route la plus sûre du comté."),
    ("The brewery is the country’s third-largest maker of cider.",
     "La brasserie est le numéro trois national du cidre.",
     "La brasserie est le chef de file national du cidre."),
    ("The fair is the second oldest in the country and drew 4,000 visitors.",
     "La foire, deuxième du pays par l’ancienneté, a attiré 4 000 visiteurs.",
     "La foire, doyenne des foires du pays, a attiré 4 000 visiteurs."),
    ("Vesta is now third in beer, and Malmund ranks fifth in the market with 6 per cent.",
     "Dans la bière, Vesta et Malmund sont aujourd’hui troisième et cinquième du marché.",
     "Dans la bière, Vesta et Malmund sont aujourd’hui deuxième et cinquième du marché."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "spoilt"), _RANKS)
def test_a_superlative_of_the_other_end_is_found(source: str, right: str, spoilt: str) -> None:
    said = [read_statement("p1", 0, source, "en")]
    assert list(compare_rankings(read_statement("body[0]", 0, right, "fr"), said, said)) == []
    found = list(compare_rankings(read_statement("body[0]", 0, spoilt, "fr"), said, said))
    assert {(one.code, one.severity) for one in found} == {("ranking-changed", "warning")}


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("It is one of the least dangerous roads in the county.", "C’est l’une des routes les plus sûres du comté."),
        ("It was the worst harvest since 2003.", "C’était la récolte la moins bonne depuis 2003."),
        ("The toughest exam of the year begins on Monday.", "L’examen le plus difficile de l’année commence lundi."),
        ("The market leader cut its prices.", "Le numéro un du marché a baissé ses prix."),
        ("The cheapest room costs £40.", "La chambre la moins chère coûte 40 livres."),
    ],
)
def test_the_same_end_in_other_words_is_left_alone(source: str, french: str) -> None:
    said = [read_statement("p1", 0, source, "en")]
    assert list(compare_rankings(read_statement("body[0]", 0, french, "fr"), said, said)) == []


_ACTS = (
    ("Lindqvist said the builder, Orvane, had ignored three warnings about the roof.",
     "Mme Lindqvist reproche au constructeur, Orvane, d’avoir ignoré trois avertissements.",
     "Le constructeur, Orvane, reproche à Mme Lindqvist d’avoir ignoré trois avertissements."),
    ("The design was changed at the ministry's request, the firm says.",
     "Les plans ont été modifiés à la demande du ministère, selon l’entreprise.",
     "L’entreprise a demandé au ministère de modifier les plans."),
    ("Orvane sued the union for 2 million euros in damages.",
     "Orvane réclame en justice 2 millions d’euros au syndicat.",
     "Le syndicat réclame en justice 2 millions d’euros à Orvane."),
    ("It is the largest rise since the company took over the network from the city in 2009.",
     "C’est la plus forte hausse depuis que l’entreprise a repris le réseau à la ville, en 2009.",
     "C’est la plus forte hausse depuis que la ville a repris le réseau à l’entreprise, en 2009."),
    ("The union accuses the company of hiding the figures.",
     "Le syndicat accuse l’entreprise de dissimuler les chiffres.",
     "L’entreprise accuse le syndicat de dissimuler les chiffres."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "spoilt"), _ACTS)
def test_an_act_told_by_no_verb_of_its_own_keeps_its_parties(source: str, right: str, spoilt: str) -> None:
    said = [read_statement("p1", 0, source, "en")]
    assert list(compare_dealings(read_statement("body[0]", 0, right, "fr"), said)) == []
    found = list(compare_dealings(read_statement("body[0]", 0, spoilt, "fr"), said))
    assert {(one.code, one.severity) for one in found} == {("roles-swapped", "warning")}
