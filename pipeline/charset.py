"""Which character encoding a page is in: what it carries, what it was sent with, what it says, what it looks like."""

import codecs
import re
from email.message import Message

import charset_normalizer

__all__ = ["charset_of", "decoded", "header_charset", "wide_charset"]

# The marks of UTF-32 begin like those of UTF-16 and are looked for first.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE_MIN_PAIRS = 8
_META = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,1000}?(?:charset|encoding)\s*=\s*[\"']?\s*([a-zA-Z0-9_.:-]{2,40})", re.I)
_META_WITHIN_BYTES = 8_192
_LOOKED_AT_BYTES = 200_000
# The names by which browsers mean the wider Windows encoding (WHATWG, « Encoding »).
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_WIDER |= {"shift_jis": "cp932", "euc_kr": "cp949", "iso8859-11": "cp874", "tis-620": "cp874"}
# What pages that do not say are found in; on a tie the western one is likelier where English and French are read.
_ON_THE_WEB = [
    *("cp1252", "cp1250", "iso8859_2", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949"),
]
# Accented letters and typography of western European text; in other scripts' encodings high bytes come in runs.
_WESTERN = frozenset(
    "àâäáãåçéèêëîïíìôöóòõœæùûüúÿñßÀÂÄÁÇÉÈÊËÎÏÔÖŒÆÙÛÜÑ«»‘’“”‚„…–—•·°€£§©®™\u00a0ªº¿¡½¼".encode("cp1252")
)
# Names that Python gives to things no page is written in.
_NOT_FOR_PAGES = ("utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined")


def charset_of(content: bytes, *, content_type: str = "", markup: bool = True) -> str:
    """The encoding, by a name Python knows: byte order mark, then header, then meta (if `markup`), then the bytes.

    What header or meta say is taken only if the bytes can be read that way: many pages say one thing and are another.
    Text in another encoding is hardly ever UTF-8 by chance, so bytes that are UTF-8 are believed over both.
    """
    marked = next((name for mark, name in _BOMS if content.startswith(mark)), None) or wide_charset(content)
    if marked:
        return marked
    if not content.isascii() and _reads(content, "utf-8"):
        return "utf-8"
    said = [header_charset(content_type)]
    if markup and (meta := _META.search(content[:_META_WITHIN_BYTES])):
        said.append(meta[1].decode("ascii"))
    for name in filter(None, map(_known, said)):
        if _reads(content, name):
            return name
    return _looks_like(content)


def wide_charset(content: bytes) -> str | None:
    """The encoding of more than one byte a character that the bytes show by their mark or, unmarked, by their nuls.

    Markup and western text have a nul in one half of nearly every pair and never in the other; no text of single
    bytes has any.
    """
    for mark, name in _BOMS[1:]:
        if content.startswith(mark):
            return name
    head = content[:_META_WITHIN_BYTES]
    pairs = len(head) // 2
    first, second = head[::2].count(0), head[1::2].count(0)
    if pairs < _WIDE_MIN_PAIRS or min(first, second) or max(first, second) * 2 < pairs:
        return None
    return "utf-16-be" if first else "utf-16-le"


def header_charset(content_type: str) -> str:
    """The charset parameter of a Content-Type header, or an empty string."""
    header = Message()
    header["Content-Type"] = content_type.replace("\r", " ").replace("\n", " ")
    return header.get_content_charset("")


def decoded(content: bytes, charset: str) -> str:
    """The text, without its byte order mark; what cannot be read becomes U+FFFD."""
    return content.decode(charset, errors="replace").removeprefix("\ufeff")


def _known(name: str) -> str | None:
    try:
        plain = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    return None if plain in _NOT_FOR_PAGES else _WIDER.get(plain, plain)


def _reads(content: bytes, name: str, *, damaged_per_mille: int = 1) -> bool:
    """Whether the bytes make sense that way; a few damaged characters in a long page do not count against it."""
    if name.startswith(("utf-16", "utf-32")) and b"\0" not in content:
        return False
    try:
        text = content.decode(name, errors="replace")
    except (LookupError, ValueError):
        return False
    return text.count("\ufffd") * 1_000 <= len(text) * damaged_per_mille


def _looks_like(content: bytes) -> str:
    if _reads(content, "utf-8"):
        return "utf-8"
    if _is_western(content[:_LOOKED_AT_BYTES]):
        return "cp1252"
    matches = charset_normalizer.from_bytes(content[:_LOOKED_AT_BYTES], cp_isolation=_ON_THE_WEB)
    best = matches.best()
    western = next((one for one in matches if "cp1252" in one.could_be_from_charset), None)
    if best is None or (western and western.chaos <= best.chaos and best.coherence - western.coherence < 0.15):
        return "cp1252"
    return codecs.lookup(best.encoding).name


def _is_western(content: bytes) -> bool:
    high = [one for one in content if one >= 0x80]
    letters = sum(1 for one in content if chr(one).isalpha())
    return len(high) * 4 <= letters and all(one in _WESTERN for one in high)
