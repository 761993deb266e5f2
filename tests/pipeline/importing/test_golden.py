"""The two published articles survive import and render, byte for byte."""

from typing import get_args

import pytest

from pipeline.importing import read_published
from pipeline.render import TARGETS, Target, render
from pipeline.settings import PROJECT, load_house
from schemas.draft import Analyse, Synthese, read_draft

GOLDEN = PROJECT / "data" / "golden"
CASES = [
    ("analyse-dhs-comptes-anonymes/golden.txt", "text"),
    ("synthese-ice-280-millions/golden.md", "markdown"),
    ("synthese-ice-280-millions/golden.md", "hashnode"),
]
HOUSE = load_house(PROJECT / "data")


def imported(name: str) -> Analyse | Synthese:
    return read_published((GOLDEN / name).read_text("utf-8"), name=name, house=HOUSE)


@pytest.mark.parametrize(("name", "target"), CASES)
def test_comes_back_byte_for_byte(name: str, target: Target) -> None:
    published = (GOLDEN / name).read_bytes().rstrip(b"\n")
    draft = imported(name)
    assert render(draft, target, house=HOUSE).encode() == published
    assert not draft.unplaced
    assert not draft.notes


@pytest.mark.parametrize(("name", "target"), CASES)
def test_comes_back_through_json(name: str, target: Target) -> None:
    draft = imported(name)
    again = read_draft(draft.model_dump(mode="json"))
    assert again == draft
    assert render(again, target, house=HOUSE).encode() == (GOLDEN / name).read_bytes().rstrip(b"\n")


def test_parts_of_the_analysis() -> None:
    draft = imported("analyse-dhs-comptes-anonymes/golden.txt")
    assert isinstance(draft, Analyse)
    assert (draft.date, draft.score, draft.closing, draft.typography) == ("6 févr. 2026", 8, None, "plain")
    assert draft.source.outlet == "TechCrunch"
    assert draft.source.title.endswith("| TechCrunch")
    assert len(draft.body) == 4
    (quote,) = draft.quotes
    assert (quote.speaker, quote.role, quote.outlet, quote.position) == (
        "Zack Whittaker",
        "Security Editor",
        "TechCrunch",
        2,
    )
    assert quote.translation.startswith("Ces assignations")
    assert quote.translation.endswith("[traduit de l'anglais]")
    assert [action.kind for action in draft.actions] == ["coalition", "individual", "resistance"]
    assert all(action.signal.startswith("On saura que ça marche quand") for action in draft.actions)


def test_parts_of_the_synthesis() -> None:
    draft = imported("synthese-ice-280-millions/golden.md")
    assert isinstance(draft, Synthese)
    assert len(draft.tldr) == 5
    assert [section.level for section in draft.sections] == [2, 2, 3, 3, 3, 2, 3, 3, 2, 2]
    assert draft.sections[-1].heading == "Conclusion et perspectives"
    assert draft.slug == "ice-suivi-280-millions-entreprises-privees"
    assert draft.canonical == draft.source.url == "https://www.wired.com/story/ice-bounty-hunter-spy-program/"
    assert [line.key for line in draft.front_matter][-3:] == ["slug", "canonical", ""]
    assert draft.sections[0].blocks[0].text.endswith("migrants. ")


def test_targets_are_the_ones_named() -> None:
    assert get_args(Target) == TARGETS
