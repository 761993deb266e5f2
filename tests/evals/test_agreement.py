"""A judge is measured before it is believed: on labelled sentences, by stand-ins that are right, wrong or silent."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from evals.agreement import Agreement, claims_of, measure_agreement
from evals.cases import load_cases
from evals.cli import evaluate
from evals.labelled import load_stories
from evals.run import run_suite
from pipeline.compose_freely import ComposeFreely
from pipeline.composer import Composer
from pipeline.prompts import Prompts
from pipeline.settings import PROJECT
from tests.evals.bench import drafter_for, settings_at
from tests.evals.reader import Reader
from tests.pipeline.standins import Teller
from tests.pipeline.verify.drafts import HOUSE
from tests.standin import Request, StandIn, obey

STORIES = load_stories(PROJECT / "data")
LABELS = {text: not kind for story in STORIES for text, kind in claims_of(story)}
Rule = Callable[[bool, int], str]


def answering(rule: Rule, repeats: int = 1) -> Agreement:
    """The agreement of a stand-in that knows the labels and says what `rule` makes of them, by repeat."""

    def composer(story: str, repeat: int) -> Composer:
        claims = next(claims_of(one) for one in STORIES if one.title == story)

        def tell(_prompt: object, _reply: object, _seed: int) -> dict[str, Any]:
            said = enumerate((rule(not kind, repeat) for _, kind in claims), 1)
            return {"verdicts": [{"number": n, "verdict": one, "evidence": ["p1"], "reason": ""} for n, one in said]}

        return ComposeFreely(model=Teller(tell), prompts=Prompts(PROJECT / "prompts"), house=HOUSE)

    return measure_agreement(STORIES, composer, model="stand-in", repeats=repeats, watch=lambda _story: None)


def right(is_supported: bool, _repeat: int) -> str:
    return "supported" if is_supported else "unsupported"


def test_the_set_holds_both_labels_and_never_two_renderings_of_a_sentence() -> None:
    turned = sum(not one for one in LABELS.values())
    assert 25 <= turned <= len(LABELS) - 25
    for story in STORIES:
        assert len(claims_of(story)) == len(story.pairs)
        for pair in story.pairs:
            assert all(pair.turned(one) != pair.french for one in pair.turns)


def test_a_judge_that_is_right_agrees_wholly() -> None:
    done = answering(right)
    assert (done.share, done.found, done.false_alarms, done.unjudged, done.kappa) == (1.0, 1.0, 0.0, 0.0, 1.0)


def test_a_judge_that_says_yes_to_all_agrees_by_chance_only() -> None:
    done = answering(lambda _is_supported, _repeat: "supported")
    assert (done.found, done.false_alarms) == (0.0, 0.0)
    assert done.kappa == pytest.approx(0.0)
    assert done.share == pytest.approx(sum(LABELS.values()) / len(LABELS))


def test_what_is_not_judged_counts_neither_as_right_nor_as_found() -> None:
    done = answering(lambda is_supported, _repeat: "supported" if is_supported else "unjudged")
    assert done.share == 1.0
    assert done.found == 0.0
    assert done.unjudged == pytest.approx(1 - sum(LABELS.values()) / len(LABELS))


def test_a_judge_that_says_nothing_has_no_agreement() -> None:
    done = answering(lambda _is_supported, _repeat: "unjudged")
    assert (done.share, done.interval, done.kappa, done.unjudged) == (0.0, (0.0, 0.0), 0.0, 1.0)


def test_a_judge_that_changes_its_mind_is_seen() -> None:
    done = answering(lambda is_supported, repeat: right(is_supported != (repeat == 1), repeat), repeats=2)
    assert done.spread == 1.0
    assert done.share == pytest.approx(0.5)


def test_a_capable_judge_agrees_with_people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Recorded replies of a capable language model to these very prompts, unedited."""
    monkeypatch.setenv("MORASSE_DATA_DIR", str(tmp_path))
    done = CliRunner().invoke(evaluate, ["judge", "--model", "recorded", "--json"], standalone_mode=False)
    assert done.exception is None
    agreement = Agreement.model_validate_json(done.stdout)
    assert agreement.model == "recorded"
    assert agreement.share >= 0.9
    assert agreement.unjudged <= 0.1


def test_a_run_may_have_each_draft_judged_and_says_how_far_readings_differ(tmp_path: Path) -> None:
    (case,) = (one for one in load_cases(PROJECT / "data") if one.name == "port-phones")
    obeyed = Reader(PROJECT / "data" / "golden")
    readings: list[int] = []

    def reply(request: Request) -> dict[str, Any]:
        if request.reply_name != "JudgeReply":
            return obeyed(request)
        readings.append(len(request.claims))
        said = obey(request)
        # Of two readings the second denies its first half.
        for one in said["verdicts"][: len(request.claims) // 2 if len(readings) == 2 else 0]:
            one["verdict"] = "unsupported"
        return said

    with StandIn(reply) as standin:
        drafter = replace(drafter_for(settings_at(tmp_path, standin.base_url)), judgings=2)
        run = run_suite((case,), drafter, name="judged", watch=lambda *_said: None)
        again = run_suite((case,), drafter, name="again", watch=lambda *_said: None)
    assert len(readings) == 2
    (score,) = (one for one in run.cases[0].scores if one.scorer == "claims_are_supported")
    half = readings[1] // 2 / readings[1]
    assert score.value == pytest.approx(1 - half / 2)
    assert f"{half:.2f} d’écart" in score.reason
    assert run.cases[0].hard == {}
    assert again.cases[0].scores == run.cases[0].scores
