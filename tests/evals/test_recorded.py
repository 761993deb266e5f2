"""The committed baseline as a fresh clone meets it: no model, no network, a verdict that means something."""

import json
import re
from pathlib import Path

import pytest

from evals.baselines import baseline_path
from evals.cases import load_cases
from evals.commands import Wish, compared, measured
from evals.gate import judge
from evals.recorded import RECORDED, RECORDINGS, recorded_cases
from evals.results import load_run
from pipeline.settings import PROJECT
from tests.evals.seeds import SEEDS, spoilt

NAMES = {
    "council-cameras",
    "council-cameras-synthese",
    "courier-cooperative",
    "courier-cooperative-analyse",
    "hospital-records-leak",
    "hospital-records-leak-analyse",
    "port-phones",
    "port-phones-synthese",
}
APART = {"battery-budgets", "opinion-library-cards", "wildfire-satellites"}


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fresh")


@pytest.fixture
def _here(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MORASSE_DATA_DIR", str(data_dir))


def test_the_baseline_is_committed_blessed_and_says_what_it_is() -> None:
    run = load_run(baseline_path(RECORDED))
    assert run.blessing
    assert "modèle de langue capable" in run.blessing.reason
    assert {one.case for one in run.cases} == NAMES
    assert not run.unscored
    assert not [one.case for one in run.cases if one.hard]
    assert not run.values("tokens")


@pytest.mark.usefixtures("socket_disabled", "_here")
def test_a_plain_gate_in_a_fresh_clone_is_open(data_dir: Path) -> None:
    assert not (data_dir / "evals").exists()
    both = compared(None, None)
    assert both.candidate.model == RECORDED
    assert {one.case for one in both.candidate.cases} == NAMES
    assert both.verdict.blocks == ()
    assert judge(both.comparison).is_open


@pytest.mark.usefixtures("socket_disabled", "_here")
def test_a_template_nobody_replied_to_is_blocked_and_named(tmp_path: Path) -> None:
    folder = spoilt(SEEDS[2], tmp_path / "prompts")
    run = measured(Wish(model=RECORDED, names=("council-cameras",), prompts=folder, name="spoilt"))
    (one,) = run.unscored
    assert "analyse/v2.j2" in one.reason
    assert not compared(None, "spoilt").verdict.is_open


def test_recorded_cases_are_those_with_a_recorded_draft() -> None:
    assert {one.name for one in recorded_cases(load_cases(PROJECT / "data"))} == NAMES | APART


@pytest.mark.usefixtures("socket_disabled", "_here")
def test_the_cases_kept_apart_have_a_reference_and_hold_it() -> None:
    measured(Wish(model=RECORDED, holdout=True))
    both = compared(None, None, holdout=True)
    assert {one.case for one in both.baseline.cases} == {one.case for one in both.candidate.cases} == APART
    assert both.baseline.holdout
    assert both.verdict.is_open


def test_every_recording_says_what_it_is() -> None:
    told = [json.loads(one.read_bytes()) for one in sorted(RECORDINGS.glob("*.json"))]
    assert told
    for one in told:
        assert one["label"] == "recorded reply of a capable language model to the prompt of that digest, unedited"
        assert re.fullmatch("[0-9a-f]{64}", one["prompt_sha256"])
        assert one["templates"]
