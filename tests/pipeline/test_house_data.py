"""The house's own files: what they say stands in every article, so they are held to what the house published."""

from pathlib import Path

import pytest

from pipeline.settings import load_house
from pipeline.typography import typeset
from pipeline.verify.form.infinitives import opening_infinitive
from pipeline.verify.wording import phrases
from schemas.draft import Pillars

DATA = Path(__file__).parents[2] / "data"
HOUSE = load_house(DATA)
GOLDEN = (DATA / "golden" / "analyse-dhs-comptes-anonymes" / "golden.txt").read_text("utf-8")


def test_the_closing_is_the_published_one() -> None:
    assert GOLDEN.rstrip("\n").endswith("\n" + HOUSE.texts.closing)


@pytest.mark.parametrize(
    "text",
    [
        HOUSE.texts.watchpoints_heading,
        HOUSE.texts.actions_heading,
        HOUSE.texts.signal_opening,
        HOUSE.texts.score_line.format(score=8),
        HOUSE.texts.translated_mark["en"],
        *(mark.emoji for mark in HOUSE.actions.values()),
    ],
)
def test_house_texts_stand_in_the_published_article(text: str) -> None:
    assert text in GOLDEN


def test_typography_leaves_the_translation_mark_as_the_house_writes_it() -> None:
    mark = HOUSE.texts.translated_mark["en"]
    assert typeset(f"Voici l'avis {mark}", "classic").endswith(mark)


def test_the_pillars_are_those_of_the_score() -> None:
    assert set(HOUSE.pillars) == set(Pillars.model_fields)


def test_the_glossary_names_each_term_once() -> None:
    terms = [one.term for one in HOUSE.glossary.entries]
    assert len(terms) >= 100
    assert len(set(terms)) == len(terms)
    assert all(len(set(one.french)) == len(one.french) for one in HOUSE.glossary.entries)


def test_weak_verbs_are_read_as_infinitives() -> None:
    assert [one for one in HOUSE.words.weak_verbs if not opening_infinitive(one)] == []


def test_a_legal_word_of_a_french_source_justifies_itself() -> None:
    """Each list must hold for a French source too: the word as such, in some form, is on its own list or matches it."""
    for word, wanted in HOUSE.words.legal_words.items():
        assert wanted, word
        assert phrases((word,)).search(word.replace("*", "e"))


@pytest.mark.parametrize("name", ["fillers", "empty_intensifiers", "weak_verbs", "generic_actions", "allowed_english"])
def test_word_lists_are_plain_lower_case_and_say_nothing_twice(name: str) -> None:
    words: tuple[str, ...] = getattr(HOUSE.words, name)
    assert [one for one in words if one != one.lower() or "’" in one] == []
    assert len(set(words)) == len(words)
