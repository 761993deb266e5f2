"""Only what is said in passing goes, and only what stands alone is told apart."""

import pytest

from pipeline.compose_by_choice.simplifying import pieces, simpler


@pytest.mark.parametrize(
    ("sentence", "short"),
    [
        (
            "The system, which the port calls Tideline, relies on 312 sensors.",
            "The system relies on 312 sensors.",
        ),
        ("Moira Fenn, who sits on the board, said members approved it.", "Moira Fenn said members approved it."),
        ("The council bought 40 sensors, which were bolted to posts.", "The council bought 40 sensors."),
    ],
)
def test_a_clause_in_passing_goes(sentence: str, short: str) -> None:
    assert simpler(sentence) == short


@pytest.mark.parametrize(
    "sentence",
    [
        "The firm, which denies this, paid the former minister £4 million.",
        "The firm, which the union says lied, paid the minister £4 million.",
        "The plan, which would close six schools, passed by nine votes.",
        "People who live there were told nothing of the plan at all.",
        "The app, which tracks, stops.",
    ],
)
def test_what_weighs_or_belongs_stays(sentence: str) -> None:
    assert simpler(sentence) == sentence


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "Both houses must approve the deal; votes are expected in May.",
            ("Both houses must approve the deal.", "Votes are expected in May."),
        ),
        (
            "The regulator, which can fine a body up to £17.5 million, has not finished.",
            ("The regulator can fine a body up to £17.5 million.", "The regulator has not finished."),
        ),
    ],
)
def test_a_long_sentence_is_told_in_parts(sentence: str, parts: tuple[str, ...]) -> None:
    assert pieces(sentence) == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "Names were exposed for all of the patients; diagnoses for some 48,000 of them.",
        "According to the union, 40 members were questioned there; 12 were sent home.",
        "The regulator, which is new, has not finished its work.",
        "The firm said it sold 12 buses last year; 3 had been returned by May.",
    ],
)
def test_what_leans_on_the_rest_or_on_a_speaker_stays_in_one(sentence: str) -> None:
    assert pieces(sentence) == (sentence,)
