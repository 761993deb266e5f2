"""The golden suite: a re-score of what is kept, and a run against a model of one second a call."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from bench.measure import Figure
from evals.cases import Case, load_cases
from evals.commands import drafter_for
from evals.recorded import RECORDED, recorded_cases
from evals.results import Run
from evals.run import run_suite
from pipeline.settings import PROJECT, Settings, load_settings
from tests.house import environment_for
from tests.standin import StandIn, obey

__all__ = ["evals"]

_RESCORED, _JOBS, _CALL_S = 30, 4, 1.0


def evals() -> tuple[Figure, ...]:
    """A re-score of 30 cases, with outcomes kept and with replies only; the wall time of a run over its ideal."""
    cases = load_cases(PROJECT / "data")
    with tempfile.TemporaryDirectory() as folder:
        figures = _rescored(recorded_cases(cases), Path(folder) / "recorded")
        return (
            *figures,
            *_paced([one for one in cases if one.golden and not one.stand_in], Path(folder) / "paced"),
        )


def _rescored(cases: tuple[Case, ...], folder: Path) -> tuple[Figure, ...]:
    """The recorded drafts, taken in turn until there are 30: there are only eight of them."""
    settings = load_settings({"MORASSE_DATA_DIR": str(folder)}).model_copy(update={"model": RECORDED})
    _run(cases, settings)
    many = tuple(islice(cycle(cases), _RESCORED))
    before_s = time.process_time()
    kept_s, _ = _timed(many, settings)
    kept_cpu_s = time.process_time() - before_s
    shutil.rmtree(folder / "evals" / "outcomes")
    replies_s, _ = _timed(cases, settings)
    return (
        Figure(
            "evals: re-score of 30, replies stored",
            f"{kept_s:.1f} s",
            "≤ 5 s",
            f"{kept_cpu_s:.1f} s of processor; {len(cases)} cases in turn",
        ),
        Figure(
            "evals: the same after a change of the rules' code, a case",
            f"{replies_s / len(cases):.2f} s",
            "",
            f"{replies_s:.1f} s for {len(cases)}: assembled, verified, scored; sentences embedded before",
        ),
    )


def _paced(cases: list[Case], folder: Path) -> Iterator[Figure]:
    """Four calls at once: a first run, which reads sources, loads libraries and embeds every sentence; then another
    run that asks everything again, as one does whose sentences were met before."""
    with StandIn(obey, latency_s=_CALL_S) as standin:
        settings = load_settings(environment_for(folder, standin))
        for which in ("a first run", "the same asked again"):
            before_s = time.process_time()
            wall_s, run = _timed(tuple(cases), settings, jobs=_JOBS, repeats=2)
            cpu_s = time.process_time() - before_s
            # No schedule is faster than the calls shared out evenly, nor than the longest chain of one case.
            ideal_s = max(run.spent.calls / _JOBS, *(one.usage.calls for one in run.cases)) * _CALL_S
            yield Figure(
                f"evals: wall time / ideal at four calls at once, calls of 1 s; {which}",
                f"{wall_s / ideal_s:.2f} ×",
                "≤ 1.15 ×",
                f"{wall_s:.1f} s for {run.spent.calls} calls of {len(run.cases)} drafts; {cpu_s:.1f} s of processor",
            )
            for kept in ("outcomes", "replies"):
                shutil.rmtree(folder / "evals" / kept)


def _timed(cases: tuple[Case, ...], settings: Settings, jobs: int = 1, repeats: int = 1) -> tuple[float, Run]:
    began = time.perf_counter()
    run = _run(cases, settings, jobs, repeats)
    return time.perf_counter() - began, run


def _run(cases: tuple[Case, ...], settings: Settings, jobs: int = 1, repeats: int = 1) -> Run:
    drafter = drafter_for(settings, jobs=jobs)
    return run_suite(cases, drafter, name="bench", repeats=repeats, watch=lambda *_said: None)


if __name__ == "__main__":
    for one in evals():
        print(f"{one.name} | {one.value} | {one.aim} | {one.detail}", flush=True)
