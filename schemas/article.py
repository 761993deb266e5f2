"""The article as it was read: numbered paragraphs, sentences with offsets, the quotes found in it."""

from datetime import datetime
from itertools import count
from typing import Any, Literal, get_args

from pydantic import Field, field_validator, model_validator

from schemas.base import Closed, check_distinct, read_leniently

__all__ = [
    "Article",
    "ArticleQuote",
    "Evidence",
    "Notice",
    "Paragraph",
    "ParagraphKind",
    "Sentence",
    "article_from_json",
]

ParagraphKind = Literal["body", "heading", "list_item", "quote", "embed", "caption"]


class Sentence(Closed):
    """One sentence of a paragraph; `start` and `end` count characters in that paragraph's text."""

    id: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Paragraph(Closed):
    """A paragraph in reading order; `id` is `p1`, `p2`, … over all kinds."""

    id: str = ""
    text: str
    kind: ParagraphKind = "body"
    sentences: tuple[Sentence, ...] = ()

    @model_validator(mode="after")
    def _offsets_hold(self) -> "Paragraph":
        for sentence in self.sentences:
            if self.text[sentence.start : sentence.end] != sentence.text:
                raise ValueError(f"la phrase {sentence.id} n’y est pas à {sentence.start}–{sentence.end}")
        return self


class ArticleQuote(Closed):
    """A person's words between quotation marks in the source; offsets count in the paragraph's text, marks excluded."""

    id: str = ""
    text: str
    paragraph: str
    start: int | None = None
    end: int | None = None
    speaker: str | None = None
    role: str | None = None


class Notice(Closed):
    """A doubt about the source, said: a stable `code` and a French sentence for the editor."""

    code: str
    message: str = ""


class Evidence(Closed):
    """A place in the article. No offsets: the whole paragraph. `paragraph` may be `title` or `description`.

    `strength` is 0 to 1; `via` says how the place was found.
    """

    paragraph: str
    start: int | None = None
    end: int | None = None
    strength: float | None = None
    via: Literal["declared", "figures", "names", "wording", "embedding"] = "declared"

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, value: Any) -> Any:
        return {"paragraph": value} if isinstance(value, str) else value


class Article(Closed):
    """The text a draft answers. `published` is ISO 8601, with a zone where the page has one; `language` ISO 639-1."""

    url: str
    title: str
    description: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    canonical: str | None = None
    paragraphs: tuple[Paragraph, ...]
    quotes: tuple[ArticleQuote, ...] = ()
    warnings: tuple[Notice, ...] = ()

    @field_validator("warnings", mode="before")
    @classmethod
    def _from_codes(cls, value: Any) -> Any:
        return [{"code": one} if isinstance(one, str) else one for one in value or ()]

    @model_validator(mode="before")
    @classmethod
    def _number_paragraphs(cls, value: Any) -> Any:
        if not isinstance(value, dict) or not isinstance(value.get("paragraphs"), list | tuple):
            return value
        taken = {one.get("id") for one in value["paragraphs"] if isinstance(one, dict)}
        free = (name for n in count(1) if (name := f"p{n}") not in taken)
        numbered = [
            {**one, "id": next(free)} if isinstance(one, dict) and not one.get("id") else one
            for one in value["paragraphs"]
        ]
        return {**value, "paragraphs": numbered}

    @property
    def text(self) -> str:
        """The body and its subheadings, a blank line between paragraphs; captions stand apart and are left out."""
        return "\n\n".join(one.text for one in self.paragraphs if one.kind != "caption")

    def paragraph(self, paragraph_id: str) -> Paragraph | None:
        """The paragraph of that id, or None."""
        return next((one for one in self.paragraphs if one.id == paragraph_id), None)


def article_from_json(data: Any) -> tuple[Article, tuple[str, ...]]:
    """An article from outside JSON, and in French what was read otherwise than written. Raises ValidationError.

    Unknown keys are left out, unknown kinds of paragraph are body, a `published` that is no date is none; a quote that
    does not say where it stands is looked for.
    """
    notes: list[str] = []
    if isinstance(data, dict) and isinstance(data.get("paragraphs"), list):
        paragraphs = [_of_known_kind(one, notes) for one in data["paragraphs"]]
        quotes = data.get("quotes") or []
        if isinstance(quotes, list):
            quotes = [found for one in quotes if (found := _placed(one, paragraphs, notes)) is not None]
        data = {**data, "paragraphs": paragraphs, "quotes": quotes, "published": _dated(data, notes)}
    article, dropped = read_leniently(Article, data)
    check_distinct("paragraphs", [one.id for one in article.paragraphs])
    return article, (*notes, *(f"Clé inconnue dans l’article, non lue\u00a0: {place}" for place in dropped))


def _dated(data: dict[str, Any], notes: list[str]) -> Any:
    published = data.get("published")
    try:
        datetime.fromisoformat(published or "2026-03-03")
    except TypeError:
        # No text at all: the schema says so.
        return published
    except ValueError:
        notes.append(f"Date de parution illisible, non lue (attendue comme 2026-03-03)\u00a0: {published}")
        return None
    return published


def _of_known_kind(paragraph: Any, notes: list[str]) -> Any:
    if not isinstance(paragraph, dict) or paragraph.get("kind", "body") in get_args(ParagraphKind):
        return paragraph
    if paragraph["kind"]:
        notes.append(f"Genre de paragraphe inconnu, lu comme texte courant\u00a0: {paragraph['kind']}")
    return {**paragraph, "kind": "body"}


def _placed(quote: Any, paragraphs: list[Any], notes: list[str]) -> Any:
    """The quote with the paragraph that holds its words; None, and a note, where none does or there are no words."""
    if not isinstance(quote, dict) or (quote.get("paragraph") and quote.get("text")):
        return quote
    text = quote.get("text") or ""
    for number, one in enumerate(paragraphs, 1):
        if text and isinstance(one, dict) and text in str(one.get("text")):
            return {**quote, "paragraph": one.get("id") or f"p{number}"}
    notes.append(f"Citation de l’article sans place ou sans texte, non lue\u00a0: {text}")
    return None
