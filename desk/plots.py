"""Plots as SVG shapes worked out on the server: a page needs no script to show them."""

from schemas.base import Closed

__all__ = ["Column", "columns_of", "months_between"]

# In the plot's own units; a template draws them.
_HEIGHT, _STEP = 100.0, 40.0


class Column(Closed):
    """One month: where its column stands, how high it is, and its value; no value: no column."""

    label: str
    value: float | None
    x: float
    y: float
    height: float


def columns_of(values: list[tuple[str, float | None]], *, full: float | None = None) -> tuple[Column, ...]:
    """A column for each value; the plot is as high as `full`, or as the highest where nothing is the whole."""
    most = full or max((value for _, value in values if value is not None), default=0.0) or 1.0
    columns = []
    for n, (label, value) in enumerate(values):
        height = round((value or 0.0) / most * _HEIGHT, 1)
        columns.append(Column(label=label, value=value, x=n * _STEP, y=_HEIGHT - height, height=height))
    return tuple(columns)


def months_between(first: str, last: str) -> list[str]:
    """Every month from one to the other, as `2026-03`: a plot leaves out none in which nothing was signed."""
    start, end = (int(one[:4]) * 12 + int(one[5:]) - 1 for one in (first, last))
    return [f"{n // 12}-{n % 12 + 1:02}" for n in range(start, end + 1)]
