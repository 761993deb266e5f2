"""Runs made by hand, for what needs no draft."""

from collections.abc import Mapping, Sequence

from evals.results import CaseRun, Run, Score

__all__ = ["case_run", "run_of"]


def case_run(
    case: str,
    scores: Mapping[str, float | None],
    *,
    repeat: int = 0,
    hard: dict[str, int] | None = None,
    **more: object,
) -> CaseRun:
    said = [Score(scorer=name, value=value, reason="") for name, value in scores.items()]
    if hard:
        said.append(Score(scorer="nothing_blocks", value=float(sum(hard.values())), reason="", hard=hard))
    return CaseRun.model_validate(
        {"case": case, "repeat": repeat, "state": "drafted", **more, "scores": tuple(one.model_dump() for one in said)}
    )


def run_of(cases: Sequence[CaseRun], name: str = "run") -> Run:
    return Run(name=name, at="2026-01-01T00:00:00+00:00", model="reader", cases=tuple(cases))
