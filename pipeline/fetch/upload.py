"""A source handed over by an editor: a file, or pasted text."""

import re
from datetime import datetime
from pathlib import PurePosixPath
from typing import Literal

from pipeline.charset import charset_of
from pipeline.digests import digest_bytes
from pipeline.errors import SourceFault
from pipeline.fetch.captured import Captured, stamp
from pipeline.fetch.kinds import FRENCH_NAMES, MEDIA_TYPES, Kind, kind_of
from pipeline.fetch.limits import FetchLimits
from pipeline.fetch.mhtml import saved_page
from pipeline.fetch.pdf import pdf_problem
from pipeline.fetch.refusals import refusal
from pipeline.fetch.transport import megabytes
from pipeline.fetch.warc import from_warc
from schemas.source import Refusal, Snapshot

__all__ = ["capture_file"]

_CLAIMS: dict[str, Kind] = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".mhtml", ".mht"), "mhtml"),
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), "text"),
    ".pdf": "pdf",
}
_ARCHIVES = (".warc", ".warc.gz")
_MARKDOWN = (".md", ".markdown")
# Browsers note in a saved page where it came from.
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(https?://[^\s<>]{1,4000}?)\s*-->", re.I)


def capture_file(
    content: bytes,
    *,
    name: str,
    supplied_by: str = "",
    url: str = "",
    now: datetime,
    supply: Literal["uploaded", "pasted"] = "uploaded",
    limits: FetchLimits = FetchLimits(),  # noqa: B008 - a frozen value
) -> Captured | Refusal:
    """The capture of a .html, .mhtml, .txt, .md or .pdf file, or of pasted text (`name` then ends in .txt or .md).

    A .warc or .warc.gz file gives the capture that it holds, as it was made: its address, time and supplier stay.

    The bytes are kept as they came. What they are is judged by themselves; a file that is not what its name says, is
    encrypted, damaged, empty or above `limits.max_bytes` is a Refusal. `url` says where the source stands; without
    it, the address that a saved page carries is taken. `now` has a zone. Blocks up to 20 seconds for a PDF.
    """
    if len(content) > limits.max_bytes:
        return refusal("file_too_large", name=name, limit=megabytes(limits.max_bytes))
    if not content.strip(b" \t\r\n\f\0\xef\xbb\xbf"):
        return refusal("file_empty", name=name)
    extension = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if name.lower().endswith(_ARCHIVES):
        return _archived(content, limits)
    claimed = _CLAIMS.get(extension)
    if claimed is None:
        return refusal("file_type_unknown", name=name)
    kind = kind_of(content, claimed=claimed)
    if kind != claimed:
        return refusal("file_type_mismatch", name=name, what=FRENCH_NAMES[kind])
    problem = _problem(kind, content)
    if problem:
        return refusal(problem, name=name)
    media_type = "text/markdown" if extension in _MARKDOWN else MEDIA_TYPES[kind]
    snapshot = Snapshot(
        requested_url=url or name.encode("utf-8", errors="replace").decode("utf-8"),
        final_url=url or _address_within(kind, content),
        media_type=media_type,
        charset=charset_of(content, markup=kind == "html") if kind in ("html", "text") else None,
        content_digest=digest_bytes(content),
        size_bytes=len(content),
        captured_at=stamp(now),
        supply=supply,
        supplied_by=supplied_by,
    )
    return Captured(snapshot=snapshot, content=content)


def _archived(content: bytes, limits: FetchLimits) -> Captured | Refusal:
    try:
        return from_warc(content, limits=limits)
    except SourceFault as fault:
        return Refusal(code="archive_unreadable", message=fault.message, remedy=fault.remedy)


def _problem(kind: Kind, content: bytes) -> str | None:
    if kind == "pdf":
        return pdf_problem(content)
    if kind == "mhtml" and saved_page(content) is None:
        return "file_damaged"
    return None


def _address_within(kind: Kind, content: bytes) -> str:
    if kind == "mhtml":
        page = saved_page(content)
        return page.url if page else ""
    saved = _SAVED_FROM.search(content[:4_096]) if kind == "html" else None
    return saved[1].decode("ascii", errors="replace") if saved else ""
