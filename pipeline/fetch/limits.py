"""How long, how much and how politely a fetch may go about it."""

from pydantic import Field

from schemas.base import Closed

__all__ = ["USER_AGENT", "FetchLimits"]

USER_AGENT = "Morasse/0.1 (+newsroom drafting tool)"


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
