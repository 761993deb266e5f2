"""A synthesis as blogs write it: front matter in any YAML, summaries of any make, nothing dropped or changed unsaid."""

import pytest

from pipeline.importing import read_published
from pipeline.render import render
from pipeline.settings import PROJECT, load_house
from schemas.draft import Synthese

HOUSE = load_house(PROJECT / "data")
FRONT = """title: "La ville vend l'eau"
seoTitle: "Eau : la ville vend"
seoDescription: "Ce que vendre veut dire."
slug: ville-vend-eau
canonical: https://ledger.example/eau
"""
SUMMARY = "- La ville a signé.\n- Nul n'a été prévenu."
BODY = """## Le contrat

La régie a signé en mars.

## Conclusion et perspectives

Le conseil votera.

[source](https://ledger.example/eau)"""


def article(front: str = FRONT, summary: str = f"## TL;DR\n\n{SUMMARY}", body: str = BODY) -> str:
    return f"---\n{front}\n---\n\n# La ville vend l'eau\n\n{summary}\n\n{body}"


def read(text: str) -> Synthese:
    draft = read_published(text, name="s.md", house=HOUSE)
    assert isinstance(draft, Synthese)
    return draft


PLAIN = read(article())


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("seoDescription: 'L''eau, vendue'", "L'eau, vendue"),
        ("seoDescription: Eau : la ville vend", "Eau : la ville vend"),
        ("seoDescription: L'eau vendue # à revoir", "L'eau vendue"),
        ('seoDescription: "Jusqu\'\\u00e0 \\"dix\\""', 'Jusqu\'à "dix"'),
        ("seoDescription: >\n  L'eau,\n  vendue", "L'eau, vendue"),
        ("seoDescription: |-\n  L'eau.\n\n  Vendue.", "L'eau.\n\nVendue."),
        ('seoDescription: "L\'eau,\n  vendue"', "L'eau, vendue"),
        ("seoDescription:    L'eau\n# une remarque", "L'eau"),
        ("meta_description: L'eau", "L'eau"),
        ("seoDescription: Premier\nseoDescription: L'eau", "L'eau"),
    ],
)
def test_a_value_is_read_as_yaml_and_its_lines_come_back(written: str, means: str) -> None:
    text = article(FRONT.replace('seoDescription: "Ce que vendre veut dire."', written))
    draft = read(text)
    assert draft.seo.description == means
    assert render(draft, "markdown", house=HOUSE) == text
    other = draft.model_copy(update={"seo": draft.seo.model_copy(update={"description": "Autre"})})
    assert read(render(other, "markdown", house=HOUSE)).seo.description == "Autre"


@pytest.mark.parametrize(
    "more", ["tags:\n  - eau\n  - ville", "author:\n  name: Inès", "cover: https://a.example/b.png", "# note", "\nx: y"]
)
def test_other_keys_stay_where_they_were(more: str) -> None:
    text = article(FRONT.replace("slug:", f"{more}\nslug:"))
    draft = read(text)
    assert (draft.slug, draft.seo) == (PLAIN.slug, PLAIN.seo)
    assert render(draft, "markdown", house=HOUSE) == text


@pytest.mark.parametrize("before", ["\n", " \n\t\n", "\ufeff", "\ufeff\n"])
def test_front_matter_is_found_behind_blank_lines(before: str) -> None:
    assert render(read(before + article()), "markdown", house=HOUSE) == article()


@pytest.mark.parametrize(
    "summary",
    [
        SUMMARY,
        SUMMARY.replace("- ", "* "),
        SUMMARY.replace("- ", "• "),
        SUMMARY.replace("\n", "\n\n"),
        SUMMARY.replace("- ", "1. "),
        SUMMARY.replace("- ", "").replace("\n", "\n\n"),
    ],
    ids=["dash", "star", "dot", "apart", "numbers", "paragraphs"],
)
@pytest.mark.parametrize("heading", ["## TL;DR", "### TL;DR", "**TL;DR**", "__TL;DR__ :", "## En bref"])
def test_a_summary_of_any_make_is_read(heading: str, summary: str) -> None:
    draft = read(article(summary=f"{heading}\n\n{summary}"))
    assert draft.tldr == PLAIN.tldr
    assert draft.sections == PLAIN.sections
    assert not draft.unplaced
    assert bool(draft.notes) == (not heading.startswith("#") or "TL;DR" not in heading)


def test_a_word_before_the_list_of_a_summary_is_kept_apart() -> None:
    draft = read(article(summary=f"## TL;DR\n\nEn trois points :\n\n{SUMMARY}"))
    assert draft.tldr == PLAIN.tldr
    assert draft.unplaced == ("En trois points :",)
    assert any("En trois points" in note for note in draft.notes)


@pytest.mark.parametrize("made", ["de l'<em>eau</em>", "ligne<br>suite", "[clic](javascript:alert(1))", "<!-- mot -->"])
def test_what_rendering_disarms_is_said(made: str) -> None:
    draft = read(article(body=BODY.replace("La régie", made)))
    assert made in draft.sections[0].blocks[0].text
    assert any(made in note for note in draft.notes)
    assert "\\" in render(draft, "markdown", house=HOUSE)


@pytest.mark.parametrize(
    "block",
    [
        "- un\n  - deux\n    - trois\n- quatre",
        "- un\n\n  suite\n\n- deux",
        "```python\n# non\n\nx = 1\n```",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        '![Légende](https://cdn.example/a.png align="center")',
        "Voir la note[^1].\n\n[^1]: La note.",
        "> Une citation\n> sur deux lignes",
        "Fin d'espace \nune\u00a0insécable\u202f!",
        "%[https://video.example/x]",
        "---",
        "- [ ] à faire\n- [x] fait",
        "#### Plus bas\n\nC:\\dossier et 5\\*3",
    ],
)
def test_blocks_come_back_byte_for_byte(block: str) -> None:
    text = article(body=BODY.replace("La régie a signé en mars.", block))
    draft = read(text)
    assert render(draft, "markdown", house=HOUSE) == text
    assert not draft.unplaced
    assert not draft.notes
