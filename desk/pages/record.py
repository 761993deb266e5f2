"""The review record of a draft, as a page and as JSON; and the erratum a publisher adds after export."""

from starlette.responses import RedirectResponse, Response

from desk.difference import word_difference
from desk.doors import Form, Request, act, desk_of, see, signed_in
from desk.lines import one_an_act
from desk.sheet import find_row
from desk.templating import page
from desk.words import label_in
from pipeline.gates.errata import correct
from pipeline.gates.record import review_record
from pipeline.store.database import reading
from pipeline.store.drafts import load_text
from schemas.record import ReviewRecord
from schemas.review import DraftRow

__all__ = ["ROUTES"]


def _record(request: Request) -> Response:
    row, record, labels = _read(request)
    changes = [(labels[one.part], word_difference(one.before, one.after), one.by) for one in record.changes]
    steps = [one for one in record.steps if one.kind not in ("captured", "verified")]
    acts = one_an_act(steps, lambda step: (step.kind, step.actor, labels[step.part]))
    may_correct = "publisher" in signed_in(request).roles and any(one.kind == "exported" for one in record.steps)
    return page(
        request,
        "record.html.jinja",
        row=row,
        record=record,
        changes=changes,
        acts=acts,
        labels=labels,
        may_correct=may_correct,
    )


def _as_json(request: Request) -> Response:
    row, record, _ = _read(request)
    name = f"dossier-de-relecture-{row.id}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(record.model_dump_json(indent=1), media_type="application/json", headers=headers)


def _correct(request: Request, form: Form) -> Response:
    draft_id = request.path_params["id"]
    correct(desk_of(request).newsroom.office, draft_id, form.text("mots"), actor=signed_in(request).name)
    return RedirectResponse(f"/brouillons/{draft_id}/dossier", 303)


def _read(request: Request) -> tuple[DraftRow, ReviewRecord, dict[str, str]]:
    """The record, and what its parts are called."""
    with reading(desk_of(request).newsroom.engine) as db:
        row = find_row(db, request.path_params["id"])
        record = review_record(db, row)
        draft = load_text(db, row.revision) if row.revision else None
    parts = (*(one.part for one in record.changes), *(one.part for one in record.steps))
    labels = {part: label_in(draft, part) for part in parts}
    return row, record, labels


ROUTES = (
    see("/brouillons/{id}/dossier", _record),
    see("/brouillons/{id}/dossier.json", _as_json),
    act("/brouillons/{id}/erratum", _correct, "publisher"),
)
