"""What of a source reads otherwise than when it was captured: its words about itself, then paragraph by paragraph."""

from difflib import SequenceMatcher

from rapidfuzz.distance import Levenshtein

from desk.difference import Run, word_difference
from desk.templating import day
from schemas.article import Article
from schemas.base import Closed

__all__ = ["SourceChange", "source_changes"]

# Two paragraphs that share fewer of their words are two paragraphs: a notice that was added is no change to another's.
_ALIKE_MIN = 0.5


class SourceChange(Closed):
    """One thing that changed: what it is and what became of it, and the runs that lead from before to today."""

    label: str
    runs: tuple[Run, ...]


def source_changes(before: Article, today: Article) -> tuple[SourceChange, ...]:
    """Everything a reader of both would notice, in today's reading order; what went stands last."""
    return (*_about_itself(before, today), *_paragraphs(before, today))


def _about_itself(before: Article, today: Article) -> list[SourceChange]:
    told = (
        ("Titre", before.title, today.title),
        ("Chapô", before.description or "", today.description or ""),
        ("Signature", ", ".join(before.authors), ", ".join(today.authors)),
        ("Date", *_dates(before.published or "", today.published or "")),
        ("Média", before.outlet or "", today.outlet or ""),
    )
    return [SourceChange(label=name, runs=word_difference(was, now)) for name, was, now in told if was != now]


def _dates(before: str, today: str) -> tuple[str, str]:
    """As people write them; a change within one day is told by the hour, as the page has it."""
    return (day(before), day(today)) if day(before) != day(today) else (before, today)


def _paragraphs(before: Article, today: Article) -> list[SourceChange]:
    names = {one.text: one.id for one in before.paragraphs}
    old, new = list(names), list(dict.fromkeys(one.text for one in today.paragraphs))
    gone = [one for one in old if one not in new]
    moved = _moved([one for one in old if one in new], [one for one in new if one in old])
    changes = []
    for text in new:
        if text in moved:
            changes.append(SourceChange(label=f"{names[text]}, déplacé", runs=word_difference(text, text)))
        elif text not in names:
            was = max(gone, key=lambda one: _likeness(one, text), default="")
            if _likeness(was, text) < _ALIKE_MIN:
                changes.append(SourceChange(label="Ajouté", runs=word_difference("", text)))
                continue
            gone.remove(was)
            changes.append(SourceChange(label=f"{names[was]}, modifié", runs=word_difference(was, text)))
    went = [SourceChange(label=f"{names[one]}, retiré", runs=word_difference(one, "")) for one in gone]
    return [*changes, *went]


def _likeness(one: str, other: str) -> float:
    return Levenshtein.normalized_similarity(one.split(), other.split())


def _moved(old: list[str], new: list[str]) -> set[str]:
    """The paragraphs that stand elsewhere among the same ones."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return set(new) - {one for block in blocks for one in new[block.b : block.b + block.size]}
