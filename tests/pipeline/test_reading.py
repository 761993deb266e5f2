"""Whatever a source came as, it is read in the child: a text can keep its reader as busy as a page."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from pipeline import reading
from pipeline.fetch import Captured, capture_file
from pipeline.reading import read_article
from schemas.article import Article
from schemas.source import Refusal
from tests.pipeline.fetch.files import mhtml, pdf

LINE = "The council of Brenford voted on Monday to close the old bridge for the winter."
REFUSED = Refusal(code="extraction_too_long", message="Trop long.", remedy="Collez le texte.")
FILES = {
    "a.html": f"<html><p>{LINE}</p></html>".encode(),
    "a.mhtml": mhtml(f"<html><p>{LINE}</p></html>"),
    "a.txt": LINE.encode(),
    "a.md": f"# Bridge\n\n{LINE}\n\n## Why\n\n- cracks\n\n> “No.”".encode(),
    "a.pdf": pdf([[LINE]]),
}


def captured(name: str) -> Captured:
    outcome = capture_file(FILES[name], name=name, now=datetime(2026, 2, 6, tzinfo=UTC))
    assert isinstance(outcome, Captured)
    return outcome


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_read_outside_the_guard(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def guarded(content: bytes, *, url: str, read: Callable[..., Article]) -> Refusal:
        return REFUSED

    monkeypatch.setattr(reading, "guarded", guarded)
    assert read_article(captured(name)) == REFUSED


@pytest.mark.parametrize("name", FILES)
def test_the_child_reads_every_kind_of_file(name: str) -> None:
    article = read_article(captured(name))
    assert isinstance(article, Article)
    assert LINE in article.text


def test_a_markdown_file_keeps_its_structure() -> None:
    article = read_article(captured("a.md"))
    assert isinstance(article, Article)
    assert article.title == "Bridge"
    assert [one.kind for one in article.paragraphs] == ["body", "heading", "list_item", "quote"]
