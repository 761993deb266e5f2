"""A hosted draft with a model of one second a call: how much the rest of the program adds."""

import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.measure import Figure
from pipeline.compose import Newsroom, open_newsroom
from pipeline.settings import load_settings
from pipeline.store.database import reading
from pipeline.store.results import StageRun, stage_runs_of
from tests.house import drafted, environment_for, sample
from tests.standin import Request, StandIn, obey

__all__ = ["hosted"]

_CALL_S = 1.0
_TASKS = ("summarise", "propose", "translate")


class _Clock:
    """Replies as the stand-in would, and notes when each call came to its end."""

    def __init__(self) -> None:
        self.ends: list[float] = []

    def __call__(self, request: Request) -> dict[str, Any]:
        self.ends.append(time.monotonic())
        return obey(request)

    @property
    def depth(self) -> int:
        """The longest chain of calls of which each began after the one before it had ended."""
        deep, free_at = 0, float("-inf")
        for end in sorted(self.ends):
            # Half a call's time is allowed for calls that were meant to start together.
            if end - _CALL_S >= free_at - _CALL_S / 2:
                deep, free_at = deep + 1, end
        return deep


def hosted() -> tuple[Figure, ...]:
    """Wall time over the critical path, calls deep, and what the engine takes between stages."""
    clock = _Clock()
    with tempfile.TemporaryDirectory() as folder, StandIn(clock, latency_s=_CALL_S) as standin:
        # With the judge, as a hosted house has it unless it says otherwise.
        newsroom = open_newsroom(load_settings({**environment_for(Path(folder), standin), "MORASSE_JUDGE": "1"}))
        # The first draft loads libraries and the embedding; a newsroom's worker has done so.
        drafted(newsroom, sample("council-cameras"))
        clock.ends.clear()
        began = time.perf_counter()
        row = drafted(newsroom, sample("port-phones"))
        wall_s = time.perf_counter() - began
        stages = _stages(newsroom, row.id)
    path_s = _path_s(stages)
    between_s = _span_s(stages) - path_s
    parts = ", ".join(f"{one.stage} {_took_s(one):.2f}" for one in stages)
    return (
        Figure("hosted draft: wall time / critical path", f"{wall_s / path_s:.2f} ×", "≤ 1.10 ×", f"{wall_s:.1f} s"),
        Figure(
            "hosted draft: stages alone, first to last / critical path", f"{_span_s(stages) / path_s:.2f} ×", "", parts
        ),
        Figure(
            "hosted draft: calls deep, repair included",
            str(clock.depth),
            "≤ 3 without repair",
            f"{len(clock.ends)} calls",
        ),
        Figure("engine: time between two stages", f"{between_s / max(1, len(stages) - 1) * 1000:.0f} ms", "", ""),
    )


def _stages(newsroom: Newsroom, draft_id: str) -> tuple[StageRun, ...]:
    with reading(newsroom.engine) as db:
        return tuple(one for one in stage_runs_of(db, draft_id) if one.finished_at)


def _path_s(stages: tuple[StageRun, ...]) -> float:
    """The time of the stages that wait for each other; of the three model tasks, side by side, the longest counts."""
    side_by_side = max(_took_s(one) for one in stages if one.stage in _TASKS)
    return side_by_side + sum(_took_s(one) for one in stages if one.stage not in _TASKS)


def _span_s(stages: tuple[StageRun, ...]) -> float:
    begun = min(datetime.fromisoformat(one.started_at) for one in stages)
    ended = max(datetime.fromisoformat(one.finished_at or one.started_at) for one in stages)
    return (ended - begun).total_seconds()


def _took_s(stage: StageRun) -> float:
    ended = datetime.fromisoformat(stage.finished_at or stage.started_at)
    return (ended - datetime.fromisoformat(stage.started_at)).total_seconds()
