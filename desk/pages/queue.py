"""The queue: what waits for whoever looks, first; then everything, found by state, kind and words."""

import re
from typing import get_args
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.responses import Response

from desk.doors import Request, desk_of, see, signed_in
from desk.pages.tracking import RESUMERS
from desk.templating import page
from pipeline.store.database import reading
from pipeline.store.search import count_states, search_drafts
from schemas.account import Account
from schemas.review import DraftRow, DraftState
from schemas.source import Format

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
    state, words, number = asked.get("etat", ""), asked.get("q", "").strip()[:200], _page_number(asked.get("page", ""))
    states: tuple[DraftState, ...] = tuple(one for one in get_args(DraftState) if one == state)
    format = next((one for one in get_args(Format) if one == asked.get("forme")), "")
    filtered = bool(states or words or format)
    with reading(desk_of(request).newsroom.engine) as db:
        duties = _duties(signed_in(request))
        mine: tuple[DraftRow, ...] = ()
        if duties and not filtered and number == 1:
            mine = search_drafts(db, states=duties, order="oldest", limit=_WAITING)
        skip = (number - 1) * _PER_PAGE
        found = search_drafts(db, states=states, words=words, format=format, limit=_PER_PAGE + 1, skip=skip)
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
        number=number,
        before=_address(asked, number - 1) if number > 1 else "",
        after=_address(asked, number + 1) if len(found) > _PER_PAGE else "",
        counts=counts,
        state=state,
        query=words,
        format=format,
        filtered=filtered,
        may_resume=bool(set(RESUMERS) & set(signed_in(request).roles)),
    )


def _page_number(asked: str) -> int:
    """The first where none, or no such page, is asked for."""
    return int(asked) if re.fullmatch(r"[1-9]\d{0,3}", asked, re.ASCII) else 1


def _address(asked: QueryParams, number: int) -> str:
    """Another page of the same search."""
    return f"/?{urlencode({**asked, 'page': number})}"


def _duties(account: Account) -> tuple[DraftState, ...]:
    return tuple(dict.fromkeys(state for role in account.roles for state in _DUTIES[role]))


ROUTES = (see("/", _queue),)
