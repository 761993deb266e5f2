"""What the commands of `morasse eval` do once their options are read."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from evals.adding import Added, add_golden
from evals.baselines import baseline_path, bless, find_run, plain_name
from evals.cases import Case, load_cases
from evals.compare import Comparison, compare_runs
from evals.drafting import Drafter
from evals.gate import GateVerdict, judge
from evals.recorded import RECORDED, RecordedModel, recorded_cases
from evals.recording import Budget, Slots
from evals.reporting import exhibits, html_report, markdown_report
from evals.results import Run, load_run, save_run
from evals.revisions import prompts_at
from evals.run import choose, forecast, run_suite
from evals.screen import say_forecast, say_recorded, say_run, watching
from pipeline.errors import UsageFault
from pipeline.models import Model
from pipeline.settings import Settings, load_settings
from schemas.article import Article
from schemas.base import Closed

__all__ = [
    "Compared",
    "Wish",
    "blessed",
    "compared",
    "default_name",
    "evals_folder",
    "measured",
    "opening",
    "reported",
    "run_path",
]

_HOSTED_JOBS = 8


def evals_folder(settings: Settings) -> Path:
    """Where replies, outcomes and runs are kept."""
    return settings.data_dir / "evals"


def run_path(settings: Settings, name: str) -> Path:
    """The file of a run by its name."""
    return evals_folder(settings) / "runs" / f"{plain_name(name)}.json"


def default_name(*, holdout: bool) -> str:
    """What a run is called that was given no name."""
    return "candidate-holdout" if holdout else "candidate"


class Wish(Closed):
    """What a run is asked to be; the fields are the options of `morasse eval run`."""

    names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    holdout: bool = False
    repeats: int = 1
    jobs: int | None = None
    judge: int = 0
    budget: float | None = None
    prompts: Path | None = None
    revision: str | None = None
    model: str | None = None
    name: str | None = None


def measured(wish: Wish) -> Run:
    """Run the suite and keep the run under its name. Raises UsageFault where no case is meant."""
    settings = load_settings()
    if wish.model:
        settings = settings.model_copy(update={"model": wish.model})
    name = wish.name or default_name(holdout=wish.holdout)
    cases, path = _chosen(settings, wish), run_path(settings, name)
    with prompted(settings, wish) as using:
        jobs = wish.jobs or (_HOSTED_JOBS if settings.is_hosted else 1)
        drafter = drafter_for(using, wish.budget, judgings=wish.judge, jobs=jobs)
        say_forecast(len(cases), wish.repeats, forecast(cases, drafter, wish.repeats), drafter.name)
        with watching() as watch:
            run = run_suite(cases, drafter, name=name, repeats=wish.repeats, watch=watch)
    say_run(run, save_run(run, path))
    return run


class Compared(NamedTuple):
    """Two runs, what changed between them, and what the gate says of it."""

    baseline: Run
    candidate: Run
    comparison: Comparison
    verdict: GateVerdict


def compared(baseline: str | None, candidate: str | None, *, holdout: bool = False) -> Compared:
    """Two runs by name or file held against each other; no baseline named: the committed one of that model.

    Where nothing is named and nothing was measured yet, the recorded replies are scored and held to theirs.
    """
    settings = load_settings()
    runs = evals_folder(settings) / "runs"
    name = candidate or default_name(holdout=holdout)
    if holdout and not (candidate or run_path(settings, name).is_file()):
        raise UsageFault(
            "Les cas mis de côté n’ont pas été mesurés ici.", "Mesurez-les\u00a0: morasse eval run --holdout."
        )
    if baseline or candidate or holdout or run_path(settings, name).is_file():
        new = find_run(name, runs)
    else:
        say_recorded()
        new = measured(Wish(model=RECORDED, name=RECORDED))
    old = find_run(baseline, runs) if baseline else _committed(new)
    _check_comparable(old, new)
    comparison = compare_runs(old, new)
    return Compared(old, new, comparison, judge(comparison))


def blessed(candidate: str | None, reason: str, by: str) -> Path:
    """See `bless`."""
    return bless(
        find_run(candidate or default_name(holdout=False), evals_folder(load_settings()) / "runs"), reason=reason, by=by
    )


def added(what: str, *, source: str | None, name: str | None) -> Added:
    """A case of a published article's file, or a candidate of the signed draft of that id. Raises UsageFault."""
    settings = load_settings()
    if Path(what).is_file():
        return add_golden(Path(what), source=source, name=name, settings=settings)
    if source or not re.fullmatch(r"[0-9a-f]{1,8}", what):
        raise UsageFault(
            f"Il n’y a pas de fichier «\u00a0{what}\u00a0».", "Donnez un fichier, ou l’id d’un brouillon signé."
        )
    from evals.signing import add_signed
    from pipeline.store.database import open_database

    return add_signed(open_database(settings.database_url), what, name=name, settings=settings)


def reported(baseline: str | None, candidate: str | None, out: Path | None) -> Path:
    """Write the three forms of the report into a folder; the page's path."""
    settings = load_settings()
    both = compared(baseline, candidate)
    drafter = drafter_for(settings, None)

    def source_of(case: Case) -> str:
        article = drafter.article(case)
        return f"{article.title}\n\n{article.text}" if isinstance(article, Article) else ""

    cases = load_cases(settings.house_dir)
    shown = exhibits(both.comparison, both.baseline, both.candidate, cases, house=settings.house, source_of=source_of)
    folder = out or settings.report_path.parent
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / settings.report_path.name
    page.write_text(html_report(both.comparison, both.verdict, both.baseline, both.candidate, shown), "utf-8")
    (folder / "report.md").write_text(markdown_report(both.comparison, both.verdict, both.candidate), "utf-8")
    data = {"verdict": both.verdict.model_dump(mode="json"), "comparison": both.comparison.model_dump(mode="json")}
    (folder / "report.json").write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
    return page


def _check_comparable(old: Run, new: Run) -> None:
    """Raises UsageFault for runs without a case in common: an empty table reads as if nothing had changed."""
    if not {one.case for one in old.cases} & {one.case for one in new.cases}:
        raise UsageFault(
            f"Les mesures «\u00a0{old.name}\u00a0» et «\u00a0{new.name}\u00a0» n’ont aucun cas en commun.",
            "Mesurez les mêmes cas\u00a0: morasse eval run.",
        )


def _committed(candidate: Run) -> Run:
    path = baseline_path(candidate.model, holdout=candidate.holdout)
    if not path.is_file():
        what, which = (" pour les cas mis de côté", f" --candidate {candidate.name}") if candidate.holdout else ("", "")
        raise UsageFault(
            f"Le modèle {candidate.model} n’a pas de référence{what}.",
            f"Posez-la (morasse eval bless{which} --reason …), ou nommez une mesure\u00a0: --baseline.",
        )
    return load_run(path)


def drafter_for(
    settings: Settings,
    budget: float | None = None,
    articles: Mapping[str, Article] | None = None,
    *,
    judgings: int = 0,
    jobs: int = 1,
) -> Drafter:
    """What drafts cases with the model and the prompts of these settings; see `Drafter`."""
    return Drafter(
        settings=settings,
        folder=evals_folder(settings),
        open_model=opening(settings),
        budget=Budget(budget),
        judgings=judgings,
        articles=articles or {},
        slots=Slots(jobs),
    )


def opening(settings: Settings) -> Callable[[], Model]:
    """A way to the model of these settings that opens it at the first call."""

    @lru_cache(maxsize=1)
    def opened() -> Model:
        if settings.model == RECORDED:
            return RecordedModel()
        from pipeline.models.opening import open_model

        return open_model(settings)

    return opened


def _chosen(settings: Settings, wish: Wish) -> tuple[Case, ...]:
    cases = load_cases(settings.house_dir)
    if not cases:
        # As every newsroom begins that brings a house folder of its own.
        raise UsageFault(
            f"Il n’y a pas encore de cas dans {settings.house_dir / 'golden'}.",
            "Faites-en d’un article publié (morasse golden add FICHIER --source …) ou d’un brouillon signé.",
        )
    unknown = set(wish.names) - {one.name for one in cases}
    if unknown:
        known = ", ".join(one.name for one in cases)
        raise UsageFault(f"Cas inconnu\u00a0: {', '.join(sorted(unknown))}.", f"Les cas sont\u00a0: {known}.")
    chosen = choose(cases, wish.names, wish.tags, holdout=wish.holdout)
    if settings.model == RECORDED:
        chosen = recorded_cases(chosen)
    if not chosen:
        raise UsageFault("Aucun cas ne répond à ces options.", "Retirez --tag ou --holdout.")
    return chosen


@contextmanager
def prompted(settings: Settings, wish: Wish) -> Iterator[Settings]:
    """The settings with the prompts that are meant; those of a revision live as long as the block."""
    if wish.prompts and wish.revision:
        raise UsageFault("--prompts et --revision s’excluent.", "Donnez l’un des deux.")
    if wish.revision is None:
        yield settings.model_copy(update={"prompts_dir": wish.prompts.resolve()} if wish.prompts else {})
        return
    with TemporaryDirectory(prefix="morasse-prompts-") as place:
        yield settings.model_copy(update={"prompts_dir": prompts_at(wish.revision, Path(place))})
