"""Commands that write: draft, resume, worker."""

import getpass
import json
import signal
import sys
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import get_args

import click

from pipeline.cli.delivery import write_out
from pipeline.cli.port import port_open
from pipeline.cli.screen import console, say_findings, say_usage, watching
from pipeline.cli.sources import is_file, read_file
from pipeline.cli.weights import ensure_weights
from pipeline.compose import Newsroom, open_newsroom
from pipeline.errors import ModelFault
from pipeline.gates import source as gate
from pipeline.models.prices import load_prices
from pipeline.settings import load_settings
from schemas.review import DraftRow
from schemas.source import Format, SourceRequest

__all__ = ["draft", "resume", "worker"]


@click.command()
@click.argument("source")
@click.option("--format", "format_", type=click.Choice(get_args(Format)), default="analyse", show_default=True)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for the Markdown, HTML and JSON.")
@click.option("--json", "as_json", is_flag=True, help="The outcome as JSON on stdout.")
@click.option("--by", default=getpass.getuser, help="Who submits.")
@click.option("--note", default="", help="A word for the reviewer.")
@click.option("--local-only", is_flag=True, help="Never show this text to a hosted model.")
def draft(source: str, format_: Format, out: Path | None, as_json: bool, by: str, note: str, local_only: bool) -> int:
    """Write a draft from SOURCE, a URL or a local .html .mhtml .txt .md .pdf file, up to the review gate."""
    newsroom = open_newsroom(load_settings())
    captured = read_file(Path(source), by=by) if is_file(source) else None
    request = SourceRequest(source=source, format=format_, submitted_by=by, note=note, local_only=local_only)
    row = gate.submit(newsroom.office, request, captured)
    console.print(f"Brouillon [bold]{row.id}[/]\u00a0: {source}", soft_wrap=True)
    return _settle_and_say(newsroom, row, out, as_json)


@click.command()
@click.argument("draft_id", metavar="ID")
@click.option("--with", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The source's text.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for the Markdown, HTML and JSON.")
@click.option("--json", "as_json", is_flag=True, help="The outcome as JSON on stdout.")
@click.option("--by", default=getpass.getuser, help="Who resumes.")
def resume(draft_id: str, file: Path | None, out: Path | None, as_json: bool, by: str) -> int:
    """Go on with draft ID where it stopped; `--with` supplies the text of a source that could not be read."""
    newsroom = open_newsroom(load_settings())
    captured = read_file(file, by=by) if file else None
    row = gate.resume(newsroom.office, draft_id, actor=by, captured=captured)
    return _settle_and_say(newsroom, row, out, as_json)


@click.command()
@click.option(
    "--metrics-port", type=click.IntRange(0, 65535), help="Serve /metrics, /healthz and /readyz on this port."
)
@click.option("--metrics-host", default="127.0.0.1", show_default=True, help="The address to serve them on.")
def worker(metrics_port: int | None, metrics_host: str) -> None:
    """Work on what is enqueued, until interrupted."""
    # Who is asked to end says so to the others; in a container, where it is the first process, it would not even end.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit())
    newsroom = open_newsroom(load_settings())
    ensure_weights(newsroom.settings)
    console.print("Au travail. Ctrl+C pour arrêter\u00a0; rien n’est perdu.")
    with ExitStack() as open_until_the_end:
        if metrics_port is not None:
            port = open_until_the_end.enter_context(port_open(newsroom, metrics_port, metrics_host))
            console.print(f"Mesures\u00a0: http://{metrics_host}:{port}/metrics", markup=False)
        newsroom.work()


def _settle_and_say(newsroom: Newsroom, row: DraftRow, out: Path | None, as_json: bool) -> int:
    # Without its model a draft goes as far as it can, and is parked with the same words by the step that asks for it.
    with suppress(ModelFault):
        ensure_weights(newsroom.settings)
    with watching() as watch:
        row = newsroom.settle(row.id, watch)
    if row.revision is None or row.state in ("parked", "source_gate"):
        console.print(f"{row.reason} {row.remedy}".strip(), markup=False, soft_wrap=True)
        if row.state == "parked":
            console.print(f"Rien n’est perdu. Reprendre\u00a0: morasse resume {row.id}", markup=False)
        if as_json:
            click.echo(json.dumps({"id": row.id, "state": row.state, "reason": row.reason, "remedy": row.remedy}))
        return row.exit_code
    _say_draft(newsroom, row, out, as_json)
    return 0


def _say_draft(newsroom: Newsroom, row: DraftRow, out: Path | None, as_json: bool) -> None:
    waiting = write_out(newsroom, row, out or newsroom.settings.data_dir / "drafts" / row.id)
    spent = say_usage(waiting.stages, load_prices(newsroom.settings.house_dir).currency)
    console.print(f"{waiting.title} — {waiting.made_by} ({spent})", markup=False, soft_wrap=True)
    say_findings(waiting.findings)
    for note in waiting.notes:
        console.print(f"  {note}", markup=False, soft_wrap=True)
    console.print(
        f"Le brouillon {row.id} attend à la relecture\u00a0; l’épreuve le montre à côté de sa source.\n"
        f"Ensuite\u00a0: morasse show {row.id}, puis morasse decide {row.id} accept --by NOM",
        markup=False,
        soft_wrap=True,
    )
    if as_json:
        found = [one.model_dump(mode="json") for one in waiting.findings]
        whole = {"id": row.id, "state": row.state, "title": waiting.title, **waiting.files, "findings": found}
        click.echo(json.dumps(whole, ensure_ascii=False))
    else:
        click.echo("\n".join(waiting.files[name] for name in ("markdown", "html", "proof")))
