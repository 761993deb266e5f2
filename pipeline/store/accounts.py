"""People: their accounts, the invitations that open one, the sessions they work in, the sign-ins that failed."""

import secrets
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from pipeline.digests import digest_bytes
from pipeline.errors import UsageFault
from pipeline.store.payloads import before, now
from pipeline.store.tables import accounts, failed_sign_ins, invitations, sessions
from schemas.account import Account, Role
from schemas.base import Closed

__all__ = [
    "Session",
    "account_of",
    "change_account",
    "close_session",
    "close_sessions_of",
    "create_account",
    "credentials",
    "digest_secret",
    "failed_since",
    "find_session",
    "has_accounts",
    "invite",
    "invited_roles",
    "keep_session",
    "list_accounts",
    "note_failure",
    "open_session",
    "spend_invitation",
]

_INVITATION_DAYS = 7
_SESSION_DAYS = 14
# A session's last use is written this often at most: reading a page must not cost a write each time.
_SEEN_EVERY = timedelta(minutes=5)


class Session(Closed):
    """A signed-in person's session; `form_token` must come back with every change."""

    account: Account
    form_token: str


def has_accounts(db: sa.Connection) -> bool:
    """Whether anyone can sign in yet."""
    return db.execute(sa.select(accounts.c.id).limit(1)).first() is not None


def create_account(db: sa.Connection, *, login: str, name: str, roles: tuple[Role, ...], password: str) -> Account:
    """A new person; `password` is a hash. Raises UsageFault where login or name is taken."""
    taken = (accounts.c.login == login) | (accounts.c.name == name)
    if db.execute(sa.select(accounts.c.id).where(taken)).first():
        raise UsageFault("Ce nom ou cet identifiant est déjà pris.", "Choisissez-en un autre.")
    row = {
        "id": secrets.token_hex(6),
        "login": login,
        "name": name,
        "roles": list(roles),
        "is_active": True,
        "created_at": now(),
    }
    db.execute(accounts.insert().values(**row, password=password))
    return Account.model_validate(row)


def list_accounts(db: sa.Connection) -> tuple[Account, ...]:
    """Everyone, by name."""
    return tuple(account_of(row) for row in db.execute(sa.select(accounts).order_by(accounts.c.name)))


def credentials(db: sa.Connection, login: str) -> tuple[Account, str] | None:
    """The active account of that login and its password's hash."""
    where = (accounts.c.login == login) & accounts.c.is_active
    row = db.execute(sa.select(accounts).where(where)).one_or_none()
    return (account_of(row), row.password) if row else None


def change_account(db: sa.Connection, account_id: str, **values: object) -> None:
    """Change roles, password (a hash) or whether the account is active. Raises UsageFault."""
    if db.execute(accounts.update().where(accounts.c.id == account_id).values(**values)).rowcount != 1:
        raise UsageFault("Ce compte n’existe pas.", "Rechargez la liste des comptes.")


def invite(db: sa.Connection, roles: tuple[Role, ...], *, by: str) -> str:
    """A token that opens one account with these roles, once, within a week."""
    token = secrets.token_urlsafe(24)
    until = (datetime.now(UTC) + timedelta(days=_INVITATION_DAYS)).isoformat(timespec="microseconds")
    row = {
        "token": digest_secret(token),
        "roles": list(roles),
        "invited_by": by,
        "created_at": now(),
        "expires_at": until,
    }
    db.execute(invitations.insert().values(row))
    return token


def invited_roles(db: sa.Connection, token: str) -> tuple[Role, ...] | None:
    """What an invitation that is still open grants."""
    where = (invitations.c.token == digest_secret(token)) & (invitations.c.expires_at > now())
    roles = db.execute(sa.select(invitations.c.roles).where(where)).scalar()
    return tuple(roles) if roles is not None else None


def spend_invitation(db: sa.Connection, token: str) -> tuple[Role, ...]:
    """Use an invitation up. Raises UsageFault where it was used, is too old or never was."""
    roles, same = invited_roles(db, token), invitations.c.token == digest_secret(token)
    if roles is None or db.execute(invitations.delete().where(same)).rowcount != 1:
        raise UsageFault(
            "Ce lien a déjà servi ou n’est plus valable.", "Demandez-en un autre à la personne qui tient la maison."
        )
    return roles


def open_session(db: sa.Connection, account_id: str) -> str:
    """A new session's token, to be kept by the person's browser alone."""
    token = secrets.token_urlsafe(32)
    row = {
        "token": digest_secret(token),
        "account_id": account_id,
        "form_token": secrets.token_urlsafe(24),
        "created_at": now(),
        "seen_at": now(),
    }
    db.execute(sessions.insert().values(row))
    db.execute(sessions.delete().where(sessions.c.seen_at < before(timedelta(days=_SESSION_DAYS))))
    return token


def find_session(db: sa.Connection, token: str) -> tuple[Session, bool] | None:
    """The session of a token, and whether its last use ought to be written down by now."""
    joined = sa.select(sessions.c.form_token, sessions.c.seen_at, accounts).join_from(sessions, accounts)
    row = db.execute(joined.where((sessions.c.token == digest_secret(token)) & accounts.c.is_active)).one_or_none()
    if row is None or row.seen_at < before(timedelta(days=_SESSION_DAYS)):
        return None
    return Session(account=account_of(row), form_token=row.form_token), row.seen_at < before(_SEEN_EVERY)


def keep_session(db: sa.Connection, token: str) -> None:
    """Write down that a session was used now."""
    db.execute(sessions.update().where(sessions.c.token == digest_secret(token)).values(seen_at=now()))


def close_session(db: sa.Connection, token: str) -> None:
    """End one session."""
    db.execute(sessions.delete().where(sessions.c.token == digest_secret(token)))


def close_sessions_of(db: sa.Connection, account_id: str) -> None:
    """End all sessions of one person."""
    db.execute(sessions.delete().where(sessions.c.account_id == account_id))


def note_failure(db: sa.Connection, key: str) -> None:
    """Remember that a sign-in failed, for a login or from an address."""
    db.execute(failed_sign_ins.insert().values(id=secrets.token_hex(16), key=key, at=now()))
    db.execute(failed_sign_ins.delete().where(failed_sign_ins.c.at < before(timedelta(days=1))))


def failed_since(db: sa.Connection, key: str, window: timedelta) -> int:
    """How many sign-ins failed for a key within the last `window`."""
    where = (failed_sign_ins.c.key == key) & (failed_sign_ins.c.at > before(window))
    return db.execute(sa.select(sa.func.count()).where(where)).scalar_one()


def digest_secret(secret: str) -> str:
    """What is kept of a token; whatever a browser or a tool sends has one."""
    return digest_bytes(secret.encode("utf-8", "surrogateescape"))


def account_of(row: sa.Row[tuple[object, ...]]) -> Account:
    """The account whose columns a row holds, among others."""
    fields = {name: row._mapping[name] for name in Account.model_fields}
    return Account.model_validate({**fields, "roles": tuple(fields["roles"])})
