"""Commands of the bon à tirer: sign, export."""

import sys
from typing import Literal, get_args

import click

from pipeline.cli.screen import console
from pipeline.compose import open_newsroom
from pipeline.fetch import to_warc
from pipeline.gates import press
from pipeline.gates.delivery import deliver
from pipeline.render import Target
from pipeline.settings import load_settings
from pipeline.steps.evidence import kept_capture
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft

__all__ = ["export", "sign"]

_LOOKS = {
    "unchanged": "La source n’a pas changé depuis sa capture.",
    "changed": "La source a changé depuis sa capture.",
    "withdrawn": "La source n’est plus en ligne.",
    "unreachable": "La source n’a pas pu être relue.",
    "supplied": "La source a été fournie par la rédaction\u00a0; il n’y a rien à relire en ligne.",
}


@click.command()
@click.argument("draft_id", metavar="ID")
@click.option("--by", required=True, help="Who signs.")
@click.option("--despite-source-change", is_flag=True, help="Sign although the source changed or went.")
def sign(draft_id: str, by: str, despite_source_change: bool) -> None:
    """Give the bon à tirer for draft ID as it stands; the source is looked at once more."""
    newsroom = open_newsroom(load_settings())
    with reading(newsroom.engine) as db:
        # What stands now is what is signed, however long the look at the source takes.
        base = find_draft(db, draft_id).revision
    settings = newsroom.settings
    sight = press.look_closely(
        newsroom.office, draft_id, allow_loopback=settings.allow_loopback, limits=settings.service.fetch
    )
    console.print(f"{_LOOKS[sight.look]} {sight.said}".rstrip(), markup=False, soft_wrap=True)
    row = press.sign(
        newsroom.office, draft_id, actor=by, look=sight.look, despite_source=despite_source_change, base=base
    )
    console.print(
        f"Signé par {by}\u00a0: {row.signed_revision}. Sortir\u00a0: morasse export {row.id} --to markdown",
        markup=False,
        soft_wrap=True,
    )


@click.command()
@click.argument("draft_id", metavar="ID")
@click.option("--to", type=click.Choice([*get_args(Target), "json", "warc"]), required=True)
@click.option("--by", default="", help="Who exports.")
def export(draft_id: str, to: Target | Literal["json", "warc"], by: str) -> None:
    """Render signed draft ID on stdout; with `--to warc`, signed or not, its source as it was captured."""
    newsroom = open_newsroom(load_settings())
    if to == "warc":
        sys.stdout.buffer.write(to_warc(kept_capture(newsroom.engine, draft_id)))
        return
    click.echo(deliver(newsroom.office, draft_id, actor=by or "morasse", to=to).text, nl=False)
