"""Passwords: hashed with argon2, and checked in the same time whether or not the person exists."""

from functools import lru_cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from pipeline.errors import UsageFault

__all__ = ["MIN_CHARS", "hash_password", "matches"]

MIN_CHARS = 12
_MAX_CHARS = 200
_hasher = PasswordHasher()
# A hash takes 64 MB and a core for a moment: a crowd at the door must not take the machine.
_at_once = BoundedSemaphore(2)


def hash_password(password: str) -> str:
    """The hash to keep. Raises UsageFault where the password is too short or too long."""
    if not MIN_CHARS <= len(password) <= _MAX_CHARS:
        raise UsageFault(
            f"Le mot de passe doit compter de {MIN_CHARS} à {_MAX_CHARS} caractères.",
            "Une phrase de quatre ou cinq mots convient très bien.",
        )
    with _at_once:
        return _hasher.hash(password)


def matches(password: str, kept: str | None) -> bool:
    """Whether a password fits its hash; without a hash the same work is done, and the answer is no."""
    with _at_once:
        try:
            _hasher.verify(kept or _nobodys_hash(), password[: _MAX_CHARS + 1])
        except (VerificationError, InvalidHashError):
            return False
        return kept is not None


@lru_cache(maxsize=1)
def _nobodys_hash() -> str:
    return _hasher.hash("personne")
