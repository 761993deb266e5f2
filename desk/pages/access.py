"""Access for other tools: one's own tokens for the API, and the bookmarklet."""

from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from desk.doors import Form, Request, act, desk_of, see, signed_in
from desk.templating import page
from pipeline.store.database import reading, transaction
from pipeline.store.tokens import create_token, revoke_token, tokens_of

__all__ = ["ROUTES", "bookmarklet"]


def bookmarklet(base: str) -> str:
    """A bookmark's address that opens the submission page with the page one reads; nothing is sent by it."""
    address = quote(f"{base}soumettre?url=", safe=":/?=[]")
    return f"javascript:void(open('{address}'+encodeURIComponent(location.href)))"


def _access(request: Request) -> Response:
    return _shown(request, secret="")


def _shown(request: Request, *, secret: str) -> Response:
    with reading(desk_of(request).newsroom.engine) as db:
        held = tokens_of(db, signed_in(request).id)
    base = str(request.base_url)
    return page(request, "access.html.jinja", tokens=held, secret=secret, bookmarklet=bookmarklet(base), base=base)


def _create(request: Request, form: Form) -> Response:
    name = " ".join(form.text("outil").split())
    with transaction(desk_of(request).newsroom.engine) as db:
        secret = create_token(db, signed_in(request).id, name)
    return _shown(request, secret=secret)


def _revoke(request: Request, form: Form) -> Response:
    with transaction(desk_of(request).newsroom.engine) as db:
        revoke_token(db, signed_in(request).id, form.text("jeton-api"))
    return RedirectResponse("/compte/outils", 303)


ROUTES = (
    see("/compte/outils", _access),
    act("/compte/outils", _create),
    act("/compte/outils/revoquer", _revoke),
)
