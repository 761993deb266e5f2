"""Tokens with which other tools act for a person: what the person may do, they may do, until it is revoked."""

import secrets
from datetime import timedelta

import sqlalchemy as sa

from pipeline.errors import UsageFault
from pipeline.store.accounts import account_of, digest_secret
from pipeline.store.payloads import before, now
from pipeline.store.tables import accounts, tokens
from schemas.account import Account
from schemas.base import Closed

__all__ = ["Token", "create_token", "find_bearer", "note_use", "revoke_token", "tokens_of"]

_MAX_EACH = 20
_NAME_MAX_CHARS = 80
# A token's last use is written this often at most: a tool that reads must not cost a write each time.
_USED_EVERY = timedelta(minutes=5)


class Token(Closed):
    """One token as its owner sees it: never the secret itself."""

    id: str
    name: str
    created_at: str
    used_at: str | None


def create_token(db: sa.Connection, account_id: str, name: str) -> str:
    """A new token's secret, which is shown once and kept nowhere. Raises UsageFault."""
    if not 1 <= len(name) <= _NAME_MAX_CHARS or not name.isprintable():
        raise UsageFault(
            f"Le nom de l’outil compte de 1 à {_NAME_MAX_CHARS} caractères.", "Dites en un mot qui s’en servira."
        )
    if len(tokens_of(db, account_id)) >= _MAX_EACH:
        raise UsageFault(f"Vous avez déjà {_MAX_EACH} jetons.", "Révoquez ceux qui ne servent plus.")
    secret = f"morasse_{secrets.token_urlsafe(32)}"
    row = {"token": digest_secret(secret), "id": secrets.token_hex(6), "account_id": account_id, "name": name}
    db.execute(tokens.insert().values(**row, created_at=now()))
    return secret


def tokens_of(db: sa.Connection, account_id: str) -> tuple[Token, ...]:
    """A person's tokens, oldest first."""
    columns = [tokens.c[name] for name in Token.model_fields]
    rows = db.execute(sa.select(*columns).where(tokens.c.account_id == account_id).order_by(tokens.c.created_at))
    return tuple(Token.model_validate(dict(row._mapping)) for row in rows)


def revoke_token(db: sa.Connection, account_id: str, token_id: str) -> None:
    """End one of a person's own tokens at once. Raises UsageFault where it is not there."""
    own = (tokens.c.account_id == account_id) & (tokens.c.id == token_id)
    if db.execute(tokens.delete().where(own)).rowcount != 1:
        raise UsageFault("Ce jeton n’existe plus.", "Rechargez la page.")


def find_bearer(db: sa.Connection, secret: str) -> tuple[Account, bool] | None:
    """For whom a token acts, and whether its last use ought to be written down by now; None where it opens nothing."""
    joined = sa.select(tokens.c.used_at, accounts).join_from(tokens, accounts)
    row = db.execute(joined.where((tokens.c.token == digest_secret(secret)) & accounts.c.is_active)).one_or_none()
    if row is None:
        return None
    return account_of(row), (row.used_at or "") < before(_USED_EVERY)


def note_use(db: sa.Connection, secret: str) -> None:
    """Write down that a token was used now."""
    db.execute(tokens.update().where(tokens.c.token == digest_secret(secret)).values(used_at=now()))
