"""What all workers share of a provider: limits, rests, faults waited out, a second model; on both databases."""

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

import pytest
import sqlalchemy as sa
from pydantic import BaseModel, SecretStr

from pipeline.compose import Newsroom, open_newsroom
from pipeline.errors import BudgetFault, Deposed, PermanentError, ReplyError, StoreFault, TransientError
from pipeline.gates import source
from pipeline.models import Prompt
from pipeline.models.client import Address, ChatModel
from pipeline.models.meter import metered
from pipeline.models.prices import PriceList
from pipeline.models.retry import RetryPolicy, persist
from pipeline.settings import PROJECT, load_settings
from pipeline.store.calls import BudgetReached, Claim, Line, Wait, claim, settle, spent
from pipeline.store.database import open_database, reading, transaction
from pipeline.store.drafts import list_drafts
from pipeline.store.history import broken_links, events_of
from pipeline.store.results import stage_runs_of
from pipeline.store.tables import model_calls, results
from pipeline.store.workers import enrol, hold_post, retire
from pipeline.switchboard import SharedLine, Switchboard
from schemas.provenance import Usage
from schemas.service import Money, ProviderLimits, Service
from schemas.source import SourceRequest
from tests.house import drafted, environment_for, sample, state
from tests.postgres import Cluster
from tests.standin import Faults, Request, StandIn
from tests.standin.faults import ALL_KINDS
from tests.workflow.processes import until

# How long a busy machine may take for anything; nothing here waits as long as this where all is well.
WITHIN_S = 600
LINE = Line("models.example", "gpt-4.1-mini")
FREE = Money()


class Word(BaseModel):
    text: str


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The databases' clock, which stands still until a test moves it (`now.at`)."""
    hand = SimpleNamespace(at=datetime(2026, 3, 4, 12, 0, tzinfo=UTC))
    monkeypatch.setattr("pipeline.store.calls.clock", lambda _db: hand.at)
    return hand


@pytest.fixture
def engines(database: str) -> Iterator[tuple[sa.Engine, sa.Engine]]:
    """The same house as two workers see it."""
    one, other = open_database(database), open_database(database)
    yield one, other
    one.dispose()
    other.dispose()


def house_with(folder: Path, standin: StandIn, service: str, **environment: str) -> Newsroom:
    """A newsroom whose service.toml says `service`."""
    own = folder / "house"
    own.mkdir()
    for name in ("house", "patterns", "glossary", "prices"):
        shutil.copy(PROJECT / "data" / f"{name}.toml", own)
    (own / "service.toml").write_text(service, "utf-8")
    return open_newsroom(
        load_settings({**environment_for(folder, standin), "MORASSE_HOUSE_DIR": str(own), **environment})
    )


def asked(engine: sa.Engine, limits: ProviderLimits, *, tokens: int = 10, money: Money = FREE) -> object:
    with transaction(engine) as db:
        return claim(db, LINE, Claim("d1", "summarise", tokens, 0.01), limits=limits, money=money)


def ended(engine: sa.Engine, call_id: object, outcome: str, *, cost: float = 0.002, **more: float) -> None:
    with transaction(engine) as db:
        settle(db, LINE, str(call_id), outcome=outcome, usage=Usage(calls=1, tokens_in=8, cost=cost), **more)


def test_calls_at_once_are_limited_over_all_workers(engines: tuple[sa.Engine, sa.Engine]) -> None:
    service = Service(provider=ProviderLimits(concurrency=3))
    all_three = threading.Barrier(3)

    def in_threes(_request: Request) -> dict[str, str]:
        all_three.wait(WITHIN_S)
        return {"text": "oui"}

    # Answers come only when three calls are there at once: fewer would wait for ever, more would be counted.
    with StandIn(reply=in_threes) as standin:
        address = Address(base_url=standin.base_url, api_key=SecretStr("k"))

        def ask(engine: sa.Engine) -> None:
            line = Switchboard(engine, service, PriceList(), WITHIN_S).line("here", "m")
            model = ChatModel("m", lambda: address, line=line)
            assert model.ask(Prompt(system="", shared="", task="?"), Word, max_tokens=10).value.text == "oui"

        asking = [threading.Thread(target=ask, args=(engines[n % 2],)) for n in range(12)]
        for one in asking:
            one.start()
        for one in asking:
            one.join()
        assert standin.most_running == 3
        assert len(standin.calls) == 12


def test_requests_and_tokens_a_minute_are_limited_over_all_workers(
    engines: tuple[sa.Engine, sa.Engine], now: SimpleNamespace
) -> None:
    one, other = engines
    limits = ProviderLimits(requests_per_minute=4, tokens_per_minute=1000)
    for engine in (one, other, one, other):
        call_id = asked(engine, limits)
        assert isinstance(call_id, str)
        ended(engine, call_id, "answered")
    refused = asked(other, limits)
    assert isinstance(refused, Wait)
    # What took its place at the end of one minute may reach the provider a moment later than its clock said here.
    assert refused.seconds == pytest.approx(63)
    tokens_only = limits.model_copy(update={"requests_per_minute": None})
    assert isinstance(asked(one, tokens_only, tokens=900), str)
    assert isinstance(asked(other, tokens_only, tokens=900), Wait)


def test_a_worker_that_was_given_up_takes_no_place(engines: tuple[sa.Engine, sa.Engine]) -> None:
    one, other = engines
    board = Switchboard(one, Service(money=Money(per_house=1.0)), PriceList(), WITHIN_S)
    with transaction(one) as db:
        enrol(db, "sleeper")
    fence = partial(hold_post, worker_id="sleeper")
    with metered("d1", "summarise", fence), board.line(LINE.provider, LINE.model).call(tokens_in=1, tokens_out=1):
        pass
    with transaction(other) as db:
        retire(db, "sleeper")
    with (
        metered("d1", "summarise", fence),
        pytest.raises(Deposed),
        board.line(LINE.provider, LINE.model).call(tokens_in=1, tokens_out=1),
    ):
        pass
    with reading(one) as db:
        assert db.execute(sa.select(sa.func.count()).select_from(model_calls)).scalar() == 1


def test_nobody_queues_at_a_line_that_a_stopped_process_holds(postgres: Cluster) -> None:
    one, other = (open_database(url) for url in [postgres.create()] * 2)
    call_id = asked(other, ProviderLimits())
    with transaction(one) as held:
        assert isinstance(
            claim(held, LINE, Claim("d1", "summarise", 1, None), limits=ProviderLimits(), money=FREE), str
        )
        waits = asked(other, ProviderLimits())
        assert isinstance(waits, Wait)
        assert not waits.down
        with transaction(other) as db:
            assert not settle(db, LINE, str(call_id), outcome="answered", usage=Usage(calls=1))
    with transaction(other) as db:
        assert settle(db, LINE, str(call_id), outcome="answered", usage=Usage(calls=1))
    one.dispose()
    other.dispose()


def test_who_is_told_to_slow_down_is_told_for_all(engines: tuple[sa.Engine, sa.Engine], now: SimpleNamespace) -> None:
    one, other = engines
    ended(one, asked(one, ProviderLimits()), "slow_down", retry_after_s=7.0)
    waits = asked(other, ProviderLimits())
    assert isinstance(waits, Wait)
    assert waits.seconds == pytest.approx(7)


def test_a_long_wait_is_said_once_in_the_log_and_where_it_is_given_up(
    engines: tuple[sa.Engine, sa.Engine], now: SimpleNamespace, caplog: pytest.LogCaptureFixture
) -> None:
    one, _ = engines
    ended(one, asked(one, ProviderLimits()), "slow_down", retry_after_s=600.0)
    board = Switchboard(one, Service(), PriceList(), patience_s=300.0)
    with (
        pytest.raises(TransientError) as given_up,
        board.line(LINE.provider, LINE.model).call(tokens_in=1, tokens_out=1),
    ):
        pass
    assert "demande d’attendre" in str(given_up.value)
    assert "10 min" in given_up.value.remedy
    assert not caplog.records
    waiting = threading.Thread(target=_one_call, args=(board.line(LINE.provider, LINE.model, patience_s=900.0),))
    waiting.start()
    until(lambda: bool(caplog.records), within_s=WITHIN_S)
    now.at += timedelta(seconds=601)
    waiting.join(WITHIN_S)
    assert [one.getMessage() for one in caplog.records] == ["a call waits for its provider"]


def _one_call(line: SharedLine) -> None:
    with line.call(tokens_in=1, tokens_out=1):
        pass


def test_a_provider_that_is_down_is_asked_by_one_while_the_others_wait(
    engines: tuple[sa.Engine, sa.Engine], now: SimpleNamespace
) -> None:
    one, other = engines
    for engine in (one, other, one, other, one):
        ended(engine, asked(engine, ProviderLimits()), "failed")
    rests = asked(other, ProviderLimits())
    assert isinstance(rests, Wait)
    assert rests.down
    now.at += timedelta(seconds=rests.seconds + 0.05)
    probe = asked(one, ProviderLimits())
    assert isinstance(probe, str)
    assert isinstance(asked(other, ProviderLimits()), Wait)
    ended(one, probe, "answered")
    assert isinstance(asked(other, ProviderLimits()), str)


def test_who_is_stopped_while_it_asks_for_a_place_stops_the_others_for_a_while_only(
    postgres: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.store.database._SILENCE_S", 1)
    url = postgres.create()
    stopped, other = open_database(url), open_database(url)
    with pytest.raises(StoreFault), transaction(stopped) as db:
        claim(db, LINE, Claim("d1", "summarise", 10, None), limits=ProviderLimits(), money=FREE)
        assert isinstance(asked(other, ProviderLimits()), str)
        spent(db, "house")
    with reading(other) as db:
        assert db.execute(sa.select(sa.func.count()).select_from(model_calls)).scalar_one() == 1
    stopped.dispose()
    other.dispose()


def test_a_budget_counts_what_is_under_way_and_what_failed(engines: tuple[sa.Engine, sa.Engine]) -> None:
    one, other = engines
    money = Money(per_day=0.025)
    first, second = asked(one, ProviderLimits(), money=money), asked(other, ProviderLimits(), money=money)
    # What is under way is counted on the high side: whoever comes waits for what it really takes.
    assert isinstance(asked(one, ProviderLimits(), money=money), Wait)
    ended(one, first, "failed")
    ended(other, second, "answered")
    with reading(one) as db:
        assert spent(db, "house") == spent(db, "draft:d1") == pytest.approx(0.004)
    third, fourth = asked(one, ProviderLimits(), money=money), asked(other, ProviderLimits(), money=money)
    assert isinstance(fourth, str)
    ended(one, third, "answered")
    ended(other, fourth, "answered", cost=0.02)
    reached = asked(one, ProviderLimits(), money=money)
    assert isinstance(reached, BudgetReached)
    assert reached.budget == "day"
    assert reached.spent == pytest.approx(0.026)


@pytest.mark.usefixtures("database")
def test_at_a_fifth_of_faults_of_every_kind_every_draft_arrives(tmp_path: Path) -> None:
    names = ("port-phones", "council-cameras", "courier-cooperative", "hospital-records-leak")
    with StandIn() as standin:
        newsroom = house_with(tmp_path, standin, "")
        assert drafted(newsroom, sample("port-phones"), "synthese").state == "review_gate"
        standin.faults = Faults(rate=0.2, kinds=ALL_KINDS, seed=5)
        with newsroom.working_here(600):
            for name in names:
                source.submit(newsroom.office, SourceRequest(source=f"{name}.html"), sample(name))
            with reading(newsroom.engine) as db:
                waiting = [one.id for one in list_drafts(db)]
            until(lambda: all(state(newsroom, one) != "working" for one in waiting), within_s=WITHIN_S)
        assert {state(newsroom, one) for one in waiting} == {"review_gate"}
        assert standin.counts()["faults"]


@pytest.mark.usefixtures("database")
def test_at_nothing_but_faults_drafts_wait_and_arrive_when_it_is_back(tmp_path: Path) -> None:
    with StandIn(faults=Faults(rate=1.0)) as standin:
        newsroom = house_with(tmp_path, standin, "")
        with newsroom.working_here(600):
            row = source.submit(newsroom.office, SourceRequest(source="a.html"), sample("port-phones"))
            until(lambda: len(standin.calls) >= 7, within_s=WITHIN_S)
            assert state(newsroom, row.id) == "working"
            standin.faults = Faults()
            until(lambda: state(newsroom, row.id) != "working", within_s=WITHIN_S)
    assert state(newsroom, row.id) == "review_gate"


def test_the_second_model_writes_while_the_first_is_down_and_the_provenance_says_so(tmp_path: Path) -> None:
    with StandIn() as standin:
        service = f'[fallback]\nmodel = "second"\nbase_url = "{standin.base_url}"\nafter_s = 1'
        newsroom = house_with(
            tmp_path, standin, service, OPENAI_BASE_URL="http://127.0.0.1:9/v1", MORASSE_MODEL="first"
        )
        row = drafted(newsroom, sample("port-phones"))
        assert row.state == "review_gate"
        assert {one.request.model for one in standin.calls} == {"second"}
    with reading(newsroom.engine) as db:
        by = [one.provenance["model"] for one in db.execute(sa.select(results).where(results.c.stage != "extract"))]
        said = [one.payload["model"] for one in events_of(db, row.id) if one.kind == "generated"]
    assert set(by) == {"second"}
    assert set(said) == {"second"}


@pytest.mark.parametrize(("key", "limit"), [("per_draft", "0.0001"), ("per_day", "0.0001"), ("per_house", "0.0001")])
def test_a_draft_that_would_cost_too_much_is_parked_before_anything_is_asked(
    tmp_path: Path, key: str, limit: str
) -> None:
    with StandIn() as standin:
        newsroom = house_with(tmp_path, standin, f"[money]\n{key} = {limit}")
        row = drafted(newsroom, sample("port-phones"))
        assert standin.calls == []
    assert (row.state, row.exit_code) == ("parked", 4)
    assert row.reason.startswith("Le budget de ")
    assert key in row.remedy
    with reading(newsroom.engine) as db:
        assert broken_links(db) == ()


def test_what_was_asked_in_vain_is_counted_too(tmp_path: Path) -> None:
    with StandIn(faults=Faults(rate=1.0, kinds=("schema_miss",))) as standin:
        newsroom = house_with(tmp_path, standin, "")
        row = drafted(newsroom, sample("port-phones"))
        paid = sum(one.tokens_out for one in standin.calls)
    assert row.state == "parked"
    with reading(newsroom.engine) as db:
        told = [one.usage for one in stage_runs_of(db, row.id) if one.usage]
        assert sum(one.tokens_out for one in told) == paid > 0
        assert spent(db, f"draft:{row.id}") == pytest.approx(sum(one.cost or 0.0 for one in told)) != 0


def test_a_server_that_trickles_is_cut_at_the_deadline() -> None:
    class Trickle(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "1000000000")
            self.end_headers()
            with suppress(OSError):
                while True:
                    self.wfile.write(b" ")
                    self.wfile.flush()
                    time.sleep(0.1)

        def log_message(self, format: str, *args: object) -> None:
            """Silence."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Trickle)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    address = Address(base_url=f"http://127.0.0.1:{server.server_address[1]}/v1", api_key=SecretStr("k"))
    model = ChatModel("m", lambda: address, timeout_s=0.5, policy=RetryPolicy(attempts=1))
    with pytest.raises(TransientError, match="à temps"):
        model.ask(Prompt(system="", shared="", task="?"), Word, max_tokens=10)
    server.shutdown()
    server.server_close()


def test_a_sudden_refusal_is_doubted_only_where_the_model_answered_lately(engines: tuple[sa.Engine, sa.Engine]) -> None:
    with StandIn(reply=lambda _request: {"text": "oui"}, faults=Faults(first=("wrong_key",))) as standin:
        address = Address(base_url=standin.base_url, api_key=SecretStr("k"))
        line = Switchboard(engines[0], Service(), PriceList(), 60).line("here", "m")
        model = ChatModel("m", lambda: address, line=line, policy=RetryPolicy(first_wait_s=0.01))
        prompt = Prompt(system="", shared="", task="?")
        with pytest.raises(PermanentError):
            model.ask(prompt, Word, max_tokens=10)
        assert model.ask(prompt, Word, max_tokens=10).value.text == "oui"
        standin.faults = Faults(first=("wrong_key", "forbidden"))
        assert model.ask(prompt, Word, max_tokens=10).value.text == "oui"


def test_a_server_that_stumbles_at_one_request_is_left_soon_unless_it_is_down(
    engines: tuple[sa.Engine, sa.Engine],
) -> None:
    one, other = engines
    policy = RetryPolicy(attempts=9, first_wait_s=0.001, longest_wait_s=0.002, stumbles=4)
    line, tried = Switchboard(one, Service(), PriceList(), 60).line(LINE.provider, LINE.model), []

    def ask(_problem: str) -> None:
        tried.append(1)
        raise TransientError("Le serveur est en panne.", stumbled=len(tried) != 3)

    with pytest.raises(PermanentError, match="4 fois de suite"):
        persist(ask, policy, is_down=line.is_down)
    assert (len(tried), line.is_down()) == (7, False)
    for _ in range(5):
        ended(other, asked(other, ProviderLimits()), "failed")
    with pytest.raises(TransientError):
        persist(ask, policy, is_down=line.is_down)
    assert (len(tried), line.is_down()) == (7 + policy.attempts, True)


def test_a_budget_that_is_reached_is_no_whim_and_is_asked_about_once(engines: tuple[sa.Engine, sa.Engine]) -> None:
    one, _ = engines
    ended(one, asked(one, ProviderLimits()), "answered")
    board = Switchboard(one, Service(money=Money(per_house=0.001)), PriceList(), 60)
    line, tried = board.line(LINE.provider, LINE.model), []

    def ask(problem: str) -> None:
        tried.append(problem)
        with line.call(tokens_in=1, tokens_out=1):
            pytest.fail("a call was placed past the budget")

    assert line.answered_lately()
    with pytest.raises(BudgetFault, match="la maison"):
        persist(ask, RetryPolicy(first_wait_s=0.001), answered_lately=line.answered_lately)
    assert tried == [""]


def test_a_model_that_has_every_whim_is_called_as_often_as_the_policy_says_and_no_more() -> None:
    tried, policy = [], RetryPolicy(attempts=2, doubts=3, first_wait_s=0.001)

    def ask(problem: str) -> None:
        tried.append(problem)
        raise TransientError("…") if len(tried) % 2 else ReplyError("…", problem="x")

    with pytest.raises(ReplyError):
        persist(ask, policy, answered_lately=lambda: True)
    assert len(tried) == (policy.doubts + 1) * 2 * policy.attempts
