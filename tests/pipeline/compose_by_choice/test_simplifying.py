"""Only what is said in passing goes."""

import pytest

from pipeline.compose_by_choice.simplifying import simpler


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
