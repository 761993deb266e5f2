"""The news of drafts on their way, for as many listeners as there are: one look at the database serves them all."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import sqlalchemy as sa
from starlette.concurrency import run_in_threadpool

from desk.words import initials, stage_label
from pipeline.errors import StoreFault
from pipeline.store.database import reading, transaction
from pipeline.store.results import StageRun, stage_runs_of
from pipeline.store.table import be_present, leave, present_at
from pipeline.store.tables import drafts, events

__all__ = ["Progress"]

_LOOK_EVERY_S = 0.5
_PRESENCE_EVERY_S = 10.0
# A line now and then tells proxies, and us, whether someone still listens.
_SIGN_OF_LIFE_S = 15.0
News = dict[str, Any]


class Progress:
    """Listens to the database on behalf of open pages. One per process; looks only while someone listens."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._listeners: dict[asyncio.Queue[News], tuple[str, str]] = {}
        self._last: dict[str, News] = {}
        self._watch: asyncio.Task[None] | None = None

    async def listen(self, draft_id: str, account_id: str) -> AsyncIterator[bytes]:
        """Server-sent events: a draft's news now and whenever they change, until the page is closed."""
        queue: asyncio.Queue[News] = asyncio.Queue(maxsize=8)
        await run_in_threadpool(self._arrive, draft_id, account_id)
        self._listeners[queue] = (draft_id, account_id)
        self._last.pop(draft_id, None)
        if self._watch is None or self._watch.done():
            self._watch = asyncio.create_task(self._look_round())
        try:
            while True:
                with suppress(TimeoutError):
                    news = await asyncio.wait_for(queue.get(), _SIGN_OF_LIFE_S)
                    yield f"data: {json.dumps(news, ensure_ascii=False)}\n\n".encode()
                    continue
                yield b": toujours ici\n\n"
        finally:
            del self._listeners[queue]
            if (draft_id, account_id) not in self._listeners.values():
                # Shielded: the page is gone, and with it the task that would wait for this.
                await asyncio.shield(run_in_threadpool(self._depart, draft_id, account_id))

    async def _look_round(self) -> None:
        since_presence = 0.0
        while self._listeners:
            since_presence += _LOOK_EVERY_S
            with suppress(StoreFault):
                if since_presence >= _PRESENCE_EVERY_S:
                    since_presence = 0.0
                    await run_in_threadpool(self._say_present, tuple(self._listeners.values()))
                wanted = tuple({draft_id for draft_id, _ in self._listeners.values()})
                self._tell(await run_in_threadpool(self._news, wanted))
            await asyncio.sleep(_LOOK_EVERY_S)
        self._last.clear()

    def _tell(self, found: dict[str, News]) -> None:
        for draft_id, news in found.items():
            if self._last.get(draft_id) == news:
                continue
            self._last[draft_id] = news
            for queue, (listened, _) in self._listeners.items():
                # A page that does not read its news gets the next ones instead.
                if listened == draft_id:
                    if queue.full():
                        queue.get_nowait()
                    queue.put_nowait(news)

    def _news(self, draft_ids: tuple[str, ...]) -> dict[str, News]:
        with reading(self._engine) as db:
            here = present_at(db, draft_ids)
            columns = (drafts.c.id, drafts.c.state, drafts.c.run)
            rows = db.execute(sa.select(*columns).where(drafts.c.id.in_(draft_ids))).all()
            last = dict(
                db.execute(
                    sa.select(events.c.draft_id, sa.func.max(events.c.number))
                    .where(events.c.draft_id.in_(draft_ids))
                    .group_by(events.c.draft_id)
                )
                .tuples()
                .all()
            )
            stages = {row.id: stage_runs_of(db, row.id) for row in rows if row.state == "working"}
        return {
            row.id: {
                "state": row.state,
                "event": last.get(row.id, 0),
                "present": [{"name": name, "initials": initials(name)} for name in here.get(row.id, ())],
                "stages": [_said(one) for one in stages.get(row.id, ()) if one.run >= row.run],
            }
            for row in rows
        }

    def _arrive(self, draft_id: str, account_id: str) -> None:
        with transaction(self._engine) as db:
            be_present(db, draft_id, account_id)

    def _depart(self, draft_id: str, account_id: str) -> None:
        with suppress(StoreFault), transaction(self._engine) as db:
            leave(db, draft_id, account_id)

    def _say_present(self, pairs: tuple[tuple[str, str], ...]) -> None:
        with transaction(self._engine) as db:
            for draft_id, account_id in sorted(set(pairs)):
                be_present(db, draft_id, account_id)


def _said(stage: StageRun) -> News:
    usage = stage.usage
    return {
        "label": stage_label(stage.stage),
        "started_at": stage.started_at,
        "finished_at": stage.finished_at,
        "cached": stage.cached,
        "failed": stage.failed,
        "tokens_in": usage.tokens_in if usage else 0,
        "tokens_out": usage.tokens_out if usage else 0,
        "cost": usage.cost if usage else None,
    }
