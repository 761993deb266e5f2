"""A name or figure of the source in another's place is found where the rest of the sentence tells of that other."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from pipeline.sentences import with_sentences
from pipeline.verify import verify
from pipeline.verify.offices.appositions import presented_as_another
from pipeline.verify.prepare import prepare, read_statement
from schemas.article import Article, Paragraph
from schemas.draft import BodyParagraph
from tests.pipeline.verify.drafts import DRAFT, HOUSE

_SOURCE = """
Grain prices rose sharply last autumn, and millers blame the harvest.
The millers' federation sued neighbouring Ossing in March after its council put a tax on flour.
They point to Karsund County, where bread costs 12 per cent more than a year ago.
The study was led by Irena Foss of the University of Velden, who has advised the ministry since 2019.
Wholesale prices climbed 8.6 per cent in the year to June, the fastest pace since 2011, the Grain Office said.
A cooperative based in Lunmere Falls cut 40 jobs in May, and its shares lost a tenth of their value.
The old mill was bought in 2018 for one crown by the shipping heir Anton Reve, who promised to keep its 60 workers.
Its lease belongs to the broker Silas Orme, who advises three of the owners and denies any part in the sale.
In Ostvik, the largest market, traders paid 13.4 per cent more, against 9.7 per cent in Brackwater.
""".strip()


def _codes(french: str) -> set[str]:
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(_SOURCE.split("\n"), 1))
    article = with_sentences(
        Article(url="u", title="Flour is dear", published="2026-03-18", language="en", paragraphs=paragraphs)
    )
    draft = DRAFT.model_copy(update={"body": (BodyParagraph(id="b1", text=french),), "quotes": ()})
    found = verify(draft, article, house=HOUSE).findings
    return {one.code for one in found if one.part == "body[0]" and not one.code.startswith(("support", "body"))}


@pytest.mark.parametrize(
    ("right", "spoilt"),
    [
        ("En mars, la fédération des meuniers a attaqué en justice la ville voisine d’Ossing, qui avait instauré une taxe sur la farine.",
         "En mars, la fédération des meuniers a attaqué en justice la ville voisine de Brackwater, qui avait instauré une taxe sur la farine."),
        ("L’étude a été dirigée par Irena Foss, de l’université de Velden, qui conseille le ministère depuis 2019.",
         "L’étude a été dirigée par Irena Foss, de l’université de Lunmere Falls, qui conseille le ministère depuis 2019."),
        ("Racheté en 2018 pour une couronne symbolique par Anton Reve, héritier d’un armateur, le vieux moulin emploie 60 personnes.",
         "Racheté en 2018 pour une couronne symbolique par Silas Orme, héritier d’un armateur, le vieux moulin emploie 60 personnes."),
    ],
)  # fmt: skip
def test_a_name_in_the_place_of_another_is_found(right: str, spoilt: str) -> None:
    assert _codes(right) & {"name-elsewhere", "roles-swapped", "role-wrong"} == set()
    assert _codes(spoilt) & {"name-elsewhere", "roles-swapped", "role-wrong"}


@pytest.mark.parametrize(
    "french",
    [
        "Selon l’Office des céréales, les prix de gros ont grimpé de 13,4 %, du jamais-vu depuis 2011.",
        "Selon l’Office des céréales, les prix de gros ont grimpé de 9,7 %, leur plus forte hausse depuis 2011.",
    ],
)
def test_a_figure_of_another_place_is_found(french: str) -> None:
    assert "figure-elsewhere" in _codes(french)


@pytest.mark.parametrize(
    "french",
    [
        "Selon l’Office des céréales, les prix de gros ont grimpé de 8,6 %, du jamais-vu depuis 2011.",
        "À Ostvik, premier marché, les négociants ont payé 13,4 % de plus.",
        "Le comté de Karsund paie le pain 12 % plus cher qu’il y a un an.",
    ],
)
def test_figures_and_kinds_that_are_the_source_s_are_left_alone(french: str) -> None:
    assert _codes(french) & {"figure-elsewhere", "name-elsewhere"} == set()


def test_a_county_is_no_city() -> None:
    assert "name-elsewhere" in _codes("La ville de Karsund paie le pain 12 % plus cher qu’il y a un an.")


def _presented(french: str) -> list[str]:
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(_SOURCE.split("\n"), 1))
    source = prepare(Article(url="v", title="Flour", published="2026-03-18", language="en", paragraphs=paragraphs))
    return [one.code for one in presented_as_another(read_statement("body[0]", 0, french, "fr"), source)]


@pytest.mark.parametrize(
    ("right", "spoilt"),
    [
        ("Anton Reve, héritier d’une compagnie maritime, a promis de garder les salariés.",
         "Silas Orme, héritier d’une compagnie maritime, a promis de garder les salariés."),
        ("Le moulin appartient à l’héritier maritime Anton Reve.", "Le moulin appartient à l’héritier maritime Silas Orme."),
    ],
)  # fmt: skip
def test_who_is_presented_as_another_is_found(right: str, spoilt: str) -> None:
    assert _presented(right) == []
    assert _presented(spoilt) == ["name-elsewhere"]


@pytest.mark.parametrize(
    "french",
    [
        "Anton Reve, dont le moulin compte 60 salariés, ne le vendra pas.",
        "Interrogé en mars, Silas Orme nie toute participation à la vente.",
        "Irena Foss, à la tête de l’étude, conseille le ministère depuis 2019.",
    ],
)
def test_who_is_presented_in_other_words_is_left_alone(french: str) -> None:
    assert _presented(french) == []
