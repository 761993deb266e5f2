"""Who comes in by the API: a token in the header, looked up before anything of the request is read."""

import json
from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from fastapi.security import HTTPBearer
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from desk.api.shapes import Fault
from desk.doors import BODY_MAX_BYTES, Desk, looked_up
from desk.faults import status_of
from desk.words import remedy
from pipeline.errors import MorasseError
from pipeline.store.tokens import find_bearer, note_use
from schemas.account import Account, Role

__all__ = ["Bearer", "Doorkeeper", "allow", "on_fault", "on_refusal", "on_unfit", "on_unforeseen"]

_SAID = {
    404: ("Cette adresse n’existe pas.", "Voyez /api/v1/openapi.json."),
    405: ("Cette adresse ne se demande pas ainsi.", "Voyez /api/v1/openapi.json."),
}
_UNFIT = "Voyez /api/v1/openapi.json\u00a0; aucune donnée n’a été prise."


class Doorkeeper:
    """Lets through who shows a token that opens something, and what is not too large; the rest hears why."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its account, or answer it."""
        if scope["type"] != "http" or scope["path"].endswith("/openapi.json"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        kind, _, secret = headers.get("authorization", "").partition(" ")
        account = None
        if kind.casefold() == "bearer":
            engine = self._desk.newsroom.engine
            account = await run_in_threadpool(looked_up, engine, secret.strip(), find_bearer, note_use)
        refused = _unknown() if account is None else _too_large(scope["method"], headers)
        if refused is not None:
            await refused(scope, receive, send)
            return
        scope.setdefault("state", {})["account"] = account
        await self._app(scope, receive, send)


def _unknown() -> Response:
    return _answer(
        401,
        "Ce jeton n’ouvre rien.",
        "Créez-en un à la page de votre compte, et envoyez «\u00a0Authorization: Bearer JETON\u00a0».",
        headers={"WWW-Authenticate": "Bearer"},
    )


def _too_large(method: str, headers: Headers) -> Response | None:
    if method in ("GET", "HEAD"):
        return None
    length = headers.get("content-length", "0" if "transfer-encoding" not in headers else "")
    if not length.isdigit():
        return _answer(411, "L’envoi n’annonce pas sa taille.", "Envoyez l’en-tête Content-Length.")
    if int(length) > BODY_MAX_BYTES:
        return _answer(413, f"L’envoi dépasse {BODY_MAX_BYTES // 1_000_000}\u00a0Mo.", "Envoyez moins.")
    return None


def _account(request: Request, _shown: Annotated[object, Depends(HTTPBearer(auto_error=False))]) -> Account:
    account: Account = request.state.account
    return account


Bearer = Annotated[Account, Depends(_account)]


def allow(account: Account, *roles: Role) -> None:
    """Raise unless the token's owner holds one of these roles."""
    if not set(roles) & set(account.roles):
        raise HTTPException(403, "Votre rôle ne permet pas cet acte.")


async def on_fault(_request: Request, fault: Exception) -> Response:
    """A fault of ours."""
    said = fault if isinstance(fault, MorasseError) else MorasseError(str(fault))
    return _answer(status_of(said), said.message, remedy(said.remedy) or "Lisez de nouveau ce brouillon.")


async def on_refusal(_request: Request, error: Exception) -> Response:
    """A refusal of the framework's, or one raised here with its own sentence."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) else ""
    headers = error.headers if isinstance(error, HTTPException) else None
    # The framework speaks plain English.
    if detail.isascii():
        said, way_out = _SAID.get(status, ("La demande ne peut pas être lue.", _UNFIT))
        return _answer(status, said, way_out, headers=headers)
    way_out = "Demandez-le à la personne qui tient la maison." if status == 403 else "Voyez la liste des brouillons."
    return _answer(status, detail, way_out, headers=headers)


async def on_unfit(_request: Request, error: Exception) -> Response:
    """Data that is not what the document asks for: each place, and nothing of what was sent."""
    problems = error.errors() if isinstance(error, RequestValidationError) else ()
    places = dict.fromkeys(".".join(str(step) for step in one["loc"][1:]) or "corps" for one in problems)
    return _answer(422, f"La demande n’a pas la forme attendue\u00a0: {', '.join(places)}."[:500], _UNFIT)


async def on_unforeseen(_request: Request, _error: Exception) -> Response:
    """What nobody thought of; the journal has the rest."""
    return _answer(500, "Quelque chose d’imprévu s’est produit.", "Le journal morasse.log dit où\u00a0; réessayez.")


def _answer(status: int, message: str, way_out: str = "", *, headers: Mapping[str, str] | None = None) -> Response:
    # In ASCII: what a caller sent may hold half a character, which UTF-8 cannot carry.
    body = json.dumps(Fault(message=message, remedy=way_out).model_dump())
    return Response(body, status, headers, media_type="application/json")
