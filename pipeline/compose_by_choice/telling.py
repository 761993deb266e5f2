"""From an article to clean French sentences, each with its place in the source: the material of both kinds."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pipeline.compose_by_choice.asking import Passage, Tally
from pipeline.compose_by_choice.heading import heading_of
from pipeline.compose_by_choice.presenting import NAMES, POINTING, described, summed_up, title_of
from pipeline.compose_by_choice.rendering import Renderer, Rendering
from pipeline.compose_by_choice.selecting import Pick, best_quotes, picks, spread
from pipeline.embedding import embed
from pipeline.sentences import split
from pipeline.verify.offices.role_words import role_concepts
from schemas.article import Article, ArticleQuote
from schemas.house import House
from schemas.replies import QuoteReply, SentenceReply

__all__ = ["Telling", "Told", "ToldQuote", "tell"]

# Small steps: what is rendered beyond the wanted length is thrown away, at ten seconds a sentence.
_FIRST_BATCH, _NEXT_BATCH, _MOST_BATCHES = 12, 3, 7
_WEIGHTY = 8
_SPARE_QUOTES = 1
_TITLES_TRIED = 3
# Words that say whom or what only beside another sentence.
_POINTING = re.compile(r"\b(?:them|him|this|these|those(?! who)|such|the latter|the former)\b", re.IGNORECASE)
# Two French sentences closer than this say the same thing.
_SAME = 0.86
_STANDFIRST_REPEATS = 0.8


class Told(NamedTuple):
    """A sentence of the source in French; `is_whole`: no rule finds anything left out of it or turned round."""

    pick: Pick
    french: str
    is_whole: bool = True

    @property
    def points_back(self) -> bool:
        """Whether it speaks of something that another sentence names: « ces demandes »."""
        return bool(_POINTING.search(self.pick.text) or POINTING.search(self.french))

    @property
    def reply(self) -> SentenceReply:
        """As a reply carries it."""
        return SentenceReply(text=self.french, stance="fact", evidence=[self.pick.paragraph])


class ToldQuote(NamedTuple):
    """A quotation translated alone, and its speaker's role in French; empty where no candidate was clean."""

    quote: ArticleQuote
    french: str
    role: str

    def reply(self, after_paragraph: int) -> QuoteReply:
        """As a reply carries it."""
        return QuoteReply(
            quote_id=self.quote.id,
            original="",
            translation=self.french,
            speaker=self.quote.speaker or "",
            role=self.role,
            after_paragraph=after_paragraph,
        )


class Telling(NamedTuple):
    """What an article gives: headline, description (empty unless clean), sentences in reading order, quotes."""

    title: str
    description: str
    sentences: tuple[Told, ...]
    quotes: tuple[ToldQuote, ...]


def tell(
    article: Article, *, renderer: Renderer, house: House, tally: Tally, wanted_chars: int, with_quotes: bool
) -> Telling:
    """As many clean sentences as `wanted_chars` asks for, weightiest first; one that no candidate renders gives way."""
    quotes = best_quotes(article, house.limits.quotes_max + _SPARE_QUOTES) if with_quotes else ()
    ranked = [one for one in spread(picks(article), 10_000) if not _is_in(one, quotes[: house.limits.quotes_max])]
    # What a reader sees first is worth every candidate.
    heading = heading_of(article.title)
    most = house.limits.title_max
    frame = [Passage(heading.text, "Headline", thoroughly=True, most_chars=most - heading.added), *described(article)]
    speech = _speech(quotes, article)
    first = [Passage(one.text, is_weighty=n < _WEIGHTY) for n, one in enumerate(ranked[:_FIRST_BATCH])]
    rendered = renderer.render([*frame, *speech, *first], article, tally)
    told = _clean(ranked[:_FIRST_BATCH], rendered[len(frame) + len(speech) :])
    told += _further(told, ranked, wanted_chars, lambda wanted: renderer.render(wanted, article, tally))
    headline = rendered[0]._replace(french=heading.told(rendered[0].french)) if rendered[0] else None
    title, left = title_of(headline, rendered[1 : len(frame)], most)
    summary = summed_up(left, house.limits.standfirst_max)
    # A synthesis shows no standfirst: what the description says must stand elsewhere.
    distinct = _distinct(told, summary if with_quotes else "")
    title = title or _short_one(
        _nearest(distinct, article.title), distinct, lambda wanted: renderer.render(wanted, article, tally), most
    )
    title = title or (headline.french if headline is not None else "")
    return Telling(
        title,
        summary,
        tuple(sorted(_within(_carried(distinct, ranked), wanted_chars), key=lambda one: one.pick.order)),
        _quotes(quotes, rendered[len(frame) : len(frame) + len(speech)], article),
    )


def _further(
    told: list[Told],
    ranked: list[Pick],
    wanted_chars: int,
    render: Callable[[Sequence[Passage]], tuple[Rendering | None, ...]],
) -> list[Told]:
    """The sentences after the first batch, a few at a time until the draft is long enough."""
    more: list[Told] = []
    for at in range(_FIRST_BATCH, min(len(ranked), _FIRST_BATCH + (_MOST_BATCHES - 1) * _NEXT_BATCH), _NEXT_BATCH):
        kept = _carried(_distinct([*told, *more], ""), ranked)
        if sum(len(one.french) for one in kept) >= wanted_chars:
            break
        batch = ranked[at : at + _NEXT_BATCH]
        more += _clean(batch, render([Passage(one.text) for one in batch]))
    return more


def _speech(quotes: tuple[ArticleQuote, ...], article: Article) -> list[Passage]:
    """Quotes and roles, in pairs; an article in French needs neither rendered."""
    if article.language == "fr":
        return []
    return [passage for one in quotes for passage in (Passage(one.text, "Quote"), Passage(one.role or "", "Role"))]


def _quotes(
    quotes: tuple[ArticleQuote, ...], rendered: tuple[Rendering | None, ...], article: Article
) -> tuple[ToldQuote, ...]:
    if article.language == "fr":
        return tuple(ToldQuote(one, "", one.role or "") for one in quotes)
    told = []
    for one, words, role in zip(quotes, rendered[::2], rendered[1::2], strict=True):
        if words is not None and words.is_clean:
            named = _as_role(role.french, one) if role is not None and role.is_clean else ""
            told.append(ToldQuote(one, words.french, named))
    return tuple(told)


def _as_role(french: str, quote: ArticleQuote) -> str:
    """A role as it follows a name: no full stop, small where the source's is; empty where it is another office."""
    role, ours, theirs = french.rstrip("."), _concepts(french), _concepts(quote.role or "")
    if ours and theirs and not ours & theirs:
        return ""
    starts_small = (quote.role or "")[:1].islower() and role[1:2].islower()
    return role[0].lower() + role[1:] if starts_small else role


def _concepts(role: str) -> set[str]:
    return {concept for _, concept in role_concepts(role)}


def _clean(batch: list[Pick], rendered: tuple[Rendering | None, ...]) -> list[Told]:
    pairs = zip(batch, rendered, strict=True)
    return [Told(pick, one.french, one.is_whole) for pick, one in pairs if one and one.is_clean]


def _distinct(told: list[Told], summary: str) -> list[Told]:
    """The sentences less those that repeat a weightier one, or the standfirst or one sentence of it."""
    vectors = embed([one.french for one in told])
    summed_up = embed([summary, *(summary[start:end] for start, end in split(summary, "fr"))] if summary else [])
    kept: list[int] = []
    for n in range(len(told)):
        repeats = any(float(vectors[n] @ vectors[m]) > _SAME for m in kept)
        if not repeats and not (summed_up @ vectors[n] > _STANDFIRST_REPEATS).any():
            kept.append(n)
    return [told[n] for n in kept]


def _carried(told: list[Told], ranked: list[Pick]) -> list[Told]:
    """The sentences less those that lean on one that is not there: nobody could tell who « il » is."""
    orders = {one.pick.order for one in told}
    places = {one.order: one.paragraph for one in ranked}
    kept: list[Told] = []
    for one in sorted(told, key=lambda one: one.pick.order):
        before = one.pick.order - 1
        if one.pick.leans and (before not in orders or places.get(before) != one.pick.paragraph):
            orders.discard(one.pick.order)
            continue
        kept.append(one)
    return kept


def _within(told: list[Told], chars: int) -> list[Told]:
    """The weightiest sentences that fit; what leans on a sentence goes with it."""
    kept = list(told)
    while len(kept) > 1 and sum(len(one.french) + 1 for one in kept) > chars:
        leant_on = {one.pick.order - 1 for one in kept if one.pick.leans}
        free = [one for one in kept if one.pick.order not in leant_on] or kept
        kept.remove(min(free, key=lambda one: one.pick.weight))
    return kept


def _nearest(told: list[Told], headline: str) -> list[Told]:
    """The sentences that may stand alone, nearest to what the headline says first; those that name nobody after them,
    and those that point elsewhere last.
    """
    alone = [one for one in told if not one.pick.leans]
    near = embed([headline, *(one.pick.text for one in alone)])
    ranks = {one.pick.order: float(near[0] @ vector) for one, vector in zip(alone, near[1:], strict=True)}
    return sorted(
        alone, key=lambda one: (one.points_back, not NAMES.search(one.french), not one.is_whole, -ranks[one.pick.order])
    )


def _short_one(
    ranked: list[Told], told: list[Told], render: Callable[[list[Passage]], tuple[Rendering | None, ...]], most: int
) -> str:
    """The first of `ranked` that is short enough for a title and renders whole once more, thoroughly; the first that is
    short enough where none does. It is taken out of `told`.
    """
    short = [one for one in ranked if len(one.french) <= most]
    for one in short[:_TITLES_TRIED]:
        (again,) = render([Passage(one.pick.text, thoroughly=True, most_chars=most)])
        if again is not None and again.is_whole:
            told.remove(one)
            return again.french.rstrip(".")
    if short:
        told.remove(short[0])
    return short[0].french.rstrip(".") if short else ""


def _is_in(pick: Pick, quotes: tuple[ArticleQuote, ...]) -> bool:
    return any(
        pick.paragraph == one.paragraph and one.text.strip(" ,.").lower()[:30] in pick.text.lower() for one in quotes
    )
