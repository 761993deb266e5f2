"""Words across two languages: which word of the source a word of the draft renders, and the stretch each stands in."""

# ruff: noqa: E501 - tables of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from pipeline.dictionary import infinitive
from pipeline.embedding import Vectors, embed
from pipeline.keeping import per_sentence
from pipeline.verify.clauses import side_of
from pipeline.verify.prepare import Source, per_source

__all__ = ["UNLIKE", "Word", "chunk_at", "content_words", "fits", "likeness", "nearest_word"]

# Below this cosine what the source says there and what the draft's sentence says tell of different things.
UNLIKE = 0.36
# Two words less alike than this do not answer each other at all.
_ANSWERS = 0.5


class Word(NamedTuple):
    """A word that carries meaning, lower case, at its place in a sentence."""

    text: str
    start: int
    end: int
    base: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """The word, and the infinitive it may be a form of: the vectors know « lire », and hardly « lisait »."""
        return (self.text, self.base) if self.base else (self.text,)


_LIGHT = {
    "en": frozenset(
        ["a", "an", "the", "this", "that", "these", "those", "it", "its", "he", "his", "him", "she", "her", "they", "their", "them", "we", "our", "us", "you", "your", "i", "my", "me", "who", "whom", "whose", "which", "what", "where", "when", "why", "how", "there", "here", "and", "or", "but", "nor", "so", "yet", "if", "then", "than", "as", "at", "by", "for", "from", "in", "into", "of", "on", "onto", "off", "out", "over", "per", "to", "up", "with", "within", "about", "after", "again", "against", "all", "almost", "already", "also", "although", "always", "among", "any", "anyone", "anything", "are", "around", "because", "been", "before", "being", "be", "both", "can", "cannot", "could", "did", "didn", "do", "does", "doesn", "doing", "don", "done", "down", "during", "each", "either", "else", "enough", "even", "ever", "every", "everyone", "had", "hadn", "has", "hasn", "have", "haven", "having", "is", "isn", "was", "wasn", "were", "weren", "just", "least", "less", "like", "made", "make", "makes", "making", "many", "may", "might", "more", "most", "much", "must", "never", "no", "nobody", "none", "not", "nothing", "now", "once", "one", "only", "other", "others", "own", "rather", "really", "same", "several", "shall", "should", "since", "some", "someone", "something", "soon", "still", "such", "though", "through", "too", "toward", "towards", "under", "until", "upon", "very", "well", "while", "whether", "will", "won", "would", "wouldn", "without", "neither", "nor", "longer", "no-one", "got", "get", "gets", "getting", "went", "go", "goes", "going", "come", "came", "t", "s", "d", "ll", "re", "ve", "m", "today", "yesterday", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "first", "second", "third", "last", "next", "new", "early", "late", "later", "former", "next"]
    ),
    "fr": frozenset(
        ["le", "la", "les", "l", "un", "une", "des", "de", "du", "d", "au", "aux", "à", "ce", "cet", "cette", "ces", "c", "ça", "cela", "celui", "celle", "ceux", "celles", "il", "elle", "ils", "elles", "on", "nous", "vous", "je", "tu", "me", "te", "se", "s", "lui", "leur", "leurs", "son", "sa", "ses", "mon", "ma", "mes", "notre", "nos", "votre", "vos", "y", "en", "qui", "que", "qu", "quoi", "dont", "où", "quand", "comment", "pourquoi", "et", "ou", "mais", "ni", "or", "donc", "car", "si", "comme", "dans", "par", "pour", "sur", "sous", "avec", "sans", "chez", "vers", "entre", "contre", "depuis", "pendant", "avant", "après", "dès", "lors", "jusque", "jusqu", "afin", "selon", "malgré", "ne", "n", "pas", "plus", "jamais", "rien", "aucun", "aucune", "personne", "guère", "point", "nul", "nulle", "a", "ai", "as", "avons", "avez", "ont", "avait", "avaient", "aura", "auront", "aurait", "auraient", "ait", "aient", "avoir", "ayant", "eu", "est", "es", "sommes", "êtes", "sont", "était", "étaient", "sera", "seront", "serait", "seraient", "soit", "soient", "être", "étant", "été", "fut", "furent", "va", "vont", "allait", "allaient", "aller", "fait", "font", "faire", "peut", "peuvent", "pouvait", "pouvaient", "pourra", "pourrait", "pourraient", "pouvoir", "pu", "doit", "doivent", "devait", "devaient", "devra", "devrait", "devraient", "devoir", "dû", "tout", "toute", "tous", "toutes", "chaque", "plusieurs", "quelque", "quelques", "certains", "certaines", "même", "mêmes", "autre", "autres", "tel", "telle", "très", "trop", "peu", "beaucoup", "moins", "bien", "mal", "aussi", "ainsi", "alors", "encore", "déjà", "toujours", "souvent", "parfois", "autant", "seulement", "notamment", "cependant", "pourtant", "toutefois", "désormais", "ensuite", "enfin", "puis", "ici", "là", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "premier", "première", "dernier", "dernière", "an", "ans", "t", "m", "j"]
    ),
}  # fmt: skip
# « 1er » is a number.
_WORD = re.compile(r"(?<!\d)[^\W\d_]+(?:-[^\W\d_]+)*")
_EDGE = re.compile(
    r"[,;:.!?…()«»“”]|\s[—–-]\s|\b(?:qui|que|qu[’']\w+|dont|mais|et|tandis|alors que|lorsque|quand|parce|puisque|which|who|that|but|and|while|when|because|although|though|whereas)\b",
    re.I,
)


@per_sentence
def content_words(text: str, side: str) -> tuple[Word, ...]:
    """The words of a sentence that carry meaning, in order."""
    found = ((match.group().lower(), *match.span()) for match in _WORD.finditer(text))
    return tuple(Word(*one, infinitive(one[0]) if side == "fr" else "") for one in found if one[0] not in _LIGHT[side])


@lru_cache(maxsize=500)
def _vectors(words: tuple[str, ...]) -> Vectors:
    return embed(words)


def likeness(ours: Word, theirs: Sequence[Word]) -> Vectors:
    """The cosines of a word with others: above 0.65 two words most often translate each other."""
    cosines = _vectors(tuple(one.text for one in theirs)) @ _vectors(ours.forms).T
    if any(one.base for one in theirs):
        bases = _vectors(tuple(one.base or one.text for one in theirs)) @ _vectors(ours.forms).T
        cosines = np.maximum(cosines, bases)
    nearest: Vectors = cosines.max(axis=1)
    return nearest


@per_sentence
def _edges(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _EDGE.finditer(text))


def chunk_at(text: str, at: int) -> tuple[int, int]:
    """The stretch around a place up to the next stop, comma or conjunction on either side."""
    start = max((end for _, end in _edges(text) if end <= at), default=0)
    end = min((begin for begin, _ in _edges(text) if begin > at), default=len(text))
    return start, end


class _Vocabulary(NamedTuple):
    """The words of a source: their vectors, and which words stand in which statement, one run a statement."""

    vectors: Vectors
    words: np.ndarray
    starts: np.ndarray
    holders: np.ndarray


@lru_cache(maxsize=32)
def _vocabulary(source: Source) -> _Vocabulary:
    index: dict[str, int] = {}
    words: list[int] = []
    starts: list[int] = []
    holders: list[int] = []
    for n, one in enumerate(source.statements):
        found = content_words(one.text, side_of(one))
        if found:
            starts.append(len(words))
            holders.append(n)
            words += [index.setdefault(word.text, len(index)) for word in found]
    return _Vocabulary(embed(list(index)), np.array(words), np.array(starts), np.array(holders))


@per_source
def fits(source: Source, text: str) -> Vectors:
    """How well each statement of the source answers a French passage word by word, 0 to 1, rare words weighing more."""
    words = [one.text for one in content_words(text, "fr")]
    scores = np.zeros(len(source.statements), dtype=np.float32)
    known = _vocabulary(source)
    if not words or not len(known.words):
        return scores
    cosines = embed(words) @ known.vectors.T
    best = np.maximum.reduceat(cosines[:, known.words], known.starts, axis=1)
    best = np.where(best >= _ANSWERS, best, 0.0)
    weights = 1.0 / np.log(2.0 + (best > 0).sum(axis=1))
    scores[known.holders] = weights @ best / weights.sum()
    return scores


@per_source
def nearest_word(source: Source, forms: tuple[str, ...]) -> float:
    """How near the word of the source most like one of these forms of a French word is to it."""
    known = _vocabulary(source)
    return float((embed(forms) @ known.vectors.T).max()) if len(known.words) else 0.0
