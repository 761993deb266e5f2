"""What a client needs to know of a line to a provider that it may share with others."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from pipeline.models.meter import reading_meter
from schemas.provenance import Usage

__all__ = ["Call", "Line", "OwnLine"]


@dataclass
class Call:
    """One request under way; what it took is put down when it ends, however it ends."""

    usage: Usage = field(default_factory=Usage)


class Line(Protocol):
    """A line to a model, shared by all workers of a house."""

    def call(self, *, tokens_in: int, tokens_out: int) -> AbstractContextManager[Call]:
        """Wait for a place, then hold it for the block. The arguments are what the request may well take.

        Raises TransientError where no place came in time, BudgetFault where a budget is reached.
        """
        ...

    def answered_lately(self) -> bool:
        """Whether the model answered well a short while ago: a sudden refusal is then asked about again."""
        ...

    def is_down(self) -> bool:
        """Whether the model's provider passes for down: whatever is asked, and by whomever, fails."""
        ...


class OwnLine:
    """A line that nobody else uses: no limit but the provider's own."""

    @contextmanager
    def call(self, *, tokens_in: int, tokens_out: int) -> Iterator[Call]:  # noqa: ARG002 - the protocol's signature
        """At once."""
        call, meter = Call(), reading_meter()
        try:
            yield call
        finally:
            meter.count(call.usage)

    def answered_lately(self) -> bool:
        """Nobody keeps account of it."""
        return False

    def is_down(self) -> bool:
        """Nobody keeps account of it."""
        return False
