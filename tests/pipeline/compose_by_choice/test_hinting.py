"""What a passage's hints are: terms, senses and names, never two for the same words."""

import pytest

from pipeline.compose_by_choice.hinting import heeded, hints, left_over
from schemas.house import Glossary, GlossaryEntry

GLOSSARY = Glossary(entries=(GlossaryEntry(term="Department of Justice", french=("ministère de la Justice",)),))
WORDS = {"union": "syndicat", "quay": "quai"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The union met on the quays.", ("union = syndicat", "quay = quai")),
        ("The Dock Workers’ Union met.", ("Dock Workers’ Union = Dock Workers’ Union",)),
        ("On Monday Imran Sethi spoke.", ("Imran Sethi = Imran Sethi",)),
        ("Lena Brandt and J. Cole left.", ("Lena Brandt = Lena Brandt", "J. Cole = J. Cole")),
        ("In June Mr Pryce told Parliament.", ()),
        ("The Department of Justice agreed.", ("Department of Justice = ministère de la Justice",)),
        ("It is worth up to £40.", ("up to = jusqu'à",)),
        ("An app fined 9,400 drivers and was fined the same day.", ("fined = a infligé une amende à",)),
        ("The bank fined $3 million told Parliament.", ()),
    ],
)
def test_a_passage_is_told_its_terms_senses_and_names(text: str, told: tuple[str, ...]) -> None:
    assert hints(text, GLOSSARY, WORDS) == told


def test_a_headline_is_told_what_its_short_verbs_mean() -> None:
    told = hints("Council splits over cameras and vows to scrap them", GLOSSARY, {}, is_headline=True)
    assert told == ("splits over = se divise au sujet de", "vows = promet", "scraps = abandonne")
    assert hints("Council splits over cameras", GLOSSARY, {}) == ()


def test_capitals_of_a_headline_make_no_name_that_the_article_does_not_have() -> None:
    text, article = "Dropped Velmark Rower Meets Imran Sethi", "Imran Sethi met a rower of Velmark."
    assert hints(text, GLOSSARY, {}, is_headline=True, within=article) == ()
    assert hints("Dropped rower meets Imran Sethi", GLOSSARY, {}, is_headline=True, within=article) == (
        "Imran Sethi = Imran Sethi",
    )


@pytest.mark.parametrize(
    ("french", "share", "left"),
    [
        ("Les gouttières bouchées et la pourriture ont abîmé le toit.", 1.0, 0),
        ("Le rot et les gouttières bouchées ont abîmé le toit.", 0.5, 1),
        ("Le toit est abîmé.", 0.0, 0),
    ],
)
def test_a_rendering_is_read_for_the_words_it_was_told(french: str, share: float, left: int) -> None:
    hinted = ("rot = pourriture", "blocked gutters = gouttières bouchées", "Imran Sethi = Imran Sethi")
    assert (heeded(french, hinted), left_over(french, hinted)) == (share, left)


def test_a_rendering_that_was_told_no_words_misses_none() -> None:
    assert heeded("Le toit est abîmé.", ("would = conditionnel (-rait)",)) == 1.0
