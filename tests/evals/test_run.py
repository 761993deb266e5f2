"""The suite as a maintainer runs it: commands, offline re-scores, budgets, pace, the report, new cases."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from click.testing import CliRunner
from pytest_socket import disable_socket

from evals import drafting
from evals.adding import add_golden
from evals.baselines import baseline_path, bless
from evals.cases import load_cases, read_golden
from evals.cli import evaluate
from evals.commands import reported
from evals.compare import compare_runs
from evals.gate import FAMILIES, judge
from evals.reporting import exhibits, html_report, number
from evals.results import Outcome, Run, load_run, save_run
from evals.run import choose, forecast, run_suite
from evals.scorers import SCORERS, Subject, soundness
from evals.scorers.soundness import nothing_blocks, schema_holds
from pipeline.errors import GateFault, UsageFault
from pipeline.settings import PROJECT, Settings
from pipeline.verify import verify
from schemas.draft import Analyse, BodyParagraph, DraftSentence
from schemas.finding import Finding, Verification
from tests.evals.bench import drafter_for, measure, settings_at
from tests.evals.reader import Reader
from tests.evals.runs import case_run, run_of
from tests.standin import Faults, StandIn

NAMES = ("port-phones", "school-tablets-synthese", "paywalled-ferry")
CASES = tuple(one for one in load_cases(PROJECT / "data") if one.name in NAMES)


@pytest.fixture(scope="module")
def standin() -> Iterator[StandIn]:
    with StandIn(Reader(PROJECT / "data" / "golden")) as server:
        yield server


@pytest.fixture(scope="module")
def settings(standin: StandIn, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return settings_at(tmp_path_factory.mktemp("suite"), standin.base_url)


@pytest.fixture(scope="module")
def first(settings: Settings) -> Run:
    return measure(settings, CASES, name="first")


def drafted_in(settings: Settings) -> list[Path]:
    """What is kept of the drafts; a source that was stopped took no model's time."""
    kept = (settings.data_dir / "evals" / "outcomes").glob("*/*.json")
    return [one for one in kept if json.loads(one.read_bytes())["state"] == "drafted"]


def test_every_case_reads_and_every_golden_with_it() -> None:
    cases = load_cases(PROJECT / "data")
    house = settings_at(Path(), "http://127.0.0.1:9").house
    own = [one for one in cases if one.expects == "draft" and not one.stand_in]
    assert sum(one.golden is not None for one in own) >= 14
    assert all((one.golden is None) == ("no-reference" in one.tags) for one in own)
    assert sum(one.golden is None for one in own) <= 3
    assert sum(one.holdout for one in own) >= 3
    assert sum(one.stand_in for one in cases) == 2
    assert {one.warning for one in cases if one.expects == "held"} >= {"paywall", "index_page", "other_language"}
    assert all(read_golden(one, house) is not None for one in cases if one.golden)


def test_a_run_scores_drafts_and_stops(first: Run) -> None:
    states = {one.case: one.state for one in first.cases}
    assert states == {"paywalled-ferry": "held", "port-phones": "drafted", "school-tablets-synthese": "drafted"}
    assert first.values("source_is_stopped") == (1.0,)
    assert first.values("structure_is_near")[0] < 0.2
    known = {one.name for one in SCORERS}
    assert all(score.scorer in known and score.reason for one in first.cases for score in one.scores)


def test_stored_replies_are_scored_again_without_a_socket(settings: Settings, first: Run, tmp_path: Path) -> None:
    shutil.copytree(settings.data_dir, tmp_path / "copy")
    shutil.rmtree(tmp_path / "copy" / "evals" / "outcomes")
    # Only now: the fixtures ask a server. What this takes away is given back when the test ends.
    disable_socket()
    again = measure(settings.model_copy(update={"data_dir": tmp_path / "copy"}), CASES[1:])
    assert again.spent.calls == 0
    assert [one.scores for one in again.cases] == [one.scores for one in first.cases if one.case != "paywalled-ferry"]


def test_what_is_kept_takes_no_time_and_asks_nothing(settings: Settings, first: Run, standin: StandIn) -> None:
    calls = len(standin.calls)
    assert forecast(CASES, drafter_for(settings), 1).seconds == 0.0
    expected = forecast(CASES, drafter_for(settings), 3)
    assert expected.drafts == 2
    took = sum(float(json.loads(one.read_bytes())["seconds"]) for one in drafted_in(settings))
    assert expected.seconds == pytest.approx(2 * took, rel=0.01)
    assert measure(settings, CASES).cases == first.cases
    assert len(standin.calls) == calls


def test_a_spent_budget_leaves_cases_unscored_and_says_so(standin: StandIn, tmp_path: Path) -> None:
    settings = settings_at(tmp_path, standin.base_url)
    run = run_suite(CASES, drafter_for(settings, budget=0.0), name="poor", repeats=1, watch=lambda *_said: None)
    assert [one.case for one in run.unscored]
    assert all(not one.scores and "budget" in one.reason for one in run.unscored if "prix" not in one.reason)
    with pytest.raises(GateFault):
        bless(run, reason="pour voir ce que cela donne", by="", folder=tmp_path)


def test_calls_run_side_by_side(settings: Settings, first: Run, tmp_path: Path) -> None:
    shutil.copytree(settings.data_dir / "evals" / "articles", tmp_path / "evals" / "articles")
    with StandIn(Reader(PROJECT / "data" / "golden"), latency_s=1.0) as slow:
        measure(settings_at(tmp_path, slow.base_url), CASES, jobs=3)
        assert slow.most_running == 2


def test_a_draft_that_is_verified_holds_no_slot(
    settings: Settings, first: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(settings.data_dir / "evals" / "articles", tmp_path / "evals" / "articles")
    reader = Reader(PROJECT / "data" / "golden")
    both_asked = Barrier(2)

    def verified(*given: Any, **more: Any) -> Verification:
        both_asked.wait(timeout=60)
        return verify(*given, **more)

    monkeypatch.setattr(drafting, "verify", verified)
    with StandIn(reader, latency_s=0.2) as standin:
        run = measure(settings_at(tmp_path, standin.base_url), CASES, jobs=1)
        assert not run.unscored
        assert standin.most_running == 1


def test_holdout_and_candidates_stay_out() -> None:
    one, other, third = CASES
    cases = (one, other.model_copy(update={"holdout": True}), third.model_copy(update={"candidate": True}))
    assert choose(cases, (), (), holdout=False) == (one,)
    assert choose(cases, (), (), holdout=True) == cases[1:2]
    assert choose(cases, [third.name], (), holdout=False) == cases[2:]
    # Nor do they come in by their names: a figure over both sides would be tuned on.
    with pytest.raises(UsageFault, match=other.name):
        choose(cases, [one.name, other.name], (), holdout=False)
    with pytest.raises(UsageFault, match=one.name):
        choose(cases, [one.name], (), holdout=True)


def test_the_gate_says_what_the_cases_kept_apart_lack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MORASSE_DATA_DIR", str(tmp_path))

    def refused() -> UsageFault:
        fault = CliRunner().invoke(evaluate, ["gate", "--holdout"], standalone_mode=False).exception
        assert isinstance(fault, UsageFault)
        return fault

    assert "morasse eval run --holdout" in refused().remedy
    run = run_of([case_run("c", {}, holdout=True)], "candidate-holdout")
    save_run(run, tmp_path / "evals" / "runs" / "candidate-holdout.json")
    assert "cas mis de côté" in str(refused())
    # As a command that is not refused for what it lacks.
    assert "morasse eval bless --candidate candidate-holdout --reason" in refused().remedy


def test_what_a_case_expects_at_a_part_of_its_reference_excuses_no_other_draft(settings: Settings) -> None:
    finding = Finding(code="support-weak", severity="warning", part="body[1]", excerpt="", message="")
    outcome = Outcome(state="drafted", verification=Verification(findings=(finding,)))

    def left(*expected: str) -> tuple[Finding, ...]:
        case = CASES[0].model_copy(update={"expected_findings": expected})
        return Subject(
            case=case, outcome=outcome, golden=None, house=settings.house, closeness=lambda _one, _other: 0.0
        ).findings

    assert left("support-weak@body[1]") == (finding,)
    assert left("support-weak") == ()


def test_a_draft_that_tells_nothing_of_its_source_is_a_hard_failure(settings: Settings, first: Run) -> None:
    draft = first.cases[1].draft
    assert isinstance(draft, Analyse)
    musing = [
        BodyParagraph(
            text=one.text,
            sentences=tuple(DraftSentence(start=it.start, end=it.end, stance="analysis") for it in one.sentences),
        )
        for one in draft.body
    ]

    def hard(told: Analyse) -> dict[str, int]:
        return schema_holds(
            Subject(
                case=CASES[0],
                outcome=Outcome(state="drafted", draft=told),
                golden=None,
                house=settings.house,
                closeness=lambda _one, _other: 0.0,
            )
        ).hard

    assert hard(draft) == {}
    assert hard(draft.model_copy(update={"body": tuple(musing)})) == {"schema": 1}


def test_a_baseline_moves_with_a_reason_only(tmp_path: Path) -> None:
    run = run_of([case_run("c", {})])
    with pytest.raises(UsageFault):
        bless(run, reason=" ", by="", folder=tmp_path)
    path = bless(run, reason="premier point de départ", by="Inès", folder=tmp_path)
    assert path == baseline_path("reader", tmp_path)
    assert load_run(path).blessing


def test_the_report_stands_alone_and_escapes_what_it_shows(
    settings: Settings, first: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MORASSE_DATA_DIR", str(settings.data_dir))
    case = first.cases[1]
    assert case.draft
    spoilt = case.model_copy(
        update={"draft": case.draft.model_copy(update={"title": "<script>alert(1)</script>"}), "scores": ()}
    )
    before, after = tmp_path / "a.json", tmp_path / "b.json"
    save_run(first, before)
    save_run(first.model_copy(update={"name": "changed", "cases": (first.cases[0], spoilt, *first.cases[2:])}), after)
    page = reported(str(before), str(after), tmp_path / "out").read_text("utf-8")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "<svg" in page
    assert not [word for word in ('src="', "url(", "@import", "<link") if word in page]
    data = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert any(change["part"] == "title" for case in data["comparison"]["cases"] for change in case["texts"])
    assert "| mesure |" in (tmp_path / "out" / "report.md").read_text("utf-8")


def test_the_commands_keep_their_exit_codes(settings: Settings, standin: StandIn, first: Run, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "MORASSE_DATA_DIR": str(settings.data_dir),
        "OPENAI_BASE_URL": standin.base_url,
        "MORASSE_MODEL": "reader",
    }
    save_run(first, settings.data_dir / "evals" / "runs" / "first.json")
    hard = first.cases[1].model_copy(update={"scores": case_run("c", {}, hard={"quote": 1}).scores})
    broken = first.model_copy(update={"cases": (first.cases[0], hard, *first.cases[2:])})
    save_run(broken, settings.data_dir / "evals" / "runs" / "broken.json")

    def morasse(*arguments: str) -> int:
        command = [str(Path(sys.executable).parent / "morasse"), *arguments]
        return subprocess.run(command, env=environment, capture_output=True, check=False).returncode

    assert morasse("eval", "gate", "--baseline", "first", "--candidate", "first") == 0
    assert morasse("eval", "gate", "--baseline", "first", "--candidate", "broken") == 1
    assert morasse("eval", "run", "--case", "no-such-case") == 2


def test_a_report_says_what_failed_in_words(settings: Settings, first: Run, tmp_path: Path) -> None:
    found = Finding(code="figure-unknown", severity="blocking", part="title", excerpt="1 390", message="")
    outcome = Outcome(state="drafted", draft=first.cases[1].draft, verification=Verification(findings=(found, found)))
    subject = Subject(
        case=CASES[0], outcome=outcome, golden=None, house=settings.house, closeness=lambda _one, _other: 0.0
    )
    score = nothing_blocks(subject)
    assert score.reason == "figure-unknown × 2 («\u00a01 390\u00a0»)"
    broken = first.cases[1].model_copy(update={"scores": (score.model_copy(update={"scorer": "nothing_blocks"}),)})
    comparison = compare_runs(run_of([first.cases[1]]), run_of([broken]))
    shown = exhibits(comparison, first, run_of([broken]), CASES, house=settings.house, source_of=lambda _case: "")
    page = html_report(comparison, judge(comparison), first, run_of([broken]), shown)
    assert "chiffre +2" in page
    assert "figure +" not in page


def test_every_family_of_hard_failures_has_a_name() -> None:
    assert {*soundness._FAMILIES.values(), "invention", "source"} <= FAMILIES.keys()


@pytest.mark.parametrize(
    ("value", "written"), [(0.0, "0"), (-0.00001, "0"), (0.00042, "0,0004"), (0.0164, "0,0164"), (1517.6, "1518")]
)
def test_numbers_are_written_without_an_exponent(value: float, written: str) -> None:
    assert number(value) == written


def test_help_names_the_commands() -> None:
    said = CliRunner().invoke(evaluate, ["--help"]).output
    assert all(word in said for word in ("run", "compare", "gate", "bless", "report"))


def test_a_house_without_cases_is_told_how_to_have_some(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (PROJECT / "data").glob("*.toml"):
        shutil.copy(path, tmp_path)
    monkeypatch.setenv("MORASSE_HOUSE_DIR", str(tmp_path))
    monkeypatch.setenv("MORASSE_DATA_DIR", str(tmp_path / "var"))
    fault = CliRunner().invoke(evaluate, ["run"], standalone_mode=False).exception
    assert isinstance(fault, UsageFault)
    assert "morasse golden add" in fault.remedy


def test_a_published_article_becomes_a_case(settings: Settings, tmp_path: Path) -> None:
    house = tmp_path / "data"
    shutil.copytree(PROJECT / "data", house, ignore=shutil.ignore_patterns("var", "samples", "golden"))
    own = settings.model_copy(update={"house_dir": house})
    file = PROJECT / "data" / "golden" / "analyse-dhs-comptes-anonymes" / "golden.txt"
    page = PROJECT / "data" / "samples" / "dhs-administrative-subpoenas.html"
    added = add_golden(file, source=str(page), name="dhs", settings=own)
    assert any("Faits" in one for one in added.missing)
    (house / "samples").mkdir()
    (case,) = load_cases(house)
    assert (case.name, case.kind, case.stand_in) == ("dhs", "analyse", False)
    assert case.page
    assert case.page.read_bytes() == page.read_bytes()
    assert case.golden
    assert case.golden.read_bytes() == file.read_bytes()
    with pytest.raises(UsageFault):
        add_golden(file, source=None, name="dhs", settings=own)
    for elsewhere in ("../dhs", "a/b", ".cache", " "):
        with pytest.raises(UsageFault, match="nommer"):
            add_golden(file, source=None, name=elsewhere, settings=own)
    old = tmp_path / "old.txt"
    old.write_bytes("Déjà écrit en 1998".encode("latin-1"))
    with pytest.raises(UsageFault, match="UTF-8"):
        add_golden(old, source=None, name=None, settings=own)
    assert [one.name for one in (house / "golden").iterdir()] == ["dhs"]
    alone = add_golden(file, source=None, name="sans-source", settings=own)
    assert any("Source" in one for one in alone.missing)


def test_a_draft_whose_repair_no_reply_came_for_is_judged_as_it_came(tmp_path: Path) -> None:
    case = next(one for one in CASES if one.name == "port-phones")
    with StandIn(faults=Faults(rate=1.0, kinds=("not_json",), only="RepairReply")) as server:
        outcome = drafter_for(settings_at(tmp_path, server.base_url)).draft(case, 0)
    assert outcome.state == "drafted"
    assert outcome.verification is not None
    assert len(outcome.verification.blocking) == outcome.first_blocking > 0
