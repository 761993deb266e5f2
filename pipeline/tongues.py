"""Which language a short passage speaks, told from its small words: quick, and sure enough to leave English alone."""

import re
from typing import NamedTuple

from pipeline.dictionary import is_word

__all__ = ["ENGLISH_WORDS", "FRENCH_WORDS", "Tongues", "is_foreign", "small_words"]

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
# Of the French ones, those that English has too; of the English ones, those that French prose holds (« New York »,
# « le no 5 »).
_SHARED = frozenset({"a", "car", "plus"})
_DOUBTFUL = frozenset({"new", "no"})
# Words of short exclamations, which have no small word.
_EXCLAMATIONS = """
let's go thanks please sorry hello goodbye home damn good great bad truly really today tomorrow tonight
"""
_SPOKEN = frozenset(_EXCLAMATIONS.split())
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ELISION = re.compile(r"\b(?:[ldjmnstcLDJMNSTC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)['’](?=[^\W\d_]{2})")
# A word in small letters, or the first of its sentence, which has its capital from there.
_NO_NAME = re.compile(r"(?:^\W*|[.!?…]\W+|(?<![\w'’-])(?=[a-zß-öø-ÿœ]))([^\W\d_]{2,})(?![\w'’-])")
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


def is_foreign(text: str, *, sure: bool = True) -> bool:
    """Whether a short passage is surely not French: it has small words of English, and nothing French about it.

    Words that both languages have decide nothing alone. Unless `sure` is asked for, exclamations and words that the
    French dictionary lacks tell as well, the latter where they are two at least and half of all but the names.
    """
    words = [match[0].casefold().replace("’", "'") for match in _WORD.finditer(_ELISION.sub(" ", text))]
    counted = small_words(text)
    shared, doubtful = sum(one in _SHARED for one in words), sum(one in _DOUBTFUL for one in words)
    english = counted.english - doubtful + (0 if sure else sum(one in _SPOKEN for one in words))
    french = counted.french - shared
    if french:
        return english >= 3 * (french + 1)
    strange, plain = _strange(text)
    telling = not sure and strange >= 2 and strange * 2 >= plain
    if english and _ACCENT.search(text):
        return english >= 3 or telling
    if english == 1 and shared:
        # « Microsoft a dit yes » is French.
        return strange > 0 and strange * 2 >= plain
    return english > 0 or telling or (doubtful > 0 and strange > 0) or set(words) >= _DOUBTFUL


def _strange(text: str) -> tuple[int, int]:
    """How many words that are no names the French dictionary lacks, and how many there are."""
    words = [match[1] for match in _NO_NAME.finditer(text)]
    plain = [one.lower() for one in words if one.casefold() not in ENGLISH_WORDS | FRENCH_WORDS]
    return sum(not is_word(one) for one in plain), len(plain)
