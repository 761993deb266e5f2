"""Grammalecte as a program: its report read, its absence and its failures said."""

import stat
import sys
from pathlib import Path

import pytest

from pipeline.verify.form.grammar import check_grammar, grammar_program
from tests.pipeline.verify.texts import ANALYSE, context_of, spoilt

FAULTY = spoilt(ANALYSE, "standfirst", "Les chat mange la souris.")


def program(folder: Path, code: str) -> str:
    """A stand-in for grammalecte-cli: a program of its own, run as the real one is."""
    path = folder / "grammalecte-cli"
    path.write_text(f"#!{sys.executable}\nimport json, pathlib, sys, time\n{code}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return str(path)


REPORTING = """
lines = pathlib.Path(sys.argv[sys.argv.index("--file") + 1]).read_text("utf-8").splitlines()
data = []
for number, line in enumerate(lines, 1):
    at = line.find("chat mange")
    errors = [] if at < 0 else [
        {"nStart": at, "nEnd": at + 4, "sType": "gn", "sMessage": "Accord.", "aSuggestions": ["chats"]},
        {"nStart": at, "nEnd": at + 4, "sType": "typo", "sMessage": "Typographie.", "aSuggestions": []},
    ]
    data.append({"iParagraph": number, "lGrammarErrors": errors, "lSpellingErrors": [{"nStart": 0, "nEnd": 3}]})
print(json.dumps({"grammalecte": "2", "lang": "fr", "data": data}))
"""

REMARK = "{'data': [{'iParagraph': n, 'lGrammarErrors': [{'begin': 4, 'sType': 'gn'}]} for n in range(1, 99)]}"


def test_remarks_become_notes_at_their_place(tmp_path: Path) -> None:
    outcome = check_grammar(context_of(FAULTY), program=program(tmp_path, REPORTING))
    assert outcome.notes == ()
    [found] = outcome.findings
    assert (found.part, found.excerpt, found.start, found.end) == ("standfirst", "chat", 4, 8)
    assert (found.severity, found.origin, found.code) == ("note", "tool", "grammar")
    assert "chats" in found.message


@pytest.mark.parametrize(
    ("code", "timeout_s", "reason"),
    [
        ("sys.exit(3)", 60, "erreur"),
        ("print('rien')", 60, "erreur"),
        ("print(json.dumps({'data': 3}))", 60, "erreur"),
        ("print(json.dumps({'data': []}))", 60, "erreur"),
        ("print(json.dumps({'data': [{'paragraphs': 1}]}))", 60, "erreur"),
        ("print(json.dumps({'data': [{'iParagraph': 'x', 'lGrammarErrors': []}]}))", 60, "erreur"),
        ("print(json.dumps({'data': [{'iParagraph': n, 'errors': []} for n in range(1, 99)]}))", 60, "erreur"),
        (f"print(json.dumps({REMARK}))", 60, "erreur"),
        ("time.sleep(20)", 1, "répondu"),
    ],
)
def test_a_failure_is_a_note(tmp_path: Path, code: str, timeout_s: float, reason: str) -> None:
    outcome = check_grammar(context_of(FAULTY), program=program(tmp_path, code), timeout_s=timeout_s)
    assert outcome.findings == ()
    assert len(outcome.notes) == 1 and reason in outcome.notes[0]


def test_absence_is_a_note(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    outcome = check_grammar(context_of(FAULTY))
    assert outcome.findings == ()
    assert "n’est pas installé" in outcome.notes[0]


@pytest.mark.skipif(grammar_program() is None, reason="grammalecte-cli is not installed")
def test_the_real_program_finds_an_agreement() -> None:
    outcome = check_grammar(context_of(FAULTY))
    assert ("standfirst", "chat") in [(one.part, one.excerpt) for one in outcome.findings]
