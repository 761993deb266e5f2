"""A second model for the time the first is down."""

from typing import Any

import pytest

from pipeline.errors import TransientError
from pipeline.models import Answer, Prompt, ReplyT
from pipeline.models.fallback import WithFallback
from schemas.replies import OneText


class Refusing:
    """A model that is down, and says so at once."""

    embedded = False

    def __init__(self, name: str) -> None:
        self.name = name
        self.asked = 0

    def ask(
        self,
        prompt: Prompt,
        reply: type[ReplyT],
        *,
        max_tokens: int,
        schema: dict[str, Any] | None = None,
        temperature: float = 0.0,
        seed: int = 0,
    ) -> Answer[ReplyT]:
        del prompt, reply, max_tokens, schema, temperature, seed
        self.asked += 1
        raise TransientError(f"{self.name} ne répond pas.")


def test_two_models_that_refuse_at_once_are_asked_now_and_then_until_patience_ends() -> None:
    first, second = Refusing("le premier"), Refusing("le second")
    with pytest.raises(TransientError, match="le second"):
        WithFallback(first, second, patience_s=0.5).ask(Prompt(system="", shared="", task="?"), OneText, max_tokens=5)
    assert (first.asked, second.asked) == (2, 2)
