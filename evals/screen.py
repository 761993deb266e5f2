"""What a maintainer sees while a run goes on and when it is done: on standard error."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from evals.agreement import Agreement
from evals.compare import Comparison
from evals.gate import FAMILIES, GateVerdict
from evals.reporting import FRENCH, number, said
from evals.results import CaseRun, Run
from evals.run import Forecast, Watch
from evals.scorers import SCORERS
from pipeline.money import amount

if TYPE_CHECKING:
    from evals.previewing import DraftPreview

__all__ = [
    "console",
    "say_agreement",
    "say_comparison",
    "say_forecast",
    "say_preview",
    "say_recorded",
    "say_run",
    "say_verdict",
    "watching",
]

console = Console(stderr=True, highlight=False)
_STATES = {
    "drafted": "rédigé",
    "held": "retenu à la source",
    "refused": "refusé",
    "no_reply": "[red]sans brouillon[/]",
    "unscored": "[red]non jugé[/]",
}


@contextmanager
def watching() -> Iterator[Watch]:
    """A progress bar with the last case on a terminal, a line a case elsewhere."""
    if not console.is_terminal:
        yield lambda done, total, one: console.print(f"  {done}/{total} {one.case}\u00a0: {_STATES[one.state]}")
        return
    columns = (
        TextColumn("mesure"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("", total=None)
        yield lambda done, total, one: progress.update(
            task, completed=done, total=total, description=f"{one.case}\u00a0: {_STATES[one.state]}"
        )


def say_forecast(cases: int, repeats: int, expected: Forecast, model: str) -> None:
    """How long it will take, before it begins, and what that rests on."""
    turns = f", {repeats} fois" if repeats > 1 else ""
    console.print(f"{cases} cas{turns}, modèle {model}. Durée prévue\u00a0: {_expected(expected)}.", markup=False)


def _expected(one: Forecast) -> str:
    if not one.seconds:
        return "les réponses sont gardées, moins d’une minute"
    if not one.drafts:
        return f"{_duration(one.seconds)} (première estimation\u00a0: ce modèle n’a encore rien rédigé ici)"
    return f"{_duration(one.seconds)} (d’après {one.drafts} brouillon{'s' if one.drafts > 1 else ''} faits ici)"


def say_recorded() -> None:
    """What is judged where nothing was measured."""
    console.print(
        "Rien n’a été mesuré ici\u00a0: la porte juge les réponses enregistrées d’un modèle de langue capable, "
        "sans réseau ni dépense.",
        markup=False,
        soft_wrap=True,
    )


def say_run(run: Run, path: Path) -> None:
    """The means of every scorer, the hard failures, what was not judged, and where the run is kept."""
    table = Table(box=None, pad_edge=False)
    for heading in ("", "moyenne", "cas", ""):
        table.add_column(heading, justify="left" if not heading else "right")
    for scorer in SCORERS:
        values = run.values(scorer.name)
        aim = "" if scorer.standing == "reported" else ("↑" if scorer.higher_is_better else "↓")
        table.add_row(scorer.french, number(mean(values) if values else None), str(len(values)), aim)
    console.print(table)
    for case in run.cases:
        _say_case(case, f"{case.case} ({case.repeat + 1}/{run.repeats})" if run.repeats > 1 else case.case)
    spent = f", coût {amount(run.spent.cost)}" if run.spent.cost else ""
    console.print(
        f"Appels faits\u00a0: {run.spent.calls}, en {_duration(run.seconds)}{spent}. Gardé\u00a0: {path}",
        soft_wrap=True,
    )


def say_comparison(comparison: Comparison) -> None:
    """A line a scorer, then the cases with new hard failures."""
    table = Table(box=None, pad_edge=False)
    for heading in ("", "cas", "référence", "candidat", "gain", "intervalle", "p", ""):
        table.add_column(heading, justify="left" if not heading else "right")
    for one in comparison.scorers:
        interval = f"[{number(one.low)}\u00a0; {number(one.high)}]"
        sides = (number(one.baseline), number(one.candidate), number(one.gain))
        table.add_row(FRENCH[one.scorer], str(one.cases), *sides, Text(interval), number(one.p), said(one))
    console.print(table)
    for case in comparison.cases:
        if case.new_hard:
            families = ", ".join(f"{FAMILIES[family]} +{count}" for family, count in case.new_hard.items())
            console.print(f"  {case.case}\u00a0: {families}", markup=False, soft_wrap=True)


def say_preview(one: "DraftPreview") -> None:
    """What became of a signed draft: what comes back, what blocks, and each changed part in its three states."""
    head = f"{one.id} {one.title}"
    if one.state != "drafted":
        console.print(f"{head}\u00a0: {one.reason or one.state}", markup=False, soft_wrap=True)
        return
    console.print(f"{head}\u00a0: {len(one.changes)} textes changent.", markup=False, soft_wrap=True)
    for fix in one.returned:
        console.print(f"  [red]revient[/] ({fix.part})\u00a0: {escape(' | '.join(fix.wrong))}", soft_wrap=True)
    if one.held:
        console.print(f"  {one.held} reprises de relecture ne reviennent pas.")
    for finding in one.blocking:
        console.print(f"  [red]bloquant[/] {escape(finding)}", soft_wrap=True)
    for change in one.changes:
        console.print(f"  {change.part}", markup=False)
        for label, text in (("alors", change.then), ("signé", change.signed), ("candidat", change.candidate)):
            console.print(f"    {label}\u00a0: {text or '–'}", markup=False, soft_wrap=True)


def say_verdict(verdict: GateVerdict) -> None:
    """Open or not, and why."""
    for one in verdict.blocks:
        console.print(f"  [red]bloque[/] {escape(one)}", soft_wrap=True)
    for one in verdict.flaky:
        console.print(f"  instable\u00a0: {one}", markup=False, soft_wrap=True)
    for one in verdict.notes:
        console.print(f"  {one}", markup=False, soft_wrap=True)
    console.print("Rien ne s’oppose au changement." if verdict.is_open else "Le changement est bloqué.")


def _say_case(one: CaseRun, name: str) -> None:
    if one.state in ("unscored", "no_reply"):
        console.print(f"  {name}\u00a0: {_STATES[one.state]}\u00a0: {escape(one.reason)}", soft_wrap=True)
    elif one.hard:
        said = ", ".join(f"{FAMILIES[family]} {count}" for family, count in sorted(one.hard.items()))
        console.print(f"  {name}\u00a0: fautes graves\u00a0: {said}", markup=False, soft_wrap=True)


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.1f} s".replace(".", ",")
    return f"{round(seconds / 60)} min"


def say_agreement(done: Agreement) -> None:
    """How far a judge agrees with people and with itself, and where it did not agree with people."""
    low, high = done.interval
    times = f", posées {done.repeats} fois" if done.repeats > 1 else ""
    console.print(f"Le juge ({escape(done.model)}) devant {len(done.claims)} phrases étiquetées{times}\u00a0:")
    console.print(
        f"  accord avec les étiquettes\u00a0: {done.share:.3f} [{low:.3f} ; {high:.3f}], kappa {done.kappa:.2f}"
    )
    console.print(f"  phrases gâtées contestées\u00a0: {done.found:.3f}\u00a0; non jugées\u00a0: {done.unjudged:.3f}")
    console.print(f"  phrases justes contestées\u00a0: {done.false_alarms:.3f}")
    if done.repeats > 1:
        console.print(f"  phrases sur lesquelles il a varié\u00a0: {done.spread:.3f}")
    for one in done.claims:
        if one.share_right != 1.0:
            label = "juste" if one.is_supported else f"gâtée ({one.kind})"
            console.print(f"  {label}, jugée {', '.join(one.rulings)}\u00a0: {escape(one.text)}")
