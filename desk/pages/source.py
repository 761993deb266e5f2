"""The source as it was captured: its page, cleaned of everything that acts, in a frame that lets nothing act."""

import nh3
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from desk.doors import Request, desk_of, see
from desk.headers import CONFINED
from desk.sheet import find_row
from desk.templating import environment
from pipeline.fetch import Captured, document
from pipeline.store.database import reading
from pipeline.store.payloads import get_bytes, get_model
from schemas.source import Snapshot

__all__ = ["ROUTES", "sanitised"]

# Words and their structure; no picture, no style, no form, nothing that names an address to load.
_TAG_NAMES = """
    a abbr article b blockquote br caption cite code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ins
    li main ol p pre q s section small span strong sub sup table tbody td tfoot th thead time tr u ul
"""
_TAGS = frozenset(_TAG_NAMES.split())
_ATTRIBUTES = {"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}, "time": {"datetime"}}


def sanitised(html: str) -> str:
    """A page's words and structure, without anything that could run, load or submit."""
    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer nofollow",
        clean_content_tags={"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "title"},
    )


def _archived(request: Request) -> Response:
    with reading(desk_of(request).newsroom.engine) as db:
        row = find_row(db, request.path_params["id"])
        if row.snapshot is None:
            raise HTTPException(404, "Aucune page n’est archivée pour ce brouillon.")
        snapshot = get_model(db, row.snapshot, Snapshot)
        content = get_bytes(db, snapshot.content_digest)
    read_as = document(Captured(snapshot=snapshot, content=content))
    shown = read_as.html.decode("utf-8", errors="replace") if read_as.html is not None else ""
    body = environment().get_template("archived.html.jinja")
    html = body.render(page=sanitised(shown), text=read_as.text or "", snapshot=snapshot)
    return HTMLResponse(html, headers={"Content-Security-Policy": CONFINED})


ROUTES = (see("/brouillons/{id}/page-archivee", _archived),)
