"""When a draft that its model's fault set aside is tried again by itself.

Whoever mends a key or pays a bill need not know every draft that it stopped.
"""

from itertools import takewhile

from pipeline.errors import ModelFault
from pipeline.store.history import SYSTEM
from schemas.review import Event

__all__ = ["again_in_s"]

# After each of these another try; then the draft waits for a person.
_WAITS_S = (60, 120, 240, 480, *(900,) * 8)
# A reply of no use was paid for, and may well be as useless the next time: of those so many tries.
_TRIES_OF_PAID = 3
_PAID = ("ReplyError:", "PermanentError:filtered")


def again_in_s(history: tuple[Event, ...], *, exit_code: int, code: str) -> int | None:
    """In how many seconds to try again what a fault of that `code` stopped; None where a person has to act.

    That is where the provider was not even asked (a budget, a missing file), and where enough was tried since somebody
    last did something about the draft.
    """
    is_down, was_asked = code.startswith("TransientError"), ":" in code
    if exit_code != ModelFault.exit_code or not (is_down or was_asked):
        return None
    waits = _WAITS_S[:_TRIES_OF_PAID] if code.startswith(_PAID) else _WAITS_S
    since = takewhile(lambda one: one.actor == SYSTEM, reversed(history))
    tried = sum(one.kind == "resumed" for one in since)
    return waits[tried] if tried < len(waits) else None
