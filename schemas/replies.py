"""The small shapes asked of a model. Never stored: stages turn them into articles and drafts, and check them there.

Every key is required and there are no defaults, unions or length limits: strict decoders refuse the former and
cut words in half for the latter. Limits are asked for in the prompt and checked by verification.
"""

from typing import Any

from pydantic import BaseModel, ConfigDict

from schemas.action import ActionKind
from schemas.finding import Stance
from schemas.judgement import Ruling

__all__ = [
    "ActionReply",
    "AnalyseReply",
    "BlockReply",
    "JudgeReply",
    "OneText",
    "ParagraphReply",
    "PillarReply",
    "ProposalsReply",
    "QuoteReply",
    "RepairReply",
    "RepairedPart",
    "SectionReply",
    "SentenceReply",
    "SourcedText",
    "SyntheseReply",
    "TranslatedParagraph",
    "TranslationReply",
    "VerdictReply",
    "reply_schema",
]


class _Reply(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SentenceReply(_Reply):
    """One French sentence, whether it reports or analyses, and the paragraphs that support it."""

    text: str
    stance: Stance
    evidence: list[str]


class SourcedText(_Reply):
    """A short French text and the paragraphs that support it."""

    text: str
    evidence: list[str]


class ParagraphReply(_Reply):
    """A paragraph of the body, sentence by sentence."""

    sentences: list[SentenceReply]


class QuoteReply(_Reply):
    """A quotation chosen from the list of quotes found in the source, by its id, or the source's own words."""

    quote_id: str
    original: str
    translation: str
    speaker: str
    role: str
    after_paragraph: int


class AnalyseReply(_Reply):
    """The analysis, less its proposals."""

    title: str
    standfirst: SourcedText
    body: list[ParagraphReply]
    quotes: list[QuoteReply]
    watchpoints: SourcedText


class BlockReply(_Reply):
    """A paragraph (`is_list` false) or the items of a list, one sentence group each."""

    is_list: bool
    sentences: list[SentenceReply]


class SectionReply(_Reply):
    """A section of a synthesis; `level` 2 or 3."""

    heading: str
    level: int
    blocks: list[BlockReply]


class SyntheseReply(_Reply):
    """The synthesis; the last section is the conclusion, without its heading's house text."""

    title: str
    tldr: list[SourcedText]
    sections: list[SectionReply]
    conclusion: list[ParagraphReply]
    seo_title: str
    seo_description: str
    slug: str


class ActionReply(_Reply):
    """A proposal; `outside_knowledge` lists, word for word, the passages of it that the source does not hold."""

    kind: ActionKind
    title: str
    description: str
    signal: str
    outside_knowledge: list[str]


class PillarReply(_Reply):
    """One pillar's points, 0 to 2, and a line of reasons."""

    pillar: str
    points: int
    reason: str


class ProposalsReply(_Reply):
    """The proposals and the score."""

    actions: list[ActionReply]
    pillars: list[PillarReply]


class TranslatedParagraph(_Reply):
    """One paragraph of the working translation."""

    id: str
    text: str


class TranslationReply(_Reply):
    """The working translation, paragraph by paragraph."""

    paragraphs: list[TranslatedParagraph]


class RepairedPart(_Reply):
    """A part written again, by its path."""

    part: str
    text: str


class RepairReply(_Reply):
    """The parts that had blocking findings, written again."""

    parts: list[RepairedPart]


class VerdictReply(_Reply):
    """The word on one claim, by its number; the reason comes before the verdict, so that it is not made up after it."""

    number: int
    evidence: list[str]
    reason: str
    verdict: Ruling


class JudgeReply(_Reply):
    """A verdict for every claim that was put."""

    verdicts: list[VerdictReply]


class OneText(_Reply):
    """A single text: one sentence translated, one slot filled."""

    text: str


def reply_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON schema to send for a reply: plain, references resolved, every key required, nothing fine-grained."""
    whole = model.model_json_schema()
    definitions = whole.pop("$defs", {})
    schema: dict[str, Any] = _inlined(whole, definitions)
    return schema


def _inlined(node: Any, definitions: dict[str, Any]) -> Any:
    if isinstance(node, list):
        return [_inlined(one, definitions) for one in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _inlined(definitions[node["$ref"].rsplit("/", 1)[-1]], definitions)
    # A property may itself be called `title`: only the schema's own annotations are dropped.
    return {
        key: {name: _inlined(one, definitions) for name, one in value.items()}
        if key == "properties"
        else _inlined(value, definitions)
        for key, value in node.items()
        if key not in ("title", "description") or not isinstance(value, str)
    }
