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

    `by` is empty where no person changed it, or the part is gone.
    """

    part: str
    label: str
    by: str
    before: str
    mine: str
    theirs: str
    merged: str
    is_clean: bool


def conflicts_of(
    texts: dict[str, str], *, read: Analyse | Synthese, current: Analyse | Synthese, history: tuple[Event, ...]
) -> list[Conflict]:
    """`texts`, by part, were written from `read`; `current` is what stands now."""
    conflicts = []
    for part, mine in texts.items():
        before, theirs = text_or_none(read, part) or "", text_or_none(current, part) or ""
        both = merge(before, mine, theirs)
        conflicts.append(
            Conflict(
                part=part,
                label=label_in(current, part),
                by=_last_editor(history, current, part),
                before=before,
                mine=mine,
                theirs=theirs,
                merged=both.text,
                is_clean=both.is_clean,
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
    try:
        known = names_of(draft, plain_path(draft, part))
    except KeyError:
        return ""
    return next((one.actor for one in reversed(history) if one.kind == "edited" and one.payload["part"] in known), "")
