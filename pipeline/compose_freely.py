"""The composer for a capable model: one call a task, each over the same rules and the same fenced source."""

from typing import Any

from pydantic import BaseModel

from pipeline.composer import Claimed, Composed, Remark
from pipeline.digests import digest_json
from pipeline.models import Model, ReplyT
from pipeline.prompts import Prompts
from schemas.action import ActionOrigin
from schemas.article import Article
from schemas.draft import Analyse, Synthese
from schemas.house import House
from schemas.provenance import Usage
from schemas.replies import (
    AnalyseReply,
    JudgeReply,
    ProposalsReply,
    RepairReply,
    SyntheseReply,
    TranslationReply,
    reply_schema,
)
from schemas.source import Format

__all__ = ["ComposeFreely"]

# A reply may not grow without end; these are about twice what the house's longest parts take.
_MAX_TOKENS: dict[type[BaseModel], int] = {
    AnalyseReply: 6_000,
    SyntheseReply: 8_000,
    ProposalsReply: 4_000,
    RepairReply: 6_000,
}
_CHARS_A_TOKEN = 2.5
# A verdict is a number, some paragraphs and at most one sentence.
_VERDICT_TOKENS = 120


class ComposeFreely:
    """Writes whole drafts in one call a task. Every method raises ModelFault."""

    embedded = False
    action_origin: ActionOrigin = "model"

    def __init__(self, *, model: Model, prompts: Prompts, house: House) -> None:
        self._model, self._prompts, self._house = model, prompts, house

    @property
    def model_name(self) -> str:
        """The model as its provider names it."""
        return self._model.name

    @property
    def fingerprint(self) -> str:
        """Digest of what makes replies differ: way of composing, model, templates."""
        return digest_json({"by": "compose_freely", "model": self.model_name, "prompts": self._prompts.digests})

    def analyse(self, article: Article) -> Composed[AnalyseReply]:
        """The analysis, less its proposals."""
        return self._ask("analyse", AnalyseReply, article)

    def synthese(self, article: Article) -> Composed[SyntheseReply]:
        """The synthesis."""
        return self._ask("synthese", SyntheseReply, article)

    def proposals(self, article: Article, *, format: Format) -> Composed[ProposalsReply]:
        """Action proposals and pillar points."""
        return self._ask("proposals", ProposalsReply, article, format=format)

    def translation(self, article: Article) -> Composed[TranslationReply]:
        """The working translation in one call; no call for an article in French."""
        if article.language == "fr":
            return Composed(reply=TranslationReply(paragraphs=[]), templates={}, usage=Usage())
        ids = ["title", *(["description"] if article.description else []), *(one.id for one in article.paragraphs)]
        most = int(len(article.text) * 1.3 / _CHARS_A_TOKEN) + 40 * len(ids) + 1_000
        return self._ask("translation", TranslationReply, article, max_tokens=most, ids=ids)

    def rewrite(
        self, article: Article, draft: Analyse | Synthese, remarks: tuple[Remark, ...]
    ) -> Composed[RepairReply]:
        """The parts that remarks name, written again, in one call; none when nothing is to be done."""
        if not remarks:
            return Composed(reply=RepairReply(parts=[]), templates={}, usage=Usage())
        return self._ask("rewrite", RepairReply, article, insists=False, remarks=remarks, format=draft.format)

    def judge(self, article: Article, claims: tuple[Claimed, ...]) -> Composed[JudgeReply]:
        """A verdict on each claim in one call, under rules of its own: who judges must not think that it writes."""
        if not claims:
            return Composed(reply=JudgeReply(verdicts=[]), templates={}, usage=Usage())
        most = 500 + _VERDICT_TOKENS * len(claims)
        return self._ask(
            "judge",
            JudgeReply,
            article,
            max_tokens=most,
            temperature=0.0,
            insists=False,
            rules="judge_rules",
            claims=claims,
        )

    def _ask(
        self,
        task: str,
        reply: type[ReplyT],
        article: Article,
        *,
        max_tokens: int = 0,
        temperature: float = 0.3,
        insists: bool = True,
        **context: Any,
    ) -> Composed[ReplyT]:
        prompt = self._prompts.render(task, house=self._house, article=article, **context)
        answer = self._model.ask(
            prompt,
            reply,
            max_tokens=max_tokens or _MAX_TOKENS[reply],
            schema=reply_schema(reply),
            temperature=temperature,
            insists=insists,
        )
        return Composed(reply=answer.value, templates=prompt.templates, usage=answer.usage, model=answer.model)
