"""The only place where parts are chosen and put together."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import sqlalchemy as sa

from pipeline.composer import Composer
from pipeline.gates.comeback import bring_back
from pipeline.gates.office import Office
from pipeline.logs import keep_log
from pipeline.models.prices import load_prices
from pipeline.prompts import Prompts
from pipeline.settings import Settings
from pipeline.steps.bench import Bench
from pipeline.store.database import alone, open_database, reading
from pipeline.store.drafts import find_draft
from pipeline.store.history import events_of, pending_rewrites
from pipeline.store.results import StageRun, stage_runs_of
from pipeline.store.workers import has_live_worker
from pipeline.switchboard import Switchboard
from pipeline.workflow import Shift, enqueue, is_engine_prepared, prepare_engine, working
from schemas.review import DraftRow
from schemas.service import ProviderLimits

__all__ = ["Newsroom", "open_composer", "open_newsroom"]

Watcher = Callable[[DraftRow, tuple[StageRun, ...]], None]
_POLL_S, _SELDOM_S = 0.1, 1.0
# A hosted provider's limit is the house's; the embedded model has the machine's cores to share.
_EMBEDDED_CALLS = 1
# Someone who waits at the command line wants to hear that the provider is down; a worker has time.
_PATIENCE_OF_A_PERSON_S = 60.0


@dataclass(frozen=True)
class Newsroom:
    """A house at work: its database, its rules, and the means to get drafts written."""

    settings: Settings
    engine: sa.Engine

    @property
    def office(self) -> Office:
        """The common ground of all acts at the gates."""
        return Office(engine=self.engine, house=self.settings.house, start=enqueue)

    def bench(self, patience_s: float, *, stays: bool = False) -> Bench:
        """What the steps work with. A model that is not to be had is waited for as long as `patience_s`; for `stays`
        see `Bench`.
        """
        settings, lock, prices = self.settings, Lock(), load_prices(self.settings.house_dir)
        switchboard = Switchboard(self.engine, settings.service, prices, patience_s)

        @lru_cache(maxsize=4)
        def opened(local_only: bool, attempt: int, templates: frozenset[str]) -> Composer:
            return open_composer(settings, local_only, attempt, switchboard, templates)

        def composer(local_only: bool, attempt: int, templates: frozenset[str]) -> Composer:
            with lock:
                return opened(local_only, attempt, templates)

        return Bench(engine=self.engine, settings=settings, composer=composer, prices=prices, stays=stays)

    def settle(self, draft_id: str, watch: Watcher) -> DraftRow:
        """Wait until a draft is at a gate or parked; where no worker lives, be the worker until then.

        Raises StoreFault where nothing can be written any more.
        """
        with reading(self.engine) as db:
            has_worker = has_live_worker(db, self.settings.worker_silence_s)
        row = self._wait(draft_id, watch) if has_worker else None
        while row is None:
            # The worker that was there may have ended in the middle.
            with self.working_here(_PATIENCE_OF_A_PERSON_S) as shift:
                row = self._wait(draft_id, watch, shift)
        return row

    def work(self) -> None:
        """Be a worker until interrupted, and bring back what a model's fault set aside. Raises StoreFault where nothing
        can be written any more.
        """
        with self.working_here(self._limits.patience_s, stays=True) as shift:
            while shift.trouble is None:
                bring_back(self.office)
                time.sleep(1)
        raise shift.trouble

    def working_here(self, patience_s: float, *, stays: bool = False) -> AbstractContextManager[Shift]:
        """Be a worker in this process for the time of the block; see `pipeline.workflow.working`."""
        keep_log(None if self.settings.logs_to_stderr else self.settings.data_dir / "morasse.log")
        calls = self._limits.concurrency if self.settings.is_hosted else _EMBEDDED_CALLS
        url, silence_s = self.settings.database_url, self.settings.worker_silence_s
        return working(self.bench(patience_s, stays=stays), database_url=url, model_calls=calls, silence_s=silence_s)

    @property
    def _limits(self) -> ProviderLimits:
        return self.settings.service.limits(self.settings.hosted_model or "")

    def _wait(self, draft_id: str, watch: Watcher, shift: Shift | None = None) -> DraftRow | None:
        """The draft when nothing is left to do for it; None when the worker that was to do it is gone."""
        began = time.monotonic()
        while True:
            with reading(self.engine) as db:
                row, stages = find_draft(db, draft_id), stage_runs_of(db, draft_id)
                rewrites = pending_rewrites(events_of(db, draft_id))
                is_served = shift is not None or has_live_worker(db, self.settings.worker_silence_s)
            watch(row, tuple(one for one in stages if one.run >= row.run))
            if row.state != "working" and not rewrites:
                return row
            if shift is not None and shift.trouble is not None:
                raise shift.trouble
            if not is_served:
                return None
            # A fiftieth late at most: what looks takes processor from a model on the same machine.
            time.sleep(min(max(_POLL_S, (time.monotonic() - began) / 50), _SELDOM_S))


def open_newsroom(settings: Settings) -> Newsroom:
    """The house's database, current and ready for work. Raises StoreFault."""
    engine = open_database(settings.database_url)
    if not is_engine_prepared(engine):
        with alone(engine):
            prepare_engine(settings.database_url)
    return Newsroom(settings=settings, engine=engine)


def open_composer(
    settings: Settings,
    local_only: bool = False,
    attempt: int = 1,
    switchboard: Switchboard | None = None,
    templates: frozenset[str] | None = None,
) -> Composer:
    """Hosted models compose freely; the embedded one composes by choice, and alone reads what is local only.

    `attempt` above 1 asks the embedded model for other candidates; a hosted one varies by itself.
    """
    from pipeline.models.opening import open_model

    local = settings.model_copy(update={"api_key": None, "base_url": None, "model": None}) if local_only else settings
    model, prompts = open_model(local, switchboard=switchboard), Prompts(settings.prompts_dir, only=templates)
    if model.embedded:
        from pipeline.compose_by_choice import ComposeByChoice

        return ComposeByChoice(model=model, prompts=prompts, house=settings.house, attempt=attempt)
    from pipeline.compose_freely import ComposeFreely

    return ComposeFreely(model=model, prompts=prompts, house=settings.house)
