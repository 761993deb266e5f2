"""Figures, dates, ranks and heads of another passage or another thing, and the free renderings beside them."""

# ruff: noqa: E501 - a sentence stands beside its source, each on its line.

import pytest

from tests.pipeline.verify.drafts import found_on

_PREFIXES = ("figure", "date", "ranking", "share", "role-wrong", "name-unknown")


def _codes(source: str, french: str) -> set[str]:
    return {one.code for one in found_on(source, french) if one.code.startswith(_PREFIXES)}


def _blocking(source: str, french: str) -> set[str]:
    return {one.code for one in found_on(source, french) if one.severity == "blocking"}


_TALKS = (
    "Talks between the two unions and the mill collapsed on Thursday after nine hours.\n"
    "The pilots, who have not joined in, will meet the harbour board on Friday.\n"
    "The ministry opened an inquiry on Monday."
)
_FAIR = (
    "Bread accounted for 40% of the rise in prices, ahead of cheese with 22%.\n"
    "In a survey of residents, 54% backed the tram line and 31% opposed it.\n"
    "The inspection, carried out in March, counted 37 cracks in the north face.\nSix of the 52 pressure gauges were out of order."
)

# source | what free French says | what is wrong | the code that tells it
_PAIRS = (
    # a day of another passage
    (_TALKS, "Les discussions entre les deux syndicats et la scierie ont échoué jeudi au bout de neuf heures.",
     "Les discussions entre les deux syndicats et la scierie ont échoué vendredi au bout de neuf heures.", "date-elsewhere"),
    (_TALKS, "Le ministère a ouvert une enquête lundi.", "Le ministère a ouvert une enquête vendredi.", "date-elsewhere"),
    (_TALKS, "Les pilotes rencontreront vendredi le conseil du port.",
     "Les pilotes rencontreront lundi le conseil du port.", "date-elsewhere"),
    ("The bridge, closed since March 3, will reopen if the weather holds, the mayor said on Tuesday.",
     "Fermé depuis le 3 mars, le pont rouvrira si le temps le permet, a indiqué mardi la maire.",
     "Fermé depuis le 3 mars, le pont rouvrira si le temps le permet, a indiqué vendredi la maire.", "date-unknown"),
    # at the earliest and at the latest
    ("The diversion will last until at least November 8.", "Le détournement durera au moins jusqu’au 8 novembre.",
     "Le détournement durera jusqu’au 8 novembre au plus tard.", "date-order"),
    ("The diversion will last until at least November 8.", "Le détournement ne prendra pas fin avant le 8 novembre.",
     "Le détournement durera jusqu’au 8 novembre.", "date-order"),
    ("The cut would take effect in September 2027 at the earliest.", "La baisse n’interviendrait pas avant septembre 2027.",
     "La baisse interviendrait au plus tard en septembre 2027.", "date-order"),
    ("The report is due no later than June 12.", "Le rapport est attendu au plus tard le 12 juin.",
     "Le rapport est attendu au plus tôt le 12 juin.", "date-order"),
    # a figure of its neighbour
    (_FAIR, "Le pain compte pour 40 % de la hausse des prix, devant le fromage.",
     "Le pain compte pour 22 % de la hausse des prix, devant le fromage.", "figure-elsewhere"),
    (_FAIR, "Selon un sondage auprès des habitants, 54 % soutiennent la ligne de tramway.",
     "Selon un sondage auprès des habitants, 31 % soutiennent la ligne de tramway.", "figure-elsewhere"),
    (_FAIR, "Menée en mars, l’inspection a recensé 37 fissures sur la face nord.", "Menée en mars, l’inspection a recensé 52 fissures sur la face nord.", "figure-elsewhere"),
    # money, and how often it falls due
    ("The dam cost 96 million soles ($26 million).", "Le barrage a coûté 96 millions de soles.", "Le barrage a coûté 96 millions de dollars.", "figure-currency"),
    ("The dam cost 96 million zorkas (about $26 million).", "Le barrage a coûté 96 millions de zorkas.", "Le barrage a coûté 96 millions d’euros.", "figure-currency"),
    ("It was fined 3 billion won.", "Elle a écopé de 3 milliards de wons d’amende.", "Elle a écopé de 3 milliards de yens d’amende.", "figure-currency"),
    ("The contract is worth 400,000 pounds a year.", "Le contrat vaut 400 000 livres par an.", "Le contrat vaut 400 000 livres par mois.", "figure-unit"),
    ("Every week of the quarrel costs the carriers 4 million crowns.", "Chaque semaine de conflit coûte aux transporteurs 4 millions de couronnes.",
     "La querelle coûte 4 millions de couronnes par jour aux transporteurs.", "figure-unit"),
    # how many of a group that is told before
    ("The dam was meant to have four pipes, but only two were installed.", "Le barrage devait avoir quatre conduites ; deux seulement ont été posées.",
     "Le barrage devait avoir quatre conduites ; toutes ont été posées.", "share-changed"),
    ("The powder was handed out to all 34 members of the squad, but no other athlete has tested positive.", "La poudre a été distribuée à l’ensemble des 34 membres de l’équipe.",
     "La poudre a été distribuée à quelques-uns seulement des 34 membres de l’équipe.", "share-changed"),
    # ranks told in other words
    ("The club won five medals last year, its best haul ever.", "Le club a décroché l’an dernier cinq médailles, la meilleure moisson de son histoire.",
     "Le club a décroché l’an dernier cinq médailles, sa deuxième meilleure moisson.", "ranking-changed"),
    ("Orlec is the country's largest hydroelectric plant.", "Orlec est la plus grande centrale hydroélectrique du pays.",
     "Orlec n’est que la deuxième centrale hydroélectrique du pays.", "ranking-changed"),
    ("It is the largest award ever made in a patent case.", "Jamais une somme aussi élevée n’avait été accordée pour un brevet.",
     "À deux reprises déjà, une somme plus élevée avait été accordée pour un brevet.", "ranking-changed"),
    ("The Corrigan is the oldest of the county's four theatres.", "Le Corrigan est le plus ancien des quatre théâtres du comté.",
     "Le Corrigan est le plus récent des quatre théâtres du comté.", "ranking-changed"),
    # who heads what
    ("The strike is costly, according to the regional chamber of commerce. Its president, Helena Brisal, said so.\nOpposition leader Ines Vasquim called for talks.",
     "La grève coûte cher, selon la chambre de commerce régionale, que préside Helena Brisal.",
     "La grève coûte cher, selon la chambre de commerce régionale, que préside Ines Vasquim.", "role-wrong"),
    ("Piotr Lasko, chairman of the growers' association, urged patience. Prime Minister Anton Grelik refused.",
     "L’association des cultivateurs, présidée par Piotr Lasko, appelle à la patience.",
     "L’association des cultivateurs, présidée par Anton Grelik, appelle à la patience.", "role-wrong"),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "wrong", "code"), _PAIRS)
def test_what_is_told_of_another_is_found(source: str, right: str, wrong: str, code: str) -> None:
    assert code in _codes(source, wrong)
    assert _codes(source, right) == set()


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("Managers knew of the error by mid-2021.", "Les responsables connaissaient l’anomalie dès la mi-2021."),
        ("The rower said Dreyel had telephoned two selectors on the eve of the vote of May 28.", "Selon la rameuse, M. Dreyel avait appelé deux sélectionneurs la veille du vote, le 28 mai."),
        ("She wants to row at the world championships.", "Elle veut ramer aux Mondiaux."),
        ("In all, 14 won medals.", "En tout, 14 ont été médaillés."),
        ("A plan for 1,200 homes ($30 million) was dropped.", "Un projet de 1 200 logements (30 millions de dollars) a été abandonné."),
        ("Ekdal, who has been on leave since Friday, approved the update. The paper said on Tuesday that engineers had asked for a delay.", "Les ingénieurs, a rapporté mardi le journal, avaient demandé un délai à M. Ekdal, en congé depuis vendredi."),
        ("The jury met on Monday. Its chair, Ana Rolle, leads the choir.", "Le jury, que préside Ana Rolle, s’est réuni lundi."),
    ],
)  # fmt: skip
def test_free_renderings_pass(source: str, french: str) -> None:
    assert _codes(source, french) == set()


def test_a_deadline_is_no_beginning() -> None:
    source = "The port will automate its cranes by 2029."
    assert _codes(source, "Le port automatisera ses grues d’ici à 2029.") == set()
    assert _codes(source, "Le port automatisera ses grues dès 2029.") == {"date-order"}
    assert _blocking(source, "Le port automatisera ses grues dès 2029.") == set()
