"""The figures count what was stored: an article whose every change is known gives figures known to the letter."""

from pathlib import Path

import pytest

from desk.figures import figures_of
from desk.plots import columns_of, months_between
from desk.words import measure
from pipeline.compose import Newsroom
from pipeline.gates import margin, press, relecture
from pipeline.gates.record import review_record
from pipeline.store import history
from pipeline.store.database import reading, transaction
from pipeline.store.drafts import find_draft
from pipeline.store.history import append_event
from pipeline.store.results import finish_stage, keep_result, start_stage
from schemas.parts import iter_parts
from schemas.provenance import Provenance, Stamped, Usage
from tests.desk.seeds import DRAFT, seeded
from tests.house import newsroom_for
from tests.standin import StandIn

USAGE = Usage(calls=1, tokens_in=900, tokens_out=100, cost=0.25)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    # Nothing here asks a model.
    with StandIn() as standin:
        return newsroom_for(tmp_path, standin)


def signed(newsroom: Newsroom, usage: Usage | None = USAGE) -> str:
    """The seeded draft, with its wrong figure corrected, its warning dismissed, then accepted and signed."""
    office, draft = newsroom.office, seeded(newsroom)
    made = Provenance(stage="summarise", made_at="2026-03-04", prompts={"a.j2": "f" * 64}, model="m")
    with transaction(newsroom.engine) as db:
        keep_result(db, "k" * 64, Stamped(value=DRAFT, provenance=made))
        start_stage(db, draft, 1, "summarise")
        finish_stage(db, draft, 1, "summarise", cached=False, usage=usage, result="k" * 64)
        base = find_draft(db, draft).revision or ""
    why = {"code": "support-weak", "excerpt": "ces données", "reason": "La source le dit (p4)."}
    margin.dismiss(office, draft, "watchpoints", **why, actor="Paul")
    right = DRAFT.body[0].text.replace("milliards", "millions")
    margin.save(office, draft, {"body[b1]": right}, actor="Paul", base=base)
    relecture.decide_part(office, draft, "accept", "actions[a1].outside_knowledge[0]", actor="Paul", comment="")
    with reading(newsroom.engine) as db:
        row = find_draft(db, draft)
    for part in dict.fromkeys(part.path for part in iter_parts(DRAFT) if part.text):
        relecture.decide_part(office, draft, "accept", part, actor="Paul", comment="Essai.")
    relecture.decide(office, draft, "accept", actor="Paul", comment="", base=row.revision)
    press.sign(office, draft, actor="Inès", look="supplied", despite_source=False)
    return draft


def test_without_a_signed_article_there_is_nothing_to_count(newsroom: Newsroom) -> None:
    seeded(newsroom)
    with reading(newsroom.engine) as db:
        figures = figures_of(newsroom.engine, db)
    assert figures.articles == 0
    assert not (figures.parts or figures.prompts or figures.sources or figures.checks or figures.months)


def test_what_people_changed_is_counted_by_the_word(newsroom: Newsroom) -> None:
    signed(newsroom)
    with reading(newsroom.engine) as db:
        figures = figures_of(newsroom.engine, db)
    body = next(one for one in figures.parts if one.name == "body")
    count = sum(len(one.text.split()) for one in DRAFT.body)
    assert (body.words, round(body.kept * count)) == (count, count - 1)
    assert all(one.kept == 1 for one in figures.parts if one.name != "body")
    assert [one.name for one in figures.sources] == ["The Halden Post"]
    assert [one.name for one in figures.prompts] == ["a.j2 ffffffff"]
    became = {one.code: (one.confirmed, one.dismissed, one.left) for one in figures.checks}
    assert became["figure-order"] == (1, 0, 0)
    assert became["support-weak"] == (0, 1, 0)
    (month,) = figures.months
    assert (month.articles, month.tokens, month.cost) == (1, 1000, 0.25)


def test_the_record_says_who_what_when_and_with_what(newsroom: Newsroom) -> None:
    draft = signed(newsroom)
    with reading(newsroom.engine) as db:
        record = review_record(db, find_draft(db, draft))
    assert (record.accepted_by, record.signed_by, record.source_at_signature) == ("Paul", "Inès", "supplied")
    assert record.signed_revision
    assert [(one.part, one.by) for one in record.changes] == [("body[b1]", ("Paul",))]
    assert "milliards" in record.changes[0].before and "millions" in record.changes[0].after
    assert [(one.model, one.prompts) for one in record.made_with] == [("m", {"a.j2": "f" * 64})]
    assert record.source.supplied_by == "Inès"
    assert {one.kind for one in record.steps} >= {"submitted", "dismissed", "edited", "accepted", "signed"}


def test_the_record_names_no_acceptance_that_does_not_hold(newsroom: Newsroom) -> None:
    draft = seeded(newsroom)
    with transaction(newsroom.engine) as db:
        # A source that was confirmed is no text that was accepted, and neither is one part of it.
        append_event(db, draft, "accepted", actor="Édith", payload={"run": 2, "confirmed": True})
        append_event(db, draft, "accepted", actor="Paul", payload={"revision": "a", "part": "title"})
        assert review_record(db, find_draft(db, draft)).accepted_by == ""
        append_event(db, draft, "accepted", actor="Paul", payload={"revision": "a"})
        record = review_record(db, find_draft(db, draft))
        assert (record.accepted_by, record.steps[-3].part) == ("Paul", "source")
        append_event(db, draft, "voided", actor="Inès", payload={"was": "press_gate", "revision": "a"})
        assert review_record(db, find_draft(db, draft)).accepted_by == ""


def test_plots_leave_out_no_month_and_measure_shares_by_the_whole() -> None:
    assert months_between("2026-11", "2027-02") == ["2026-11", "2026-12", "2027-01", "2027-02"]
    (half,) = columns_of([("2026-11", 50.0)], full=100)
    assert (half.height, half.y) == (50, 50)
    low, high = columns_of([("2026-11", 1.0), ("2026-12", 4.0)])
    assert (low.height, high.height) == (25, 100)


def test_small_costs_are_told_apart() -> None:
    assert [measure(one) for one in (0.0054, 0.0141, 0.25, 2400, 7)] == ["0,0054", "0,0141", "0,25", "2\u202f400", "7"]


def test_a_month_ends_when_it_does_for_the_newsroom(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    # Half past eleven of the last evening at Greenwich is the new year in Paris.
    monkeypatch.setattr(history, "now", lambda: "2026-12-31T23:30:00.000000+00:00")
    signed(newsroom)
    with reading(newsroom.engine) as db:
        (month,) = figures_of(newsroom.engine, db).months
    assert month.month == "2027-01"


def test_an_article_without_recorded_usage_is_left_out_of_the_means(newsroom: Newsroom) -> None:
    signed(newsroom, usage=None)
    with reading(newsroom.engine) as db:
        (month,) = figures_of(newsroom.engine, db).months
    assert (month.articles, month.tokens, month.cost) == (1, None, None)
    signed(newsroom)
    with reading(newsroom.engine) as db:
        (month,) = figures_of(newsroom.engine, db).months
    assert (month.articles, month.tokens, month.cost) == (2, 1000, 0.25)


def test_a_text_that_is_signed_again_counts_where_it_was_signed_last(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = signed(newsroom)
    with reading(newsroom.engine) as db:
        revision = find_draft(db, draft).revision
        figures_of(newsroom.engine, db)
    monkeypatch.setattr(history, "now", lambda: "2031-05-04T12:00:00.000000+00:00")
    with transaction(newsroom.engine) as db:
        append_event(db, draft, "signed", actor="Inès", payload={"revision": revision, "source": "supplied"})
        (month,) = figures_of(newsroom.engine, db).months
    assert month.month == "2031-05"
