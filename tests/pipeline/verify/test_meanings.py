"""Turned meanings are found in short articles: in those the checks were built on, and in those kept aside."""

import pytest

from evals.labelled import Split, Story, load_stories
from pipeline.settings import PROJECT
from pipeline.verify.context import Context
from pipeline.verify.registry import CHECKS
from schemas.article import Article
from schemas.draft import BodyParagraph
from schemas.finding import Finding
from schemas.parts import iter_parts
from tests.pipeline.verify.drafts import DRAFT, HOUSE

# What a house's form asks of a whole article says nothing of a sentence.
_GROUNDED = ("support", "figure", "date", "name", "role", "certainty", "negation", "direction", "outside", "legal")


def _findings(story: Story, article: Article, number: int, french: str) -> list[Finding]:
    """What is found at one paragraph of the story's draft when it reads `french`."""
    texts = [one.french for one in story.pairs]
    texts[number] = french
    body = tuple(BodyParagraph(id=f"b{n}", text=text) for n, text in enumerate(texts, 1))
    draft = DRAFT.model_copy(update={"body": body, "quotes": ()})
    alone = tuple(one for one in iter_parts(draft) if one.path == f"body[{number}]")
    context = Context(draft, article, HOUSE, alone)
    found = (one for check in CHECKS for one in check.run(context) if one.part == f"body[{number}]")
    return [one for one in found if one.code.startswith(_GROUNDED)]


@pytest.mark.parametrize(("split", "least"), [("built_on", 0.88), ("held_out", 0.88)])
def test_turned_meanings_are_found(split: Split, least: float) -> None:
    seen, unseen = 0, []
    false: list[tuple[str, str, str]] = []
    for story in (one for one in load_stories(PROJECT / "data") if one.split == split):
        article = story.article
        for number, pair in enumerate(story.pairs):
            clean = _findings(story, article, number, pair.french)
            false += [(one.severity, one.code, pair.french) for one in clean]
            codes = sorted(one.code for one in clean)
            for turn in pair.turns:
                spoilt = pair.turned(turn)
                new = sorted(one.code for one in _findings(story, article, number, spoilt))
                seen += len(new) > len(codes) or new != codes
                unseen += [spoilt] if new == codes else []
    assert seen / (seen + len(unseen)) >= least, unseen
    assert len(false) <= 4, false
    assert sum(one[0] == "blocking" for one in false) <= 1, false
