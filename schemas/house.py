"""A newsroom's own settings: its texts, its marks, its word lists. Read from data/*.toml."""

from typing import Literal

from pydantic import Field

from schemas.action import ActionKind
from schemas.base import Closed
from schemas.draft import Typography

__all__ = [
    "ActionMark",
    "Glossary",
    "GlossaryEntry",
    "House",
    "HouseTexts",
    "Limits",
    "Pillar",
    "ProposalPattern",
    "ReflectionPattern",
    "WordLists",
]


class ActionMark(Closed):
    """How a kind of proposal is shown: its emoji, its French label, what it means (told to the model)."""

    emoji: str
    label: str
    meaning: str


class Pillar(Closed):
    """One of the five pillars: its French name and what it is about (told to the model)."""

    name: str
    meaning: str
    cues: tuple[str, ...] = ()


class HouseTexts(Closed):
    """Texts that stand in every article and are never a model's."""

    translated_mark: dict[str, str]
    watchpoints_heading: str
    actions_heading: str
    signal_opening: str
    score_line: str
    tldr_heading: str
    conclusion_heading: str
    source_label: str
    closing: str
    ai_label: str = ""
    erratum: str = "Erratum du {date}\u00a0: {text}"


class Limits(Closed):
    """Lengths of EDITORIAL.md, in characters unless named otherwise."""

    title_aim: int = 80
    title_max: int = 110
    standfirst_max: int = 280
    body_paragraphs: tuple[int, int] = (3, 5)
    body_chars: tuple[int, int] = (1100, 2600)
    quotes_max: int = 2
    actions: tuple[int, int] = (2, 3)
    action_title_max: int = 90
    action_description: tuple[int, int] = (200, 500)
    tldr: tuple[int, int] = (3, 6)
    sections: tuple[int, int] = (3, 6)
    seo_title_aim: int = 60
    seo_description_aim: int = 155
    slug_words: tuple[int, int] = (3, 7)
    copied_words_max: int = 12


class WordLists(Closed):
    """Word lists of the house: plain lower-case text. `legal_words` maps a French word to the source words it needs."""

    fillers: tuple[str, ...] = ()
    empty_intensifiers: tuple[str, ...] = ()
    anglicisms: dict[str, str] = {}
    weak_verbs: tuple[str, ...] = ()
    generic_actions: tuple[str, ...] = ()
    allowed_english: tuple[str, ...] = ()
    house_phrases: tuple[str, ...] = ()
    legal_words: dict[str, tuple[str, ...]] = {}


class ProposalPattern(Closed):
    """A proposal with slots, filled by the embedded profile. Slots stand in braces: {actor}, {lever}, {decision} …

    `cues` are source words (any language) that make the pattern fit an article.
    """

    id: str
    kind: ActionKind
    lever: str
    title: str
    description: str
    signal: str
    cues: tuple[str, ...] = ()


class ReflectionPattern(Closed):
    """A paragraph of the house's own analysis for a pillar, used by the embedded profile; it carries no fact."""

    pillar: str
    part: Literal["body", "watchpoints"]
    text: str


class GlossaryEntry(Closed):
    """A source term and its accepted French forms, the preferred one first."""

    term: str
    french: tuple[str, ...] = Field(min_length=1)
    kind: Literal["organisation", "place", "person", "term"] = "term"
    acronym: str | None = None


class Glossary(Closed):
    """The house's glossary."""

    entries: tuple[GlossaryEntry, ...] = ()


class House(Closed):
    """Everything a newsroom sets without touching code."""

    name: str
    typography: Typography = "classic"
    four_eyes: bool = False
    texts: HouseTexts
    actions: dict[ActionKind, ActionMark]
    pillars: dict[str, Pillar]
    limits: Limits = Limits()
    words: WordLists = WordLists()
    patterns: tuple[ProposalPattern, ...] = ()
    reflections: tuple[ReflectionPattern, ...] = ()
    glossary: Glossary = Glossary()
