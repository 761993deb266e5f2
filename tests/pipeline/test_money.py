"""What a draft is said to cost, held against what recorded replies took."""

import json

import pytest

from pipeline.models.prices import Price, PriceList
from pipeline.money import forecast
from pipeline.reading import read_article
from pipeline.settings import PROJECT
from schemas.article import Article
from schemas.source import Format
from tests.house import sample

RECORDINGS = PROJECT / "evals" / "recordings"
# A token written costs one, a token read nothing: the forecast is then what is expected to be written.
WRITTEN = PriceList(models={"m": Price(input=0, output=1_000_000)})
TASKS: dict[Format, tuple[str, ...]] = {
    "analyse": ("analyse", "proposals", "translation"),
    "synthese": ("synthese", "translation"),
}


@pytest.mark.parametrize("format", ["analyse", "synthese"])
@pytest.mark.parametrize("name", ["council-cameras", "courier-cooperative", "hospital-records-leak", "port-phones"])
def test_a_forecast_is_no_lower_than_what_recorded_replies_took_and_not_twice_as_high(
    name: str, format: Format
) -> None:
    article = read_article(sample(name))
    assert isinstance(article, Article)
    replies = [json.loads((RECORDINGS / f"{name}.{task}.json").read_text("utf-8")) for task in TASKS[format]]
    took = sum(len(json.dumps(one["content"], ensure_ascii=False)) for one in replies) / 4
    foreseen = forecast(article, format, model="m", prices=WRITTEN)
    assert foreseen is not None
    assert took <= foreseen <= 2 * took
