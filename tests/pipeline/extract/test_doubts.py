import tomllib
from typing import Any

import pytest

from pipeline.extract import extract
from pipeline.extract.doubts import DOUBTS, holds
from schemas.article import Article, Notice
from tests.house import SAMPLES
from tests.pipeline.extract.pages import DOUBTFUL, EN, FR, GOOD, NEWS, Sample, article_page, prose


def read(sample: Sample) -> Article:
    return extract(sample.html.encode(), url=sample.url)


@pytest.mark.parametrize("sample", DOUBTFUL, ids=lambda one: one.name)
def test_a_doubtful_page_is_held_for_its_reason(sample: Sample) -> None:
    codes = {one.code for one in holds(read(sample))}
    assert sample.code in codes


@pytest.mark.parametrize("sample", GOOD, ids=lambda one: one.name)
def test_a_good_page_passes(sample: Sample) -> None:
    assert holds(read(sample)) == ()


def test_there_are_enough_pages_to_judge_by() -> None:
    assert len(DOUBTFUL) >= 40
    assert len(GOOD) >= 20


def test_a_correction_and_a_syndicated_copy_are_shown_but_hold_nothing() -> None:
    codes = {one.code for sample in GOOD for one in read(sample).warnings}
    assert codes == {"correction", "syndicated"}


ORIGINS = (
    ("syndicated", article_page(f"<p>OSTWICK, March 4 (Reuters) - {EN[0]}</p>" + prose(EN[1:]))),
    ("syndicated", article_page(prose(FR) + "<p>(Avec AFP)</p>", lang="fr")),
    ("syndicated", article_page(prose(EN), data={**NEWS, "author": {"name": "Associated Press"}})),
    ("syndicated", article_page(prose(EN), head='<link rel=canonical href="https://ostwickherald.example.org/a">')),
    ("correction", article_page(prose(EN) + "<footer><p>Correction, March 6: The cost is in euros.</p></footer>")),
    ("correction", article_page(prose(EN), data={**NEWS, "correction": "The cost is in euros."})),
)


@pytest.mark.parametrize(("code", "html"), ORIGINS)
def test_where_a_text_comes_from_and_what_was_mended_is_shown_and_holds_nothing(code: str, html: str) -> None:
    article = read(Sample("origin", html))
    assert [one.code for one in article.warnings] == [code]
    assert holds(article) == ()


@pytest.mark.parametrize(
    "head",
    [
        '<link rel=canonical href="https://www.paper.example/bridge">',
        '<link rel=canonical href="https://paper.co.example/bridge">',
        '<meta name=author content="Ap Jones">',
    ],
)
def test_a_site_under_another_name_of_its_own_is_not_another_publication(head: str) -> None:
    assert read(Sample("own", article_page(prose(EN), head=head))).warnings == ()


def test_a_warning_that_nobody_here_knows_holds() -> None:
    article = Article(url="u", title="t", paragraphs=(), warnings=(Notice(code="withdrawn"),))
    assert [one.code for one in holds(article)] == ["withdrawn"]


def test_every_doubt_is_a_french_sentence() -> None:
    assert all(one.message.endswith(".") and " :" not in one.message for one in DOUBTS.values())


HELD = [card for path in sorted(SAMPLES.glob("*.toml")) if (card := tomllib.loads(path.read_text())).get("warning")]


@pytest.mark.parametrize("card", HELD, ids=lambda one: one["warning"])
def test_a_sample_of_ours_is_held_for_the_reason_its_card_names(card: dict[str, Any]) -> None:
    (page,) = (one for one in SAMPLES.glob("*.html") if tomllib.loads(one.with_suffix(".toml").read_text()) == card)
    assert card["warning"] in {one.code for one in holds(extract(page.read_bytes(), url=card["url"]))}
