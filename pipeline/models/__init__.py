"""The door to language models: what a stage asks with and what it gets back.

Only this package imports langchain and openai; `pipeline.compose` picks the implementation.
"""

from typing import Any, Generic, Protocol, TypeVar

from pydantic import BaseModel

from schemas.base import Closed
from schemas.provenance import Usage

__all__ = ["Answer", "Model", "Prompt", "ReplyT"]

ReplyT = TypeVar("ReplyT", bound=BaseModel)


class Prompt(Closed):
    """A rendered prompt. `system` and `shared` are the same for all tasks of one article and come first, so that
    servers can keep them; `task` comes last. `templates` maps each template's name to its digest.
    """

    system: str
    shared: str
    task: str
    templates: dict[str, str] = {}


class Answer(Closed, Generic[ReplyT]):
    """A reply that fits its schema, what it took (asking again included), and who gave it."""

    value: ReplyT
    usage: Usage
    model: str = ""


class Model(Protocol):
    """A language model that answers in JSON."""

    name: str
    embedded: bool

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
        """One reply; safe to call from several threads. `schema` narrows the reply's own (enums for slots).

        A reply that does not fit is asked for once more. Beyond that a model that answered well lately is doubted only
        where the caller `insists`: a draft can go on without it where not, and a server that is well but fails at this
        very request time and again is then taken to refuse it.

        Raises TransientError after the last retry, ReplyError when asking again did not help, PermanentError.
        """
        ...
