"""What a person who did not run it is told: also what was not judged, and what a figure is a mean of."""

from pathlib import Path

import pytest

from evals import screen
from evals.compare import compare_runs
from evals.gate import judge
from evals.reporting import html_report, markdown_report
from evals.results import Run, Score
from tests.evals.runs import case_run, run_of

FACTS = "facts_are_recalled"


def quoteless(name: str, count: int = 2) -> Run:
    """Cases of which the facts were scored, and the quotes could not be."""
    why = Score(scorer="quotes_are_exact", reason="non noté\u00a0: ValueError\u00a0: unbalanced")
    cases = [case_run(f"c{n}", {FACTS: 0.5}) for n in range(count)]
    return run_of([one.model_copy(update={"scores": (*one.scores, why)}) for one in cases], name)


def test_a_scorer_without_a_score_is_named_with_the_reason_and_is_no_zero() -> None:
    before, after = quoteless("avant"), quoteless("après")
    comparison = compare_runs(before, after)
    verdict = judge(comparison)
    page = html_report(comparison, verdict, before, after, ())
    assert "Citations exactes (ValueError\u00a0: unbalanced)" in page
    assert "Avis du juge (pas demandée)" in page
    written = markdown_report(comparison, verdict, after)
    assert "| Citations exactes | – | – | – | – | non notée\u00a0: ValueError\u00a0: unbalanced |" in written
    assert "non notée" not in next(one for one in written.splitlines() if one.startswith("| Faits retrouvés"))


def test_an_open_gate_says_what_it_did_not_judge() -> None:
    comparison = compare_runs(quoteless("avant", 2), quoteless("après", 3))
    verdict = judge(comparison)
    assert verdict.is_open
    assert "Sans référence, et donc pas comparés\u00a0: c2." in verdict.notes
    assert any(one.startswith("2 cas, c’est trop peu") for one in verdict.notes)
    enough = judge(compare_runs(quoteless("avant", 8), quoteless("après", 8)))
    assert not any("trop peu" in one for one in enough.notes)


def test_a_run_counts_cases_and_not_their_repeats(capsys: pytest.CaptureFixture[str]) -> None:
    turns = [case_run("c", {FACTS: value}, repeat=n, hard={"figure": 1}) for n, value in enumerate((0.2, 0.4))]
    run = run_of([*turns, case_run("d", {FACTS: 0.9})]).model_copy(update={"repeats": 2})
    assert run.values(FACTS) == pytest.approx((0.3, 0.9))
    screen.say_run(run, Path("run.json"))
    said = capsys.readouterr().err
    assert "c (1/2)\u00a0: fautes graves\u00a0: chiffre 1" in said
    assert "c (2/2)\u00a0: fautes graves\u00a0: chiffre 1" in said
