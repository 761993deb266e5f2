"""The review gate: decisions on parts, the decision on the whole."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

import sqlalchemy as sa

from pipeline.digests import digest_json
from pipeline.errors import GateFault, UsageFault
from pipeline.gates.office import (
    Office,
    check_read,
    names_of,
    open_draft,
    open_findings,
    record,
    restart,
    revise,
    text_at,
    void,
)
from pipeline.store.database import transaction
from pipeline.store.drafts import find_draft, update_draft
from pipeline.store.history import append_event, events_of
from schemas.draft import Analyse, Synthese
from schemas.parts import stable_path
from schemas.review import DecisionKind, DraftRow

__all__ = ["decide", "decide_part", "decide_parts"]

# An acceptance this soon after the last change, and without an edit, is flagged in the record, not hidden.
_HASTY_S = 10.0
_OUTSIDE = re.compile(r"actions\[([^\]]+)\]\.outside_knowledge\[(\d+)\]")


def decide(
    office: Office, draft_id: str, kind: DecisionKind, *, actor: str, comment: str, base: str | None = None
) -> DraftRow:
    """Decide on the whole: accept (to the bon à tirer), reject, or have it written anew.

    `base` names the revision that was read; a newer one is not decided on. Raises StaleRevision.
    """
    with transaction(office.engine) as db:
        row, draft = open_draft(db, draft_id, base)
        if row.state != "review_gate":
            raise UsageFault(f"Le brouillon {row.id} n’est pas à la relecture.", f"Voyez\u00a0: morasse show {row.id}.")
        if kind == "regenerate":
            record(db, row, "review", kind, actor=actor, comment=comment)
            arguments = {"attempt": row.run + 1, "confirmed": True}
            return restart(office, db, row, "regenerated", actor=actor, arguments=arguments)
        if kind == "accept":
            _check_findings(db, row, draft)
        record(db, row, "review", kind, actor=actor, comment=comment)
        accepted = kind == "accept"
        update_draft(db, row.id, expected="review_gate", state="press_gate" if accepted else "rejected")
        payload = {"revision": row.revision, "comment": comment, "hasty": accepted and _is_hasty(db, row)}
        append_event(db, row.id, "accepted" if accepted else "rejected", actor=actor, payload=payload)
        return find_draft(db, row.id)


def decide_part(
    office: Office, draft_id: str, kind: DecisionKind, part: str, *, actor: str, comment: str, base: str | None = None
) -> DraftRow:
    """As `decide_parts`, on one part."""
    return decide_parts(office, draft_id, kind, (part,), actor=actor, comment=comment, base=base)


def decide_parts(
    office: Office,
    draft_id: str,
    kind: DecisionKind,
    parts: Sequence[str],
    *,
    actor: str,
    comment: str,
    base: str | None = None,
) -> DraftRow:
    """Decide on parts, on all or on none: answer for them, refuse them with a word, have them written again; or settle
    outside knowledge.

    `base` names the revision that was read; raises StaleRevision where one of these parts reads otherwise now.
    """
    with transaction(office.engine) as db:
        row, draft = open_draft(db, draft_id)
        check_read(db, row, draft, parts, base)
        for part in parts:
            _decide_on(office, db, part, kind, draft_id=row.id, actor=actor, comment=comment)
        return find_draft(db, row.id)


def _decide_on(
    office: Office, db: sa.Connection, part: str, kind: DecisionKind, *, draft_id: str, actor: str, comment: str
) -> None:
    # Read again for each part: settling the one before made a new text.
    row, draft = open_draft(db, draft_id)
    if _OUTSIDE.fullmatch(part):
        _settle_outside(office, db, row, draft, part, kind, actor=actor)
        return
    text = text_at(draft, part)
    if kind == "regenerate":
        # Its number may be another part's by the time the new text comes.
        part = stable_path(draft, part)
        append_event(db, row.id, "regenerated", actor=actor, payload={"part": part, "comment": comment})
        run = len(events_of(db, row.id))
        office.start(db, "rewrite", row.id, run, {"part": part, "base": row.revision, "comment": comment})
        return
    known = names_of(draft, part)
    if kind == "accept" and not comment and any(one.part in known for one in open_findings(db, row, draft)):
        raise GateFault(
            f"«\u00a0{part}\u00a0» porte un point bloquant.",
            "Corrigez-le, ou dites pourquoi il est juste\u00a0: --comment TEXTE.",
        )
    payload = {"part": part, "text": digest_json(text), "comment": comment, "revision": row.revision}
    append_event(db, row.id, "accepted" if kind == "accept" else "commented", actor=actor, payload=payload)


def _settle_outside(
    office: Office,
    db: sa.Connection,
    row: DraftRow,
    draft: Analyse | Synthese,
    part: str,
    kind: DecisionKind,
    *,
    actor: str,
) -> None:
    status: Literal["confirmed", "struck"] = "confirmed" if kind == "accept" else "struck"
    passage = text_at(draft, part)
    settled = with_status(draft, part, status)
    revision = revise(office, db, row, settled, actor=actor)
    # Its number in a list may be another passage's one day: the record says the words that someone answered for.
    payload = {"part": part, "status": status, "passage": passage, "revision": revision, "base": row.revision}
    append_event(db, row.id, "edited", actor=actor, payload=payload)
    # Confirming changes no word of what was accepted; striking does.
    if status == "struck":
        void(db, row, actor=actor)


def with_status(draft: Analyse | Synthese, part: str, status: Literal["confirmed", "struck"]) -> Analyse | Synthese:
    """The draft with one passage of outside knowledge confirmed or struck; striking takes its words out too."""
    match = _OUTSIDE.fullmatch(part)
    if match is None or not isinstance(draft, Analyse):
        raise UsageFault(f"«\u00a0{part}\u00a0» n’est pas un savoir extérieur.", "Voyez\u00a0: morasse show ID.")
    actions = list(draft.actions)
    number = next(n for n, one in enumerate(actions) if match[1] in (str(n), one.id))
    passages = list(actions[number].outside_knowledge)
    passage = passages[int(match[2])]
    passages[int(match[2])] = passage.model_copy(update={"status": status})
    changes: dict[str, object] = {"outside_knowledge": tuple(passages)}
    if status == "struck":
        for field in ("title", "description", "signal"):
            changes[field] = re.sub(r"\s{2,}", " ", getattr(actions[number], field).replace(passage.text, "")).strip()
    actions[number] = actions[number].model_copy(update=changes)
    return draft.model_copy(update={"actions": tuple(actions)})


def _check_findings(db: sa.Connection, row: DraftRow, draft: Analyse | Synthese) -> None:
    still = open_findings(db, row, draft)
    if still:
        places = ", ".join(dict.fromkeys(one.part for one in still))
        raise GateFault(
            f"Points bloquants sans réponse\u00a0: {places}.",
            f"Corrigez-les (morasse edit {row.id} --part …), "
            f"ou répondez-en (morasse decide {row.id} accept --part … --comment …).",
        )


def _is_hasty(db: sa.Connection, row: DraftRow) -> bool:
    edited = any(one.kind == "edited" for one in events_of(db, row.id))
    return not edited and (datetime.now(UTC) - datetime.fromisoformat(row.updated_at)).total_seconds() < _HASTY_S
