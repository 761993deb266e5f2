"""What an English sentence says in passing, left out: "The app, which runs at night, ..." is "The app ..."."""

import re

__all__ = ["simpler"]

_IN_PASSING = re.compile(r", (?:which|who|whose|where) ([^,;:—–\"“”]+)(?:,(?= )|(?=\.$))")
# Whoever doubts, denies or says something in passing changes how sure the rest is: that stays.
_WEIGHS = re.compile(
    r"\b(?:not?|never|nor|n['’]t|none|without|den(?:y|ies|ied)|disput|reject|contest|alleg|accus|claim|sa(?:y|ys|id)\b|told|argu"
    r"|according|report|believ|think|thought|suspect|could|may\b|might|would|should|must|if\b|only|but|though)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 5


def simpler(sentence: str) -> str:
    """The sentence less its relative clauses between commas that weigh nothing; itself where too little is left."""
    short = _IN_PASSING.sub(lambda match: match.group() if _WEIGHS.search(match[1]) else "", sentence)
    return short if len(short.split()) >= _FEWEST_WORDS else sentence
