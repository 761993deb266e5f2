"""The command line as scripts rely on it: exit codes, data on stdout, words on stderr, never a traceback."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.verify.form.grammar import grammar_program
from tests.house import SAMPLES, environment_for
from tests.standin import StandIn

GOLDEN = SAMPLES.parent / "golden"
MORASSE = Path(sys.executable).parent / "morasse"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Calls the installed command as a shell would."""

    def call(*arguments: str, stdin: str = "", standin: StandIn | None = None) -> tuple[int, str, str]:
        # Without a stand-in: a hosted address that nothing asks, so that no test waits for the embedded model.
        own = {"MORASSE_DATA_DIR": str(tmp_path / "var"), "OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}
        environment = {**os.environ, **own, **(environment_for(tmp_path / "var", standin) if standin else {})}
        done = subprocess.run(
            [MORASSE, *arguments],
            input=stdin,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout, done.stderr

    return call


@pytest.mark.parametrize(
    ("name", "to"),
    [("analyse-dhs-comptes-anonymes/golden.txt", "text"), ("synthese-ice-280-millions/golden.md", "markdown")],
)
def test_a_published_article_comes_back_byte_for_byte(run: Run, tmp_path: Path, name: str, to: str) -> None:
    code, draft, _ = run("import", str(GOLDEN / name), "--json")
    assert code == 0
    (tmp_path / "draft.json").write_text(draft, "utf-8")
    code, text, _ = run("render", str(tmp_path / "draft.json"), "--to", to)
    assert code == 0
    assert text.encode().rstrip(b"\n") == (GOLDEN / name).read_bytes().rstrip(b"\n")


def test_extract_gives_an_article_that_verify_reads(run: Run, tmp_path: Path) -> None:
    code, article, _ = run("extract", str(SAMPLES / "port-phones.html"))
    assert code == 0
    assert json.loads(article)["paragraphs"][0]["id"] == "p1"
    (tmp_path / "article.json").write_text(article, "utf-8")
    (tmp_path / "draft.json").write_text(
        json.dumps({"format": "analyse", "title": "Le port a dépensé 987 milliards de dollars", "invented_key": 1}),
        "utf-8",
    )
    code, outcome, _ = run(
        "verify", str(tmp_path / "draft.json"), "--article", str(tmp_path / "article.json"), "--json"
    )
    assert code == 1
    assert any(one["part"] == "title" and one["severity"] == "blocking" for one in json.loads(outcome)["findings"])
    # Grammar is an extra program: it is asked where it is installed, and its absence is said.
    assert ("Grammalecte" in outcome) == (grammar_program() is None)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["draft", "https://user:secret@example.org/a"], 3),
        (["draft", "no-such-file.html"], 3),
        (["extract", "no-such-file.html"], 3),
        (["extract", "http://169.254.169.254/latest"], 3),
        (["show", "ffffffff"], 2),
        (["render", "no-such.json", "--to", "text"], 2),
        (["decide", "ffffffff", "perhaps"], 2),
        (["frobnicate"], 2),
    ],
)
def test_a_bad_input_is_one_sentence_and_its_exit_code(run: Run, arguments: list[str], code: int) -> None:
    ended, out, err = run(*arguments)
    assert ended == code
    assert err.strip()
    assert out == ""


@pytest.mark.parametrize("command", ["draft", "extract"])
def test_what_is_neither_an_address_nor_a_file_is_called_so(run: Run, command: str) -> None:
    _, _, err = run(command, "no-such-file.html")
    assert "ni une adresse ni un fichier" in err


def test_from_a_file_to_a_signed_article(run: Run, tmp_path: Path) -> None:
    with StandIn() as standin:
        code, out, err = run("draft", str(SAMPLES / "port-phones.html"), "--json", "--by", "Inès", standin=standin)
        assert code == 0, err
        draft = json.loads(out)
        assert Path(draft["markdown"]).read_text("utf-8").startswith("# ")
        draft_id = draft["id"]
        for finding in draft["findings"]:
            if finding["severity"] == "blocking":
                run(
                    "decide",
                    draft_id,
                    "accept",
                    "--part",
                    finding["part"],
                    "--comment",
                    "vérifié",
                    "--by",
                    "Inès",
                    standin=standin,
                )
        code, _, _ = run(
            "edit", draft_id, "--part", "watchpoints", "--by", "Inès", stdin="Rien n’est joué.\n", standin=standin
        )
        assert code == 0
        code, out, _ = run("export", draft_id, "--to", "markdown", standin=standin)
        assert (code, out) == (1, "")
        part = "actions[1].description"
        code, _, err = run("decide", draft_id, "regenerate", "--part", part, standin=standin)
        assert (code, f"Nouvelle version de {part} demandée. L’obtenir\u00a0: morasse resume {draft_id}\n") == (0, err)
        code, _, err = run("resume", draft_id, standin=standin)
        assert (code, "  nouvelle version de actions[" in err) == (0, True)
        assert f"Proposition pour {part}\u00a0: " in run("show", draft_id, standin=standin)[2]
        assert run("decide", draft_id, "accept", "--by", "Inès", standin=standin)[0] == 0
        assert run("sign", draft_id, "--by", "Paul", standin=standin)[0] == 0
        code, out, _ = run("export", draft_id, "--to", "markdown", standin=standin)
        assert code == 0
        assert "Rien n’est joué." in out
        code, out, _ = run("queue", "--json", standin=standin)
        assert [one["state"] for one in json.loads(out)] == ["signed"]
        assert run("doctor", standin=standin)[0] == 0
        code, _, err = run("sign", draft_id, "--by", "Paul", standin=standin)
        assert (code, "est déjà signé" in err) == (1, True)
        _, _, err = run("edit", draft_id, "--part", "watchpoints", "--by", "Inès", stdin="À suivre.\n", standin=standin)
        assert "de nouveau à relire" in err


def test_a_model_that_is_not_there_parks_the_draft_with_exit_4(run: Run, tmp_path: Path) -> None:
    with StandIn(key="sk-another") as standin:
        code, _, err = run("draft", str(SAMPLES / "port-phones.html"), standin=standin)
        assert code == 4
        assert "morasse resume" in err
        assert "sk-test" not in err
