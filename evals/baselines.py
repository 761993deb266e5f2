"""Baselines: runs that were blessed with a reason, committed beside the code; and the way from a word to a run."""

import re
from datetime import UTC, datetime
from pathlib import Path

from evals.results import Blessing, Run, load_run, save_run
from evals.run import revision_of
from pipeline.errors import GateFault, UsageFault
from pipeline.settings import PROJECT

__all__ = ["BASELINES", "baseline_path", "bless", "find_run", "plain_name"]

BASELINES = Path(__file__).parent / "baselines"
_PLAIN = re.compile(r"[\w][\w.-]*")


def baseline_path(model: str, folder: Path = BASELINES, *, holdout: bool = False) -> Path:
    """Where the baseline of a model lies; that of the cases that are kept apart lies beside it."""
    name = re.sub(r"[^a-z0-9]+", "-", model.lower()).strip("-")
    return folder / f"{name}{'-holdout' if holdout else ''}.json"


def find_run(word: str, runs: Path) -> Run:
    """A run by its name or by the path of its file. Raises UsageFault."""
    if word.endswith(".json"):
        return load_run(Path(word))
    return load_run(runs / f"{plain_name(word)}.json")


def plain_name(name: str) -> str:
    """The name, if it can name a file. Raises UsageFault."""
    if not _PLAIN.fullmatch(name):
        raise UsageFault(
            f"«\u00a0{name}\u00a0» ne peut pas nommer une mesure.", "Lettres, chiffres, points et tirets seulement."
        )
    return name


def bless(run: Run, *, reason: str, by: str, folder: Path = BASELINES) -> Path:
    """Make a run the baseline of its model. Raises UsageFault without a reason, GateFault for a run with gaps."""
    if len(reason.split()) < 2:
        raise UsageFault(
            "Une référence ne change pas sans raison.", "Dites-la en quelques mots\u00a0: --reason «\u00a0…\u00a0»."
        )
    if run.unscored:
        names = ", ".join(one.case for one in run.unscored)
        raise GateFault(f"Des cas n’ont pas été jugés\u00a0: {names}.", "Relancez morasse eval run avant de bénir.")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    blessing = Blessing(reason=reason.strip(), at=at, by=by, revision=revision_of(PROJECT))
    path = baseline_path(run.model, folder, holdout=run.holdout)
    return save_run(run.model_copy(update={"blessing": blessing, "name": "baseline"}), path)
