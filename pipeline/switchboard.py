"""Every line to a model provider goes through here: limits, rests and budgets hold for all workers of a house."""

import logging
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import sqlalchemy as sa

from pipeline.errors import ModelFault, ReplyError, TransientError
from pipeline.models.line import Call
from pipeline.models.meter import reading_meter
from pipeline.models.prices import PriceList
from pipeline.money import budget_fault
from pipeline.store.calls import BudgetReached, Claim, Line, Wait, answered_at, claim, passes_for_down, settle
from pipeline.store.database import reading, transaction
from schemas.provenance import Usage
from schemas.service import Service

__all__ = ["SharedLine", "Switchboard"]

# A model that answered this short a while ago is believed more than one sudden refusal.
_LATELY_S = 600.0
_LONGEST_NAP_S = 5.0
# From this long on whoever runs the house wants to know why nothing moves.
_WORTH_SAYING_S = 20.0
_LOG = logging.getLogger("morasse.models")


@dataclass(frozen=True)
class Switchboard:
    """The house's lines. `patience_s`: how long a call waits for its place, a provider that is down included."""

    engine: sa.Engine
    service: Service
    prices: PriceList
    patience_s: float

    def line(self, provider: str, model: str, *, patience_s: float | None = None) -> "SharedLine":
        """The line to a model; `provider` is its host and port."""
        return SharedLine(self, Line(provider, model), self.patience_s if patience_s is None else patience_s)


@dataclass(frozen=True)
class SharedLine:
    """One model's line; see `pipeline.models.line.Line`."""

    board: Switchboard
    line: Line
    patience_s: float

    @contextmanager
    def call(self, *, tokens_in: int, tokens_out: int) -> Iterator[Call]:
        """Wait for a place, hold it for the block, and put down what the call took. Raises Deposed."""
        meter = reading_meter()
        foreseen = self.board.prices.cost(self.line.model, Usage(tokens_in=tokens_in, tokens_out=tokens_out))
        call_id = self._placed(Claim(meter.draft_id, meter.stage, tokens_in + tokens_out, foreseen))
        taken = Call()
        outcome, retry_after_s = "failed", None
        try:
            yield taken
            outcome = "answered"
        except ReplyError:
            outcome = "unfit"
            raise
        except TransientError as fault:
            retry_after_s = fault.retry_after_s
            outcome = "slow_down" if fault.asks_to_slow_down else "failed"
            raise
        except ModelFault:
            outcome = "refused"
            raise
        finally:
            meter.count(taken.usage)
            self._settled(call_id, outcome, taken.usage, retry_after_s)

    def answered_lately(self) -> bool:
        """Whether the model answered well a short while ago, whichever worker asked."""
        with reading(self.board.engine) as db:
            return answered_at(db, self.line) < _LATELY_S

    def is_down(self) -> bool:
        """Whether its provider passes for down, whichever workers' calls have failed."""
        with reading(self.board.engine) as db:
            return passes_for_down(db, self.line)

    def _placed(self, wanted: Claim) -> str:
        deadline = time.monotonic() + self.patience_s
        limits = self.board.service.limits(self.line.model)
        silent = True
        while True:
            with transaction(self.board.engine) as db:
                # One that slept while others took over its drafts would pay for them again, and hold its places.
                reading_meter().fence(db)
                got = claim(db, self.line, wanted, limits=limits, money=self.board.service.money)
            if isinstance(got, str):
                return got
            if isinstance(got, BudgetReached):
                raise budget_fault(got, self.board.prices.currency, draft_id=wanted.draft_id)
            if got.down and time.monotonic() + got.seconds > deadline:
                raise self._down(got)
            if silent and got.seconds > _WORTH_SAYING_S:
                silent = False
                self._say(wanted, got)
            self._nap(got)

    def _settled(self, call_id: str, outcome: str, usage: Usage, retry_after_s: float | None) -> None:
        while True:
            with transaction(self.board.engine) as db:
                if settle(db, self.line, call_id, outcome=outcome, usage=usage, retry_after_s=retry_after_s):
                    return
            self._nap(Wait(0.0, down=False))

    def _nap(self, wait: Wait) -> None:
        # Those who wait for the same moment should not come back together.
        time.sleep(min(wait.seconds, _LONGEST_NAP_S) + random.uniform(0.005, 0.1 if wait.seconds else 0.03))  # noqa: S311 - no secret in it

    def _say(self, wanted: Claim, wait: Wait) -> None:
        fields = {
            "draft": wanted.draft_id,
            "stage": wanted.stage,
            "model": self.line.model,
            "seconds": round(wait.seconds),
        }
        _LOG.warning("a call waits for its provider", extra={"fields": fields | {"down": wait.down}})

    def _down(self, wait: Wait) -> TransientError:
        minutes = max(1, round(wait.seconds / 60))
        return TransientError(
            f"Le fournisseur du modèle {self.line.model} ne répond pas ou demande d’attendre ({self.line.provider}).",
            f"Reprenez dans {minutes} min avec «\u00a0morasse resume\u00a0».",
        )
