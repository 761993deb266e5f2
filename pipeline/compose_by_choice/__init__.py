"""The composer for a small model: it chooses sentences and has each rendered alone; rules and embedding judge.

The model writes no draft: quotes are found by rule, key sentences chosen by rule and embedding, proposals and the
house's analysis come from patterns. What may a draft hold of a French source? Its quotations, word for word, and its
main sentences said otherwise; a sentence that cannot be said otherwise stands only where it is shorter than the house's
limit for copied words.
"""

from pipeline.compose_by_choice.arranging import analyse_reply, synthese_reply
from pipeline.compose_by_choice.asking import Passage, Tally
from pipeline.compose_by_choice.mending import mended_parts
from pipeline.compose_by_choice.proposing import proposals_reply
from pipeline.compose_by_choice.rendering import Renderer
from pipeline.compose_by_choice.selecting import picks, spread
from pipeline.compose_by_choice.telling import Telling, tell
from pipeline.compose_by_choice.weighing import weighty_pillars
from pipeline.compose_freely import ComposeFreely
from pipeline.composer import Claimed, Composed, Remark
from pipeline.digests import digest_json
from pipeline.models import Model
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
    TranslatedParagraph,
    TranslationReply,
)
from schemas.source import Format

__all__ = ["ComposeByChoice"]

# Another way to choose gives other drafts of the same model and prompts: raise it with every change of the rules.
_RULES = 13
_ANALYSE_CHARS = 1_950
_SYNTHESE_CHARS = 3_000
_TRANSLATED_SENTENCES = 16


class ComposeByChoice:
    """Composes by choosing, each `attempt` among candidates of its own. Methods raise ModelFault."""

    embedded = True
    action_origin: ActionOrigin = "pattern"

    def __init__(self, *, model: Model, prompts: Prompts, house: House, attempt: int = 1) -> None:
        self._model, self._prompts, self._house = model, prompts, house
        self._renderer = Renderer(model=model, prompts=prompts, house=house, attempt=attempt)

    @property
    def model_name(self) -> str:
        """The model as its file names it."""
        return self._model.name

    @property
    def fingerprint(self) -> str:
        """Digest of what makes replies differ: way of composing and its rules, model, templates and lexicon."""
        return digest_json(
            {"by": "compose_by_choice", "rules": _RULES, "model": self.model_name, "prompts": self._prompts.digests}
        )

    def analyse(self, article: Article) -> Composed[AnalyseReply]:
        """The analysis, less its proposals."""
        telling, tally = self._told(article, wanted_chars=_ANALYSE_CHARS, with_quotes=True)
        reply = analyse_reply(telling, self._house, weighty_pillars(article, self._house))
        return Composed(reply=reply, templates=tally.templates, usage=tally.usage)

    def synthese(self, article: Article) -> Composed[SyntheseReply]:
        """The synthesis; people's words stand in it as reported speech only."""
        telling, tally = self._told(article, wanted_chars=_SYNTHESE_CHARS, with_quotes=False)
        reply = synthese_reply(telling, self._house, weighty_pillars(article, self._house))
        return Composed(reply=reply, templates=tally.templates, usage=tally.usage)

    def proposals(self, article: Article, *, format: Format) -> Composed[ProposalsReply]:
        """Patterns filled with the article's names, and points by cue words; no call, the same for both kinds."""
        del format
        return Composed(reply=proposals_reply(article, self._house), templates={}, usage=Usage())

    def translation(self, article: Article) -> Composed[TranslationReply]:
        """A first rendering of the paragraphs that matter most, for the reviewer; none for an article in French."""
        if article.language == "fr":
            return Composed(reply=TranslationReply(paragraphs=[]), templates={}, usage=Usage())
        tally = Tally()
        wanted = self._paragraphs_to_translate(article)
        sentences = [
            (paragraph.id, " ".join(one.text.split()))
            for paragraph in article.paragraphs
            if paragraph.id in wanted
            for one in paragraph.sentences
        ]
        passages = [Passage(article.title, "Headline", with_examples=True), *(Passage(text) for _, text in sentences)]
        title, *french = self._renderer.greedy(passages, article, tally)
        texts: dict[str, list[str]] = {"title": [title]}
        for (paragraph_id, _), text in zip(sentences, french, strict=True):
            texts.setdefault(paragraph_id, []).append(text)
        reply = TranslationReply(
            paragraphs=[TranslatedParagraph(id=one, text=" ".join(said).strip()) for one, said in texts.items()]
        )
        return Composed(reply=reply, templates=tally.templates, usage=tally.usage)

    def rewrite(
        self, article: Article, draft: Analyse | Synthese, remarks: tuple[Remark, ...]
    ) -> Composed[RepairReply]:
        """The parts less the sentences that the rules hold against their evidence; no call."""
        parts = mended_parts(article, draft, remarks, self._house)
        return Composed(reply=RepairReply(parts=parts), templates={}, usage=Usage())

    def judge(self, article: Article, claims: tuple[Claimed, ...]) -> Composed[JudgeReply]:
        """The same question as a capable model is asked; a house has to want it, for a small one answers it badly."""
        return ComposeFreely(model=self._model, prompts=self._prompts, house=self._house).judge(article, claims)

    def _told(self, article: Article, *, wanted_chars: int, with_quotes: bool) -> tuple[Telling, Tally]:
        tally = Tally()
        telling = tell(
            article,
            renderer=self._renderer,
            house=self._house,
            tally=tally,
            wanted_chars=wanted_chars,
            with_quotes=with_quotes,
        )
        return telling, tally

    def _paragraphs_to_translate(self, article: Article) -> frozenset[str]:
        """Paragraphs that serve as evidence first, as many as the budget of sentences allows."""
        sizes = {one.id: len(one.sentences) for one in article.paragraphs}
        wanted: dict[str, None] = {}
        for pick in spread(picks(article), 10_000):
            fits = sum(sizes[one] for one in wanted) + sizes[pick.paragraph] <= _TRANSLATED_SENTENCES
            if pick.paragraph not in wanted and fits:
                wanted[pick.paragraph] = None
        return frozenset(wanted)
