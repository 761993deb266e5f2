"""Slugs by the house's rule (EDITORIAL.md, « synthese »): lower case, hyphens, no accents, 3 to 7 words."""

import re

from slugify import slugify

__all__ = ["slugify_title"]

_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ]", re.IGNORECASE)
_DECIMAL = re.compile(r"(?<=\d)[.,](?=\d)")
_SMALL_WORDS = """
    a au aux avec ce ces cette d dans de des du elle en et eux il ils je l la le les leur leurs lui mais me ne on ou
    par pas pour qu que qui s sa se ses son sur un une y the an and of to in for
"""
_SMALL = frozenset(_SMALL_WORDS.split())


def slugify_title(title: str, words: tuple[int, int] = (3, 7)) -> str:
    """At most `words[1]` words of the title, small words left out while at least `words[0]` remain.

    A title with fewer words than that gives what it has; one with none gives an empty slug.
    """
    fewest, most = words
    every = [word for word in slugify(_DECIMAL.sub("-", _ELISION.sub("", title))).split("-") if word]
    telling = [word for word in every if word not in _SMALL]
    chosen = telling if len(telling) >= fewest else every
    return "-".join(chosen[:most])
