"""What a maintainer sees of a measure by corruption: tables on standard output, progress on standard error."""

from rich.console import Console
from rich.table import Table

from evals.corruptions.measuring import BLOCKING_MAX, REQUIRED, WARNINGS_MAX, Measured
from evals.corruptions.sheet import Group

__all__ = ["console", "say_measured"]

console = Console(stderr=True, highlight=False)
_GROUPS: dict[Group, str] = {"rule": "visible par règle", "meaning": "sens"}


def say_measured(measured: Measured, *, unseen: bool) -> None:
    """Detection per kind, false alarms per clean draft, and on request what went unseen."""
    out = Console(highlight=False)
    table = Table("façon de gâter", "groupe", "essais", "vus", "part")
    for kind in measured.kinds:
        if kind.trials:
            share = kind.seen / len(kind.trials)
            table.add_row(kind.name, _GROUPS[kind.group], str(len(kind.trials)), str(kind.seen), f"{share:.2f}")
    out.print(table)
    clean = Table("bon brouillon", "bloquants", "avertissements", "lesquels")
    for one in measured.clean:
        which = ", ".join((*one.blocking, *one.warnings))
        clean.add_row(one.case, str(len(one.blocking)), str(len(one.warnings)), which)
    out.print(clean)
    for trial in (one for kind in measured.kinds for one in kind.trials if unseen and not one.codes):
        out.print(f"{trial.kind} · {trial.case} · {trial.part}\n  - {trial.before}\n  + {trial.after}", markup=False)
    for group, label in _GROUPS.items():
        out.print(f"{label} : {measured.rate(group):.3f} (au moins {REQUIRED[group]:.2f})")
    out.print(
        f"fausses alertes par bon brouillon : {measured.blocking:.2f} bloquantes (au plus {BLOCKING_MAX}), "
        f"{measured.warnings:.2f} avertissements (au plus {WARNINGS_MAX:.0f})"
    )
