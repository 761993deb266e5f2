"""Which of the house's pillars an article touches, and where: by nearness in meaning and by cue words."""

import re
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from pipeline.embedding import embed
from schemas.article import Article
from schemas.house import House

__all__ = ["Weighed", "cue_pattern", "weigh", "weighty_pillars"]

# Read off our own articles: a third of all pillars of all of them reach the first, few the second.
_TOUCHED, _AT_HEART = 0.12, 0.24
_CUE_WEIGHT, _CUES_COUNTED = 0.04, 3
_PLACES = 3


class Weighed(NamedTuple):
    """A pillar with its points, 0 to 2, its weight and the paragraphs that carry it most."""

    key: str
    points: int
    weight: float
    places: tuple[str, ...]


def weigh(article: Article, house: House) -> tuple[Weighed, ...]:
    """The pillars in the house's order. The weightiest has at least one point: no article touches nothing."""
    body = [one for one in article.paragraphs if one.kind in ("body", "list_item")] or list(article.paragraphs)
    keys = list(house.pillars)
    near = embed([one.text for one in body]) @ embed([house.pillars[key].meaning for key in keys]).T
    made = []
    for n, key in enumerate(keys):
        hits = [bool(_cues_in(one.text, house.pillars[key].cues)) for one in body]
        ranked = sorted(range(len(body)), key=lambda m: -(float(near[m, n]) + _CUE_WEIGHT * hits[m]))[:_PLACES]
        weight = float(np.mean([near[m, n] for m in ranked])) + _CUE_WEIGHT * min(sum(hits), _CUES_COUNTED)
        points = 2 if weight >= _AT_HEART else int(weight >= _TOUCHED)
        made.append(Weighed(key, points, weight, tuple(body[m].id for m in sorted(ranked)) if points else ()))
    heaviest = max(made, key=lambda one: one.weight)
    return tuple(
        one._replace(points=max(one.points, 1), places=one.places or (body[0].id,)) if one is heaviest else one
        for one in made
    )


def weighty_pillars(article: Article, house: House) -> list[str]:
    """The pillars' keys, the weightiest first."""
    return [one.key for one in sorted(weigh(article, house), key=lambda one: -one.weight)]


def _cues_in(text: str, cues: tuple[str, ...]) -> int:
    return sum(bool(cue_pattern(cue).search(text)) for cue in cues)


@lru_cache(maxsize=2_000)
def cue_pattern(cue: str) -> re.Pattern[str]:
    """A cue stands for every word that begins with it; one that ends in a space for that word alone."""
    end = r"(?!\w)" if cue.endswith(" ") else ""
    return re.compile(rf"(?<!\w){re.escape(cue.strip())}{end}", re.IGNORECASE)
