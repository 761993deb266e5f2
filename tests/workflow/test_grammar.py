"""Grammalecte on the way of a draft: its notes reach the reviewer, and what no program has read is said."""

import os
import stat
import sys
from pathlib import Path

import pytest

from pipeline.compose import Newsroom, open_newsroom
from pipeline.gates import margin
from pipeline.settings import load_settings
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft, load_text
from pipeline.store.payloads import get_model
from schemas.finding import Finding, Verification
from schemas.parts import iter_parts
from tests.house import drafted, environment_for, sample
from tests.standin import StandIn

# A stand-in for the program: the first five characters of every line are said to be wrong.
_PROGRAM = f"""#!{sys.executable}
import json, pathlib, sys
lines = pathlib.Path(sys.argv[sys.argv.index("--file") + 1]).read_text("utf-8").splitlines()
error = {{"nStart": 0, "nEnd": 5, "sType": "gn", "sMessage": "Accord.", "aSuggestions": []}}
print(json.dumps({{"data": [{{"iParagraph": n, "lGrammarErrors": [error]}} for n in range(1, len(lines) + 1)]}}))
"""


def _remarks(newsroom: Newsroom, draft_id: str) -> tuple[Verification, dict[str, Finding]]:
    with reading(newsroom.engine) as db:
        row = find_draft(db, draft_id)
        found = get_model(db, row.verification or "", Verification)
    assert row.warnings == sum(one.severity == "warning" for one in found.findings)
    return found, {one.part: one for one in found.findings if one.code == "grammar"}


def test_remarks_stand_as_notes_until_their_words_are_rewritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "grammalecte-cli"
    program.parent.mkdir()
    program.write_text(_PROGRAM, "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    with StandIn() as standin:
        newsroom = open_newsroom(load_settings(environment_for(tmp_path, standin)))
        row = drafted(newsroom, sample("port-phones"))
        found, remarks = _remarks(newsroom, row.id)
        assert {"title", "standfirst", "body[0]"} <= set(remarks)
        assert {one.severity for one in remarks.values()} == {"note"}
        assert not any("grammaire" in one for one in found.notes)
        row = margin.save(newsroom.office, row.id, {"standfirst": "Un port."}, actor="Inès", base=row.revision or "")
        edited, kept = _remarks(newsroom, row.id)
        assert [one for one in edited.notes if "changées depuis sa lecture" in one]
        with reading(newsroom.engine) as db:
            texts = {one.path: one.text for one in iter_parts(load_text(db, row.revision or ""))}
        assert kept == {part: one for part, one in remarks.items() if part != "standfirst"}
        assert all(texts[part].startswith(one.excerpt) for part, one in kept.items())


def test_without_the_program_one_note_says_so_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.verify.form.grammar.grammar_program", lambda: None)
    with StandIn() as standin:
        newsroom = open_newsroom(load_settings(environment_for(tmp_path, standin)))
        row = drafted(newsroom, sample("port-phones"))
        found, remarks = _remarks(newsroom, row.id)
        assert not remarks
        assert [one for one in found.notes if "Grammalecte n’est pas installé" in one] == [found.notes[0]]
        margin.save(newsroom.office, row.id, {"standfirst": "Un port."}, actor="Inès", base=row.revision or "")
        assert _remarks(newsroom, row.id)[0].notes.count(found.notes[0]) == 1
