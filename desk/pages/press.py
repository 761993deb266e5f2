"""The bon à tirer: the article as it will look, what was checked and by whom, the signature, and the way out."""

from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from desk.cards import cards_of
from desk.doors import Form, Request, act, desk_of, see, signed_in
from desk.notes import notes_of
from desk.pages.relecture import last_void
from desk.sheet import find_row, open_sheet
from desk.source_changes import source_changes
from desk.templating import page
from pipeline.compose import Newsroom
from pipeline.errors import GateFault, UsageFault
from pipeline.gates import press
from pipeline.gates.delivery import DELIVERIES, deliver
from pipeline.gates.office import open_findings
from pipeline.gates.press import Sight
from pipeline.render import render
from pipeline.store.database import reading
from pipeline.store.history import acceptance_in

__all__ = ["ROUTES"]


def _press(request: Request) -> Response:
    return _shown(request)


def _shown(request: Request, *, sight: Sight | None = None, fault: GateFault | None = None) -> Response:
    newsroom, account = desk_of(request).newsroom, signed_in(request)
    with reading(newsroom.engine) as db:
        sheet = open_sheet(db, request.path_params["id"], account.id)
        if sheet.row.state in ("working", "parked", "source_gate"):
            raise UsageFault("Ce brouillon n’est pas encore au bon à tirer.", "Suivez son avancement.")
        still_open = open_findings(db, sheet.row, sheet.draft)
    house = newsroom.settings.house
    cards = cards_of(sheet, house)
    article = Markup(render(sheet.draft, "ghost", house=house))  # noqa: S704 - our own templates, which escape the draft
    return page(
        request,
        "press.html.jinja",
        status=409 if fault else 200,
        sheet=sheet,
        row=sheet.row,
        cards=cards,
        notes=[one for one in notes_of(sheet, cards) if one.severity != "note"],
        still_open=still_open,
        outside=[(card, one) for card in cards for one in card.outside],
        article=article,
        sight=sight,
        changes=source_changes(sheet.article, sight.today) if sight and sight.today else (),
        fault=fault,
        void=last_void(sheet.history),
        signed=next((one for one in reversed(sheet.history) if one.kind == "signed"), None),
        accepted=acceptance_in(sheet.history),
        may_sign="publisher" in account.roles,
        targets=DELIVERIES,
    )


def _look(request: Request, _form: Form) -> Response:
    newsroom = desk_of(request).newsroom
    with reading(newsroom.engine) as db:
        row = find_row(db, request.path_params["id"])
    return _shown(request, sight=_looked(newsroom, row.id))


def _looked(newsroom: Newsroom, draft_id: str) -> Sight:
    settings = newsroom.settings
    return press.look_closely(
        newsroom.office, draft_id, allow_loopback=settings.allow_loopback, limits=settings.service.fetch
    )


def _sign(request: Request, form: Form) -> Response:
    newsroom, draft_id = desk_of(request).newsroom, request.path_params["id"]
    name, base = signed_in(request).name, form.revision()
    sight = _looked(newsroom, draft_id)
    # The publisher's word is for what this page showed: what changed again since is shown before it counts.
    despite = form.text("malgre") == "oui" and form.text("vu") == sight.seal
    try:
        press.sign(newsroom.office, draft_id, actor=name, look=sight.look, despite_source=despite, base=base)
    except GateFault as fault:
        return _shown(request, sight=sight, fault=fault)
    return RedirectResponse(f"/brouillons/{draft_id}/bon-a-tirer", 303)


def _export(request: Request, form: Form) -> Response:
    newsroom, draft_id = desk_of(request).newsroom, request.path_params["id"]
    target = next((one for one in DELIVERIES if one == form.text("format")), None)
    if target is None:
        raise UsageFault("Ce format n’existe pas.", "Choisissez-en un de la liste.")
    left = deliver(newsroom.office, draft_id, actor=signed_in(request).name, to=target)
    headers = {"Content-Disposition": f'attachment; filename="{left.name}"'}
    return Response(left.text, media_type=f"{left.media_type}; charset=utf-8", headers=headers)


_DRAFT = "/brouillons/{id}"
ROUTES = (
    see(f"{_DRAFT}/bon-a-tirer", _press),
    act(f"{_DRAFT}/source/regarder", _look, "publisher", "reviewer"),
    act(f"{_DRAFT}/signer", _sign, "publisher"),
    act(f"{_DRAFT}/export", _export, "publisher", "editor"),
)
