"""Whether a house still holds what it was given: contents against their digests, histories against their chains."""

from collections.abc import Callable
from dataclasses import dataclass

import sqlalchemy as sa

from pipeline.digests import digest_bytes
from pipeline.store.history import broken_links
from pipeline.store.tables import blobs, drafts, events, results, revisions, stage_runs

__all__ = ["Soundness", "look_through"]

# A captured page may be of several megabytes: only so many lie in memory at once.
_AT_ONCE = 16
# To find the drafts of a content takes a look at all of them: beyond so many the number says enough.
_NAMED = 20
_OF_DRAFTS = ("snapshot", "article", "translation", "revision", "verification", "signed_revision")
_OF_REVISIONS = ("revision", "verification")


@dataclass(frozen=True)
class Soundness:
    """How many contents were read, and what does not hold: a phrase each, in French, with the drafts concerned."""

    read: int
    broken: tuple[str, ...]


def look_through(db: sa.Connection, *, progress: Callable[[int], None] = lambda _read: None) -> Soundness:
    """Read a whole house, a few contents at a time; `progress` hears how many were read so far. Raises StoreFault.

    A tally cannot see what this sees: what lies damaged in a house is copied as it lies there.
    """
    read, damaged = _read_contents(db, progress)
    broken = [_damage(db, digest) for digest in damaged[:_NAMED]]
    if len(damaged) > _NAMED:
        broken.append(f"{len(damaged) - _NAMED} autres contenus abîmés")
    broken += [f"brouillon {one}\u00a0: un contenu manque" for one in _drafts_without(db)]
    broken += [f"historique altéré en {one}" for one in broken_links(db)]
    return Soundness(read, tuple(broken))


def _read_contents(db: sa.Connection, progress: Callable[[int], None]) -> tuple[int, list[str]]:
    """How many contents there are, and the digests of those that are no longer what they were."""
    read, damaged = 0, []
    rows = db.execute(sa.select(blobs.c.digest, blobs.c.content).execution_options(yield_per=_AT_ONCE))
    for batch in rows.partitions(_AT_ONCE):
        damaged += [digest for digest, content in batch if digest_bytes(_bytes(content)) != digest]
        read += len(batch)
        progress(read)
    return read, damaged


def _damage(db: sa.Connection, digest: str) -> str:
    concerned = _drafts_with(db, digest)
    owners = f"brouillons {', '.join(concerned)}" if concerned else "d’aucun brouillon"
    return f"contenu abîmé {digest[:12]} ({owners})"


def _drafts_with(db: sa.Connection, digest: str) -> tuple[str, ...]:
    """The drafts that a content belongs to: their text or an earlier one, a stage's result, the captured page."""
    made = sa.select(stage_runs.c.draft_id).join(results, results.c.key == stage_runs.c.result)
    told = sa.cast(events.c.payload, sa.Text).contains(digest)
    asked = (
        sa.select(drafts.c.id).where(sa.or_(*(drafts.c[name] == digest for name in _OF_DRAFTS))),
        sa.select(revisions.c.draft_id).where(sa.or_(*(revisions.c[name] == digest for name in _OF_REVISIONS))),
        made.where(results.c.value == digest),
        sa.select(events.c.draft_id).where(told),
    )
    found = {draft_id for one in asked for draft_id in db.execute(one).scalars()}
    # A page is named in the draft's snapshot only, which is a content itself.
    snapshots = sa.select(drafts.c.id, blobs.c.content).join_from(drafts, blobs, blobs.c.digest == drafts.c.snapshot)
    rows = db.execute(snapshots.execution_options(yield_per=_AT_ONCE))
    found |= {draft_id for draft_id, content in rows if digest.encode() in _bytes(content)}
    return tuple(sorted(found))


def _drafts_without(db: sa.Connection) -> tuple[str, ...]:
    """The drafts that name a content which is not there. A captured page may be: the house lets it go in time."""
    named = [(drafts.c.id, drafts.c[name]) for name in _OF_DRAFTS]
    named += [(revisions.c.draft_id, revisions.c[name]) for name in _OF_REVISIONS]
    missing = (
        sa.select(owner).where(digest.is_not(None) & ~sa.exists().where(blobs.c.digest == digest))
        for owner, digest in named
    )
    return tuple(sorted({draft_id for one in missing for draft_id in db.execute(one).scalars()}))


def _bytes(content: bytes | memoryview | str) -> bytes:
    # A damaged cell of an SQLite file may hold another type than its column's.
    return bytes(content) if isinstance(content, bytes | memoryview) else str(content).encode(errors="surrogateescape")
