"""The parts of a draft: every text has its address, by number and by id, and what is no address says so."""

import pytest

from schemas.draft import Analyse, Block, Section, Seo, Synthese
from schemas.parts import iter_parts, part_at, part_text, plain_path, resolve_path, stable_path
from tests.desk.seeds import DRAFT

SYNTHESE = Synthese(
    title="Le port",
    tldr=("Premier point.", "Second point."),
    sections=(
        Section(id="s1", heading="Faits", blocks=(Block(id="s1.b1", text="Un."), Block(id="s1.b2", text="Deux."))),
    ),
    seo=Seo(title="Titre", description="Description"),
    slug="le-port",
)


@pytest.mark.parametrize("draft", [DRAFT, SYNTHESE], ids=["analyse", "synthese"])
def test_every_part_is_found_by_number_and_by_id(draft: Analyse | Synthese) -> None:
    for part in iter_parts(draft):
        stable = stable_path(draft, part.path)
        assert part_text(draft, part.path) == part_text(draft, stable) == part.text
        assert plain_path(draft, stable) == part.path
        assert resolve_path(draft, stable) == resolve_path(draft, part.path)
        assert not part.id or f"[{part.id}]" in stable


def test_a_whole_and_what_it_holds_have_addresses_too() -> None:
    assert part_at(DRAFT, "quotes[q1]") is DRAFT.quotes[0]
    assert stable_path(SYNTHESE, "sections[0].blocks[1]") == "sections[s1].blocks[s1.b2]"
    assert resolve_path(DRAFT, "pillar_reasons[mobility]") == ("pillar_reasons", "mobility")
    assert part_text(DRAFT, "actions[a1].outside_knowledge[0]") == "comme à Rotterdam autrefois"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "nowhere",
        "title.text",
        "title[0]",
        "score[0]",
        "seo[title]",
        "body[9]",
        "body[zz]",
        "body[²]",
        "quotes[q1].x",
    ],
)
def test_what_is_no_address_is_a_key_that_is_missing(path: str) -> None:
    for asked in (resolve_path, plain_path, stable_path, part_text):
        with pytest.raises(KeyError):
            asked(DRAFT, path)


@pytest.mark.parametrize("path", ["quotes[q1]", "body", "pillars", "quotes[q1].position"])
def test_what_is_no_text_has_none(path: str) -> None:
    with pytest.raises(KeyError):
        part_text(DRAFT, path)


def test_finding_a_part_copies_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise AssertionError("the whole draft was written out")

    monkeypatch.setattr(Analyse, "model_dump", refuse)
    assert part_text(DRAFT, stable_path(DRAFT, "body[1]")) == DRAFT.body[1].text
