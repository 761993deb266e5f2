"""Comparison and gate on made-up figures: what is told apart, and what is called noise."""

import random
from itertools import product
from pathlib import Path
from statistics import fmean

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from evals.cli import evaluate
from evals.compare import compare_runs
from evals.gate import judge
from evals.results import CaseRun, Run, save_run
from evals.stats import bootstrap_interval, permutation_p
from pipeline.errors import UsageFault
from tests.evals.runs import case_run, run_of

FACTS = "facts_are_recalled"


def facts(values: list[float], name: str = "run") -> Run:
    return run_of([case_run(f"c{n:02}", {FACTS: one}) for n, one in enumerate(values)], name)


def verdict_on(before: list[float], after: list[float]) -> str:
    (found,) = compare_runs(facts(before), facts(after)).scorers
    return found.verdict


@given(st.lists(st.integers(-5, 5), min_size=1, max_size=7))
def test_p_is_the_share_of_sign_flips_that_are_as_far(values: list[int]) -> None:
    flips = [sum(s * v for s, v in zip(signs, values, strict=True)) for signs in product((-1, 1), repeat=len(values))]
    assert permutation_p(values) == pytest.approx(sum(abs(one) >= abs(sum(values)) for one in flips) / len(flips))


@given(st.lists(st.floats(-1, 1), min_size=2, max_size=20))
def test_the_interval_is_ordered_and_inside_the_values(values: list[float]) -> None:
    low, high = bootstrap_interval(values)
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9


def test_many_pairs_are_drawn_always_alike() -> None:
    values = [0.1 * (n % 5) - 0.15 for n in range(30)]
    assert permutation_p(values) == permutation_p(values)
    assert permutation_p([0.2] * 30) < 0.001


def test_verdicts() -> None:
    base = [0.8, 0.7, 0.9, 0.8, 0.6, 0.7, 0.8, 0.9]
    assert verdict_on(base, [one - 0.2 for one in base]) == "worse"
    assert verdict_on(base, [one + 0.1 for one in base]) == "better"
    assert verdict_on(base, base) == "same"
    assert verdict_on(base, [0.9, 0.6, 1.0, 0.7, 0.7, 0.6, 0.9, 0.8]) == "same"
    assert verdict_on(base[:5], [one - 0.3 for one in base[:5]]) == "too_few"


def test_repeats_are_averaged_before_cases_are_counted() -> None:
    before = [case_run(f"c{n}", {FACTS: 0.8}, repeat=turn) for n in range(3) for turn in range(5)]
    after = [case_run(f"c{n}", {FACTS: 0.2}, repeat=turn) for n in range(3) for turn in range(5)]
    (found,) = compare_runs(run_of(before), run_of(after)).scorers
    assert (found.cases, found.verdict) == (3, "too_few")


def test_a_baseline_that_wanders_more_than_the_difference_is_unstable() -> None:
    wild = [case_run(f"c{n}", {FACTS: value}, repeat=turn) for n in range(8) for turn, value in enumerate((0.2, 1.0))]
    after = [case_run(f"c{n}", {FACTS: 0.55}) for n in range(8)]
    (found,) = compare_runs(run_of(wild), run_of(after)).scorers
    assert found.verdict == "unstable"
    assert judge(compare_runs(run_of(wild), run_of(after))).is_open


def test_what_was_not_scored_is_no_zero() -> None:
    before = [case_run(f"c{n}", {FACTS: 0.8}) for n in range(8)]
    after = [case_run(f"c{n}", {FACTS: None if n < 2 else 0.8}) for n in range(8)]
    (found,) = compare_runs(run_of(before), run_of(after)).scorers
    assert (found.cases, found.gain) == (6, 0.0)


def test_a_new_hard_failure_blocks_and_an_old_one_does_not() -> None:
    clean, broken = [case_run("c", {})], [case_run("c", {}, hard={"figure": 1})]
    verdict = judge(compare_runs(run_of(clean), run_of(broken)))
    assert [one.startswith("c") and "chiffre" in one for one in verdict.blocks] == [True]
    assert judge(compare_runs(run_of(broken), run_of(broken))).is_open
    worse = [case_run("c", {}, hard={"figure": 2})]
    assert not judge(compare_runs(run_of(broken), run_of(worse))).is_open


def test_a_failure_that_comes_and_goes_is_named_and_does_not_block() -> None:
    def turns(*counts: int) -> list[CaseRun]:
        return [case_run("c", {}, repeat=n, hard={"name": one} if one else {}) for n, one in enumerate(counts)]

    verdict = judge(compare_runs(run_of(turns(0, 0, 0)), run_of(turns(0, 1, 0))))
    assert verdict.is_open
    assert verdict.flaky
    assert not judge(compare_runs(run_of(turns(0, 0, 0)), run_of(turns(1, 1, 0)))).is_open


def test_silence_blocks() -> None:
    both = [case_run("a", {}), case_run("b", {})]
    assert not judge(compare_runs(run_of(both), run_of(both[:1]))).is_open
    lost = [both[0], both[1].model_copy(update={"state": "unscored"})]
    assert not judge(compare_runs(run_of(both), run_of(lost))).is_open


def test_likeness_is_reported_and_never_blocks() -> None:
    before = run_of([case_run(f"c{n}", {"words_are_near": 60.0}) for n in range(10)])
    after = run_of([case_run(f"c{n}", {"words_are_near": 20.0}) for n in range(10)])
    comparison = compare_runs(before, after)
    assert comparison.scorers[0].verdict == "worse"
    assert judge(comparison).is_open


def test_a_loss_within_the_tolerance_does_not_block() -> None:
    base = [0.8 + 0.01 * (n % 3) for n in range(12)]
    comparison = compare_runs(facts(base), facts([one - 0.03 for one in base]))
    assert comparison.scorers[0].verdict == "worse"
    assert judge(comparison).is_open


def test_the_comparison_ends_with_1_also_on_what_the_gate_forgives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MORASSE_DATA_DIR", str(tmp_path))
    base = [0.8 + 0.01 * (n % 3) for n in range(12)]
    runs = {
        "before": facts(base),
        "within": facts([one - 0.03 for one in base]),
        "near": run_of([case_run(f"c{n}", {"words_are_near": 60.0}) for n in range(10)]),
        "far": run_of([case_run(f"c{n}", {"words_are_near": 20.0}) for n in range(10)]),
    }
    for name, run in runs.items():
        save_run(run, tmp_path / f"{name}.json")

    def ended(what: str, before: str, after: str) -> object:
        files = ["--baseline", str(tmp_path / f"{before}.json"), "--candidate", str(tmp_path / f"{after}.json")]
        return CliRunner().invoke(evaluate, [what, *files], standalone_mode=False).return_value

    assert ended("compare", "before", "before") == 0
    for pair in (("before", "within"), ("near", "far")):
        assert ended("compare", *pair) == 1
        assert ended("gate", *pair) == 0


def test_runs_without_a_case_in_common_are_not_called_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MORASSE_DATA_DIR", str(tmp_path))
    for name in ("here", "elsewhere"):
        save_run(run_of([case_run(f"case-{name}", {FACTS: 0.5})], name), tmp_path / "evals" / "runs" / f"{name}.json")
    for command in ("compare", "gate"):
        arguments = [command, "--baseline", "here", "--candidate", "elsewhere"]
        fault = CliRunner().invoke(evaluate, arguments, standalone_mode=False).exception
        assert isinstance(fault, UsageFault)
        assert "aucun cas en commun" in fault.message


def test_stand_in_sources_are_reported_apart() -> None:
    cases = [case_run(f"c{n}", {FACTS: 1.0}, stand_in=n < 3) for n in range(10)]
    comparison = compare_runs(run_of(cases), run_of(cases))
    assert comparison.scorers[0].cases == 7
    assert comparison.stand_ins[0].cases == 3


def test_noise_is_let_through_twenty_times_of_twenty() -> None:
    means = [0.5 + 0.03 * n for n in range(14)]
    dice = random.Random(7)

    def noisy(name: str) -> Run:
        runs = [
            case_run(f"c{n:02}", {FACTS: min(one + dice.gauss(0, 0.08), 1.0)}, repeat=turn)
            for n, one in enumerate(means)
            for turn in range(3)
        ]
        return run_of(runs, name)

    before = noisy("baseline")
    assert 0 < fmean(before.values(FACTS)) < 1
    assert all(judge(compare_runs(before, noisy(f"again-{turn}"))).is_open for turn in range(20))


def test_failures_that_come_and_go_everywhere_are_let_through_twenty_times_of_twenty() -> None:
    dice = random.Random(11)

    def wavering(name: str) -> Run:
        families = ("figure", "invention", "name", "quote")
        runs = [
            case_run(f"c{n:02}", {}, repeat=turn, hard={one: 1 for one in families if dice.random() < 0.05})
            for n in range(14)
            for turn in range(3)
        ]
        return run_of(runs, name)

    before = wavering("baseline")
    verdicts = [judge(compare_runs(before, wavering(f"again-{turn}"))) for turn in range(20)]
    assert all(one.is_open for one in verdicts)
    assert all(one.flaky for one in verdicts)


def test_against_a_wavering_baseline_a_new_failure_must_show_in_every_repeat() -> None:
    def turns(case: str, *counts: int) -> list[CaseRun]:
        return [case_run(case, {}, repeat=n, hard={"name": one} if one else {}) for n, one in enumerate(counts)]

    before = run_of([*turns("a", 0, 0, 0), *turns("b", 0, 1, 0)])
    assert judge(compare_runs(before, run_of([*turns("a", 1, 1, 0), *turns("b", 0, 0, 0)]))).is_open
    assert not judge(compare_runs(before, run_of([*turns("a", 1, 1, 1), *turns("b", 0, 0, 0)]))).is_open
