"""The one retry policy: nothing else in the program repeats a model call."""

import time
from collections.abc import Callable
from typing import TypeVar

from pipeline.errors import BudgetFault, ModelFault, PermanentError, ReplyError, TransientError
from schemas.base import Closed

__all__ = ["RetryPolicy", "persist", "policy_for"]

T = TypeVar("T")
# A fault, and after how many seconds the same is asked again; None where it is not, or not the same.
Note = Callable[[ModelFault, float | None], None]


class RetryPolicy(Closed):
    """How patient a call is. A provider that asks for more than `longest_retry_after_s` is not waited for here:
    the TransientError carries its wish, and whoever queued the call waits. After `patience_s` no attempt begins: a
    server that never answers is waited for once, not `attempts` times. A server that is well and stumbles at this very
    request is asked `stumbles` times; None: as often as any other.
    """

    attempts: int = 5
    first_wait_s: float = 1.0
    longest_wait_s: float = 20.0
    longest_retry_after_s: float = 60.0
    patience_s: float = 150.0
    doubts: int = 3
    stumbles: int | None = None


def policy_for(patience_s: float | None) -> RetryPolicy:
    """The policy of a worker that waits for a provider as long as `patience_s`; None: the one of a single person."""
    if patience_s is None:
        return RetryPolicy()
    return RetryPolicy(attempts=10_000, longest_retry_after_s=patience_s, patience_s=patience_s)


def persist(
    ask: Callable[[str], T],
    policy: RetryPolicy,
    *,
    note: Note = lambda _fault, _wait_s: None,
    answered_lately: Callable[[], bool] = lambda: False,
    is_down: Callable[[], bool] = lambda: False,
) -> T:
    """The outcome of `ask("")`, or of `ask(problem)` once more when the reply did not fit its schema.

    Where the model answered well a short while ago, what it does now may be a whim, a refused key included: the whole
    is then tried `policy.doubts` times more. Calls `ask` at most `(doubts + 1) × 2 × attempts` times, and once only
    where a budget is reached; `note` hears of each fault and of the wait after it. `is_down`: whether the provider
    fails at everybody's calls, not at these alone.

    Raises the last TransientError, ReplyError or PermanentError.
    """
    for _ in range(policy.doubts):
        try:
            return _asked_twice(ask, policy, note, is_down)
        except BudgetFault:
            raise
        except (ReplyError, PermanentError):
            if not answered_lately():
                raise
            time.sleep(policy.first_wait_s)
    return _asked_twice(ask, policy, note, is_down)


def _asked_twice(ask: Callable[[str], T], policy: RetryPolicy, note: Note, is_down: Callable[[], bool]) -> T:
    """Calls `ask` at most `2 × attempts` times."""
    try:
        return _retried(lambda: ask(""), policy, note, is_down)
    except ReplyError as error:
        problem = error.problem
    return _retried(lambda: ask(problem), policy, note, is_down)


def _hopeless(fault: TransientError, calls: int) -> PermanentError:
    """A request that its server stumbles at each time, said as one that no retry will help."""
    said = PermanentError(f"{fault.message.rstrip('.')}, {calls} fois de suite pour cette seule demande.", fault.remedy)
    said.kind, said.status = fault.kind, fault.status
    return said


def _retried(call: Callable[[], T], policy: RetryPolicy, note: Note, is_down: Callable[[], bool]) -> T:
    from tenacity import (
        RetryCallState,
        Retrying,
        retry_if_exception,
        stop_after_attempt,
        stop_after_delay,
        wait_random_exponential,
    )

    back_off = wait_random_exponential(multiplier=policy.first_wait_s, max=policy.longest_wait_s)

    in_a_row = 0

    def counted() -> T:
        nonlocal in_a_row
        try:
            return call()
        except TransientError as fault:
            in_a_row = in_a_row + 1 if fault.stumbled else 0
            if policy.stumbles and in_a_row >= policy.stumbles and not is_down():
                raise _hopeless(fault, in_a_row) from fault
            raise

    def worth_another_try(error: BaseException) -> bool:
        return isinstance(error, TransientError) and (error.retry_after_s or 0.0) <= policy.longest_retry_after_s

    def wait(state: RetryCallState) -> float:
        fault = state.outcome.exception() if state.outcome else None
        asked_for = fault.retry_after_s if isinstance(fault, TransientError) else None
        # A little more than asked for: clients that were refused together should not come back together.
        return back_off(state) if asked_for is None else asked_for + min(back_off(state), 1.0)

    def tell(state: RetryCallState) -> None:
        fault = state.outcome.exception() if state.outcome else None
        if isinstance(fault, ModelFault):
            note(fault, state.upcoming_sleep)

    retrying = Retrying(
        stop=stop_after_attempt(policy.attempts) | stop_after_delay(policy.patience_s),
        wait=wait,
        retry=retry_if_exception(worth_another_try),
        before_sleep=tell,
        reraise=True,
    )
    try:
        return retrying(counted)
    except ModelFault as fault:
        note(fault, None)
        raise
