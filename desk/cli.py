"""The desk's command."""

import click

from desk.serving import serve
from pipeline.cli.screen import console
from pipeline.compose import open_newsroom
from pipeline.settings import load_settings

__all__ = ["desk"]


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8400, show_default=True, help="0: any that is free.")
def desk(host: str, port: int) -> None:
    """Open the desk for editors, reviewers and publishers, with a worker beside it where none is at work."""
    newsroom = open_newsroom(load_settings())
    serve(newsroom, host=host, port=port, say=lambda line: console.print(line, markup=False, soft_wrap=True))
