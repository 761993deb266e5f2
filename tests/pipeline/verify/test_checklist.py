"""The documentation of the checks is the registry's."""

import re
from pathlib import Path

import pytest

from pipeline.sentences import with_sentences
from pipeline.verify import verify
from pipeline.verify.checklist import BESIDE, CHECKLIST, checklist, write
from pipeline.verify.registry import CHECKS
from schemas.article import Article, Paragraph
from schemas.draft import Analyse, BodyParagraph
from tests.pipeline.verify.drafts import HOUSE

_VOTE = (
    "The council put off the vote on the new library until May. Mayor Ana Lund told residents that the plans needed "
    "more work. The building is to cost 4 million euros and to open in 2028."
)


def test_the_committed_check_list_is_current() -> None:
    assert CHECKLIST.read_text("utf-8") == checklist(), "run: python -m pipeline.verify.checklist"


def test_every_code_stands_in_it_once_as_a_heading() -> None:
    headed = re.findall(r"`([a-z-]+)`", "\n".join(re.findall(r"^## (.+)$", checklist(), re.MULTILINE)))
    known = [code for check in CHECKS for code in check.codes] + [code for one in BESIDE for code in one[0]]
    assert sorted(headed) == sorted(known)


@pytest.mark.parametrize("code", ["support-none", "event-unknown", "cause-unknown"])
def test_an_example_sentence_gives_its_finding(code: str) -> None:
    example = next(one.example for one in CHECKS if code in one.codes)
    found = re.match(r"« (.+?) »", example)
    assert found
    article = Article(
        url="u", title="Council delays library vote", language="en", paragraphs=(Paragraph(id="p1", text=_VOTE),)
    )
    draft = Analyse(body=(BodyParagraph(id="b1", text=found[1]),))
    assert code in {one.code for one in verify(draft, with_sentences(article), house=HOUSE).findings}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.codes[0])
def test_every_check_says_what_must_hold_in_both_languages(check: object) -> None:
    assert all(getattr(check, field).strip() for field in ("french", "english", "example"))


def test_writing_it_again_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "checks.md")
    assert (tmp_path / "checks.md").read_text("utf-8") == checklist()
