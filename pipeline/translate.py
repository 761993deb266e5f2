"""Translate: the working translation that a reviewer reads beside the source; it is never exported."""

from pipeline.composer import Composer
from pipeline.stamping import stamped
from schemas.article import Article
from schemas.provenance import Stamped
from schemas.translation import WorkingTranslation

__all__ = ["WorkingTranslation", "translate"]


def translate(article: Article, *, composer: Composer, now: str | None = None) -> Stamped[WorkingTranslation]:
    """Paragraph id → French; empty for a French article. Ids unknown to the article are dropped. Raises ModelFault."""
    composed = composer.translation(article)
    known = {one.id for one in article.paragraphs} | {"title", "description"}
    paragraphs = {
        one.id.strip("[] "): " ".join(one.text.split())
        for one in composed.reply.paragraphs
        if one.id.strip("[] ") in known and one.text.strip()
    }
    return stamped(
        WorkingTranslation(paragraphs=paragraphs),
        composed,
        stage="translate",
        article=article,
        composer=composer,
        now=now,
    )
