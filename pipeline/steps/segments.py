"""The order of the steps: what a draft goes through up to its gate, and what a part that is written again does.

Whatever goes wrong in a step becomes a value, with which the draft is parked; only a database that takes no more ends a
segment by an exception.
"""

import logging
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from pipeline.abreast import abreast
from pipeline.errors import MissingContent, MorasseError, StoreFault
from pipeline.steps import judging, source, writing
from pipeline.steps.bench import Bench, Outcome, failed, said
from pipeline.store.workers import Segment

__all__ = ["segments", "unforeseen"]

_LOG = logging.getLogger("morasse.workflow")


def segments(bench: Bench, *, model_calls: int) -> dict[Segment, Callable[..., Outcome]]:
    """The segments under their names, each a function of `draft_id`, `run` and the arguments it was enqueued with.

    One that is begun again, by this program or a later one, goes through all of its steps and repeats none: each finds
    what it made. `model_calls` is how many model tasks may run here side by side. They raise StoreFault.
    """
    places = threading.Semaphore(model_calls)

    def step(draft_id: str, run: int, act: Callable[[], Outcome]) -> Outcome:
        if not bench.is_at_work(draft_id, run):
            return {"outcome": "parked"}
        return _settled(act, lambda fault: bench.park(draft_id, run, said(fault)))

    def model_task(draft_id: str, run: int, task: writing.ModelTask, article: str, attempt: int) -> Outcome:
        with places:
            if not bench.is_at_work(draft_id, run):
                return {"outcome": "parked"}
            # The segment parks the draft when all of its tasks have ended; until then a fault is a value among theirs.
            return _settled(
                lambda: writing.compose(bench, draft_id, run, task, article, attempt), partial(failed, task=task)
            )

    def draft(draft_id: str, run: int, arguments: dict[str, Any]) -> Outcome:
        captured = step(draft_id, run, lambda: source.capture(bench, draft_id, run))
        if captured["outcome"] != "done":
            return captured
        confirmed = bool(arguments.get("confirmed"))
        read = step(draft_id, run, lambda: source.read(bench, draft_id, run, captured["digest"], confirmed))
        if read["outcome"] != "done":
            return read
        return compose(draft_id, run, read["digest"], int(arguments.get("attempt", 1)))

    def compose(draft_id: str, run: int, article: str, attempt: int) -> Outcome:
        """The model's tasks side by side, then the checks, the repair round, the judge, the gate."""
        tasks = writing.tasks_of(bench, draft_id)
        ended = abreast({task: partial(model_task, draft_id, run, task, article, attempt) for task in tasks})
        faults = [one["fault"] for one in ended.values() if one["outcome"] == "failed"]
        if faults:
            return step(draft_id, run, lambda: bench.park(draft_id, run, faults[0]))
        if any(one["outcome"] == "parked" for one in ended.values()):
            return {"outcome": "parked"}
        made = {task: one["digest"] for task, one in ended.items()}
        checked = step(draft_id, run, lambda: writing.check(bench, draft_id, run, article, made, attempt))
        if checked["outcome"] != "done":
            return checked
        mended = step(draft_id, run, lambda: writing.mend(bench, draft_id, run, article, checked["digest"], attempt))
        if mended["outcome"] != "done":
            return mended
        judged = step(draft_id, run, lambda: judging.weigh(bench, draft_id, run, article, attempt))
        if judged["outcome"] != "done":
            return judged
        return step(draft_id, run, lambda: writing.arrive(bench, draft_id, run))

    def rewrite(draft_id: str, run: int, arguments: dict[str, Any]) -> Outcome:
        part, base = str(arguments["part"]), str(arguments["base"])

        def none_came(fault: MorasseError) -> Outcome:
            return writing.propose_part(bench, draft_id, run, part=part, base=base, text=None, reason=str(fault))

        return _settled(lambda: writing.rewrite(bench, draft_id, run, **arguments), none_came)

    return {"draft": draft, "rewrite": rewrite}


def _settled(act: Callable[[], Outcome], on_fault: Callable[[MorasseError], Outcome]) -> Outcome:
    """What a step came to; a fault becomes a value.

    Raises StoreFault where the database is in trouble: it stops this worker, and the next one goes on.
    """
    try:
        return act()
    except MissingContent as fault:
        return on_fault(fault)
    except StoreFault:
        raise
    except MorasseError as fault:
        return on_fault(fault)
    except Exception as error:  # noqa: BLE001 - the workflow's edge: whatever went wrong, the draft must not be lost
        _LOG.exception("a step failed in a way nobody foresaw")
        return on_fault(unforeseen(type(error).__name__, getattr(error, "stage", "")))


def unforeseen(kind: str, stage: str = "") -> MorasseError:
    """The fault that stands for what nobody foresaw; `kind` names it in the log."""
    fault = MorasseError(
        "Une étape a échoué de façon imprévue.",
        "Le journal morasse.log dit où\u00a0; ensuite\u00a0: morasse resume.",
        kind=kind,
    )
    fault.stage = stage
    return fault
