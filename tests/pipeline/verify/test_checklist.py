"""The documentation of the checks is the registry's."""

import re
from pathlib import Path

import pytest

from pipeline.verify.checklist import CHECKLIST, checklist, write
from pipeline.verify.registry import CHECKS


def test_the_committed_check_list_is_current() -> None:
    assert CHECKLIST.read_text("utf-8") == checklist(), "run: python -m pipeline.verify.checklist"


def test_every_code_stands_in_it_once_as_a_heading() -> None:
    headed = re.findall(r"`([a-z-]+)`", "\n".join(re.findall(r"^## (.+)$", checklist(), re.MULTILINE)))
    assert sorted(headed) == sorted(code for check in CHECKS for code in check.codes)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.codes[0])
def test_every_check_says_what_must_hold_in_both_languages(check: object) -> None:
    assert all(getattr(check, field).strip() for field in ("french", "english", "example"))


def test_writing_it_again_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "checks.md")
    assert (tmp_path / "checks.md").read_text("utf-8") == checklist()
