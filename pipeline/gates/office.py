"""What every act at a gate needs: the database, the house, a way to start work, and the rules all acts share."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from pipeline.digests import digest_article, digest_house, digest_json
from pipeline.errors import StaleRevision, UsageFault
from pipeline.fetch import Captured
from pipeline.judge import with_judgement
from pipeline.repair import with_trouble
from pipeline.store.drafts import add_revision, find_draft, load_text, revisions_of, update_draft
from pipeline.store.history import append_event, events_of
from pipeline.store.judgements import judgement_of
from pipeline.store.mendings import trouble_of
from pipeline.store.payloads import get_model, insert_missing, now, put_bytes, put_json
from pipeline.store.tables import decisions
from pipeline.store.workers import Start
from pipeline.verify import verify
from pipeline.verify.form.grammar import grammar_kept
from schemas.article import Article
from schemas.draft import Analyse, Synthese
from schemas.finding import Finding, Verification
from schemas.house import House
from schemas.parts import part_at, part_text, plain_path, stable_path
from schemas.review import DecisionKind, DraftRow, Event, EventKind

__all__ = [
    "Office",
    "answers_to",
    "check_read",
    "keep_capture",
    "names_of",
    "open_draft",
    "open_findings",
    "record",
    "restart",
    "revise",
    "stale",
    "text_at",
    "text_read",
    "verified",
    "void",
]

_VERIFIED: dict[tuple[str, str, str], Verification] = {}
_VERIFIED_MAX = 64


@dataclass(frozen=True)
class Office:
    """The acts' common ground. `start` enqueues a segment within the act's own transaction."""

    engine: sa.Engine
    house: House
    start: Start


def open_draft(db: sa.Connection, draft_id: str, base: str | None = None) -> tuple[DraftRow, Analyse | Synthese]:
    """A draft with a text that people may act on. `base` names the revision its reader saw. Raises StaleRevision."""
    row = find_draft(db, draft_id)
    if row.revision is not None and row.state == "parked":
        raise UsageFault(
            f"Le brouillon {row.id} est en attente\u00a0: {row.reason}",
            f"Reprenez-le\u00a0: morasse resume {row.id}\u00a0; ou renoncez\u00a0: morasse decide {row.id} reject.",
        )
    if row.revision is None or row.state in ("working", "parked", "source_gate"):
        raise UsageFault(
            f"Le brouillon {row.id} n’a pas encore de texte à relire.",
            f"Voyez où il en est\u00a0: morasse show {row.id}.",
        )
    if base is not None and not row.revision.startswith(base):
        raise StaleRevision(
            f"Quelqu’un a modifié le brouillon {row.id} entre-temps\u00a0; rien n’a été écrasé.",
            f"Relisez la version actuelle, puis recommencez\u00a0: morasse show {row.id}.",
        )
    return row, load_text(db, row.revision)


def check_read(
    db: sa.Connection, row: DraftRow, draft: Analyse | Synthese, parts: Iterable[str], base: str | None
) -> None:
    """Raise StaleRevision where one of these parts reads otherwise than in revision `base`; None asks nothing."""
    if base is None or base == row.revision:
        return
    read = text_read(db, row, base)
    if any(_shown(read, part) != _shown(draft, part) for part in parts):
        raise stale(row)


def text_read(db: sa.Connection, row: DraftRow, base: str) -> Analyse | Synthese:
    """The text someone read, whose revision `base` names or begins; only one that this draft had.

    Raises StaleRevision.
    """
    known = next((one.revision for one in revisions_of(db, row.id) if base and one.revision.startswith(base)), None)
    if known is None:
        raise stale(row)
    return load_text(db, known)


def stale(row: DraftRow) -> StaleRevision:
    """What is said to someone whose words are no longer the current ones."""
    return StaleRevision(
        f"Quelqu’un a modifié cette partie du brouillon {row.id} entre-temps\u00a0; rien n’a été écrasé.",
        "Relisez la version actuelle, puis recommencez.",
    )


def verified(draft: Analyse | Synthese, article: Article, *, house: House) -> Verification:
    """What verification finds, kept for the last texts asked about: an act asks before it takes the write lock, and
    again under it.
    """
    key = (digest_json(draft), digest_article(article), digest_house(house))
    found = _VERIFIED.pop(key, None) or verify(draft, article, house=house)
    _VERIFIED[key] = found
    with suppress(StopIteration, KeyError):
        while len(_VERIFIED) > _VERIFIED_MAX:
            del _VERIFIED[next(iter(_VERIFIED))]
    return found


def revise(office: Office, db: sa.Connection, row: DraftRow, draft: Analyse | Synthese, *, actor: str) -> str:
    """Make a person's text the current one, verified again; what the judge said of sentences that stand, stands."""
    article = get_model(db, row.article or "", Article)
    before = get_model(db, row.verification, Verification) if row.verification else Verification()
    by_program = [one.revision for one in revisions_of(db, row.id) if one.origin != "human"]
    read = load_text(db, by_program[-1]) if by_program else draft
    found = grammar_kept(verified(draft, article, house=office.house), before, draft, read=read)
    found = with_trouble(found, trouble_of(db, row.id))
    verification = with_judgement(found, draft, judgement_of(db, row.id))
    return add_revision(db, row, draft, verification, origin="human", actor=actor)


def void(db: sa.Connection, row: DraftRow, *, actor: str) -> None:
    """Send a draft that had passed a gate back to the review gate, and say so: its text is no longer what passed."""
    if row.state in ("press_gate", "signed"):
        append_event(db, row.id, "voided", actor=actor, payload={"was": row.state, "revision": row.revision})
        update_draft(db, row.id, state="review_gate", signed_revision=None)


def record(db: sa.Connection, row: DraftRow, gate: str, kind: DecisionKind, *, actor: str, comment: str) -> None:
    """Put a decision on record; of two for one revision and gate, the second is refused."""
    decision = {
        "draft_id": row.id,
        "gate": gate,
        "number": row.run if gate == "source" else revisions_of(db, row.id)[-1].number,
        "kind": kind,
        "actor": actor,
        "comment": comment,
        "at": now(),
    }
    if not insert_missing(db, decisions, decision):
        raise StaleRevision(
            f"Une décision a déjà été prise sur cette version du brouillon {row.id}.",
            f"Voyez\u00a0: morasse show {row.id}.",
        )


def restart(
    office: Office, db: sa.Connection, row: DraftRow, kind: EventKind, *, actor: str, arguments: dict[str, Any]
) -> DraftRow:
    """Begin the next run of a draft's work."""
    run = row.run + 1
    update_draft(db, row.id, expected=row.state, state="working", run=run, reason="", remedy="", exit_code=0)
    append_event(db, row.id, kind, actor=actor, payload={"run": run, **arguments})
    office.start(db, "draft", row.id, run, arguments)
    return find_draft(db, row.id)


def keep_capture(db: sa.Connection, draft_id: str, captured: Captured, *, actor: str) -> None:
    """Keep a text that a person handed over as the draft's snapshot."""
    put_bytes(db, captured.content)
    snapshot = put_json(db, captured.snapshot)
    update_draft(db, draft_id, snapshot=snapshot)
    append_event(db, draft_id, "captured", actor=actor, payload={"snapshot": snapshot})


def open_findings(db: sa.Connection, row: DraftRow, draft: Analyse | Synthese) -> tuple[Finding, ...]:
    """Blocking findings that no reviewer answered for; an answer holds as long as the part's words do."""
    if row.verification is None:
        return ()
    history = events_of(db, row.id)
    return tuple(
        one
        for one in get_model(db, row.verification, Verification).blocking
        if not answers_to(history, draft, one.part, one.code, one.excerpt)
    )


def answers_to(
    history: tuple[Event, ...], draft: Analyse | Synthese, part: str, code: str, excerpt: str
) -> tuple[Event, ...]:
    """Who answered for a finding, and how: the part accepted as it stands, or this finding dismissed."""
    known = names_of(draft, part)
    words = digest_json(text_at(draft, part))
    return tuple(
        one
        for one in history
        if one.payload.get("part") in known
        and one.payload.get("text") == words
        and (one.kind == "accepted" or (one.kind == "dismissed" and _is_about(one, code, excerpt)))
    )


def names_of(draft: Analyse | Synthese, part: str) -> frozenset[str]:
    """Every way history may have named a part: by number and by stable id."""
    try:
        return frozenset((part, plain_path(draft, part), stable_path(draft, part)))
    except KeyError:
        return frozenset((part,))


def _shown(draft: Analyse | Synthese, part: str) -> tuple[str, str] | None:
    """What a reader saw of a part: its words and, of outside knowledge, whether it was settled; None: not there."""
    try:
        return part_text(draft, part), str(getattr(part_at(draft, part), "status", ""))
    except KeyError:
        return None


def _is_about(event: Event, code: str, excerpt: str) -> bool:
    return (event.payload.get("code"), event.payload.get("excerpt")) == (code, excerpt)


def text_at(draft: Analyse | Synthese, part: str) -> str:
    """The text of a part. Raises UsageFault with what to do when the draft has no such part."""
    try:
        return part_text(draft, part)
    except KeyError:
        raise UsageFault(
            f"Le brouillon n’a pas de partie «\u00a0{part}\u00a0».",
            "Les parties se lisent dans\u00a0: morasse show ID.",
        ) from None
