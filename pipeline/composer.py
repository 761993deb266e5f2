"""What every composer offers: the same replies, whether a hosted model writes freely or the embedded one chooses."""

from typing import Generic, Protocol, TypeVar

from pydantic import BaseModel

from schemas.action import ActionOrigin
from schemas.article import Article
from schemas.base import Closed
from schemas.draft import Analyse, Synthese
from schemas.provenance import Usage
from schemas.replies import AnalyseReply, JudgeReply, ProposalsReply, RepairReply, SyntheseReply, TranslationReply
from schemas.source import Format

__all__ = ["Claimed", "Composed", "Composer", "Remark"]

ReplyT = TypeVar("ReplyT", bound=BaseModel)


class Composed(Closed, Generic[ReplyT]):
    """A reply with the templates (name → digest) it came from and what it took.

    `model` names who gave it where that is not the composer's own model.
    """

    reply: ReplyT
    templates: dict[str, str]
    usage: Usage
    model: str = ""


class Remark(Closed):
    """Why a part must be written again: a finding's or a reviewer's words, and the source passages that bear on it."""

    part: str
    text: str
    message: str
    evidence: tuple[str, ...] = ()


class Claimed(Closed):
    """A sentence that says something of the source; a translated quotation comes with its `original`."""

    text: str
    original: str = ""


class Composer(Protocol):
    """Writes the drafts. Replies are raw material: the stages turn them into drafts, verification judges them."""

    embedded: bool
    action_origin: ActionOrigin

    @property
    def model_name(self) -> str:
        """The model as its provider or its file names it."""
        ...

    @property
    def fingerprint(self) -> str:
        """Digest of what makes two composers answer the same article differently: way, model, templates, data."""
        ...

    def analyse(self, article: Article) -> Composed[AnalyseReply]:
        """The analysis, less its proposals."""
        ...

    def synthese(self, article: Article) -> Composed[SyntheseReply]:
        """The synthesis."""
        ...

    def proposals(self, article: Article, *, format: Format) -> Composed[ProposalsReply]:
        """Action proposals and pillar points."""
        ...

    def translation(self, article: Article) -> Composed[TranslationReply]:
        """The working translation for the reviewer; empty when the article is in French already."""
        ...

    def rewrite(
        self, article: Article, draft: Analyse | Synthese, remarks: tuple[Remark, ...]
    ) -> Composed[RepairReply]:
        """The parts that remarks name, written again; a part that cannot be done better may be left out."""
        ...

    def judge(self, article: Article, claims: tuple[Claimed, ...]) -> Composed[JudgeReply]:
        """Whether the source supports each claim."""
        ...
