"""What a fetch or an upload yields."""

from collections.abc import Callable
from datetime import UTC, datetime

from schemas.base import Closed
from schemas.source import Snapshot

__all__ = ["Captured", "Clock", "NotModified", "stamp", "utc_now"]

Clock = Callable[[], datetime]


class Captured(Closed):
    """A source as it was captured: `content` are the bytes that `snapshot.content_digest` names.

    Of a fetched page they are the bytes of the page itself, with the packing of the transfer taken off.
    """

    snapshot: Snapshot
    content: bytes


class NotModified(Closed):
    """The site says that the source is still what `snapshot` holds; `checked_at` is ISO 8601 in UTC."""

    snapshot: Snapshot
    checked_at: str


def utc_now() -> datetime:
    """The present, with its zone."""
    return datetime.now(UTC)


def stamp(at: datetime) -> str:
    """A moment as snapshots carry it: ISO 8601, in UTC, to the second."""
    return at.astimezone(UTC).isoformat(timespec="seconds")
