"""English left over, filler, repeats, typography: found where they are, and good French let through."""

from typing import Any

import pytest

from pipeline.typography import typeset
from pipeline.verify.form import english, language, typography
from pipeline.verify.speech.marks import CHECKS as MARKS
from pipeline.verify.speech.quotes import CHECKS as QUOTES
from tests.pipeline.verify.texts import ANALYSE, ARTICLE, BODY, SYNTHESE, findings_of, spoilt

CHECKS = (*english.CHECKS, *language.CHECKS, *typography.CHECKS)
QUOTE = "« we were never asked about any of this by them »"


def codes(data: Any) -> list[tuple[str, str]]:
    return [(one.code, one.part) for one in findings_of(CHECKS, data)]


@pytest.mark.parametrize("data", [ANALYSE, SYNTHESE], ids=["analyse", "synthese"])
def test_sound_drafts_have_no_finding(data: Any) -> None:
    assert codes(data) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The company declined to comment.",
        "Lawmakers learned of it in June.",
        "Critics say the contract should have been debated.",
        "It was never put to a vote.",
        "Residents protested outside Brackwater town hall yesterday evening.",
    ],
)
def test_an_english_sentence_blocks(sentence: str) -> None:
    found = findings_of(CHECKS, spoilt(ANALYSE, "body.1.text", f"{BODY[1]} {sentence}"))
    assert [(one.code, one.severity, one.part, one.excerpt) for one in found] == [
        ("language-english", "blocking", "body[1]", sentence)
    ]


def test_a_translation_left_in_english_blocks() -> None:
    found = codes(spoilt(ANALYSE, "quotes.0.translation", "We were never asked [traduit de l'anglais]"))
    assert ("language-english", "quotes[0].translation") in found


@pytest.mark.parametrize(
    ("sentence", "excerpt"),
    [
        ("Les lawmakers l'ont appris en juin.", "lawmakers"),
        ("Wednesday, la règle change.", "Wednesday"),
        ("La loi entre en vigueur en December prochain.", "December"),
        ("La plainte vise une unlawful surveillance.", "unlawful"),
        ("Les élus disent that the contrat est nul.", "that the"),
        ("Le program a été lancé hier.", "program"),
        ("The mayor a signé le contrat.", "The mayor"),
        ("Les agents ont agi without a warrant dans la nuit.", "without"),
        ("La mairie, however, n'a rien dit.", "however"),
        (f"Il a dit {QUOTE} devant tous.", QUOTE),
    ],
)
def test_english_inside_a_sentence_is_found(sentence: str, excerpt: str) -> None:
    # The source writes « Lawmakers » with a capital, first in its sentence; here it must stand inside one.
    data = spoilt(ANALYSE, "watchpoints", sentence)
    article = ARTICLE.model_copy(update={"description": "Some lawmakers say it is unlawful."})
    found = findings_of(CHECKS, data, article)
    assert [(one.code, one.excerpt) for one in found] == [("language-english-words", excerpt)]


@pytest.mark.parametrize(
    "sentence",
    [
        "La Maison-Blanche a réagi fin 2025 : une trentaine d'élus, soit la moitié du groupe, ont voté contre.",
        "Le projet coûterait 1,2 milliard de dollars, deux fois plus que prévu, selon le New York Times.",
        "L'ONG Reporters Committee for Freedom of the Press, basée à Washington, a saisi la Cour suprême.",
        "Le documentaire « The Social Dilemma » et le livre On Tyranny reviennent sur ce sujet.",
        "Le streaming, le podcast et le marketing sont visés, comme le planning du parking le week-end.",
        "Le but est de signer avant mars ; on a vu pire, or rien ne presse.",
        "Le groupe Black Lives Matter et l'United Auto Workers ont soutenu la grève.",
        "Le fichier « no-fly list » reste secret.",
        "Voir https://example.org/the-way-of-the-world pour la suite.",
        "Les empreintes digitales sont prises en charge de bout en bout.",
        "Johnson & Johnson non plus.",
        "Le projet de loi, baptisé One Big Beautiful Bill Act, a été adopté par 51 voix contre 49.",
        "La firme fournit le logiciel ImmigrationOS, d'après The Verge et le New York Times.",
        "Le New Deal, le Brexit, le Patriot Act : trois précédents, in fine et in extremis.",
        "Le site a publié des posts, des tweets et des newsletters sur les data centers.",
        "Il a été nommé à la tête de l'équipe ; le patron de Tesla, Elon Musk, n'a rien dit à Wall Street.",
    ],
)
def test_good_french_passes(sentence: str) -> None:
    assert codes(spoilt(ANALYSE, "watchpoints", sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Il est important de noter que la ville a signé.", "language-filler"),
        ("À l’ère du soupçon, la ville filme.", "language-filler"),
        ("La ville va implémenter la mesure.", "language-anglicism"),
        ("La transformation digitale a bon dos.", "language-anglicism"),
        ("Les fake news circulent.", "language-anglicism"),
        ("Un budget colossal y passe.", "language-intensifier"),
        ("La mairie a reçu 280 M$ hier.", "typography-money"),
        ("Les Etats-Unis regardent.", "typography-capital"),
        ("Un « mot jamais fermé.", "typography-marks"),
        ("La mairie a reçu 5$ hier.", "typography-money"),
        ("Il part à 14:30 pour la ville.", "typography-time"),
        ("Le XIXème siècle est loin.", "typography-ordinal"),
        ("Un contrat--un seul.", "typography-dash"),
        ("Le contrat est signé..", "typography-dots"),
        ("Le maire a dit puis:rien.", "typography-spacing"),
        ("Près de 15000 caméras filment.", "typography-thousands"),
    ],
)
def test_wording_is_found(sentence: str, code: str) -> None:
    assert codes(spoilt(ANALYSE, "watchpoints", sentence)) == [(code, "watchpoints")]


def test_an_anglicism_names_its_french_word() -> None:
    found = findings_of(CHECKS, spoilt(ANALYSE, "watchpoints", "Un whistleblower a parlé."))
    assert "lanceur d'alerte" in found[0].message


def test_a_sentence_that_stands_twice_is_found_at_both_places() -> None:
    repeated = ANALYSE["standfirst"].replace("contrat", "marché")
    assert codes(spoilt(ANALYSE, "body.2.text", f"{BODY[2]} {repeated}")) == [
        ("language-repeat", "body[2]"),
        ("language-repeat", "standfirst"),
    ]


def test_a_classic_draft_that_was_not_set_says_so_once() -> None:
    assert codes(spoilt(ANALYSE, "typography", "classic")) == [("typography-unset", "title")]


def test_words_of_a_french_source_are_no_english() -> None:
    article = ARTICLE.model_copy(update={"language": "fr", "description": "le kombucha"})
    data = spoilt(ANALYSE, "watchpoints", "Le kombucha se vend bien.")
    assert findings_of(CHECKS, data, article) == []


def test_the_words_of_a_french_source_are_quoted_as_they_stand_or_as_the_house_sets_them() -> None:
    words = "Ils sont arrivés à 14h30 dans la 1ère rue,sans 5$ en poche"
    spoken = ARTICLE.paragraphs[2].model_copy(update={"text": f"« {words} », dit Ada Marsh."})
    article = ARTICLE.model_copy(update={"language": "fr", "paragraphs": (*ARTICLE.paragraphs[:2], spoken)})
    original = spoilt(ANALYSE, "quotes.0.original", words)
    checks = (*CHECKS, *QUOTES)
    for given in (words, typeset(words, "classic")):
        found = findings_of(checks, spoilt(original, "quotes.0.translation", given), article)
        assert [one.code for one in found if one.part == "quotes[0].translation"] == []
    found = findings_of(checks, spoilt(original, "quotes.0.translation", words.replace("14h30", "14h40")), article)
    assert "quote-translation" in [one.code for one in found]


@pytest.mark.parametrize(
    "text",
    [
        'Voir https://exemple.fr/?q="des mots que personne ne dit" pour la suite.',
        'Voir https://exemple.fr/a"bcd"e"f pour la suite.',
        'La commande `x = "des mots que personne ne dit"` suffit.',
    ],
)
def test_a_mark_inside_an_address_or_code_quotes_nobody(text: str) -> None:
    found = findings_of((*CHECKS, *MARKS), spoilt(ANALYSE, "watchpoints", text))
    assert [one.code for one in found if one.part == "watchpoints"] == []
