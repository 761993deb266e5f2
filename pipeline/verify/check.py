"""What a check is: the function, the codes it may give, and its documentation in both languages."""

from collections.abc import Callable, Iterable

from pipeline.verify.context import Context
from schemas.base import Closed
from schemas.finding import Finding

__all__ = ["Check"]


class Check(Closed):
    """A check: the codes it may give, a line of documentation in each language, an example, and the function."""

    codes: tuple[str, ...]
    english: str
    french: str
    example: str
    run: Callable[[Context], Iterable[Finding]]
