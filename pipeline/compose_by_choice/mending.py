"""Mending by choice: what no candidate renders cleanly is left out rather than written again."""

import re

from pipeline.composer import Remark
from pipeline.verify import compare
from schemas.article import Article
from schemas.draft import Analyse, DraftSentence, Synthese
from schemas.house import House
from schemas.replies import RepairedPart

__all__ = ["mended_parts"]


def mended_parts(
    article: Article, draft: Analyse | Synthese, remarks: tuple[Remark, ...], house: House
) -> list[RepairedPart]:
    """For each paragraph with a remark, its text less the sentences that clash with their own evidence.

    A part of which nothing would remain is left as it is, for the reviewer to see.
    """
    parts = []
    for remark in remarks:
        sentences = _sentences_of(draft, remark.part)
        kept = [one for one in sentences if _holds(remark.text[one.start : one.end], one, article, house)]
        if kept and len(kept) < len(sentences):
            text = " ".join(remark.text[one.start : one.end] for one in kept)
            parts.append(RepairedPart(part=remark.part, text=text))
    return parts


def _holds(text: str, sentence: DraftSentence, article: Article, house: House) -> bool:
    """Whether some sentence of its evidence bears the text out; analysis leans on none."""
    if sentence.stance == "analysis":
        return True
    language = article.language or "en"
    paragraphs = [article.paragraph(one.paragraph) for one in sentence.evidence]
    told = [one.text for paragraph in paragraphs if paragraph for one in paragraph.sentences]
    return any(
        not any(
            found.severity == "blocking"
            for found in compare(one, text, source_language=language, house=house, article=article)
        )
        for one in told
    )


def _sentences_of(draft: Analyse | Synthese, part: str) -> tuple[DraftSentence, ...]:
    body = re.fullmatch(r"body\[(\d+)\]", part)
    if body and isinstance(draft, Analyse):
        return draft.body[int(body[1])].sentences
    block = re.fullmatch(r"sections\[(\d+)\]\.blocks\[(\d+)\]", part)
    if block and isinstance(draft, Synthese):
        return draft.sections[int(block[1])].blocks[int(block[2])].sentences
    return ()
