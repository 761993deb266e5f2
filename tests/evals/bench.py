"""A suite of a test's own: seven analyses, the reader behind a real server, a folder for what is kept."""

from pathlib import Path

from evals.cases import Case, load_cases
from evals.drafting import Drafter
from evals.recording import Budget, Slots
from evals.results import Run
from evals.run import run_suite
from pipeline.models.opening import open_model
from pipeline.settings import PROJECT, Settings, load_settings

__all__ = ["analyses", "drafter_for", "measure", "settings_at"]


def settings_at(folder: Path, base_url: str) -> Settings:
    return load_settings(
        {
            "MORASSE_DATA_DIR": str(folder),
            "MORASSE_CACHE_DIR": str(folder / "cache"),
            "OPENAI_BASE_URL": base_url,
            "OPENAI_API_KEY": "sk-test-0123456789abcdef",
            "MORASSE_MODEL": "reader",
        }
    )


def analyses() -> tuple[Case, ...]:
    cases = load_cases(PROJECT / "data")
    return tuple(one for one in cases if one.kind == "analyse" and one.golden and not one.stand_in)


def drafter_for(settings: Settings, budget: float | None = None, jobs: int = 1) -> Drafter:
    model = open_model(settings)
    return Drafter(
        settings=settings,
        folder=settings.data_dir / "evals",
        open_model=lambda: model,
        budget=Budget(budget),
        slots=Slots(jobs),
    )


def measure(
    settings: Settings, cases: tuple[Case, ...], *, name: str = "candidate", repeats: int = 1, jobs: int = 4
) -> Run:
    drafter = drafter_for(settings, jobs=jobs)
    return run_suite(cases, drafter, name=name, repeats=repeats, watch=lambda *_said: None)
