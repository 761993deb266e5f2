"""Payloads under the digest of their bytes: written once, never changed."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from pipeline.digests import digest_bytes
from pipeline.errors import MissingContent
from pipeline.store.tables import blobs

__all__ = [
    "before",
    "clock",
    "get_bytes",
    "get_json",
    "get_model",
    "insert_missing",
    "now",
    "put_bytes",
    "put_json",
]

ModelT = TypeVar("ModelT", bound=BaseModel)


def now() -> str:
    """Server time, UTC, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def before(ago: timedelta) -> str:
    """Server time so long ago, spelled as `now` spells it: the two compare as text."""
    return (datetime.now(UTC) - ago).isoformat(timespec="microseconds")


def clock(db: sa.Connection) -> datetime:
    """The one clock that all workers of a house share: the server's, or this machine's where the house is a file."""
    if db.dialect.name == "sqlite":
        return datetime.now(UTC)
    told: datetime = db.execute(sa.select(sa.func.clock_timestamp())).scalar_one()
    return told.astimezone(UTC)


def put_bytes(db: sa.Connection, content: bytes) -> str:
    """Keep bytes; their digest."""
    digest = digest_bytes(content)
    insert_missing(db, blobs, {"digest": digest, "content": content, "created_at": now()})
    return digest


def put_json(db: sa.Connection, value: BaseModel | dict[str, Any]) -> str:
    """Keep a model or plain JSON in a canonical form; its digest."""
    plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    return put_bytes(db, json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())


def get_bytes(db: sa.Connection, digest: str) -> bytes:
    """The bytes of a digest. Raises MissingContent."""
    content = db.execute(sa.select(blobs.c.content).where(blobs.c.digest == digest)).scalar()
    if content is None:
        raise MissingContent(
            f"Le contenu {digest[:12]} manque dans la base.", "Rétablissez une sauvegarde, puis\u00a0: morasse doctor."
        )
    return bytes(content)


def get_json(db: sa.Connection, digest: str) -> Any:
    """The JSON kept under a digest."""
    return json.loads(get_bytes(db, digest))


def get_model(db: sa.Connection, digest: str, model: type[ModelT]) -> ModelT:
    """The model kept under a digest."""
    return model.model_validate_json(get_bytes(db, digest))


def insert_missing(db: sa.Connection, table: sa.Table, row: dict[str, Any]) -> bool:
    """Insert a row unless its key is taken; whether it was inserted."""
    insert = postgres_insert if db.dialect.name == "postgresql" else sqlite_insert
    # What comes back is counted: drivers do not agree on the number of rows of an insert that did nothing.
    inserting = insert(table).values(row).on_conflict_do_nothing().returning(sa.literal(1))
    return db.execute(inserting).first() is not None
