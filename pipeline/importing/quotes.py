"""Quotations in the running text: a block in quotation marks, and the line that attributes it."""

import re
from dataclasses import dataclass

from pipeline.importing.rows import Row, block_text, blocks
from schemas.draft import BodyParagraph, DraftQuote

__all__ = ["Running", "read_running"]

_PAIRS = (("«", "»"), ("“", "”"), ('"', '"'), ("„", "“"), ("‹", "›"))
_BRACKET = r"\[\s*tradui[^\]]*\]"
_ATTRIBUTION = re.compile(r"^\s*(?:—|–|―|--|-)\s*(\S.*?)\s*$")
_AFTER_MARK = re.compile(r"^(?P<quote>.+[»”\"\]])\s*(?:—|–|―|--)\s+(?P<credits>\S[^»”\"]*)$", re.DOTALL)


@dataclass(frozen=True)
class Running:
    """The running text: paragraphs, and the quotes with the number of paragraphs before each."""

    body: tuple[BodyParagraph, ...]
    quotes: tuple[DraftQuote, ...]


def read_running(rows: tuple[Row, ...], *, outlet: str | None) -> Running:
    """Every block is a paragraph or, in its marks, a quote; `outlet` is the card's, to tell it from a role."""
    body: list[BodyParagraph] = []
    quotes: list[DraftQuote] = []
    groups = blocks(rows)
    while groups:
        group = groups.pop(0)
        said, credits, took_next = _quote_at(group, groups[0] if groups else [])
        if said is None:
            body.append(BodyParagraph(text=block_text(group)))
            continue
        if took_next:
            groups.pop(0)
        speaker, role, where = _credits(credits, outlet)
        quotes.append(DraftQuote(translation=said, speaker=speaker, role=role, outlet=where, position=len(body)))
    return Running(tuple(body), tuple(quotes))


def _quote_at(group: list[Row], following: list[Row]) -> tuple[str | None, str, bool]:
    """The quotation a block holds, its credits, and whether they stood in the following block."""
    own = _ATTRIBUTION.match(group[-1].text) if len(group) > 1 else None
    text = block_text(group[:-1]) if own else block_text(group)
    after = _ATTRIBUTION.match(following[0].text) if not own and len(following) == 1 else None
    same_line = _AFTER_MARK.match(text) if not own else None
    credits = own[1] if own else after[1] if after else ""
    if same_line and unmarked(same_line["quote"], sure=True) is not None:
        return unmarked(same_line["quote"], sure=True), same_line["credits"], False
    is_set_apart = group[0].kind == "quote"
    said = unmarked(text, sure=bool(credits) or is_set_apart)
    if said is None and (is_set_apart or (credits and re.search(_BRACKET, text))):
        said = text
    return said, credits, bool(after) and said is not None


def unmarked(text: str, *, sure: bool) -> str | None:
    """The words between outer quotation marks, the house's bracket at their end wherever it stood; None without marks.

    Unless `sure`, a paragraph that only begins and ends with two different quotations is no quotation.
    """
    for before, after in _PAIRS:
        match = re.fullmatch(
            rf"\s*{before}(?P<inner>.+?){after}(?P<bracket>\s*{_BRACKET})?\s*", text, re.DOTALL | re.IGNORECASE
        )
        if match is None:
            continue
        inner = match["inner"]
        bracket = (match["bracket"] or "").strip()
        if not sure and not bracket and not re.search(_BRACKET, inner) and _breaks(inner, before, after):
            return None
        if before == "«":
            inner = re.sub(r"^[\s\u202f]|[\s\u202f]$", "", inner)
        return f"{inner} {bracket}" if bracket else inner
    return None


def _breaks(inner: str, before: str, after: str) -> bool:
    """Whether the first mark is closed before the end."""
    if before == after:
        return after in inner
    depth = 1
    for char in inner:
        depth += (char == before) - (char == after)
        if depth == 0:
            return True
    return False


def _credits(line: str, outlet: str | None) -> tuple[str, str, str]:
    """`Name, Role, Outlet`; a role may hold commas. Of two parts the second is the outlet if the card says so."""
    parts = line.split(", ") if line else [""]
    if len(parts) == 1:
        return parts[0], "", ""
    if len(parts) == 2:
        is_outlet = outlet is not None and parts[1].casefold() == outlet.casefold()
        return (parts[0], "", parts[1]) if is_outlet else (parts[0], parts[1], "")
    return parts[0], ", ".join(parts[1:-1]), parts[-1]
