"""What operators see: figures, readiness, and a log without secrets and without a word of an article."""

import json
import logging
import shutil
import urllib.error
import urllib.request
from contextlib import nullcontext
from datetime import datetime, timedelta
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from desk.serving import _is_served
from pipeline.cli.drafts import worker
from pipeline.cli.misuse import say_misuse
from pipeline.cli.port import answered, port_open
from pipeline.cli.upkeep import doctor
from pipeline.compose import open_newsroom
from pipeline.errors import PermanentError, UsageFault
from pipeline.gates import source
from pipeline.gauges import metrics_text, unready
from pipeline.logs import JsonLines, LogFile
from pipeline.models.meter import metered
from pipeline.settings import PROJECT, load_settings
from pipeline.store.calls import Claim, Line, claim, settle
from pipeline.store.carry import held
from pipeline.store.database import transaction
from pipeline.store.history import append_event
from pipeline.store.payloads import clock, now
from pipeline.store.results import finish_stage, start_stage
from pipeline.store.tables import decisions, workers
from pipeline.store.workers import depose_silent, enrol
from schemas.provenance import Usage
from schemas.service import Money, ProviderLimits
from schemas.source import SourceRequest
from tests.house import KEY, drafted, newsroom_for, sample
from tests.standin import Faults, StandIn


def test_the_figures_of_a_house(tmp_path: Path, database: str) -> None:
    newsroom = open_newsroom(load_settings({"MORASSE_DATA_DIR": str(tmp_path), "MORASSE_DATABASE_URL": database}))
    row = source.submit(newsroom.office, SourceRequest(source="a.html"), sample("port-phones"))
    assert unready(newsroom.engine) is None
    line = Line("models.example", "gpt-4.1-mini")
    with transaction(newsroom.engine) as db:
        enrol(db, "one")
        start_stage(db, row.id, 1, "rewrite body[2]")
        finish_stage(db, row.id, 1, "rewrite body[2]", cached=False, usage=Usage(calls=1))
        wanted = Claim(row.id, "summarise", 100, 0.5)
        call_id = claim(db, line, wanted, limits=ProviderLimits(), money=Money())
        settle(db, line, str(call_id), outcome="failed", usage=Usage(calls=1, tokens_in=70, cost=0.25))
        append_event(db, row.id, "held", actor="morasse")
        waited = {"draft_id": row.id, "gate": "source", "number": 1, "kind": "accept", "actor": "Inès"}
        later = (datetime.fromisoformat(now()) + timedelta(hours=1)).isoformat(timespec="microseconds")
        db.execute(decisions.insert().values(waited | {"at": later}))
    told = metrics_text(newsroom.engine, 30.0).decode()
    for figure in (
        'morasse_drafts{state="working"} 1.0',
        'morasse_drafts{state="signed"} 0.0',
        "morasse_workers 1.0",
        'morasse_stage_runs_last_hour{stage="rewrite"} 1.0',
        'morasse_model_calls_last_hour{model="gpt-4.1-mini",outcome="failed"} 1.0',
        'morasse_model_tokens_last_hour{model="gpt-4.1-mini"} 70.0',
        'morasse_spent{period="house"} 0.25',
        'morasse_gate_wait_seconds_count{gate="source"} 1.0',
        'morasse_gate_wait_seconds_count{gate="review"} 0.0',
    ):
        assert figure in told.splitlines(), figure
    waited_s = float(told.partition('morasse_gate_wait_seconds_sum{gate="source"} ')[2].split("\n")[0])
    assert waited_s == pytest.approx(3600, abs=60)


@pytest.mark.parametrize(("setting", "silent_s", "lives"), [("6", 10, False), ("60", 45, True)])
def test_one_silence_tells_everybody_who_is_at_work(
    setting: str, silent_s: int, lives: bool, tmp_path: Path, database: str
) -> None:
    """Whoever went by another one would wait for a worker that was given up, or start a second beside it."""
    environment = {"MORASSE_DATA_DIR": str(tmp_path), "MORASSE_DATABASE_URL": database}
    newsroom = open_newsroom(load_settings({**environment, "MORASSE_WORKER_SILENCE_S": setting}))
    with transaction(newsroom.engine) as db:
        enrol(db, "elsewhere")
        last = (clock(db) - timedelta(seconds=silent_s)).isoformat()
        db.execute(workers.update().values(host="another machine", heartbeat_at=last))
    assert f"morasse_workers {float(lives)}" in answered(newsroom, "/metrics")[1].decode().splitlines()
    assert _is_served(newsroom) == lives
    refused = pytest.raises(UsageFault, match="travaille encore") if lives else nullcontext()
    with refused, held(newsroom.engine, newsroom.settings.worker_silence_s):
        pass
    with transaction(newsroom.engine) as db:
        given_up = depose_silent(db, but="", silence_s=newsroom.settings.worker_silence_s)
    assert given_up == (() if lives else ("elsewhere",))


def test_a_worker_answers_probes(tmp_path: Path) -> None:
    newsroom = open_newsroom(load_settings({"MORASSE_DATA_DIR": str(tmp_path)}))
    with port_open(newsroom, 0, "127.0.0.1") as port:
        for path in ("healthz", "readyz", "metrics"):
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}") as answer:
                assert answer.status == 200
        newsroom.engine.dispose()
        (tmp_path / "morasse.sqlite").write_bytes(b"no database at all" * 100)
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz")
        assert refused.value.code == 503
        refused.value.close()


def test_a_line_of_the_log_says_where_and_never_what(caplog: pytest.LogCaptureFixture) -> None:
    log = logging.getLogger("morasse.test")
    with metered("d1", "summarise"), caplog.at_level(logging.INFO):
        try:
            int("Le conseil a voté")
        except ValueError:
            log.exception("a step failed")
        log.info("stage done", extra={"fields": {"calls": 3}})
        logging.getLogger("someone.else").error("they read: %s", "Le conseil a voté")
        try:
            raise PermanentError("Le budget est atteint.")
        except PermanentError:
            log.exception("parked")
        lines = [json.loads(JsonLines().format(one)) for one in caplog.records]
    assert [one["draft"] for one in lines] == ["d1"] * 4
    assert (lines[0]["error"], lines[1]["calls"], lines[3]["reason"]) == ("ValueError", 3, "Le budget est atteint.")
    assert lines[0]["trace"][0].startswith("test_operating.py:")
    assert "conseil" not in json.dumps(lines)


def test_the_log_of_drafts_that_go_well_and_wrong_holds_no_text_and_no_key(tmp_path: Path) -> None:
    with StandIn(faults=Faults(first=("broken", "wrong_key", "bad_request"))) as standin:
        newsroom = newsroom_for(tmp_path, standin)
        with caplog_at(newsroom.settings.data_dir / "morasse.log"):
            drafted(newsroom, sample("port-phones"))
    told = (tmp_path / "morasse.log").read_text("utf-8")
    assert '"said": "stage done"' in told
    assert all(json.loads(line) for line in told.splitlines())
    assert KEY not in told
    assert "sk-echoed" not in told
    words = sample("port-phones").content.decode()
    sentences = [one for one in words.replace("\n", " ").split(". ") if len(one) > 40 and "<" not in one]
    assert sentences
    assert not any(one in told for one in sentences)


def test_a_log_whose_folder_is_missing_makes_it_and_one_that_cannot_be_written_speaks_to_the_operator(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # On Postgres nothing else makes the data folder, and a log that raises would park every draft.
    place = tmp_path / "not there" / "morasse.log"
    with caplog_at(place):
        logging.getLogger("morasse.test").info("stage done")
    assert json.loads(place.read_text("utf-8"))["said"] == "stage done"
    (tmp_path / "a file").touch()
    with caplog_at(tmp_path / "a file" / "morasse.log"):
        logging.getLogger("morasse.test").info("stage done")
    assert json.loads(capsys.readouterr().err)["said"] == "stage done"


class caplog_at:
    """Send the log to a file as a worker does: pytest has handlers of its own, which `basicConfig` would mind."""

    def __init__(self, place: Path) -> None:
        self._handler = LogFile(place, encoding="utf-8", delay=True)
        self._handler.setFormatter(JsonLines())

    def __enter__(self) -> None:
        logging.getLogger("morasse").setLevel(logging.INFO)
        logging.getLogger().addHandler(self._handler)

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()


def test_a_port_that_is_taken_is_said_with_its_remedy(tmp_path: Path) -> None:
    newsroom = open_newsroom(load_settings({"MORASSE_DATA_DIR": str(tmp_path)}))
    with (
        port_open(newsroom, 0, "127.0.0.1") as port,
        pytest.raises(UsageFault, match=f"127.0.0.1:{port} ne peut pas être prise"),
        port_open(newsroom, port, "127.0.0.1"),
    ):
        pass


def test_a_port_that_is_no_number_is_said_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(click.ClickException) as wrong:
        worker.main(["--metrics-port", "abc"], standalone_mode=False)
    assert say_misuse(wrong.value) == 2
    assert "--metrics-port doit être un nombre entier, de 0 à 65535." in capsys.readouterr().err


@pytest.mark.parametrize("address", ["notaurl", "localhost:8000/v1", "ftp://x/v1", "http://", "http://[x/v1"])
def test_an_address_that_is_none_is_not_waited_for(address: str) -> None:
    with pytest.raises(UsageFault, match="OPENAI_BASE_URL"):
        load_settings({"OPENAI_BASE_URL": address})


@pytest.mark.parametrize(("model", "held"), [("gpt-4.1-mini", True), ("someone-elses-7b", False)])
def test_the_doctor_says_which_model_no_budget_counts(model: str, held: bool, tmp_path: Path) -> None:
    house = shutil.copytree(PROJECT / "data", tmp_path / "house", ignore=shutil.ignore_patterns("var", "golden"))
    (house / "service.toml").write_text("[money]\nper_day = 1.0\n")
    environment = {"OPENAI_BASE_URL": "http://127.0.0.1:9/v1", "MORASSE_MODEL": model, "MORASSE_HOUSE_DIR": str(house)}
    done = CliRunner().invoke(doctor, env={**environment, "MORASSE_DATA_DIR": str(tmp_path / "data")})
    assert ("✓ budgets" in done.output) is held
    assert (f"✗ budgets\u00a0: Le prix de {model} n’est pas connu" in done.output) is not held


@pytest.mark.parametrize(
    ("named", "words"),
    [("gpt-9", "✗ modèle\u00a0: Le modèle gpt-9 demande une clé"), ("own.gguf", "✓ modèle\u00a0: fichier ")],
)
def test_the_doctor_looks_at_the_model_that_is_named(tmp_path: Path, named: str, words: str) -> None:
    (tmp_path / "own.gguf").touch()
    model = named if named == "gpt-9" else str(tmp_path / named)
    environment = {"MORASSE_MODEL": model, "MORASSE_DATA_DIR": str(tmp_path), "MORASSE_CACHE_DIR": str(tmp_path)}
    assert words in CliRunner().invoke(doctor, env=environment).stdout


def test_the_doctor_tells_of_the_second_model(tmp_path: Path) -> None:
    house = shutil.copytree(PROJECT / "data", tmp_path / "house", ignore=shutil.ignore_patterns("var", "golden"))
    (house / "service.toml").write_text('[fallback]\nmodel = "gpt-4.1"\nbase_url = "http://127.0.0.1:8/v1"\n')
    environment = {"OPENAI_BASE_URL": "http://127.0.0.1:9/v1", "MORASSE_HOUSE_DIR": str(house)}
    told = CliRunner().invoke(doctor, env={**environment, "MORASSE_DATA_DIR": str(tmp_path / "data")}).stdout
    assert "à défaut gpt-4.1, http://127.0.0.1:8/v1, sans clé (MORASSE_FALLBACK_API_KEY)" in told
