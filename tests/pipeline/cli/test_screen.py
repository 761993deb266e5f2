"""What the command line says of findings and of money."""

import pytest

from pipeline.cli import screen
from pipeline.store.results import StageRun
from schemas.finding import Finding
from schemas.provenance import Usage

WEAK = "La source ne soutient que faiblement cette phrase."


def test_findings_that_say_the_same_of_one_part_name_their_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    long = "Une phrase bien trop longue pour tenir tout entière à la suite de ce qui en est dit, et qui continue."
    found = tuple(
        Finding(code="support-weak", severity="warning", part="body[0]", excerpt=words, message=WEAK)
        for words in ("La ville vend\nses [registres].", long)
    )
    screen.say_findings(found)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == f"  attention  body[0]  {WEAK} [La ville vend ses [registres].]"
    assert lines[1].startswith(f"  attention  body[0]  {WEAK} [Une phrase bien trop longue")
    assert lines[1].endswith("…]")
    assert len(lines) == 2


def test_a_cost_has_its_currency_and_a_comma() -> None:
    usage = Usage(calls=1, cost=0.0086)
    run = StageRun(run=1, stage="summarise", started_at="", finished_at="", cached=False, usage=usage)
    assert screen.say_usage((run,), "EUR").endswith("coût 0,0086\u00a0EUR")
