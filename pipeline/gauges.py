"""How the house does, for those who operate it: metrics in the Prometheus format, and whether it is ready for work.

Everything is read from the database, so that any process of the house gives the same figures.
"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import get_args

import sqlalchemy as sa
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric, SummaryMetricFamily
from prometheus_client.registry import Collector

from pipeline.errors import StoreFault
from pipeline.store.calls import spent
from pipeline.store.database import reading
from pipeline.store.payloads import before
from pipeline.store.tables import decisions, drafts, events, model_calls, stage_runs
from pipeline.store.workers import live_workers
from schemas.review import DraftState, EventKind

__all__ = ["metrics_text", "unready"]

_HOUR_S = 3600.0
# What of a history brings a draft to each gate; a change after an acceptance brings it back.
_BRINGS: dict[str, tuple[EventKind, ...]] = {
    "source": ("held", "parked"),
    "review": ("generated", "judged", "unmended", "voided"),
    "press": ("accepted",),
}


def metrics_text(engine: sa.Engine, silence_s: float) -> bytes:
    """The house's figures now, as Prometheus reads them (text format). Raises StoreFault.

    A worker that was silent for `silence_s` is not at work.
    """
    registry = CollectorRegistry()
    registry.register(_House(engine, silence_s))
    return generate_latest(registry)


def unready(engine: sa.Engine) -> str | None:
    """Why the database cannot be read, in a sentence; None when it can."""
    try:
        with reading(engine) as db:
            db.execute(sa.select(drafts.c.id).limit(1)).all()
    except StoreFault as fault:
        return str(fault)
    return None


class _House(Collector):
    def __init__(self, engine: sa.Engine, silence_s: float) -> None:
        self._engine, self._silence_s = engine, silence_s

    def describe(self) -> Iterator[Metric]:
        """Nothing before it is asked for: registering must not read."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        """See prometheus_client."""
        with reading(self._engine) as db:
            yield from _queue(db)
            yield from _stages(db)
            yield from _calls(db)
            yield from _money(db)
            yield _gates(db)
            at_work = live_workers(db, self._silence_s)
            yield GaugeMetricFamily("morasse_workers", "Workers at work.", value=at_work)


def _queue(db: sa.Connection) -> Iterator[Metric]:
    count = GaugeMetricFamily("morasse_drafts", "Drafts by state.", labels=["state"])
    oldest = GaugeMetricFamily(
        "morasse_oldest_seconds", "For how long the draft that waits longest has stood in this state.", labels=["state"]
    )
    by_state = sa.select(drafts.c.state, sa.func.count(), sa.func.min(drafts.c.updated_at)).group_by(drafts.c.state)
    found = {state: (number, since) for state, number, since in db.execute(by_state)}
    for state in get_args(DraftState):
        number, since = found.get(state, (0, None))
        count.add_metric([state], number)
        oldest.add_metric([state], _seconds_since(since) if since else 0.0)
    yield count
    yield oldest


def _stages(db: sa.Connection) -> Iterator[Metric]:
    """The last hour's stages that were done: neither read again nor failed."""
    ended = (stage_runs.c.started_at > before(timedelta(seconds=_HOUR_S))) & stage_runs.c.finished_at.is_not(None)
    done_anew = ended & ~stage_runs.c.cached & ~stage_runs.c.failed
    took: dict[str, list[float]] = {}
    for stage, began, ended in db.execute(
        sa.select(stage_runs.c.stage, stage_runs.c.started_at, stage_runs.c.finished_at).where(done_anew)
    ):
        # A part's own name would make a label of every part.
        took.setdefault(stage.split(" ")[0], []).append(_between(began, ended))
    done = GaugeMetricFamily("morasse_stage_runs_last_hour", "Stages done in the last hour.", labels=["stage"])
    mean = GaugeMetricFamily("morasse_stage_seconds_mean", "Their mean time.", labels=["stage"])
    longest = GaugeMetricFamily("morasse_stage_seconds_max", "Their longest time.", labels=["stage"])
    for stage, times in sorted(took.items()):
        done.add_metric([stage], len(times))
        mean.add_metric([stage], sum(times) / len(times))
        longest.add_metric([stage], max(times))
    yield from (done, mean, longest)


def _calls(db: sa.Connection) -> Iterator[Metric]:
    """The last hour's calls by how they ended; faults are all that were not answered."""
    recent = model_calls.c.started > time.time() - _HOUR_S
    calls = GaugeMetricFamily("morasse_model_calls_last_hour", "Calls to models.", labels=["model", "outcome"])
    tokens = GaugeMetricFamily("morasse_model_tokens_last_hour", "Tokens in and out.", labels=["model"])
    cost = GaugeMetricFamily("morasse_model_cost_last_hour", "What they cost.", labels=["model"])
    summed = sa.select(model_calls.c.model, sa.func.sum(model_calls.c.tokens), sa.func.sum(model_calls.c.cost)).where(
        recent
    )
    for model, all_tokens, all_cost in db.execute(summed.group_by(model_calls.c.model)):
        tokens.add_metric([model], all_tokens or 0)
        cost.add_metric([model], all_cost or 0.0)
    by_outcome = sa.select(model_calls.c.model, model_calls.c.outcome, sa.func.count()).where(recent)
    for model, outcome, number in db.execute(by_outcome.group_by(model_calls.c.model, model_calls.c.outcome)):
        calls.add_metric([model, outcome], number)
    yield from (calls, tokens, cost)


def _money(db: sa.Connection) -> Iterator[Metric]:
    spending = GaugeMetricFamily("morasse_spent", "What was spent, in the price list's currency.", labels=["period"])
    spending.add_metric(["day"], spent(db, f"day:{datetime.now(UTC).date().isoformat()}"))
    spending.add_metric(["house"], spent(db, "house"))
    yield spending


def _gates(db: sa.Connection) -> Metric:
    """How long drafts waited for each decision, from what last brought them to its gate; over all that is on record."""
    waits = SummaryMetricFamily("morasse_gate_wait_seconds", "Waits for people's decisions.", labels=["gate"])
    for gate, brings in _BRINGS.items():
        # What was decided of a part brings no draft to a gate.
        whole = events.c.kind.in_(brings) & events.c.payload["part"].as_string().is_(None)
        came = sa.select(sa.func.max(events.c.at)).where(
            events.c.draft_id == decisions.c.draft_id, events.c.at < decisions.c.at, whole
        )
        rows = db.execute(sa.select(decisions.c.at, came.scalar_subquery()).where(decisions.c.gate == gate))
        took = [_between(since, at) for at, since in rows if since]
        waits.add_metric([gate], count_value=len(took), sum_value=sum(took))
    return waits


def _between(since: str, at: str) -> float:
    return (datetime.fromisoformat(at) - datetime.fromisoformat(since)).total_seconds()


def _seconds_since(at: str) -> float:
    return (datetime.now(UTC) - datetime.fromisoformat(at)).total_seconds()
