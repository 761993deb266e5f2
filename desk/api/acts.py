"""What the gates ask of people, by API: decide, sign, export, correct; and the record of it all."""

from typing import Annotated

from fastapi import APIRouter, Path, Request

from desk.api.doors import Bearer, allow
from desk.api.shapes import Correction, Decision, DraftId, DraftLine, Exported, ExportRequest, Signature, line_of
from desk.doors import desk_of
from desk.sheet import find_row
from pipeline.errors import UsageFault
from pipeline.gates import errata, press, relecture
from pipeline.gates import source as source_gate
from pipeline.gates.delivery import deliver
from pipeline.gates.record import review_record
from pipeline.store.database import reading
from schemas.errata import Erratum
from schemas.record import ReviewRecord
from schemas.review import DraftRow

__all__ = ["router"]

router = APIRouter(tags=["gates"])
Id = Annotated[DraftId, Path()]


@router.post(
    "/drafts/{draft_id}/decisions",
    summary="Decide at the review gate (reviewer), the source gate or on parked work (editor)",
)
def decide(request: Request, bearer: Bearer, draft_id: Id, made: Decision) -> DraftLine:
    """Names the revision that was read; what reads otherwise now, the part or the whole, is not decided on: 409."""
    office, row = desk_of(request).newsroom.office, _row(request, draft_id)
    if row.state == "source_gate":
        allow(bearer, "editor")
        done = source_gate.decide_source(office, row.id, made.decision, actor=bearer.name, comment=made.comment)
        return line_of(done)
    if row.state == "parked" and made.decision == "reject":
        allow(bearer, "editor")
        return line_of(source_gate.give_up(office, row.id, actor=bearer.name, comment=made.comment))
    allow(bearer, "reviewer")
    if made.revision is None:
        raise UsageFault(
            "La décision ne nomme pas de version.", "Envoyez «\u00a0revision\u00a0», telle que vous l’avez lue."
        )
    if made.part is None:
        done = relecture.decide(
            office, row.id, made.decision, actor=bearer.name, comment=made.comment, base=made.revision
        )
        return line_of(done)
    done = relecture.decide_part(
        office, row.id, made.decision, made.part, actor=bearer.name, comment=made.comment, base=made.revision
    )
    return line_of(done)


@router.post("/drafts/{draft_id}/signature", summary="Sign the bon à tirer (publisher)")
def sign(request: Request, bearer: Bearer, draft_id: Id, given: Signature) -> DraftLine:
    """The source is looked at once more; where it changed or went, `despite_source` says that this was seen."""
    allow(bearer, "publisher")
    newsroom, row = desk_of(request).newsroom, _row(request, draft_id)
    settings = newsroom.settings
    look = press.look_again(
        newsroom.office, row.id, allow_loopback=settings.allow_loopback, limits=settings.service.fetch
    )
    signed = press.sign(
        newsroom.office, row.id, actor=bearer.name, look=look, despite_source=given.despite_source, base=given.revision
    )
    return line_of(signed)


@router.post("/drafts/{draft_id}/exports", summary="Let the signed text leave (publisher, editor)")
def export(request: Request, bearer: Bearer, draft_id: Id, wanted: ExportRequest) -> Exported:
    """Every export is an event. Errata stand at the end."""
    allow(bearer, "publisher", "editor")
    left = deliver(desk_of(request).newsroom.office, _row(request, draft_id).id, actor=bearer.name, to=wanted.format)
    return Exported(name=left.name, media_type=left.media_type, text=left.text)


@router.post("/drafts/{draft_id}/errata", status_code=201, summary="Add a signed erratum after export (publisher)")
def correct(request: Request, bearer: Bearer, draft_id: Id, said: Correction) -> Erratum:
    """Its words are appended to every later export."""
    allow(bearer, "publisher")
    return errata.correct(desk_of(request).newsroom.office, _row(request, draft_id).id, said.text, actor=bearer.name)


@router.get("/drafts/{draft_id}/record", summary="The review record")
def record(request: Request, _bearer: Bearer, draft_id: Id) -> ReviewRecord:
    """Who, when, which source, which model and prompts, what changed."""
    with reading(desk_of(request).newsroom.engine) as db:
        return review_record(db, find_row(db, draft_id))


def _row(request: Request, draft_id: str) -> DraftRow:
    with reading(desk_of(request).newsroom.engine) as db:
        return find_row(db, draft_id)
