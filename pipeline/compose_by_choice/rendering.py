"""One passage at a time into French: several candidates each, and the rules and the embedding choose among them."""

import re
from collections.abc import Sequence
from threading import Lock
from typing import NamedTuple

from pipeline.compose_by_choice.agreement import strangers
from pipeline.compose_by_choice.asking import Asker, Passage, Tally
from pipeline.compose_by_choice.hinting import heeded, left_over
from pipeline.compose_by_choice.polishing import polished, slips
from pipeline.compose_by_choice.restoring import restored, with_hints
from pipeline.compose_by_choice.simplifying import simpler
from pipeline.embedding import embed
from pipeline.models import Model
from pipeline.prompts import Prompts
from pipeline.verify import compare, compare_sense
from pipeline.verify.context import Context
from pipeline.verify.form.copying import check_copying
from pipeline.verify.form.english import check_english_words
from pipeline.verify.form.language import check_anglicisms, check_fillers, check_intensifiers
from pipeline.verify.form.legal import check_legal_words
from schemas.article import Article
from schemas.draft import Analyse, SourceCard
from schemas.finding import Finding
from schemas.house import House
from schemas.parts import iter_parts

__all__ = ["Renderer", "Rendering"]

# Temperature and seed of each take. The first is what the model holds most likely; the next are asked only where the
# rules find fault with it, from the third on of a passage said more simply, the last of what the article hangs on.
_TAKES = ((0.0, 0), (0.6, 1), (0.8, 2), (0.7, 3))
_SIMPLER_FROM = 3
# A headline is rendered beside those most like it, but for this take: now and then they mislead.
_WITHOUT_EXAMPLES = 2
# Worth another take, though they may be false alarms.
_ASKED_AGAIN = frozenset(
    (
        "figure-missing",
        "direction-reversed",
        "name-unknown",
        "negation-lost",
        "negation-added",
        "roles-swapped",
        "ranking-changed",
    )
)
# « L’application qui avait licencié ceux-ci »: no headline says it so, whoever is meant.
_BACK = re.compile(r"\b(?:ceux|celui|celles?)-(?:ci|là)\b", re.IGNORECASE)
_CLOSE_ENOUGH = 0.4
# A small model reads French better than it writes it. Of 60 takes of headlines and descriptions, those whose English
# came back less near than this to the one they render hardly read as French: « vend une vignette » for a vineyard.
_COMES_BACK = 0.65
_TOO_LONG = 0.5
# Of two good takes the one that uses the words it was told.
_UNHEEDED = 0.1


class Rendering(NamedTuple):
    """The best French found. `faults` are the rules' findings on it; `is_clean` none of weight and close in meaning.

    `fits`: it is no longer than its place allows. `echo`: how near it comes to the passage when the model takes it back
    to English; asked only of what is rendered thoroughly.
    """

    french: str
    faults: tuple[Finding, ...]
    closeness: float
    score: float
    fits: bool = True
    echo: float = 1.0

    @property
    def is_clean(self) -> bool:
        """Whether it may stand in a draft."""
        return self.score >= 0.0 and self.closeness >= _CLOSE_ENOUGH

    @property
    def is_whole(self) -> bool:
        """Whether it is clean, fits, comes back, leaves out no figure and turns nothing round: what misleads first."""
        is_sound = self.is_clean and self.fits and self.echo >= _COMES_BACK
        return is_sound and not any(one.code in _ASKED_AGAIN for one in self.faults)


class Renderer:
    """Renders passages of one language into French. A passage asked for twice costs one set of calls."""

    def __init__(self, *, model: Model, prompts: Prompts, house: House, attempt: int = 1) -> None:
        self._asker = Asker(model=model, prompts=prompts, house=house)
        self._house = house
        self._takes = _TAKES if attempt == 1 else _further_takes(attempt)
        # All takes of a passage in a row: the model has read it then. And one passage after the other, judged before
        # the next is asked: on two cores calls side by side decode no faster, and slower still beside a busy process.
        self._turn = Lock()

    def render(self, passages: Sequence[Passage], article: Article, tally: Tally) -> tuple[Rendering | None, ...]:
        """The best French of each passage, in order; None for an empty one or where the model gave nothing usable.

        A further take is asked only of passages whose best is not clean, leaves out a figure or seems to turn the sense
        round, or that are to be rendered thoroughly.

        Raises ModelFault where the model is not to be had.
        """
        return tuple(self._best(one, article, tally) if one.text else None for one in passages)

    def greedy(self, passages: Sequence[Passage], article: Article, tally: Tally) -> tuple[str, ...]:
        """The likeliest French of each passage, unjudged; empty where there is none. For the reviewer's eyes only."""
        french = []
        for one in passages:
            with self._turn:
                text = self._asker.french(one, article, self._takes[0], tally)
            french.append(polished(text) if text else "")
        return tuple(french)

    def _best(self, passage: Passage, article: Article, tally: Tally) -> Rendering | None:
        found = [self._judged(passage, text, article) for text in self._as_it_stands(passage, article)]
        fresh: list[tuple[Rendering, Passage]] = []
        has_examples = passage.thoroughly and passage.label == "Headline"
        with self._turn:
            for number, take in enumerate(self._takes, 1):
                if not self._goes_on(passage, _best_of(found), number):
                    break
                asked = _simpler(passage, article) if number >= _SIMPLER_FROM else passage
                asked = asked._replace(with_examples=has_examples and number != _WITHOUT_EXAMPLES)
                text = self._asker.french(asked, article, take, tally)
                if text is not None:
                    fresh.append((self._judged(asked, text, article), asked))
                if passage.thoroughly and number == 1:
                    # Another take follows whatever this one is: both go back in a row, which the model reads faster.
                    continue
                found += [self._taken_back(one, each, article, tally) for one, each in fresh]
                fresh.clear()
        return _best_of(found)

    def _taken_back(self, one: Rendering, passage: Passage, article: Article, tally: Tally) -> Rendering:
        """A clean take of a passage that is rendered thoroughly, with its echo; every other one as it is."""
        if not passage.thoroughly or article.language == "fr" or not one.is_clean:
            return one
        near, far = embed([passage.text, self._asker.english(one.french, article, tally)])
        return one._replace(echo=float(near @ far))

    def _goes_on(self, passage: Passage, best: Rendering | None, number: int) -> bool:
        """Whether a take of that number is asked for, this being the best so far."""
        if best is not None and best.is_whole:
            return number == 1 or (passage.thoroughly and number < _SIMPLER_FROM)
        return number < len(self._takes) or passage.is_weighty

    def _as_it_stands(self, passage: Passage, article: Article) -> list[str]:
        """A French sentence short enough to be taken over is a candidate itself, for want of a better one."""
        short = len(passage.text.split()) <= self._house.limits.copied_words_max
        return [passage.text] if article.language == "fr" and passage.label == "Sentence" and short else []

    def _judged(self, passage: Passage, text: str, article: Article) -> Rendering:
        french = polished(text, is_sentence=passage.label in ("Sentence", "Quote"))
        hinted = self._asker.hints(passage, article) if article.language != "fr" else ()
        if article.language != "fr":
            french = with_hints(french, hinted)
            french = restored(french, passage.text, article=article.text)
        if passage.label == "Headline" and french:
            french = french[0].upper() + french[1:].rstrip(".")
        language = article.language or "en"
        against = compare(passage.text, french, source_language=language, house=self._house, article=article)
        # A fault that two rules see is one.
        seen = {one.code for one in against}
        sense = (one for one in compare_sense(passage.text, french, source_language=language) if one.code not in seen)
        faults = (*against, *sense, *_faults_of_form(french, article, self._house))
        near, far = embed([passage.text, french])
        closeness = float(near @ far) if french else 0.0
        strange = len(strangers(french, self._house.words.allowed_english, passage.text))
        plain = slips(french) + strange + left_over(french, hinted)
        plain += passage.label == "Headline" and bool(_BACK.search(french))
        fits = len(french) <= passage.most_chars
        score = _score(passage.text, french, faults, closeness, plain) - (0 if fits else _TOO_LONG)
        score -= _UNHEEDED * (1 - heeded(french, hinted))
        return Rendering(french, faults, closeness, score, fits)


def _best_of(found: Sequence[Rendering]) -> Rendering | None:
    return max(found, key=lambda one: (one.is_clean, one.score + one.echo), default=None)


def _simpler(passage: Passage, article: Article) -> Passage:
    """An English sentence less what it says in passing: a short one is rendered where a long one is not."""
    if passage.label != "Sentence" or article.language == "fr":
        return passage
    return passage._replace(text=simpler(passage.text))


def _further_takes(attempt: int) -> tuple[tuple[float, int], ...]:
    """Other candidates than those of the attempts before: seeds of their own, and none by likelihood alone."""
    return tuple((max(heat, 0.4), seed + 10 * attempt) for heat, seed in _TAKES)


def _score(source: str, french: str, faults: tuple[Finding, ...], closeness: float, plain: int) -> float:
    """Below zero what must not stand; above, the closer and the cleaner the higher. `plain`: plain faults of French."""
    blocking = sum(one.severity == "blocking" for one in faults)
    warnings = sum(one.severity == "warning" for one in faults)
    ratio = len(french) / max(len(source), 1)
    off_length = max(0.0, 0.75 - ratio) + max(0.0, ratio - 1.75)
    copied = 0.3 if french.rstrip(".") == source.rstrip(".") else 0.0
    return closeness - copied - 1.5 * blocking - 0.35 * warnings - 1.0 * plain - 2.0 * off_length - 0.1


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
