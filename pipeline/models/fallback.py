"""A second model for the time the house's own is not to be had."""

import time
from typing import Any

from pipeline.errors import TransientError
from pipeline.models import Answer, Model, Prompt, ReplyT

__all__ = ["WithFallback"]

_PAUSE_S = 1.0


class WithFallback:
    """A `Model` that asks `first`, and `second` while `first` is down; the answer says who gave it.

    Both give up soon; here they are asked in turn for `patience_s`.
    """

    embedded = False

    def __init__(self, first: Model, second: Model, *, patience_s: float) -> None:
        self.name = first.name
        self._first, self._second, self._patience_s = first, second, patience_s

    def ask(
        self,
        prompt: Prompt,
        reply: type[ReplyT],
        *,
        max_tokens: int,
        schema: dict[str, Any] | None = None,
        temperature: float = 0.0,
        seed: int = 0,
        insists: bool = True,
    ) -> Answer[ReplyT]:
        """See `Model.ask`."""
        began = time.monotonic()
        while True:
            for model in (self._first, self._second):
                try:
                    return model.ask(
                        prompt,
                        reply,
                        max_tokens=max_tokens,
                        schema=schema,
                        temperature=temperature,
                        seed=seed,
                        insists=insists,
                    )
                except TransientError as fault:
                    last = fault
            if time.monotonic() - began > self._patience_s:
                raise last
            # Two that refuse at once must not be asked without end.
            time.sleep(_PAUSE_S)
