"""What all workers together ask of a model provider and spend there: one row a request, one line a budget.

Times are seconds since 1970 on the clock that the house's workers share.
"""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa

from pipeline.store.database import only_briefly
from pipeline.store.payloads import clock, insert_missing
from pipeline.store.tables import model_calls, providers, spending
from schemas.provenance import Usage
from schemas.service import Money, ProviderLimits

__all__ = [
    "BudgetReached",
    "Claim",
    "Line",
    "Wait",
    "answered_at",
    "budget_reached",
    "claim",
    "give_up",
    "passes_for_down",
    "settle",
    "spent",
]

# So many faults in a row, of whichever worker, and a provider is taken for down: one asks, the others wait.
_TRIPS_AT = 5
_FIRST_REST_S, _LONGEST_REST_S = 2.0, 60.0
_MINUTE_S = 60.0
# A provider counts from when a request reaches it, a second or so after it took its place here: so much more is kept
# clear, or the last of one minute and the first of the next fall into one of the provider's.
_ON_ITS_WAY_S = 3.0
_TURN_S = 0.2


@dataclass(frozen=True)
class Line:
    """A model at its provider."""

    provider: str
    model: str


@dataclass(frozen=True)
class Claim:
    """What a request is about to take: for whom, and its tokens and cost as estimated (None: no price is known)."""

    draft_id: str
    stage: str
    tokens: int
    cost: float | None


@dataclass(frozen=True)
class Wait:
    """Not now: ask again after so many seconds. `down` where the provider itself is the reason."""

    seconds: float
    down: bool


@dataclass(frozen=True)
class BudgetReached:
    """Not at all: the budget `draft`, `day` or `house` would be passed."""

    budget: str
    limit: float
    spent: float
    wanted: float


def claim(
    db: sa.Connection, line: Line, wanted: Claim, *, limits: ProviderLimits, money: Money
) -> str | Wait | BudgetReached:
    """Take a place for one request, in the caller's transaction: the call's id, or why there is none."""
    state = _locked(db, line)
    if state is None:
        return Wait(0.0, down=False)
    at = clock(db).timestamp()
    under_way = _under_way(db, line, at)
    rest = state.blocked_until - at
    if rest > 0:
        return Wait(rest, down=True)
    if state.failures >= _TRIPS_AT and under_way:
        return Wait(_TURN_S, down=True)
    if under_way >= limits.concurrency:
        return Wait(_TURN_S, down=False)
    if (pause := _pause(db, line, wanted, limits, at)) > 0:
        return Wait(pause, down=False)
    if _over(db, wanted.draft_id, wanted.cost or 0.0, money, reserved=True):
        # What is under way is counted as estimated, on the high side: when it has ended there may be enough.
        return budget_reached(db, wanted.draft_id, wanted.cost or 0.0, money) or Wait(_TURN_S, down=False)
    call_id = secrets.token_hex(8)
    row = {
        "id": call_id,
        "provider": line.provider,
        "model": line.model,
        "draft_id": wanted.draft_id,
        "stage": wanted.stage,
        "day": _day(at),
        "started": at,
        "expires": at + limits.deadline_s + _MINUTE_S,
        "tokens": wanted.tokens,
        "cost": wanted.cost,
    }
    db.execute(model_calls.insert().values(row))
    _spend(db, wanted.draft_id, _day(at), wanted.cost or 0.0)
    return call_id


def settle(
    db: sa.Connection, line: Line, call_id: str, *, outcome: str, usage: Usage, retry_after_s: float | None = None
) -> bool:
    """Put down how a call ended; False where somebody else is at the line: then ask again in another transaction.

    `outcome`: `answered`, `unfit` (a reply of no use), `slow_down`, `failed` (the provider), `refused` (this request).
    What it really took replaces the estimate, also where the answer was of no use.
    """
    state = _locked(db, line)
    if state is None:
        return False
    at = clock(db).timestamp()
    row = db.execute(sa.select(model_calls).where(model_calls.c.id == call_id)).one()
    db.execute(
        model_calls.update()
        .where(model_calls.c.id == call_id)
        .values(
            finished=at,
            outcome=outcome,
            tokens=usage.tokens_in + usage.tokens_out,
            cost=usage.cost,
            usage=usage.model_dump(mode="json"),
        )
    )
    _spend(db, row.draft_id, row.day, (usage.cost or 0.0) - (row.cost or 0.0))
    known: dict[str, float] = {"failures": 0}
    if outcome == "answered":
        known["answered_at"] = at
    elif outcome == "slow_down":
        # Whoever was told to slow down was told for all.
        known = {"blocked_until": max(state.blocked_until, at + (retry_after_s or 1.0))}
    elif outcome == "failed":
        known = {"failures": state.failures + 1}
        if state.failures + 1 >= _TRIPS_AT or retry_after_s:
            doubled = _FIRST_REST_S * 2.0 ** min(state.failures + 1 - _TRIPS_AT, 10)
            known["blocked_until"] = at + max(min(doubled, _LONGEST_REST_S), retry_after_s or 0.0)
    db.execute(providers.update().where(_same(providers, line)).values(known))
    return True


def give_up(db: sa.Connection, draft_ids: Collection[str], *, begun_before: float) -> None:
    """The calls that workers now gone had under way for these drafts hold no place any more. They stay counted as
    estimated, for they may be charged; one whose worker only slept is settled when it wakes.
    """
    theirs = model_calls.c.draft_id.in_(draft_ids) & model_calls.c.finished.is_(None)
    db.execute(model_calls.update().where(theirs, model_calls.c.started < begun_before).values(expires=begun_before))


def spent(db: sa.Connection, scope: str) -> float:
    """What was spent on `house`, `day:2026-01-31` or `draft:ID`, calls under way as estimated."""
    return float(db.execute(sa.select(spending.c.cost).where(spending.c.scope == scope)).scalar() or 0.0)


def budget_reached(db: sa.Connection, draft_id: str, cost: float, money: Money) -> BudgetReached | None:
    """The first budget that `cost` more for that draft would pass, less what is under way; None where none would."""
    return _over(db, draft_id, cost, money, reserved=False)


def answered_at(db: sa.Connection, line: Line) -> float:
    """How many seconds ago the model last answered; infinite where it never did."""
    at = db.execute(sa.select(providers.c.answered_at).where(_same(providers, line))).scalar()
    return clock(db).timestamp() - at if at else float("inf")


def passes_for_down(db: sa.Connection, line: Line) -> bool:
    """Whether so many calls in a row have failed that one asks and the others wait."""
    failures = db.execute(sa.select(providers.c.failures).where(_same(providers, line))).scalar()
    return (failures or 0) >= _TRIPS_AT


def _locked(db: sa.Connection, line: Line) -> sa.Row[tuple[object, ...]] | None:
    """What is known of the line, None while somebody else holds it.

    Nobody queues for it in the server: of a process that is stopped each request that stood there would come to hold
    the line in its turn, until the server gives that up, and the house stood still for as long as all of them took.
    """
    only_briefly(db)
    insert_missing(db, providers, {"provider": line.provider, "model": line.model})
    known = sa.select(providers).where(_same(providers, line)).with_for_update(skip_locked=True)
    return db.execute(known).one_or_none()


def _same(table: sa.Table, line: Line) -> sa.ColumnElement[bool]:
    return (table.c.provider == line.provider) & (table.c.model == line.model)


def _under_way(db: sa.Connection, line: Line, at: float) -> int:
    """Calls that have neither ended nor, with the process that made them, been given up."""
    theirs = _same(model_calls, line)
    return int(db.execute(sa.select(sa.func.count()).where(_open_at(at) & theirs)).scalar() or 0)


def _open_at(at: float) -> sa.ColumnElement[bool]:
    # No call is older than its own deadline: the index then reaches the few that matter.
    recent = model_calls.c.started > at - 24 * 3600
    return model_calls.c.finished.is_(None) & (model_calls.c.expires > at) & recent


def _pause(db: sa.Connection, line: Line, wanted: Claim, limits: ProviderLimits, at: float) -> float:
    """How long until the last minute's requests and tokens leave room for one more; 0 when there is room."""
    if limits.requests_per_minute is None and limits.tokens_per_minute is None:
        return 0.0
    clear_s = _MINUTE_S + _ON_ITS_WAY_S
    within = _same(model_calls, line) & (model_calls.c.started > at - clear_s)
    recent = db.execute(
        sa.select(model_calls.c.started, model_calls.c.tokens).where(within).order_by(model_calls.c.started)
    ).all()
    pauses = [0.0]
    if limits.requests_per_minute is not None and len(recent) >= limits.requests_per_minute:
        pauses.append(recent[-limits.requests_per_minute].started + clear_s - at)
    if limits.tokens_per_minute is not None and recent:
        # A request larger than the whole limit goes when nothing else is in the minute.
        excess = sum(one.tokens for one in recent) + wanted.tokens - limits.tokens_per_minute
        for one in recent:
            if excess <= 0:
                break
            excess -= one.tokens
            pauses.append(one.started + clear_s - at)
    return max(pauses)


def _over(db: sa.Connection, draft_id: str, cost: float, money: Money, *, reserved: bool) -> BudgetReached | None:
    """The first budget that would be passed; `reserved` counts what calls under way may well take."""
    at = clock(db).timestamp()
    budgets = (
        ("draft", money.per_draft, f"draft:{draft_id}", model_calls.c.draft_id == draft_id),
        ("day", money.per_day, f"day:{_day(at)}", model_calls.c.day == _day(at)),
        ("house", money.per_house, "house", sa.true()),
    )
    for name, limit, scope, theirs in budgets:
        if limit is None:
            continue
        already = spent(db, scope) - (0.0 if reserved else _under_way_cost(db, theirs, at))
        if already + cost > limit:
            return BudgetReached(name, limit, already, cost)
    return None


def _under_way_cost(db: sa.Connection, theirs: sa.ColumnElement[bool], at: float) -> float:
    return float(db.execute(sa.select(sa.func.sum(model_calls.c.cost)).where(_open_at(at) & theirs)).scalar() or 0.0)


def _spend(db: sa.Connection, draft_id: str, day: str, cost: float) -> None:
    if not cost:
        return
    for scope in ("house", f"day:{day}", f"draft:{draft_id}"):
        if not insert_missing(db, spending, {"scope": scope, "cost": cost}):
            db.execute(spending.update().where(spending.c.scope == scope).values(cost=spending.c.cost + cost))


def _day(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).date().isoformat()
