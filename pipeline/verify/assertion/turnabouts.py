"""What small words turn round: despite and because, then and now, all but and only.

Each is a pair of words that leaves all others as they were, so neither embeddings nor words of meaning tell. A claim is
held to the passage that it renders best.
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.embedding import embed
from pipeline.verify.alignment import chunk_at
from pipeline.verify.assertion.cues import OPPOSITES
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["comparisons_turned", "concessions_turned", "turnabouts"]

# Clauses nearer than this tell of one thing.
ALIKE = 0.42

_DESPITE = {
    "en": re.compile(r"\b(?:despite|in spite of|although|even though|notwithstanding|defying|regardless of)\b", re.I),
    "fr": re.compile(
        r"\b(?:malgré|en dépit|bien qu[e’']|quoique|même si|nonobstant|sans céder|résist\w+|au mépris|pourtant)\b|(?<!\w)quitte à\b",
        re.I,
    ),
}
_BECAUSE = {
    "en": re.compile(r"\b(?:because|due to|owing to|as a result of|thanks to|under pressure|bow(?:s|ed|ing) to|yield\w*|giv(?:es?|ing) in|gave in|on (?:the )?grounds|for fear|driven by|prompted by|citing)\b", re.I),
    "fr": re.compile(r"\b(?:cédant|cède(?:nt)?|cédé|parce qu[e’']|en raison|à cause|du fait|sous la pression|sous l[’']effet|grâce à|poussée?s? par|contrainte?s? par|sensibles? aux?|répondant)\b", re.I),
}  # fmt: skip


def concessions_turned(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """« Cédant aux pressions » for "despite pressure", or the other way round."""
    for ours, theirs, advice in ((_BECAUSE, _DESPITE, "malgré"), (_DESPITE, _BECAUSE, "en raison de")):
        said = ours["fr"].search(claim.text)
        if said is None or theirs["fr"].search(claim.text):
            continue
        mine = claim.text[said.start() : chunk_at(claim.text, said.end())[1]]
        for one in near:
            found = theirs[side_of(one)].search(one.text)
            if found is None or ours[side_of(one)].search(one.text):
                continue
            other = one.text[found.start() : chunk_at(one.text, found.end())[1]]
            if float(embed([mine])[0] @ embed([other])[0]) < ALIKE:
                continue
            message = (
                f"Le texte dit «\u00a0{said.group()}\u00a0», la source l’inverse, {cited(other, one)}\u00a0: "
                f"rétablissez le lien («\u00a0{advice}\u00a0»)."
            )
            yield found_in(claim, said.span(), "direction-reversed", "warning", message, [one])
            return


_NOW = {
    "en": re.compile(
        r"\b(?:now|today|these days|currently|since then|has since|no longer|later|then (?:switched|turned))\b", re.I
    ),
    "fr": re.compile(
        r"\b(?:désormais|aujourd[’']hui|maintenant|à présent|actuellement|depuis|entre-temps|plus tard|ensuite|finalement)\b",
        re.I,
    ),
}
_THEN = {
    "en": re.compile(r"\b(?:had|first|initially|originally|previously|once|earlier|until|formerly|at first|in (?:19|20)\d\d)\b", re.I),
    "fr": re.compile(r"\b(?:avai(?:t|ent)|d[’']abord|initialement|auparavant|jadis|naguère|jusque-là|jusqu[’']alors|au départ|précédemment|en (?:19|20)\d\d)\b", re.I),
}  # fmt: skip


def turnabouts(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """Who was against and is now for, told as who was for and is now against."""
    for n, (theirs, french) in enumerate(zip(OPPOSITES["en"], OPPOSITES["fr"], strict=True)):
        if n > _OF_STANCE:
            return
        ours = _sides_by_time(claim.text, french, "fr")
        for one in near if len(ours) == 2 else ():
            side = side_of(one)
            other = _sides_by_time(one.text, french if side == "fr" else theirs, side)
            if len(other) == 2 and {time: ours[time][0] for time in ours} == {t: 1 - other[t][0] for t in other}:
                said = ours["now"][1]
                message = f"Le texte inverse l’avant et l’après, la source dit {cited(one.text, one)}\u00a0: rétablissez l’ordre."
                yield found_in(claim, said.span(), "direction-reversed", "warning", message, [one])
                return


# The first pairs of opposites are rise and fall, for and against.
_OF_STANCE = 1


def _sides_by_time(
    text: str, pair: tuple[re.Pattern[str], re.Pattern[str]], side: str
) -> dict[str, tuple[int, re.Match[str]]]:
    """Which of two opposites a sentence says of "then", and which of "now"; only where each is said once."""
    found: dict[str, tuple[int, re.Match[str]]] = {}
    for which in (0, 1):
        for match in pair[which].finditer(text):
            start, end = chunk_at(text, match.start())
            chunk = text[start:end]
            time = "now" if _NOW[side].search(chunk) else "then" if _THEN[side].search(chunk) else ""
            if time and found.get(time, (which,))[0] != which:
                return {}
            if time:
                found[time] = (which, match)
    return found


# « Moins vite que » is "more slowly than".
_LITTLE = r"(?:slow(?:ly)?|rare(?:ly)?|weak(?:ly)?|narrow(?:ly)?|cheap(?:ly)?|poor(?:ly)?|light(?:ly)?|seldom|infrequent(?:ly)?|modest(?:ly)?) "
_PEU = r"(?:lent\w*|rare\w*|faible\w*|étroit\w*|pauvre\w*|modeste\w*|léger\w*|modéré\w*) "
_COMPARED = {
    "en": (
        re.compile(rf"\b(?:more (?!{_LITTLE})(?:\w+ ){{0,2}}than(?! \d)|less {_LITTLE}(?:\w+ )?than|(?:higher|larger|greater|longer|bigger|faster|better) than(?! \d))", re.I),
        re.compile(rf"\b(?:(?:less|fewer) (?!{_LITTLE})(?:\w+ ){{0,2}}than(?! \d)|more {_LITTLE}(?:\w+ )?than|(?:lower|smaller|shorter|slower|worse) than(?! \d))", re.I),
    ),
    "fr": (
        re.compile(rf"\b(?:davantage|moins {_PEU}qu(?:e |[’'])|plus (?!{_PEU})(?:(?:de |d[’'])?[^\W\d]+ ){{0,2}}qu(?:e |[’'])(?!\d))", re.I),
        re.compile(rf"\b(?:plus {_PEU}qu(?:e |[’'])|moins (?!{_PEU})(?:(?:de |d[’'])?[^\W\d]+ ){{0,2}}qu(?:e |[’'])(?!\d))", re.I),
    ),
}  # fmt: skip


def comparisons_turned(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """« Davantage que » where the passage compares the other way, and neither compares twice."""
    for which in (0, 1):
        said = _COMPARED["fr"][which].search(claim.text)
        if said is None or _COMPARED["fr"][1 - which].search(claim.text) or _HARD_NO.search(claim.text):
            continue
        for one in near[:1]:
            theirs = _COMPARED[side_of(one)]
            found = theirs[1 - which].search(one.text)
            if found and not theirs[which].search(one.text) and not _HARD_NO_EN.search(one.text):
                message = f"Le texte dit «\u00a0{said.group().strip()}\u00a0», la source compare à l’inverse, {cited(found.group(), one)}\u00a0: vérifiez le sens."
                yield found_in(claim, said.span(), "direction-reversed", "warning", message, [one])


# « Que ne l’avait dit » denies nothing.
_HARD_NO = re.compile(r"(?<!que )\bn(?:e |[’'])", re.I)
_HARD_NO_EN = re.compile(r"\b(?:not|no|never)\b|n[’']t\b", re.I)
