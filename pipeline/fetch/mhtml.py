"""Saved pages of the .mhtml kind: one e-mail message that holds the page and its pictures."""

import re
from email import policy
from email.errors import MessageError
from email.message import Message
from email.parser import BytesParser

from schemas.base import Closed

__all__ = ["SavedPage", "saved_page"]

# Beyond these no browser goes; the parser's time grows with depth times length, and with the square of a header's.
_PARTS_MAX = 5_000
_NESTING_MAX = 10
_NESTED = re.compile(rb"(?im)^content-type:\s*multipart/")
_TYPE_MAX_BYTES = 2_000
_TYPES = re.compile(rb"(?im)^content-type:[^\n]*(?:\n[ \t][^\n]*)*")


class SavedPage(Closed):
    """The page inside: its bytes, the charset its part names (empty: none), the address it was saved from."""

    html: bytes
    content_type: str
    url: str


def saved_page(content: bytes) -> SavedPage | None:
    """The root page of the archive, or None when there is none to be found."""
    if content.count(b"\n--") > 2 * _PARTS_MAX or len(_NESTED.findall(content)) > _NESTING_MAX:
        return None
    if any(len(one[0]) > _TYPE_MAX_BYTES for one in _TYPES.finditer(content)):
        return None
    try:
        # The newer policy takes headers apart by a grammar that some of them keep busy for hours.
        message = BytesParser(policy=policy.compat32).parsebytes(content)
        part = _root(message)
        if not isinstance(part, Message):
            return None
        html = part.get_payload(decode=True)
        content_type, place = str(part.get("Content-Type", "")), str(part.get("Content-Location", ""))
        url = "".join((str(message.get("Snapshot-Content-Location", "")) or place).split())
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        # The parser of messages meets damaged ones with whatever its parts happen to raise.
        return None
    if not isinstance(html, bytes) or not html.strip():
        return None
    return SavedPage(html=html, content_type=content_type, url=url if url.startswith(("http://", "https://")) else "")


def _root(message: Message) -> object:
    # RFC 2387: `start` names the root by its Content-ID; without it the first part is the root.
    start = message.get_param("start", "")
    first = None
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        if start and str(part.get("Content-ID", "")).strip() == str(start).strip():
            return part
        first = first or part
    return first
