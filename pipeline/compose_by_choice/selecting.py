"""Choosing what to say: the sentences of an article that carry its main facts, by rule and by embedding."""

import re
from typing import NamedTuple

from pipeline.compose_by_choice.simplifying import pieces
from pipeline.embedding import Vectors, embed
from schemas.article import Article, ArticleQuote, Paragraph, Sentence

__all__ = ["Pick", "best_quotes", "is_news", "picks", "spread"]

_TOO_SHORT, _TOO_LONG = 5, 48
# Two sentences closer than this tell one fact.
_SAME_AGAIN = 0.8
_QUOTED = re.compile(r"[\"“«]\s*([^\"“”«»]{2,}?)\s*[\"”»]")
_PERSONAL = re.compile(
    r"\b(I|I'm|I've|we|we're|we've|us|our|my|me|you|your|je|j'|nous|nos|notre|mon|ma|mes|vous|vos|votre)\b",
    re.IGNORECASE,
)
# Not « Charles I » or « Jack Ma ».
_WRITER = re.compile(
    r"(?:^|[,;:(—–] |\b(?:and|that|when|as|if|what|but|because|before|after|since|where|than|so|or) )I(?!\w)"
    r"|\bI['’](?:m|ve|d|ll)\b|\b(?:my|me|je|mon|ma|mes|moi)\b|^(?:My|Je|Mon|Ma|Mes|Moi)\b|\b[jJ]['’]"
)
_DEPENDENT = re.compile(
    r"^(?:but|and|so|yet|still|instead|however|that|this|those|these|he|she|it|they|his|her|their|its|such|both"
    r"|mais|et|or|donc|il|elle|ils|elles|ce|cela|cette|ces|celui-ci|celle-ci|son|sa|ses|leur|leurs)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:subscribe|sign up|newsletter|read more|click here|all rights reserved|follow us|cookies?|advertisement"
    r"|copyright (?:©|\(c\)|\d{4})|by permission only"
    r"|abonnez-vous|inscrivez-vous|lire aussi|tous droits réservés|suivez-nous|publicité)\b",
    re.IGNORECASE,
)
# A page that speaks to a program: what it says there is no news (the fence keeps it harmless, this keeps it out).
_ADDRESSED = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|rules|guidelines|above|previous)\b"
    r"|\b(?:language models?|chatbots?|ai assistants?|assistants? and)\b.{0,30}\breading this\b"
    r"|\b(?:system prompt|as an ai|ai (?:assistant|model|systems?)[ ,:].{0,30}\b(?:must|should|please))\b"
    r"|\b(?:ignore[zr]?|oublie[zr]?)\b.{0,40}\b(?:instructions?|consignes?)\b",
    re.IGNORECASE,
)
# A paragraph's line that ends in no full stop is a caption, a credit or the stump of a text that was cut.
_ENDED = re.compile(r"[.!?…:;][\s\"”»’')\]]*$")
_LINK = re.compile(r"\bhttps?://|\bwww\.", re.IGNORECASE)
_WEIGHTY = re.compile(
    r"\b(?:according to|said|denie[sd]|declined|argue[sd]?|found|approved|rejected|vote[sd]?|ordered|ruled|expected"
    r"|plans?|would|will|could|must|because|by \d{4}|selon|dément|a démenti|refuse|affirme|approuvé|rejeté|prévoit"
    r"|pourrait)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third)\b", re.IGNORECASE
)
_NAME = re.compile(r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Þ][\w’'-]+")


class Pick(NamedTuple):
    """A sentence of the source worth a place. `text` is what is rendered; `start` and `end` count in its paragraph."""

    text: str
    paragraph: str
    start: int
    end: int
    order: int
    weight: float
    leans: bool


def picks(article: Article) -> tuple[Pick, ...]:
    """All sentences that can stand in a draft, in reading order, each with its weight (about 0 to 3)."""
    found = [
        (paragraph, sentence, piece, n > 0)
        for paragraph in article.paragraphs
        if paragraph.kind in ("body", "list_item") and is_news(paragraph.text)
        for sentence in paragraph.sentences
        if (text := _standing(sentence, paragraph, article)) is not None
        for n, piece in enumerate(pieces(text) if article.language != "fr" else (text,))
    ]
    if not found:
        return ()
    vectors = embed([text for _, _, text, _ in found])
    frame = embed([f"{article.title}. {article.description or ''}"])[0]
    centre = vectors.mean(axis=0)
    total = len(found)
    return tuple(
        Pick(
            text,
            paragraph.id,
            sentence.start,
            sentence.end,
            order,
            _weight(text, order, total, float(vectors[order] @ centre), float(vectors[order] @ frame)),
            leans=goes_on or bool(_DEPENDENT.match(text)),
        )
        for order, (paragraph, sentence, text, goes_on) in enumerate(found)
    )


def is_news(text: str) -> bool:
    """Whether a paragraph tells readers something: one that once speaks to a program is none of the article's."""
    return not _ADDRESSED.search(text)


def spread(candidates: tuple[Pick, ...], count: int) -> tuple[Pick, ...]:
    """The `count` picks that together say most: heavy ones first, each unlike those chosen before it.

    A sentence that leans on the one before it ("He declined…") is chosen only after that one.
    """
    if not candidates:
        return ()
    vectors: Vectors = embed([one.text for one in candidates])
    alike = vectors @ vectors.T
    chosen: list[int] = []
    while len(chosen) < min(count, len(candidates)):
        open_to_choice = [n for n in range(len(candidates)) if n not in chosen and _is_carried(n, candidates, chosen)]
        if not open_to_choice:
            break
        chosen.append(max(open_to_choice, key=lambda n: _worth(n, candidates, alike, chosen)))
    return tuple(candidates[n] for n in chosen)


def best_quotes(article: Article, count: int) -> tuple[ArticleQuote, ...]:
    """Quotes of named speakers, different speakers first, of a length that a reader takes in; best first."""
    hostile = {one.id for one in article.paragraphs if not is_news(one.text)}
    able = [
        one
        for one in article.quotes
        if one.id and one.speaker and 6 <= len(one.text.split()) <= 45 and one.paragraph not in hostile
    ]
    if not able:
        return ()
    frame = embed([f"{article.title}. {article.description or ''}"])[0]
    near = embed([one.text for one in able]) @ frame
    ranked = sorted(range(len(able)), key=lambda n: -(float(near[n]) + min(len(able[n].text), 160) / 320))
    heard: set[str] = set()
    first: list[ArticleQuote] = []
    again: list[ArticleQuote] = []
    for n in ranked:
        (again if able[n].speaker in heard else first).append(able[n])
        heard.add(able[n].speaker or "")
    return tuple((*first, *again)[:count])


def _worth(n: int, candidates: tuple[Pick, ...], alike: Vectors, chosen: list[int]) -> float:
    nearest = max((float(alike[n, m]) for m in chosen), default=0.0)
    return candidates[n].weight - nearest - (1.0 if nearest > _SAME_AGAIN else 0.0)


def _is_carried(n: int, candidates: tuple[Pick, ...], chosen: list[int]) -> bool:
    here = candidates[n]
    if not here.leans:
        return True
    return n > 0 and candidates[n - 1].paragraph == here.paragraph and n - 1 in chosen


def _weight(text: str, order: int, total: int, central: float, framed: float) -> float:
    weight = 1.0 * central + 0.6 * framed + 0.7 * (1 - order / total) ** 2
    weight += 0.45 if _FIGURE.search(text) else 0.0
    weight += min(len(_NAME.findall(text)), 3) * 0.1
    weight += 0.2 if _WEIGHTY.search(text) else 0.0
    # Short sentences are translated well and long ones badly.
    return weight - 0.02 * max(0, len(text.split()) - 28)


def _standing(sentence: Sentence, paragraph: Paragraph, article: Article) -> str | None:
    """The sentence as it can be told in a draft: speech becomes reported speech; None for what cannot stand there."""
    text = " ".join(sentence.text.split())
    if paragraph.kind == "body" and not _ENDED.search(text):
        return None
    if _ASIDE.search(text) or _LINK.search(text) or text.endswith(("?", ":")):
        return None
    told = _told(text, sentence, paragraph, article)
    if told is None or not _TOO_SHORT <= len(told.split()) <= _TOO_LONG or told[0].islower():
        return None
    return told if told.endswith((".", "!", "…")) else f"{told}."


def _told(text: str, sentence: Sentence, paragraph: Paragraph, article: Article) -> str | None:
    long_quotes = [one for one in _QUOTED.findall(text) if len(one.split()) > 4]
    if not long_quotes and not re.search(r"[\"“”«»]", text):
        # What the writer did or thinks would be told as the house's own.
        return None if _WRITER.search(text) else text
    said = " ".join(one.strip(" ,.") for one in long_quotes)
    if _PERSONAL.search(said):
        return None
    speaker = _speaker(long_quotes, sentence, paragraph, article)
    if speaker is None:
        # A quoted term, or words that the sentence itself attributes: they stand without marks, as its own.
        return re.sub(r"[\"“”«»]", "", text) if _QUOTED.search(text) and len(said) < 0.6 * len(text) else None
    role = f", {speaker.role}," if speaker.role else ","
    opening = "Selon" if article.language == "fr" else "According to"
    first = said if re.match(r"[A-ZÀ-Þ]\w*[A-ZÀ-Þ]|I\b", said) else said[0].lower() + said[1:]
    return f"{opening} {speaker.speaker}{role} {first}."


def _speaker(long_quotes: list[str], sentence: Sentence, paragraph: Paragraph, article: Article) -> ArticleQuote | None:
    """Who says the words that the sentence opens with; a sentence that says more than who spoke keeps its own form."""
    if not long_quotes or not re.match(r"[\"“«]", sentence.text.strip()):
        return None
    beginnings = {one.strip(" ,.")[:30] for one in long_quotes}
    here = (one for one in article.quotes if one.paragraph == paragraph.id and one.speaker)
    return next((one for one in here if one.text.strip(" ,.")[:30] in beginnings), None)
