"""The queue: what waits for whoever looks, first; then everything, found by state, kind and words."""

from typing import get_args

from starlette.responses import Response

from desk.doors import Request, desk_of, see, signed_in
from desk.templating import page
from pipeline.store.database import reading
from pipeline.store.search import count_states, search_drafts
from schemas.account import Account
from schemas.review import DraftRow, DraftState

__all__ = ["ROUTES"]

_PER_PAGE = 50
_WAITING = 12
# What each role is waited for (EDITORIAL.md, « Who does what »).
_DUTIES: dict[str, tuple[DraftState, ...]] = {
    "editor": ("source_gate", "parked"),
    "reviewer": ("review_gate",),
    "publisher": ("press_gate",),
    "maintainer": ("parked",),
}


def _queue(request: Request) -> Response:
    asked = request.query_params
    state, words, format = asked.get("etat", ""), asked.get("q", "")[:200], asked.get("forme", "")
    states: tuple[DraftState, ...] = tuple(one for one in get_args(DraftState) if one == state)
    filtered = bool(states or words or format)
    with reading(desk_of(request).newsroom.engine) as db:
        duties = _duties(signed_in(request))
        mine: tuple[DraftRow, ...] = ()
        if duties and not filtered:
            mine = search_drafts(db, states=duties, order="oldest", limit=_WAITING)
        found = search_drafts(db, states=states, words=words, format=format, limit=_PER_PAGE + 1)
        counts = count_states(db)
    # What waits is shown once, at the top.
    waiting = {one.id for one in mine}
    others = [one for one in found[:_PER_PAGE] if one.id not in waiting]
    return page(
        request,
        "queue.html.jinja",
        mine=mine,
        mine_total=sum(counts.get(one, 0) for one in duties),
        found=others,
        more=len(found) > _PER_PAGE,
        counts=counts,
        state=state,
        query=words,
        format=format,
        filtered=filtered,
    )


def _duties(account: Account) -> tuple[DraftState, ...]:
    return tuple(dict.fromkeys(state for role in account.roles for state in _DUTIES[role]))


ROUTES = (see("/", _queue),)
