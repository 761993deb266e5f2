"""Replies of models, kept as files: a second run and any re-scoring cost nothing and need no network."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition, Lock, Semaphore
from typing import Any
from uuid import uuid4

from pydantic import ValidationError

from pipeline.digests import digest_json
from pipeline.errors import ModelFault, PermanentError, ReplyError
from pipeline.models import Answer, Model, Prompt, ReplyT
from pipeline.models.meter import metered
from pipeline.money import amount
from schemas.provenance import Usage

__all__ = ["Budget", "BudgetSpent", "RecordingModel", "Slots", "write_apart"]

# Apart enough that the candidates of one repeat never meet those of the next.
_SEEDS_APART = 1_000


class BudgetSpent(PermanentError):
    """The run has spent what it was given; nothing was lost."""


class Budget:
    """What a run may spend, in the price list's currency; None: no limit. The call that reaches it may pass it."""

    def __init__(self, limit: float | None = None) -> None:
        self.limit = limit
        self.spent = Usage()
        self._under_way, self._ended, self._dearest = 0, 0, 0.0
        self._changed = Condition()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Make one call in the block. Waits while the calls under way may use up what is left.

        Raises BudgetSpent when nothing is left, PermanentError when no price is known.
        """
        with self._changed:
            self._changed.wait_for(self._may_go)
            self._check()
            self._under_way += 1
        try:
            yield
        finally:
            with self._changed:
                self._under_way, self._ended = self._under_way - 1, self._ended + 1
                self._changed.notify_all()

    def add(self, usage: Usage) -> None:
        """Count one call that was really made."""
        with self._changed:
            self.spent += usage
            self._dearest = max(self._dearest, usage.cost or 0.0)

    def _may_go(self) -> bool:
        if self.limit is None or not self._under_way:
            return True
        # The first call goes alone: until it has ended nobody knows what eight side by side would cost.
        return bool(self._ended) and (self.spent.cost or 0.0) + self._under_way * self._dearest < self.limit

    def _check(self) -> None:
        if self.limit is None or not self.spent.calls:
            return
        if self.spent.cost is None:
            raise PermanentError(
                "Le prix de ce modèle est inconnu\u00a0: un budget ne peut pas être tenu.",
                "Ajoutez-le à prices.toml, ou retirez --budget.",
            )
        if self.spent.cost >= self.limit:
            raise BudgetSpent(
                f"Le budget de {amount(self.limit)} est dépensé.",
                "Relancez avec un budget plus grand\u00a0: ce qui est fait ne se paie pas deux fois.",
            )


class Slots:
    """How many calls of a run may be under way at once. Who reads, verifies or scores holds none of them."""

    def __init__(self, count: int = 1) -> None:
        self.count = count
        self._free = Semaphore(count)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Wait for a slot and hold it for the block."""
        with self._free:
            yield


class RecordingModel:
    """A `Model` that asks the one behind it only for what was never asked before.

    A reply is kept under the digest of its prompt, the model's name, the parameters, the case and the repeat's number;
    so is a reply that did not fit its schema after asking again. `open_model` is called at the first miss only.
    """

    def __init__(
        self,
        name: str,
        open_model: Callable[[], Model],
        *,
        embedded: bool,
        folder: Path,
        case: str,
        repeat: int,
        budget: Budget,
        slots: Slots,
    ) -> None:
        self.name, self.embedded = name, embedded
        self._open, self._folder, self._case, self._repeat = open_model, folder, case, repeat
        self._budget, self._slots, self._lock = budget, slots, Lock()
        # Questions put to it, those of them that went on to the model, and how long these waited for a slot.
        self.calls = self.asked = 0
        self.waited_s = 0.0

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
        """See `Model.ask`. Repeats differ in their seed, so that a model with a fixed seed can differ as well."""
        parameters = {"max_tokens": max_tokens, "temperature": temperature, "seed": seed}
        label = {
            "prompt": digest_json([prompt.system, prompt.shared, prompt.task]),
            "reply": reply.__name__,
            "schema": digest_json(schema),
            "model": self.name,
            "parameters": parameters,
            "case": self._case,
            "repeat": self._repeat,
        }
        path = self._folder / self._case / f"{digest_json(label)}.json"
        with self._lock:
            self.calls += 1
        if (kept := _kept(path, reply)) is not None:
            return kept
        seed += _SEEDS_APART * self._repeat
        try:
            answer = self._asked(
                prompt,
                reply,
                max_tokens=max_tokens,
                schema=schema,
                temperature=temperature,
                seed=seed,
                insists=insists,
            )
        except ReplyError as error:
            fault = {"message": error.message, "remedy": error.remedy, "problem": error.problem}
            write_apart(path, {**label, "fault": fault})
            raise
        usage = answer.usage.model_dump(mode="json")
        write_apart(path, {**label, "value": answer.value.model_dump(mode="json"), "usage": usage})
        return answer

    def _asked(self, prompt: Prompt, reply: type[ReplyT], **parameters: Any) -> Answer[ReplyT]:
        """The model's own answer, within the slots and the budget; a fault is paid for as well."""
        began, call = time.monotonic(), metered(self._case, reply.__name__)
        with self._slots.taken(), self._budget.held(), call as meter:
            waited_s = time.monotonic() - began
            with self._lock:
                self.asked += 1
                self.waited_s += waited_s
            try:
                answer = self._open().ask(prompt, reply, **parameters)
            except ModelFault:
                self._budget.add(meter.usage)
                raise
            self._budget.add(answer.usage)
            return answer


def _kept(path: Path, reply: type[ReplyT]) -> Answer[ReplyT] | None:
    """The reply on file. One that no longer fits what is asked of it is asked anew."""
    try:
        data = json.loads(path.read_text("utf-8"))
        if fault := data.get("fault"):
            raise ReplyError(fault["message"], fault["remedy"], problem=fault["problem"])
        return Answer[ReplyT](value=reply.model_validate(data["value"]), usage=Usage(**data["usage"]))
    except (FileNotFoundError, ValueError, KeyError, ValidationError):
        return None


def write_apart(path: Path, data: Any) -> None:
    """Write JSON so that a run that is killed leaves no half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{uuid4().hex}")
    fresh.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
    fresh.replace(path)
