"""The review record of a draft, read from what the house stored: nothing in it is told from memory."""

from collections.abc import Iterable

import sqlalchemy as sa

from pipeline.gates.errata import errata_in
from pipeline.store.drafts import load_text, revisions_of
from pipeline.store.history import acceptance_in, events_of
from pipeline.store.payloads import get_model
from pipeline.store.results import provenance_of
from schemas.article import Article
from schemas.draft import Analyse, Synthese
from schemas.parts import Part, iter_parts, stable_path
from schemas.record import PartChange, RecordedSource, RecordStep, ReviewRecord
from schemas.review import DraftRow, Event
from schemas.source import Snapshot

__all__ = ["changed_parts", "review_record"]


def review_record(db: sa.Connection, row: DraftRow) -> ReviewRecord:
    """Who did what and when, against which source, with which model and prompts, and what people changed."""
    history = events_of(db, row.id)
    accepted = acceptance_in(history)
    signed = _last(one for one in history if one.kind == "signed") if row.signed_revision else None
    return ReviewRecord(
        draft=row.id,
        title=row.title,
        format=row.format,
        state=row.state,
        local_only=row.request.local_only,
        source=_source(db, row),
        made_with=provenance_of(db, row.id),
        changes=_changes(db, row, history),
        steps=tuple(_step(one) for one in history),
        accepted_by=accepted.actor if accepted else "",
        accepted_at=accepted.at if accepted else "",
        signed_by=signed.actor if signed else "",
        signed_at=signed.at if signed else "",
        signed_revision=row.signed_revision or "",
        source_at_signature=str(signed.payload["source"]) if signed else "",
        errata=errata_in(history),
        events=len(history),
        chain=history[-1].digest if history else "",
    )


def changed_parts(written: Analyse | Synthese, final: Analyse | Synthese) -> tuple[PartChange, ...]:
    """The parts whose text differs between what the model wrote and what stands now, in reading order."""
    before, after = _texts(written), _texts(final)
    names = dict.fromkeys((*after, *before))
    return tuple(
        PartChange(part=name, before=before.get(name, ""), after=after.get(name, ""))
        for name in names
        if before.get(name, "") != after.get(name, "")
    )


def _changes(db: sa.Connection, row: DraftRow, history: tuple[Event, ...]) -> tuple[PartChange, ...]:
    made = [one.revision for one in revisions_of(db, row.id) if one.origin != "human"]
    if not made or row.revision is None:
        return ()
    final = load_text(db, row.revision)
    by: dict[str, list[str]] = {}
    for one in history:
        if one.kind == "edited":
            by.setdefault(_stable(final, str(one.payload.get("part", ""))), []).append(one.actor)
    return tuple(
        change.model_copy(update={"by": tuple(dict.fromkeys(_editors(change.part, by)))})
        for change in changed_parts(load_text(db, made[-1]), final)
    )


def _editors(part: str, by: dict[str, list[str]]) -> Iterable[str]:
    """Who edited a part, or struck the whole it belonged to."""
    for name, actors in by.items():
        if part == name or part.startswith(f"{name}."):
            yield from actors


def _texts(draft: Analyse | Synthese) -> dict[str, str]:
    return {_stable(draft, one.path): one.text for one in _full(iter_parts(draft))}


def _full(parts: Iterable[Part]) -> Iterable[Part]:
    return (one for one in parts if one.text)


def _stable(draft: Analyse | Synthese, path: str) -> str:
    try:
        return stable_path(draft, path)
    except KeyError:
        return path


def _source(db: sa.Connection, row: DraftRow) -> RecordedSource:
    article = get_model(db, row.article, Article) if row.article else None
    snapshot = get_model(db, row.snapshot, Snapshot) if row.snapshot else None
    return RecordedSource(
        address=row.source,
        title=article.title if article else "",
        outlet=(article.outlet if article else None) or "",
        authors=article.authors if article else (),
        published=(article.published if article else None) or "",
        captured_at=snapshot.captured_at if snapshot else "",
        supply=snapshot.supply if snapshot else None,
        supplied_by=snapshot.supplied_by if snapshot else "",
        content_digest=snapshot.content_digest if snapshot else "",
        article_digest=row.article or "",
    )


def _step(event: Event) -> RecordStep:
    said = event.payload
    return RecordStep(
        number=event.number,
        at=event.at,
        actor=event.actor,
        kind=event.kind,
        part=str(said.get("part") or ("source" if said.get("confirmed") else "")),
        comment=str(
            said.get("comment")
            or said.get("reason")
            or said.get("passage")
            or (said["text"] if event.kind == "corrected" else "")
        ),
        hasty=bool(said.get("hasty", False)),
        to=str(said.get("to") or ""),
        outside=said.get("status") or "",
        mended=event.kind == "generated" and said["origin"] == "repair",
    )


def _last(found: Iterable[Event]) -> Event | None:
    return next(reversed(list(found)), None)
