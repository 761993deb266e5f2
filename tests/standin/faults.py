"""What the stand-in does wrong on request."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock
from typing import Literal, get_args

__all__ = ["ALL_KINDS", "Fault", "FaultKind", "Faults"]

FaultKind = Literal[
    "rate_limited",  # 429 with Retry-After
    "no_credit",  # 429 that no waiting helps
    "broken",  # 500
    "unavailable",  # 503
    "cut",  # the reply breaks off in its middle
    "dropped",  # the connection closes without a word
    "stalled",  # nothing for `stall_s`, then the reply
    "refusal",  # the model declines
    "filtered",  # finish_reason content_filter
    "too_long",  # finish_reason length, half a reply
    "schema_miss",  # JSON that lacks a required key
    "not_json",  # prose
    "wrong_key",  # 401
    "forbidden",  # 403
    "unknown_model",  # 404
    "bad_request",  # 400
    "no_temperature",  # 400 that names a parameter the model does not take; only while the request carries it
    "another_service",  # 200 with a page of something else
    "error_in_body",  # 200 whose body is an error of a server further up
]
ALL_KINDS: tuple[FaultKind, ...] = get_args(FaultKind)


@dataclass(frozen=True)
class Fault:
    """One fault; `retry_after` is the header's value as sent."""

    kind: FaultKind
    retry_after: str | None = None
    stall_s: float = 5.0


@dataclass
class Faults:
    """Which calls go wrong: the first ones as listed (None: this one is well), then `rate` of them, by a seed.

    `only` names a schema: calls for other replies are well, and not counted among these.
    """

    first: Iterable[Fault | FaultKind | None] = ()
    rate: float = 0.0
    kinds: tuple[FaultKind, ...] = ("rate_limited", "broken", "unavailable", "cut", "dropped", "schema_miss")
    seed: int = 0
    only: str = ""
    _dice: random.Random = field(init=False, repr=False)
    _lock: Lock = field(init=False, repr=False, default_factory=Lock)

    def __post_init__(self) -> None:
        self._dice = random.Random(self.seed)
        self._queue = list(self.first)

    def next(self, reply_name: str = "") -> Fault | None:
        if self.only and reply_name != self.only:
            return None
        with self._lock:
            if self._queue:
                one = self._queue.pop(0)
                return Fault(one) if isinstance(one, str) else one
            if self._dice.random() >= self.rate:
                return None
            kind = self._dice.choice(self.kinds)
            return Fault(kind, retry_after="0.05" if kind == "rate_limited" else None)
