"""Dates as the house and its blog host write them."""

from datetime import UTC, date, datetime

from babel.dates import format_date, format_datetime

__all__ = ["host_date", "short_date"]


def short_date(day: date) -> str:
    """`6 févr. 2026`."""
    return str(format_date(day, "d MMM y", locale="fr"))


def host_date(moment: datetime) -> str:
    """The host's long form, in UTC: `Tue Nov 25 2025 20:06:34 GMT+0000 (Coordinated Universal Time)`.

    A moment without a zone counts as UTC.
    """
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    written = format_datetime(moment, "EEE MMM dd y HH:mm:ss", locale="en")
    return f"{written} GMT+0000 (Coordinated Universal Time)"
