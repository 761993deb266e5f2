"""What two people made of the same parts: shown side by side, with a proposal that keeps both."""

from desk.merging import merge
from desk.words import label_in
from pipeline.gates.office import names_of
from schemas.base import Closed
from schemas.draft import Analyse, Synthese
from schemas.parts import part_text, plain_path
from schemas.review import Event

__all__ = ["Conflict", "conflicts_of", "text_or_none"]


class Conflict(Closed):
    """One part that two people changed: what it was, who changed it, what each made of it, and both together.

    `by` is empty where no person changed it. `is_gone`: someone struck the part, and nothing can be saved in it.
    """

    part: str
    label: str
    by: str
    before: str
    mine: str
    theirs: str
    merged: str
    is_clean: bool
    is_gone: bool = False


def conflicts_of(
    texts: dict[str, str], *, read: Analyse | Synthese, current: Analyse | Synthese, history: tuple[Event, ...]
) -> list[Conflict]:
    """`texts`, by part, were written from `read`; `current` is what stands now."""
    conflicts = []
    for part, mine in texts.items():
        is_gone = text_or_none(current, part) is None
        if is_gone and mine == text_or_none(read, part):
            continue
        before, theirs = text_or_none(read, part) or "", text_or_none(current, part) or ""
        both = merge(before, mine, theirs)
        conflicts.append(
            Conflict(
                part=part,
                label=label_in(read if is_gone else current, part),
                by=_striker(history, read, part) if is_gone else _last_editor(history, current, part),
                before=before,
                mine=mine,
                theirs=theirs,
                merged=both.text,
                is_clean=both.is_clean,
                is_gone=is_gone,
            )
        )
    return conflicts


def text_or_none(draft: Analyse | Synthese, part: str) -> str | None:
    """A part's text; None where the draft has no such part."""
    try:
        return part_text(draft, part)
    except KeyError:
        return None


def _last_editor(history: tuple[Event, ...], draft: Analyse | Synthese, part: str) -> str:
    known = _known(draft, part)
    return next((one.actor for one in reversed(history) if one.kind == "edited" and one.payload["part"] in known), "")


def _striker(history: tuple[Event, ...], read: Analyse | Synthese, part: str) -> str:
    """Who struck the part, or the whole it belonged to."""
    names = [f"{name}." for name in _known(read, part)]
    struck = (one for one in reversed(history) if one.payload.get("struck"))
    return next((one.actor for one in struck if any(n.startswith(f"{one.payload['part']}.") for n in names)), "")


def _known(draft: Analyse | Synthese, part: str) -> frozenset[str]:
    try:
        return names_of(draft, plain_path(draft, part))
    except KeyError:
        return frozenset((part,))
