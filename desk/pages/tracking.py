"""A draft on its way: what is being done, what it took so far, why it stopped and what would help."""

from collections.abc import AsyncIterator

from starlette.responses import RedirectResponse, Response

from desk.doors import Form, Request, act, desk_of, see, signed_in, stream
from desk.pages.submit import handed_over
from desk.sheet import find_row
from desk.templating import page
from pipeline.errors import UsageFault
from pipeline.gates import source as gate
from pipeline.models.prices import load_prices
from pipeline.store.database import reading
from pipeline.store.history import events_of
from pipeline.store.payloads import get_model
from pipeline.store.results import stage_runs_of
from schemas.account import Role
from schemas.article import Article
from schemas.review import DecisionKind

__all__ = ["RESUMERS", "ROUTES"]

_STOPPERS: tuple[Role, ...] = ("editor", "reviewer")
# Whoever is waited for where work is parked.
RESUMERS: tuple[Role, ...] = ("editor", "reviewer", "maintainer")


def _draft(request: Request) -> Response:
    """The draft's page: where it is being worked on, or the room where it waits."""
    with reading(desk_of(request).newsroom.engine) as db:
        row = find_row(db, request.path_params["id"])
        if row.state in ("review_gate", "press_gate", "signed"):
            room = "relecture" if row.state == "review_gate" else "bon-a-tirer"
            return RedirectResponse(f"/brouillons/{row.id}/{room}", 303)
        stages = tuple(one for one in stage_runs_of(db, row.id) if one.run >= row.run)
        article = get_model(db, row.article, Article) if row.article else None
        refusal = next((one for one in reversed(events_of(db, row.id)) if one.kind == "rejected"), None)
    currency = load_prices(desk_of(request).newsroom.settings.house_dir).currency
    roles = set(signed_in(request).roles)
    return page(
        request,
        "tracking.html.jinja",
        row=row,
        stages=stages,
        article=article,
        refusal=refusal,
        currency=currency,
        may_stop=bool(roles & set(_STOPPERS)),
        may_resume=bool(roles & set(RESUMERS)),
    )


def _stop(request: Request, _form: Form) -> Response:
    gate.stop(desk_of(request).newsroom.office, request.path_params["id"], actor=signed_in(request).name)
    return _back(request)


def _resume(request: Request, form: Form) -> Response:
    """Go on; with the source's text where one was handed over."""
    newsroom, name = desk_of(request).newsroom, signed_in(request).name
    draft_id = request.path_params["id"]
    with reading(newsroom.engine) as db:
        row = find_row(db, draft_id)
    captured = handed_over(form, supplied_by=name, url=row.source if "://" in row.source else "")
    if row.state == "source_gate" and captured is None:
        raise UsageFault("Il n’y a pas de texte.", "Collez-le, ou joignez la page enregistrée.")
    gate.resume(newsroom.office, draft_id, actor=name, captured=captured)
    return _back(request)


def _decide(request: Request, form: Form) -> Response:
    kind: DecisionKind = "accept" if form.text("decision") == "confirmer" else "reject"
    office, name = desk_of(request).newsroom.office, signed_in(request).name
    gate.decide_source(office, request.path_params["id"], kind, actor=name, comment=form.text("commentaire"))
    return _back(request)


def _give_up(request: Request, form: Form) -> Response:
    office, name = desk_of(request).newsroom.office, signed_in(request).name
    gate.give_up(office, request.path_params["id"], actor=name, comment=form.text("commentaire"))
    return _back(request)


def _back(request: Request) -> Response:
    return RedirectResponse(f"/brouillons/{request.path_params['id']}", 303)


async def _news(request: Request) -> AsyncIterator[bytes]:
    progress = desk_of(request).progress
    async for line in progress.listen(request.path_params["id"], signed_in(request).id):
        yield line


ROUTES = (
    see("/brouillons/{id}", _draft),
    stream("/brouillons/{id}/nouvelles", _news),
    act("/brouillons/{id}/arreter", _stop, *_STOPPERS),
    act("/brouillons/{id}/reprendre", _resume, *RESUMERS),
    act("/brouillons/{id}/source", _decide, "editor"),
    act("/brouillons/{id}/renoncer", _give_up, "editor"),
)
