"""What is rendered can be read again: the same draft, wherever the format can carry it."""

import pytest
from hypothesis import HealthCheck, given, settings

from pipeline.importing import read_published
from pipeline.render import Target, render
from pipeline.settings import PROJECT, load_house
from schemas.draft import Analyse, Synthese
from tests.pipeline.drafts import analyses, syntheses

HOUSE = load_house(PROJECT / "data")
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def comparable(draft: Analyse | Synthese) -> dict[str, object]:
    """All but what only the file has: its front matter, and the remarks of the reading (an image left out)."""
    return draft.model_dump(mode="json", exclude={"notes", "front_matter"})


@QUICK
@given(draft=analyses())
def test_analysis_through_plain_text(draft: Analyse) -> None:
    again = read_published(render(draft, "text", house=HOUSE), name="a.txt", house=HOUSE)
    linkless = draft.model_copy(update={"source": draft.source.model_copy(update={"url": ""})})
    assert comparable(again) == comparable(linkless)


@pytest.mark.parametrize(
    ("target", "name"), [("markdown", "a.md"), ("hashnode", "a.md"), ("html", "a.html"), ("ghost", "a.html")]
)
@QUICK
@given(draft=analyses())
def test_analysis_through_markup(target: Target, name: str, draft: Analyse) -> None:
    again = read_published(render(draft, target, house=HOUSE), name=name, house=HOUSE)
    assert comparable(again) == comparable(draft)


@QUICK
@given(draft=syntheses())
def test_synthesis_through_markdown(draft: Synthese) -> None:
    written = render(draft, "markdown", house=HOUSE)
    again = read_published(written, name="s.md", house=HOUSE)
    assert comparable(again) == comparable(draft)
    assert render(again, "markdown", house=HOUSE) == written


@QUICK
@given(draft=syntheses())
def test_synthesis_through_html(draft: Synthese) -> None:
    again = read_published(render(draft, "html", house=HOUSE), name="s.html", house=HOUSE)
    assert comparable(again) == {**comparable(draft), "slug": ""}
