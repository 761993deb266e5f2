"""The top of an analysis: title, standfirst, date, source card; what follows is the running text."""

import re
from dataclasses import dataclass, field

from py3langid.langid import classify

from pipeline.importing.rows import BULLET, Row, block_text, blocks, folded
from schemas.draft import SourceCard

__all__ = ["Head", "is_date", "read_head"]

_MONTH = (
    r"(?:janv(?:ier|\.)?|f[ée]vr?(?:ier|\.)?|mars|avr(?:il|\.)?|mai|juin|juil(?:let|\.)?|ao[uû]t|sept(?:embre|\.)?"
    r"|oct(?:obre|\.)?|nov(?:embre|\.)?|d[ée]c(?:embre|\.)?)"
)
_DAY = r"(?:lun|mar|mer|jeu|ven|sam|dim)[a-zé]*\.?,?\s+"
_DATE = re.compile(
    rf"\W*(?:par\s+\D{{2,60}}?[,|·–—-]\s*)?(?:(?:publié|mis en ligne|mis à jour|posté|paru)e?\s+)?"
    rf"(?:le\s+|:\s*)?(?:{_DAY})?"
    rf"(?:\d{{1,2}}(?:er)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{4}}|\d{{1,2}}[/.\-]\d{{1,2}}[/.\-](?:\d{{4}}|\d{{2}})"
    r"|\d{4}-\d{2}-\d{2})(?:[T\s,·|–—-]+(?:à\s+)?\d{1,2}\s*[h:]\s*\d{0,2}(?:[:.\dZ+]*)?)?\W*(?:\d+ min\b.{0,20})?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\W*(?:source\s*:?\s*)?(https?://\S+)\W*", re.IGNORECASE)
_LABEL = re.compile(r"^\W*source\s*:\s*", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:www\.)?[\w\-]+(?:\.[\w\-]+)*\.[a-z]{2,}", re.IGNORECASE)
_OUTLET = re.compile(r"^.+\S\s+(?P<mark>[|·]|[-–—])\s+(?P<outlet>[^|]{2,60}?)\s*$")
_STANDFIRST_MAX = 340
_CARD_LINE_MAX = 260


@dataclass(frozen=True)
class Head:
    """What the top held; `rest` is the running text, `leftover` what had no place in a head."""

    title: str = ""
    standfirst: str = ""
    date: str = ""
    source: SourceCard = field(default_factory=SourceCard)
    rest: tuple[Row, ...] = ()
    leftover: tuple[Row, ...] = ()


def is_date(text: str) -> bool:
    """Whether the line is a date in one of the forms French sites use, and nothing else."""
    return bool(_DATE.fullmatch(text.strip()))


def read_head(rows: tuple[Row, ...], *, standfirst_max: int = _STANDFIRST_MAX) -> Head:
    """Take the head off the running text. The rows of `rest` and `leftover` and the fields hold every row given."""
    if not rows:
        return Head()
    title, rest = rows[0], list(rows[1:])
    date = next((n for n, row in enumerate(rest[:12]) if is_date(row.text)), None)
    dated = rest[date].text if date is not None else ""
    before = rest[:date] if date is not None else []
    after = rest[date + 1 :] if date is not None else rest
    same_block = rest[date].block if date is not None else None
    standfirst_rows, early_card = _split_card(before, title.text)
    if date is None or not standfirst_rows:
        late, after = _standfirst(after, title.text, same_block, standfirst_max)
        standfirst_rows = standfirst_rows or late
    card, body = _take_card(after, title.text, same_block)
    source, leftover = _read_card([*early_card, *card], title.text)
    return Head(title.text, block_text(standfirst_rows), dated, source, tuple(body), tuple(leftover))


def _split_card(rows: list[Row], title: str) -> tuple[list[Row], list[Row]]:
    """Rows before the date: the standfirst, and a card if one stands there."""
    at = next((n for n, row in enumerate(rows) if _opens_card(row, title)), len(rows))
    return rows[:at], rows[at:]


def _standfirst(rows: list[Row], title: str, date_block: int | None, longest: int) -> tuple[list[Row], list[Row]]:
    """A standfirst that stands after the date, or where there is no date: short, and before the card or the text."""
    groups = blocks(rows)
    if not groups or groups[0][0].block == date_block or _opens_card(groups[0][0], title):
        return [], rows
    first = groups[0]
    then = groups[1] if len(groups) > 1 else []
    if len(block_text(first)) > longest or first[0].kind not in ("text", "heading") or BULLET.match(first[0].text):
        return [], rows
    is_short = bool(then) and (_opens_card(then[0], title) or len(groups) > 2)
    return (first, rows[len(first) :]) if is_short and len(first) == 1 else ([], rows)


def _opens_card(row: Row, title: str) -> bool:
    if row.kind == "card" or (row.href and len(row.text) <= _CARD_LINE_MAX):
        return True
    if folded(row.text) == folded(title) or _ADDRESS.fullmatch(row.text) or _LABEL.match(row.text):
        return True
    return "|" in row.text and len(row.text) <= _CARD_LINE_MAX and bool(_OUTLET.match(row.text))


def _take_card(rows: list[Row], title: str, date_block: int | None) -> tuple[list[Row], list[Row]]:
    """The card's rows at the head of `rows`: the rest of the date's block, or a block that opens as a card does."""
    groups = blocks(rows)
    if not groups:
        return [], []
    if groups[0][0].block == date_block or groups[0][0].kind == "card":
        card, groups = groups[0], groups[1:]
        while groups and groups[0][0].kind == "card":
            card, groups = card + groups[0], groups[1:]
    elif _opens_card(groups[0][0], title):
        card, groups = groups[0], groups[1:]
    else:
        return [], rows
    lines = [row for row in card if folded(row.text) != folded(title)]
    is_whole = bool(lines) and (len(card) > 1 or card[0].kind == "card")
    while groups and not is_whole and len(lines) < 2 and _continues_card(groups[0], lines, title):
        card, lines, groups = card + groups[0], lines + groups[0], groups[1:]
    return card, [row for group in groups for row in group]


def _continues_card(group: list[Row], lines: list[Row], title: str) -> bool:
    """A card whose lines stand apart: the source's title after ours, its description after that."""
    text = block_text(group)
    if len(group) > 2 or len(text) > 2 * _CARD_LINE_MAX or group[0].kind not in ("text", "card"):
        return False
    return (not lines and _opens_card(group[0], title)) or not _is_french(text)


def _read_card(rows: list[Row], title: str) -> tuple[SourceCard, list[Row]]:
    leftover: list[Row] = []
    lines: list[str] = []
    url = ""
    outlet: str | None = None
    for row in rows:
        address = _ADDRESS.fullmatch(row.text)
        url = url or row.href or (address[1] if address else "")
        if address or folded(row.text) == folded(title):
            if address and address[1] != url:
                leftover.append(row)
        elif _DOMAIN.fullmatch(row.text.strip()) and outlet is None:
            outlet = row.text.strip()
        else:
            lines.append(_LABEL.sub("", row.text))
    heading, description = (lines[0] if lines else ""), "\n".join(lines[1:])
    found = _OUTLET.match(heading)
    if found and (found["mark"] in "|·" or len(found["outlet"].split()) <= 4):
        outlet = found["outlet"]
    if outlet and lines[1:] and folded(lines[-1]) == folded(outlet):
        description = "\n".join(lines[1:-1])
    return SourceCard(url=url, title=heading, description=description or None, outlet=outlet), leftover


def _is_french(text: str) -> bool:
    return str(classify(text)[0]) == "fr"
