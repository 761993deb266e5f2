"""The two kinds of article the house publishes, as drafts (EDITORIAL.md; key names: DESIGN.md, « JSON names »)."""

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, model_validator

from schemas.action import Action
from schemas.article import Evidence
from schemas.base import Closed, check_distinct, misplaced, read_leniently
from schemas.finding import Stance

__all__ = [
    "NAMED",
    "UNREAD",
    "Analyse",
    "Block",
    "BodyParagraph",
    "Draft",
    "DraftQuote",
    "DraftSentence",
    "FrontMatterLine",
    "Pillars",
    "Section",
    "Seo",
    "SourceCard",
    "Synthese",
    "Typography",
    "holders",
    "read_draft",
]

Typography = Literal["classic", "plain"]
# What a file must say to pass for a draft at all; all else has a default.
NAMED = ("format", "title")
# How the note on a key begins that no draft has.
UNREAD = "clé inconnue, non lue"


class DraftSentence(Closed):
    """A sentence of a paragraph: offsets in the paragraph's text, whether it reports or analyses, what supports it."""

    start: int
    end: int
    stance: Stance = "fact"
    evidence: tuple[Evidence, ...] = ()


class BodyParagraph(Closed):
    """A paragraph of running prose."""

    id: str = ""
    text: str
    evidence: tuple[Evidence, ...] = ()
    sentences: tuple[DraftSentence, ...] = ()


class DraftQuote(Closed):
    """A quotation. `translation` has no outer marks and ends in the house's bracket when it was translated.

    `original` is one contiguous passage of the source, word for word; null only when the quote was imported.
    `position` counts the body paragraphs that stand before it.
    """

    id: str = ""
    translation: str
    original: str | None = None
    speaker: str = ""
    role: str = ""
    outlet: str = ""
    position: int = 0


class SourceCard(Closed):
    """The source as the reader sees it: its own title and description, in its own language."""

    url: str = ""
    title: str = ""
    description: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None


class Pillars(Closed):
    """0 the story does not touch it, 1 it does, 2 it stands at its heart (EDITORIAL.md, « score »)."""

    sovereignty: int = Field(0, ge=0, le=2)
    unpredictability: int = Field(0, ge=0, le=2)
    mobility: int = Field(0, ge=0, le=2)
    factuality: int = Field(0, ge=0, le=2)
    solidarity: int = Field(0, ge=0, le=2)

    @property
    def total(self) -> int:
        """The score out of ten."""
        return self.sovereignty + self.unpredictability + self.mobility + self.factuality + self.solidarity


class _Drafted(Closed):
    """What both kinds carry. `declared` names, for parts that are plain text, the paragraphs the model leant on.

    `labelled` is false for an article that was published without the house's AI label: rendering then adds none.
    """

    title: str = ""
    source: SourceCard = SourceCard()
    typography: Typography = "classic"
    labelled: bool = True
    declared: dict[str, tuple[str, ...]] = {}
    unplaced: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Analyse(_Drafted):
    """An analysis with action proposals. `closing` null means the house's; `score` stands alone only when imported."""

    format: Literal["analyse"] = "analyse"
    standfirst: str = ""
    body: tuple[BodyParagraph, ...] = ()
    quotes: tuple[DraftQuote, ...] = ()
    watchpoints: str = ""
    actions: tuple[Action, ...] = ()
    score: int | None = Field(None, ge=0, le=10)
    pillars: Pillars | None = None
    pillar_reasons: dict[str, str] = {}
    date: str = ""
    closing: str | None = None


class Block(Closed):
    """A paragraph or list of a section; `text` is inline Markdown kept to the byte, a list's with its `- ` markers."""

    id: str = ""
    kind: Literal["paragraph", "list"] = "paragraph"
    text: str
    evidence: tuple[Evidence, ...] = ()
    sentences: tuple[DraftSentence, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


class Section(Closed):
    """A heading and what stands under it; `level` 2 or 3."""

    id: str = ""
    heading: str
    level: int = Field(2, ge=2, le=6)
    blocks: tuple[Block, ...] = ()


class Seo(Closed):
    """The search engine's title and description."""

    title: str = ""
    description: str = ""


class FrontMatterLine(Closed):
    """One line of front matter as it was written; an empty key is a blank line. The order is the file's."""

    key: str
    raw: str


class Synthese(_Drafted):
    """A synthesis in sections. `front_matter` keeps an imported file's own lines, order and quoting."""

    format: Literal["synthese"] = "synthese"
    tldr: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    seo: Seo = Seo()
    slug: str = ""
    canonical: str = ""
    front_matter: tuple[FrontMatterLine, ...] = ()


Draft = Annotated[Analyse | Synthese, Field(discriminator="format")]
DRAFT: TypeAdapter[Analyse | Synthese] = TypeAdapter(Draft)


def read_draft(data: Any) -> Analyse | Synthese:
    """A draft from outside JSON: missing ids are given, unknown keys end in `notes`. Raises ValidationError.

    What our own writing never gets wrong is looked at here only: that sentences lie in their text, and ids differ.
    """
    kind: type[Analyse] | type[Synthese] = Analyse
    if isinstance(data, dict) and data.get("format") == "synthese":
        kind = Synthese
    if isinstance(data, dict):
        # An export says in words what a draft has as `labelled`.
        data = {key: value for key, value in data.items() if key != "ai_label"}
    draft: Analyse | Synthese
    draft, dropped = read_leniently(kind, data)
    if dropped:
        draft = draft.model_copy(update={"notes": (*draft.notes, *(f"{UNREAD}\u00a0: {at}" for at in dropped))})
    draft = with_ids(draft)
    _check_names(draft)
    _check_sentences(draft)
    return draft


def _check_names(draft: Analyse | Synthese) -> None:
    if isinstance(draft, Analyse):
        lists: dict[str, tuple[Any, ...]] = {"body": draft.body, "quotes": draft.quotes, "actions": draft.actions}
    else:
        lists = {"sections": draft.sections}
    for name, items in lists.items():
        check_distinct(name, [one.id for one in items])


def holders(draft: Analyse | Synthese) -> list[tuple[tuple[int | str, ...], BodyParagraph | Block]]:
    """What has sentences and evidence of its own, each with its place in the file."""
    if isinstance(draft, Analyse):
        return [(("body", n), one) for n, one in enumerate(draft.body)]
    return [
        (("sections", n, "blocks", m), block)
        for n, section in enumerate(draft.sections)
        for m, block in enumerate(section.blocks)
    ]


def _check_sentences(draft: Analyse | Synthese) -> None:
    for place, holder in holders(draft):
        for number, one in enumerate(holder.sentences):
            if not 0 <= one.start <= one.end <= len(holder.text):
                said = f"la phrase {one.start}–{one.end} sort du texte, long de {len(holder.text)} caractères"
                raise misplaced((*place, "sentences", number), said, one)


def with_ids(draft: Analyse | Synthese) -> Analyse | Synthese:
    """The same draft with an id wherever one was missing: b1…, q1…, a1…, s1… and s1.b1…"""
    if isinstance(draft, Analyse):
        return draft.model_copy(
            update={
                "body": _numbered(draft.body, "b"),
                "quotes": _numbered(draft.quotes, "q"),
                "actions": _numbered(draft.actions, "a"),
            }
        )
    sections = tuple(
        one.model_copy(update={"blocks": _numbered(one.blocks, f"{one.id}.b")})
        for one in _numbered(draft.sections, "s")
    )
    return draft.model_copy(update={"sections": sections})


def _numbered(items: tuple[Any, ...], prefix: str) -> tuple[Any, ...]:
    taken = {one.id for one in items}
    free = (name for n in range(1, 10_000) if (name := f"{prefix}{n}") not in taken)
    return tuple(one if one.id else one.model_copy(update={"id": next(free)}) for one in items)
