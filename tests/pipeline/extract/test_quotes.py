from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.quotes import find_quotes
from schemas.article import ArticleQuote, Paragraph
from tests.pipeline.extract.quote_passages import PASSAGES, Passage


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(id=f"p{n}", text=one) for n, one in enumerate(text.split("\n\n"), 1))


def found(passage: Passage) -> tuple[ArticleQuote, ...]:
    return find_quotes(paragraphs(passage.text))


def outcomes() -> Iterator[tuple[int, int, int, int, int]]:
    """For each passage: quotations right, found, expected, speakers right, speakers expected."""
    for passage in PASSAGES:
        expected = dict(passage.quotes)
        got = {one.text: one.speaker for one in found(passage)}
        right = got.keys() & expected.keys()
        named = [one for one in right if expected[one]]
        yield len(right), len(got), len(expected), sum(got[one] == expected[one] for one in named), len(named)


def test_the_authored_passages_are_read_with_precision_recall_and_speakers() -> None:
    right, got, expected, speakers, named = (sum(column) for column in zip(*outcomes(), strict=True))
    assert len(PASSAGES) >= 40
    assert right / got >= 0.95
    assert right / expected >= 0.90
    assert speakers / named >= 0.85


@pytest.mark.parametrize("passage", [one for one in PASSAGES if not one.quotes], ids=lambda one: one.text[:30])
def test_scare_quotes_and_titles_are_no_quotations(passage: Passage) -> None:
    assert found(passage) == ()


def test_a_quotation_broken_by_its_attribution_is_two_contiguous_pieces() -> None:
    text = "“We never asked for this,” Anna Holt said. “And we will not pay for it.”"
    first, second = find_quotes(paragraphs(text))
    assert text[first.start : first.end] == first.text == "We never asked for this,"
    assert text[second.start : second.end] == second.text == "And we will not pay for it."
    assert first.speaker == second.speaker == "Anna Holt"


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("“It holds,” said Anna Holt, the mayor of Brenford.", "Anna Holt", "mayor of Brenford"),
        ("“It holds,” said police chief Tom Ward.", "Tom Ward", "police chief"),
        (
            "The mayor of Brenford, Anna Holt, said the tolls “will hurt every family in town”.",
            "Anna Holt",
            "mayor of Brenford",
        ),
        ("« Cela tient », a déclaré Jean Mercoeur, maire de Brissac.", "Jean Mercoeur", "maire de Brissac"),
        ("« Cela tient », affirme la ministre Anne Morel.", "Anne Morel", "ministre"),
        ("“It holds,” said a spokeswoman for the port.", None, "spokeswoman for the port"),
    ],
)
def test_the_role_stands_beside_the_name(text: str, speaker: str | None, role: str) -> None:
    (quote,) = find_quotes(paragraphs(text))
    assert (quote.speaker, quote.role) == (speaker, role)


def test_a_surname_is_the_person_named_in_full_before() -> None:
    text = "The mayor, Anna Holt, came late.\n\n“It holds,” Holt said."
    (quote,) = find_quotes(paragraphs(text))
    assert (quote.speaker, quote.paragraph) == ("Anna Holt", "p2")


@given(st.lists(st.text("ab A.,“”\"«»‘’' \u00a0said", max_size=60), max_size=5))
def test_every_quotation_stands_word_for_word_in_one_paragraph(texts: list[str]) -> None:
    given_paragraphs = [Paragraph(id=f"p{n}", text=text) for n, text in enumerate(texts)]
    by_id = {one.id: one.text for one in given_paragraphs}
    for quote in find_quotes(given_paragraphs):
        assert quote.text
        assert by_id[quote.paragraph][quote.start : quote.end] == quote.text


def test_a_pronoun_means_the_person_the_text_turned_to_last() -> None:
    paragraphs = tuple(
        Paragraph(id=f"p{n}", text=text)
        for n, text in enumerate(
            (
                "“We count devices here,” said Alan Pryce, the port’s chief executive.",
                "The key changes in November. Imran Sethi, a lecturer in network security, read the note.",
                "“If the number comes back every day, you know who it is,” he said.",
            ),
            1,
        )
    )
    found = find_quotes(paragraphs)
    assert [(one.speaker, one.role) for one in found] == [
        ("Alan Pryce", "port’s chief executive"),
        ("Imran Sethi", "lecturer in network security"),
    ]
