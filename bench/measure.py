"""What a benchmark yields, and how it is timed."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

__all__ = ["Figure", "Took", "took"]


@dataclass(frozen=True)
class Figure:
    """One measured figure beside what it should be; `detail` has the absolute numbers it was made of."""

    name: str
    value: str
    aim: str
    detail: str = ""


class Took(NamedTuple):
    """How long something took, and for how much of it this process had a processor."""

    wall_s: float
    processor_s: float

    @property
    def detail(self) -> str:
        """The processor's time alone: what an idle machine would show."""
        return f"{self.processor_s * 1000:.0f} ms of processor"


def took(act: Callable[[], object], *, times: int = 1) -> Took:
    """The medians of some runs: on a shared machine the mean measures the neighbours."""
    walls, processors = [], []
    for _ in range(times):
        began, busy = time.perf_counter(), time.process_time()
        act()
        walls.append(time.perf_counter() - began)
        processors.append(time.process_time() - busy)
    return Took(median(walls), median(processors))
