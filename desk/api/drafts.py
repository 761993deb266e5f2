"""Sources in, drafts out: submit, list, read."""

from typing import Annotated

from fastapi import APIRouter, File, Path, Query, Request, UploadFile
from fastapi import Form as FormField
from starlette.responses import JSONResponse, Response

from desk.api.doors import Bearer, allow
from desk.api.shapes import (
    Address,
    DraftId,
    DraftLine,
    DraftList,
    DraftSheet,
    Fault,
    FoundPoint,
    Submission,
    Words,
    line_of,
)
from desk.doors import Desk, Form, desk_of
from desk.pages.submit import handed_over
from desk.sheet import find_row
from pipeline.errors import UsageFault
from pipeline.fetch import Captured
from pipeline.gates import source as gate
from pipeline.gates.errata import errata_in
from pipeline.gates.office import answers_to
from pipeline.store.database import reading
from pipeline.store.drafts import load_text
from pipeline.store.history import events_of
from pipeline.store.payloads import get_model
from pipeline.store.search import drafts_of_source, search_drafts
from schemas.account import Account
from schemas.draft import Analyse, Synthese
from schemas.finding import Finding, Verification
from schemas.review import DraftState, Event
from schemas.source import Format, SourceRequest

__all__ = ["router"]

router = APIRouter(tags=["drafts"])
_MAX_LINES = 200


@router.get("/drafts", summary="The queue: newest first, by state, kind and words")
def list_drafts(
    request: Request,
    _bearer: Bearer,
    state: DraftState | None = None,
    format: Format | None = None,
    q: Annotated[str, Query(max_length=200, description="words of title, source and text")] = "",
    limit: Annotated[int, Query(ge=1, le=_MAX_LINES)] = 50,
    skip: Annotated[int, Query(ge=0, le=10_000)] = 0,
) -> DraftList:
    """Every token may read the queue."""
    states: tuple[DraftState, ...] = (state,) if state else ()
    with reading(desk_of(request).newsroom.engine) as db:
        found = search_drafts(db, states=states, words=q, format=format or "", limit=limit + 1, skip=skip)
    return DraftList(drafts=tuple(line_of(one) for one in found[:limit]), more=len(found) > limit)


@router.post("/drafts", status_code=201, summary="Submit an address or a text (editor)", response_model=DraftLine)
def submit(request: Request, bearer: Bearer, asked: Submission) -> Response:
    """The draft is on its way when this answers; read it again for its state. 409: the address has one."""
    allow(bearer, "editor")
    form = Form(texts={"texte": asked.text or ""})
    captured = handed_over(form, supplied_by=bearer.name, url=_without_fragment(asked.url))
    return _submit(desk_of(request), bearer, asked, captured)


@router.post("/drafts/upload", status_code=201, summary="Submit a saved page (editor)", response_model=DraftLine)
def upload(
    request: Request,
    bearer: Bearer,
    file: Annotated[UploadFile, File(description="HTML, MHTML, PDF, plain text or Markdown")],
    url: Annotated[Address | None, FormField()] = None,
    format: Annotated[Format, FormField()] = "analyse",
    note: Annotated[Words, FormField()] = "",
    local_only: Annotated[bool, FormField()] = False,
) -> Response:
    """A page that is closed to robots, as a browser or a person saved it."""
    allow(bearer, "editor")
    name = (file.filename or "").replace("\x00", "")
    if not name:
        raise UsageFault("Le fichier n’a pas de nom.", "Donnez-lui celui de la page enregistrée.")
    content = file.file.read()
    form = Form(texts={}, file=(name, content))
    captured = handed_over(form, supplied_by=bearer.name, url=_without_fragment(url))
    asked = Submission(url=url, format=format, note=note, local_only=local_only, again=True)
    return _submit(desk_of(request), bearer, asked, captured)


@router.get("/drafts/{draft_id}", summary="One draft: text, findings, errata, events")
def read(request: Request, _bearer: Bearer, draft_id: Annotated[DraftId, Path()]) -> DraftSheet:
    """Offsets of findings count in their part's text; `part` is a path such as `body[2]`."""
    with reading(desk_of(request).newsroom.engine) as db:
        row = find_row(db, draft_id)
        draft = load_text(db, row.revision) if row.revision else None
        found = get_model(db, row.verification, Verification).findings if row.verification else ()
        history = events_of(db, row.id)
    points = tuple(_point(history, draft, one) for one in found) if draft else ()
    return DraftSheet(line=line_of(row), draft=draft, findings=points, errata=errata_in(history), events=history)


def _submit(desk: Desk, bearer: Account, asked: Submission, captured: Captured | None) -> Response:
    url = _without_fragment(asked.url)
    if not url and captured is None:
        raise UsageFault("Il n’y a pas de source.", "Donnez une adresse (url), un texte (text) ou un fichier.")
    if url and not asked.again:
        with reading(desk.newsroom.engine) as db:
            existing = tuple(one.id for one in drafts_of_source(db, url))
        if existing:
            said = "Cette adresse a déjà un brouillon."
            fault = Fault(
                message=said, remedy="Pour en demander un autre, envoyez «\u00a0again\u00a0».", existing=existing
            )
            return JSONResponse(fault.model_dump(mode="json"), 409)
    wanted = SourceRequest(
        source=url or (captured.snapshot.requested_url if captured else ""),
        format=asked.format,
        submitted_by=bearer.name,
        note=asked.note,
        local_only=asked.local_only,
    )
    row = gate.submit(desk.newsroom.office, wanted, captured)
    return JSONResponse(line_of(row).model_dump(mode="json"), 201, {"Location": f"/api/v1/drafts/{row.id}"})


def _without_fragment(url: str | None) -> str:
    # Only a browser reads it.
    return (url or "").partition("#")[0]


def _point(history: tuple[Event, ...], draft: Analyse | Synthese, found: Finding) -> FoundPoint:
    try:
        answers = answers_to(history, draft, found.part, found.code, found.excerpt)
    except UsageFault:
        # About the whole, not about one part: nobody can have answered.
        answers = ()
    return FoundPoint(finding=found, answered_by=answers[-1].actor if answers else "")
