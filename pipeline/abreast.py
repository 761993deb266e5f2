"""Acts that wait for others, side by side."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

__all__ = ["abreast"]

NameT = TypeVar("NameT", bound=str)
ValueT = TypeVar("ValueT")


def abreast(acts: Mapping[NameT, Callable[[], ValueT]]) -> dict[NameT, ValueT]:
    """Do all acts at once and wait for them; what each came to, or the fault of the first that raised one.

    A process that ends does not wait for them.
    """
    under_way: dict[NameT, Future[ValueT]] = {name: Future() for name in acts}
    for name, act in acts.items():
        Thread(target=_fulfil, args=(under_way[name], act), name=name, daemon=True).start()
    return {name: one.result() for name, one in under_way.items()}


def _fulfil(outcome: Future[ValueT], act: Callable[[], ValueT]) -> None:
    try:
        outcome.set_result(act())
    except BaseException as fault:  # noqa: BLE001 - whoever waits gets it, whatever it is
        outcome.set_exception(fault)
