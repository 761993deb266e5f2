"""The desk as an application: its rooms put together around a newsroom, and its last words when something fails."""

import logging

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from desk import probes
from desk.api import create_api
from desk.doors import Desk, Request
from desk.faults import status_of, way_out
from desk.headers import SecurityHeaders
from desk.pages import ROUTES
from desk.progress import Progress
from desk.templating import FONTS, STATIC, page
from desk.warming import Warming
from pipeline.compose import Newsroom
from pipeline.errors import MorasseError

__all__ = ["create_app"]

_LOG = logging.getLogger("morasse.desk")
_SAID = {
    404: "Cette page n’existe pas.",
    405: "Cette adresse ne se visite pas ainsi.",
}


def create_app(newsroom: Newsroom) -> Starlette:
    """The desk of a newsroom."""
    desk = Desk(newsroom=newsroom, progress=Progress(newsroom.engine), warming=Warming())
    app = Starlette(
        routes=[
            *ROUTES,
            *probes.ROUTES,
            Mount("/api/v1", create_api(desk)),
            Mount("/static", _Static(directory=STATIC), name="static"),
            Mount("/fonts", _Static(directory=FONTS), name="fonts"),
        ],
        middleware=[Middleware(SecurityHeaders)],
        exception_handlers={MorasseError: _fault, HTTPException: _refused, Exception: _unforeseen},
    )
    app.state.desk = desk
    return app


class _Static(StaticFiles):
    """Our own files. One whose address names its content may be kept; modules name each other without it."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file's answer: to be kept for a year, or to be asked about each time."""
        answer = await super().get_response(path, scope)
        is_named = scope["query_string"].startswith(b"v=")
        answer.headers["Cache-Control"] = "public, max-age=31536000, immutable" if is_named else "no-cache"
        return answer


def _fault(request: Request, fault: Exception) -> Response:
    """A fault of ours: one sentence and its remedy."""
    said = fault if isinstance(fault, MorasseError) else MorasseError(str(fault))
    return _say(request, status_of(said), said.message, way_out(said))


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) else ""
    # The framework speaks plain English; what we raise ourselves does not fit into ASCII.
    said = _SAID.get(status, "La demande ne peut pas être lue.") if detail.isascii() else detail
    # Some of ours say in a second sentence what to do.
    return _say(request, status, said, "" if ". " in said else "Revenez à la file d’attente.")


def _unforeseen(request: Request, error: Exception) -> Response:
    _LOG.error("%s %s", request.method, request.url.path, exc_info=error)
    return _say(
        request, 500, "Quelque chose d’imprévu s’est produit.", "Le journal morasse.log dit où\u00a0; réessayez."
    )


def _say(request: Request, status: int, message: str, way_out: str) -> Response:
    # An address that nobody asked a door for has no session to greet.
    for name, value in (("session", None), ("form_token", "")):
        if not hasattr(request.state, name):
            setattr(request.state, name, value)
    return page(request, "fault.html.jinja", status=status, message=message, way_out=way_out)
