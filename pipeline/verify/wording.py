"""Words and phrases of the house's lists found in a draft, and how a check of wording says what it found."""

import re
from collections.abc import Iterable

from pipeline.keeping import per_sentence
from pipeline.sentences import split
from pipeline.verify.context import Context
from schemas.finding import Finding, Severity
from schemas.parts import Part

__all__ = [
    "finding",
    "first_of",
    "in_words",
    "masked",
    "phrases",
    "prose",
    "sentences_of",
    "spans_of",
    "stems",
    "whole",
]

_QUOTED = re.compile(r'"[^"\n]*"|“[^“”\n]*”|«[^«»\n]*»')
_NOT_PROSE = re.compile(
    r"`[^`\n]*`|\]\([^)\n]*\)|<[^<>\n]+>|\bhttps?://\S+|\bwww\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|\[traduit [^\]\n]*\]"
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NO_PROSE_PARTS = re.compile(r"slug$|\.(?:speaker|outlet)$")


def prose(context: Context) -> tuple[Part, ...]:
    """The parts that hold French sentences: no slug, no name, nothing empty."""
    return tuple(one for one in context.parts if one.text.strip() and not _NO_PROSE_PARTS.search(one.path))


@per_sentence
def sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of a French part's sentences; the items of a list are split line by line."""
    spans: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        spans += [(at + start, at + end) for start, end in split(line, "fr")]
        at += len(line) + 1
    return tuple(spans)


@per_sentence
def masked(text: str, *, quotes: bool = True) -> str:
    """The text with addresses, code and (unless told) quoted passages blanked out; offsets stay as they are."""
    text = _NOT_PROSE.sub(_blank, text)
    return _QUOTED.sub(_blank, text) if quotes else text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


@per_sentence
def phrases(entries: tuple[str, ...], *, inflected: bool = True) -> re.Pattern[str]:
    """A pattern for the house's phrases: `*` is any ending, any apostrophe and space will do, regular plurals too."""
    if not entries:
        return re.compile(r"(?!)")
    ordered = sorted(entries, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(_phrase(one, inflected) for one in ordered)})(?!\w)", re.IGNORECASE)


@per_sentence
def spans_of(entries: tuple[str, ...], text: str) -> tuple[tuple[int, int], ...]:
    """Where phrases of a list stand in a text; kept, so that an edit costs its own part only."""
    return tuple(match.span() for match in phrases(entries).finditer(text))


def _phrase(entry: str, inflected: bool) -> str:
    body = re.escape(entry.strip()).replace(r"\*", r"\w*").replace("'", "['’]").replace(r"\ ", r"[ \u00a0\u202f]+")
    ending = "(?:s|e|es|x)?" if inflected and entry[-1:].isalpha() else ""
    return body + ending


def in_words(text: str, entry: str) -> bool:
    """Whether a phrase of a list stands in a text."""
    return phrases((entry,)).search(text) is not None


def stems(text: str) -> frozenset[str]:
    """The telling words of a text, cut to their first letters so that forms of one word meet."""
    words = (match[0].casefold().replace("’", "'").rpartition("'")[2] for match in _WORD.finditer(text))
    return frozenset(word[:6] for word in words if len(word) > 3)


def whole(part: Part, code: str, severity: Severity, message: str) -> Finding:
    """A finding on a part as a whole."""
    excerpt = part.text if len(part.text) <= 120 else part.text[:119] + "…"
    return Finding(code=code, severity=severity, part=part.path, excerpt=excerpt, message=message)


def finding(part: Part, span: tuple[int, int], code: str, severity: Severity, message: str) -> Finding:
    """A finding at a place of a part."""
    start, end = span
    return Finding(
        code=code,
        severity=severity,
        part=part.path,
        excerpt=part.text[start:end],
        message=message,
        start=start,
        end=end,
    )


def first_of(parts: Iterable[Part], path: str) -> Part:
    """The part at a path, or an empty one there."""
    return next((one for one in parts if one.path == path), Part(path=path, text=""))
