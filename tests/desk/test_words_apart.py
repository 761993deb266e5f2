"""Differences, merges and pieces: no word is lost and none comes twice, whatever the texts."""

from hypothesis import given
from hypothesis import strategies as st

from desk.difference import word_difference
from desk.merging import merge
from desk.pieces import sentences_of
from pipeline.verify.prepare import prepare
from schemas.finding import Finding, Support
from tests.desk.seeds import ARTICLE

WORDS = st.lists(st.sampled_from(["le", "port", "a", "dit", "2,3", "millions", "l’an", "…", "\n", " "]), max_size=12)
TEXTS = WORDS.map(" ".join)


@given(TEXTS, TEXTS)
def test_a_difference_holds_both_texts(before: str, after: str) -> None:
    runs = word_difference(before, after)
    assert "".join(one.text for one in runs if one.kind != "new") == before
    assert "".join(one.text for one in runs if one.kind != "gone") == after


@given(TEXTS, TEXTS)
def test_where_only_one_changed_a_text_the_merge_is_theirs(base: str, changed: str) -> None:
    assert merge(base, changed, base).text == changed
    assert merge(base, base, changed).text == changed
    assert merge(base, base, changed).is_clean


@given(TEXTS, TEXTS)
def test_the_same_change_twice_is_one_change(base: str, changed: str) -> None:
    both = merge(base, changed, changed)
    assert both.text == changed
    assert both.is_clean


def test_changes_to_different_words_come_together() -> None:
    both = merge(
        "Le port a dit qu’il garderait tout.",
        "Le port a écrit qu’il garderait tout.",
        "Le port a dit qu’il gardait tout.",
    )
    assert both.text == "Le port a écrit qu’il gardait tout."
    assert both.is_clean


def test_changes_to_the_same_words_are_told() -> None:
    both = merge("Le port a dit non.", "Le port a écrit non.", "Le port a crié non.")
    assert both.text == "Le port a écrit non."
    assert not both.is_clean


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_pieces_are_the_text_and_nothing_else(text: str, spans: list[tuple[int, int]]) -> None:
    supports = [Support(part="title", start=min(one), end=max(one), stance="fact") for one in spans]
    findings = tuple(
        Finding(code="x", severity="note", part="title", excerpt="", message="", start=min(one), end=max(one))
        for one in spans
    )
    shown = sentences_of(text, supports, findings, prepare(ARTICLE))
    assert "".join(piece.text for one in shown for piece in one.pieces) == text
