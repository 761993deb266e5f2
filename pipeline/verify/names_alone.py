"""Sentences that share nothing but their names with the source: « Ana Lund a été décorée » where she only votes.

The name draws such a sentence to every passage about its bearer. Told without its names, a short one must still have a
word in those passages, or a passage like it as a whole; free French that says more has more words to answer.
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Sequence

from pipeline.embedding import Vectors, embed
from pipeline.keeping import per_sentence
from pipeline.verify.alignment import Word, content_words, likeness
from pipeline.verify.claims import Link
from pipeline.verify.clauses import side_of
from pipeline.verify.offices.roles import names_read
from pipeline.verify.prepare import Source, Statement, per_source
from pipeline.verify.wording import masked

__all__ = ["nameless", "shares_only_names"]

# No word of the sentence is nearer to one of the passages than this, and no passage as a whole: read off good drafts.
_NO_WORD, _NO_PASSAGE = 0.66, 0.36
# More words than these may say in their own way what the source says in another.
_FEW = 4
_DONE = re.compile(
    r"\b(?:a|ont|est|sont)(?: été| aussi| également| \w+ment)* (?P<word>[a-zà-ÿ]+(?:é|i|u|is|it|rt|us)e?s?)\b",
    re.IGNORECASE,
)
_SET_APART = re.compile(r", [^,;:]{3,80}, ")
_WHEN = re.compile(
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|matin|soir|nuit|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|semaine|mois|année|jours?)"
)


def shares_only_names(claim: Statement, links: Sequence[Link], source: Source) -> bool:
    """Whether a short sentence that tells a deed as done has no word of its own in any passage that its names stand in."""
    names = names_read(claim.text, "fr")
    if not names or claim.figures or not _DONE.search(masked(claim.text)):
        return False
    told = nameless(_SET_APART.sub(" ", claim.text), "fr")
    words = [one for one in content_words(told, "fr") if not _WHEN.fullmatch(one.text)]
    if not words or len(words) > _FEW:
        return False
    named = {word for one in names for word in one.words}
    near = [one for one in source.statements if named & one.words] + [one.statement for one in links]
    theirs = _words(near)
    if theirs and max(float(likeness(one, theirs).max()) for one in words) > _NO_WORD:
        return False
    return float((_passages(source, "nameless") @ embed([told])[0]).max()) <= _NO_PASSAGE


def _words(statements: Sequence[Statement]) -> list[Word]:
    return [word for one in statements for word in content_words(nameless(one.text, side_of(one)), side_of(one))]


@per_source
def _passages(source: Source, _key: str) -> Vectors:
    """The vectors of a source's statements without their names."""
    return embed([nameless(one.text, side_of(one)) for one in source.statements])


@per_sentence
def nameless(text: str, side: str) -> str:
    """A text with its names blanked out."""
    for one in names_read(text, side):
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text
