"""How a house runs: what it asks of its providers, what it may spend, how long it keeps things. Read from service.toml.

Apart from the house itself, because nothing here changes a word of a draft: no result is made anew for it.
"""

from pydantic import Field

from schemas.base import Closed

__all__ = ["Fallback", "FetchLimits", "Money", "ProviderLimits", "Retention", "Service"]


class ProviderLimits(Closed):
    """What all workers together may ask of one model; None: no limit. `deadline_s` is for one call, whole;
    `patience_s` how long a worker waits for a provider that is down before it parks a draft.
    """

    concurrency: int = Field(12, ge=1)
    requests_per_minute: int | None = Field(None, ge=1)
    tokens_per_minute: int | None = Field(None, ge=1)
    deadline_s: float = Field(180.0, gt=0)
    patience_s: float = Field(3600.0, ge=0)


class Fallback(Closed):
    """The model to ask while the house's own is not to be had for `after_s`; its key is MORASSE_FALLBACK_API_KEY."""

    model: str
    base_url: str | None = Field(None, pattern=r"^https?://[^/\s]")
    after_s: float = Field(20.0, ge=0)


class Money(Closed):
    """The most that may be spent, in the currency of the price list; None: no limit. A day is one of UTC."""

    per_draft: float | None = Field(None, ge=0)
    per_day: float | None = Field(None, ge=0)
    per_house: float | None = Field(None, ge=0)


class Retention(Closed):
    """After how many days without change a finished draft loses what it no longer needs; None: never.

    `snapshot_days`: the page as it was fetched. `people_days`: who did what, and their remarks.
    """

    snapshot_days: int | None = Field(None, ge=0)
    people_days: int | None = Field(None, ge=0)


class FetchLimits(Closed):
    """The bounds of one fetch. Times run from its start and cover redirects, retries and waiting.

    `max_wire_bytes` counts what comes over the connection, `max_bytes` what it unpacks to. A body that, once it has
    come for `slow_after_s`, came at less than `min_bytes_per_s` is too slow.

    `obey_robots` is off by default: robots.txt speaks to crawlers, and one page that an editor asks for by its
    address is not a crawl. `pace_s` is the least time between two requests to one host from this process.
    """

    total_s: float = Field(30.0, gt=0)
    connect_s: float = Field(8.0, gt=0)
    first_byte_s: float = Field(15.0, gt=0)
    stall_s: float = Field(10.0, gt=0)
    slow_after_s: float = Field(10.0, ge=0)
    min_bytes_per_s: float = Field(500.0, ge=0)
    max_wire_bytes: int = Field(15_000_000, gt=0)
    max_bytes: int = Field(30_000_000, gt=0)
    max_header_bytes: int = Field(64_000, gt=0)
    max_redirects: int = Field(5, ge=0)
    attempts: int = Field(3, ge=1)
    ports: tuple[int, ...] = (80, 443)
    obey_robots: bool = False
    pace_s: float = Field(0.0, ge=0)


class Service(Closed):
    """Everything an operator sets without touching code. `models` changes `provider` for a model by its name, where it
    says something else.
    """

    provider: ProviderLimits = ProviderLimits()
    models: dict[str, ProviderLimits] = {}
    fallback: Fallback | None = None
    money: Money = Money()
    retention: Retention = Retention()
    fetch: FetchLimits = FetchLimits()

    def limits(self, model: str) -> ProviderLimits:
        """What may be asked of that model."""
        own = self.models.get(model, ProviderLimits())
        return self.provider.model_copy(update=own.model_dump(exclude_unset=True))
