"""An action proposal (EDITORIAL.md, « An action proposal »)."""

from typing import Literal

from schemas.base import Closed

__all__ = ["Action", "ActionKind", "ActionOrigin", "OutsideKnowledge"]

ActionKind = Literal["coalition", "individual", "resistance"]
ActionOrigin = Literal["model", "pattern", "human"]


class OutsideKnowledge(Closed):
    """A passage that the source does not hold; a reviewer confirms it or strikes it."""

    text: str
    status: Literal["open", "confirmed", "struck"] = "open"


class Action(Closed):
    """One proposal. `title` carries no emoji, `signal` no arrow: the renderer adds the house's."""

    id: str = ""
    kind: ActionKind
    title: str = ""
    description: str = ""
    signal: str = ""
    outside_knowledge: tuple[OutsideKnowledge, ...] = ()
    origin: ActionOrigin = "model"
