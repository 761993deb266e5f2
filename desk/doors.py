"""Who comes in: every address of the desk is declared here as a page to see, an act to do or an open door.

An act needs a session, its form token and one of the roles it names; a page needs a session. What a door lets
through runs in a thread of its own, so that reading the database never holds up the others.
"""

import secrets
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import quote, urlsplit

import sqlalchemy as sa
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from desk.progress import Progress
from desk.warming import Warming
from pipeline.compose import Newsroom
from pipeline.errors import UsageFault
from pipeline.fetch import FetchLimits
from pipeline.store.accounts import Session, find_session, keep_session
from pipeline.store.database import reading, transaction
from schemas.account import Account, Role

__all__ = [
    "BODY_MAX_BYTES",
    "FILE_MAX_BYTES",
    "SESSION_COOKIE",
    "TEXT_MAX_BYTES",
    "Desk",
    "Form",
    "Request",
    "act",
    "desk_of",
    "looked_up",
    "open_door",
    "see",
    "signed_in",
    "stream",
]

SESSION_COOKIE, _FORM_COOKIE = "morasse", "morasse_form"
_FORM_FIELD, _FORM_HEADER = "jeton", "x-jeton"
FILE_MAX_BYTES, TEXT_MAX_BYTES = FetchLimits().max_bytes, 2_000_000
# A captured page and the words around it.
BODY_MAX_BYTES = FILE_MAX_BYTES + 1_000_000
KnownT = TypeVar("KnownT")
Page = Callable[[Request], Response]
Act = Callable[[Request, "Form"], Response]


@dataclass(frozen=True)
class Desk:
    """What pages work with: the house, and the news of drafts on their way."""

    newsroom: Newsroom
    progress: Progress
    warming: Warming


@dataclass(frozen=True)
class Form:
    """A submitted form: its texts, and its one file where it has one."""

    texts: dict[str, str]
    file: tuple[str, bytes] | None = None

    def text(self, name: str) -> str:
        """A field's text without white space around it; empty where it was not sent."""
        return self.texts.get(name, "").strip()

    def revision(self) -> str:
        """The revision that the form's page showed. Raises UsageFault where it names none."""
        base = self.text("base")
        if not base:
            raise UsageFault("La page n’a pas dit quelle version vous avez lue.", "Rechargez-la et recommencez.")
        return base


def desk_of(request: Request) -> Desk:
    """The desk a request came to."""
    desk: Desk = request.app.state.desk
    return desk


def signed_in(request: Request) -> Account:
    """Who asks; only behind a door that asked for a session."""
    session: Session = request.state.session
    return session.account


def see(path: str, page: Page, *roles: Role) -> Route:
    """A page for someone who holds one of `roles` (none named: anyone signed in); strangers are asked to sign in, and
    led on afterwards.
    """

    async def door(request: Request) -> Response:
        await _know(request)
        if request.state.session is None:
            onward = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            return RedirectResponse(f"/entrer?suite={quote(onward)}", 303)
        _check_role(request.state.session.account, roles)
        return await run_in_threadpool(page, request)

    return Route(path, door, methods=["GET"])


def act(path: str, done: Act, *roles: Role) -> Route:
    """A change, for someone who holds one of `roles` (none named: anyone signed in)."""

    async def door(request: Request) -> Response:
        await _know(request)
        _check_origin(request)
        session: Session | None = request.state.session
        if session is None:
            raise HTTPException(401, "Votre session a pris fin\u00a0: rien n’a été enregistré. Entrez de nouveau.")
        form = await _form(request, session.form_token)
        _check_role(session.account, roles)
        return await run_in_threadpool(done, request, form)

    return Route(path, door, methods=["POST"])


def stream(path: str, tell: Callable[[Request], AsyncIterator[bytes]]) -> Route:
    """News without end, as server-sent events, for whoever is signed in."""

    async def door(request: Request) -> Response:
        await _know(request)
        if request.state.session is None:
            raise HTTPException(401, "Votre session a pris fin. Entrez de nouveau.")
        return StreamingResponse(tell(request), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})

    return Route(path, door, methods=["GET"])


def open_door(path: str, page: Page, done: Act) -> Route:
    """A page with a form for people who have not signed in yet."""

    async def door(request: Request) -> Response:
        await _know(request)
        kept = request.cookies.get(_FORM_COOKIE, "")
        request.state.form_token = kept or secrets.token_urlsafe(24)
        if request.method == "POST":
            _check_origin(request)
            form = await _form(request, kept)
            answer = await run_in_threadpool(done, request, form)
        else:
            answer = await run_in_threadpool(page, request)
        if not kept:
            answer.set_cookie(
                _FORM_COOKIE,
                request.state.form_token,
                httponly=True,
                samesite="strict",
                secure=request.url.scheme == "https",
            )
        return answer

    return Route(path, door, methods=["GET", "POST"])


async def _know(request: Request) -> None:
    """Find out whose request it is."""
    request.state.form_token = ""
    request.state.session = await run_in_threadpool(_session, request)


def _session(request: Request) -> Session | None:
    """The session that a request's cookie names."""
    token = request.cookies.get(SESSION_COOKIE)
    return looked_up(desk_of(request).newsroom.engine, token, find_session, keep_session) if token else None


def looked_up(
    engine: sa.Engine,
    secret: str,
    find: Callable[[sa.Connection, str], tuple[KnownT, bool] | None],
    keep: Callable[[sa.Connection, str], None],
) -> KnownT | None:
    """Whom a secret opens for, its use written down where that is due; None where it opens nothing."""
    with reading(engine) as db:
        found = find(db, secret)
    if found is None:
        return None
    known, is_due = found
    if is_due:
        with transaction(engine) as db:
            keep(db, secret)
    return known


def _check_role(account: Account, roles: tuple[Role, ...]) -> None:
    if roles and not set(roles) & set(account.roles):
        raise HTTPException(403, "Votre rôle n’ouvre pas cela. Demandez-le à la personne qui tient la maison.")


def _check_origin(request: Request) -> None:
    origin = request.headers.get("origin")
    elsewhere = origin is not None and urlsplit(origin).netloc != request.headers.get("host")
    if elsewhere or request.headers.get("sec-fetch-site") == "cross-site":
        raise HTTPException(403, "Cette demande vient d’un autre site. Ouvrez la page dans Morasse et recommencez.")


async def _form(request: Request, token: str) -> Form:
    length = request.headers.get("content-length", "")
    if not length.isdigit():
        raise HTTPException(411, "L’envoi n’annonce pas sa taille. Recommencez depuis la page.")
    if int(length) > BODY_MAX_BYTES:
        raise HTTPException(
            413,
            f"L’envoi dépasse {BODY_MAX_BYTES // 1_000_000}\u00a0Mo. Envoyez moins, ou collez le texte.",
        )
    async with request.form(max_files=1, max_fields=200, max_part_size=TEXT_MAX_BYTES) as sent:
        form = Form(texts=_texts(sent), file=await _file(sent))
    given = form.texts.get(_FORM_FIELD) or request.headers.get(_FORM_HEADER, "")
    if not token or not secrets.compare_digest(given.encode(), token.encode()):
        raise HTTPException(403, "Cette page était ouverte depuis trop longtemps. Rechargez-la et recommencez.")
    return form


def _texts(sent: FormData) -> dict[str, str]:
    return {name: value.replace("\r\n", "\n") for name, value in sent.multi_items() if isinstance(value, str)}


async def _file(sent: FormData) -> tuple[str, bytes] | None:
    for value in sent.values():
        if not isinstance(value, str) and value.filename:
            return value.filename, await value.read()
    return None
