"""What a passage's hints are: terms, senses and names, never two for the same words."""

import pytest

from pipeline.compose_by_choice.hinting import hints
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
    ],
)
def test_a_passage_is_told_its_terms_senses_and_names(text: str, told: tuple[str, ...]) -> None:
    assert hints(text, GLOSSARY, WORDS) == told


def test_a_headline_is_told_what_its_short_verbs_mean() -> None:
    told = hints("Council splits over cameras and vows to scrap them", GLOSSARY, {}, is_headline=True)
    assert told == ("splits over = se divise au sujet de", "vows = promet", "scraps = abandonne")
    assert hints("Council splits over cameras", GLOSSARY, {}) == ()
