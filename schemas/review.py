"""Drafts under review: where one stands, what happened to it, who decided what."""

from typing import Any, Literal

from schemas.base import Closed
from schemas.source import Format, SourceRequest

__all__ = ["DecisionKind", "DraftRow", "DraftState", "Event", "EventKind"]

# working: a segment runs or waits for a worker; parked: stopped with a reason that a person can remedy.
DraftState = Literal["working", "source_gate", "review_gate", "press_gate", "signed", "parked", "rejected"]
DecisionKind = Literal["accept", "reject", "regenerate"]
EventKind = Literal[
    "submitted",
    "captured",
    "held",
    "generated",
    "verified",
    "judged",
    "unmended",
    "edited",
    "proposed",
    "commented",
    "accepted",
    "dismissed",
    "declined",
    "rejected",
    "regenerated",
    "parked",
    "resumed",
    "voided",
    "signed",
    "exported",
    "corrected",
    "pruned",
]


class Event(Closed):
    """One line of a draft's history. `digest` is over the line and the digest of the one before: a chain."""

    draft_id: str
    number: int
    at: str
    kind: EventKind
    actor: str
    payload: dict[str, Any] = {}
    previous_digest: str
    digest: str


class DraftRow(Closed):
    """One draft as the queue shows it. Digests name payloads: `revision` is the current text, None before there is one.

    `run` counts the times work was begun on it; `reason`, `remedy` and `exit_code` say why it is held or parked.
    """

    id: str
    request: SourceRequest
    source: str
    format: Format
    state: DraftState
    run: int
    reason: str
    remedy: str
    exit_code: int
    title: str
    snapshot: str | None
    article: str | None
    translation: str | None
    revision: str | None
    verification: str | None
    signed_revision: str | None
    blocking: int
    warnings: int
    created_at: str
    updated_at: str
