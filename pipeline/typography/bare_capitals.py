"""Capitals that lost their accent: only words that are surely French, since names keep their own spelling."""

import re
from collections.abc import Iterator

from pipeline.dictionary import is_word

__all__ = ["bare_capitals"]

# No word here is spelled in English as in French without its accent (Education, Election, Edition, Energy's kin).
_E = re.compile(
    r"\bE(?:"
    r"tats?(?:-Unis|-membres?)?|TATS?(?:-UNIS|-MEMBRES?)?|lysée|LYSEE|cosse|COSSE|cossais\w*|gypte|GYPTE|gyptiens?"
    r"|mirats?|thiopie\w*|quateur|rythrée|tudes?|TUDES?|tudiante?s?|glises?|GLISES?|coles?|COLES?"
    r"|coli(?:er|ère)s?|conomies?|CONOMIE|conomiques?|conomistes?|cologi\w+|COLOGIE|nergies?|NERGIE|nergétiques?"
    r"|videmment|galement|gaux|gale?s?|galités?|GALITE|quipes?|QUIPE|diteurs?|ditrices?|crans?|crire|crit(?:e?s)?"
    r"|crivains?|critures?|coute[rsz]?|coutes|lus?|lues?|lire|largi\w*|limin(?:er|é)\w*|loigne\w*|meutes?|normes?"
    r"|numér\w+|pargne\w*|poques?|preuves?|poux|pouses?|pidémies?|quilibre\w*|tages?|tapes?|tait|taient|tant|tre|tes"
    r"|tend(?:re|ue?s?)|teindre|thiques?|toiles?|tonn\w+|trang(?:er|ère)s?|troite?s?|viter|vités?|voqu\w+|valuer|vêques?"
    r"|vénements?|vènements?|missaires?"
    r")(?![\w’'-])"
)
_ACCENTED = re.compile(r"\bE([a-z]*[àâçèéêëîïôùûü][a-zà-ÿ]*)(?![\w’'-])")
_I = re.compile(r"\b(?:Iles?(?:-de-France)?|ILES?(?:-DE-FRANCE)?|Ilots?)(?![\w’'])")
_OE = re.compile(r"\bOe(?:uvr\w+|uvre|ils?|ufs?|dèmes?|cumén\w+|sophages?|strogènes?)(?!\w)")
_C = re.compile(r"(?:(?<=^)|(?<=[.!?…][ \u00a0])|(?<=\n))Ca(?= [a-zà-ÿ])")


def bare_capitals(text: str) -> Iterator[tuple[int, int, str]]:
    """Where such words stand, each once, with what to write."""
    accented = {match.span() for match in _ACCENTED.finditer(text) if _is_bare(match[1])}
    for start, end in sorted(accented | {match.span() for match in _E.finditer(text)}):
        yield start, end, "La capitale garde son accent («\u00a0É\u00a0»)."
    for pattern, capital in ((_I, "Î"), (_OE, "Œ"), (_C, "Ç")):
        for match in pattern.finditer(text):
            yield *match.span(), f"Écrivez la capitale en entier («\u00a0{capital}\u00a0»)."


def _is_bare(rest: str) -> bool:
    """Whether a word that has another accent, so is French, lacks the one of its capital."""
    return is_word(f"é{rest}") and not is_word(f"e{rest}")
