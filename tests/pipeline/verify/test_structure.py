"""The structure of both kinds: one rule broken at a time."""

from typing import Any

import pytest

from pipeline.verify.form import sections, structure
from tests.pipeline.verify.texts import ANALYSE, BODY, SYNTHESE, findings_of, spoilt

CHECKS = (*structure.CHECKS, *sections.CHECKS)


def found_in(data: Any) -> list[tuple[str, str, str]]:
    return [(one.code, one.severity, one.part) for one in findings_of(CHECKS, data)]


@pytest.mark.parametrize("data", [ANALYSE, SYNTHESE], ids=["analyse", "synthese"])
def test_sound_drafts_have_no_finding(data: Any) -> None:
    assert found_in(data) == []


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("title", " ", ("structure-missing", "blocking", "title")),
        ("body", [], ("structure-missing", "blocking", "body")),
        ("standfirst", "", ("structure-missing", "warning", "standfirst")),
        ("watchpoints", "", ("structure-missing", "warning", "watchpoints")),
        ("title", "Une ville qui filme sans le dire " * 4, ("title-length", "warning", "title")),
        ("title", "Une ville qui filme sans le dire " * 3, ("title-length", "note", "title")),
        ("title", "La ville filme.", ("title-stop", "warning", "title")),
        ("title", "La Ville Filme Ses Habitants Sans Leur Dire", ("title-case", "warning", "title")),
        ("standfirst", "Trop long. " * 30, ("standfirst-length", "warning", "standfirst")),
        ("date", "2026-02-06", ("structure-date", "warning", "date")),
        ("body", [{"text": one} for one in BODY * 2], ("body-paragraphs", "warning", "body")),
        ("body.0.text", f"{BODY[0]}\n- un point\n- un autre", ("body-list", "warning", "body[0]")),
        ("body.0.text", BODY[0] * 7, ("body-length", "warning", "body")),
        ("score", 9, ("score-sum", "blocking", "score")),
        (
            "pillar_reasons",
            {"sovereignty": "x", "factuality": "y"},
            ("score-reason", "note", "pillar_reasons[solidarity]"),
        ),
        ("quotes.0.position", 9, ("quotes-place", "warning", "quotes[0]")),
        ("quotes.0.speaker", "", ("structure-missing", "warning", "quotes[0].speaker")),
        ("quotes", ANALYSE["quotes"] * 3, ("quotes-count", "warning", "quotes[2]")),
    ],
)
def test_analyse(path: str, value: Any, expected: tuple[str, str, str]) -> None:
    assert found_in(spoilt(ANALYSE, path, value)) == [expected]


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("sections", [], ("structure-missing", "blocking", "sections")),
        ("tldr", [], ("structure-missing", "warning", "tldr")),
        ("slug", "", ("structure-missing", "warning", "slug")),
        ("slug", "Caméras-à-Brackwater", ("slug-form", "warning", "slug")),
        ("slug", "cameras", ("slug-form", "warning", "slug")),
        ("tldr", ["Un seul point."], ("tldr-count", "warning", "tldr")),
        ("tldr.1", "Les élus l'ignoraient. Ils l'ont appris en juin.", ("tldr-sentence", "warning", "tldr[1]")),
        ("sections.3.heading", "Pour finir", ("sections-conclusion", "warning", "sections[3].heading")),
        ("sections.1.blocks", [], ("sections-empty", "warning", "sections[1]")),
        ("sections.1.heading", "", ("structure-missing", "warning", "sections[1].heading")),
        ("sections.1.heading", "La ville décide.", ("title-stop", "warning", "sections[1].heading")),
        ("sections.1.level", 4, ("sections-level", "warning", "sections[1].heading")),
        ("sections.1.blocks", [f"Un mot, {n}." for n in range(4)], ("sections-paragraphs", "note", "sections[1]")),
        ("seo.title", "Caméras de Brackwater : " * 4, ("seo-length", "warning", "seo.title")),
        ("seo.description", "x" * 162, ("seo-length", "note", "seo.description")),
        ("canonical", "https://autre.example/", ("seo-canonical", "warning", "canonical")),
    ],
)
def test_synthese(path: str, value: Any, expected: tuple[str, str, str]) -> None:
    assert expected in found_in(spoilt(SYNTHESE, path, value))
    assert {one[2].split("[")[0].split(".")[0] for one in found_in(spoilt(SYNTHESE, path, value))} == {
        expected[2].split("[")[0].split(".")[0]
    }


@pytest.mark.parametrize(
    "title",
    [
        "USA : le DHS cible les comptes anonymes qui documentent l'ICE",
        "Brackwater achète les caméras de Lumen Sight, l'Open Streets Alliance attaque",
        "Pourquoi les élus n'ont rien su ?",
        "Mairie, police, etc.",
    ],
)
def test_good_titles_pass(title: str) -> None:
    assert found_in(spoilt(ANALYSE, "title", title)) == []


def test_a_parent_section_may_hold_subsections_only() -> None:
    sections = [*SYNTHESE["sections"]]
    sections[1:1] = [
        {"heading": "Le cadre", "level": 2, "blocks": []},
        {"heading": "La clause", "level": 3, "blocks": ["Un mot."]},
    ]
    assert found_in(spoilt(SYNTHESE, "sections", sections)) == []


def test_a_bullet_with_abbreviations_is_one_sentence() -> None:
    assert found_in(spoilt(SYNTHESE, "tldr.0", "Selon M. Dupont, l'achat de J. Marsh est clos.")) == []
