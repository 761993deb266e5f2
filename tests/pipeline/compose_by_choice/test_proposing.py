import re

import pytest

from pipeline.compose_by_choice.proposing import _organisation, proposals_reply
from pipeline.compose_by_choice.weighing import weighty_pillars
from pipeline.sentences import with_sentences
from pipeline.settings import PROJECT, load_house
from pipeline.verify.context import Context
from pipeline.verify.form.actions import check_action_titles
from schemas.action import Action
from schemas.article import Article, ArticleQuote, Paragraph
from schemas.draft import Analyse
from schemas.house import ProposalPattern
from schemas.parts import iter_parts
from tests.pipeline.articles import MARLOW

HOUSE = load_house(PROJECT / "data")


def test_proposals_differ_in_kind_and_lever_and_name_the_organisation_of_the_article() -> None:
    actions = proposals_reply(MARLOW, HOUSE).actions
    assert {one.kind for one in actions} == {"coalition", "individual", "resistance"}
    assert any("Velstra Systems" in f"{one.title} {one.description} {one.signal}" for one in actions)
    assert "{" not in "".join(one.title + one.description + one.signal for one in actions)


def test_an_article_without_a_sure_organisation_leaves_it_unnamed() -> None:
    article = Article(
        url="https://x.example/",
        title="Rents rise again",
        language="en",
        paragraphs=(Paragraph(id="p1", text="Tenants said rents rose again, and landlords kept silent."),),
    )
    text = " ".join(one.title + one.description + one.signal for one in proposals_reply(article, HOUSE).actions)
    assert "en cause" in text
    assert not re.search(r"\bde l'organisation en cause en cause\b|\{", text)


def test_points_come_with_the_places_that_carry_them() -> None:
    pillars = {one.pillar: one for one in proposals_reply(MARLOW, HOUSE).pillars}
    assert pillars.keys() == HOUSE.pillars.keys()
    assert pillars["sovereignty"].points >= 1
    assert "p2" in pillars["sovereignty"].reason
    assert weighty_pillars(MARLOW, HOUSE)[0] == "sovereignty"
    assert all("p" in one.reason.split(":")[-1] for one in pillars.values() if one.points)


@pytest.mark.parametrize(
    ("texts", "named"),
    [
        (("Orbis Transit said fares rise.", "Riders blame Orbis Transit."), "Orbis Transit"),
        (("The Saltmere Port Authority said it tracks phones.", "Unions blame it."), "la Saltmere Port Authority"),
        (("The Department of Public Health said it will act.",), "le Department of Public Health"),
        (("Under new rules, prices rise. Under old ones they fell. Under none they stay.",), None),
        (("Ana Ruiz said prices rise. Ana Ruiz has a plan. Ana Ruiz will talk.",), None),
    ],
)
def test_only_what_is_surely_an_organisation_is_named(texts: tuple[str, ...], named: str | None) -> None:
    article = with_sentences(
        Article(
            url="https://x.example/",
            title="Prices rise",
            language="en",
            paragraphs=tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(texts, 1)),
            quotes=(ArticleQuote(id="q1", text="Prices rise", paragraph="p1", speaker="Ana Ruiz"),),
        )
    )
    assert _organisation(article, HOUSE) == named


@pytest.mark.parametrize("pattern", HOUSE.patterns, ids=lambda one: one.id)
def test_every_pattern_keeps_the_houses_form_and_carries_no_quantity(pattern: ProposalPattern) -> None:
    slots = {"organisation": "Velstra Systems", "place": "à Marlow Bay"}
    title, description = pattern.title.format_map(slots), pattern.description.format_map(slots)
    low, high = HOUSE.limits.action_description
    assert low <= len(description) <= high
    assert len(title) <= HOUSE.limits.action_title_max
    assert pattern.signal.startswith(HOUSE.texts.signal_opening)
    assert not re.search(r"\d", title + description + pattern.signal)
    action = Action(id="a1", kind=pattern.kind, title=title, description=description, signal=pattern.signal)
    draft = Analyse(actions=(action,))
    assert not list(check_action_titles(Context(draft, MARLOW, HOUSE, tuple(iter_parts(draft)))))


def test_patterns_cover_the_three_kinds_with_many_levers() -> None:
    assert len(HOUSE.patterns) >= 12
    assert {one.kind for one in HOUSE.patterns} == set(HOUSE.actions)
    assert len({one.lever for one in HOUSE.patterns}) >= 12
    assert {(one.pillar, one.part) for one in HOUSE.reflections} == {
        (pillar, part) for pillar in HOUSE.pillars for part in ("body", "watchpoints")
    }
