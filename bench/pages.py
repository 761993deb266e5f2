"""The pages that benchmarks draft: our samples, each with words of its own, so that no draft is served by another."""

import re
from datetime import UTC, datetime

from pipeline.fetch import Captured, capture_file
from pipeline.settings import PROJECT

__all__ = ["page"]

_SAMPLES = ("port-phones", "council-cameras", "courier-cooperative")
# Not that of an initial or an abbreviation.
_SENTENCE_END = re.compile(r"(?<=[a-z0-9]{3})\.(?= [A-Z]|</p>)")
_NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)


def page(number: int, *, throughout: bool = False) -> Captured:
    """The page of that number as an editor hands it over; `throughout`: no sentence of its text is in any other."""
    path = PROJECT / "data" / "samples" / f"{_SAMPLES[number % len(_SAMPLES)]}.html"
    html = path.read_text("utf-8")
    if throughout:
        html = _SENTENCE_END.sub(f", readers of edition {number} learned.", html)
    # In the middle of the body, inside a paragraph: elsewhere extraction would take it for the page's furniture.
    ends = [found.start() for found in re.finditer("</p>", html)]
    at = ends[len(ends) // 2]
    own = f" Readers of edition number {number} received this article on the same morning."
    captured = capture_file((html[:at] + own + html[at:]).encode(), name=path.name, supplied_by="bench", now=_NOW)
    if not isinstance(captured, Captured):
        raise SystemExit("a sample could not be read")
    return captured
