"""A second model for the time the house's own is not to be had."""

import time
from typing import Any

from pipeline.errors import BudgetFault, ModelFault, PermanentError, TransientError
from pipeline.models import Answer, Model, Prompt, ReplyT

__all__ = ["WithFallback"]

_PAUSE_S = 1.0


class WithFallback:
    """A `Model` that asks `first`, and `second` where `first` is down or refuses; the answer says who gave it.

    Both give up soon; here they are asked in turn for `patience_s`, unless both refuse.
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
        """See `Model.ask`. Raises the first model's fault where neither answers."""
        began = time.monotonic()
        while True:
            faults: list[ModelFault] = []
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
                except BudgetFault:
                    raise
                except (TransientError, PermanentError) as fault:
                    faults.append(fault)
            is_hopeless = all(isinstance(one, PermanentError) for one in faults)
            if is_hopeless or time.monotonic() - began > self._patience_s:
                raise faults[0]
            # Two that refuse at once must not be asked without end.
            time.sleep(_PAUSE_S)
