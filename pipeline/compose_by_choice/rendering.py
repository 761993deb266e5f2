"""One passage at a time into French: several candidates each, and the rules and the embedding choose among them."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Literal, NamedTuple

from pipeline.compose_by_choice.agreement import strangers
from pipeline.compose_by_choice.hinting import hints
from pipeline.compose_by_choice.polishing import polished, slips
from pipeline.compose_by_choice.restoring import restored
from pipeline.compose_by_choice.simplifying import simpler
from pipeline.embedding import embed
from pipeline.errors import ReplyError
from pipeline.models import Answer, Model, Prompt
from pipeline.prompts import Prompts
from pipeline.verify import compare
from pipeline.verify.context import Context
from pipeline.verify.copying import check_copying
from pipeline.verify.language import check_anglicisms, check_english_words, check_fillers, check_intensifiers
from pipeline.verify.legal import check_legal_words
from schemas.article import Article
from schemas.draft import Analyse, SourceCard
from schemas.finding import Finding
from schemas.house import House
from schemas.parts import iter_parts
from schemas.provenance import Usage
from schemas.replies import OneText, reply_schema

__all__ = ["Label", "Passage", "Renderer", "Rendering", "Tally"]

Label = Literal["Sentence", "Headline", "Quote", "Role"]
_FRENCH_LABELS: dict[Label, str] = {"Sentence": "Phrase", "Headline": "Titre", "Quote": "Phrase", "Role": "Fonction"}
# The first is what the model holds most likely; the next are asked only where the rules find fault with it, from the
# third on of a passage said more simply, the last only of what the article hangs on.
_ROUNDS: tuple[tuple[tuple[float, int], ...], ...] = (((0.0, 0),), ((0.6, 1),), ((0.8, 2),), ((0.7, 3),))
_SIMPLER_FROM = 3
# One after the other: on two cores calls side by side decode no faster, and each slot must read the rules anew.
_SIDE_BY_SIDE = 1
_KEPT_MAX = 4_000
_CLOSE_ENOUGH = 0.4


class Passage(NamedTuple):
    """A text to render and how it is shown to the model; every round is asked of one to be rendered thoroughly, the
    last one of those that weigh most only.
    """

    text: str
    label: Label = "Sentence"
    thoroughly: bool = False
    is_weighty: bool = False


class Rendering(NamedTuple):
    """The best French found. `faults` are the rules' findings on it; `is_clean` none of weight and close in meaning."""

    french: str
    faults: tuple[Finding, ...]
    closeness: float
    score: float

    @property
    def is_clean(self) -> bool:
        """Whether it may stand in a draft."""
        return self.score >= 0.0 and self.closeness >= _CLOSE_ENOUGH

    @property
    def is_whole(self) -> bool:
        """Whether it is clean and leaves out no figure: what a reader would miss first."""
        return self.is_clean and not any(one.code == "figure-missing" for one in self.faults)


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


class Renderer:
    """Renders passages of one language into French. A passage asked for twice costs one set of calls."""

    def __init__(self, *, model: Model, prompts: Prompts, house: House, attempt: int = 1) -> None:
        self._model, self._prompts, self._house = model, prompts, house
        self._rounds = _ROUNDS if attempt == 1 else _further_rounds(attempt)
        self._words, self._lexicon = prompts.words("lexicon")
        self._pool = ThreadPoolExecutor(_SIDE_BY_SIDE, thread_name_prefix="rendering")
        self._asked: dict[tuple[str, str, int], Future[Answer[OneText] | None]] = {}
        self._lock = Lock()

    def render(self, passages: Sequence[Passage], article: Article, tally: Tally) -> tuple[Rendering | None, ...]:
        """The best French of each passage, in order; None for an empty one or where the model gave nothing usable.

        Candidates are decoded side by side and judged afterwards; a further round is asked only for passages whose
        best is not clean or leaves out a figure, or that are to be rendered thoroughly.

        Raises ModelFault where the model is not to be had.
        """
        best: list[Rendering | None] = [None] * len(passages)
        for number, takes in enumerate(self._rounds, 1):
            missing = {n: passages[n] for n, one in enumerate(best) if _wants_more(passages[n], one)}
            if number >= _SIMPLER_FROM:
                missing = {n: _simpler(one, article) for n, one in missing.items() if not _is_whole(best[n])}
            if number == len(self._rounds):
                missing = {n: one for n, one in missing.items() if one.is_weighty}
            asked = [(n, [self._ask(one, article, take, tally) for take in takes]) for n, one in missing.items()]
            for n, futures in asked:
                texts = [answer.value.text for future in futures if (answer := future.result()) is not None]
                texts += self._as_it_stands(passages[n], article)
                found = [self._judged(missing[n], text, article) for text in dict.fromkeys(texts)]
                best[n] = max([*found, *filter(None, [best[n]])], key=lambda one: one.score, default=None)
        return tuple(best)

    def greedy(self, passages: Sequence[Passage], article: Article, tally: Tally) -> tuple[str, ...]:
        """The likeliest French of each passage, unjudged; empty where there is none. For the reviewer's eyes only."""
        futures = [self._ask(one, article, self._rounds[0][0], tally) for one in passages]
        answers = [future.result() for future in futures]
        return tuple(polished(answer.value.text) if answer else "" for answer in answers)

    def _as_it_stands(self, passage: Passage, article: Article) -> list[str]:
        """A French sentence short enough to be taken over is a candidate itself, for want of a better one."""
        short = len(passage.text.split()) <= self._house.limits.copied_words_max
        return [passage.text] if article.language == "fr" and passage.label == "Sentence" and short else []

    def _ask(
        self, passage: Passage, article: Article, take: tuple[float, int], tally: Tally
    ) -> Future[Answer[OneText] | None]:
        temperature, seed = take
        key = (f"{article.language}:{passage.label}", passage.text, seed)
        with self._lock:
            kept = self._asked.get(key)
            # A call that failed is no answer: the model may be back by the time the draft is resumed.
            if kept is not None and not (kept.done() and kept.exception()):
                return kept
            if len(self._asked) > _KEPT_MAX:
                self._asked = {kept: one for kept, one in self._asked.items() if not one.done()}
            future = self._pool.submit(self._answer, passage, article, temperature, seed, tally)
            self._asked[key] = future
        return future

    def _answer(
        self, passage: Passage, article: Article, temperature: float, seed: int, tally: Tally
    ) -> Answer[OneText] | None:
        prompt = self._prompt(passage, article)
        try:
            answer = self._model.ask(
                prompt,
                OneText,
                max_tokens=60 + int(len(passage.text) * 0.55),
                schema=reply_schema(OneText),
                temperature=temperature,
                seed=seed,
            )
        except ReplyError:
            return None
        tally.add(answer.usage, prompt.templates | self._lexicon)
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
        return self._prompts.render(
            "sentence",
            house=self._house,
            article=article,
            rules="sentence_rules",
            source=None,
            label=passage.label,
            text=passage.text,
            words=hints(passage.text, self._house.glossary, self._words),
        )

    def _judged(self, passage: Passage, text: str, article: Article) -> Rendering:
        french = polished(text, is_sentence=passage.label in ("Sentence", "Quote"))
        if article.language != "fr":
            french = restored(french, passage.text, article=article.text)
        if passage.label == "Headline" and french:
            french = french[0].upper() + french[1:].rstrip(".")
        faults = (
            *compare(
                passage.text, french, source_language=article.language or "en", house=self._house, article=article
            ),
            *_faults_of_form(french, article, self._house),
        )
        near, far = embed([passage.text, french])
        closeness = float(near @ far) if french else 0.0
        plain = slips(french) + len(strangers(french, self._house.words.allowed_english))
        return Rendering(french, faults, closeness, _score(passage.text, french, faults, closeness, plain))


def _wants_more(passage: Passage, best: Rendering | None) -> bool:
    return bool(passage.text) and (not _is_whole(best) or passage.thoroughly)


def _is_whole(rendering: Rendering | None) -> bool:
    return rendering is not None and rendering.is_whole


def _simpler(passage: Passage, article: Article) -> Passage:
    """An English sentence less what it says in passing: a short one is rendered where a long one is not."""
    if passage.label != "Sentence" or article.language == "fr":
        return passage
    return passage._replace(text=simpler(passage.text))


def _further_rounds(attempt: int) -> tuple[tuple[tuple[float, int], ...], ...]:
    """Other candidates than those of the attempts before: seeds of its own, and none by likelihood alone."""
    return tuple(tuple((max(heat, 0.4), seed + 10 * attempt) for heat, seed in takes) for takes in _ROUNDS)


def _score(source: str, french: str, faults: tuple[Finding, ...], closeness: float, plain: int) -> float:
    """Below zero what must not stand; above, the closer and the cleaner the higher. `plain`: plain faults of French."""
    blocking = sum(one.severity == "blocking" for one in faults)
    warnings = sum(one.severity == "warning" for one in faults)
    ratio = len(french) / max(len(source), 1)
    off_length = max(0.0, 0.75 - ratio) + max(0.0, ratio - 1.75)
    copied = 0.3 if french.rstrip(".") == source.rstrip(".") else 0.0
    return closeness - copied - 1.5 * blocking - 0.35 * warnings - 0.8 * plain - 2.0 * off_length - 0.1


def _faults_of_form(french: str, article: Article, house: House) -> tuple[Finding, ...]:
    """What the checks of a whole draft would say of this one text: language, legal words, copying."""
    draft = Analyse(standfirst=french, source=SourceCard(language=article.language))
    context = Context(draft, article, house, tuple(one for one in iter_parts(draft) if one.path == "standfirst"))
    checks = (check_english_words, check_anglicisms, check_fillers, check_intensifiers, check_legal_words)
    found = [finding for check in checks for finding in check(context)]
    if article.language == "fr":
        # Sentences that stand side by side in the source may do so here: what is copied adds up.
        found += [one.model_copy(update={"severity": "blocking"}) for one in check_copying(context)]
    return tuple(found)
