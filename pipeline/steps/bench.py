"""The workbench of every step: the database, the settings, the composer; results found again under their digest."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Literal, NotRequired, TypedDict, TypeVar

import sqlalchemy as sa
from pydantic import BaseModel

from pipeline.composer import Composer
from pipeline.errors import MorasseError, StoreFault
from pipeline.models.meter import Meter, metered
from pipeline.models.prices import PriceList
from pipeline.prompts import Prompts
from pipeline.settings import Settings
from pipeline.steps.again import again_in_s
from pipeline.store.database import reading, transaction
from pipeline.store.drafts import find_draft, update_draft
from pipeline.store.history import SYSTEM, append_event, events_of
from pipeline.store.payloads import clock, get_model
from pipeline.store.results import (
    find_result,
    finish_stage,
    is_through,
    keep_result,
    pin_prompts,
    pinned_prompts,
    start_stage,
)
from schemas.article import Article
from schemas.provenance import Stamped, Usage
from schemas.review import DraftRow

__all__ = ["Bench", "FaultSaid", "Outcome", "Stage", "failed", "said"]

ValueT = TypeVar("ValueT", bound=BaseModel)
_LOG = logging.getLogger("morasse.steps")


class FaultSaid(TypedDict):
    """A fault as plain JSON: one sentence, its remedy, the exit code; for the log, where it was and its code."""

    reason: str
    remedy: str
    exit_code: int
    stage: str
    code: str


class Outcome(TypedDict):
    """How a step ended, as plain JSON that an engine can replay: `held` and `parked` end the segment.

    `failed` is a model task's fault, which its segment parks the draft with.
    """

    outcome: Literal["done", "held", "parked", "failed"]
    digest: NotRequired[str]
    fault: NotRequired[FaultSaid]


def said(fault: MorasseError) -> FaultSaid:
    """A fault in plain words."""
    return {
        "reason": fault.message,
        "remedy": fault.remedy,
        "exit_code": fault.exit_code,
        "stage": fault.stage,
        "code": fault.code,
    }


def failed(fault: MorasseError, task: str) -> Outcome:
    """The outcome of a task that could not be done, be it that its stage was not even begun."""
    fault.stage = fault.stage or task
    return {"outcome": "failed", "fault": said(fault)}


@dataclass
class Stage:
    """A stage under way. `told` is what was written down of it when it ended."""

    draft_id: str
    run: int
    name: str
    meter: Meter
    told: dict[str, Any] | None = None

    def end(
        self,
        db: sa.Connection,
        *,
        cached: bool = False,
        failed: bool = False,
        usage: Usage | None = None,
        result: str | None = None,
    ) -> None:
        """Write down how it ended, in the transaction that keeps what it made. `usage`: by default what was counted."""
        if usage is None and self.meter.usage.calls:
            usage = self.meter.usage
        finish_stage(db, self.draft_id, self.run, self.name, cached=cached, failed=failed, usage=usage, result=result)
        self.told = {"cached": cached, **(usage.model_dump(mode="json") if usage else {})}


@dataclass(frozen=True)
class Bench:
    """What steps work with. `composer(local_only, attempt, templates)` opens one when a model is first needed.

    `fence` is asked first in every transaction that writes, and raises where this worker was given up meanwhile.
    `stays`: this worker goes on after the draft it is at, and comes back to what a model's fault stopped.
    """

    engine: sa.Engine
    settings: Settings
    composer: Callable[[bool, int, frozenset[str]], Composer]
    prices: PriceList = field(default_factory=PriceList)
    fence: Callable[[sa.Connection], None] = lambda _db: None
    stays: bool = False

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """The one transaction of steps: what a worker writes after it was given up does not stand. Raises Deposed."""
        with transaction(self.engine) as db:
            self.fence(db)
            yield db

    def composer_for(self, row: DraftRow, attempt: int) -> Composer:
        """The composer that may read this draft's source: a text given in confidence stays on this machine.

        It keeps to the prompts that were the current ones when the draft was begun (or begun anew: `attempt`).
        """
        with reading(self.engine) as db:
            templates = pinned_prompts(db, row.id, attempt)
        if templates is None:
            # The files are read once an attempt, and never while others wait to write.
            current = Prompts(self.settings.prompts_dir).digests
            with self.writing() as db:
                templates = pin_prompts(db, row.id, attempt, current)
        return self.composer(row.request.local_only, attempt, templates)

    def row(self, draft_id: str) -> DraftRow:
        """Where the draft stands now."""
        with reading(self.engine) as db:
            return find_draft(db, draft_id)

    def is_at_work(self, draft_id: str, run: int) -> bool:
        """Whether that run is still what the draft waits for: not once it has arrived, was set aside or begun anew."""
        row = self.row(draft_id)
        return (row.state, row.run) == ("working", run)

    def article(self, digest: str) -> Article:
        """The article kept under a digest."""
        with reading(self.engine) as db:
            return get_model(db, digest, Article)

    @contextmanager
    def stage(self, draft_id: str, run: int, name: str) -> Iterator["Stage"]:
        """A stage for the time of the block: what its model calls take is on its account, whether it is done or fails.

        Where nothing can be written any more it stays open; whoever begins it again starts its clock anew.
        """
        with self.writing() as db:
            start_stage(db, draft_id, run, name)
        is_left_open = False
        cause: BaseException | None = None
        with metered(draft_id, name, self.fence) as meter:
            stage = Stage(draft_id, run, name, meter)
            try:
                yield stage
            except StoreFault:
                is_left_open = True
                raise
            except BaseException as error:
                cause = error
                raise
            finally:
                if not is_left_open:
                    self._close(stage, cause)

    def _close(self, stage: "Stage", cause: BaseException | None) -> None:
        """Write down that it ended, and that it failed where there is a `cause`: of that its kind alone, no words."""
        if stage.told is None:
            with self.writing() as db:
                stage.end(db, failed=cause is not None)
        about = {"draft": stage.draft_id, "run": stage.run, "stage": stage.name, **(stage.told or {})}
        if cause is None:
            _LOG.info("stage done", extra={"fields": about})
            return
        # Also on what nobody foresaw: whoever parks the draft for it says where it was.
        vars(cause)["stage"] = stage.name
        code = cause.code if isinstance(cause, MorasseError) else type(cause).__name__
        _LOG.warning("stage failed", extra={"fields": {**about, "error": code}})

    def once(
        self,
        draft_id: str,
        run: int,
        stage: str,
        *,
        key: str,
        model: type[ValueT],
        make: Callable[[], Stamped[ValueT]],
        use: Callable[[sa.Connection, str], None] = lambda _db, _digest: None,
    ) -> ValueT:
        """A stage's value: found under its key, or made and kept. Model calls run outside any transaction.

        `use` gets the digest of the value in the transaction that keeps it. A stage that this run has been through
        already is left as it was, and on its account.
        """
        with reading(self.engine) as db:
            found = find_result(db, key, model)
            if found and is_through(db, draft_id, run, stage, result=key):
                return found.value
        with self.stage(draft_id, run, stage) as under_way:
            made = found or make()
            usage = Usage() if found else made.provenance.usage
            with self.writing() as db:
                kept = keep_result(db, key, made)
                use(db, kept)
                under_way.end(db, cached=found is not None, usage=usage, result=key)
                # Where another worker was first, its result stands.
                return get_model(db, kept, model)

    def park(self, draft_id: str, run: int, fault: FaultSaid) -> Outcome:
        """Set a draft aside with its reason and remedy, unless its work has begun anew since; nothing made is lost."""
        with self.writing() as db:
            row = find_draft(db, draft_id)
            if (row.state, row.run) != ("working", run):
                return {"outcome": "parked"}
            words: dict[str, Any] = {name: fault[name] for name in ("reason", "remedy", "exit_code")}
            told = dict(words)
            if (
                self.stays
                and (again := again_in_s(events_of(db, draft_id), exit_code=fault["exit_code"], code=fault["code"]))
                is not None
            ):
                at = clock(db) + timedelta(seconds=again)
                words["remedy"] += f" Sinon, nouvel essai automatique à {at:%H:%M}\u00a0UTC."
                told = {**words, "again_in_s": again}
            update_draft(db, draft_id, state="parked", **words)
            append_event(db, draft_id, "parked", actor=SYSTEM, payload=told)
        about = {"draft": draft_id, "run": run, "stage": fault["stage"], "code": fault["code"]}
        _LOG.warning("parked", extra={"fields": {**about, "exit_code": fault["exit_code"]}})
        return {"outcome": "parked"}
