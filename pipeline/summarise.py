"""Summarise: from an article to the French text of a draft, every sentence with what supports it."""

import re
from datetime import datetime

from pipeline.composer import Composed, Composer
from pipeline.quoting import quoted
from pipeline.render.dates import short_date
from pipeline.render.slugs import slugify_title
from pipeline.stamping import stamped
from pipeline.typography import typeset
from schemas.article import Article, Evidence
from schemas.draft import (
    Analyse,
    Block,
    BodyParagraph,
    DraftSentence,
    Section,
    Seo,
    SourceCard,
    Synthese,
    Typography,
)
from schemas.house import House
from schemas.provenance import Stamped
from schemas.replies import AnalyseReply, BlockReply, ParagraphReply, SectionReply, SentenceReply, SyntheseReply
from schemas.source import Format

__all__ = ["summarise"]

_Sentences = tuple[DraftSentence, ...]


def summarise(
    article: Article, *, format: Format, composer: Composer, house: House, now: str
) -> Stamped[Analyse | Synthese]:
    """The text of a draft, less its proposals; `now` is ISO 8601 and dates the article. Raises ModelFault."""
    draft: Analyse | Synthese
    composed: Composed[AnalyseReply] | Composed[SyntheseReply]
    if format == "analyse":
        composed = composer.analyse(article)
        draft = _analyse(composed.reply, article, house, now)
    else:
        composed = composer.synthese(article)
        draft = _synthese(composed.reply, article, house)
    value: Stamped[Analyse | Synthese] = stamped(
        draft,
        composed,
        stage="summarise",
        article=article,
        composer=composer,
        house=house,
        parameters={"format": format},
        now=now,
    )
    return value


def _analyse(reply: AnalyseReply, article: Article, house: House, now: str) -> Analyse:
    typography = house.typography
    body = [_prose(one.sentences, article, typography) for one in reply.body if one.sentences]
    quotes, notes = quoted(reply.quotes, article, house=house, body_paragraphs=len(body))
    return Analyse(
        title=_headline(reply.title, typography),
        standfirst=typeset(_clean(reply.standfirst.text), typography),
        body=tuple(
            BodyParagraph(id=f"b{n}", text=text, sentences=sentences, evidence=_together(sentences))
            for n, (text, sentences) in enumerate(body, 1)
        ),
        quotes=quotes,
        notes=notes,
        watchpoints=typeset(_clean(reply.watchpoints.text), typography),
        date=short_date(datetime.fromisoformat(now).date()),
        source=_card(article),
        typography=typography,
        declared={
            "standfirst": _known(reply.standfirst.evidence, article),
            "watchpoints": _known(reply.watchpoints.evidence, article),
        },
    )


def _synthese(reply: SyntheseReply, article: Article, house: House) -> Synthese:
    typography = house.typography
    title = _headline(reply.title, typography)
    bullets = [one for one in reply.tldr if one.text.strip()]
    conclusion = SectionReply(heading=house.texts.conclusion_heading, level=2, blocks=_blocks(reply.conclusion))
    sections = [*reply.sections, *([conclusion] if conclusion.blocks else [])]
    return Synthese(
        title=title,
        tldr=tuple(typeset(_clean(one.text), typography) for one in bullets),
        sections=tuple(_section(f"s{n}", one, article, typography) for n, one in enumerate(sections, 1)),
        seo=Seo(
            title=_headline(reply.seo_title, typography), description=typeset(_clean(reply.seo_description), typography)
        ),
        slug=slugify_title(reply.slug.replace("-", " ").strip() or title),
        canonical=article.canonical or article.url,
        source=_card(article),
        typography=typography,
        declared={f"tldr[{n}]": _known(one.evidence, article) for n, one in enumerate(bullets)},
    )


def _section(section_id: str, reply: SectionReply, article: Article, typography: Typography) -> Section:
    blocks = []
    for n, one in enumerate((one for one in reply.blocks if one.sentences), 1):
        text, sentences = (_list if one.is_list else _prose)(one.sentences, article, typography)
        blocks.append(
            Block(
                id=f"{section_id}.b{n}",
                kind="list" if one.is_list else "paragraph",
                text=text,
                sentences=sentences,
                evidence=_together(sentences),
            )
        )
    return Section(
        id=section_id,
        heading=_headline(reply.heading, typography),
        level=min(max(reply.level, 2), 3),
        blocks=tuple(blocks),
    )


def _blocks(paragraphs: list[ParagraphReply]) -> list[BlockReply]:
    return [BlockReply(is_list=False, sentences=one.sentences) for one in paragraphs if one.sentences]


def _prose(replies: list[SentenceReply], article: Article, typography: Typography) -> tuple[str, _Sentences]:
    return _joined(replies, article, typography, before="", between=" ")


def _list(replies: list[SentenceReply], article: Article, typography: Typography) -> tuple[str, _Sentences]:
    return _joined(replies, article, typography, before="- ", between="\n- ")


def _joined(
    replies: list[SentenceReply], article: Article, typography: Typography, *, before: str, between: str
) -> tuple[str, _Sentences]:
    """The sentences as one text, each with its offsets in it; typography is applied here, once."""
    text = before
    sentences: list[DraftSentence] = []
    for reply in replies:
        sentence = typeset(_clean(reply.text), typography)
        if not sentence:
            continue
        if sentences:
            text += between
        evidence = tuple(Evidence(paragraph=one) for one in _known(reply.evidence, article))
        sentences.append(
            DraftSentence(start=len(text), end=len(text) + len(sentence), stance=reply.stance, evidence=evidence)
        )
        text += sentence
    return text, tuple(sentences)


def _together(sentences: _Sentences) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence for one in sentences for evidence in one.evidence))


def _known(places: list[str], article: Article) -> tuple[str, ...]:
    """The declared places that exist; a model that names another has named nothing."""
    known = {one.id for one in article.paragraphs} | {"title"} | ({"description"} if article.description else set())
    return tuple(dict.fromkeys(one for place in places if (one := place.strip("[] ")) in known))


def _clean(text: str) -> str:
    """One line, without list or heading markers that the renderer would take for its own."""
    return re.sub(r"^(?:[-*•#]+\s+)+", "", " ".join(text.split()))


def _headline(text: str, typography: Typography) -> str:
    line = _clean(text)
    return typeset(line[:-1] if line.endswith(".") and not line.endswith("..") else line, typography)


def _card(article: Article) -> SourceCard:
    return SourceCard(
        url=article.url,
        title=article.title,
        description=article.description,
        outlet=article.outlet,
        authors=article.authors,
        published=article.published,
        language=article.language,
    )
