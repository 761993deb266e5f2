"""What a source only has ahead of it: the words that "plans to", "could" or "must still" govern, a clause long."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from typing import NamedTuple

from pipeline.keeping import per_sentence
from pipeline.verify.alignment import Word, chunk_at
from pipeline.verify.assertion.cues import A_VERB, COULD
from pipeline.verify.assertion.denied import plain_words

__all__ = ["Ahead", "Cue", "ahead_words", "cues_ahead"]


class Ahead(NamedTuple):
    """A word of the source, why it is not done yet ("planned", "possible"), and the cue (start, end) that says so."""

    word: Word
    kind: str
    cue: tuple[int, int]


class Cue(NamedTuple):
    """What says that something is not done yet, and why: "planned" or "possible"."""

    kind: str
    start: int
    end: int


_BE = r"(?:is|are|was|were|be|been|being|[’']s|[’']re|still|remains?)(?: (?:still|also|now|not|yet|only|currently|reportedly|widely|then|all|both|thus|even|therefore))*"
_CUES: dict[str, dict[str, re.Pattern[str]]] = {
    "planned": {
        "en": re.compile(
            r"\b(?:(?:(?<!I )would(?! have| rather| prefer| like to)|(?-i:will)|(?<=\w)[’']ll|shall|won[’']t|must(?! have)|should(?! have)|ought to|(?:has|have|had) (?:still )?(?:to|until|yet to)|needs? to|yet to)"
            rf"|{_BE} (?:due(?! to (?!{A_VERB}))|set|scheduled|expected|planned|slated|meant|supposed|intended|about|required|obliged|asked|invited|urged|ready|poised|prepared|on course|on track|hoping|planning|aiming|seeking|preparing|considering|weighing|mulling|exploring|contemplating|studying|looking (?:at|into)|thinking (?:of|about)|in talks|negotiating|drafting|drawing up|working on|pending|awaited|up)\b(?: (?:to|for|on|at|in|by|whether))?"
            rf"|{_BE} to(?= \w+)(?! (?:blame|date)\b)"
            r"|(?:plan(?:ned|ning)?|plot(?:ted|ting)?|intend|hope|want|aim|expect|propose|seek|vow|pledge|promise|agree|threaten|offer|undertake|prepare|commit|wish|consider|contemplate|mull|weigh|envisage|draft|study|recommend|suggest)(?:s|e?d|ing)? (?:to|whether|that|a|an|the|its|his|her|their|up to|at least)\b"
            r"|(?:and|or|but) (?:also |then |even )?to(?= \w+)"
            r"|(?:sought|has until|have until|committed (?:itself|himself|herself|themselves)) to"
            r"|(?:plans?|proposals?|intention|promise|pledge|offer|deadline|bid|call|calls|pressure|ambition|scheme|decision|decide[sd]?|vote|ready) (?:to|for|on|whether)\b"
            r"|call(?:s|ed|ing)? (?:for|on)|urg(?:es?|ed|ing)|demand(?:s|ed|ing)?|whether to|(?:a|the) (?:proposed|planned|future|possible|draft))\b",
            re.I,
        ),
        "fr": re.compile(
            r"\b(?:prévoi\w+ d[e’']|compte(?:nt)?(?= \w+(?:er|ir|re)\b)|envisage\w* d[e’']|souhaite\w*|entend(?:ent)?(?= \w+(?:er|ir|re)\b)|doi(?:t|vent)|dev(?:ra|ront|rait|raient)|va|vont|veut|veulent|espère\w*)\b",
            re.I,
        ),
    },
    "possible": {
        "en": re.compile(
            r"\b(?:"
            + COULD
            + r"(?! have| find| recall| say| tell)|might(?! have)|(?-i:may)(?! \d| have)|possib(?:ly|le|ility)(?: (?:that|of|to))?|perhaps|maybe|likely to|potential(?:ly)?|risk(?:s|ed|ing)?(?: of)?|chance(?:s)? (?:of|that)|fear(?:s|ed)? (?:of|that)?|option|susceptible)\b",
            re.I,
        ),
        "fr": re.compile(r"\b(?:pourrai\w+|peut-être|risque(?:nt)? de|probablement|sans doute|éventuel\w*)\b", re.I),
    },
}
# "Is expected", "is set for September": what is to come stands before.
_OF_THE_SUBJECT = re.compile(
    r"(?:due|set|scheduled|expected|planned|slated|pending|awaited)(?: (?:for|in|on|at|by))?$", re.I
)
_REACH, _WORDS = 75, 3


@per_sentence
def cues_ahead(text: str, side: str) -> tuple[Cue, ...]:
    """All that a sentence has to say so, plans first."""
    return tuple(Cue(kind, *one.span()) for kind, patterns in _CUES.items() for one in patterns[side].finditer(text))


@per_sentence
def ahead_words(text: str, side: str) -> tuple[Ahead, ...]:
    """The words of a sentence that a cue governs: the first three after it in its own stretch, or the subject before it."""
    words = plain_words(text, side)
    found: list[Ahead] = []
    for cue in cues_ahead(text, side):
        _, end = chunk_at(text, cue.end)
        limit = min(end, cue.end + _REACH)
        governed = [one for one in words if cue.end <= one.start < limit][:_WORDS]
        if _OF_THE_SUBJECT.search(text[cue.start : cue.end]):
            start, _ = chunk_at(text, cue.start)
            governed += [one for one in words if start <= one.start and one.end <= cue.start][-2:]
        found += [Ahead(one, cue.kind, (cue.start, cue.end)) for one in governed]
    return tuple(found)
