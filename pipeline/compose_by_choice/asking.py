"""What the small model is asked: a passage's French, several takes of it, and its way back into English."""

from collections.abc import Callable
from threading import Lock
from typing import Literal, NamedTuple

from pipeline.compose_by_choice.examples import Examples
from pipeline.compose_by_choice.hinting import hints
from pipeline.errors import ReplyError
from pipeline.models import Answer, Model, Prompt
from pipeline.prompts import Prompts
from schemas.article import Article
from schemas.house import House
from schemas.provenance import Usage
from schemas.replies import OneText, reply_schema

__all__ = ["Asker", "Label", "Passage", "Take", "Tally"]

Label = Literal["Sentence", "Headline", "Quote", "Role"]
# Temperature and seed.
Take = tuple[float, int]
_FRENCH_LABELS: dict[Label, str] = {"Sentence": "Phrase", "Headline": "Titre", "Quote": "Phrase", "Role": "Fonction"}
_LIKELIEST: Take = (0.0, 0)
_KEPT_MAX = 4_000


class Passage(NamedTuple):
    """A text to render and how it is shown to the model; of one to be rendered thoroughly a second take is asked
    whatever the first, and the last one only of those that weigh most. Its French has `most_chars` at the most.
    `with_examples`: beside it stand the headlines most like it, and their French.
    """

    text: str
    label: Label = "Sentence"
    thoroughly: bool = False
    is_weighty: bool = False
    most_chars: int = 10_000
    with_examples: bool = False


class Tally:
    """What one task's calls took and which templates they used; safe to add to from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.usage = Usage()
        self.templates: dict[str, str] = {}

    def add(self, usage: Usage, templates: dict[str, str]) -> None:
        """Count one call."""
        with self._lock:
            self.usage += usage
            self.templates |= templates


class Asker:
    """Asks for passages of one language in French. What was answered once is not asked again."""

    def __init__(self, *, model: Model, prompts: Prompts, house: House) -> None:
        self._model, self._prompts, self._house = model, prompts, house
        self._words, lexicon = prompts.words("lexicon")
        self._headlines = Examples(prompts)
        self._tables = lexicon | self._headlines.digests
        self._asked: dict[tuple[str, str, int], Answer[OneText] | None] = {}

    def french(self, passage: Passage, article: Article, take: Take, tally: Tally) -> str | None:
        """What the model says, None where it said nothing usable. Raises ModelFault where it is not to be had."""
        key = (f"{article.language}:{passage.label}:{passage.with_examples}", passage.text, take[1])
        return self._kept(key, lambda: self._prompt(passage, article), take, tally)

    def english(self, french: str, article: Article, tally: Tally) -> str:
        """A rendering taken back to English as the model reads it, empty where it said nothing usable.

        Asked under the rules for sentences, which the server has read already.
        """
        key = ("back", french, 0)
        return self._kept(key, lambda: self._sentence("echo", article, text=french), _LIKELIEST, tally) or ""

    def hints(self, passage: Passage, article: Article) -> tuple[str, ...]:
        """The French that is suggested for an English passage."""
        is_headline = passage.label == "Headline"
        return hints(passage.text, self._house.glossary, self._words, is_headline=is_headline, within=article.text)

    def _kept(self, key: tuple[str, str, int], prompt: Callable[[], Prompt], take: Take, tally: Tally) -> str | None:
        """What was answered, kept; a call that failed is no answer: the model may be back by the time of a resume."""
        if key not in self._asked:
            if len(self._asked) > _KEPT_MAX:
                self._asked.clear()
            self._asked[key] = self._answer(prompt(), len(key[1]), take, tally)
        answer = self._asked[key]
        return answer.value.text if answer is not None else None

    def _answer(self, prompt: Prompt, length: int, take: Take, tally: Tally) -> Answer[OneText] | None:
        temperature, seed = take
        try:
            answer = self._model.ask(
                prompt,
                OneText,
                max_tokens=60 + int(length * 0.55),
                schema=reply_schema(OneText),
                temperature=temperature,
                seed=seed,
            )
        except ReplyError:
            return None
        tally.add(answer.usage, prompt.templates | self._tables)
        return answer

    def _prompt(self, passage: Passage, article: Article) -> Prompt:
        if article.language == "fr":
            return self._prompts.render(
                "rephrase",
                house=self._house,
                article=article,
                rules="rephrase_rules",
                source=None,
                label=_FRENCH_LABELS[passage.label],
                text=passage.text,
            )
        examples = self._headlines.like(passage.text) if passage.with_examples else ()
        words = self.hints(passage, article)
        return self._sentence(
            "sentence", article, label=passage.label, text=passage.text, words=words, examples=examples
        )

    def _sentence(self, task: str, article: Article, **context: object) -> Prompt:
        return self._prompts.render(
            task, house=self._house, article=article, rules="sentence_rules", source=None, **context
        )
