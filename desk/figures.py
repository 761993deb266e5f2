"""The house's figures, read from what it stored about its last signed articles; nothing here is estimated."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from statistics import mean, median
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from rapidfuzz.distance import Levenshtein

from pipeline.gates.record import changed_parts
from pipeline.store.drafts import Revision, load_text, revisions_of
from pipeline.store.history import events_of
from pipeline.store.payloads import get_model
from pipeline.store.results import provenance_of, stage_runs_of
from pipeline.store.tables import drafts, events
from schemas.base import Closed
from schemas.finding import Verification
from schemas.parts import iter_parts
from schemas.provenance import Usage
from schemas.review import Event

__all__ = ["Figures", "Month", "Record", "Share", "figures_of"]

# The last so many signed articles: enough for a year of a busy desk, and read in one go.
_ARTICLES_MAX = 300
_KEPT_IN_MIND = 2000
# A month ends when it does for the newsroom.
_ZONE = ZoneInfo("Europe/Paris")


class Share(Closed):
    """How much of the model's words reached publication, in one group: 0 to 1 over `words` words of `articles`."""

    name: str
    kept: float
    words: int
    articles: int


class Record(Closed):
    """What became of a check's findings: corrected by someone, dismissed with a reason, or signed as they stood."""

    code: str
    confirmed: int
    dismissed: int
    left: int


class Month(Closed):
    """One month of signatures: median hours from submission, and tokens and cost per article whose usage, or price, is
    known (None: of no article).
    """

    month: str
    articles: int
    hours: float
    tokens: int | None
    cost: float | None
    kept: float | None


class Figures(Closed):
    """All of it; empty tuples where nothing was stored yet. `articles`: how many signed articles were read."""

    articles: int = 0
    parts: tuple[Share, ...] = ()
    prompts: tuple[Share, ...] = ()
    sources: tuple[Share, ...] = ()
    checks: tuple[Record, ...] = ()
    months: tuple[Month, ...] = ()


class Told(Closed):
    """What one signed article tells; `words` has by kind of part how many words the model wrote and how many stayed."""

    source: str
    prompts: str
    words: dict[str, tuple[int, float]]
    findings: tuple[tuple[str, str], ...]
    month: str
    hours: float
    usage: Usage | None


def figures_of(engine: sa.Engine, db: sa.Connection) -> Figures:
    """The figures of the house's last signed articles."""
    columns = (drafts.c.id, drafts.c.signed_revision, drafts.c.created_at)
    signed = sa.select(*columns).where((drafts.c.state == "signed") & drafts.c.signed_revision.is_not(None))
    rows = db.execute(signed.order_by(drafts.c.updated_at.desc()).limit(_ARTICLES_MAX)).all()
    given = _signatures(db, [row.id for row in rows])
    told = [_told(engine, row.id, row.signed_revision, row.created_at, signed_at=given[row.id]) for row in rows]
    return Figures(
        articles=len(told),
        parts=_shares((kind, words) for one in told for kind, words in one.words.items()),
        prompts=_shares((one.prompts, words) for one in told if one.prompts for words in [_total(one)]),
        sources=_shares((one.source, words) for one in told if one.source for words in [_total(one)]),
        checks=_records(told),
        months=_months(told),
    )


def _signatures(db: sa.Connection, draft_ids: list[str]) -> dict[str, str]:
    """When each draft was signed last."""
    columns = (events.c.draft_id, sa.func.max(events.c.at).label("at"))
    given = sa.select(*columns).where(events.c.draft_id.in_(draft_ids) & (events.c.kind == "signed"))
    return {row.draft_id: row.at for row in db.execute(given.group_by(events.c.draft_id))}


@lru_cache(maxsize=_KEPT_IN_MIND)
def _told(engine: sa.Engine, draft_id: str, signed_revision: str, created_at: str, *, signed_at: str) -> Told:
    """One article, read once for each signature: the same text may be signed again, in another month."""
    with engine.connect() as db:
        history, revisions = events_of(db, draft_id), revisions_of(db, draft_id)
        made = [one for one in revisions if one.origin != "human"]
        final = load_text(db, signed_revision)
        stages = [one for one in provenance_of(db, draft_id) if one.stage == "summarise"]
        usages = [one.usage for one in stage_runs_of(db, draft_id) if one.usage and one.usage.calls]
        return Told(
            source=final.source.outlet or "",
            prompts=", ".join(f"{name} {digest[:8]}" for name, digest in stages[-1].prompts.items()) if stages else "",
            words=_words(db, made[-1].revision, signed_revision) if made else {},
            findings=_findings(db, made, revisions, signed_revision, history),
            month=datetime.fromisoformat(signed_at).astimezone(_ZONE).strftime("%Y-%m"),
            hours=(datetime.fromisoformat(signed_at) - datetime.fromisoformat(created_at)).total_seconds() / 3600,
            usage=sum(usages, Usage()) if usages else None,
        )


def _words(db: sa.Connection, written: str, signed: str) -> dict[str, tuple[int, float]]:
    """By kind of part: how many words the model wrote, and how many of them stand in the signed text.

    Words that went or were replaced count against it; words that people only added do not.
    """
    draft, final = load_text(db, written), load_text(db, signed)
    gone: dict[str, float] = defaultdict(float)
    for change in changed_parts(draft, final):
        before, after = change.before.split(), change.after.split()
        operations = Levenshtein.editops(before, after)
        gone[_kind(change.part)] += sum(one.tag != "insert" for one in operations)
    wrote: dict[str, int] = defaultdict(int)
    for part in iter_parts(draft):
        wrote[_kind(part.path)] += len(part.text.split())
    return {kind: (count, count - gone[kind]) for kind, count in wrote.items() if count}


def _kind(path: str) -> str:
    return path.split("[", maxsplit=1)[0].split(".", maxsplit=1)[0]


def _findings(
    db: sa.Connection, made: list[Revision], revisions: tuple[Revision, ...], signed: str, history: tuple[Event, ...]
) -> tuple[tuple[str, str], ...]:
    """What became of each finding in the model's text: its code, and `confirmed`, `dismissed` or `left`."""
    last = next((one for one in reversed(revisions) if one.revision == signed), None)
    if not made or made[-1].verification is None or last is None or last.verification is None:
        return ()
    dismissed = {(one.payload["code"], one.payload["excerpt"]) for one in history if one.kind == "dismissed"}
    still = {(one.code, one.excerpt) for one in get_model(db, last.verification, Verification).findings}
    found = dict.fromkeys(
        (one.code, one.excerpt) for one in get_model(db, made[-1].verification, Verification).findings
    )
    return tuple(
        (one[0], "dismissed" if one in dismissed else "left" if one in still else "confirmed") for one in found
    )


def _total(told: Told) -> tuple[int, float]:
    return sum(one[0] for one in told.words.values()), sum(one[1] for one in told.words.values())


def _shares(told: Iterable[tuple[str, tuple[int, float]]]) -> tuple[Share, ...]:
    sums: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for name, words in told:
        sums[name].append(words)
    shares = (
        Share(name=name, kept=sum(one[1] for one in all_) / count, words=count, articles=len(all_))
        for name, all_ in sums.items()
        if (count := sum(one[0] for one in all_))
    )
    return tuple(sorted(shares, key=lambda one: -one.words))


def _records(told: list[Told]) -> tuple[Record, ...]:
    counts: dict[str, dict[str, int]] = defaultdict(lambda: {"confirmed": 0, "dismissed": 0, "left": 0})
    for one in told:
        for code, became in one.findings:
            counts[code][became] += 1
    records = (Record(code=code, **count) for code, count in counts.items())
    return tuple(sorted(records, key=lambda one: (-one.dismissed, -one.confirmed, one.code)))


def _months(told: list[Told]) -> tuple[Month, ...]:
    months: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        months[one.month].append(one)
    return tuple(_month(name, months[name]) for name in sorted(months))


def _month(name: str, told: list[Told]) -> Month:
    usages = [one.usage for one in told if one.usage]
    costs = [one.cost for one in usages if one.cost is not None]
    totals = [_total(one) for one in told]
    wrote = sum(one[0] for one in totals)
    return Month(
        month=name,
        articles=len(told),
        hours=median(one.hours for one in told),
        tokens=round(mean(one.tokens_in + one.tokens_out for one in usages)) if usages else None,
        cost=mean(costs) if costs else None,
        kept=sum(one[1] for one in totals) / wrote if wrote else None,
    )
