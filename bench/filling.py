"""A house filled with many drafts: one text for all, with a title, words and a history of each one's own."""

import sqlalchemy as sa

from evals.cases import load_cases, read_golden, read_source
from pipeline.compose import Newsroom
from pipeline.digests import digest_json
from pipeline.errors import UsageFault
from pipeline.settings import PROJECT
from pipeline.store.database import transaction
from pipeline.store.payloads import put_json
from pipeline.store.search import index_words
from pipeline.store.tables import drafts, events, revisions
from pipeline.verify import verify
from schemas.article import Article
from schemas.draft import Analyse
from schemas.source import SourceRequest

__all__ = ["STATES", "fill", "id_of"]

# The state of every tenth draft, in this order.
STATES = ("review_gate", "press_gate", *("signed",) * 6, "rejected", "parked")
_BATCH = 2_000
# Any case with an analysis and an English article serves.
_CASE = "port-phones"

_Row = dict[str, object]


def fill(newsroom: Newsroom, size: int) -> None:
    """Add drafts until there are `size` of them."""
    case = next(one for one in load_cases(PROJECT / "data") if one.name == _CASE)
    draft, article = read_golden(case, newsroom.settings.house), read_source(case)
    if not isinstance(draft, Analyse) or not isinstance(article, Article):
        raise UsageFault(f"{_CASE}: an analysis and its article are wanted.")
    found = verify(draft, article, house=newsroom.settings.house)
    with transaction(newsroom.engine) as db:
        text, source, checked = put_json(db, draft), put_json(db, article), put_json(db, found)
        there = int(db.execute(sa.select(sa.func.count()).select_from(drafts)).scalar_one())
    for first in range(there, size, _BATCH):
        numbers = range(first, min(first + _BATCH, size))
        with transaction(newsroom.engine) as db:
            db.execute(
                drafts.insert(),
                [_draft(n, draft.title, text) | {"article": source, "verification": checked} for n in numbers],
            )
            db.execute(events.insert(), [line for n in numbers for line in _history(n, text)])
            db.execute(revisions.insert(), [_revision(n, text) for n in numbers])
            for n in numbers:
                index_words(db, id_of(n), [f"{draft.title} {n}", draft.body[0].text])
    with newsroom.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
        db.exec_driver_sql("ANALYZE")


def id_of(n: int) -> str:
    """The id of the draft of that number, from 0."""
    return f"{n:08x}"


def _at(n: int) -> str:
    return f"2026-{1 + n % 9:02}-{1 + n % 28:02}T08:{n % 60:02}:00.{n % 1_000_000:06}+00:00"


def _draft(n: int, title: str, text: str) -> _Row:
    address = f"https://source-{n}.example/article"
    state = STATES[n % len(STATES)]
    return {
        "id": id_of(n),
        "request": SourceRequest(source=address, submitted_by="Banc").model_dump(mode="json"),
        "source": address,
        "format": "analyse",
        "state": state,
        "title": f"{title} {n}",
        "revision": text,
        "signed_revision": text if state == "signed" else None,
        "created_at": _at(n),
        "updated_at": _at(n),
    }


def _history(n: int, text: str) -> list[_Row]:
    said = {"revision": text, "origin": "model", "model": "banc", "embedded": False}
    lines: list[_Row] = []
    previous = "0" * 64
    for number, kind in enumerate(("submitted", "generated"), 1):
        line: _Row = {"draft_id": id_of(n), "number": number, "at": _at(n), "kind": kind, "actor": "Banc"}
        line |= {"payload": said, "previous_digest": previous}
        previous = digest_json(line)
        lines.append({**line, "digest": previous})
    return lines


def _revision(n: int, text: str) -> _Row:
    line: _Row = {"draft_id": id_of(n), "number": 1, "revision": text, "origin": "model", "actor": "morasse"}
    return {**line, "created_at": _at(n)}
