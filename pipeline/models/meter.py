"""For whom a model is asked: the stage whose account its calls go to, known wherever the stage's own code runs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from schemas.provenance import Usage

__all__ = ["Meter", "metered", "reading_meter"]


@dataclass
class Meter:
    """What the calls of one stage took so far, also where the stage then fails.

    `fence` is asked in the transaction that takes a place for a call, and raises where this worker was given up.
    """

    draft_id: str = ""
    stage: str = ""
    fence: Callable[[Any], None] = lambda _db: None
    usage: Usage = field(default_factory=Usage)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def count(self, usage: Usage) -> None:
        """Add one call's usage; from any thread."""
        with self._lock:
            self.usage += usage


_METER: ContextVar[Meter | None] = ContextVar("morasse_meter", default=None)


@contextmanager
def metered(draft_id: str, stage: str, fence: Callable[[Any], None] = lambda _db: None) -> Iterator[Meter]:
    """The meter of a stage, as long as the block lasts."""
    meter = Meter(draft_id, stage, fence)
    token = _METER.set(meter)
    try:
        yield meter
    finally:
        _METER.reset(token)


def reading_meter() -> Meter:
    """The meter of the stage that is under way; one that nobody reads where there is none."""
    return _METER.get() or Meter()
