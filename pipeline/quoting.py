"""Quotations of a draft: the source's words are always copied from the article, never taken from a model."""

import re
from typing import NamedTuple

from pipeline.heard import heard
from pipeline.typography import typeset
from schemas.article import Article
from schemas.draft import DraftQuote
from schemas.house import House
from schemas.replies import QuoteReply

__all__ = ["bare", "locate", "quoted", "translated_mark"]

_SAME = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ′‚‛", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u202f\u2009\u2002\u2003\t\n\r", " "),
    }
)
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_OUTER = " \t\n\"'“”„«»‘’\u00a0\u202f"
_FEWEST_WORDS = 3


class _Words(NamedTuple):
    """The source's exact words, and what the article knows about who said them."""

    text: str
    speaker: str | None
    role: str | None
    by_id: bool


def quoted(
    replies: list[QuoteReply], article: Article, *, house: House, body_paragraphs: int
) -> tuple[tuple[DraftQuote, ...], tuple[str, ...]]:
    """The quotations of a reply that the article bears out, in order of their place; and a French note on each other.

    EDITORIAL.md, « Facts » 2: one contiguous passage, kept word for word; speaker and outlet are the source's.
    """
    made: list[DraftQuote] = []
    notes: list[str] = []
    for reply in replies:
        words = _source_words(reply, article)
        if words is not None and words.text in {one.original for one in made}:
            continue
        translation = _translation(reply, words, article, house) if words else None
        if words is None or translation is None or len(made) == house.limits.quotes_max:
            notes.append(_left_out(reply, words, has_french=translation is not None))
            continue
        made.append(
            DraftQuote(
                translation=translation,
                original=words.text,
                speaker=_speaker(reply, words, article),
                role=typeset(reply.role.strip() or (words.role or ""), house.typography),
                outlet=article.outlet or "",
                position=min(max(reply.after_paragraph, 1), max(body_paragraphs, 1)),
            )
        )
    ordered = sorted(made, key=lambda one: one.position)
    return tuple(one.model_copy(update={"id": f"q{n}"}) for n, one in enumerate(ordered, 1)), tuple(notes)


def translated_mark(article: Article, house: House) -> str:
    """The bracket that ends a translated quotation; empty for a French article or a language without a mark."""
    return "" if article.language == "fr" else house.texts.translated_mark.get(article.language or "en", "")


def locate(needle: str, article: Article) -> str | None:
    """The exact words of the one contiguous passage that `needle` copies, from text, description or title.

    Quotation marks, dashes and spaces may differ; nothing else may. None when it stands nowhere.
    """
    wanted, _ = _folded(needle.strip(_OUTER + "…."))
    if len(wanted.split()) < _FEWEST_WORDS:
        return None
    for text in (*(one.text for one in article.paragraphs), article.description or "", article.title):
        folded, places = _folded(text)
        at = _at_word(wanted, folded)
        if at is not None:
            return text[places[at] : places[at + len(wanted) - 1] + 1]
    return None


def bare(text: str) -> str:
    """A text without its outer quotation marks."""
    return text.strip(_OUTER)


def _at_word(wanted: str, text: str) -> int | None:
    match = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)
    return match.start() if match else None


def _folded(text: str) -> tuple[str, list[int]]:
    """The text with look-alike characters made one, and for each character kept its place in the original."""
    kept: list[str] = []
    places: list[int] = []
    for at, one in enumerate(text.translate(_SAME)):
        if one in _INVISIBLE or (one == " " and kept and kept[-1] == " "):
            continue
        kept.append(one)
        places.append(at)
    return "".join(kept), places


def _source_words(reply: QuoteReply, article: Article) -> _Words | None:
    known = next((one for one in article.quotes if one.id and one.id == reply.quote_id.strip()), None)
    if known is not None:
        return _Words(known.text, known.speaker, known.role, by_id=True)
    passage = locate(reply.original, article)
    if passage is None:
        return None
    # The model may copy a person's words instead of naming the quote's id: the speaker is still the article's.
    holder = next((one for one in article.quotes if passage in one.text), None)
    return _Words(
        passage, holder.speaker if holder else None, holder.role if holder else None, by_id=holder is not None
    )


def _translation(reply: QuoteReply, words: _Words, article: Article, house: House) -> str | None:
    if article.language == "fr":
        # A comma before the closing mark is the sentence’s around it.
        return typeset(bare(words.text).rstrip(" ,"), house.typography)
    mark = translated_mark(article, house)
    french = bare(reply.translation.replace(mark, "") if mark else reply.translation)
    return f"{typeset(french, house.typography)} {mark}".strip() if french else None


def _left_out(reply: QuoteReply, words: _Words | None, *, has_french: bool) -> str:
    """What a reviewer reads of a quotation that is not in the draft: the words as the model gave them, and why."""
    given = bare(heard(words.text if words else reply.original or reply.translation or reply.quote_id))
    if words is None:
        why = "ces mots du modèle ne se trouvent nulle part tels quels dans la source"
    else:
        why = "la maison n’en veut pas davantage" if has_french else "le modèle ne l’a pas traduite"
    return f"Citation laissée de côté, {why}\u00a0: «\u00a0{given}\u00a0»"


def _speaker(reply: QuoteReply, words: _Words, article: Article) -> str:
    """The source's own name for who speaks; a name that the source does not hold is not taken from the model."""
    if words.speaker:
        return words.speaker
    named = reply.speaker.strip()
    everything, _ = _folded(" ".join((article.text, article.title, article.description or "", *article.authors)))
    if named and _folded(named)[0] in everything:
        return named
    return "" if words.by_id else ", ".join(article.authors)
