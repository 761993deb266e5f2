"""What an editor asks for, and what was captured of it."""

from typing import Literal

from schemas.base import Closed

__all__ = ["Format", "Refusal", "Snapshot", "SourceRequest", "Supply"]

Format = Literal["analyse", "synthese"]
Supply = Literal["fetched", "uploaded", "pasted"]


class SourceRequest(Closed):
    """One submission: a source (URL or file name), the kind of article wanted, who asked."""

    source: str
    format: Format = "analyse"
    submitted_by: str = ""
    note: str = ""
    local_only: bool = False


class Snapshot(Closed):
    """The bytes of a source as captured, kept as evidence. `content_digest` names the bytes in the store."""

    requested_url: str
    final_url: str
    redirects: tuple[str, ...] = ()
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str
    charset: str | None = None
    content_digest: str
    size_bytes: int
    captured_at: str
    supply: Supply
    supplied_by: str = ""


class Refusal(Closed):
    """A source that was not taken: a value to branch on, never an exception. One sentence and its remedy, in French."""

    code: str
    message: str
    remedy: str
