"""Verification of a long draft against a long source: once prepared, warm, after an edit, and as both grow."""

import itertools
from collections.abc import Iterable

from bench.measure import Figure, Took, took
from evals.cases import Case, load_cases, read_golden, read_source
from pipeline.sentences import with_sentences
from pipeline.settings import PROJECT, load_house
from pipeline.verify import verify
from pipeline.verify.prepare import prepare
from schemas.article import Article, Paragraph
from schemas.draft import Analyse, BodyParagraph
from schemas.house import House

__all__ = ["verifying"]

_SOURCE_WORDS, _DRAFT_WORDS = 5_000, 1_500


def verifying() -> tuple[Figure, ...]:
    """Times of `verify` on a 1,500-word draft and a 5,000-word source, made of the golden cases."""
    house = load_house(PROJECT / "data")
    cases = load_cases(PROJECT / "data")
    articles = [one for one in map(read_source, cases) if isinstance(one, Article) and one.language == "en"]
    article, draft = _source(articles, _SOURCE_WORDS), _draft(cases, house, _DRAFT_WORDS)
    prepared = took(lambda: prepare(article).vectors)
    first = took(lambda: verify(draft, article, house=house))
    before = verify(draft, article, house=house)
    warm = took(lambda: verify(draft, article, house=house), times=5)
    versions = itertools.count()
    unread = took(lambda: verify(_reworded(draft, next(versions)), article, house=house), times=3)

    def edit() -> None:
        verify(_reworded(draft, next(versions), only=0), article, house=house)

    edit()
    edited = took(edit, times=5)
    half_article, half = _source(articles, _SOURCE_WORDS // 2), _draft(cases, house, _DRAFT_WORDS // 2)
    verify(half, half_article, house=house)
    halved = took(lambda: verify(half, half_article, house=house), times=5)
    grown = warm.processor_s / halved.processor_s / 4
    size = f"{_words(one.text for one in draft.body)} words on {_words(one.text for one in article.paragraphs)}"
    return (
        _figure("the article prepared, embeddings loaded and made", prepared, "once", size),
        _figure("the first draft on it", first, ""),
        _figure("all rules, warm", warm, "≤ 500 ms", f"{len(before.findings)} findings"),
        _figure("a draft never seen, embeddings made", unread, "≤ 2000 ms"),
        _figure("one edited part again", edited, "≤ 150 ms"),
        Figure(
            "verify: growth for twice the source and twice the draft, over 4",
            f"{grown:.2f} ×",
            "≤ 1 ×",
            f"{halved.detail} at half size",
        ),
    )


def _figure(name: str, spent: Took, aim: str, detail: str = "") -> Figure:
    made_of = f"{spent.detail}, {detail}" if detail else spent.detail
    return Figure(f"verify: {name}", f"{spent.wall_s * 1000:.0f} ms", aim, made_of)


def _source(articles: list[Article], words: int) -> Article:
    """One article of about so many words, from as many as it takes; the paragraphs are renumbered."""
    texts: list[str] = []
    for text in itertools.cycle(one.text for article in articles for one in article.paragraphs):
        if _words(texts) >= words:
            break
        texts.append(text)
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(texts, 1))
    return with_sentences(articles[0].model_copy(update={"paragraphs": paragraphs, "quotes": ()}))


def _draft(cases: tuple[Case, ...], house: House, words: int) -> Analyse:
    """One draft of about so many words in its body, from the golden texts."""
    drafts = [one for one in (read_golden(case, house) for case in cases) if isinstance(one, Analyse)]
    body: list[BodyParagraph] = []
    for paragraph in itertools.cycle(one for draft in drafts for one in draft.body):
        if _words(one.text for one in body) >= words:
            break
        body.append(paragraph.model_copy(update={"id": f"b{len(body) + 1}"}))
    return drafts[0].model_copy(update={"body": tuple(body)})


def _reworded(draft: Analyse, version: int, *, only: int | None = None) -> Analyse:
    """The draft with a word more in every sentence of its body, so that none of them was read before."""
    body = [
        paragraph
        if only not in (None, n)
        else paragraph.model_copy(
            update={"text": paragraph.text.replace(". ", f" dit la version{version}. "), "sentences": ()}
        )
        for n, paragraph in enumerate(draft.body)
    ]
    return draft.model_copy(update={"body": tuple(body)})


def _words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)
