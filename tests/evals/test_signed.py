"""Signed drafts, put to use: as candidate cases, and as work that a changed prompt is tried on."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from evals.cases import load_cases, read_golden
from evals.cli import evaluate, golden
from evals.commands import Wish
from evals.previewing import previewed
from evals.run import choose
from evals.signing import add_signed, confirm
from pipeline.compose import Newsroom
from pipeline.errors import UsageFault
from pipeline.gates import margin, press, relecture
from pipeline.settings import PROJECT
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft, load_text
from pipeline.store.payloads import get_model
from schemas.finding import Verification
from schemas.parts import part_text
from tests.house import drafted, environment_for, newsroom_for, sample
from tests.standin import Request, StandIn, obey

WRONG, RIGHT = "un précédent général", "une règle pour les 312 capteurs"
HINT = "Ne parle jamais de précédent."


def careful(request: Request) -> dict[str, Any]:
    """Obeys, and leaves out what a prompt tells it to leave out."""
    reply = obey(request)
    if HINT in request.text and "watchpoints" in reply:
        reply["watchpoints"]["text"] = reply["watchpoints"]["text"].replace(WRONG, "une règle")
    return reply


class House:
    def __init__(self, newsroom: Newsroom, environment: dict[str, str], signed: str, unsigned: str) -> None:
        self.newsroom, self.environment, self.signed, self.unsigned = newsroom, environment, signed, unsigned


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("house")
    with StandIn(careful) as standin:
        newsroom = newsroom_for(folder, standin)
        row = drafted(newsroom, sample("port-phones"))
        other = drafted(newsroom, sample("port-phones", extra=b"<!-- other -->"), "synthese")
        office = newsroom.office
        with reading(newsroom.engine) as db:
            text = part_text(load_text(db, str(row.revision)), "watchpoints")
        margin.save(office, row.id, {"watchpoints": text.replace(WRONG, RIGHT)}, actor="Inès")
        with reading(newsroom.engine) as db:
            found = get_model(db, str(find_draft(db, row.id).verification), Verification)
        for part in {one.part for one in found.blocking}:
            relecture.decide_part(office, row.id, "accept", part, actor="Inès", comment="vérifié")
        relecture.decide(office, row.id, "accept", actor="Inès", comment="")
        press.sign(office, row.id, actor="Paul", look="unchanged", despite_source=False)
        yield House(newsroom, environment_for(folder, standin), row.id, other.id)


@pytest.fixture
def data(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house folder of the test's own, so that no case lands among ours."""
    folder = tmp_path / "data"
    shutil.copytree(PROJECT / "data", folder, ignore=shutil.ignore_patterns("var", "samples", "golden"))
    (folder / "samples").mkdir()
    for key, value in house.environment.items():
        monkeypatch.setenv(key, value)
    return folder


def test_a_signed_draft_becomes_a_candidate_that_a_maintainer_confirms(house: House, data: Path) -> None:
    settings = house.newsroom.settings.model_copy(update={"house_dir": data})
    added = add_signed(house.newsroom.engine, house.signed, name="signe", settings=settings)
    assert any("golden confirm signe" in one for one in added.missing)
    (case,) = load_cases(data)
    assert case.candidate
    assert case.page
    assert case.page.name == "source.private.html"
    assert case.page.read_bytes() == sample("port-phones").content
    assert case.traps == (WRONG,)
    (fact,) = case.facts
    assert fact.must == (("312",),)
    assert "312" in fact.sentence
    told = read_golden(case, settings.house)
    assert told
    assert fact.met_in(told.model_dump_json())
    assert not any(trap in told.model_dump_json() for trap in case.traps)

    assert choose((case,), (), (), holdout=False) == ()
    assert not confirm("signe", data).candidate
    assert choose(load_cases(data), (), (), holdout=False) == load_cases(data)
    with pytest.raises(UsageFault, match="candidat"):
        confirm("signe", data)


def test_what_is_not_signed_is_no_case(house: House, data: Path) -> None:
    settings = house.newsroom.settings.model_copy(update={"house_dir": data})
    with pytest.raises(UsageFault, match="signé"):
        add_signed(house.newsroom.engine, house.unsigned, name=None, settings=settings)
    assert not (data / "golden").exists()


@pytest.mark.usefixtures("data")
def test_a_fault_that_comes_back_is_shown(house: House) -> None:
    done = previewed(Wish(), 5)
    (one,) = done.drafts
    assert (one.id, one.state) == (house.signed, "drafted")
    assert [fix.wrong for fix in one.returned] == [(WRONG,)]
    assert one.changes == ()
    assert not done.is_calm


@pytest.mark.usefixtures("data")
def test_a_better_prompt_changes_the_part_and_nothing_comes_back(house: House, tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "prompts", tmp_path / "prompts")
    template = tmp_path / "prompts" / "analyse" / "v2.j2"
    template.write_text(f"{template.read_text('utf-8')}\n{HINT}", "utf-8")
    said = CliRunner().invoke(
        evaluate, ["preview", "--prompts", str(tmp_path / "prompts"), "--json"], standalone_mode=False
    )
    assert said.return_value == 0, said.exception
    (one,) = previewed(Wish(prompts=tmp_path / "prompts"), 1).drafts
    assert [change.part for change in one.changes] == ["watchpoints"]
    assert WRONG in one.changes[0].then
    assert RIGHT in one.changes[0].signed
    assert (one.held, one.returned) == (1, ())


def test_the_command_takes_a_file_or_a_draft(house: House, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MORASSE_HOUSE_DIR", str(data))
    said = CliRunner().invoke(golden, ["add", "no-such-file.md"], standalone_mode=False)
    assert isinstance(said.exception, UsageFault)
    said = CliRunner().invoke(golden, ["add", house.signed, "--name", "signe"], standalone_mode=False)
    assert said.exception is None
    assert said.stdout.strip() == str(data / "golden" / "signe")
    assert "golden confirm signe" in said.stderr
    assert [(one.name, one.candidate) for one in load_cases(data)] == [("signe", True)]
    said = CliRunner().invoke(golden, ["add", house.unsigned], standalone_mode=False)
    assert isinstance(said.exception, UsageFault)
    assert "signé" in str(said.exception)
