"""The bon à tirer: the article as it will look, what was checked and by whom, the signature, and the way out."""

from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from desk.cards import cards_of
from desk.difference import word_difference
from desk.doors import Form, Request, act, desk_of, see, signed_in
from desk.notes import notes_of
from desk.pages.relecture import last_void
from desk.sheet import find_row, open_sheet
from desk.templating import page
from pipeline.compose import Newsroom
from pipeline.errors import GateFault, UsageFault
from pipeline.gates import press
from pipeline.gates.delivery import DELIVERIES, deliver
from pipeline.gates.office import open_findings
from pipeline.gates.press import SourceLook
from pipeline.render import render
from pipeline.store.database import reading
from pipeline.store.history import acceptance_in
from schemas.article import Article

__all__ = ["ROUTES"]


def _press(request: Request) -> Response:
    return _shown(request)


def _shown(
    request: Request, *, look: SourceLook | None = None, today: Article | None = None, fault: GateFault | None = None
) -> Response:
    newsroom, account = desk_of(request).newsroom, signed_in(request)
    with reading(newsroom.engine) as db:
        sheet = open_sheet(db, request.path_params["id"], account.id)
        if sheet.row.state in ("working", "parked", "source_gate"):
            raise UsageFault("Ce brouillon n’est pas encore au bon à tirer.", "Suivez son avancement.")
        still_open = open_findings(db, sheet.row, sheet.draft)
    house = newsroom.settings.house
    cards = cards_of(sheet, house)
    # Written by our own templates, which escape what comes from the draft.
    article = Markup(render(sheet.draft, "ghost", house=house))  # noqa: S704
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
        look=look,
        changes=_changes(sheet.article, today) if today else (),
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
    look, today = _looked(newsroom, row.id)
    return _shown(request, look=look, today=today)


def _looked(newsroom: Newsroom, draft_id: str) -> tuple[SourceLook, Article | None]:
    settings = newsroom.settings
    return press.look_closely(
        newsroom.office, draft_id, allow_loopback=settings.allow_loopback, limits=settings.service.fetch
    )


def _sign(request: Request, form: Form) -> Response:
    newsroom, draft_id = desk_of(request).newsroom, request.path_params["id"]
    name, base = signed_in(request).name, form.revision()
    look, today = _looked(newsroom, draft_id)
    despite = form.text("malgre") == "oui"
    try:
        press.sign(newsroom.office, draft_id, actor=name, look=look, despite_source=despite, base=base)
    except GateFault as fault:
        return _shown(request, look=look, today=today, fault=fault)
    return RedirectResponse(f"/brouillons/{draft_id}/bon-a-tirer", 303)


def _export(request: Request, form: Form) -> Response:
    newsroom, draft_id = desk_of(request).newsroom, request.path_params["id"]
    target = next((one for one in DELIVERIES if one == form.text("format")), None)
    if target is None:
        raise UsageFault("Ce format n’existe pas.", "Choisissez-en un de la liste.")
    left = deliver(newsroom.office, draft_id, actor=signed_in(request).name, to=target)
    headers = {"Content-Disposition": f'attachment; filename="{left.name}"'}
    return Response(left.text, media_type=f"{left.media_type}; charset=utf-8", headers=headers)


def _changes(before: Article, today: Article) -> tuple[object, ...]:
    """The source's paragraphs that read otherwise now, word by word."""
    old, new = [one.text for one in before.paragraphs], [one.text for one in today.paragraphs]
    if before.title != today.title:
        old, new = [before.title, *old], [today.title, *new]
    gone, came = [one for one in old if one not in new], [one for one in new if one not in old]
    length = max(len(gone), len(came))
    pairs = zip(gone + [""] * (length - len(gone)), came + [""] * (length - len(came)), strict=True)
    return tuple(word_difference(one, other) for one, other in pairs)


_DRAFT = "/brouillons/{id}"
ROUTES = (
    see(f"{_DRAFT}/bon-a-tirer", _press),
    act(f"{_DRAFT}/source/regarder", _look, "publisher", "reviewer"),
    act(f"{_DRAFT}/signer", _sign, "publisher"),
    act(f"{_DRAFT}/export", _export, "publisher", "editor"),
)
