"""The gate over real runs: spoilt prompts are blocked, the same again never is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evals.compare import compare_runs
from evals.gate import judge
from evals.results import Run
from pipeline.settings import PROJECT, Settings
from tests.evals.bench import analyses, measure, settings_at
from tests.evals.reader import Reader
from tests.evals.seeds import SEEDS, Seed, spoilt
from tests.standin import StandIn


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    with StandIn(Reader(PROJECT / "data" / "golden")) as standin:
        yield settings_at(tmp_path_factory.mktemp("evals"), standin.base_url)


@pytest.fixture(scope="module")
def baseline(settings: Settings) -> Run:
    return measure(settings, analyses(), name="baseline")


def test_the_baseline_is_sound(baseline: Run) -> None:
    assert len(baseline.cases) == 7
    assert all(one.state == "drafted" for one in baseline.cases)
    assert not [one.case for one in baseline.cases if one.hard]
    assert min(baseline.values("facts_are_recalled")) >= 0.7
    assert set(baseline.values("quotes_are_exact")) == {1.0}
    assert not [score for one in baseline.cases for score in one.scores if "non noté" in score.reason]


@pytest.mark.parametrize("seed", SEEDS, ids=[one.name for one in SEEDS])
def test_a_spoilt_prompt_is_blocked(seed: Seed, settings: Settings, baseline: Run, tmp_path: Path) -> None:
    spoilt_settings = settings.model_copy(update={"prompts_dir": spoilt(seed, tmp_path / "prompts")})
    after = measure(spoilt_settings, analyses())
    verdict = judge(compare_runs(baseline, after))
    assert not after.unscored
    assert not verdict.is_open


def test_the_same_again_passes_twenty_times_of_twenty(settings: Settings, baseline: Run) -> None:
    for turn in range(20):
        verdict = judge(compare_runs(baseline, measure(settings, analyses(), name=f"again-{turn}")))
        assert verdict.is_open, verdict
