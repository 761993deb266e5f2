"""`morasse eval corruptions`: how much of what is spoilt is seen, and what is held against good drafts."""

import click

__all__ = ["corruptions"]


@click.command()
@click.option("--case", "names", multiple=True, help="Only this case; may be given several times.")
@click.option("--kind", "kinds", multiple=True, help="Only this way of spoiling; may be given several times.")
@click.option("--seed", default=0, show_default=True, help="Another seed spoils other places.")
@click.option("--unseen", is_flag=True, help="Show what went unseen.")
@click.option("--json", "as_json", is_flag=True, help="The whole measure as JSON on stdout.")
def corruptions(names: tuple[str, ...], kinds: tuple[str, ...], seed: int, unseen: bool, as_json: bool) -> int:
    """Spoil good drafts in named ways and count what verification sees; exit 1 when it sees too little.

    A spoilt draft counts as seen only where a finding is new at the spoilt part.
    """
    from evals.cases import load_cases
    from evals.corruptions.kinds import KINDS
    from evals.corruptions.measuring import good_drafts, measure
    from evals.corruptions.screen import console, say_measured
    from pipeline.settings import load_settings

    settings = load_settings()
    cases = [one for one in load_cases(settings.house_dir) if not names or one.name in names]
    measured = measure(
        settings.house,
        tuple(good_drafts(settings.house, cases)),
        kinds=tuple(one for one in KINDS if not kinds or one.name in kinds),
        seed=seed,
        watch=lambda case: console.print(f"  {case}"),
    )
    if as_json:
        click.echo(measured.model_dump_json(indent=1))
    else:
        say_measured(measured, unseen=unseen)
    return 0 if measured.passes else 1
