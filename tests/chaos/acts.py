"""What people do with a draft that has arrived, as a process that may be killed anywhere and is then started again."""

import sys

from pipeline.compose import Newsroom, open_newsroom
from pipeline.gates import press, relecture
from pipeline.settings import load_settings
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft
from pipeline.store.history import events_of
from pipeline.store.payloads import get_model
from schemas.finding import Verification
from schemas.review import DraftRow


def main() -> None:
    """Accept, sign and export the drafts named on the command line, each as far as it is not yet."""
    newsroom = open_newsroom(load_settings())
    for draft_id in sys.argv[1:]:
        row = _row(newsroom, draft_id)
        if row.state == "review_gate":
            _accept(newsroom, row)
            row = _row(newsroom, draft_id)
        if row.state == "press_gate":
            press.sign(newsroom.office, draft_id, actor="Paul", look="supplied", despite_source=False)
            row = _row(newsroom, draft_id)
        with reading(newsroom.engine) as db:
            left = any(one.kind == "exported" for one in events_of(db, draft_id))
        if row.state == "signed" and not left:
            press.export(newsroom.office, draft_id, actor="Paul", to="markdown")


def _accept(newsroom: Newsroom, row: DraftRow) -> None:
    with reading(newsroom.engine) as db:
        found = get_model(db, row.verification or "", Verification)
    for part in sorted({one.part for one in found.blocking}):
        relecture.decide_part(newsroom.office, row.id, "accept", part, actor="Inès", comment="vérifié")
    relecture.decide(newsroom.office, row.id, "accept", actor="Inès", comment="")


def _row(newsroom: Newsroom, draft_id: str) -> DraftRow:
    with reading(newsroom.engine) as db:
        return find_draft(db, draft_id)


if __name__ == "__main__":
    main()
