"""Good pairs pass, and each spoilt one is found at the place that was spoilt."""

import pytest

from pipeline.verify import compare
from schemas.article import Article
from schemas.finding import Finding
from tests.pipeline.verify.drafts import HOUSE
from tests.pipeline.verify.pairs import PAIRS, Pair, Spoil

_ARTICLE = Article(url="u", title="", published="2025-11-26", language="en", paragraphs=())
_SPOILT = [(pair, spoil) for pair in PAIRS for spoil in pair.spoils]


def _findings(source: str, french: str) -> tuple[Finding, ...]:
    return compare(source, french, source_language="en", house=HOUSE, article=_ARTICLE)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.french[:40])
def test_a_faithful_translation_has_no_finding(pair: Pair) -> None:
    assert _findings(pair.source, pair.french) == ()


@pytest.mark.parametrize(("pair", "spoil"), _SPOILT, ids=lambda one: getattr(one, "kind", ""))
def test_a_spoilt_translation_is_found(pair: Pair, spoil: Spoil) -> None:
    assert spoil.old in pair.french
    spoilt = pair.french.replace(spoil.old, spoil.new, 1)
    found = [one for one in _findings(pair.source, spoilt) if one.code != "figure-missing"]
    assert found
    assert any(one.start is not None and one.end is not None and one.excerpt in spoilt for one in found)


def test_the_same_input_gives_the_same_findings() -> None:
    pair = PAIRS[0]
    spoilt = pair.french.replace("2,3 millions", "2,6 milliards")
    assert _findings(pair.source, spoilt) == _findings(pair.source, spoilt)


def test_a_figure_left_out_of_a_translation_is_found() -> None:
    found = _findings("The fund lost $40 million in 2024.", "Le fonds a perdu de l’argent en 2024.")
    assert [one.code for one in found] == ["figure-missing"]
