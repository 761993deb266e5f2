"""A prompt tried on real work: the last signed drafts written again from their snapshots, the network left alone."""

from typing import Literal

import sqlalchemy as sa

from evals.cases import Case
from evals.commands import Wish, drafter_for, prompted
from evals.drafting import Drafter
from evals.fixes import Fix, fixes_of
from evals.results import State
from evals.scorers.subject import draft_text
from evals.screen import say_preview
from pipeline.errors import UsageFault
from pipeline.settings import load_settings
from pipeline.store.database import open_database, reading
from pipeline.store.drafts import find_draft, load_text, revisions_of
from pipeline.store.payloads import get_model
from pipeline.store.tables import drafts
from schemas.article import Article
from schemas.base import Closed
from schemas.draft import Analyse, Synthese
from schemas.parts import iter_parts
from schemas.review import DraftRow

__all__ = ["DraftPreview", "PartPreview", "Preview", "previewed"]


class PartPreview(Closed):
    """A part that the candidate writes otherwise than the model did then; empty where a text has no such part."""

    part: str
    then: str
    signed: str
    candidate: str


class DraftPreview(Closed):
    """One signed draft. `returned`: what a person took out and the candidate says again; `held`: what it does not.

    `state` is `skipped` where the source may not be shown to a hosted model.
    """

    id: str
    title: str
    state: State | Literal["skipped"]
    reason: str = ""
    changes: tuple[PartPreview, ...] = ()
    returned: tuple[Fix, ...] = ()
    held: int = 0
    blocking: tuple[str, ...] = ()


class Preview(Closed):
    """What a folder of prompts would make of the last signed drafts."""

    model: str
    drafts: tuple[DraftPreview, ...]

    @property
    def is_calm(self) -> bool:
        """Whether every draft could be written and nothing that was mended comes back."""
        return not any(one.returned or one.state not in ("drafted", "skipped") for one in self.drafts)


class _Signed(Closed):
    """What is known of a signed draft: the article it was written from, its first text, its signed one, its fixes."""

    row: DraftRow
    article: Article
    then: Analyse | Synthese
    signed: Analyse | Synthese
    fixes: tuple[Fix, ...]


def previewed(wish: Wish, last: int) -> Preview:
    """Write the last signed drafts again. Raises UsageFault where none was signed."""
    settings = load_settings()
    if wish.model:
        settings = settings.model_copy(update={"model": wish.model})
    signed = _last_signed(open_database(settings.database_url), last)
    if not signed:
        raise UsageFault("Aucun brouillon n’a encore été signé.", "Mesurez sur les cas\u00a0: morasse eval run.")
    with prompted(settings, wish) as using:
        drafter = drafter_for(using, articles={one.row.id: one.article for one in signed})
        done = []
        for one in signed:
            done.append(_previewed(one, drafter))
            say_preview(done[-1])
    return Preview(model=drafter.name, drafts=tuple(done))


def _last_signed(engine: sa.Engine, last: int) -> tuple[_Signed, ...]:
    known = drafts.c.article.is_not(None) & drafts.c.signed_revision.is_not(None)
    wanted = sa.select(drafts.c.id).where((drafts.c.state == "signed") & known)
    with reading(engine) as db:
        ids = db.execute(wanted.order_by(drafts.c.updated_at.desc()).limit(last)).scalars().all()
        return tuple(_signed(db, one) for one in ids)


def _signed(db: sa.Connection, draft_id: str) -> _Signed:
    row = find_draft(db, draft_id)
    signed = load_text(db, str(row.signed_revision))
    by_model = [one for one in revisions_of(db, row.id) if one.origin != "human"]
    return _Signed(
        row=row,
        article=get_model(db, str(row.article), Article),
        then=load_text(db, by_model[-1].revision) if by_model else signed,
        signed=signed,
        fixes=fixes_of(db, row.id, signed),
    )


def _previewed(one: _Signed, drafter: Drafter) -> DraftPreview:
    row = one.row
    if row.request.local_only and not drafter.embedded:
        return DraftPreview(id=row.id, title=row.title, state="skipped", reason="réservé au modèle local")
    outcome = drafter.draft(Case(name=row.id, kind=row.format), 0)
    if outcome.draft is None:
        return DraftPreview(id=row.id, title=row.title, state=outcome.state, reason=outcome.reason)
    said = draft_text(outcome.draft)
    returned = tuple(fix for fix in one.fixes if fix.comes_back_in(said))
    found = outcome.verification.blocking if outcome.verification else ()
    return DraftPreview(
        id=row.id,
        title=row.title,
        state=outcome.state,
        changes=_changes(one, outcome.draft),
        returned=returned,
        held=len(one.fixes) - len(returned),
        blocking=tuple(f"{each.code} ({each.part})" for each in found),
    )


def _changes(one: _Signed, candidate: Analyse | Synthese) -> tuple[PartPreview, ...]:
    then, signed, new = (
        {part.path: part.text for part in iter_parts(text)} for text in (one.then, one.signed, candidate)
    )
    return tuple(
        PartPreview(part=path, then=then.get(path, ""), signed=signed.get(path, ""), candidate=new.get(path, ""))
        for path in dict.fromkeys((*then, *new))
        if then.get(path, "") != new.get(path, "")
    )
