"""A date is as exact as the source's, a name is written as there."""

import pytest

from pipeline.compose_by_choice.restoring import restored, with_hints


@pytest.mark.parametrize(
    ("source", "french", "dated"),
    [
        ("It began in January 2026.", "Lancé le 1er janvier 2026.", "Lancé en janvier 2026."),
        ("It had 3 by the end of May.", "Au 31 mai, il en avait 3.", "Fin mai, il en avait 3."),
        ("It runs until June 2027.", "Il court jusqu'au 30 juin 2027.", "Il court jusqu'en juin 2027."),
        ("Logged since March 2025.", "Relevés depuis le 1er mars 2025.", "Relevés depuis mars 2025."),
        ("The data of May 2024 is gone.", "Les données du 1er mai 2024.", "Les données de mai 2024."),
        ("It opens in mid-June.", "Il ouvre le 15 juin.", "Il ouvre à la mi-juin."),
        ("It opened on 2 October.", "Il a ouvert le 2 octobre.", "Il a ouvert le 2 octobre."),
        ("Opened 2 October, closed in October 2027.", "Ouvert le 3 octobre.", "Ouvert le 3 octobre."),
        ("It opened in May.", "Il a ouvert le 1er juin.", "Il a ouvert le 1er juin."),
        ("They met on Wednesday night.", "Réunis mardi soir.", "Réunis mercredi soir."),
        ("They met on Wednesday.", "Lundi, on s'est réuni.", "Mercredi, on s'est réuni."),
        ("From Monday to Friday.", "De lundi à jeudi.", "De lundi à jeudi."),
    ],
)  # fmt: skip
def test_a_day_that_the_source_does_not_give_goes(source: str, french: str, dated: str) -> None:
    assert restored(french, source, article=source) == dated


@pytest.mark.parametrize(
    ("source", "french", "named"),
    [
        ("A professor at the University of Larkin.", "À l'université de Lakin.", "À l'université de Larkin."),
        ("Bracwater Analytics won.", "Brackwater Analytics l'emporte.", "Bracwater Analytics l'emporte."),
        ("She left Bern for London.", "Elle a quitté Berne pour Londres.", "Elle a quitté Berne pour Londres."),
        ("Marin and Maron spoke.", "Maran a parlé.", "Maran a parlé."),
        ("A fine of up to £17.5 million.", "Jusqu'à 17,5 millions d'euros.", "Jusqu'à 17,5 millions de livres."),
        ("It bought books for $40.", "Elle a acheté des livres.", "Elle a acheté des livres."),
        ("It bought 3 books for $40.", "Elle a payé 3 livres 40 dollars.", "Elle a payé 3 livres 40 dollars."),
        ("It costs 3 euros, or $4.", "Il coûte 3 euros, soit 4 dollars.", "Il coûte 3 euros, soit 4 dollars."),
        ("The Norvale council met.", "Le conseil de Norvale. Norale ?", "Le conseil de Norvale. Norvale ?"),
        (
            "A cap of $180 million for all.",
            "Un plafond de 180 millions pour tous.",
            "Un plafond de 180 millions de dollars pour tous.",
        ),
        ("It costs €1.3 million.", "Il coûte 1,3 million.", "Il coûte 1,3 million d'euros."),
        ("It paid £400 in May.", "Elle a versé 400 en mai.", "Elle a versé 400 livres en mai."),
        ("It paid £400 for 400 trees.", "Elle a payé 400 arbres.", "Elle a payé 400 arbres."),
    ],
)
def test_a_name_or_a_currency_is_the_source_s(source: str, french: str, named: str) -> None:
    assert restored(french, source, article=source) == named


@pytest.mark.parametrize(
    ("article", "french", "bare"),
    [
        ("The phones of Saltmere. Saltmere’s port.", "Le port de Saltmere’s.", "Le port de Saltmere."),
        ("Velden’s council met. Velden’s mayor spoke.", "Le conseil de Velden’s.", "Le conseil de Velden."),
        ("McDonald’s workers. They struck at McDonald’s.", "Chez McDonald’s.", "Chez McDonald’s."),
    ],
)
def test_an_english_genitive_goes_but_stays_in_names_that_always_have_it(article: str, french: str, bare: str) -> None:
    assert restored(french, article, article=article) == bare


def test_an_english_word_left_over_is_told_as_its_hint_says() -> None:
    hinted = ("courier = coursier", "police = police", "shift work = travail posté", "price = prix")
    assert with_hints("Les couriers ont vu un courier.", hinted) == "Les coursiers ont vu un coursier."
    assert with_hints("La police a vu le prix.", hinted) == "La police a vu le prix."
