import pytest

from pipeline.extract import extract
from pipeline.extract.doubts import DOUBTS, holds
from schemas.article import Article, Notice
from tests.pipeline.extract.pages import DOUBTFUL, GOOD, Sample


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


def test_a_warning_that_nobody_here_knows_holds() -> None:
    article = Article(url="u", title="t", paragraphs=(), warnings=(Notice(code="withdrawn"),))
    assert [one.code for one in holds(article)] == ["withdrawn"]


def test_every_doubt_is_a_french_sentence() -> None:
    assert all(one.message.endswith(".") and " :" not in one.message for one in DOUBTS.values())
