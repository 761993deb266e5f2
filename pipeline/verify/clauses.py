"""The stretches of a sentence between commas and conjunctions: what a denial or a doubt governs."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.dictionary import readings
from pipeline.keeping import per_sentence
from pipeline.verify.form.infinitives import says_infinitive
from pipeline.verify.prepare import Statement

__all__ = [
    "Clause",
    "clauses",
    "clauses_of",
    "clauses_with",
    "holds",
    "is_bounded",
    "is_outdone",
    "is_required",
    "is_supposed",
    "is_verbless",
    "part_around",
    "side_of",
]

_BREAK = re.compile(
    r"(?<=[a-zà-ÿ\d]{3})[.!?…]+[”»\"]?\s+(?=[A-ZÀ-Ý“«\"])|[,;:—–()«»“”\"]+\s"
    # "All but four" is no turn.
    r"|(?<!\ball)(?<!thing)\sbut\s"
    r"|\s(?:and|which|who|because|while|although|whereas|et|mais|qui|dont|tandis que|alors que|car)\s"
    # What is supposed twice is two clauses; the conjunction stays with the second.
    r"|\s(?=(?:or|and) if\s)|\s(?=(?:ou|et) s(?:i\s|['’]il))"
)


class Clause(NamedTuple):
    """A stretch of a sentence, or the whole of it."""

    statement: Statement
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.statement.text[self.start : self.end]


# What a colon or a semicolon sets apart is told of somebody else, or on another ground.
_SET_APART = re.compile(r"[ \u00a0\u202f]?[;:][ \u00a0]")


@per_sentence
def parts(text: str) -> tuple[tuple[int, int], ...]:
    """The parts of a sentence between colons and semicolons, as offsets: each may render a passage of its own."""
    cuts = [0, *(match.end() for match in _SET_APART.finditer(text)), len(text)]
    return tuple(pairwise(cuts))


def part_around(text: str, at: int) -> tuple[int, int]:
    """The part of a sentence that a place stands in."""
    return next(((start, end) for start, end in parts(text) if start <= at < end), (0, len(text)))


@per_sentence
def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a sentence, as offsets; short ones stay with the one before, if it is of the same part."""
    cuts = [0, *(match.end() for match in _BREAK.finditer(text)), len(text)]
    opening = {start for start, _ in parts(text)}
    spans: list[tuple[int, int]] = []
    for start, end in pairwise(cuts):
        if spans and start not in opening and (end - start < 22 or spans[-1][1] - spans[-1][0] < 22):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(spans)


def clauses_of(statements: Sequence[Statement]) -> list[Clause]:
    """The clauses of sentences, in order."""
    return [Clause(one, start, end) for one in statements for start, end in clauses(one.text)]


def holds(clause: Clause, cue: re.Pattern[str]) -> bool:
    """Whether a cue begins in a clause; what it asks to follow, « dit avoir prié X, hier, de … », may stand in the next."""
    return any(clause.start <= one.start() < clause.end for one in cue.finditer(clause.statement.text))


def clauses_with(statement: Statement, cue: re.Pattern[str]) -> int:
    """How many clauses of a sentence hold a cue."""
    return sum(holds(one, cue) for one in clauses_of([statement]))


_SUPPOSED = re.compile(
    r"\b(?:if|unless|whether|where|when|once|in case|as far as|lest|si|sauf si|là où)\b(?! not)[^.;:,]{0,45}$",
    re.IGNORECASE,
)


# "It isn’t cheap, it’s just badly maintained": what is said in place of what is denied says all of it.
_CORRECTED = re.compile(
    r"(?:\b(?:is|are|was|were) not|n[’']t) [^.;:,—]{1,40}(?:[,;] |—| — )"
    r"(?:it|he|she|they|we)(?:[’'](?:s|re)| is| are| was| were)\b"
    # "The drought did not plant thirsty vines; the managers did"
    r"|(?:\bdid not|didn[’']t) [^.;:—]{1,60}[,;] (?:but )?(?:the |its |his |her )?\w+(?: \w+)? did\b",
    re.IGNORECASE,
)


def is_supposed(text: str, at: int) -> bool:
    """Whether a denial is only supposed, "if a contractor does not", or corrected: "it isn’t cheap, it’s …"."""
    return bool(_SUPPOSED.search(text[:at])) or _CORRECTED.match(text, at) is not None


_NOT_THE_MOST = re.compile(r" (?:\w+ )?the (?:most|least|worst|best|\w{3,}est)\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:plus|moins|pires?|mieux|meilleure?s?)\b", re.IGNORECASE)


def is_outdone(source: str, end: int, claim: str) -> bool:
    """« a connu plus sec » for "not the driest", whose "not" ends here: more of it elsewhere says the same."""
    return bool(_NOT_THE_MOST.match(source, end) and _MORE.search(claim))


# "No levy without their consent": what two negations require French says without one, « subordonné à leur aval ».
_ONLY_WITH = re.compile(
    r"\b(?:no|not|never|nobody|none|cannot)\b[^.;:]{0,90}?\b(?:without|unless|except|other than)\b", re.IGNORECASE
)
_REQUIRED = re.compile(
    r"\b(?:subordonn|condition|exig|requi|requér|soum[ei]|réserve|nécess|obligat|oblig|doi|dev(?:ait|ra)|fau[td]|fall|impos|suppos|seul|uniquement|suspend|dépend)\w*|\bn(?:e |[’'])[^.;:]{1,30} qu[e’']",
    re.IGNORECASE,
)


def is_required(source: str, claim: str) -> bool:
    """Whether a source forbids a thing "without" another, and the claim says what it requires."""
    return bool(_ONLY_WITH.search(source) and _REQUIRED.search(claim))


# "May not rise by more than inflation" sets a bound, which « contenue dans la limite de l’inflation » keeps.
_NO_MORE = re.compile(
    r"[^.;:,]{0,50}?\b(?:(?:more|less|fewer|longer|higher|later|earlier|lower|further) than|exceed\w*|surpass\w*|go (?:above|below|beyond)|beyond|above|below)\b",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"\b(?:limit\w+|plafon\w+|maxim\w+|minim\w+|au (?:plus|moins)|tout au plus|dépass\w+|excéd\w+|conten\w+|restrein\w+|restreint\w*|born\w+|cantonn\w+|jusqu[’']\w+|seuil|en deçà|plancher)\b",
    re.IGNORECASE,
)


def is_bounded(source: str, end: int, claim: str) -> bool:
    """Whether the "not" that ends here only forbids more than so much, and the claim says how much."""
    return bool(_NO_MORE.match(source, end) and _LIMITED.search(claim))


_FRENCH_WORD = re.compile(r"(?<![\w’'-])(?:[ldnsmtc][’']|qu[’'])?(?P<word>[a-zà-ÿœ]+(?:-[a-zà-ÿœ]+)*)", re.IGNORECASE)
_BEFORE_A_NOUN = re.compile(
    r"\b(?:l[ea]s?|une?|des?|du|[dl][’']|aux?|en|à|par|pour|sur|avec|sans|cet?|cette|ces|son|sa|ses|leurs?|toute?) ?$",
    re.IGNORECASE,
)


@per_sentence
def is_verbless(text: str) -> bool:
    """Whether a French clause has no conjugated verb, so that it hangs on the verb of another."""
    return not any(
        _is_conjugated(match["word"].lower(), text[: match.start("word")]) for match in _FRENCH_WORD.finditer(text)
    )


def _is_conjugated(word: str, before: str) -> bool:
    kinds = {one.kind for one in readings(word)}
    if "V" not in kinds or word.endswith("ant") or says_infinitive(word):
        return False
    return kinds == {"V"} or not (_BEFORE_A_NOUN.search(before) or _is_adjective(before.strip()))


def _is_adjective(word: str) -> bool:
    """« Future ligne de métro, »: the adjective that opens a group makes a noun of the next word."""
    return bool(word) and {one.kind for one in readings(word.lower())} in ({"A"}, {"A", "N"})


def side_of(statement: Statement) -> str:
    """The tables' name for a statement's language."""
    return "fr" if statement.language == "fr" else "en"
