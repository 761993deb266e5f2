"""The real embedded model, in its own process."""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline.models import Prompt
from pipeline.models.client import ChatModel
from pipeline.models.embedded.server import EmbeddedServer
from pipeline.models.embedded.weights import embedded_path, get_weights
from pipeline.settings import load_settings
from schemas.replies import OneText

pytestmark = pytest.mark.slow

TRANSLATE = Prompt(
    system="Translate the English sentence into French.",
    shared="EN: The mayor spoke on Monday.\nFR: Le maire a parlé lundi.",
    task="EN: The council voted.\nFR:",
)


@pytest.fixture(scope="module")
def weights() -> Path:
    folder = load_settings().cache_dir / "models"
    get_weights(folder)
    return embedded_path(folder)


@pytest.fixture(scope="module")
def server(weights: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedServer]:
    one = EmbeddedServer(weights, tmp_path_factory.mktemp("run"), context_tokens=4096)
    yield one
    one.stop()


@pytest.fixture
def model(server: EmbeddedServer) -> ChatModel:
    return ChatModel("embedded", server.address, embedded=True, timeout_s=300)


def test_a_question_starts_the_server_and_the_prefix_is_read_once(model: ChatModel) -> None:
    first = model.ask(TRANSLATE, OneText, max_tokens=40)
    second = model.ask(TRANSLATE, OneText, max_tokens=40)
    assert "conseil" in first.value.text.lower()
    assert first.value == second.value
    assert second.usage.tokens_cached >= second.usage.tokens_in - 4
    assert second.usage.cost == 0.0


def test_several_questions_run_side_by_side(model: ChatModel, server: EmbeddedServer) -> None:
    tasks = [TRANSLATE.model_copy(update={"task": f"EN: {one} voted.\nFR:"}) for one in ("Anna", "Boris", "Clara")]
    with ThreadPoolExecutor(server.slots) as pool:
        answers = list(pool.map(lambda one: model.ask(one, OneText, max_tokens=30).value.text, tasks))
    assert [name in text for name, text in zip(("Anna", "Boris", "Clara"), answers, strict=True)] == [True] * 3


def test_another_process_uses_the_same_server(server: EmbeddedServer) -> None:
    address = server.address()
    code = (
        "import sys; from pathlib import Path; from pipeline.models.embedded.server import EmbeddedServer;"
        "print(EmbeddedServer(Path(sys.argv[1]), Path(sys.argv[2])).address().base_url)"
    )
    folder = server.log.parent
    outcome = subprocess.run(
        [sys.executable, "-c", code, str(server.model), str(folder)], capture_output=True, text=True, check=True
    )
    assert outcome.stdout.strip() == address.base_url


def test_only_its_user_can_read_the_key(server: EmbeddedServer) -> None:
    key = server.address().api_key.get_secret_value()
    holding = [one for one in server.log.parent.iterdir() if key in one.read_text("utf-8", errors="replace")]
    assert [stat.S_IMODE(one.stat().st_mode) for one in holding] == [0o600]


def test_a_killed_server_is_started_again_by_the_next_question(model: ChatModel, server: EmbeddedServer) -> None:
    server.address()
    killed = server.pid()
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    assert model.ask(TRANSLATE, OneText, max_tokens=40).value.text
    assert server.pid() not in (None, killed)


def test_a_server_killed_while_it_answers_costs_no_more_than_time(model: ChatModel, server: EmbeddedServer) -> None:
    server.address()
    killed = server.pid()
    assert killed is not None
    # Reading this takes seconds on any machine.
    long = TRANSLATE.model_copy(update={"shared": "\n".join([TRANSLATE.shared] * 25)})
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(lambda: model.ask(long, OneText, max_tokens=40))
        time.sleep(0.7)
        assert not answer.done()
        os.kill(killed, signal.SIGKILL)
        assert answer.result(timeout=300).value.text
    assert server.pid() not in (None, killed)


def test_processes_that_start_it_together_share_one(weights: Path, tmp_path: Path) -> None:
    servers = [EmbeddedServer(weights, tmp_path, context_tokens=1024, slots=1) for _ in range(3)]
    try:
        with ThreadPoolExecutor(3) as pool:
            addresses = {one.base_url for one in pool.map(EmbeddedServer.address, servers)}
        assert len(addresses) == 1
    finally:
        servers[0].stop()


def test_nobody_asking_ends_it(weights: Path, tmp_path: Path) -> None:
    server = EmbeddedServer(weights, tmp_path, context_tokens=1024, slots=1, idle_s=1.0)
    server.address()
    give_up = time.monotonic() + 30
    while server.pid() is not None and time.monotonic() < give_up:
        time.sleep(0.2)
    assert server.pid() is None
