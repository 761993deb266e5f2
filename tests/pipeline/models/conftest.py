"""A chat model against the stand-in, and settings in folders of the test's own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import SecretStr

from pipeline.models import Prompt
from pipeline.models.client import Address, ChatModel
from pipeline.models.prices import Price, PriceList
from pipeline.models.retry import RetryPolicy
from pipeline.settings import Settings, load_settings
from tests.standin import StandIn

SECRET = "sk-test-0123456789abcdef"
QUICK = RetryPolicy(attempts=4, first_wait_s=0.001, longest_wait_s=0.01, longest_retry_after_s=2.0)
PRICES = PriceList(models={"stand-in": Price(input=1.0, cached=0.1, output=10.0)})


@pytest.fixture
def prompt() -> Prompt:
    return Prompt(system="Tu es journaliste.", shared="[p1] The council of Fernmoor voted.", task="TÂCHE : écris.")


@pytest.fixture
def model_of() -> Callable[..., ChatModel]:
    def make(
        standin: StandIn,
        *,
        key: str = SECRET,
        timeout_s: float = 60.0,
        name: str = "stand-in",
        policy: RetryPolicy = QUICK,
    ) -> ChatModel:
        address = Address(base_url=standin.base_url, api_key=SecretStr(key))
        return ChatModel(name, lambda: address, prices=PRICES, policy=policy, timeout_s=timeout_s)

    return make


@pytest.fixture
def settings_of(tmp_path: Path) -> Callable[..., Settings]:
    def make(**environment: str) -> Settings:
        own = {"MORASSE_DATA_DIR": str(tmp_path / "var"), "MORASSE_CACHE_DIR": str(tmp_path / "cache")}
        return load_settings({**own, **environment})

    return make
