"""Which language a short passage speaks, told from its small words: quick, and sure enough to leave English alone."""

import re
from typing import NamedTuple

__all__ = ["ENGLISH_WORDS", "FRENCH_WORDS", "Tongues", "is_english", "small_words"]

# Words that one language has and the other has not; words of both (on, or, as, main, son …) are left out.
_ENGLISH = """
the of and to is was were are be been being that this these those it its with from by have has had will would could
should might shall must they their theirs them he she his her him we our ours us you your yours my which who whom
whose what when where why how not for at in into onto than then there here said says say about after before because
while without within between against under over during through across around among until since though although
whether if any some such each every both either neither many much few several more most less least other others
another only also just even still yet never always often again once very too so up down out off do does did doing
done can cannot don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't wouldn't i'm it's that's
they're we're you're new now like make made get got take took give gave people know think see way own back work
works who's nothing something everyone anyone someone no yes
"""
_FRENCH = """
le la les des du de un une et est sont était étaient sera seront être été a ont avait avaient aura auront dans sur
sous par pour que qui quoi dont où ne pas ni ce cet cette ces ceux celle celles celui cela ça sa ses leur leurs il
elle ils elles je tu nous vous au aux avec sans mais ou se en y plus moins très aussi comme entre vers chez depuis
pendant avant après lors lorsque quand si alors ainsi donc car afin selon contre jusque tout toute tous toutes même
mêmes autre autres quel quelle quels quelles deux trois fait faire peut peuvent doit doivent encore déjà toujours
jamais rien
"""
ENGLISH_WORDS = frozenset(_ENGLISH.split())
FRENCH_WORDS = frozenset(_FRENCH.split())
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ELISION = re.compile(r"\b(?:[ldjmnstcLDJMNSTC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)['’](?=[^\W\d_]{2})")
_ACCENT = re.compile(r"[àâäçéèêëîïôöùûüÿœæ]", re.IGNORECASE)


class Tongues(NamedTuple):
    """How many words a passage has, and how many of them are small words of English or of French alone."""

    words: int
    english: int
    french: int


def small_words(text: str) -> Tongues:
    """Count a passage's small words; French elisions (l', qu') count as French ones."""
    french = len(_ELISION.findall(text))
    words = [match[0].casefold().replace("’", "'") for match in _WORD.finditer(_ELISION.sub(" ", text))]
    return Tongues(
        words=len(words),
        english=sum(word in ENGLISH_WORDS for word in words),
        french=french + sum(word in FRENCH_WORDS for word in words),
    )


def is_english(text: str) -> bool:
    """Whether a short passage is English for sure: it has English small words, and nothing French about it."""
    counted = small_words(text)
    if counted.english == 0:
        return False
    if counted.french or _ACCENT.search(text):
        return counted.english >= 3 * (counted.french + 1)
    return True
