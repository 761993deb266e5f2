"""The review record: who reviewed what, when, against which source, with which model and prompts (EDITORIAL.md).

What the house can show for its editorial responsibility under the EU AI Act, article 50(4).
"""

from typing import Literal

from schemas.base import Closed
from schemas.errata import Erratum
from schemas.provenance import Provenance
from schemas.review import DraftState
from schemas.source import Format, Supply

__all__ = ["PartChange", "RecordStep", "RecordedSource", "ReviewRecord"]


class RecordedSource(Closed):
    """The source as it was captured; `content_digest` is over its bytes, `article_digest` over what was read of it."""

    address: str
    title: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    captured_at: str = ""
    supply: Supply | None = None
    supplied_by: str = ""
    content_digest: str = ""
    article_digest: str = ""


class PartChange(Closed):
    """One part whose text is not the model's any more: before (empty: new), after (empty: struck), and by whom."""

    part: str
    before: str
    after: str
    by: tuple[str, ...] = ()


class RecordStep(Closed):
    """One act of a person or of the house, in order. `hasty`: accepted within seconds, without an edit;
    `to`: the format it left in; `outside`: what became of a passage of outside knowledge, which `comment` then cites;
    `mended`: written by the model a second time, for what verification had found.
    """

    number: int
    at: str
    actor: str
    kind: str
    part: str = ""
    comment: str = ""
    hasty: bool = False
    to: str = ""
    outside: Literal["", "confirmed", "struck"] = ""
    mended: bool = False


class ReviewRecord(Closed):
    """All of it, for one draft. `chain` is the digest of the last event: it vouches for every one before it."""

    draft: str
    title: str
    format: Format
    state: DraftState
    local_only: bool
    source: RecordedSource
    made_with: tuple[Provenance, ...]
    changes: tuple[PartChange, ...]
    steps: tuple[RecordStep, ...]
    accepted_by: str = ""
    accepted_at: str = ""
    signed_by: str = ""
    signed_at: str = ""
    signed_revision: str = ""
    source_at_signature: str = ""
    errata: tuple[Erratum, ...] = ()
    events: int
    chain: str
