"""Two spoilt prompts and the embedded model: what it really makes of them, the gate blocks."""

import re
import shutil
from pathlib import Path

import pytest

from evals.cases import Case
from evals.commands import drafter_for
from evals.compare import compare_runs
from evals.drafting import Drafter
from evals.gate import judge
from evals.results import Run
from evals.run import run_suite
from evals.scorers.subject import draft_text
from pipeline.extract import extract
from pipeline.models.embedded.weights import get_weights
from pipeline.settings import PROJECT, load_settings
from schemas.article import Article

pytestmark = pytest.mark.slow

# As short as a draft can be made of: each sentence is a call, and a call takes seconds.
PAGE = """<html lang="en"><head><title>Norvane council approves sensors on 40 buses</title></head><body><article>
<h1>Norvane council approves sensors on 40 buses</h1>
<p>The council of Norvane approved sensors on 40 buses on Monday.</p>
<p>The sensors count passengers and will cost 3 million euros over five years.</p>
<p>The bus company Orla Lines said the data would be deleted after 24 hours.</p>
</article></body></html>"""
CASE = Case(name="sensors")

# Each an edit of one template: its name, what is looked for, what stands there instead.
SPOILS = {
    "English output": (
        "sentence_rules",
        r"(?s)You translate.*",
        'You copy the passage, word for word, in English. Reply with JSON only: {"text": "..."}.',
    ),
    "source cut to its first third": ("sentence", r"text \| defused", "text[: text | length // 3] | defused"),
}


@pytest.fixture(scope="module")
def article() -> Article:
    # Its length is a doubt; here it is meant.
    return extract(PAGE.encode(), url="https://courrier.example/sensors").model_copy(update={"warnings": ()})


@pytest.fixture(scope="module")
def drafter(article: Article, tmp_path_factory: pytest.TempPathFactory) -> Drafter:
    settings = load_settings({"MORASSE_DATA_DIR": str(tmp_path_factory.mktemp("embedded"))})
    get_weights(settings.cache_dir / "models")
    return drafter_for(settings, articles={CASE.name: article})


@pytest.fixture(scope="module")
def baseline(drafter: Drafter) -> Run:
    return measured(drafter)


def measured(drafter: Drafter) -> Run:
    return run_suite((CASE,), drafter, name="embedded", watch=lambda *_said: None)


def test_the_embedded_model_tells_what_the_page_says(baseline: Run) -> None:
    (one,) = baseline.cases
    assert one.state == "drafted"
    assert one.draft
    assert "40" in draft_text(one.draft)
    assert not one.hard
    assert judge(compare_runs(baseline, baseline)).is_open


@pytest.mark.parametrize("name", SPOILS)
def test_a_spoilt_prompt_is_blocked(name: str, drafter: Drafter, baseline: Run, tmp_path: Path) -> None:
    template, pattern, new = SPOILS[name]
    folder = Path(shutil.copytree(PROJECT / "prompts", tmp_path / "prompts"))
    path = max((folder / template).glob("v*.j2"))
    before = path.read_text("utf-8")
    path.write_text(re.sub(pattern, lambda _found: new, before, count=1), "utf-8")
    assert path.read_text("utf-8") != before
    settings = drafter.settings.model_copy(update={"prompts_dir": folder})
    after = measured(drafter_for(settings, articles=dict(drafter.articles)))
    assert not after.unscored
    verdict = judge(compare_runs(baseline, after))
    assert not verdict.is_open
