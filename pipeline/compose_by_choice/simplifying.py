"""Long English sentences made short: what is said in passing left out, what is said one after the other told apart."""

import re

__all__ = ["pieces", "simpler"]

_IN_PASSING = re.compile(r", (?:which|who|whose|where) ([^,;:—–\"“”]+)(?:,(?= )|(?=\.$))")
# Whoever doubts, denies or says something in passing changes how sure the rest is: that stays.
_WEIGHS = re.compile(
    r"\b(?:not?|never|nor|n['’]t|none|without|den(?:y|ies|ied)|disput|reject|contest|alleg|accus|claim|sa(?:y|ys|id)\b|told|argu"
    r"|according|report|believ|think|thought|suspect|could|may\b|might|would|should|must|if\b|only|but|though)",
    re.IGNORECASE,
)
# Who a sentence is about, and a figure told of them in passing: "The regulator, which can fine a body £17 million, …".
_OF_ITS_SUBJECT = re.compile(
    r"^(?P<subject>(?:The|An?|[A-Z]\w+)(?: [\w’'-]+){0,6}), (?:which|who) "
    r"(?P<told>[^,;:—–\"“”]*\d[^,;:—–\"“”]*), (?P<rest>.+)$"
)
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|[a-z]{2,}ed)\b"
)
# Who says so stands once and holds for all of the sentence.
_SAID = re.compile(r"\b(?:sa(?:ys?|id)|told|according|alleg|report|claim|accus|argu|estimat|[\"“”])", re.IGNORECASE)
_FEWEST_WORDS = 5


def simpler(sentence: str) -> str:
    """The sentence less its relative clauses between commas that weigh nothing; itself where too little is left."""
    short = _IN_PASSING.sub(lambda match: match.group() if _WEIGHS.search(match[1]) else "", sentence)
    return short if len(short.split()) >= _FEWEST_WORDS else sentence


def pieces(sentence: str) -> tuple[str, ...]:
    """An English sentence as several, each with its own verb: at a semicolon, or about its subject and a figure of it.

    Itself where somebody is quoted for it, or a part would not stand alone.
    """
    if _SAID.search(sentence):
        return (sentence,)
    if passing := _OF_ITS_SUBJECT.match(sentence):
        return (f"{passing['subject']} {passing['told']}.", f"{passing['subject']} {passing['rest']}")
    parts = [one.strip() for one in sentence.split(";")]
    if len(parts) == 1 or not all(len(one.split()) >= _FEWEST_WORDS and _TELLS.search(one) for one in parts):
        return (sentence,)
    return tuple(f"{one[0].upper()}{one[1:].rstrip('.')}." for one in parts)
