"""The house's form for new drafts: card, marks, score, label, front matter, slugs, dates."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.importing import read_published
from pipeline.render import render
from pipeline.render.dates import host_date, short_date
from pipeline.render.flow import card_title
from pipeline.render.slugs import slugify_title
from pipeline.settings import PROJECT, load_house
from schemas.action import Action
from schemas.draft import (
    Analyse,
    Block,
    BodyParagraph,
    DraftQuote,
    FrontMatterLine,
    Pillars,
    Section,
    Seo,
    SourceCard,
    Synthese,
)

HOUSE = load_house(PROJECT / "data")
SILENT = HOUSE.model_copy(update={"texts": HOUSE.texts.model_copy(update={"ai_label": ""})})
DRAFT = Analyse(
    title="MARVAL : la ville vend",
    standfirst="Un chapô.",
    date="12 mai 2026",
    source=SourceCard(url="https://l.example/x", title="City sells", description="It does.", outlet="Ledger"),
    body=(BodyParagraph(text="Un."), BodyParagraph(text="Deux.")),
    quotes=(
        DraftQuote(translation="Non [traduit de l'anglais]", speaker="A B", role="maire", outlet="Ledger", position=1),
    ),
    watchpoints="Attention.",
    actions=(Action(kind="resistance", title="Refuser", description="Parce que.", signal="On saura que."),),
    pillars=Pillars(sovereignty=2, solidarity=1),
    score=9,
    closing="Fin.",
)


def test_a_new_analysis_in_text() -> None:
    score = HOUSE.texts.score_line.replace("{score}", "3")
    assert render(DRAFT, "text", house=SILENT) == (
        "MARVAL : la ville vend\n\nUn chapô.\n\n12 mai 2026\nMARVAL : la ville vend\nCity sells | Ledger\nIt does.\n\n"
        "Un.\n\n«\u00a0Non [traduit de l'anglais]\u00a0»\n\n— A B, maire, Ledger\n\nDeux.\n\n"
        "Points de vigilance\n\nAttention.\n\nEt maintenant ?\n\n  • ✊ Refuser\n\nParce que.\n\n→ On saura que.\n\n\n"
        f"{score}\nFin."
    )


def test_a_new_analysis_in_markdown() -> None:
    written = render(DRAFT, "markdown", house=SILENT)
    assert "**[City sells | Ledger](https://l.example/x)**  \nIt does." in written
    assert "> «\u00a0Non [traduit de l'anglais]\u00a0»\n>\n> — A B, maire, Ledger" in written
    assert "## Et maintenant ?\n\n- **✊ Refuser**\n\n  Parce que.\n\n  → On saura que." in written
    assert not written.startswith("---")
    assert render(DRAFT, "hashnode", house=SILENT).startswith('---\ntitle: "MARVAL : la ville vend"\n')


def test_ghost_has_its_bookmark_card() -> None:
    written = render(DRAFT, "ghost", house=SILENT)
    assert '<a class="kg-bookmark-container" href="https://l.example/x">' in written
    assert '<div class="kg-bookmark-title">City sells | Ledger</div>' in written
    assert "<html" not in written


def test_the_label_closes_the_article() -> None:
    label = HOUSE.texts.ai_label
    assert label
    assert render(DRAFT, "text", house=HOUSE).endswith(f"Fin.\n\n{label}")
    assert label not in render(DRAFT.model_copy(update={"labelled": False}), "text", house=HOUSE)


@pytest.mark.parametrize(
    ("title", "outlet", "line"),
    [
        ("City sells", "Ledger", "City sells | Ledger"),
        ("City sells | Ledger", "Ledger", "City sells | Ledger"),
        ("City sells - LEDGER", "Ledger", "City sells - LEDGER"),
        ("City sells", None, "City sells"),
        ("", "Ledger", "Ledger"),
    ],
)
def test_card_title(title: str, outlet: str | None, line: str) -> None:
    assert card_title(DRAFT.model_copy(update={"source": SourceCard(title=title, outlet=outlet)})) == line


SYNTHESE = Synthese(
    title='Dire "non" : \\ la ville',
    tldr=("Un.", "Deux."),
    sections=(Section(heading="A", blocks=(Block(text="b"), Block(kind="list", text="- c\n- d"))),),
    seo=Seo(title="S", description="D"),
    slug="dire-non-ville",
    canonical="https://l.example/x",
    source=SourceCard(url="https://l.example/x"),
)


def test_a_new_synthesis() -> None:
    assert render(SYNTHESE, "markdown", house=SILENT) == (
        '---\ntitle: "Dire \\"non\\" : \\\\ la ville"\nseoTitle: "S"\nseoDescription: "D"\nslug: dire-non-ville\n'
        'canonical: https://l.example/x\n\n---\n\n# Dire "non" : \\ la ville\n\n## TL;DR\n\n- Un.\n- Deux.\n\n'
        "## A\n\nb\n\n- c\n- d\n\n[source](https://l.example/x)"
    )


def test_front_matter_lines_survive_where_the_value_did() -> None:
    own = (
        FrontMatterLine(key="tags", raw="tags: a,  b"),
        FrontMatterLine(key="slug", raw="slug: 'dire-non-ville'"),
        FrontMatterLine(key="title", raw="title: Ancien titre"),
    )
    written = render(SYNTHESE.model_copy(update={"front_matter": own}), "hashnode", house=SILENT)
    front = written.split("\n---")[0].split("\n")
    assert front[1:3] == ["tags: a,  b", "slug: 'dire-non-ville'"]
    assert 'title: "Dire \\"non\\" : \\\\ la ville"' in front
    assert "title: Ancien titre" not in front


def test_front_matter_with_other_keys_comes_back() -> None:
    text = (
        '---\nlayout: post\ntitle: Dire non\ntags:\n  - a\n  - b\nmeta_description: "Une phrase"\n---\n\n# Dire non\n\n'
        "## TL;DR\n\n- Un.\n\n## A\n\nb"
    )
    draft = read_published(text, name="s.md", house=SILENT)
    assert isinstance(draft, Synthese)
    assert draft.seo.description == "Une phrase"
    assert [line.key for line in draft.front_matter] == ["layout", "title", "tags", "meta_description"]
    assert render(draft, "markdown", house=SILENT) == text


@given(st.text(max_size=120))
def test_slugs_keep_the_rule(title: str) -> None:
    slug = slugify_title(title)
    pieces = slug.split("-") if slug else []
    assert all(piece.isascii() and piece.isalnum() and piece == piece.lower() for piece in pieces)
    assert len(pieces) <= 7


@given(
    st.lists(
        st.sampled_from(["ville", "vend", "données", "l'eau", "à", "la", "de", "trajets", "élus"]),
        min_size=3,
        max_size=12,
    )
)
def test_slugs_have_three_words_where_the_title_has(words: list[str]) -> None:
    assert 3 <= len(slugify_title(" ".join(words)).split("-")) <= 7


def test_slug_of_a_title() -> None:
    assert slugify_title("L'État dépense jusqu'à 280 millions pour l'école") == "etat-depense-280-millions-ecole"
    assert slugify_title("Corran lève 1,4 milliard d'euros") == "corran-leve-1-4-milliard-euros"


def test_dates() -> None:
    assert short_date(date(2026, 2, 6)) == "6 févr. 2026"
    long = "Tue Nov 25 2025 20:06:34 GMT+0000 (Coordinated Universal Time)"
    assert host_date(datetime(2025, 11, 25, 20, 6, 34, tzinfo=UTC)) == long
    assert host_date(datetime(2025, 11, 25, 20, 6, 34)) == long
    assert host_date(datetime(2025, 11, 25, 22, 6, 34, tzinfo=timezone(timedelta(hours=2)))) == long
