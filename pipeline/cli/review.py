"""Commands of the review: queue, show, edit, decide."""

import getpass
import json
import sys
from typing import TextIO, get_args

import click
from rich.markup import escape
from rich.table import Table

from pipeline.cli.screen import console, say_findings
from pipeline.compose import open_newsroom
from pipeline.gates import margin, relecture
from pipeline.gates import source as source_gate
from pipeline.settings import load_settings
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft, list_drafts, load_text
from pipeline.store.history import events_of
from pipeline.store.payloads import get_model
from pipeline.store.workers import has_live_worker
from schemas.draft import Analyse, Synthese
from schemas.finding import Verification
from schemas.parts import iter_parts, plain_path
from schemas.review import DecisionKind, DraftRow, Event

__all__ = ["decide", "edit", "queue", "show"]

_STATES = {
    "working": "en cours",
    "source_gate": "source à confirmer",
    "review_gate": "à relire",
    "press_gate": "bon à tirer",
    "signed": "signé",
    "parked": "en attente",
    "rejected": "refusé",
}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="The rows as JSON on stdout.")
def queue(as_json: bool) -> None:
    """List the drafts, the last touched first."""
    newsroom = open_newsroom(load_settings())
    with reading(newsroom.engine) as db:
        rows = list_drafts(db)
        is_served = has_live_worker(db, newsroom.settings.worker_silence_s)
    if as_json:
        click.echo(json.dumps([one.model_dump(mode="json") for one in rows], ensure_ascii=False))
        return
    for one in rows:
        points = f"{one.blocking} bloquant(s)" if one.blocking else ""
        state = _state_words(one, is_served)
        click.echo("\t".join((one.id, state, points, one.title or one.source, one.reason)).rstrip())


@click.command()
@click.argument("draft_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Row, draft, verification and history as JSON on stdout.")
def show(draft_id: str, as_json: bool) -> None:
    """Show a draft part by part, its findings, its history and what can be done next."""
    newsroom = open_newsroom(load_settings())
    with reading(newsroom.engine) as db:
        row = find_draft(db, draft_id)
        history = events_of(db, row.id)
        text = load_text(db, row.revision) if row.revision else None
        found = get_model(db, row.verification, Verification) if row.verification else Verification()
        is_served = has_live_worker(db, newsroom.settings.worker_silence_s)
    if as_json:
        whole = {"row": row, "draft": text, "verification": found, "history": history}
        click.echo(json.dumps(whole, default=lambda model: model.model_dump(mode="json"), ensure_ascii=False))
        return
    click.echo(f"{row.id}  {_state_words(row, is_served)}  {(row.revision or '')[:12]}  {row.source}")
    for part in iter_parts(text) if text else ():
        click.echo(f"\n[{part.path}]\n{part.text}")
    click.echo()
    if text:
        _say_proposals(history, row, text)
    say_findings(found.findings)
    for note in (*(text.notes if text else ()), *found.notes):
        console.print(f"  {note}", markup=False, soft_wrap=True)
    _say_history(history)
    console.print(_next_step(row, is_served=is_served), markup=False, soft_wrap=True)


@click.command()
@click.argument("draft_id", metavar="ID")
@click.option("--part", required=True, help="A part's path, as `morasse show` prints it.")
@click.option("--text-file", type=click.File(encoding="utf-8"), help="The new text; standard input without it.")
@click.option("--base", help="The revision you read; a newer one is then never overwritten.")
@click.option("--by", default=getpass.getuser, help="Who edits.")
def edit(draft_id: str, part: str, text_file: TextIO | None, base: str | None, by: str) -> None:
    """Replace the text of one part; the whole is verified again.

    Without --base the text is replaced whoever wrote it; where that was a person, what stood there is said.
    """
    newsroom = open_newsroom(load_settings())
    text = (text_file or sys.stdin).read()
    with reading(newsroom.engine) as db:
        was = find_draft(db, draft_id)
    row = margin.save(newsroom.office, draft_id, {part: text}, actor=by, base=base)
    with reading(newsroom.engine) as db:
        found = get_model(db, row.verification or "", Verification)
        history = events_of(db, row.id)
    console.print(f"Enregistré\u00a0: {row.revision}", markup=False)
    if was.state in ("press_gate", "signed") and row.state == "review_gate":
        console.print(
            "Ce texte n’est plus celui qui avait été accepté\u00a0: il est de nouveau à relire.", soft_wrap=True
        )
    if base is None and row.revision != was.revision:
        _say_replaced(history, row)
    say_findings(tuple(one for one in found.findings if one.part == part))


@click.command()
@click.argument("draft_id", metavar="ID")
@click.argument("kind", metavar="DECISION", type=click.Choice(get_args(DecisionKind)))
@click.option("--part", help="One part only, as `morasse show` prints it.")
@click.option("--comment", default="", help="The reason or the remark.")
@click.option("--base", help="The revision you read; a newer one is then not decided on.")
@click.option("--by", default=getpass.getuser, help="Who decides.")
def decide(draft_id: str, kind: DecisionKind, part: str | None, comment: str, base: str | None, by: str) -> int:
    """Accept, reject or regenerate draft ID, or one of its parts; DECISION is one of these three words."""
    newsroom = open_newsroom(load_settings())
    with reading(newsroom.engine) as db:
        row = find_draft(db, draft_id)
    if row.state == "source_gate":
        row = source_gate.decide_source(newsroom.office, row.id, kind, actor=by, comment=comment)
    elif row.state == "parked" and kind == "reject":
        row = source_gate.give_up(newsroom.office, row.id, actor=by, comment=comment)
    elif part is None:
        row = relecture.decide(newsroom.office, row.id, kind, actor=by, comment=comment, base=base)
    else:
        row = relecture.decide_part(newsroom.office, row.id, kind, part, actor=by, comment=comment, base=base)
        if kind == "regenerate" and row.state == "review_gate":
            # It is only in the queue: where no worker runs, `resume` is what brings one.
            console.print(
                f"Nouvelle version de {part} demandée. L’obtenir\u00a0: morasse resume {row.id}",
                markup=False,
                soft_wrap=True,
            )
            return 0
    console.print(_next_step(row), markup=False, soft_wrap=True)
    return 0


def _state_words(row: DraftRow, is_served: bool) -> str:
    """Where a draft stands. One that is at work, and whose worker ended (a full disk, a kill), waits for the next."""
    return _STATES[row.state] if is_served or row.state != "working" else "en cours, personne n’y travaille"


def _next_step(row: DraftRow, *, is_served: bool = True) -> str:
    followed = "Au travail. Suivre" if is_served else "Personne n’y travaille. Aller plus loin"
    return {
        "working": f"{followed}\u00a0: morasse resume {row.id}",
        "source_gate": f"{row.reason} {row.remedy}",
        "review_gate": f"À relire. Modifier\u00a0: morasse edit {row.id} --part PARTIE\u00a0; "
        f"accepter\u00a0: morasse decide {row.id} accept",
        "press_gate": f"Accepté. Signer\u00a0: morasse sign {row.id} --by NOM",
        "signed": f"Signé. Sortir\u00a0: morasse export {row.id} --to markdown",
        "parked": f"{row.reason} {row.remedy} Reprendre\u00a0: morasse resume {row.id}\u00a0; "
        f"renoncer\u00a0: morasse decide {row.id} reject",
        "rejected": "Refusé.",
    }[row.state]


def _say_proposals(history: tuple[Event, ...], row: DraftRow, draft: Analyse | Synthese) -> None:
    for one in history:
        if one.kind == "proposed" and one.payload["base"] == row.revision:
            # History names parts by their stable ids; `edit` is given what stands above.
            part = plain_path(draft, str(one.payload["part"]))
            console.print(f"Proposition pour {part}\u00a0: {one.payload['text']}", markup=False, soft_wrap=True)


def _say_replaced(history: tuple[Event, ...], row: DraftRow) -> None:
    """Whose words the last change took the place of, and how to have them back."""
    edits = [one for one in history if one.kind == "edited"]
    for number, last in enumerate(edits):
        same = [one for one in edits[:number] if one.payload["part"] == last.payload["part"]]
        if last.payload["revision"] == row.revision and same:
            words = (
                f"Remplacé, de {same[-1].actor}\u00a0: {last.payload['before']}",
                f"L’histoire le garde (morasse show {row.id} --json)\u00a0; pour le rétablir, enregistrez-le à nouveau."
                " Avec --base, le texte d’un autre n’est jamais remplacé.",
            )
            console.print("\n".join(words), markup=False, soft_wrap=True)


def _say_history(history: tuple[Event, ...]) -> None:
    table = Table.grid(padding=(0, 2))
    for one in history:
        said = (str(one.payload.get(name) or "") for name in ("part", "comment", "reason"))
        table.add_row(one.at[:19].replace("T", " "), one.kind, one.actor, escape("  ".join(filter(None, said))))
    console.print(table)
