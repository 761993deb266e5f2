"""A second model for the time the first is down."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import BudgetFault, ModelFault, PermanentError, TransientError, UsageFault
from pipeline.models import Answer, Prompt, ReplyT
from pipeline.models.fallback import WithFallback
from pipeline.settings import load_service
from schemas.replies import OneText


class Refusing:
    """A model that is down, or whose provider refuses, and says so at once."""

    embedded = False

    def __init__(self, name: str, fault: type[ModelFault] = TransientError) -> None:
        self.name = name
        self.asked = 0
        self._fault = fault

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
        del prompt, reply, max_tokens, schema, temperature, seed, insists
        self.asked += 1
        raise self._fault(f"{self.name} ne répond pas.")


def test_two_models_that_refuse_at_once_are_asked_now_and_then_until_patience_ends() -> None:
    first, second = Refusing("le premier"), Refusing("le second")
    with pytest.raises(TransientError, match="le premier"):
        WithFallback(first, second, patience_s=0.5).ask(Prompt(system="", shared="", task="?"), OneText, max_tokens=5)
    assert (first.asked, second.asked) == (2, 2)


@pytest.mark.parametrize(("fault", "second_asked"), [(PermanentError, 1), (BudgetFault, 0)])
def test_where_the_first_refuses_the_second_is_asked_once_but_never_where_the_house_itself_says_no(
    fault: type[ModelFault], second_asked: int
) -> None:
    first, second = Refusing("le premier", fault), Refusing("le second", PermanentError)
    with pytest.raises(fault, match="le premier"):
        WithFallback(first, second, patience_s=60).ask(Prompt(system="", shared="", task="?"), OneText, max_tokens=5)
    assert (first.asked, second.asked) == (1, second_asked)


def test_a_second_model_whose_address_is_none_is_refused_before_it_is_needed(tmp_path: Path) -> None:
    (tmp_path / "service.toml").write_text('[fallback]\nmodel = "b"\nbase_url = "second.example/v1"\n', "utf-8")
    with pytest.raises(UsageFault, match="base_url"):
        load_service(tmp_path)
