"""What a reader sees first: the title, and the standfirst from what the description says."""

import re
from collections.abc import Sequence

from pipeline.compose_by_choice.asking import Passage
from pipeline.compose_by_choice.rendering import Rendering
from pipeline.compose_by_choice.selecting import is_news
from pipeline.sentences import split
from schemas.article import Article

__all__ = ["NAMES", "POINTING", "described", "summed_up", "title_of"]

# French words that say whom or what only beside another sentence.
POINTING = re.compile(
    r"\b(?:ces|cette|cet|ceux-ci|cel(?:ui|le|les)-ci|l[ae] derni(?:er|ère))\b"
    r"|^Selon [^,]+, (?:ils?|elles?|cela|c['’]est)\b",
    re.IGNORECASE,
)
# « Elle promet d’y mettre fin », « Son rapport »: of whom the sentence before tells.
_LEANS = re.compile(r"(?:Il|Elle|Ils|Elles|Son|Sa|Ses|Leurs?|Cela|Ce|Cette|Ces|Cet)\b")
# A name or a figure: « Le ministre refuse » is no title.
NAMES = re.compile(r"(?<=\w )(?:\w[’'])?[A-ZÀ-Þ]\w|\d")
_STANDFIRST_LEAST = 60
# The headlines of our samples that read as French scored .45 and more.
_GOOD_ENOUGH = 0.35


def described(article: Article) -> list[Passage]:
    """The sentences of the description, and what a semicolon parts in them, each to be rendered alone; none where it is
    no news.
    """
    text = article.description if article.description and is_news(article.description) else ""
    said = (part for start, end in split(text, article.language or "en") for part in text[start:end].split(";"))
    return [Passage(_sentence(part.strip()), thoroughly=True) for part in said if part.strip()]


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}" if text[-1] in '.?!…”»"' else f"{text[0].upper()}{text[1:]}."


def summed_up(sentences: Sequence[Rendering | None], most: int) -> str:
    """The standfirst: the sentences that rendered whole and stand without the others, as many as fit in `most`
    characters; empty where they tell too little.
    """
    told = ""
    for n, one in enumerate(sentences):
        leans = n and not told and one and _LEANS.match(one.french)
        if one is not None and one.is_whole and not leans and len(told) + len(one.french) < most:
            told = f"{told} {one.french}".strip()
    return told if len(told) >= _STANDFIRST_LEAST else ""


def title_of(
    headline: Rendering | None, sentences: Sequence[Rendering | None], most: int
) -> tuple[str, list[Rendering | None]]:
    """The headline in French where it rendered whole, else a sentence of the description that did and that names
    somebody or something, which is then taken out of it; empty where none did.
    """
    if headline is not None and headline.is_whole and headline.score >= _GOOD_ENOUGH:
        return headline.french, list(sentences)
    for n, one in enumerate(sentences):
        if one is None or not one.is_whole or len(one.french) > most or not NAMES.search(one.french):
            continue
        if not _LEANS.match(one.french) and not POINTING.search(one.french):
            return one.french.rstrip("."), [*sentences[:n], *sentences[n + 1 :]]
    return "", list(sentences)
