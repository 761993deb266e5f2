"""Everything that lies open when someone reads a draft, read in one go."""

import sqlalchemy as sa
from starlette.exceptions import HTTPException

from pipeline.errors import UsageFault
from pipeline.sentences import with_sentences
from pipeline.store.drafts import find_draft, load_text, revisions_of
from pipeline.store.history import events_of
from pipeline.store.payloads import get_model
from pipeline.store.table import Scratch, scratches_of
from schemas.article import Article
from schemas.base import Closed
from schemas.draft import Draft
from schemas.finding import Verification
from schemas.review import DraftRow, Event
from schemas.source import Snapshot
from schemas.translation import WorkingTranslation

__all__ = ["Sheet", "find_row", "open_sheet"]


class Sheet(Closed):
    """A draft with its source, what was found, what happened; `written` is the text as the model last left it."""

    row: DraftRow
    draft: Draft
    written: Draft
    article: Article
    snapshot: Snapshot | None
    translation: WorkingTranslation
    verification: Verification
    history: tuple[Event, ...]
    scratches: dict[str, Scratch]


def find_row(db: sa.Connection, draft_id: str) -> DraftRow:
    """Where a draft stands; an address that names none is a page that does not exist."""
    try:
        row = find_draft(db, draft_id)
    except UsageFault:
        row = None
    if row is None or row.id != draft_id:
        raise HTTPException(404, "Ce brouillon n’existe pas.")
    return row


def open_sheet(db: sa.Connection, draft_id: str, account_id: str) -> Sheet:
    """The sheet of a draft that has a text. Raises UsageFault where there is none yet."""
    row = find_row(db, draft_id)
    if row.revision is None or row.article is None:
        raise UsageFault("Ce brouillon n’a pas encore de texte à relire.", "Suivez son avancement.")
    made = [one.revision for one in revisions_of(db, row.id) if one.origin != "human"]
    return Sheet(
        row=row,
        draft=load_text(db, row.revision),
        written=load_text(db, made[-1] if made else row.revision),
        article=with_sentences(get_model(db, row.article, Article)),
        snapshot=get_model(db, row.snapshot, Snapshot) if row.snapshot else None,
        translation=get_model(db, row.translation, WorkingTranslation) if row.translation else WorkingTranslation(),
        verification=get_model(db, row.verification, Verification) if row.verification else Verification(),
        history=events_of(db, row.id),
        scratches=scratches_of(db, account_id, row.id),
    )
