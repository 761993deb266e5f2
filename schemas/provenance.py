"""Where a result came from, kept with it for good."""

from typing import Generic, TypeVar

from schemas.base import Closed

__all__ = ["Provenance", "Stamped", "Usage"]

ValueT = TypeVar("ValueT")


class Usage(Closed):
    """What model calls took. `cost` is in the currency of the price list, None where no price is known."""

    calls: int = 0
    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0
    cost: float | None = None
    seconds: float = 0.0

    def __add__(self, other: "Usage") -> "Usage":
        costs = [one.cost for one in (self, other) if one.cost is not None]
        return Usage(
            calls=self.calls + other.calls,
            tokens_in=self.tokens_in + other.tokens_in,
            tokens_cached=self.tokens_cached + other.tokens_cached,
            tokens_out=self.tokens_out + other.tokens_out,
            cost=sum(costs) if costs else None,
            seconds=self.seconds + other.seconds,
        )


class Provenance(Closed):
    """Which stage made a result, from what, with which model and prompts.

    `inputs` maps a name to a digest; `prompts` maps a template's name to its digest; `embedded` labels the local model.
    """

    stage: str
    made_at: str
    inputs: dict[str, str] = {}
    prompts: dict[str, str] = {}
    model: str | None = None
    embedded: bool = False
    parameters: dict[str, str | int | float | bool] = {}
    usage: Usage = Usage()


class Stamped(Closed, Generic[ValueT]):
    """A value with its provenance."""

    value: ValueT
    provenance: Provenance
