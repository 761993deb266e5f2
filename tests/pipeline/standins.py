"""A model that answers from a table, for the stages alone; the protocol's own stand-in is a real server."""

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from pipeline.models import Answer, Prompt, ReplyT
from schemas.provenance import Usage

__all__ = ["Teller"]


class Teller:
    """Answers with what `tell` makes of the prompt, and keeps the prompts it was asked."""

    embedded = False

    def __init__(self, tell: Callable[[Prompt, type[BaseModel], int], dict[str, Any]]) -> None:
        self.name = "teller"
        self.prompts: list[Prompt] = []
        self._tell = tell

    def ask(
        self,
        prompt: Prompt,
        reply: type[ReplyT],
        *,
        max_tokens: int,
        schema: dict[str, Any] | None = None,
        temperature: float = 0.0,
        seed: int = 0,
        insists: bool = True,
    ) -> Answer[ReplyT]:
        self.prompts.append(prompt)
        value = reply.model_validate(self._tell(prompt, reply, seed))
        return Answer(value=value, usage=Usage(calls=1, tokens_in=100, tokens_out=10))
