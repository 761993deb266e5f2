import logging
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from pydantic import SecretStr

from pipeline.errors import ModelFault, PermanentError, ReplyError, TransientError
from pipeline.logs import JsonLines
from pipeline.models import Prompt
from pipeline.models.client import Address, ChatModel
from pipeline.models.meter import metered
from schemas.replies import AnalyseReply, OneText, ProposalsReply, RepairReply, SyntheseReply, TranslationReply
from tests.pipeline.models.conftest import QUICK, SECRET
from tests.standin import Fault, FaultKind, Faults, Request, StandIn

ModelOf = Callable[..., ChatModel]
MOST_CALLS = 2 * QUICK.attempts


def ask(model: ChatModel, prompt: Prompt) -> str:
    return model.ask(prompt, OneText, max_tokens=50).value.text


@pytest.mark.parametrize("reply", [AnalyseReply, SyntheseReply, ProposalsReply, TranslationReply, RepairReply, OneText])
def test_every_reply_comes_back_validated(model_of: ModelOf, prompt: Prompt, reply: type[OneText]) -> None:
    with StandIn() as standin:
        answer = model_of(standin).ask(prompt, reply, max_tokens=500)
    assert isinstance(answer.value, reply)
    sent = standin.calls[0].request.body["response_format"]
    assert sent["type"] == "json_schema"
    assert sent["json_schema"]["strict"] is True
    assert sent["json_schema"]["name"] == reply.__name__
    assert "$ref" not in str(sent)


def test_stable_text_comes_first_and_the_task_last(model_of: ModelOf, prompt: Prompt) -> None:
    with StandIn() as standin:
        model = model_of(standin)
        ask(model, prompt)
        second = model.ask(prompt.model_copy(update={"task": "Une autre tâche."}), OneText, max_tokens=50)
    system, user = standin.calls[0].request.body["messages"]
    assert (system["role"], system["content"]) == ("system", prompt.system)
    assert (user["role"], user["content"]) == ("user", f"{prompt.shared}\n\n{prompt.task}")
    shared = len(f"{prompt.system}\n\n{prompt.shared}\n\n") // 4
    assert second.usage.tokens_cached >= shared


def test_usage_counts_tokens_cost_and_time(model_of: ModelOf, prompt: Prompt) -> None:
    with StandIn(latency_s=0.05) as standin:
        began = time.monotonic()
        usage = model_of(standin).ask(prompt, OneText, max_tokens=50).usage
        took_s = time.monotonic() - began
    call = standin.calls[0]
    assert (usage.calls, usage.tokens_in, usage.tokens_out) == (1, call.tokens_in, call.tokens_out)
    assert usage.cost == pytest.approx((call.tokens_in * 1.0 + call.tokens_out * 10.0) / 1_000_000)
    assert 0.05 <= usage.seconds <= took_s + 0.001


@pytest.mark.parametrize("kind", ["filtered", "refusal", "too_long", "schema_miss", "not_json"])
def test_a_reply_of_no_use_is_paid_for_all_the_same(model_of: ModelOf, prompt: Prompt, kind: FaultKind) -> None:
    with (
        StandIn(faults=Faults(rate=1.0, kinds=(kind,))) as standin,
        metered("d1", "summarise") as meter,
        pytest.raises(ModelFault),
    ):
        ask(model_of(standin), prompt)
    tokens_in, tokens_out = (sum(getattr(one, name) for one in standin.calls) for name in ("tokens_in", "tokens_out"))
    assert tokens_in > 0
    assert (meter.usage.tokens_in, meter.usage.tokens_out) == (tokens_in, tokens_out)
    assert meter.usage.calls == len(standin.calls)
    assert meter.usage.cost


def test_every_call_that_failed_is_a_line_of_the_log(
    model_of: ModelOf, prompt: Prompt, caplog: pytest.LogCaptureFixture
) -> None:
    faults: list[Fault | FaultKind | None] = [
        Fault("rate_limited", retry_after="0.01"), "broken", "dropped", Fault("stalled", stall_s=60.0), "schema_miss"
    ]  # fmt: skip
    with caplog.at_level(logging.WARNING, "morasse.models"), StandIn(faults=Faults(first=[*faults, "filtered"])) as one:
        with pytest.raises(PermanentError) as caught:
            ask(model_of(one, timeout_s=1.0, policy=QUICK.model_copy(update={"attempts": 9})), prompt)
        place = one.base_url.removeprefix("http://").removesuffix("/v1")
    told = [vars(line)["fields"] for line in caplog.records]
    assert {(line["provider"], line["model"]) for line in told} == {(place, "stand-in")}
    assert [(line["kind"], line["status"], line["attempt"]) for line in told] == [
        ("rate_limited", 429, 1),
        ("status", 500, 2),
        ("connection", None, 3),
        ("deadline", None, 4),
        ("schema", None, 5),
        ("filtered", None, 6),
    ]
    assert [line["wait_s"] is None for line in told] == [False] * 4 + [True] * 2
    assert told[0]["wait_s"] >= 0.01
    assert caught.value.code == "PermanentError:filtered"
    assert not any(words in JsonLines().format(line) for line in caplog.records for words in (SECRET, "Fernmoor"))


def test_a_model_without_a_price_has_no_cost(model_of: ModelOf, prompt: Prompt) -> None:
    with StandIn() as standin:
        assert model_of(standin, name="unlisted").ask(prompt, OneText, max_tokens=50).usage.cost is None


def test_parameters_reach_the_server(prompt: Prompt) -> None:
    with StandIn() as standin:
        address = Address(base_url=standin.base_url, api_key=SecretStr("none"))
        model = ChatModel("local", lambda: address, embedded=True, policy=QUICK)
        usage = model.ask(prompt, OneText, max_tokens=77, temperature=0.4, seed=9).usage
    body = standin.calls[0].request.body
    assert (body["max_tokens"], body["temperature"], body["seed"]) == (77, 0.4, 9)
    assert usage.cost == 0.0


def test_a_narrowed_schema_binds_the_reply(model_of: ModelOf, prompt: Prompt) -> None:
    narrow = {
        "type": "object",
        "properties": {"text": {"type": "string", "enum": ["oui", "non"]}},
        "required": ["text"],
        "additionalProperties": False,
    }
    with StandIn() as standin:
        assert model_of(standin).ask(prompt, OneText, max_tokens=5, schema=narrow).value.text == "oui"


@pytest.mark.parametrize("kind", ["rate_limited", "broken", "unavailable", "cut", "dropped", "error_in_body"])
def test_a_passing_fault_costs_one_more_call(model_of: ModelOf, prompt: Prompt, kind: FaultKind) -> None:
    with StandIn(faults=Faults(first=[kind])) as standin:
        assert ask(model_of(standin), prompt)
    assert len(standin.calls) == 2


@pytest.mark.parametrize("kind", ["rate_limited", "broken", "unavailable", "cut", "dropped"])
def test_a_lasting_fault_ends_after_the_policys_attempts(model_of: ModelOf, prompt: Prompt, kind: FaultKind) -> None:
    with StandIn(faults=Faults(rate=1.0, kinds=(kind,))) as standin, pytest.raises(TransientError) as caught:
        ask(model_of(standin), prompt)
    assert len(standin.calls) == QUICK.attempts
    assert caught.value.remedy


def test_a_server_that_is_too_slow_is_a_passing_fault(model_of: ModelOf, prompt: Prompt) -> None:
    with StandIn(faults=Faults(first=[Fault("stalled", stall_s=60.0)])) as standin:
        assert ask(model_of(standin, timeout_s=1.0), prompt)
        assert standin.most_running == 2


def test_a_server_that_is_not_there_is_a_passing_fault(model_of: ModelOf, prompt: Prompt) -> None:
    with StandIn() as standin:
        model = model_of(standin)
    with pytest.raises(TransientError, match="ne répond pas"):
        ask(model, prompt)


def test_retry_after_is_honoured(model_of: ModelOf, prompt: Prompt, waits: list[float]) -> None:
    with StandIn(faults=Faults(first=[Fault("rate_limited", retry_after="1.6")])) as standin:
        ask(model_of(standin), prompt)
    (waited,) = waits
    assert 1.6 <= waited <= 1.6 + QUICK.longest_wait_s


def test_a_date_is_understood_as_retry_after(model_of: ModelOf, prompt: Prompt, waits: list[float]) -> None:
    policy = QUICK.model_copy(update={"longest_retry_after_s": 7_200.0})
    soon = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + 3_600))
    with StandIn(faults=Faults(first=[Fault("rate_limited", retry_after=soon)])) as standin:
        ask(model_of(standin, policy=policy), prompt)
    (waited,) = waits
    assert 3_000 < waited <= 3_600 + QUICK.longest_wait_s


def test_a_long_retry_after_is_handed_on_and_not_waited_for(model_of: ModelOf, prompt: Prompt) -> None:
    faults = Faults(first=[Fault("rate_limited", retry_after="3600")])
    with StandIn(faults=faults) as standin, pytest.raises(TransientError) as caught:
        ask(model_of(standin), prompt)
    assert caught.value.retry_after_s == 3600
    assert len(standin.calls) == 1


@pytest.mark.parametrize("kind", ["schema_miss", "not_json", "refusal", "too_long"])
def test_a_reply_that_does_not_fit_is_asked_again_once(model_of: ModelOf, prompt: Prompt, kind: FaultKind) -> None:
    with StandIn(faults=Faults(first=[kind])) as standin:
        answer = model_of(standin).ask(prompt, OneText, max_tokens=50)
    first, second = (one.request.body["messages"][1]["content"] for one in standin.calls)
    assert second.startswith(first)
    assert "refusée" in second[len(first) :]
    assert answer.usage.calls == 2
    assert answer.usage.tokens_in == sum(one.tokens_in for one in standin.calls)


def test_the_validation_message_is_shown_to_the_model(model_of: ModelOf, prompt: Prompt) -> None:
    with StandIn(faults=Faults(first=["schema_miss"])) as standin:
        ask(model_of(standin), prompt)
    assert "text: Field required" in standin.calls[1].request.text


@pytest.mark.parametrize("kind", ["schema_miss", "not_json", "refusal", "too_long"])
def test_a_reply_that_never_fits_ends_after_two_calls(model_of: ModelOf, prompt: Prompt, kind: FaultKind) -> None:
    with StandIn(faults=Faults(rate=1.0, kinds=(kind,))) as standin, pytest.raises(ReplyError) as caught:
        ask(model_of(standin), prompt)
    assert len(standin.calls) == 2
    assert caught.value.remedy


@pytest.mark.parametrize(
    "kind", ["wrong_key", "forbidden", "unknown_model", "bad_request", "no_credit", "filtered", "another_service"]
)
def test_a_fault_that_no_retry_helps_is_called_once(model_of: ModelOf, prompt: Prompt, kind: FaultKind) -> None:
    with StandIn(faults=Faults(rate=1.0, kinds=(kind,))) as standin, pytest.raises(PermanentError) as caught:
        ask(model_of(standin), prompt)
    assert len(standin.calls) == 1
    assert caught.value.remedy


def test_a_wrong_key_names_the_setting_and_never_the_key(model_of: ModelOf, prompt: Prompt) -> None:
    with StandIn(key="sk-the-right-one") as standin, pytest.raises(PermanentError) as caught:
        ask(model_of(standin), prompt)
    shown = "".join(traceback.format_exception(caught.value))
    assert "OPENAI_API_KEY" in caught.value.remedy
    assert SECRET not in shown
    assert "echoed-secret" not in shown


def test_a_refused_request_shows_the_reason_without_secrets(model_of: ModelOf, prompt: Prompt) -> None:
    with StandIn(faults=Faults(first=["bad_request"])) as standin, pytest.raises(PermanentError) as caught:
        ask(model_of(standin), prompt)
    assert "makes no sense" in caught.value.message
    assert "echoed-secret" not in "".join(traceback.format_exception(caught.value))


def test_a_parameter_that_is_refused_is_left_out_from_then_on(model_of: ModelOf, prompt: Prompt) -> None:
    with StandIn(faults=Faults(rate=1.0, kinds=("no_temperature",))) as standin:
        model = model_of(standin)
        ask(model, prompt)
        ask(model, prompt)
    assert ["temperature" in one.request.body for one in standin.calls] == [True, False, False]


def test_no_mix_of_faults_calls_more_than_the_policy_allows(model_of: ModelOf, prompt: Prompt) -> None:
    for seed in range(20):
        with StandIn(faults=Faults(rate=0.7, seed=seed)) as standin:
            try:
                ask(model_of(standin), prompt)
            except ModelFault as fault:
                assert not isinstance(fault, PermanentError)
        assert len(standin.calls) <= MOST_CALLS


def test_calls_run_side_by_side(model_of: ModelOf, prompt: Prompt) -> None:
    with StandIn(latency_s=0.3) as standin:
        model = model_of(standin)
        with ThreadPoolExecutor(6) as pool:
            texts = list(pool.map(lambda _: ask(model, prompt), range(6)))
    assert len(texts) == 6
    assert standin.most_running >= 4


def test_a_server_that_moved_is_found_again(prompt: Prompt) -> None:
    with StandIn() as gone:
        pass
    with StandIn() as here:
        addresses = iter([gone.base_url, here.base_url, here.base_url])
        model = ChatModel(
            "m", lambda: Address(base_url=next(addresses), api_key=SecretStr("none")), embedded=True, policy=QUICK
        )
        assert ask(model, prompt)


def test_a_proxy_of_the_environment_never_sees_loopback(
    model_of: ModelOf, prompt: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    with StandIn() as proxy, StandIn() as standin:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.base_url.removesuffix("/v1"))
        monkeypatch.setenv("NO_PROXY", "")
        monkeypatch.setenv("no_proxy", "")
        ask(model_of(standin), prompt)
    assert (len(proxy.calls), len(standin.calls)) == (0, 1)


def test_the_reply_is_the_tests_own_when_it_wants(model_of: ModelOf, prompt: Prompt) -> None:
    def reply(request: Request) -> dict[str, str]:
        return {"text": f"{request.paragraphs['p1']} {request.model}"}

    with StandIn(reply) as standin:
        assert ask(model_of(standin), prompt) == "The council of Fernmoor voted. stand-in"


def test_importing_the_door_loads_no_client_library() -> None:
    heavy = ("openai", "langchain_core", "httpx2", "tenacity", "xllamacpp")
    code = f"import sys, pipeline.models.opening; print([m for m in {heavy} if m in sys.modules])"
    outcome = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert outcome.stdout.strip() == "[]"


def test_no_place_is_held_while_the_libraries_load() -> None:
    """A first call would be counted seconds before it is sent, and the provider sees too many in the minute after."""
    code = """
import sys
from pydantic import SecretStr
from pipeline.logs import JsonLines
from pipeline.models import Prompt
from pipeline.models.client import Address, ChatModel
from pipeline.models.line import OwnLine
from schemas.replies import OneText

class Line(OwnLine):
    def call(self, **_):
        print([name for name in ("openai", "langchain_openai") if name in sys.modules])
        sys.exit()

model = ChatModel("m", lambda: Address(base_url="http://127.0.0.1:9", api_key=SecretStr("k")), line=Line())
model.ask(Prompt(system="", shared="", task="t"), OneText, max_tokens=50)
"""
    outcome = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert outcome.stdout.strip() == "['openai', 'langchain_openai']"
