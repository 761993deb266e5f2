"""The margin: findings as notes, what has no hold in the source first, each with its remedy and where it points."""

from desk import words
from desk.cards import Card
from desk.pieces import WEIGHT
from desk.sheet import Sheet
from desk.sights import lit
from pipeline.gates.office import answers_to
from schemas.base import Closed
from schemas.finding import Finding, Severity
from schemas.review import Event

__all__ = ["Note", "dismissed_in", "notes_of"]

# The source knows nothing of what these name.
_UNSUPPORTED = ("support-none", "quote-not-found", "outside-unmarked", "outside-study")


class Note(Closed):
    """A finding as the margin shows it. `card` is where it stands (empty: the whole), `answer` who answered for it;
    `is_opinion` where a judge says it and no rule.
    """

    card: str
    part: str
    place: str
    heading: str
    severity: Severity
    code: str
    excerpt: str
    message: str
    places: tuple[str, ...]
    answer: str = ""
    is_opinion: bool = False


def notes_of(sheet: Sheet, cards: tuple[Card, ...]) -> tuple[Note, ...]:
    """All findings that were not dismissed."""
    notes = []
    placed = set()
    for card in cards:
        for field in card.fields:
            for one in field.findings:
                placed.add(field.path)
                notes.append(_note(sheet, one, card=card.part, part=field.part, place=card.label))
    paths = {field.path for card in cards for field in card.fields}
    for one in sheet.verification.findings:
        if one.part not in paths:
            notes.append(_note(sheet, one, card="", part="", place=words.label(one.part)))
    return tuple(sorted(notes, key=_urgency))


def dismissed_in(sheet: Sheet) -> tuple[Event, ...]:
    """The findings that were set aside, with their reasons."""
    return tuple(one for one in sheet.history if one.kind == "dismissed")


def _note(sheet: Sheet, finding: Finding, *, card: str, part: str, place: str) -> Note:
    answers = answers_to(sheet.history, sheet.draft, finding.part, finding.code, finding.excerpt) if part else ()
    return Note(
        card=card,
        part=part,
        place=place,
        heading=words.heading(finding.code),
        severity=finding.severity,
        code=finding.code,
        excerpt=finding.excerpt,
        message=finding.message,
        places=lit(finding.evidence),
        answer=answers[-1].actor if answers else "",
        is_opinion=finding.origin == "judge",
    )


def _urgency(note: Note) -> tuple[bool, int, bool]:
    unsupported = note.severity != "note" and (note.code in _UNSUPPORTED or note.code.endswith("-unknown"))
    return bool(note.answer), 0 if unsupported else 1 + WEIGHT[note.severity], not unsupported
