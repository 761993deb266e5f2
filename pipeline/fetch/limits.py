"""How long, how much and how politely a fetch may go about it, and the name it goes by."""

from schemas.service import FetchLimits

__all__ = ["USER_AGENT", "FetchLimits"]

USER_AGENT = "Morasse/0.1 (+newsroom drafting tool)"
