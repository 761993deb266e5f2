"""What a storm left, and what of it should not be there."""

from collections import Counter
from dataclasses import dataclass, field

__all__ = ["Account"]


@dataclass
class Account:
    """What a storm left. Every list names what should not be there; all empty: everything held.

    `promised` are the kinds of process that the storm was to kill: where one was spared, nothing is known of it.
    """

    promised: frozenset[str] = frozenset()
    drafts: int = 0
    kills: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    calls: int = 0
    repeated: int = 0
    seconds: float = 0.0
    without_reason: list[str] = field(default_factory=list)
    paid_twice: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    odd_histories: list[str] = field(default_factory=list)

    @property
    def spared(self) -> list[str]:
        return sorted(kind for kind in self.promised if not self.kills[kind])

    @property
    def faults(self) -> list[str]:
        untried = [f"{kind}: never killed, so nothing is known of it" for kind in self.spared]
        return [*untried, *self.without_reason, *self.paid_twice, *self.broken, *self.odd_histories]
