"""What some bytes are, judged by themselves and not by what they are called."""

import json
import re
from typing import Literal

from pipeline.charset import decoded, wide_charset

__all__ = ["FRENCH_NAMES", "MEDIA_TYPES", "Kind", "kind_of"]

Kind = Literal["html", "mhtml", "pdf", "text", "feed", "json", "code", "image", "media", "archive", "binary"]

MEDIA_TYPES: dict[Kind, str] = {
    "html": "text/html",
    "mhtml": "multipart/related",
    "pdf": "application/pdf",
    "text": "text/plain",
}
FRENCH_NAMES: dict[Kind, str] = {
    "html": "une page web",
    "mhtml": "une page web archivée (MHTML)",
    "pdf": "un PDF",
    "text": "du texte",
    "feed": "un flux ou un document XML",
    "json": "des données JSON",
    "code": "du code (script ou feuille de style)",
    "image": "une image",
    "media": "un son ou une vidéo",
    "archive": "une archive ou un document bureautique",
    "binary": "des données qui ne sont pas du texte",
}

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"ID3", "media"),
    (b"OggS", "media"),
    (b"fLaC", "media"),
    (b"\x1aE\xdf\xa3", "media"),
    (b"PK\x03\x04", "archive"),
    (b"PK\x05\x06", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"\xd0\xcf\x11\xe0", "archive"),
    (b"{\\rtf", "archive"),
    (b"%!PS", "archive"),
)
_BOXED: dict[bytes, Kind] = {b"WEBP": "image", b"WAVE": "media", b"AVI ": "media"}
_HEAD_BYTES = 4_096
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|article|div|section|main|p|script|h1|a)\b", re.I)
_OPENS_HTML = re.compile(rb"(?><!--.{0,2000}?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_XML = re.compile(rb"<(?:\?xml|rss|feed|rdf|svg|urlset|sitemapindex)\b", re.I)
_CODE = re.compile(r"\b(?:javascript|ecmascript|css)\b")
_MHTML = re.compile(rb"(?im)^content-type:\s*multipart/related")
_HEADER_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[ \t]")
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r\f\x1b")) + b"\x7f"


def kind_of(content: bytes, *, claimed: str = "") -> Kind:
    """The kind of `content`. A claimed media type or kind only tips the balance where the bytes leave it open."""
    magic = _by_magic(content)
    if magic is not None:
        return magic
    head = _plain_head(content)
    if head is None:
        return "binary"
    if _HEADER_LINE.match(head) and _MHTML.search(head.partition(b"\n\n")[0]):
        return "mhtml"
    if _OPENS_HTML.match(head):
        return "html"
    if _XML.match(head):
        return "html" if b"<html" in head.lower() else "feed"
    if head[:1] in (b"{", b"[") and ("json" in claimed or _is_json(content)):
        return "json"
    # A fragment of a page without its opening tags is a page if it was said to be one.
    if "html" in claimed and (_MARKUP.search(head) or _MARKUP.search(content[:200_000])):
        return "html"
    # Code is text as any other to its bytes; what is sent as code was not sent to be read.
    return "code" if _CODE.search(claimed) else "text"


def _is_json(content: bytes) -> bool:
    try:
        return isinstance(json.loads(content), (dict, list))
    except (ValueError, RecursionError):
        return False


def _by_magic(content: bytes) -> Kind | None:
    if b"%PDF-" in content[:1_024]:
        return "pdf"
    for start, kind in _MAGIC:
        if content.startswith(start):
            # Two letters may open a sentence: a bitmap also has a nul in its size.
            return kind if start != b"BM" or b"\0" in content[:14] else None
    if content[:4] == b"RIFF":
        return _BOXED.get(content[8:12], "binary")
    if content[4:8] == b"ftyp":
        return "image" if content[8:12] in (b"avif", b"heic", b"mif1") else "media"
    return None


def _plain_head(content: bytes) -> bytes | None:
    """The first bytes as single-byte text with plain line ends, or None when they are no text at all."""
    head = content[:_HEAD_BYTES]
    if wide := wide_charset(content):
        head = decoded(head[: len(head) // 4 * 4], wide).encode(errors="replace")
    controls = sum(head.count(one) for one in (bytes((n,)) for n in _CONTROLS))
    if controls * 100 > len(head):
        return None
    return head.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").lstrip()
