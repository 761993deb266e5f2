"""A draft by the embedded model: what its cache saves, and what the program adds to the model's own time."""

import tempfile
import time

from bench.measure import Figure
from pipeline.compose import open_newsroom
from pipeline.models import Prompt
from pipeline.models.opening import open_model
from pipeline.settings import Settings, load_settings
from pipeline.store.database import reading
from pipeline.store.results import stage_runs_of
from schemas.provenance import Usage
from schemas.replies import OneText
from tests.house import drafted, sample

__all__ = ["embedded"]


def embedded() -> tuple[Figure, ...]:
    """Cached over all prompt tokens, and time per draft over the time that its output tokens alone take."""
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({"MORASSE_DATA_DIR": folder}).model_copy(update={"api_key": None, "base_url": None})
        token_s = _token_s(settings)
        newsroom = open_newsroom(settings)
        began = time.perf_counter()
        row = drafted(newsroom, sample("port-phones"))
        wall_s = time.perf_counter() - began
        with reading(newsroom.engine) as db:
            spent = sum((one.usage for one in stage_runs_of(db, row.id) if one.usage), Usage())
    alone_s = spent.tokens_out * token_s
    return (
        Figure(
            "embedded: prompt tokens from the cache / all",
            f"{spent.tokens_cached / max(1, spent.tokens_in):.2f}",
            "≥ 0.6",
            f"{spent.tokens_cached} of {spent.tokens_in} in {spent.calls} calls",
        ),
        Figure(
            "embedded: draft / its output tokens alone",
            f"{wall_s / alone_s:.2f} ×",
            "≤ 1.5 ×, < 300 s",
            f"{wall_s:.0f} s, {spent.tokens_out} tokens at {1 / token_s:.1f} a second; ended as {row.state}",
        ),
    )


def _token_s(settings: Settings) -> float:
    """Seconds an output token takes when nothing else is asked, the prompt being short."""
    model = open_model(settings)
    prompt = Prompt(system="", shared="", task="Raconte en français, en cinq phrases, une journée au port.")
    # The first question starts the server and reads the prompt.
    model.ask(prompt, OneText, max_tokens=1_500)
    asked = model.ask(prompt, OneText, max_tokens=1_500, temperature=0.2, seed=1).usage
    return asked.seconds / max(1, asked.tokens_out)
