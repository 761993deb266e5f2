"""What `morasse eval judge` does once its options are read."""

from collections.abc import Callable

from evals.agreement import Agreement, measure_agreement
from evals.commands import evals_folder, opening
from evals.drafting import model_of
from evals.labelled import load_stories
from evals.recording import Budget, RecordingModel, Slots
from pipeline.compose_freely import ComposeFreely
from pipeline.composer import Composer
from pipeline.digests import digest_json
from pipeline.prompts import Prompts
from pipeline.settings import load_settings

__all__ = ["agreed"]


def agreed(model: str | None, repeats: int, watch: Callable[[str], None]) -> Agreement:
    """The judge's agreement with the labelled set; replies are kept, so that asking again costs nothing.

    Raises ModelFault.
    """
    settings = load_settings()
    if model:
        settings = settings.model_copy(update={"model": model})
    name, open_model, budget, slots = model_of(settings), opening(settings), Budget(), Slots()

    def composer(story: str, repeat: int) -> Composer:
        asked = RecordingModel(
            name,
            open_model,
            embedded=not settings.is_hosted,
            folder=evals_folder(settings) / "replies",
            case=f"labelled-{digest_json(story)[:12]}",
            repeat=repeat,
            budget=budget,
            slots=slots,
        )
        return ComposeFreely(model=asked, prompts=Prompts(settings.prompts_dir), house=settings.house)

    return measure_agreement(load_stories(settings.house_dir), composer, model=name, repeats=repeats, watch=watch)
