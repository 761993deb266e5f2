"""One case through the product's own stages: read, write, propose, verify, repair once, verify again."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from evals.cases import Case, read_source
from evals.recorded import RECORDED, NotRecorded
from evals.recording import Budget, RecordingModel, Slots, write_apart
from evals.results import Outcome, State
from pipeline.composer import Composer
from pipeline.digests import digest_article, digest_bytes, digest_json
from pipeline.errors import ModelFault, ReplyError, UsageFault
from pipeline.extract.doubts import holds
from pipeline.judge import judge
from pipeline.models import Model
from pipeline.prompts import Prompts
from pipeline.propose import assemble, propose
from pipeline.repair import repair
from pipeline.settings import PROJECT, Settings
from pipeline.summarise import summarise
from pipeline.verify import verify
from pipeline.verify.prepare import prepare
from pipeline.verify.priming import prime_source
from schemas.article import Article
from schemas.draft import Analyse, Synthese
from schemas.finding import Verification
from schemas.judgement import Judgement
from schemas.provenance import Usage
from schemas.source import Refusal

__all__ = ["Drafter", "Pace", "code_digest", "model_of"]

# Fixed, so that the same replies make the same draft to the byte on any day.
_NOW = "2026-01-01T00:00:00.000000+00:00"
# Replies of the judge are kept by number, and the judgings of one repeat never meet those of the next.
_JUDGINGS_MAX = 50


class Pace(NamedTuple):
    """Seconds that a word of source takes, measured over so many drafts."""

    drafts: int = 0
    a_word_s: float = 0.0


@dataclass(frozen=True)
class Drafter:
    """Drafts cases with one model and one folder of prompts; `folder` keeps replies and outcomes.

    Each draft is read by the judge as often as `judgings` says, by the same model under the judge's own rules.
    `articles` are those that were read before, by the case's name: such a case needs no page. `slots` are the calls
    that may be under way at once, over all drafts.
    """

    settings: Settings
    folder: Path
    open_model: Callable[[], Model]
    budget: Budget
    judgings: int = 0
    articles: Mapping[str, Article] = field(default_factory=dict)
    slots: Slots = field(default_factory=Slots)

    @cached_property
    def name(self) -> str:
        """The model's name, known without opening it."""
        return model_of(self.settings)

    @property
    def embedded(self) -> bool:
        """Whether drafts are composed as the embedded model composes them."""
        return not self.settings.is_hosted and self.name != RECORDED

    @cached_property
    def code(self) -> str:
        """The digest of all code and house data that an outcome depends on."""
        return digest_json([code_digest(), digest_json(self.settings.house)])

    def draft(self, case: Case, repeat: int) -> Outcome:
        """The outcome of a case: from what is kept where nothing it depends on has changed, else made."""
        path = self._kept_at(case, repeat)
        if path.is_file():
            return Outcome.model_validate_json(path.read_bytes())
        outcome = self._made(case, repeat).model_copy(update={"model": self.name})
        if outcome.state != "unscored":
            write_apart(path, json.loads(outcome.model_dump_json()))
        return outcome

    def is_kept(self, case: Case, repeat: int) -> bool:
        """Whether the outcome is there already, so that it takes no time."""
        return self._kept_at(case, repeat).is_file()

    def pace(self) -> Pace:
        """What this model took here, over all drafts that it really wrote."""
        kept = (json.loads(path.read_bytes()) for path in (self.folder / "outcomes").glob("*/*.json"))
        # A draft made in part of kept replies took less than the next one will.
        written = [one for one in kept if one["model"] == self.name and 0 < one.get("asked", 0) == one["calls"]]
        words = sum(one["words"] for one in written)
        seconds = sum(one["seconds"] for one in written)
        return Pace(drafts=len(written), a_word_s=seconds / words) if words else Pace()

    def _kept_at(self, case: Case, repeat: int) -> Path:
        page = digest_bytes(case.page.read_bytes()) if case.page else ""
        if case.name in self.articles:
            page = digest_article(self.articles[case.name])
        prompts = Prompts(self.settings.prompts_dir).digests
        key = digest_json([case.name, case.kind, case.url, page, self.name, prompts, self.code, repeat, self.judgings])
        return self.folder / "outcomes" / case.name / f"{key}.json"

    def article(self, case: Case) -> Article | Refusal | None:
        """The case's article, read once for every state of the code and the page; None without a source."""
        if case.name in self.articles:
            return self.articles[case.name]
        if case.page is None:
            return None
        key = digest_json([digest_bytes(case.page.read_bytes()), case.page.name, case.url, self.code])
        path = self.folder / "articles" / f"{key}.json"
        if path.is_file():
            return Article.model_validate_json(path.read_bytes())
        article = read_source(case)
        if isinstance(article, Article):
            write_apart(path, article.model_dump(mode="json"))
        return article

    def _made(self, case: Case, repeat: int) -> Outcome:
        article = self.article(case)
        if article is None:
            return Outcome(state="unscored", reason="La source manque\u00a0: ajoutez-la au dossier du cas.")
        if isinstance(article, Refusal):
            # A page that is read too slowly says something of a busy machine: another time it may be read.
            state: State = "unscored" if article.code == "extraction_too_long" else "refused"
            return Outcome(state=state, reason=article.message)
        if doubts := holds(article):
            return Outcome(state="held", article=article, reason=", ".join(one.code for one in doubts))
        try:
            return self._written(case, article, repeat)
        except ReplyError as error:
            return Outcome(state="no_reply", article=article, reason=error.message)
        except ModelFault as error:
            return Outcome(state="unscored", article=article, reason=str(error))

    def _written(self, case: Case, article: Article, repeat: int) -> Outcome:
        started = time.monotonic()
        model, house = self._model(case, repeat), self.settings.house
        composer = self._composer(model)
        if not model.embedded:
            # Verification will want the source embedded: time enough while a model elsewhere writes.
            Thread(target=lambda: prime_source(prepare(article)), daemon=True).start()
        told = summarise(article, format=case.kind, composer=composer, house=house, now=_NOW)
        draft, usage, prompts = told.value, told.provenance.usage, told.provenance.prompts
        # As in the product, a synthesis has no proposals and none are asked for.
        if case.kind == "analyse":
            proposed = propose(article, format=case.kind, composer=composer, house=house, now=_NOW)
            draft = assemble(draft, proposed.value)
            usage, prompts = usage + proposed.provenance.usage, prompts | proposed.provenance.prompts
        verification = verify(draft, article, house=house)
        first = len(verification.blocking)
        if first:
            draft, verification, more, asked = self._mended(draft, article, verification, composer)
            usage, prompts = usage + more, prompts | asked
        return Outcome(
            state="drafted",
            article=article,
            draft=draft,
            verification=verification,
            judgements=tuple(
                self._judged(draft, article, verification, case, _JUDGINGS_MAX * repeat + n)
                for n in range(self.judgings)
            ),
            first_blocking=first,
            usage=usage,
            prompts=prompts,
            seconds=time.monotonic() - started - model.waited_s,
            words=len(article.text.split()),
            calls=model.calls,
            asked=model.asked,
        )

    def _mended(
        self, draft: Analyse | Synthese, article: Article, verification: Verification, composer: Composer
    ) -> tuple[Analyse | Synthese, Verification, Usage, dict[str, str]]:
        house = self.settings.house
        try:
            mended = repair(draft, article, verification, composer=composer, house=house, now=_NOW)
        except (NotRecorded, ReplyError):
            # Nobody was asked to mend what nobody had found; and, as in the product, a draft goes on without the round
            # that no reply came for. It is judged as it came.
            return draft, verification, Usage(), {}
        if mended.value != draft:
            verification = verify(mended.value, article, house=house)
        return mended.value, verification, mended.provenance.usage, mended.provenance.prompts

    def _judged(
        self, draft: Analyse | Synthese, article: Article, verification: Verification, case: Case, repeat: int
    ) -> Judgement:
        composer = self._composer(self._model(case, repeat))
        try:
            return judge(draft, article, verification, composer=composer, house=self.settings.house, now=_NOW).value
        except ModelFault as fault:
            return Judgement(model=self.name, trouble=fault.message)

    def _model(self, case: Case, repeat: int) -> RecordingModel:
        return RecordingModel(
            self.name,
            self.open_model,
            embedded=self.embedded,
            folder=self.folder / "replies",
            case=case.name,
            repeat=repeat,
            budget=self.budget,
            slots=self.slots,
        )

    def _composer(self, model: RecordingModel) -> Composer:
        """A composer of its own for every case and repeat: one that is shared remembers what it was told before."""
        prompts, house = Prompts(self.settings.prompts_dir), self.settings.house
        if model.embedded:
            from pipeline.compose_by_choice import ComposeByChoice

            return ComposeByChoice(model=model, prompts=prompts, house=house)
        from pipeline.compose_freely import ComposeFreely

        return ComposeFreely(model=model, prompts=prompts, house=house)


def model_of(settings: Settings) -> str:
    """The name of the model that the settings mean, without opening it. Raises UsageFault for a name without a key."""
    from pipeline.models.embedded.weights import EMBEDDED_NAME
    from pipeline.models.opening import HOSTED_MODEL

    if settings.model == RECORDED:
        return RECORDED
    if settings.is_hosted:
        return settings.model or HOSTED_MODEL
    if settings.model and not settings.model.endswith(".gguf"):
        raise UsageFault(
            f"Le modèle {settings.model} demande une clé ou une adresse.", "Indiquez OPENAI_API_KEY ou OPENAI_BASE_URL."
        )
    return Path(settings.model).stem if settings.model else EMBEDDED_NAME


@lru_cache(maxsize=1)
def code_digest() -> str:
    """The digest of the product's code as this process began, so that no outcome outlives the rules that made it."""
    files = (path for room in ("schemas", "pipeline") for path in (PROJECT / room).rglob("*.py"))
    return digest_json(
        [(path.relative_to(PROJECT).as_posix(), digest_bytes(path.read_bytes())) for path in sorted(files)]
    )
