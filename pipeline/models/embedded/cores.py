"""How many threads a model should run on."""

import math
import os
import time
from pathlib import Path

__all__ = ["free_cores"]

_CPUS = Path("/sys/devices/system/cpu")
_STAT = Path("/proc/stat")
_MOMENT_S = 0.5
_QUOTA = Path("/sys/fs/cgroup/cpu.max")


def free_cores() -> int:
    """Physical cores of this process that others leave free just now, at least 1.

    A model's threads wait for each other at every step. On two busy cores two threads gave 0.6 tokens a second, one
    gave 3 to 5; on two idle ones 8.0 and 5.2: a count that was too low costs a third, one too high nearly all.
    """
    return max(1, round(min(_physical_cores(), _idle_cores())))


def _physical_cores() -> int:
    """Those this process may use, at least 1: two threads on one core only slow each other down."""
    if not hasattr(os, "sched_getaffinity"):
        return max(1, (os.cpu_count() or 2) // 2)
    usable = os.sched_getaffinity(0)
    cores = {_siblings(cpu) for cpu in usable}
    return max(1, min(len(cores), _granted(len(cores))))


def _idle_cores() -> float:
    """How many processors had nothing to do over a moment; unbounded where the system does not say."""
    try:
        before = _idle_ticks()
        time.sleep(_MOMENT_S)
        return (_idle_ticks() - before) / os.sysconf("SC_CLK_TCK") / _MOMENT_S
    except (OSError, ValueError, IndexError):
        return math.inf


def _idle_ticks() -> int:
    return int(_STAT.read_text().split("\n", 1)[0].split()[4])


def _siblings(cpu: int) -> str:
    try:
        return (_CPUS / f"cpu{cpu}/topology/thread_siblings_list").read_text().strip()
    except OSError:
        return str(cpu)


def _granted(otherwise: int) -> int:
    """Whole processors that a container's quota leaves."""
    try:
        quota, period = _QUOTA.read_text().split()
    except (OSError, ValueError):
        return otherwise
    return otherwise if quota == "max" else max(1, int(quota) // int(period))
