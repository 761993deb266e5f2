"""Stage results and stage runs: what was made, from what, and what is under way."""

from collections.abc import Iterable
from typing import TypeVar

import sqlalchemy as sa
from pydantic import BaseModel

from pipeline.digests import digest_json
from pipeline.store.payloads import get_model, insert_missing, now, put_json
from pipeline.store.tables import begun_with, results, stage_runs
from schemas.base import Closed
from schemas.provenance import Provenance, Stamped, Usage

__all__ = [
    "StageRun",
    "find_result",
    "finish_stage",
    "is_through",
    "keep_result",
    "made_by",
    "pin_prompts",
    "pinned_prompts",
    "provenance_of",
    "result_key",
    "stage_runs_of",
    "start_stage",
]

ValueT = TypeVar("ValueT", bound=BaseModel)


class StageRun(Closed):
    """One stage of one run of a draft; `finished_at` None while it works. `cached`: read, not made again. `failed`: it
    ended without what it was to make.
    """

    run: int
    stage: str
    started_at: str
    finished_at: str | None
    cached: bool
    failed: bool = False
    usage: Usage | None


def result_key(stage: str, **inputs: str | int | float | bool | None) -> str:
    """The name of a result: the stage and everything its outcome depends on."""
    return digest_json({"stage": stage, "inputs": inputs})


def find_result(db: sa.Connection, key: str, model: type[ValueT]) -> Stamped[ValueT] | None:
    """An earlier result, or None."""
    row = db.execute(sa.select(results.c.value, results.c.provenance).where(results.c.key == key)).one_or_none()
    if row is None:
        return None
    return Stamped(value=get_model(db, row.value, model), provenance=Provenance.model_validate(row.provenance))


def keep_result(db: sa.Connection, key: str, stamped: Stamped[ValueT]) -> str:
    """Keep a result; the first one kept under a key stands. The digest of its value."""
    value = put_json(db, stamped.value)
    row = {
        "key": key,
        "stage": stamped.provenance.stage,
        "value": value,
        "provenance": stamped.provenance.model_dump(mode="json"),
        "created_at": now(),
    }
    if insert_missing(db, results, row):
        return value
    return str(db.execute(sa.select(results.c.value).where(results.c.key == key)).scalar_one())


def made_by(db: sa.Connection, stage: str, value: str) -> str | None:
    """The model that made a stage's value, as its provenance says."""
    same = (results.c.value == value) & (results.c.stage == stage)
    found = db.execute(sa.select(results.c.provenance).where(same).order_by(results.c.created_at).limit(1)).scalar()
    return Provenance.model_validate(found).model if found else None


def pinned_prompts(db: sa.Connection, draft_id: str, attempt: int) -> frozenset[str] | None:
    """The templates that an attempt at a draft keeps to; None where it was not begun yet."""
    mine = (begun_with.c.draft_id == draft_id) & (begun_with.c.attempt == attempt)
    found = db.execute(sa.select(begun_with.c.templates).where(mine)).scalar()
    return frozenset(found) if found is not None else None


def pin_prompts(db: sa.Connection, draft_id: str, attempt: int, current: Iterable[str]) -> frozenset[str]:
    """Begin an attempt at a draft with the `current` templates; those of whoever began it first stand."""
    begun = {"draft_id": draft_id, "attempt": attempt, "templates": sorted(current)}
    insert_missing(db, begun_with, begun)
    return pinned_prompts(db, draft_id, attempt) or frozenset()


def start_stage(db: sa.Connection, draft_id: str, run: int, stage: str) -> None:
    """Say that a stage is under way; a stage begun again after a crash starts its clock anew."""
    same = (stage_runs.c.draft_id == draft_id) & (stage_runs.c.run == run) & (stage_runs.c.stage == stage)
    db.execute(stage_runs.delete().where(same))
    db.execute(stage_runs.insert().values(draft_id=draft_id, run=run, stage=stage, started_at=now()))


def finish_stage(
    db: sa.Connection,
    draft_id: str,
    run: int,
    stage: str,
    *,
    cached: bool,
    failed: bool = False,
    usage: Usage | None,
    result: str | None = None,
) -> None:
    """Say how a stage ended, what it took, and under which key its result lies."""
    same = (stage_runs.c.draft_id == draft_id) & (stage_runs.c.run == run) & (stage_runs.c.stage == stage)
    told = usage.model_dump(mode="json") if usage else None
    values = {"finished_at": now(), "cached": cached, "failed": failed, "usage": told, "result": result}
    db.execute(stage_runs.update().where(same).values(values))


def is_through(db: sa.Connection, draft_id: str, run: int, stage: str, *, result: str | None = None) -> bool:
    """Whether a run has been through a stage well; with `result`, whether that is what it came to."""
    same = (stage_runs.c.draft_id == draft_id) & (stage_runs.c.run == run) & (stage_runs.c.stage == stage)
    ended = stage_runs.c.finished_at.is_not(None) & stage_runs.c.failed.is_(False)
    told = db.execute(sa.select(stage_runs.c.result).where(same & ended)).one_or_none()
    return told is not None and (result is None or told.result == result)


def provenance_of(db: sa.Connection, draft_id: str) -> tuple[Provenance, ...]:
    """With what a draft's stages were made, in the order in which they ran; a result used twice stands once."""
    joined = sa.select(results.c.provenance).join(stage_runs, stage_runs.c.result == results.c.key)
    rows = db.execute(joined.where(stage_runs.c.draft_id == draft_id).order_by(stage_runs.c.started_at)).scalars()
    found = [Provenance.model_validate(one) for one in rows]
    return tuple(one for n, one in enumerate(found) if one not in found[:n])


def stage_runs_of(db: sa.Connection, draft_id: str) -> tuple[StageRun, ...]:
    """All stages of a draft, oldest first."""
    columns = [stage_runs.c[name] for name in StageRun.model_fields]
    rows = db.execute(sa.select(*columns).where(stage_runs.c.draft_id == draft_id).order_by(stage_runs.c.started_at))
    return tuple(StageRun.model_validate(dict(row._mapping)) for row in rows)
