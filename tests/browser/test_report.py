"""The report of the evals, as a maintainer opens it: on a phone, and at night."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from evals.compare import compare_runs
from evals.gate import judge
from evals.reporting import html_report
from tests.evals.runs import case_run, run_of


@pytest.fixture
def report(tmp_path: Path) -> str:
    scores = {"facts_are_recalled": 0.25, "structure_is_near": 0.331, "words_are_near": 35.9}
    run = run_of([case_run(f"a-case-with-quite-a-long-name-{n}", scores) for n in range(8)])
    comparison = compare_runs(run, run)
    page = tmp_path / "report.html"
    page.write_text(html_report(comparison, judge(comparison), run, run, ()), "utf-8")
    return page.as_uri()


def test_on_a_narrow_screen_no_column_is_out_of_sight(context_for: Callable[[], BrowserContext], report: str) -> None:
    page = context_for().new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(report)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Rien ne s’oppose")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    verdict = page.get_by_text("aucune différence vue").first
    box = verdict.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 360
    named = "one => getComputedStyle(one, '::before').content"
    assert "Verdict" in verdict.evaluate(named)


@pytest.mark.parametrize(("scheme", "is_dark"), [("light", False), ("dark", True)])
def test_paper_and_ink_follow_the_reader(
    context_for: Callable[[], BrowserContext], report: str, scheme: str, is_dark: bool
) -> None:
    page = context_for().new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(report)
    paper, ink = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    )
    brightness = [sum(int(one) for one in colour[4:-1].split(",")) for colour in (paper, ink)]
    assert (brightness[0] < brightness[1]) == is_dark
