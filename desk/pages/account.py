"""Coming in and going out: sign-in, the one-time link that opens an account, one's own password."""

import re
from datetime import timedelta

from starlette.responses import RedirectResponse, Response

from desk.doors import SESSION_COOKIE, Form, Request, act, desk_of, open_door, see, signed_in
from desk.passwords import MIN_CHARS, hash_password, matches
from desk.templating import page
from pipeline.errors import UsageFault
from pipeline.store.accounts import (
    change_account,
    close_session,
    close_sessions_of,
    create_account,
    credentials,
    failed_since,
    invited_roles,
    note_failure,
    open_session,
    spend_invitation,
)
from pipeline.store.database import reading, transaction
from schemas.account import Account, Role

__all__ = ["ROUTES"]

_WINDOW = timedelta(minutes=15)
# For one login, and for one address behind which a whole newsroom may sit.
_LOGIN_TRIES, _ADDRESS_TRIES = 5, 40
_SESSION_SECONDS = 14 * 24 * 3600
_LOGIN = re.compile(r"[\w.@+-]{2,80}")


def _entrance(request: Request) -> Response:
    if request.state.session is not None:
        return RedirectResponse("/", 303)
    return page(
        request, "enter.html.jinja", message="", login="", onward=_onward(request.query_params.get("suite", ""))
    )


def _enter(request: Request, form: Form) -> Response:
    engine = desk_of(request).newsroom.engine
    login, onward = form.text("identifiant").casefold(), _onward(form.text("suite"))
    keys = ((f"login:{login}"[:200], _LOGIN_TRIES), (f"address:{_address(request)}", _ADDRESS_TRIES))
    with reading(engine) as db:
        shut = any(failed_since(db, key, _WINDOW) >= tries for key, tries in keys)
        known = None if shut else credentials(db, login)
    if shut:
        message = "Trop d’essais manqués. Attendez un quart d’heure, ou demandez un nouveau lien."
        return page(request, "enter.html.jinja", status=429, message=message, login=login, onward=onward)
    if not matches(form.texts.get("motdepasse", ""), known[1] if known else None) or known is None:
        with transaction(engine) as db:
            for key, _ in keys:
                note_failure(db, key)
        message = "Identifiant ou mot de passe inconnu. Vérifiez les deux, puis recommencez."
        return page(request, "enter.html.jinja", status=401, message=message, login=login, onward=onward)
    return _let_in(request, known[0], onward)


def _let_in(request: Request, account: Account, onward: str) -> Response:
    with transaction(desk_of(request).newsroom.engine) as db:
        token = open_session(db, account.id)
    answer = RedirectResponse(onward, 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(SESSION_COOKIE, token, max_age=_SESSION_SECONDS, httponly=True, samesite="lax", secure=secure)
    return answer


def _leave(request: Request, _form: Form) -> Response:
    with transaction(desk_of(request).newsroom.engine) as db:
        close_session(db, request.cookies[SESSION_COOKIE])
    answer = RedirectResponse("/entrer", 303)
    answer.delete_cookie(SESSION_COOKIE)
    return answer


def _welcome(request: Request) -> Response:
    with reading(desk_of(request).newsroom.engine) as db:
        roles = invited_roles(db, request.path_params["token"])
    return _invitation(request, roles)


def _invitation(
    request: Request, roles: tuple[Role, ...] | None, *, message: str = "", login: str = "", name: str = ""
) -> Response:
    return page(
        request,
        "welcome.html.jinja",
        status=404 if roles is None else 400 if message else 200,
        roles=roles,
        message=message,
        login=login,
        name=name,
        min_chars=MIN_CHARS,
    )


def _join(request: Request, form: Form) -> Response:
    engine, token = desk_of(request).newsroom.engine, request.path_params["token"]
    login, name = form.text("identifiant").casefold(), " ".join(form.text("nom").split())
    try:
        if not _LOGIN.fullmatch(login) or not 2 <= len(name) <= 80:
            raise UsageFault(
                "Le nom compte de 2 à 80 caractères\u00a0; l’identifiant aussi, sans espace.", "Corrigez, puis validez."
            )
        password = hash_password(form.texts.get("motdepasse", ""))
        with transaction(engine) as db:
            roles = spend_invitation(db, token)
            account = create_account(db, login=login, name=name, roles=roles, password=password)
    except UsageFault as fault:
        with reading(engine) as db:
            roles_left = invited_roles(db, token)
        return _invitation(request, roles_left, message=str(fault), login=login, name=name)
    return _let_in(request, account, "/")


def _own(request: Request) -> Response:
    message = "Le mot de passe est changé." if request.query_params.get("fait") else ""
    return page(request, "account.html.jinja", message=message, min_chars=MIN_CHARS)


def _change_password(request: Request, form: Form) -> Response:
    engine, account = desk_of(request).newsroom.engine, signed_in(request)
    with reading(engine) as db:
        known = credentials(db, account.login)
    if not matches(form.texts.get("actuel", ""), known[1] if known else None):
        raise UsageFault("Le mot de passe actuel n’est pas celui-là.", "Vérifiez-le, puis recommencez.")
    password = hash_password(form.texts.get("nouveau", ""))
    with transaction(engine) as db:
        change_account(db, account.id, password=password)
        close_sessions_of(db, account.id)
    return _let_in(request, account, "/compte?fait=1")


def _onward(address: str) -> str:
    """Where to go next: an address of this desk only."""
    inside = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if inside and address.isprintable() else "/"


def _address(request: Request) -> str:
    return request.client.host if request.client else "?"


ROUTES = (
    open_door("/entrer", _entrance, _enter),
    open_door("/bienvenue/{token}", _welcome, _join),
    act("/sortir", _leave),
    see("/compte", _own),
    act("/compte", _change_password),
)
