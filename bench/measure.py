"""What a benchmark yields, and how it is timed."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

__all__ = ["Figure", "median_s"]


@dataclass(frozen=True)
class Figure:
    """One measured figure beside what it should be; `detail` has the absolute numbers it was made of."""

    name: str
    value: str
    aim: str
    detail: str = ""


def median_s(act: Callable[[], object], *, times: int) -> float:
    """The median of some runs, in seconds: on a shared machine the mean measures the neighbours."""
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        spent.append(time.perf_counter() - began)
    return median(spent)
