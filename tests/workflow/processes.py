"""Real processes of a house, as an operator starts them."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["MORASSE", "started", "until"]

MORASSE = Path(sys.executable).parent / "morasse"


@contextmanager
def started(environment: dict[str, str], *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """`morasse …` in its own process; whatever becomes of it, it is gone after the block."""
    whole = {**os.environ, **environment}
    process = subprocess.Popen([MORASSE, *arguments], env=whole, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def until(holds: Callable[[], bool], *, within_s: float) -> float:
    """Wait until something holds; the seconds it took."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < within_s, f"did not come to hold within {within_s} s"
        time.sleep(0.05)
    return time.monotonic() - began
