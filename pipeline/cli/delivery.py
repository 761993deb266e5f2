"""A draft at its gate, written out as files: the article as it will read, its JSON, and the proof sheet."""

from pathlib import Path

from pipeline.compose import Newsroom
from pipeline.errors import StoreFault
from pipeline.render import render
from pipeline.render.proof import proof_sheet
from pipeline.sentences import with_sentences
from pipeline.store.database import reading
from pipeline.store.drafts import load_text
from pipeline.store.history import events_of, writer_in
from pipeline.store.payloads import get_model
from pipeline.store.results import StageRun, stage_runs_of
from schemas.article import Article
from schemas.base import Closed
from schemas.finding import Finding, Verification
from schemas.review import DraftRow

__all__ = ["Waiting", "write_out"]


class Waiting(Closed):
    """What waits at the gate: its files (name → path), who wrote it, what was found and said, what it took."""

    title: str
    made_by: str
    files: dict[str, str]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    stages: tuple[StageRun, ...]


def write_out(newsroom: Newsroom, row: DraftRow, folder: Path) -> Waiting:
    """Write a draft's files into `folder`. Raises StoreFault."""
    with reading(newsroom.engine) as db:
        draft = load_text(db, row.revision or "")
        article = with_sentences(get_model(db, row.article or "", Article))
        found = get_model(db, row.verification or "", Verification)
        stages = tuple(one for one in stage_runs_of(db, row.id) if one.run == row.run)
        made_by = writer_in(events_of(db, row.id))
    house = newsroom.settings.house
    texts = {
        "markdown": ("md", render(draft, "markdown", house=house)),
        "html": ("html", render(draft, "html", house=house)),
        "json": ("json", draft.model_dump_json(indent=1)),
        "proof": ("epreuve.html", proof_sheet(draft, article, found, made_by=made_by)),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for ending, text in texts.values():
            (folder / f"{row.id}.{ending}").write_text(text.rstrip("\n") + "\n", "utf-8")
    except OSError as error:
        raise StoreFault(
            f"Le dossier {folder} ne peut pas être écrit ({error.strerror})\u00a0; le brouillon est dans la base.",
            f"Indiquez un autre dossier\u00a0: morasse resume {row.id} --out DOSSIER.",
        ) from error
    files = {name: str(folder / f"{row.id}.{ending}") for name, (ending, _) in texts.items()}
    return Waiting(
        title=draft.title,
        made_by=made_by,
        files=files,
        findings=found.findings,
        notes=(*draft.notes, *found.notes),
        stages=stages,
    )
