"""The proposals under « Et maintenant ? »: title line, description, signal; each may be missing."""

import re
from dataclasses import dataclass, field

from pipeline.importing.rows import BULLET, Row, block_text
from schemas.action import Action, ActionKind
from schemas.house import House

__all__ = ["Marks", "Proposals", "read_proposals"]

_ARROW = r"(?:→|➔|➜|➡\ufe0f?|⇒|⟶|=>|->|►|▶\ufe0f?)"
_TITLE_MAX = 160


@dataclass(frozen=True)
class Proposals:
    """What stood under the heading; `leftover` had no place in a proposal."""

    actions: tuple[Action, ...]
    leftover: tuple[Row, ...]
    notes: tuple[str, ...]


@dataclass
class _Open:
    kind: ActionKind | None = None
    title: str = ""
    description: list[Row] = field(default_factory=list)
    signal: str = ""


class Marks:
    """How this house marks a proposal's lines."""

    def __init__(self, house: House) -> None:
        emoji = {mark.emoji.rstrip("\ufe0f"): kind for kind, mark in house.actions.items()}
        self._kinds: dict[str, ActionKind] = emoji
        self._labels = {mark.label: kind for kind, mark in house.actions.items()}
        either = "|".join(map(re.escape, sorted(emoji, key=len, reverse=True)))
        self._title = re.compile(
            rf"^\W*?(?:\d{{1,2}}[.)]\W*?)?(?P<emoji>{either})[\ufe0f\U0001f3fb-\U0001f3ff]*[ \t\u00a0]*(?P<title>.*)$"
        )
        opening = r"[\s\u00a0]+".join(re.escape(word) for word in house.texts.signal_opening.split())
        opening = opening.replace("'", "['’]")
        self._signal = re.compile(
            rf"^[\s•*–-]*(?:{_ARROW}[ \t\u00a0]*(?P<arrow>.*)|(?P<bare>{opening}.*))$", re.IGNORECASE
        )
        self._inline = re.compile(rf"^(?P<before>.*\S)\s+{_ARROW}\s*(?P<signal>{opening}.*)$", re.IGNORECASE)

    def title(self, row: Row) -> tuple[ActionKind | None, str] | None:
        """The kind and words of a title line, or None; the kind is None where only a bullet or heading marks it."""
        found = self._title.match(row.text)
        if found:
            return self._kinds[found["emoji"]], self._without_label(found["title"], self._kinds[found["emoji"]])
        if self.signal(row.text) is not None:
            return None
        bullet = BULLET.match(row.text)
        if bullet or row.kind in ("item", "heading"):
            title = row.text[bullet.end() :] if bullet else row.text
            return self._labelled(title)
        kind, words = self._labelled(row.text)
        return (kind, words) if kind else None

    def is_marked(self, row: Row) -> bool:
        """Whether the row carries one of the house's emoji where a title would."""
        return bool(self._title.match(row.text))

    def signal(self, text: str) -> str | None:
        """The signal of a line, without its arrow, or None."""
        found = self._signal.match(text)
        return (found["bare"] if found["arrow"] is None else found["arrow"]) if found else None

    def split(self, text: str) -> tuple[str, str] | None:
        """A description that runs on into its signal, parted; or None."""
        found = self._inline.match(text)
        return (found["before"], found["signal"]) if found else None

    def _without_label(self, title: str, kind: ActionKind) -> str:
        named, words = self._labelled(title)
        return words if named == kind else title

    def _labelled(self, title: str) -> tuple[ActionKind | None, str]:
        for label, kind in self._labels.items():
            found = re.match(rf"{re.escape(label)}\w?\s*[:—–|·]\s*(?=\S)", title, re.IGNORECASE)
            if found:
                return kind, title[found.end() :]
        return None, title


def read_proposals(rows: tuple[Row, ...], *, marks: Marks) -> Proposals:
    """Proposals in the file's order; a text before the first and after the last that belongs to none is left over."""
    opened: list[_Open] = []
    leftover: list[Row] = []
    shapes = {_shape(row) for row in rows if marks.is_marked(row)}
    for n, row in enumerate(rows):
        current = opened[-1] if opened else None
        title = marks.title(row)
        if title and current and not current.signal and shapes and not (title[0] or _shape(row) in shapes):
            # A list within a description: the house's emoji and bullets mark the titles here, and this has neither.
            title = None
        signal = marks.signal(row.text)
        if title is not None:
            opened.append(_begin(title, row))
        elif signal is not None:
            if current is None or current.signal:
                current = _Open()
                opened.append(current)
            current.signal = signal
        elif current is not None and not current.signal:
            _describe(current, row, marks)
        elif _leads_to_signal(rows[n:], marks):
            if _reads_as_title(row, rows[n + 1 :], marks):
                opened.append(_Open(title=row.text))
                continue
            opened.append(_Open())
            _describe(opened[-1], row, marks)
        else:
            leftover.append(row)
    notes: list[str] = []
    return Proposals(tuple(_closed(one, n, notes) for n, one in enumerate(opened, 1)), tuple(leftover), tuple(notes))


def _shape(row: Row) -> tuple[str, str, int]:
    """How a line is set off: its bullet, and the element it stands in."""
    bullet = BULLET.match(row.text)
    return bullet[0].strip() if bullet else "", row.kind, row.level


def _begin(title: tuple[ActionKind | None, str], row: Row) -> _Open:
    kind, words = title
    if len(words) > _TITLE_MAX and words.rstrip().endswith("."):
        return _Open(kind=kind, description=[row.model_copy(update={"text": words})])
    return _Open(kind=kind, title=words)


def _describe(proposal: _Open, row: Row, marks: Marks) -> None:
    parted = marks.split(row.text)
    text, signal = parted if parted else (row.text, "")
    proposal.description.append(row.model_copy(update={"text": text}))
    proposal.signal = signal


def _reads_as_title(row: Row, following: tuple[Row, ...], marks: Marks) -> bool:
    """A short line without a full stop, before a description: a title that no emoji and no bullet marks."""
    is_short = len(row.text) <= _TITLE_MAX and not re.search(r"[.!?:;…]\s*$", row.text)
    return is_short and bool(following) and marks.signal(following[0].text) is None


def _leads_to_signal(rows: tuple[Row, ...], marks: Marks) -> bool:
    """Whether a signal comes before the next title: then these rows describe a proposal without a title."""
    for row in rows:
        if marks.title(row) is not None:
            return False
        if marks.signal(row.text) is not None or marks.split(row.text):
            return True
    return False


def _closed(proposal: _Open, number: int, notes: list[str]) -> Action:
    if proposal.kind is None:
        supposed = "son genre n'est pas marqué, «\u00a0coalition\u00a0» est supposé"
        notes.append(f"Proposition {number}\u00a0: {supposed}.")
    for part, value in (("titre", proposal.title), ("description", proposal.description), ("signal", proposal.signal)):
        if not value:
            notes.append(f"Proposition {number}\u00a0: {part} absent{'e' if part == 'description' else ''}.")
    return Action(
        kind=proposal.kind or "coalition",
        title=proposal.title,
        description=block_text(proposal.description),
        signal=proposal.signal,
        origin="human",
    )
