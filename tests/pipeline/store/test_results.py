"""Results of stages: found by what they were made from, and by what came of them."""

from pathlib import Path

import sqlalchemy as sa

from pipeline.store.database import open_database, transaction
from pipeline.store.results import find_result, keep_result, made_by
from schemas.provenance import Provenance, Stamped
from schemas.replies import OneText


def test_who_made_a_value_is_found_without_reading_all_results(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'house.sqlite'}")
    asked: list[tuple[str, tuple[str, ...]]] = []
    made = Provenance(stage="repair", made_at="2026-01-01T00:00:00+00:00", model="first")

    def note(_db: object, _cursor: object, statement: str, values: tuple[str, ...], *_: object) -> None:
        asked.append((statement, values))

    with transaction(engine) as db:
        value = keep_result(db, "k1", Stamped(value=OneText(text="Oui."), provenance=made))
        assert keep_result(db, "k2", Stamped(value=OneText(text="Non."), provenance=made)) != value
        assert find_result(db, "k1", OneText) is not None
        sa.event.listen(engine, "before_cursor_execute", note)
        assert made_by(db, "repair", value) == "first"
        assert made_by(db, "summarise", value) is None
        sa.event.remove(engine, "before_cursor_execute", note)
        statement, values = asked[0]
        plan = [row.detail for row in db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
    assert plan[0].startswith("SEARCH morasse_results USING INDEX"), plan
    engine.dispose()
