"""What a person sees while work goes on: on standard error, a live table on a terminal, plain lines elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from rich.console import Console
from rich.live import Live
from rich.markup import escape
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn
from rich.table import Table

from pipeline.compose import Watcher
from pipeline.money import amount
from pipeline.store.results import StageRun
from schemas.finding import Finding
from schemas.provenance import Usage
from schemas.review import DraftRow

__all__ = ["console", "download_bar", "say_findings", "say_usage", "watching"]

console = Console(stderr=True, highlight=False)
_NAMES = {
    "fetch": "capture de la page",
    "extract": "lecture de l’article",
    "summarise": "rédaction",
    "propose": "pistes d’action",
    "translate": "traduction de travail",
    "verify": "vérification",
    "repair": "reprise des points bloquants",
    "recheck": "vérification de la reprise",
    "judge": "lecture par le juge",
}
# Enough to find a sentence again in the part that `morasse show` prints.
_PASSAGE_CHARS = 70
_MARKS = {"blocking": "[red]bloquant[/]", "warning": "[yellow]attention[/]", "note": "note"}


@contextmanager
def watching() -> Iterator[Watcher]:
    """Shows each stage with its time, tokens and cost, as long as the block lasts."""
    if not console.is_terminal:
        yield _plain_watcher()
        return
    with Live(console=console, refresh_per_second=8, transient=False) as live:
        yield lambda _row, stages: live.update(_table(stages))


@contextmanager
def download_bar(title: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar in bytes; yields a callback `(done_bytes, total_bytes)`."""
    columns = (TextColumn(title), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=console) as progress:
        task = progress.add_task(title, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def say_findings(findings: tuple[Finding, ...]) -> None:
    """The findings, the blocking ones first."""
    order = {"blocking": 0, "warning": 1, "note": 2}
    for one in sorted(findings, key=lambda finding: order[finding.severity]):
        console.print(f"  {_MARKS[one.severity]}  [bold]{escape(one.part)}[/]  ", end="", soft_wrap=True)
        console.print(one.message + _passage(one), markup=False, soft_wrap=True)
    if not findings:
        console.print("  Aucun point relevé.")


def _passage(finding: Finding) -> str:
    """Which words are meant, where a part holds others as well; several findings may say the same of one part."""
    words = " ".join(finding.excerpt.split())
    shown = words if len(words) <= _PASSAGE_CHARS else f"{words[: _PASSAGE_CHARS - 1].rstrip()}…"
    return f" [{shown}]" if words else ""


def say_usage(stages: tuple[StageRun, ...], currency: str) -> str:
    """Time, tokens and cost of a run, in one line."""
    total = sum((one.usage for one in stages if one.usage), Usage())
    spent = f"{total.tokens_in} jetons lus ({total.tokens_cached} en mémoire), {total.tokens_out} écrits"
    return spent + (f", coût {amount(total.cost)}\u00a0{currency}" if total.cost is not None else "")


def _plain_watcher() -> Watcher:
    said: set[tuple[str, bool]] = set()

    def watch(_row: DraftRow, stages: tuple[StageRun, ...]) -> None:
        for one in stages:
            state = (one.stage, one.finished_at is not None)
            if state not in said:
                said.add(state)
                console.print(f"  {_label(one)} {_took(one) if one.finished_at else '…'}", markup=False)

    return watch


def _table(stages: tuple[StageRun, ...]) -> Table:
    table = Table.grid(padding=(0, 2))
    for one in stages:
        tokens = f"{one.usage.tokens_out} jetons écrits" if one.usage and one.usage.tokens_out else ""
        cost = amount(one.usage.cost) if one.usage and one.usage.cost else ""
        mark = "[red]✗[/]" if one.failed else "[green]✓[/]" if one.finished_at else "…"
        table.add_row(mark, _label(one), _took(one), tokens, cost)
    return table


def _label(stage: StageRun) -> str:
    if stage.stage.startswith("rewrite "):
        return f"nouvelle version de {stage.stage.removeprefix('rewrite ')}"
    return _NAMES.get(stage.stage, stage.stage)


def _took(stage: StageRun) -> str:
    if stage.failed:
        return "a échoué"
    if stage.cached:
        return "déjà fait"
    end = datetime.fromisoformat(stage.finished_at) if stage.finished_at else datetime.now(UTC)
    return f"{(end - datetime.fromisoformat(stage.started_at)).total_seconds():.1f} s".replace(".", ",")
