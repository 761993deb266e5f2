import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.sentences import split, with_sentences
from schemas.article import Article, Paragraph


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["The U.S. Department of Water spent $1.2 million.", "It wants more."]),
        ("en", ["Mr. Ward and Dr. Moss met Sen. Grady on Jan. 6 at 9 a.m. in Ostwick.", "Nobody spoke."]),
        ("en", ["J. K. Marsh left the U.S.", "The others stayed."]),
        ("en", ["“Where will they go?” asked Lena Brook.", "Nobody knew."]),
        ("en", ["Prices rose 3.5 percent.", "Is that much?", "No!", "Acme Inc. shares fell."]),
        ("fr", ["M. Dupont est venu.", "« Je viens. Tu pars ? » a dit Mme. Martin.", "Il pleuvait."]),
        ("fr", ["« Oui ! » s’écrie-t-il.", "L’art. 5 dit non.", "Voir p. 12."]),
        ("fr", ["Le prix est de 1.2 million.", "Il monte encore…", "Jusqu’à quand ?"]),
    ],
)
def test_sentences_are_cut_where_a_reader_would_cut(language: str, sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split(text, language)] == sentences


def test_initials_and_quotations_are_never_cut_inside() -> None:
    cuts = {end for _, end in split("J. K. Marsh said: “Yes! We won.” Then J. K. Marsh left.", "en")}
    assert cuts <= {
        len("J. K. Marsh said: “Yes! We won.”"),
        len("J. K. Marsh said: “Yes! We won.” Then J. K. Marsh left."),
    }


def test_a_very_long_quotation_is_cut_at_its_own_sentences() -> None:
    text = "“" + " ".join(["The water came in the night and nobody warned the town of Ostwick."] * 12) + "”"
    assert len(split(text, "en")) == 12


@given(
    st.text(st.characters(codec="utf-8") | st.sampled_from(list(".!?…«»“”\"' \u00a0\nMU1a")), max_size=200),
    st.sampled_from(["en", "fr", "ko", None]),
)
def test_offsets_are_exact_and_only_white_space_is_left_between(text: str, language: str | None) -> None:
    at = 0
    for start, end in split(text, language):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


def test_missing_ids_and_sentences_are_filled_and_given_ones_stay() -> None:
    article = Article(
        url="https://brenford.example/a",
        title="T",
        language="en",
        paragraphs=(Paragraph(text="One. Two."), Paragraph(text="Three.")),
    )
    whole = with_sentences(article)
    assert [one.id for one in whole.paragraphs] == ["p1", "p2"]
    assert [one.id for one in whole.paragraphs[0].sentences] == ["p1s1", "p1s2"]
    assert with_sentences(whole) == whole
