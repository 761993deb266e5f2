"""The house's people: who may come in, and what each may do. For maintainers."""

from typing import get_args

from starlette.responses import RedirectResponse, Response

from desk.doors import Form, Request, act, desk_of, see, signed_in
from desk.templating import page
from pipeline.errors import UsageFault
from pipeline.store.accounts import change_account, close_sessions_of, invite, list_accounts
from pipeline.store.database import reading, transaction
from schemas.account import Role

__all__ = ["ROUTES"]


def _people(request: Request) -> Response:
    return _shown(request)


def _shown(request: Request, *, link: str = "", opens: tuple[Role, ...] = ()) -> Response:
    with reading(desk_of(request).newsroom.engine) as db:
        people = list_accounts(db)
    return page(request, "people.html.jinja", people=people, roles=get_args(Role), link=link, opens=opens)


def _invite(request: Request, form: Form) -> Response:
    opens = _chosen(form)
    with transaction(desk_of(request).newsroom.engine) as db:
        token = invite(db, opens, by=signed_in(request).name)
    base = request.url.replace(path=f"/bienvenue/{token}", query="")
    return _shown(request, link=str(base), opens=opens)


def _change(request: Request, form: Form) -> Response:
    account_id = request.path_params["account"]
    active, roles = form.text("actif") == "oui", _chosen(form)
    if account_id == signed_in(request).id and (not active or "maintainer" not in roles):
        raise UsageFault("On ne se retire pas soi-même la maintenance.", "Demandez-le à une autre personne.")
    with transaction(desk_of(request).newsroom.engine) as db:
        change_account(db, account_id, roles=list(roles), is_active=active)
        if not active:
            close_sessions_of(db, account_id)
    return RedirectResponse("/comptes", 303)


def _chosen(form: Form) -> tuple[Role, ...]:
    roles = tuple(role for role in get_args(Role) if form.text(f"role-{role}"))
    if not roles:
        raise UsageFault("Aucun rôle n’est coché.", "Cochez-en au moins un.")
    return roles


ROUTES = (
    see("/comptes", _people, "maintainer"),
    act("/comptes", _invite, "maintainer"),
    act("/comptes/{account}", _change, "maintainer"),
)
