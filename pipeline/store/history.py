"""The history of a draft: appended, chained by digest, never changed."""

from typing import Any

import sqlalchemy as sa

from pipeline.digests import digest_json
from pipeline.store.payloads import now
from pipeline.store.tables import drafts, events
from schemas.review import Event, EventKind

__all__ = [
    "FORGOTTEN",
    "SYSTEM",
    "acceptance_in",
    "append_event",
    "arguments_of",
    "broken_links",
    "events_of",
    "pending_rewrites",
    "writer_in",
]

_ROOT = "0" * 64
# Who did something, once the house has forgotten it.
FORGOTTEN = "(effacé)"
# Who does what nobody asked for at that moment: the program itself.
SYSTEM = "morasse"


def append_event(
    db: sa.Connection, draft_id: str, kind: EventKind, *, actor: str, payload: dict[str, Any] | None = None
) -> Event:
    """Append one event with server time, in the caller's transaction."""
    # Appends to one draft wait for each other on its row.
    db.execute(sa.select(drafts.c.id).where(drafts.c.id == draft_id).with_for_update()).one()
    last = db.execute(
        sa.select(events.c.number, events.c.digest)
        .where(events.c.draft_id == draft_id)
        .order_by(events.c.number.desc())
        .limit(1)
    ).one_or_none()
    line = {
        "draft_id": draft_id,
        "number": last.number + 1 if last else 1,
        "at": now(),
        "kind": kind,
        "actor": actor,
        "payload": payload or {},
        "previous_digest": last.digest if last else _ROOT,
    }
    whole = {**line, "digest": digest_json(line)}
    db.execute(events.insert().values(whole))
    return Event.model_validate(whole)


def events_of(db: sa.Connection, draft_id: str) -> tuple[Event, ...]:
    """A draft's history, oldest first."""
    rows = db.execute(sa.select(events).where(events.c.draft_id == draft_id).order_by(events.c.number))
    return tuple(Event.model_validate(dict(row._mapping)) for row in rows)


def arguments_of(history: tuple[Event, ...], run: int) -> dict[str, Any]:
    """What a run of a draft's work was begun with, beside its number; nothing for the first."""
    told = [one.payload for one in history if one.payload.get("run") == run]
    return {key: value for key, value in told[-1].items() if key != "run"} if told else {}


def pending_rewrites(history: tuple[Event, ...]) -> int:
    """How many parts are being written again: asked for, and neither proposed nor given up yet."""
    asked = sum(one.kind == "regenerated" and "part" in one.payload for one in history)
    return asked - sum(one.kind == "proposed" for one in history)


def acceptance_in(history: tuple[Event, ...]) -> Event | None:
    """The acceptance of the whole text that still holds: no source's, no part's, and voided by no later change."""
    told = (one for one in reversed(history) if one.kind == "voided" or _is_of_the_text(one))
    last = next(told, None)
    return last if last and last.kind == "accepted" else None


def _is_of_the_text(event: Event) -> bool:
    return event.kind == "accepted" and "revision" in event.payload and "part" not in event.payload


def writer_in(history: tuple[Event, ...]) -> str:
    """The model that wrote the draft last, in French; an embedded one is said to be. Empty for an imported text."""
    made = [one.payload for one in history if one.kind == "generated"]
    return f"{'modèle embarqué' if made[-1]['embedded'] else 'modèle hébergé'} {made[-1]['model']}" if made else ""


def broken_links(db: sa.Connection) -> tuple[str, ...]:
    """Where a chain does not hold: `draft:number` of each event that was changed or follows one that is missing.

    A line whose names were forgotten counts as it was, if a later line of the same chain vouches for its digest.
    """
    broken = []
    for draft_id in db.execute(sa.select(drafts.c.id).order_by(drafts.c.id)).scalars():
        previous, history = _ROOT, events_of(db, draft_id)
        vouched = {(int(at), digest) for at, digest in _forgotten_lines(history)}
        for number, event in enumerate(history, 1):
            line = event.model_dump(mode="json", exclude={"digest"})
            forgotten = event.actor == FORGOTTEN and (event.number, event.digest) in vouched
            holds = forgotten or digest_json(line) == event.digest
            if (event.previous_digest, event.number) != (previous, number) or not holds:
                broken.append(f"{draft_id}:{event.number}")
            previous = event.digest
    return tuple(broken)


def _forgotten_lines(history: tuple[Event, ...]) -> list[tuple[str, str]]:
    """Number and digest of the lines that a house said it had taken names from."""
    return [line for one in history if one.kind == "pruned" for line in one.payload.get("lines", {}).items()]
