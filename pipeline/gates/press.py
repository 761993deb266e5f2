"""The bon à tirer: a last look at the source, the signature on one revision, and what may leave the house."""

from typing import Literal

from pipeline.digests import digest_article, digest_json
from pipeline.errors import GateFault
from pipeline.fetch import Captured, FetchLimits, NotModified, fetch
from pipeline.gates.office import Office, open_draft, open_findings, record
from pipeline.reading import read_article
from pipeline.store.database import reading, transaction
from pipeline.store.drafts import find_draft, update_draft
from pipeline.store.history import acceptance_in, append_event, events_of
from pipeline.store.payloads import get_model
from schemas.article import Article
from schemas.base import Closed
from schemas.draft import Analyse, Synthese
from schemas.review import DraftRow
from schemas.source import Snapshot

__all__ = ["Sight", "SourceLook", "export", "look_again", "look_closely", "sign"]

SourceLook = Literal["unchanged", "changed", "withdrawn", "unreachable", "supplied"]


class Sight(Closed):
    """What a look at the source saw: `today`, where it reads otherwise now; `said`, why it was not read."""

    look: SourceLook
    today: Article | None = None
    said: str = ""

    @property
    def seal(self) -> str:
        """Names what was seen: looks that saw the same have the same."""
        return digest_json([self.look, digest_article(self.today) if self.today else self.said])


def look_again(office: Office, draft_id: str, *, allow_loopback: bool, limits: FetchLimits) -> SourceLook:
    """What the source shows now against what the draft was written from; `supplied` when a person handed it over."""
    return look_closely(office, draft_id, allow_loopback=allow_loopback, limits=limits).look


def look_closely(office: Office, draft_id: str, *, allow_loopback: bool, limits: FetchLimits) -> Sight:
    """As `look_again`, with what there was to see."""
    with reading(office.engine) as db:
        row = find_draft(db, draft_id)
        if row.snapshot is None or row.article is None:
            return Sight(look="supplied")
        snapshot, article = get_model(db, row.snapshot, Snapshot), get_model(db, row.article, Article)
    if snapshot.supply != "fetched":
        return Sight(look="supplied")
    now = fetch(snapshot.requested_url, allow_loopback=allow_loopback, limits=limits, known=snapshot)
    if isinstance(now, NotModified):
        return Sight(look="unchanged")
    if not isinstance(now, Captured):
        return Sight(look="withdrawn" if now.code == "not_found" else "unreachable", said=now.message)
    if now.snapshot.content_digest == snapshot.content_digest:
        return Sight(look="unchanged")
    today = read_article(now)
    if not isinstance(today, Article):
        return Sight(look="changed", said=today.message)
    if digest_article(today) == digest_article(article):
        return Sight(look="unchanged")
    return Sight(look="changed", today=today)


def sign(
    office: Office, draft_id: str, *, actor: str, look: SourceLook, despite_source: bool, base: str | None = None
) -> DraftRow:
    """Sign the revision as it stands. A source that changed or went needs the publisher's word.

    `base` names the revision that was read; a newer one is not signed. Raises StaleRevision.
    """
    with transaction(office.engine) as db:
        row, draft = open_draft(db, draft_id, base)
        if row.state == "signed":
            raise GateFault(f"Le brouillon {row.id} est déjà signé.", f"Pour le sortir\u00a0: morasse export {row.id}.")
        if row.state != "press_gate":
            raise GateFault(
                f"Le brouillon {row.id} n’a pas été accepté à la relecture.",
                f"D’abord\u00a0: morasse decide {row.id} accept.",
            )
        _check_signature(office, row, draft, actor=actor, accepted_by=_last_accepter(office, row))
        if open_findings(db, row, draft):
            raise GateFault(
                f"Le brouillon {row.id} porte des points bloquants.", f"Voyez\u00a0: morasse show {row.id}."
            )
        if look in ("changed", "withdrawn") and not despite_source:
            raise GateFault(
                "La source a changé depuis sa capture." if look == "changed" else "La source n’est plus en ligne.",
                "Relisez-la\u00a0; pour signer malgré tout, ajoutez --despite-source-change.",
            )
        record(db, row, "press", "accept", actor=actor, comment="")
        append_event(db, row.id, "signed", actor=actor, payload={"revision": row.revision, "source": look})
        update_draft(db, row.id, expected="press_gate", state="signed", signed_revision=row.revision)
        return find_draft(db, row.id)


def export(office: Office, draft_id: str, *, actor: str, to: str) -> Analyse | Synthese:
    """The signed text, for rendering: nothing leaves without a signature on the very revision that leaves."""
    with transaction(office.engine) as db:
        row, draft = open_draft(db, draft_id)
        if row.state != "signed" or row.signed_revision != row.revision:
            raise GateFault(
                f"Le brouillon {row.id} n’est pas signé.", f"D’abord\u00a0: morasse sign {row.id} --by NOM."
            )
        append_event(db, row.id, "exported", actor=actor, payload={"revision": row.revision, "to": to})
        return draft


def _check_signature(office: Office, row: DraftRow, draft: Analyse | Synthese, *, actor: str, accepted_by: str) -> None:
    if office.house.four_eyes and actor == accepted_by:
        raise GateFault(
            f"{actor} a déjà accepté ce brouillon à la relecture.",
            "La maison veut quatre yeux\u00a0: une autre personne doit signer.",
        )
    for n, action in enumerate(draft.actions if isinstance(draft, Analyse) else ()):
        for m, passage in enumerate(action.outside_knowledge):
            if passage.status == "open":
                place = f"actions[{n}].outside_knowledge[{m}]"
                raise GateFault(
                    f"Un savoir extérieur reste à confirmer\u00a0: «\u00a0{passage.text}\u00a0».",
                    f"Confirmez-le, ou retirez-le (morasse decide {row.id} accept --part '{place}', ou reject).",
                )


def _last_accepter(office: Office, row: DraftRow) -> str:
    with reading(office.engine) as db:
        accepted = acceptance_in(events_of(db, row.id))
    return accepted.actor if accepted else ""
