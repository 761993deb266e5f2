"""A draft's history: every event, who and when, with the words before and after."""

from starlette.responses import Response

from desk.difference import Run, word_difference
from desk.doors import Request, desk_of, see
from desk.lines import one_an_act
from desk.sheet import find_row
from desk.templating import page
from desk.words import label_in
from pipeline.store.database import reading
from pipeline.store.drafts import load_text
from pipeline.store.history import events_of
from schemas.review import Event

__all__ = ["ROUTES"]


def _history(request: Request) -> Response:
    with reading(desk_of(request).newsroom.engine) as db:
        row = find_row(db, request.path_params["id"])
        history = events_of(db, row.id)
        draft = load_text(db, row.revision) if row.revision else None
    told = [(one, label_in(draft, _part(one))) for one in reversed(history)]
    acts = one_an_act(told, lambda line: (line[0].kind, line[0].actor, line[1]))
    lines = [(one, part, _changes(one)) for one, part in acts]
    return page(request, "history.html.jinja", row=row, lines=lines)


def _part(event: Event) -> str:
    """The part an event is about; a confirmed source is one, too."""
    return str(event.payload.get("part") or ("source" if event.payload.get("confirmed") else ""))


def _changes(event: Event) -> tuple[Run, ...]:
    before, after = event.payload.get("before"), event.payload.get("after")
    if not isinstance(before, str) or not isinstance(after, str):
        return ()
    return word_difference(before, after)


ROUTES = (see("/brouillons/{id}/histoire", _history),)
