"""What the desk calls things: parts by where they stand now, targets all of them."""

import pytest

from desk.words import TARGETS, label, label_in, told
from pipeline.gates.delivery import DELIVERIES
from tests.desk.seeds import DRAFT


@pytest.mark.parametrize(
    ("part", "name"),
    [("body[b2]", "Paragraphe\u00a02"), ("body[1]", "Paragraphe\u00a02"), ("body[b9]", "body[b9]"), ("", "")],
)
def test_a_part_is_called_by_its_place_now(part: str, name: str) -> None:
    assert label_in(DRAFT, part) == name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("body", "Corps"),
        ("actions", "Pistes d’action"),
        ("actions[0].title", "Piste\u00a01"),
        ("sections[1].blocks[0]", "Section\u00a02, bloc\u00a01"),
    ],
)
def test_all_of_a_kind_has_no_number(path: str, name: str) -> None:
    assert label(path) == name


def test_every_target_has_a_name() -> None:
    assert set(TARGETS) == set(DELIVERIES)


def test_a_finding_speaks_of_parts_by_the_names_that_cards_have() -> None:
    said = "Cette phrase et celle de body[2] disent la même chose\u00a0: gardez-en une (p2)."
    assert told(said) == (
        "Cette phrase et celle de «\u00a0Paragraphe\u00a03\u00a0» disent la même chose\u00a0: gardez-en une (p2)."
    )
    assert "«\u00a0Section\u00a01, bloc\u00a02\u00a0»" in told("Voyez sections[0].blocks[1].")
