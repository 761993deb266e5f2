"""The source gate: taking a source in, supplying its text, confirming a doubtful one, beginning again, giving up."""

import sqlalchemy as sa

from pipeline.errors import GateFault, StaleRevision, UsageFault
from pipeline.fetch import Captured
from pipeline.gates.office import Office, keep_capture, record, restart
from pipeline.store.database import transaction
from pipeline.store.drafts import create_draft, find_draft, update_draft
from pipeline.store.history import append_event, arguments_of, events_of, pending_rewrites
from pipeline.store.payloads import get_model
from schemas.article import Article
from schemas.review import DecisionKind, DraftRow
from schemas.source import SourceRequest

__all__ = ["decide_source", "give_up", "resume", "stop", "submit"]


def submit(office: Office, request: SourceRequest, captured: Captured | None = None) -> DraftRow:
    """Take a source in and start its draft; `captured` when the editor handed the text over."""
    with transaction(office.engine) as db:
        row = create_draft(db, request)
        append_event(db, row.id, "submitted", actor=request.submitted_by, payload=request.model_dump(mode="json"))
        if captured is not None:
            keep_capture(db, row.id, captured, actor=request.submitted_by)
        office.start(db, "draft", row.id, row.run, {})
        return find_draft(db, row.id)


def resume(office: Office, draft_id: str, *, actor: str, captured: Captured | None = None) -> DraftRow:
    """Go on where it stopped: parked work, or a held source whose text is now given.

    At work or at the review gate already, there is nothing to do.
    """
    with transaction(office.engine) as db:
        row = find_draft(db, draft_id)
        if captured is None and (row.state == "working" or pending_rewrites(events_of(db, row.id))):
            return row
        if captured is None and row.state == "review_gate":
            return row
        if row.state not in ("parked", "source_gate"):
            raise UsageFault(f"Le brouillon {row.id} n’attend pas de reprise.", f"Voyez\u00a0: morasse show {row.id}.")
        if row.state == "source_gate" and captured is None:
            raise GateFault(f"La source est retenue\u00a0: {row.reason}", row.remedy)
        if captured is not None:
            keep_capture(db, row.id, captured, actor=actor)
        # The same source stays confirmed, and what is written anew is written anew; another text begins afresh.
        arguments = arguments_of(events_of(db, row.id), row.run) if captured is None else {}
        return restart(office, db, row, "resumed", actor=actor, arguments=arguments)


def stop(office: Office, draft_id: str, *, actor: str) -> DraftRow:
    """Set a draft at work aside: a call in flight is let go, no further one begins. What was made so far is kept, and
    resuming pays nothing twice.
    """
    with transaction(office.engine) as db:
        row = find_draft(db, draft_id)
        if row.state != "working":
            raise UsageFault(f"Le brouillon {row.id} n’est pas au travail.", f"Voyez\u00a0: morasse show {row.id}.")
        said = {"reason": "Arrêté à la demande.", "remedy": "Reprenez quand vous voulez."}
        update_draft(db, row.id, expected="working", state="parked", exit_code=0, **said)
        append_event(db, row.id, "parked", actor=actor, payload=said)
        return row


def decide_source(office: Office, draft_id: str, kind: DecisionKind, *, actor: str, comment: str) -> DraftRow:
    """Confirm a doubtful source (accept), or give it up (reject). Raises StaleRevision where it waits for neither."""
    with transaction(office.engine) as db:
        row = find_draft(db, draft_id)
        if row.state != "source_gate":
            raise StaleRevision("La source de ce brouillon n’attend plus de décision.", "Rechargez la page.")
        if kind == "accept":
            if row.article is None or not get_model(db, row.article, Article).paragraphs:
                raise GateFault("Cette page n’a pas de texte\u00a0: il n’y a rien à confirmer.", row.remedy)
            record(db, row, "source", kind, actor=actor, comment=comment)
            return restart(office, db, row, "accepted", actor=actor, arguments={"confirmed": True})
        if kind == "reject":
            return _rejected(db, row, actor=actor, comment=comment)
        raise UsageFault("Rien n’est encore rédigé.", row.remedy)


def give_up(office: Office, draft_id: str, *, actor: str, comment: str) -> DraftRow:
    """Reject parked work for good. Raises StaleRevision where it is not parked."""
    with transaction(office.engine) as db:
        row = find_draft(db, draft_id)
        if row.state != "parked":
            raise StaleRevision("Ce brouillon n’est plus à l’arrêt.", "Rechargez la page.")
        return _rejected(db, row, actor=actor, comment=comment)


def _rejected(db: sa.Connection, row: DraftRow, *, actor: str, comment: str) -> DraftRow:
    record(db, row, "source", "reject", actor=actor, comment=comment)
    update_draft(db, row.id, expected=row.state, state="rejected")
    append_event(db, row.id, "rejected", actor=actor, payload={"comment": comment})
    return find_draft(db, row.id)
