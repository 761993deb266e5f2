"""Words lent to someone who said others are found, and whoever said them may say them in any French."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from pipeline.sentences import with_sentences
from pipeline.verify.prepare import Source, prepare, read_statement
from pipeline.verify.speech.sayings import sayings, spoken_in
from pipeline.verify.speech.speakers import speakers_exchanged
from schemas.article import Article, Paragraph

_SOURCE = """
The ferry operator's director said on Monday that the night boat would stop in May.
The company's chief executive, Oda Brenner, said the night boat lost money on every crossing. "We carry nine people on a boat for ninety," she said.
Analyst Petra Vell of the brokerage Marsh & Tolland said the company might have to sell its oldest ferry for 4 million euros.
The treasurer, Hugo Stane, conceded the deficit but put it down to the closure of the northern pier after the March storm. Her predecessor, Alan Wick, who left in 2022, said the accounts had been in order.
Coastal Cargo alleges that it was the one that told the police about the fuel thefts, on the evening of June 3.
The harbour board's chairman, Rolf Enger, offered his resignation on Tuesday.
The number of complaints has fallen, but passengers may still find claims refused after 70 days, Brenner warned.
""".strip()


def _source() -> Source:
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(_SOURCE.split("\n"), 1))
    return prepare(
        with_sentences(Article(url="u", title="", published="2026-03-18", language="en", paragraphs=paragraphs))
    )


@pytest.mark.parametrize(
    "french",
    [
        "Pour le président du port, Rolf Enger, la compagnie pourrait devoir vendre son plus vieux ferry pour 4 millions d’euros.",
        "La compagnie pourrait devoir vendre son plus vieux ferry pour 4 millions d’euros, estime Hugo Stane.",
        "Alan Wick admet le déficit, mais l’explique par la fermeture de la jetée nord après la tempête de mars.",
        "Rolf Enger réplique que c’est l’entreprise qui a signalé à la police les vols de carburant, le 3 juin au soir.",
        "Selon Hugo Stane, le bateau de nuit perd de l’argent à chaque traversée.",
    ],
)
def test_words_that_someone_never_said_are_found(french: str) -> None:
    assert list(speakers_exchanged(read_statement("body[0]", 0, french, "fr"), _source()))


@pytest.mark.parametrize(
    "french",
    [
        "Pour l’analyste Petra Vell, de la maison de courtage Marsh & Tolland, la compagnie pourrait devoir vendre son plus vieux ferry pour 4 millions d’euros.",
        "La compagnie pourrait devoir vendre son plus vieux ferry pour 4 millions d’euros, estime Mme Vell.",
        "Hugo Stane admet le déficit, mais l’explique par la fermeture de la jetée nord après la tempête de mars.",
        "Alan Wick, lui, assure que les comptes étaient en ordre à son départ.",
        "Oda Brenner annonce l’arrêt du bateau de nuit en mai.",
        "Le bateau de nuit s’arrêtera en mai, annonce la directrice, Oda Brenner.",
        "Les plaintes reculent, mais certaines réclamations pourraient encore être refusées après 70 jours, prévient Mme Brenner.",
        "Rolf Enger a proposé mardi de démissionner.",
    ],
)
def test_words_of_those_who_said_them_pass(french: str) -> None:
    assert not list(speakers_exchanged(read_statement("body[0]", 0, french, "fr"), _source()))


def test_who_works_for_a_house_speaks_and_not_the_house() -> None:
    found = spoken_in("Analyst Petra Vell of the brokerage Marsh & Tolland said the company might sell.")
    assert [one.words for one in found] == [frozenset({"analyst", "petra", "vell"})]


@pytest.mark.parametrize(
    ("french", "who", "said"),
    [
        (
            "Les plaintes reculent depuis un mois, prévient Mme Brenner.",
            "brenner",
            "Les plaintes reculent depuis un mois.",
        ),
        (
            "Mme Brenner admet l’écart, mais l’explique par la tempête.",
            "brenner",
            " l’écart, mais l’explique par la tempête.",
        ),
        ("Mme Brenner admet l’écart, mais la maire refuse.", "brenner", " l’écart"),
    ],
)
def test_what_is_said_is_read_whole(french: str, who: str, said: str) -> None:
    assert next((who in one.who.words, one.said) for one in sayings(french)) == (True, said)


def test_what_shows_itself_nobody_says() -> None:
    assert not sayings("Les malades sont suivis, les symptômes pouvant se déclarer en soixante jours.")
