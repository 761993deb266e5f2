"""People who sign in at the desk, and what each may do (EDITORIAL.md, « Who does what »)."""

from typing import Literal

from schemas.base import Closed

__all__ = ["ROLES", "Account", "Role"]

Role = Literal["editor", "reviewer", "publisher", "maintainer"]
ROLES: tuple[Role, ...] = ("editor", "reviewer", "publisher", "maintainer")


class Account(Closed):
    """One person. `name` is what history records; `login` is what they type to come in."""

    id: str
    login: str
    name: str
    roles: tuple[Role, ...]
    is_active: bool = True
    created_at: str = ""
