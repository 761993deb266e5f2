"""What the propose stage makes: the proposals and the score, apart from the text they will stand in."""

from schemas.action import Action
from schemas.base import Closed
from schemas.draft import Pillars

__all__ = ["Proposals"]


class Proposals(Closed):
    """Action proposals with their ids, the pillars' points and a line of reasons each (EDITORIAL.md, « score »)."""

    actions: tuple[Action, ...] = ()
    pillars: Pillars = Pillars()
    pillar_reasons: dict[str, str] = {}
