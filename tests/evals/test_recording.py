"""Replies are kept: nothing is asked twice, a fault of the schema included, and a budget holds."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from evals.recording import Budget, BudgetSpent, RecordingModel, Slots
from pipeline.errors import PermanentError, ReplyError, TransientError
from pipeline.models import Answer, Prompt, ReplyT
from schemas.provenance import Usage
from schemas.replies import OneText

PROMPT = Prompt(system="s", shared="", task="t")


class Source:
    """A model that counts, and fails on request."""

    name, embedded = "counted", False

    def __init__(self, fault: Exception | None = None, cost: float | None = 0.5) -> None:
        self.fault, self.cost, self.seeds = fault, cost, list[int]()

    def ask(
        self,
        prompt: Prompt,
        reply: type[ReplyT],
        *,
        max_tokens: int,
        schema: dict[str, Any] | None = None,
        temperature: float = 0.0,
        seed: int = 0,
        insists: bool = True,
    ) -> Answer[ReplyT]:
        self.seeds.append(seed)
        if self.fault:
            raise self.fault
        return Answer[ReplyT](value=reply.model_validate({"text": "oui"}), usage=Usage(calls=1, cost=self.cost))


def recording(folder: Path, source: Source, *, case: str = "c", repeat: int = 0, limit: float | None = None) -> Any:
    return RecordingModel(
        "counted",
        lambda: source,
        embedded=False,
        folder=folder,
        case=case,
        repeat=repeat,
        budget=Budget(limit),
        slots=Slots(),
    )


def ask(model: Any, prompt: Prompt = PROMPT, **more: Any) -> Answer[OneText]:
    answer: Answer[OneText] = model.ask(prompt, OneText, max_tokens=5, **more)
    return answer


def test_a_question_is_asked_once(tmp_path: Path) -> None:
    source = Source()
    first = ask(recording(tmp_path, source))
    assert ask(recording(tmp_path, source)) == first
    assert len(source.seeds) == 1


@pytest.mark.parametrize(
    "other",
    [{"case": "d"}, {"repeat": 1}],
)
def test_another_case_or_repeat_is_another_question(tmp_path: Path, other: dict[str, Any]) -> None:
    source = Source()
    ask(recording(tmp_path, source))
    ask(recording(tmp_path, source, **other))
    assert len(source.seeds) == 2
    assert (source.seeds[0] == source.seeds[1]) == ("case" in other)


def test_other_words_or_parameters_are_another_question(tmp_path: Path) -> None:
    source = Source()
    model = recording(tmp_path, source)
    ask(model)
    ask(model, PROMPT.model_copy(update={"shared": "x"}))
    ask(model, temperature=0.3)
    ask(model, seed=4)
    ask(model, schema={"type": "object"})
    assert len(source.seeds) == 5


def test_a_reply_that_missed_its_schema_is_kept_as_such(tmp_path: Path) -> None:
    source = Source(ReplyError("Non.", "Reprenez.", problem="text: missing"))
    for _ in range(2):
        with pytest.raises(ReplyError, match=r"Non\."):
            ask(recording(tmp_path, source))
    assert len(source.seeds) == 1


def test_a_passing_fault_is_not_kept(tmp_path: Path) -> None:
    source = Source(TransientError("Plus tard."))
    with pytest.raises(TransientError):
        ask(recording(tmp_path, source))
    source.fault = None
    assert ask(recording(tmp_path, source)).value.text == "oui"


def test_a_damaged_file_is_asked_anew(tmp_path: Path) -> None:
    source = Source()
    ask(recording(tmp_path, source))
    (kept,) = (tmp_path / "c").iterdir()
    kept.write_text(json.dumps(json.loads(kept.read_text("utf-8")))[:40], "utf-8")
    ask(recording(tmp_path, source))
    assert len(source.seeds) == 2


def test_a_budget_stops_the_run_but_not_what_is_kept(tmp_path: Path) -> None:
    model = recording(tmp_path, Source(), limit=0.4)
    ask(model)
    ask(model)
    with pytest.raises(BudgetSpent):
        ask(model, seed=1)


def test_calls_side_by_side_do_not_pass_a_budget_together() -> None:
    budget, priced = Budget(0.25), Usage(calls=1, cost=0.1)
    stopped: list[BudgetSpent] = []

    def call(_number: int) -> None:
        try:
            with budget.held():
                time.sleep(0.02)
                budget.add(priced)
        except BudgetSpent as spent:
            stopped.append(spent)

    with ThreadPoolExecutor(8) as pool:
        tuple(pool.map(call, range(8)))
    assert (budget.spent.calls, len(stopped)) == (3, 5)


def test_a_budget_without_a_price_is_refused(tmp_path: Path) -> None:
    model = recording(tmp_path, Source(cost=None), limit=5.0)
    ask(model)
    with pytest.raises(PermanentError, match="prix"):
        ask(model, seed=1)
