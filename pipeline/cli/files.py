"""Commands on files, which need no database: extract, verify, import, render."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, get_args

import click
from pydantic import ValidationError

from pipeline.cli.screen import console, say_findings
from pipeline.cli.sources import is_file, read_file
from pipeline.errors import SourceFault, UsageFault
from pipeline.fetch import Captured, fetch
from pipeline.importing import read_published
from pipeline.misfits import misfit, misread
from pipeline.reading import read_article
from pipeline.render import Target
from pipeline.render import render as render_draft
from pipeline.sentences import with_sentences
from pipeline.settings import load_settings
from pipeline.verify.form.grammar import verify_with_grammar
from schemas.article import Article, article_from_json
from schemas.draft import NAMED, UNREAD, Analyse, Synthese, read_draft
from schemas.places import check_evidence
from schemas.source import Refusal

__all__ = ["extract", "import_", "render", "verify"]
ReadT = TypeVar("ReadT")
_REMEDY = "Donnez le fichier qu’a écrit Morasse, ou un autre de la forme que décrit docs/formats.md."
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("source")
@click.option("--url", default="", help="The address a local file was saved from.")
@click.option("--json", is_flag=True, expose_value=False, help="Accepted for scripts: the output is always JSON.")
def extract(source: str, url: str) -> None:
    """Read an article from a URL or a local file; the Article as JSON on stdout."""
    article = _article(_captured(source, url))
    for notice in article.warnings:
        console.print(f"{notice.code}\u00a0: {notice.message}", markup=False, soft_wrap=True)
    click.echo(article.model_dump_json(indent=1))


@click.command()
@click.argument("draft", type=_FILE)
@click.option("--article", "article_file", type=_FILE, required=True)
@click.option("--json", "as_json", is_flag=True, help="Findings and supports as JSON on stdout.")
def verify(draft: Path, article_file: Path, as_json: bool) -> int:
    """Hold a draft (JSON) against its article (JSON). Exit 1 when a finding is blocking."""
    article, read_otherwise = _fitting(article_file, _json(article_file), "un article", article_from_json)
    text, source, house = _draft(draft), with_sentences(article), load_settings().house
    _fitting(draft, text, "un brouillon de cet article", partial(check_evidence, article=article))
    outcome = verify_with_grammar(text, source, house=house)
    for note in (*read_otherwise, *outcome.notes):
        console.print(note, markup=False, soft_wrap=True)
    if as_json:
        click.echo(outcome.model_dump_json(indent=1))
    else:
        say_findings(outcome.findings)
    return 1 if outcome.blocking else 0


@click.command("import")
@click.argument("file", type=_FILE)
@click.option("--json", is_flag=True, expose_value=False, help="Accepted for scripts: the output is always JSON.")
def import_(file: Path) -> None:
    """Read an existing article (text, Markdown, HTML, Ghost export) into a draft, as JSON on stdout."""
    # Bytes first: universal newlines would change an article that must come back as it was.
    try:
        text = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise UsageFault(f"{file} n’est pas un texte en UTF-8.", "Enregistrez-le en UTF-8, puis recommencez.") from None
    draft = read_published(text, name=file.name, house=load_settings().house)
    for note in draft.notes:
        console.print(note, markup=False, soft_wrap=True)
    for line in draft.unplaced:
        console.print(f"Non placé\u00a0: {line}", markup=False, soft_wrap=True)
    click.echo(draft.model_dump_json(indent=1))


@click.command()
@click.argument("draft", type=_FILE)
@click.option("--to", type=click.Choice(get_args(Target)), required=True)
def render(draft: Path, to: Target) -> None:
    """Render a draft (JSON) on stdout."""
    click.echo(render_draft(_draft(draft), to, house=load_settings().house), nl=False)


def _captured(source: str, url: str) -> Captured:
    if is_file(source):
        return read_file(Path(source), url=url)
    settings = load_settings()
    captured = fetch(source, allow_loopback=settings.allow_loopback, limits=settings.service.fetch)
    if isinstance(captured, Refusal):
        raise SourceFault(captured.message, captured.remedy)
    return captured


def _article(captured: Captured) -> Article:
    article = read_article(captured)
    if isinstance(article, Refusal):
        raise SourceFault(article.message, article.remedy)
    return article


def _json(path: Path) -> Any:
    try:
        data = json.loads(path.read_bytes())
        # An escape may stand for half a character, which nothing can print or keep.
        json.dumps(data, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise UsageFault(f"{path} n’est pas du JSON ({misread(error)}).", _REMEDY) from error
    return data


def _draft(path: Path) -> Analyse | Synthese:
    data = _json(path)
    # Read leniently, `{}` and every other table would pass for a draft with nothing in it.
    if isinstance(data, dict) and (missing := [one for one in NAMED if one not in data]):
        raise _unlike(path, "un brouillon", f"{missing[0]}\u00a0: il manque")
    draft = _fitting(path, data, "un brouillon", read_draft)
    for note in draft.notes:
        if note.startswith(UNREAD):
            console.print(note, markup=False, soft_wrap=True)
    return draft


def _fitting(path: Path, data: Any, what: str, read: Callable[[Any], ReadT]) -> ReadT:
    try:
        return read(data)
    except ValidationError as error:
        raise _unlike(path, what, misfit(error)) from error


def _unlike(path: Path, what: str, reason: str) -> UsageFault:
    return UsageFault(f"{path} n’est pas {what}\u00a0: {reason}.", _REMEDY)
