"""`morasse eval` and `morasse golden`: every heavy import waits for the command that needs it."""

from pathlib import Path
from typing import Any

import click

from evals.corruptions.command import corruptions

__all__ = ["evaluate", "golden"]

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def evaluate() -> None:
    """Measure drafts against golden articles."""


@evaluate.command()
@click.option("--case", "names", multiple=True, help="Only this case; may be given several times.")
@click.option("--tag", "tags", multiple=True, help="Only cases with this tag.")
@click.option("--holdout", is_flag=True, help="The cases that were kept apart, instead of the others.")
@click.option("--repeats", default=1, show_default=True, type=click.IntRange(1, 50))
@click.option("--jobs", type=click.IntRange(1, 64), help="Cases side by side (hosted: 8, embedded: 1).")
@click.option("--judge", default=0, type=click.IntRange(0, 50), help="Have the judge read each draft so many times.")
@click.option("--budget", type=click.FloatRange(min=0.0), help="What the run may spend, in the price list's currency.")
@click.option("--prompts", type=_FOLDER, help="Another folder of prompts.")
@click.option("--revision", help="The prompts as they were at this git revision.")
@click.option("--model", help="Another model than MORASSE_MODEL; `recorded`: the recorded replies.")
@click.option("--name", help="What the run is called from here on; `candidate` otherwise.")
@click.option("--json", "as_json", is_flag=True, help="The whole run as JSON on stdout.")
def run(as_json: bool, **wish: Any) -> int:
    """Draft and score the cases; exit 1 when one could not be judged.

    Replies are kept: the same run again costs nothing and works offline.
    """
    from evals.commands import Wish, measured

    done = measured(Wish(**wish))
    if as_json:
        click.echo(done.model_dump_json(indent=1))
    return 1 if done.unscored else 0


@click.group()
def golden() -> None:
    """Look after the golden cases."""


@evaluate.command()
@click.option("--baseline", help="A run's name or file; the committed baseline of the candidate's model otherwise.")
@click.option("--candidate", help="A run's name or file; `candidate` otherwise.")
@click.option("--json", "as_json", is_flag=True, help="The whole comparison as JSON on stdout.")
def compare(baseline: str | None, candidate: str | None, as_json: bool) -> int:
    """Compare two runs scorer by scorer; exit 1 when the candidate is worse somewhere.

    Somewhere: a new hard failure, or any score worse beyond chance, also one that the gate forgives.
    """
    from evals.commands import compared
    from evals.screen import say_comparison

    comparison = compared(baseline, candidate).comparison
    say_comparison(comparison)
    if as_json:
        click.echo(comparison.model_dump_json(indent=1))
    worse = any(one.verdict == "worse" for one in comparison.scorers) or any(one.new_hard for one in comparison.cases)
    return 1 if worse else 0


@evaluate.command()
@click.option("--baseline", help="A run's name or file; the committed baseline of the candidate's model otherwise.")
@click.option("--candidate", help="A run's name or file; `candidate` otherwise.")
@click.option("--holdout", is_flag=True, help="Judge the cases that are kept apart, instead of the others.")
@click.option("--json", "as_json", is_flag=True, help="The verdict as JSON on stdout.")
def gate(baseline: str | None, candidate: str | None, holdout: bool, as_json: bool) -> int:
    """Exit 1 on a new hard failure or a score that is worse beyond its interval and tolerance; never on noise.

    Where nothing was measured yet, recorded replies of a capable language model are scored and held to their baseline.
    """
    from evals.commands import compared
    from evals.screen import say_verdict

    verdict = compared(baseline, candidate, holdout=holdout).verdict
    say_verdict(verdict)
    if as_json:
        click.echo(verdict.model_dump_json(indent=1))
    return 0 if verdict.is_open else 1


@evaluate.command()
@click.option("--reason", required=True, help="Why the baseline moves; it is kept with it.")
@click.option("--candidate", help="A run's name or file; `candidate` otherwise.")
@click.option("--by", default="", help="Who says so.")
def bless(reason: str, candidate: str | None, by: str) -> None:
    """Make a run the baseline of its model; commit the file it names."""
    from evals.commands import blessed

    click.echo(blessed(candidate, reason, by))


@evaluate.command()
@click.option("--baseline", help="A run's name or file; the committed baseline of the candidate's model otherwise.")
@click.option("--candidate", help="A run's name or file; `candidate` otherwise.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where report.html, .md and .json go.")
def report(baseline: str | None, candidate: str | None, out: Path | None) -> None:
    """Write the comparison as a page of its own, as Markdown and as JSON; the page's path on stdout."""
    from evals.commands import reported

    click.echo(reported(baseline, candidate, out))


@evaluate.command()
@click.option("--last", default=5, show_default=True, type=click.IntRange(1, 200), help="How many signed drafts.")
@click.option("--prompts", type=_FOLDER, help="The folder of prompts to try; `prompts/` otherwise.")
@click.option("--revision", help="The prompts as they were at this git revision.")
@click.option("--model", help="Another model than MORASSE_MODEL.")
@click.option("--json", "as_json", is_flag=True, help="The whole preview as JSON on stdout.")
def preview(last: int, prompts: Path | None, revision: str | None, model: str | None, as_json: bool) -> int:
    """Write the last signed drafts again from their snapshots: what would change, and does a mended fault come back?

    Exit 1 when one does, or when a draft could not be written.
    """
    from evals.commands import Wish
    from evals.previewing import previewed

    done = previewed(Wish(prompts=prompts, revision=revision, model=model), last)
    if as_json:
        click.echo(done.model_dump_json(indent=1))
    return 0 if done.is_calm else 1


@evaluate.command()
@click.option("--repeats", default=1, show_default=True, type=click.IntRange(1, 50))
@click.option("--model", help="Another model than MORASSE_MODEL; `recorded`: the recorded replies.")
@click.option("--json", "as_json", is_flag=True, help="Every verdict as JSON on stdout.")
def judge(repeats: int, model: str | None, as_json: bool) -> None:
    """Hold the judge to the labelled set: how far it agrees with people, and with itself."""
    from evals.judging import agreed
    from evals.screen import console, say_agreement

    done = agreed(model, repeats, lambda story: console.print(f"  {story}"))
    say_agreement(done)
    if as_json:
        click.echo(done.model_dump_json(indent=1))


evaluate.add_command(corruptions)


@golden.command()
@click.argument("what", metavar="FILE|ID")
@click.option("--source", help="The source's URL or a saved file of it.")
@click.option("--name", help="The case's name; from the title otherwise.")
def add(what: str, source: str | None, name: str | None) -> None:
    """Make a golden case of a published article's FILE, or a candidate case of the signed draft ID.

    The case's folder on stdout, what is missing on stderr.
    """
    from evals.commands import added

    done = added(what, source=source, name=name)
    for one in done.missing:
        click.echo(one, err=True)
    click.echo(done.folder)


@golden.command("confirm")
@click.argument("name")
def confirm_(name: str) -> None:
    """Make a candidate a case like the others, once its facts and traps were read."""
    from evals.signing import confirm
    from pipeline.settings import load_settings

    click.echo(confirm(name, load_settings().house_dir).name)
