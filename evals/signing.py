"""A signed draft as a candidate case: its source, its text, and what its reviewers had to mend."""

import json
from pathlib import Path

import sqlalchemy as sa

from evals.adding import Added, fresh_folder, suffix_of, toml
from evals.cases import Case, load_cases, read_source
from evals.fixes import facts_from, fixes_of
from pipeline.digests import digest_article
from pipeline.errors import UsageFault
from pipeline.render.slugs import slugify_title
from pipeline.settings import Settings
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft, load_text
from pipeline.store.payloads import get_bytes, get_model
from schemas.article import Article
from schemas.source import Snapshot

__all__ = ["add_signed", "confirm"]

_WAITS, _CONFIRMED = "candidate = true\n", "candidate = false\n"


def add_signed(engine: sa.Engine, draft_id: str, *, name: str | None, settings: Settings) -> Added:
    """Make a candidate case of a signed draft: reviewers' fixes become facts it must carry and traps it must not take.

    The source goes under a git-ignored name. Raises UsageFault for a draft that is not signed.
    """
    with reading(engine) as db:
        row = find_draft(db, draft_id)
        if row.signed_revision is None or row.signed_revision != row.revision or not (row.snapshot and row.article):
            raise UsageFault(
                f"Le brouillon {row.id} n’est pas signé.", f"D’abord\u00a0: morasse sign {row.id} --by NOM."
            )
        draft, article = load_text(db, row.signed_revision), get_model(db, row.article, Article)
        snapshot = get_model(db, row.snapshot, Snapshot)
        content, fixes = get_bytes(db, snapshot.content_digest), fixes_of(db, row.id, draft)
    folder = fresh_folder(settings, name or slugify_title(draft.title) or row.id)
    folder.mkdir(parents=True)
    page = folder / f"source.private{suffix_of(snapshot)}"
    page.write_bytes(content)
    (folder / "reference.json").write_text(
        json.dumps(draft.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    card = {
        "kind": row.format,
        "url": snapshot.final_url,
        "tags": ["signed"],
        "candidate": True,
        "traps": list(dict.fromkeys(word for one in fixes for word in one.wrong)),
    }
    facts = facts_from(fixes, article)
    (folder / "case.toml").write_text(toml(card, facts), "utf-8")
    case = Case(name=folder.name, kind=row.format, page=page, url=snapshot.final_url)
    again = read_source(case)
    missing = [f"Reprises de relecture\u00a0: {len(fixes)}, dont {len(facts)} faits. Relisez {folder / 'case.toml'}."]
    if not isinstance(again, Article) or digest_article(again) != digest_article(article):
        missing.append(
            "Source\u00a0: la page se lit aujourd’hui autrement qu’à la rédaction\u00a0; vérifiez les faits."
        )
    missing.append(f"Ensuite\u00a0: morasse golden confirm {folder.name}")
    return Added(folder=folder, missing=tuple(missing))


def confirm(name: str, house_dir: Path) -> Case:
    """A candidate becomes a case like the others. Raises UsageFault where there is no such candidate."""
    card = house_dir / "golden" / name / "case.toml"
    waiting = sorted(one.name for one in load_cases(house_dir) if one.candidate)
    if name not in waiting:
        known = ", ".join(waiting) or "aucun"
        raise UsageFault(f"«\u00a0{name}\u00a0» n’est pas un cas candidat.", f"Attendent confirmation\u00a0: {known}.")
    text = card.read_text("utf-8")
    if _WAITS not in text:
        raise UsageFault(f"{card} ne porte pas la ligne «\u00a0candidate = true\u00a0».", "Changez-la à la main.")
    card.write_text(text.replace(_WAITS, _CONFIRMED, 1), "utf-8")
    return next(one for one in load_cases(house_dir) if one.name == name)
