"""Replies of a capable language model, recorded once and committed: the gate has something to judge without a model.

`evals/recordings/*.json` are unedited. Each answers the templates named in it over one source's text, and nothing else:
to a template that says something else, nothing was ever replied, and none of these files pretends it was.
"""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from evals.cases import Case
from pipeline.digests import digest_bytes
from pipeline.errors import PermanentError
from pipeline.models import Answer, Prompt, ReplyT
from schemas.base import Closed
from schemas.provenance import Usage

__all__ = ["RECORDED", "RECORDINGS", "NotRecorded", "RecordedModel", "recorded_cases"]

# What the model is called in runs and baselines.
RECORDED = "recorded"
RECORDINGS = Path(__file__).parent / "recordings"
_REPLIES = {"analyse": "AnalyseReply", "synthese": "SyntheseReply"}


class NotRecorded(PermanentError):
    """No reply to this prompt was recorded."""


class Recording(Closed):
    """One reply. `contains` is the marker of its source's text, `templates` the digests of what asked for it.

    `task_sha256` is of the task's own words, where these are not the templates' alone.
    """

    label: str
    reply: str
    sample: str
    contains: str
    prompt_sha256: str
    templates: dict[str, str]
    task_sha256: str = ""
    content: dict[str, Any]


class RecordedModel:
    """A `Model` that gives a recorded reply to the very templates and text it was recorded for, or none."""

    name, embedded = RECORDED, False

    def __init__(self, folder: Path = RECORDINGS) -> None:
        self._folder = folder

    @cached_property
    def _all(self) -> tuple[Recording, ...]:
        return tuple(Recording.model_validate_json(one.read_bytes()) for one in sorted(self._folder.glob("*.json")))

    def ask(
        self,
        prompt: Prompt,
        reply: type[ReplyT],
        *,
        max_tokens: int,
        schema: dict[str, Any] | None = None,
        temperature: float = 0.0,
        seed: int = 0,
        insists: bool = True,
    ) -> Answer[ReplyT]:
        """See `Model.ask`. Time and tokens were not recorded and are not made up. Raises NotRecorded."""
        del max_tokens, schema, temperature, seed, insists
        of_source = [one for one in self._all if one.reply == reply.__name__ and one.contains in prompt.shared]
        task = digest_bytes(prompt.task.encode())
        asked_so = (one for one in of_source if one.templates == prompt.templates)
        found = next((one for one in asked_so if one.task_sha256 in ("", task)), None)
        if found is None:
            raise NotRecorded(_why(prompt, of_source), "Mesurez-le avec un modèle\u00a0: morasse eval run.")
        return Answer[ReplyT](value=reply.model_validate(found.content), usage=Usage(calls=1), model=self.name)


def recorded_cases(cases: Iterable[Case], folder: Path = RECORDINGS) -> tuple[Case, ...]:
    """The cases whose source and kind have a recorded draft."""
    known = {(one.sample, one.reply) for one in RecordedModel(folder)._all}
    return tuple(
        one for one in cases if one.page and one.expects == "draft" and (one.page.stem, _REPLIES[one.kind]) in known
    )


def _why(prompt: Prompt, of_source: list[Recording]) -> str:
    if not of_source:
        return "Aucune réponse n’a été enregistrée pour cette demande sur ce texte."
    known = [set(one.templates.items()) for one in of_source]
    changed = min((set(prompt.templates.items()) - one for one in known), key=len)
    names = ", ".join(sorted(name for name, _digest in changed)) or "des gabarits"
    return f"Aucune réponse n’a été enregistrée depuis que {names} a changé."
