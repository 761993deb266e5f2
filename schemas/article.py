"""The article as it was read: numbered paragraphs, sentences with offsets, the quotes found in it."""

from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from schemas.base import Closed

__all__ = ["Article", "ArticleQuote", "Evidence", "Notice", "Paragraph", "ParagraphKind", "Sentence"]

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
                raise ValueError(f"sentence {sentence.id} does not stand at {sentence.start}:{sentence.end}")
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
        numbered = [
            {**one, "id": f"p{n}"} if isinstance(one, dict) and not one.get("id") else one
            for n, one in enumerate(value["paragraphs"], 1)
        ]
        return {**value, "paragraphs": numbered}

    @property
    def text(self) -> str:
        """The body and its subheadings, a blank line between paragraphs; captions stand apart and are left out."""
        return "\n\n".join(one.text for one in self.paragraphs if one.kind != "caption")

    def paragraph(self, paragraph_id: str) -> Paragraph | None:
        """The paragraph of that id, or None."""
        return next((one for one in self.paragraphs if one.id == paragraph_id), None)
