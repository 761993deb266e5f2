from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import PermanentError, UsageFault
from pipeline.models import Prompt
from pipeline.models.embedded.server import EmbeddedServer
from pipeline.models.opening import HOSTED_MODEL, open_model
from pipeline.models.prices import PriceList, load_prices
from pipeline.settings import Settings
from schemas.provenance import Usage
from schemas.replies import OneText
from tests.standin import StandIn

SettingsOf = Callable[..., Settings]


def test_a_key_means_the_hosted_default(settings_of: SettingsOf) -> None:
    model = open_model(settings_of(OPENAI_API_KEY="sk-x"))
    assert (model.name, model.embedded) == (HOSTED_MODEL, False)


def test_an_address_without_a_key_is_asked_all_the_same(settings_of: SettingsOf, prompt: Prompt) -> None:
    with StandIn() as standin:
        model = open_model(settings_of(OPENAI_BASE_URL=standin.base_url, MORASSE_MODEL="mine"))
        assert model.ask(prompt, OneText, max_tokens=5).value.text
    assert standin.calls[0].request.headers["authorization"] == "Bearer none"
    assert standin.calls[0].request.model == "mine"


def test_a_hosted_models_name_without_key_or_address_is_refused(settings_of: SettingsOf) -> None:
    with pytest.raises(UsageFault, match="gpt-5") as caught:
        open_model(settings_of(MORASSE_MODEL="gpt-5"))
    assert "OPENAI_API_KEY" in caught.value.remedy


def test_a_model_file_that_is_not_there_is_refused(settings_of: SettingsOf, tmp_path: Path) -> None:
    with pytest.raises(UsageFault, match="n'existe pas"):
        open_model(settings_of(MORASSE_MODEL=str(tmp_path / "mine.gguf")))


def test_a_damaged_model_file_says_where_the_log_is(settings_of: SettingsOf, tmp_path: Path, prompt: Prompt) -> None:
    damaged = tmp_path / "mine.gguf"
    damaged.write_bytes(b"no model at all")
    model = open_model(settings_of(MORASSE_MODEL=str(damaged)))
    assert model.embedded
    with pytest.raises(PermanentError, match="ne démarre pas") as caught:
        model.ask(prompt, OneText, max_tokens=5)
    assert str(damaged) in caught.value.remedy
    assert ".log" in caught.value.remedy


def test_asking_for_the_servers_process_starts_nothing(tmp_path: Path) -> None:
    assert EmbeddedServer(tmp_path / "m.gguf", tmp_path / "run").pid() is None
    assert not (tmp_path / "run").exists()


def test_the_hosted_default_has_a_price(settings_of: SettingsOf) -> None:
    prices = load_prices(settings_of().house_dir)
    usage = Usage(calls=1, tokens_in=1_000_000, tokens_cached=400_000, tokens_out=100_000)
    assert prices.cost(HOSTED_MODEL, usage) == pytest.approx(0.6 * 0.40 + 0.4 * 0.10 + 0.1 * 1.60)
    assert prices.cost(f"{HOSTED_MODEL}-2025-04-14", usage) == prices.cost(HOSTED_MODEL, usage)
    assert prices.cost("a-model-nobody-knows", usage) is None


def test_a_house_without_prices_knows_no_cost_and_a_broken_list_is_said(tmp_path: Path) -> None:
    assert load_prices(tmp_path / "none") == PriceList()
    (tmp_path / "prices.toml").write_text("models = 3")
    with pytest.raises(UsageFault, match=r"prices\.toml"):
        load_prices(tmp_path)
