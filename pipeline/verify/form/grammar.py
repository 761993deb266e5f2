"""Grammar, by Grammalecte when it is installed: run as a program (it is GPL), never required, off the fast path."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, Field

from pipeline.abreast import abreast
from pipeline.verify import verify
from pipeline.verify.context import Context
from pipeline.verify.wording import masked, prose
from schemas.article import Article
from schemas.draft import Analyse, Synthese
from schemas.finding import Finding, Verification
from schemas.house import House
from schemas.parts import Part, iter_parts

__all__ = ["check_grammar", "grammar_kept", "grammar_program", "verify_with_grammar"]

# Agreement, conjugation, participles, moods, elisions, confusions; typography is ours, spelling would flag every name.
_KINDS = frozenset({"gn", "conj", "ppas", "infi", "imp", "inte", "vmode", "conf", "eleu", "loc", "tu", "pleo"})
TIMEOUT_S = 60.0
_CODE, _UNREAD = "grammar", "La grammaire n’a pas été vérifiée"


# The program's report, as far as it is read: without one of these keys its silence would pass for a clean text.
class _Remark(BaseModel):
    nStart: int = Field(ge=0)
    nEnd: int = Field(ge=0)
    sType: str
    sMessage: str = ""
    aSuggestions: list[str] = []


class _Line(BaseModel):
    iParagraph: int
    lGrammarErrors: list[_Remark]


class _Report(BaseModel):
    data: list[_Line]


def grammar_program() -> str | None:
    """The program's path, None where it is not installed."""
    return shutil.which("grammalecte-cli")


def check_grammar(context: Context, *, program: str | None = None, timeout_s: float = TIMEOUT_S) -> Verification:
    """Grammalecte's remarks as notes of origin `tool`; where it did not run, one note that says so and why."""
    program = program or grammar_program()
    if program is None:
        return _not_run("Grammalecte n’est pas installé (paquet grammalecte-cli)")
    parts = prose(context)
    try:
        report = _report(program, [part.text for part in parts], timeout_s)
    except subprocess.TimeoutExpired:
        return _not_run(f"Grammalecte n’a pas répondu en {timeout_s:g}\u00a0secondes")
    except (OSError, subprocess.CalledProcessError, ValueError):
        return _not_run("Grammalecte s’est arrêté sur une erreur")
    return Verification(findings=tuple(one for found in _findings(parts, report) for one in found))


def verify_with_grammar(draft: Analyse | Synthese, article: Article, *, house: House) -> Verification:
    """What the rules find, and beside it the program's remarks, or the one note that it did not run.

    The program reads in a process of its own, so the rules do not wait for it.
    """
    context = Context(draft, article, house, tuple(iter_parts(draft)))
    readings = {"rules": lambda: verify(draft, article, house=house), "grammar": lambda: check_grammar(context)}
    read = abreast(readings)
    return _beside(read["rules"], read["grammar"])


def grammar_kept(
    found: Verification, before: Verification, draft: Analyse | Synthese, *, read: Analyse | Synthese
) -> Verification:
    """What the rules found of an edited text, and the remarks that `before` still had on words that stand where they
    stood. `read` is the last text that the program read.

    An act of a person does not wait for the program: the words they wrote go without its reading, and a note says so.
    """
    texts = {one.path: one.text for one in iter_parts(draft)}
    standing = tuple(
        one
        for one in before.findings
        if one.code == _CODE and texts.get(one.part, "")[one.start : one.end] == one.excerpt
    )
    changed = _not_run("des parties ont été changées depuis sa lecture").notes
    said = tuple(one for one in before.notes if one.startswith(_UNREAD) and one not in changed)
    if not said and set(texts.values()) - {one.text for one in iter_parts(read)}:
        said = changed
    return _beside(found, Verification(findings=standing, notes=said))


def _beside(found: Verification, grammar: Verification) -> Verification:
    return found.model_copy(
        update={"findings": (*found.findings, *grammar.findings), "notes": (*found.notes, *grammar.notes)}
    )


def _not_run(reason: str) -> Verification:
    return Verification(notes=(f"{_UNREAD}\u00a0: {reason}.",))


def _report(program: str, texts: list[str], timeout_s: float) -> list[_Line]:
    """One line a text, so that line numbers are the texts'.

    Raises ValueError when the answer is not the program's JSON, or does not speak of every text.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.txt"
        path.write_text("\n".join(" ".join(text.split("\n")) for text in texts) + "\n", "utf-8")
        command = [program, "--file", str(path), "--json"]
        done = subprocess.run(command, capture_output=True, check=True, timeout=timeout_s, text=True, encoding="utf-8")
    lines = _Report.model_validate_json(done.stdout[done.stdout.index("{") :]).data
    if not {one.iParagraph for one in lines} >= set(range(1, len(texts) + 1)):
        raise ValueError("texts were left out")
    return lines


def _findings(parts: tuple[Part, ...], report: list[_Line]) -> Iterator[Iterator[Finding]]:
    for line in report:
        if 1 <= line.iParagraph <= len(parts):
            yield _of_part(parts[line.iParagraph - 1], line.lGrammarErrors)


def _of_part(part: Part, errors: list[_Remark]) -> Iterator[Finding]:
    visible = masked(part.text)
    for error in errors:
        start, end = error.nStart, error.nEnd
        if error.sType not in _KINDS or not visible[start:end].strip():
            continue
        advice = error.aSuggestions[:3]
        message = error.sMessage.strip()
        if advice:
            message += f" Proposition\u00a0: «\u00a0{', '.join(advice)}\u00a0»."
        yield Finding(
            code=_CODE,
            severity="note",
            part=part.path,
            excerpt=part.text[start:end],
            message=message,
            start=start,
            end=end,
            origin="tool",
        )
