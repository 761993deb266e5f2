"""Correct French that was once called wrong, and beside it what must still be found."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from pipeline.verify.assertion.certainty import compare_direction, is_denied_elsewhere
from pipeline.verify.assertion.cues import cues_in
from pipeline.verify.offices.roles import compare_offices
from pipeline.verify.offices.standing import compare_standing
from pipeline.verify.prepare import Source, Statement, prepare, read_statement
from pipeline.verify.proper_names.known import known_names
from pipeline.verify.proper_names.names import compare_names, crossed_names
from pipeline.verify.proper_names.places import holds_a_place_of
from pipeline.verify.speech.marks import check_quotation_marks
from pipeline.verify.speech.quotes import check_quotes
from schemas.article import Article
from tests.pipeline.verify.texts import ANALYSE, ARTICLE, HOUSE, context_of, spoilt


def _english(text: str, place: str = "p1") -> Statement:
    return read_statement(place, 0, text, "en")


def _french(text: str) -> Statement:
    return read_statement("body[0]", 0, text, "fr")


def _article(*paragraphs: str) -> Article:
    return ARTICLE.model_copy(
        update={
            "paragraphs": Article.model_validate(
                {**ARTICLE.model_dump(), "paragraphs": [{"text": one} for one in paragraphs]}
            ).paragraphs
        }
    )


def _source(*paragraphs: str) -> Source:
    return prepare(_article(*paragraphs))


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("Robert Quill, a former director, resigned.", "Robert Quill, ancien administrateur, a démissionné."),
        ("Deputy Premier Anneke Dross said no.", "La vice-Première ministre, Anneke Dross, a dit non."),
        ("Premier Callum Vaire said no.", "Le Premier ministre, Callum Vaire, a dit non."),
        ("Registrar Sunniva Reke said no.", "La directrice du registre, Sunniva Reke, a dit non."),
        ("Registrar Sunniva Reke said no.", "La greffière Sunniva Reke a dit non."),
        ("Registrar Sunniva Reke said no.", "La responsable du Bureau, Sunniva Reke, a dit non."),
    ],
)
def test_an_office_has_several_french_forms(source: str, french: str) -> None:
    assert list(compare_offices(_french(french), [_english(source)])) == []


def test_only_a_clearly_different_office_blocks() -> None:
    mayor = [_english("Mayor Ada Lund said no.")]
    assert [one.severity for one in compare_offices(_french("La juge Ada Lund a dit non."), mayor)] == ["blocking"]
    curator = [_english("Ada Lund, a clerk, said no.")]
    assert [one.severity for one in compare_offices(_french("La directrice, Ada Lund, a dit non."), curator)] == [
        "warning"
    ]


def test_a_medical_director_is_no_chief_executive() -> None:
    source = [
        _english("Chief executive Brandt Liddell said no."),
        _english("Helene Marchetti, the chief medical officer, said yes."),
    ]
    claim = _french("« Oui », affirme Helene Marchetti, directrice médicale de l'entreprise.")
    assert list(compare_offices(claim, source)) == []


def test_who_founded_a_house_is_not_what_it_is() -> None:
    source = [_english("They signed with a rival of Corvane Robotics, on terms that leave the data with the grower.")]
    assert (
        list(compare_offices(_french("Le fournisseur est Corvane Robotics, créée par deux ingénieurs."), source)) == []
    )


def test_an_interim_report_makes_no_interim_lawmaker() -> None:
    source = [_english("She would wait for the interim report, rejecting a call by lawmaker Hamish Corrie to resign.")]
    assert list(compare_standing(_french("Elle rejette l'appel du député Hamish Corrie."), source)) == []
    acting = [_english("The interim mayor, Hamish Corrie, said no.")]
    found = list(compare_standing(_french("Le maire, Hamish Corrie, a dit non."), acting))
    assert [one.code for one in found] == ["role-wrong"]


@pytest.mark.parametrize(
    "text",
    [
        "L'alliance presse Velanta de ne pas renoncer au produit.",
        "Elle exhorte le maire à céder.",
        "Il enjoint au maire de céder.",
        "La cour somme la ville de céder.",
        "Elle appelle à céder.",
    ],
)
def test_to_press_someone_is_to_ask(text: str) -> None:
    assert "planned" in cues_in(text, "fr")


@pytest.mark.parametrize("text", ["La presse de la ville l'a dit.", "La somme de ces dons est connue."])
def test_the_press_and_a_sum_ask_nothing(text: str) -> None:
    assert "planned" not in cues_in(text, "fr")


def test_a_denial_that_the_source_has_is_not_reversed() -> None:
    source = _source("Callum Vaire denied it had been withheld. Petra Holm conceded that not all had it.")
    claim = _french("Callum Vaire dément qu'une annexe ait été cachée.")
    (reversed_,) = compare_direction(claim, [one for one in source.statements if "conceded" in one.text])
    assert is_denied_elsewhere(claim, reversed_, source)
    other = _source("Petra Holm conceded that not all had it.", "Ada Lund denied it.")
    assert not is_denied_elsewhere(claim, reversed_, other)


def _quoted(article: Article, translation: str) -> list[tuple[str, str]]:
    data = spoilt(
        ANALYSE, "quotes", [{"translation": f"{translation} [traduit de l'anglais]", "speaker": "Moira Tulloch"}]
    )
    return [
        (one.code, one.severity) for one in check_quotes(context_of(data, article)) if one.code != "quote-unverified"
    ]


def test_a_quotation_without_its_original_renders_the_quoted_words_not_the_sentence() -> None:
    article = _article(
        '"Nothing we have seen so far points to hostile action," said Moira Tulloch, lead investigator at the Rail Safety Bureau (RSB).'
    )
    assert _quoted(article, "Rien de ce que nous avons vu jusqu'ici ne laisse penser à un acte hostile") == []
    found = _quoted(article, "Les trains rouleront demain à l'heure prévue partout")
    assert ("quote-translation", "warning") in found
    assert all(severity == "warning" for _, severity in found)


def _marks(inner: str) -> list[tuple[str, str]]:
    article = _article(
        'It does not accuse them. "Nobody here is being called a cheat," the minister said.',
        'It was downgraded from "urgent" to "routine". "No one is ahead," said the pollster.',
        "“The 1,250 cameras cost more than every school roof in Brackwater put together,” said Ada Marsh.",
    )
    data = spoilt(ANALYSE, "watchpoints", f"Il l'a dit : « {inner} ».")
    found = check_quotation_marks(context_of(data, article))
    return [(one.severity, one.message) for one in found if one.part == "watchpoints"]


@pytest.mark.parametrize("inner", ["Personne ici n'est traité de tricheur", "Personne n'est en tête", "courante"])
def test_a_translated_quotation_may_stand_in_marks(inner: str) -> None:
    assert _marks(inner) == []


def test_a_free_translation_is_to_be_given_with_its_original() -> None:
    ((severity, message),) = _marks(
        "Ces 1 250 appareils valent à eux seuls davantage que la réfection des classes de Brackwater"
    )
    assert severity == "warning"
    assert "avec leur original" in message


def test_an_invented_quotation_blocks() -> None:
    ((severity, _),) = _marks("Je démissionnerai demain matin si la pluie continue de tomber")
    assert severity == "blocking"


def test_the_country_of_a_named_place_only_warns() -> None:
    source = [_english("CAWDALE, England - The company faces a fine.")]
    known = known_names([source[0].text], HOUSE)
    (found,) = compare_names(_french("La compagnie risque une amende au Royaume-Uni."), known, source)
    assert (found.code, found.severity) == ("name-unknown", "warning")
    (found,) = compare_names(_french("La compagnie risque une amende en Allemagne."), known, source)
    assert (found.code, found.severity) == ("name-unknown", "blocking")


@pytest.mark.parametrize(
    ("name", "text", "holds"),
    [
        ("ROYAUME-UNI", "In Scotland, they said", True),
        ("États-Unis", "Voters in Ohio’s towns", True),
        ("États-Unis", "the U.S. government", True),
        ("Canada", "Voters in Ohio", False),
        ("Ohio", "Voters in Ohio", False),
    ],
)
def test_countries_hold_their_regions(name: str, text: str, holds: bool) -> None:
    assert holds_a_place_of(name, text) is holds


@pytest.mark.parametrize(
    ("source", "french"),
    [
        (
            "The Cawdale Residents' Forum says 300 homes had no water.",
            "Selon le Cawdale Residents' Forum, 300 foyers étaient sans eau.",
        ),
        (
            "Gareth Onslow, the WSA's deputy director, said the fine could fall.",
            "Gareth Onslow, directeur adjoint de la WSA, a dit que l'amende pourrait baisser.",
        ),
    ],
)
def test_one_name_and_its_office_are_not_exchanged(source: str, french: str) -> None:
    assert list(crossed_names(_french(french), _english(source))) == []


def test_a_french_source_is_quoted_word_for_word_less_the_comma_before_the_closing_mark() -> None:
    said = "Nous avons trouvé une machine que chacun croyait surveillée,"
    article = _article(f"« {said} » a dit Moira Tulloch.").model_copy(update={"language": "fr"})

    def found(translation: str) -> list[str]:
        quote = {"translation": translation, "original": said, "speaker": "Moira Tulloch"}
        found = check_quotes(context_of(spoilt(ANALYSE, "quotes", [quote]), article))
        return [one.code for one in found if one.code == "quote-translation"]

    assert found(said.rstrip(",")) == []
    assert found("Nous avons trouvé une machine que tous croyaient surveillée") == ["quote-translation"]
