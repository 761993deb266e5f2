"""From an address to an article that a draft may answer, or to the source gate."""

from datetime import UTC, datetime

from pipeline.errors import SourceFault
from pipeline.extract.doubts import holds
from pipeline.fetch import Captured, fetch
from pipeline.money import budget_fault, forecast
from pipeline.reading import read_article
from pipeline.steps.bench import Bench, Outcome
from pipeline.store.calls import budget_reached
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft, update_draft
from pipeline.store.history import SYSTEM, append_event
from pipeline.store.payloads import get_bytes, get_model, put_bytes, put_json
from pipeline.store.results import find_result, keep_result, result_key
from schemas.article import Article, Notice
from schemas.provenance import Provenance, Stamped
from schemas.source import Refusal, Snapshot

__all__ = ["capture", "read"]


def capture(bench: Bench, draft_id: str, run: int) -> Outcome:
    """Fetch the source, unless the draft has its snapshot already (a file handed over, a run begun before).

    Raises SourceFault where it is refused.
    """
    row = bench.row(draft_id)
    if row.snapshot is not None:
        return {"outcome": "done", "digest": row.snapshot}
    with bench.stage(draft_id, run, "fetch") as stage:
        settings = bench.settings
        captured = fetch(
            row.request.source,
            allow_loopback=settings.allow_loopback,
            asked_by=row.request.submitted_by,
            limits=settings.service.fetch,
        )
        if isinstance(captured, Refusal):
            raise SourceFault(captured.message, captured.remedy, kind=captured.code)
        with bench.writing() as db:
            put_bytes(db, captured.content)
            snapshot = put_json(db, captured.snapshot)
            update_draft(db, draft_id, snapshot=snapshot)
            append_event(db, draft_id, "captured", actor=SYSTEM, payload={"snapshot": snapshot})
            stage.end(db)
    return {"outcome": "done", "digest": snapshot}


def read(bench: Bench, draft_id: str, run: int, snapshot_digest: str, confirmed: bool) -> Outcome:
    """Extract the article; a doubtful one holds the draft at its source gate unless a person confirmed it.

    Raises SourceFault where it cannot be read, BudgetFault where the draft would cost more than there is.
    """
    with bench.stage(draft_id, run, "extract") as stage:
        with reading(bench.engine) as db:
            snapshot = get_model(db, snapshot_digest, Snapshot)
            captured = Captured(snapshot=snapshot, content=get_bytes(db, snapshot.content_digest))
            key = result_key("extract", content=snapshot.content_digest, url=snapshot.final_url)
            found = find_result(db, key, Article)
        article = found.value if found else read_article(captured)
        if isinstance(article, Refusal):
            raise SourceFault(article.message, article.remedy, kind=article.code)
        with bench.writing() as db:
            digest = keep_result(db, key, found or _stamped(article, snapshot))
            update_draft(db, draft_id, article=digest, title=article.title)
            stage.end(db, cached=found is not None)
    doubts = () if confirmed else holds(article)
    if doubts:
        return _hold(bench, draft_id, run, doubts, has_text=bool(article.paragraphs))
    _afford(bench, draft_id, article)
    return {"outcome": "done", "digest": digest}


def _afford(bench: Bench, draft_id: str, article: Article) -> None:
    """Raises BudgetFault where what the draft would cost is more than what may still be spent."""
    row, model = bench.row(draft_id), bench.settings.hosted_model
    if model is None or row.request.local_only:
        return
    cost = forecast(article, row.format, model=model, prices=bench.prices)
    with reading(bench.engine) as db:
        reached = budget_reached(db, draft_id, cost or 0.0, bench.settings.service.money)
    if reached:
        raise budget_fault(reached, bench.prices.currency, draft_id=draft_id)


def _hold(bench: Bench, draft_id: str, run: int, doubts: tuple[Notice, ...], *, has_text: bool) -> Outcome:
    """Hold a draft for a person; a page without a word cannot be confirmed, only given."""
    confirm = f" ou confirmez la source (morasse decide {draft_id} accept)" if has_text else ""
    remedy = f"Fournissez le texte (morasse resume {draft_id} --with FICHIER){confirm}."
    reason = " ".join(one.message for one in doubts)
    with bench.writing() as db:
        row = find_draft(db, draft_id)
        # Replayed after a crash, it keeps out of what people decided since.
        if (row.state, row.run) == ("working", run):
            code = SourceFault.exit_code
            update_draft(db, draft_id, state="source_gate", reason=reason, remedy=remedy, exit_code=code)
            append_event(db, draft_id, "held", actor=SYSTEM, payload={"codes": [one.code for one in doubts]})
    return {"outcome": "held"}


def _stamped(article: Article, snapshot: Snapshot) -> Stamped[Article]:
    made_at = datetime.now(UTC).isoformat()
    inputs = {"snapshot": snapshot.content_digest}
    return Stamped(value=article, provenance=Provenance(stage="extract", made_at=made_at, inputs=inputs))
