"""Rows into an analysis. Each row lands in a field, is one of the house's texts, or is kept as unplaced."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.importing.head import read_head
from pipeline.importing.marks import typography_of
from pipeline.importing.proposals import Marks, read_proposals
from pipeline.importing.quotes import read_running
from pipeline.importing.rows import Row, block_text, folded, heading_pattern
from schemas.draft import Analyse
from schemas.house import House

__all__ = ["read_analyse"]

_SCORE = re.compile(r"^\W*(?:(?:score|note)\b\D{0,20})?(\d{1,2})\s*/\s*10\b(?P<rest>.*)$", re.IGNORECASE)
_LAYOUT = re.compile(r"[ \t\n]+")


@dataclass(frozen=True)
class _Regions:
    top: tuple[Row, ...]
    watchpoints: tuple[Row, ...]
    actions: tuple[Row, ...]
    closing: tuple[Row, ...]


def read_analyse(rows: tuple[Row, ...], *, house: House) -> Analyse:
    """The draft of an existing analysis."""
    marks = Marks(house)
    rows, labelled = _without_label(rows, house)
    rows, score, score_at, notes = _without_score(rows, house)
    regions = _regions(rows, score_at, house, marks)
    head = read_head(regions.top)
    running = read_running(head.rest, outlet=head.source.outlet)
    proposals = read_proposals(regions.actions, marks=marks)
    left = [*(row.text for row in head.leftover), *(row.text for row in proposals.leftover)]
    texts = [
        head.title,
        head.standfirst,
        block_text(regions.top),
        block_text(regions.watchpoints),
        block_text(regions.actions),
    ]
    return Analyse(
        title=head.title,
        standfirst=head.standfirst,
        date=head.date,
        source=head.source,
        body=running.body,
        quotes=running.quotes,
        watchpoints=block_text(regions.watchpoints),
        actions=proposals.actions,
        score=score,
        closing=_closing(regions.closing, house),
        typography=typography_of("\n".join(texts)),
        labelled=labelled,
        unplaced=tuple(left),
        notes=(*notes, *proposals.notes, *(f"Texte gardé sans place\u00a0: {one.strip()}" for one in left)),
    )


def _without_label(rows: tuple[Row, ...], house: House) -> tuple[tuple[Row, ...], bool]:
    label = house.texts.ai_label
    if not label:
        return rows, True
    if rows and folded(rows[-1].text) == folded(label):
        return rows[:-1], True
    return rows, False


def _without_score(rows: tuple[Row, ...], house: House) -> tuple[tuple[Row, ...], int | None, int, list[str]]:
    """The score, its row taken out; where it stood (or the end); a note if the line is not the house's."""
    best: tuple[int, int, int] | None = None
    for n, row in enumerate(rows):
        found = _SCORE.match(row.text)
        if found is None or int(found[1]) > 10:
            continue
        rank = _score_rank(row.text, int(found[1]), found["rest"], house)
        if rank and (best is None or rank > best[0]):
            best = (rank, n, int(found[1]))
    if best is None:
        return rows, None, len(rows), []
    rank, at, score = best
    notes = (
        [] if rank == 3 else [f"Ligne du score écrite autrement que celle de la maison\u00a0: {rows[at].text.strip()}"]
    )
    return (*rows[:at], *rows[at + 1 :]), score, at, notes


def _score_rank(text: str, score: int, rest: str, house: House) -> int:
    if folded(text) == folded(house.texts.score_line.replace("{score}", str(score))):
        return 3
    if re.search(r"\b(?:score|note|piliers|échelle)\b", text, re.IGNORECASE) and len(text) < 200:
        return 2
    return 1 if not rest.strip(" .") else 0


def _regions(rows: tuple[Row, ...], score_at: int, house: House, marks: Marks) -> _Regions:
    """Cut the rows at the house's headings, wherever they stand; every row is in exactly one region."""
    watch = _heading(rows, house.texts.watchpoints_heading)
    acts = _heading(rows, house.texts.actions_heading)
    if acts is None:
        acts = next(((n, None) for n, row in enumerate(rows) if marks.is_marked(row)), None)
    close = _closing_at(rows, score_at, house, marks)
    starts = sorted(
        (at[0], name) for name, at in (("watch", watch), ("acts", acts)) if at is not None and at[0] < close
    )
    cut: dict[str, tuple[Row, ...]] = {"top": rows[: starts[0][0] if starts else close], "watch": (), "acts": ()}
    for n, (at, name) in enumerate(starts):
        end = starts[n + 1][0] if n + 1 < len(starts) else close
        cut[name] = rows[at:end]
    return _Regions(
        top=cut["top"],
        watchpoints=_opened(cut["watch"], house.texts.watchpoints_heading),
        actions=_opened(cut["acts"], house.texts.actions_heading),
        closing=rows[close:],
    )


def _heading(rows: Sequence[Row], heading: str) -> tuple[int, str | None] | None:
    """Where the heading stands; a row that is nothing else comes before one that goes on."""
    pattern = heading_pattern(heading)
    found = [(n, match["rest"]) for n, row in enumerate(rows) if (match := pattern.match(row.text))]
    return next((one for one in found if not one[1]), found[0] if found else None)


def _opened(rows: tuple[Row, ...], heading: str) -> tuple[Row, ...]:
    """The region without its heading, but with what followed the heading on its line."""
    match = heading_pattern(heading).match(rows[0].text) if rows else None
    if match is None:
        return rows
    rest = match["rest"]
    return (rows[0].model_copy(update={"text": rest, "kind": "text"}), *rows[1:]) if rest else rows[1:]


def _closing_at(rows: tuple[Row, ...], score_at: int, house: House, marks: Marks) -> int:
    """The house's closing by its own lines; else what follows a score that stands after the last proposal."""
    own = {folded(line) for line in house.texts.closing.split("\n") if line.strip()}
    first = next((n for n, row in enumerate(rows) if folded(row.text) in own), None)
    if first is not None:
        return first
    last = max(
        (n for n, row in enumerate(rows) if marks.is_marked(row) or marks.signal(row.text) is not None), default=-1
    )
    return score_at if last >= 0 and score_at > last else len(rows)


def _closing(rows: tuple[Row, ...], house: House) -> str | None:
    """None where the words are the house's: how their lines break is layout, but a no-break space is a character."""
    text = block_text(rows)
    return None if _LAYOUT.split(text.strip()) == _LAYOUT.split(house.texts.closing.strip()) else text
