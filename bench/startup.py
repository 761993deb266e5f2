"""How soon the command line answers, against Python doing nothing. They take turns, so that both meet the same load."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from bench.measure import Figure

__all__ = ["startup"]

_ROUNDS = 9


def startup() -> tuple[Figure, ...]:
    """`morasse --help` over `python -c pass`."""
    ours: tuple[str, ...] = (str(Path(sys.executable).parent / "morasse"), "--help")
    bare: tuple[str, ...] = (sys.executable, "-c", "pass")
    spent: dict[tuple[str, ...], list[float]] = {ours: [], bare: []}
    for _ in range(_ROUNDS):
        for command, times in spent.items():
            began = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            times.append(time.perf_counter() - began)
    help_s, pass_s = median(spent[ours]), median(spent[bare])
    detail = f"{help_s * 1000:.0f} ms / {pass_s * 1000:.0f} ms"
    return (Figure("morasse --help / python -c pass", f"{help_s / pass_s:.1f} ×", "≤ 20 ×", detail),)
