"""A headline's source stands at one end of it in English, and after « selon » in French."""

import pytest

from pipeline.compose_by_choice.heading import heading_of


@pytest.mark.parametrize(
    ("headline", "text", "source"),
    [
        (
            "Records of 4,000 patients were left open for weeks, inquiry finds",
            "Records of 4,000 patients were left open for weeks",
            "une enquête",
        ),
        ("Lawsuit says clinic sent patients home too soon", "Clinic sent patients home too soon", "une plainte"),
        ("Leaked documents show that the mill hid two spills", "The mill hid two spills", "des documents"),
        ("Police find nothing in the search of the old harbour", "", ""),
        ("The report of the year, a long read about ferries", "", ""),
        ("Le port ferme, selon une enquête publiée mardi", "", ""),
    ],
)
def test_a_headline_is_parted_from_its_source(headline: str, text: str, source: str) -> None:
    assert heading_of(headline) == (text or headline, source)


def test_the_source_returns_in_french() -> None:
    heading = heading_of("Lawsuit says clinic sent patients home too soon")
    assert heading.told("La clinique renvoyait ses patients") == "La clinique renvoyait ses patients, selon une plainte"
    assert heading.added == len(", selon une plainte")
    assert heading.told("") == ""
