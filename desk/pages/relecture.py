"""The review page: the source on the left, the draft on the right, what was found in the margin."""

from starlette.responses import Response

from desk.cards import Card, cards_of
from desk.doors import Request, desk_of, see, signed_in
from desk.notes import dismissed_in, notes_of
from desk.pages.review import COMMENTERS
from desk.sheet import Sheet, open_sheet
from desk.templating import page
from pipeline.gates.margin import can_undo
from pipeline.gates.office import open_findings
from pipeline.store.database import reading
from pipeline.store.history import writer_in
from pipeline.store.table import Scratch
from schemas.review import Event

__all__ = ["ROUTES", "last_void"]


def _relecture(request: Request) -> Response:
    newsroom = desk_of(request).newsroom
    with reading(newsroom.engine) as db:
        sheet = open_sheet(db, request.path_params["id"], signed_in(request).id)
        still_open = open_findings(db, sheet.row, sheet.draft) if sheet.row.state != "working" else ()
    desk_of(request).warming.expect(sheet.draft, sheet.article, newsroom.settings.house)
    cards = cards_of(sheet, newsroom.settings.house)
    return page(
        request,
        "relecture.html.jinja",
        sheet=sheet,
        row=sheet.row,
        cards=cards,
        notes=notes_of(sheet, cards),
        dismissed=dismissed_in(sheet),
        still_open=len(still_open),
        accepted=sum(one.standing == "accepted" for one in cards),
        made_by=writer_in(sheet.history),
        void=last_void(sheet.history),
        may_review="reviewer" in signed_in(request).roles,
        may_comment=bool(set(COMMENTERS) & set(signed_in(request).roles)),
        can_undo=can_undo(sheet.history, signed_in(request).name),
        failed=_failed(sheet, cards),
        orphans=_orphans(sheet, cards),
    )


def last_void(history: tuple[Event, ...]) -> Event | None:
    """The change that voided an acceptance or a signature, while none has been given again."""
    last = next((one for one in reversed(history) if one.kind in ("voided", "signed")), None)
    return last if last and last.kind == "voided" else None


def _failed(sheet: Sheet, cards: tuple[Card, ...]) -> dict[str, str]:
    """Parts that were asked for again and for which nothing came, with the reason."""
    known = {field.path: field.part for card in cards for field in card.fields}
    failed: dict[str, str] = {}
    for one in sheet.history:
        if one.kind == "proposed":
            part = str(one.payload["part"])
            failed[known.get(part, part)] = "" if one.payload["text"] else str(one.payload.get("reason", ""))
    return {part: reason for part, reason in failed.items() if reason}


def _orphans(sheet: Sheet, cards: tuple[Card, ...]) -> dict[str, Scratch]:
    """What its reader typed into parts that someone has struck since."""
    known = {field.part for card in cards for field in card.fields}
    return {part: typed for part, typed in sheet.scratches.items() if part not in known}


ROUTES = (see("/brouillons/{id}/relecture", _relecture),)
