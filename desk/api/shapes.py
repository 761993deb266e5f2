"""What the API takes and gives. Requests are closed: a key that nobody declared is refused, not passed over."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from pipeline.gates.delivery import DeliveryTarget
from schemas.base import Closed
from schemas.draft import Draft
from schemas.errata import Erratum
from schemas.finding import Finding
from schemas.review import DraftRow, DraftState, Event
from schemas.source import Format

__all__ = [
    "Address",
    "Correction",
    "Decision",
    "DraftId",
    "DraftLine",
    "DraftList",
    "DraftSheet",
    "ExportRequest",
    "Exported",
    "Fault",
    "FoundPoint",
    "Signature",
    "Submission",
    "Words",
    "line_of",
]


def _without_nul(text: str) -> str:
    if "\x00" in text:
        raise ValueError("U+0000")
    return text


Words = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_without_nul)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2_000_000), AfterValidator(_without_nul)]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s\x00-\x1f]+$", max_length=4000)]
DraftId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8,32}$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Fault(Closed):
    """What went wrong: one French sentence, and what helps. `existing`: drafts that the same address has already."""

    message: str
    remedy: str = ""
    existing: tuple[str, ...] = ()


class Submission(Closed):
    """A source: an address, or a text with or without the address it came from.

    `again`: ask for another draft although the address has one.
    """

    url: Address | None = None
    text: Text | None = None
    format: Format = "analyse"
    note: Words = ""
    local_only: bool = False
    again: bool = False


class DraftLine(Closed):
    """Where a draft stands. `reason` and `remedy` say why it is held or parked; `revision` names its current text."""

    id: str
    state: DraftState
    format: Format
    source: str
    title: str
    submitted_by: str
    note: str
    local_only: bool
    reason: str
    remedy: str
    revision: str | None
    signed_revision: str | None
    blocking: int
    warnings: int
    created_at: str
    updated_at: str


class DraftList(Closed):
    """Drafts that were asked for; `more`: others follow after `skip` + their number."""

    drafts: tuple[DraftLine, ...]
    more: bool


class FoundPoint(Closed):
    """A finding of the current text, and who answered for it; nobody: empty."""

    finding: Finding
    answered_by: str = ""


class DraftSheet(Closed):
    """A draft with its text (null before there is one), what verification found, and all that happened."""

    line: DraftLine
    draft: Draft | None
    findings: tuple[FoundPoint, ...]
    errata: tuple[Erratum, ...]
    events: tuple[Event, ...]


class Decision(Closed):
    """A decision on the revision that was read, or on one part of it.

    At the source gate `accept` confirms the source, and no revision is named.
    """

    decision: Literal["accept", "reject", "regenerate"]
    revision: Digest | None = None
    part: Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_without_nul)] | None = None
    comment: Words = ""


class Signature(Closed):
    """The bon à tirer for the revision that was read; `despite_source`: although the source changed or went."""

    revision: Digest
    despite_source: bool = False


class ExportRequest(Closed):
    """What a signed draft is to leave the house as."""

    format: DeliveryTarget = "markdown"


class Exported(Closed):
    """The file's name, its media type and its text."""

    name: str
    media_type: str
    text: str


class Correction(Closed):
    """An erratum to a text that was published, in the words its readers will see."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=1000), AfterValidator(_without_nul)] = Field(
        examples=["Le port a relevé 640 000 appareils, et non 64 000."]
    )


def line_of(row: DraftRow) -> DraftLine:
    """Where a draft stands, as other tools see it."""
    known = row.model_dump(mode="json", include=set(DraftLine.model_fields))
    request = row.request.model_dump(mode="json", include={"submitted_by", "note", "local_only"})
    return DraftLine.model_validate(known | request)
