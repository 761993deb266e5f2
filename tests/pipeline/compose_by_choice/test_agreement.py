import pytest

from pipeline.compose_by_choice.agreement import agreed, disagreements, led_by_article, strangers


@pytest.mark.parametrize(
    ("raw", "right"),
    [
        ("Une incendie a détruit le hangar.", "Un incendie a détruit le hangar."),
        ("La réponse du mairie tient à une questionnaire.", "La réponse de la mairie tient à un questionnaire."),
        ("Il s'agit d'une accord.", "Il s'agit d'un accord."),
        ("Un des 231 personnes a parlé.", "Une des 231 personnes a parlé."),
        ("Un des trois juges a parlé.", "Un des trois juges a parlé."),
        # A word that may be a verb after a pronoun, or a noun of both genders, is left alone.
        ("Elle le porte, et la juge la loue.", "Elle le porte, et la juge la loue."),
        ("Son équipe et sa tour tiennent.", "Son équipe et sa tour tiennent."),
    ],
)
def test_an_article_takes_the_gender_of_its_noun(raw: str, right: str) -> None:
    assert agreed(raw) == right
    assert agreed(right) == right


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Il portait sa propre téléphone.", 1),
        ("le clé de chiffrement, sur le base d'un accord", 2),
        ("de tels assignations et 48 conteneur", 2),
        ("La directeur générale a refusé.", 1),
        ("Les livreurs de la ville, les nouveaux prix et les huit gares.", 0),
        ("Le 12 juin, la nouvelle commission a rendu son avis sur les deux grandes usines.", 0),
        ("Il les informe que cette dernière l'a fait, et qui le porte.", 0),
        ("Au moins 2,5 milliards d'euros, soit 1,2 million de plus.", 0),
    ],
)
def test_groups_that_agree_in_no_reading_are_counted(text: str, count: int) -> None:
    assert disagreements(text) == count


def test_a_bare_plural_noun_does_not_open_a_sentence() -> None:
    assert led_by_article("Analystes et avocats attendent.") == "Des analystes et avocats attendent."
    assert led_by_article("Certains attendent.") == "Certains attendent."
    assert led_by_article("Velstra attend.") == "Velstra attend."


def test_words_that_no_dictionary_has_are_named() -> None:
    assert strangers("Ce year, l'app a été lancée par Orbis dans un non-profit.", ("app",)) == ("year",)
    assert strangers("Le porte-parole l'a dit aujourd'hui à l'œuvre.", ()) == ()


def test_a_word_of_the_source_that_is_of_no_kind_was_taken_over() -> None:
    assert strangers("Les couriers attendent.", (), "The couriers are waiting.") == ("couriers",)
    assert strangers("Les patients attendent la police.", (), "The patients wait for police.") == ()


@pytest.mark.parametrize(
    ("text", "put_right"),
    [
        ("Les 230 livreur ont signé.", "Les 230 livreurs ont signé."),
        ("Le 12 mai, 3 élus ont voté.", "Le 12 mai, 3 élus ont voté."),
        ("Il a payé 40 prix et 1 livreur.", "Il a payé 40 prix et 1 livreur."),
    ],
)
def test_a_noun_after_a_count_is_in_the_plural(text: str, put_right: str) -> None:
    assert agreed(text) == put_right


def test_former_ones_take_their_article() -> None:
    assert led_by_article("Anciennes infirmières ont parlé.") == "D'anciennes infirmières ont parlé."
