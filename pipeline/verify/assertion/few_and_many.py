"""All but eleven, only eleven: what is said of the few is the opposite of what is said of the many (« Facts », 4)."""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.verify.assertion.cues import OPPOSITES
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Source, Statement
from schemas.finding import Finding

__all__ = ["all_but_only", "exceptions_turned", "is_told_of_the_few"]

_SAVE = r"(?:but|except(?:ing)?|save|bar|barring|excluding|apart from|other than|aside from|with the exception of)(?: for)?(?: the| some| about| only)?"
_ALL_BUT = {
    "en": re.compile(
        rf"\b(?:all|every\w*|each|both)(?: \w+){{0,2}} {_SAVE} (?P<n>[\w,]+)|\b(?:all|every\w*|each)\b[^.;:()]{{1,70}}? (?!but){_SAVE} (?P<m>\d[\d,]*|\w+)",
        re.I,
    ),
    "fr": re.compile(
        r"\b(?:tou(?:te)?s|tou[ts]e?)\b[^,.;:]{0,20}? (?:sauf|excepté|hormis|à l[’']exception d[e’']) ?(?P<n>[\w]+)",
        re.I,
    ),
}
_ONLY = {
    # "None had been exported except for 6,000"
    "en": re.compile(
        rf"\b(?:only|just|no more than) (?P<n>[\w,]+)|\b(?:no(?:ne|body|t one| one)?|nothing|n[’']t any)\b[^.;:()]{{0,60}}? {_SAVE} (?P<m>\d[\d,]*|\w+)",
        re.I,
    ),
    "fr": re.compile(
        r"\b(?:seule?s?|seulement|uniquement|(?:ne |n[’'])\w+(?: \w+)? qu[e’']) ?(?P<n>\w+)|(?P<m>\w+) (?:\w+ )?seulement\b"
        r"|\b(?:aucune?|nul|nulle|personne|rien)\b[^,.;:]{0,60}? (?:sauf|excepté|hormis|à l[’']exception d[e’']) ?(?P<o>\w+)",
        re.I,
    ),
}


def exceptions_turned(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """« Seules neuf » for "all but nine", or the other way round: what is kept becomes what is left out."""
    for ours, theirs in ((_ONLY, _ALL_BUT), (_ALL_BUT, _ONLY)):
        said = ours["fr"].search(claim.text)
        if said is None or theirs["fr"].search(claim.text):
            continue
        for one in near:
            found = theirs[side_of(one)].search(one.text)
            if found and _turns_back(claim, one):
                continue
            if found and not ours[side_of(one)].search(one.text) and _same_number(claim, said, one, found):
                message = f"Le texte dit «\u00a0{said.group()}\u00a0», la source {cited(found.group(), one)}\u00a0: rétablissez qui est excepté."
                yield found_in(claim, said.span(), "direction-reversed", "blocking", message, [one])
                return


def all_but_only(claim: Statement, source: Statement) -> bool:
    """Whether one side tells of all but a number, and the other of that number only: what is said of them is then opposite."""
    for ours, theirs in ((_ONLY, _ALL_BUT), (_ALL_BUT, _ONLY)):
        said, found = ours["fr"].search(claim.text), theirs[side_of(source)].search(source.text)
        if said and found and _same_number(claim, said, source, found):
            return True
    return False


def is_told_of_the_few(claim: Statement, finding: Finding, source: Source) -> bool:
    """« Seuls 6 000 ont été exportés » for "none was, except 6,000", « 11 seulement n’ont pas voté » for "all did but 11":
    whoever tells of the few says no where the source says yes, and yes where it says no.
    """
    if finding.code not in ("negation-lost", "negation-added"):
        return False
    spots = {(one.paragraph, one.start) for one in finding.evidence}
    passages = [one for one in source.statements if (one.place, one.start) in spots]
    if finding.code == "negation-added":
        return any(all_but_only(claim, one) for one in passages)
    return any(
        (said := _ONLY["fr"].search(claim.text)) is not None
        and (found := _ONLY[side_of(one)].search(one.text)) is not None
        # "None …, except 6,000": "only three have not signed" denies of the few themselves.
        and found.groupdict().get("m") is not None
        and _same_number(claim, said, one, found)
        for one in passages
    )


def _turns_back(claim: Statement, source: Statement) -> bool:
    """« Seules trois n’ont pas adhéré » for "all but three have joined", « cinq seulement l’ont défendu » for "all but five spoke
    against it": what is said is turned too.
    """
    if not all_but_only(claim, source):
        return False
    if bool(_HARD_NO.search(claim.text)) != bool(_HARD_NO_EN.search(source.text)):
        return True
    # « Seules neuf restaient en souffrance » for "all but nine had been processed"
    if _LEFT_OVER["fr"].search(claim.text) and not _LEFT_OVER["en"].search(source.text):
        return True
    side = side_of(source)
    return any(
        french[which].search(claim.text)
        and not french[1 - which].search(claim.text)
        and pair[1 - which].search(source.text)
        for english, french in zip(OPPOSITES["en"], OPPOSITES["fr"], strict=True)
        for pair in (french if side == "fr" else english,)
        for which in (0, 1)
    ) or any(
        words["fr"].search(claim.text) and other[side].search(source.text)
        for words, other in ((_FOR, _AGAINST), (_AGAINST, _FOR))
    )


_LEFT_OVER = {
    "en": re.compile(
        r"\b(?:remain(?:s|ed|ing)?|still|left|pending|outstanding|await\w*|missing|yet to|lack\w*)\b", re.I
    ),
    "fr": re.compile(
        r"\b(?:rest(?:e|ent|ait|aient|ant|eront|era)|demeur\w+|subsist\w+|manqu\w+|attend\w*|en (?:souffrance|suspens|attente|instance|cours)|encore|toujours|bloqué\w*|à traiter)\b",
        re.I,
    ),
}
_FOR = {
    "en": re.compile(
        r"\b(?:in favou?r|for (?:it|the)|support\w*|back(?:s|ed|ing)|passed|approv\w+|agreed|join\w*|signed)\b", re.I
    ),
    "fr": re.compile(r"\b(?:défend\w+|soute\w+|favorable\w*|pour|approuv\w+|adhér\w+|sign\w+)\b", re.I),
}
_AGAINST = {
    "en": re.compile(r"\b(?:against|oppos\w+|reject\w*|refus\w+|fail\w*|condemn\w*|critici\w+)\b", re.I),
    "fr": re.compile(r"\b(?:contre|oppos\w+|reje\w+|refus\w+|échou\w+|critiqu\w+|condamn\w+)\b", re.I),
}
_SMALL = {
    word: n
    for words in (
        "one two three four five six seven eight nine ten",
        "un deux trois quatre cinq six sept huit neuf dix",
    )
    for n, word in enumerate(words.split(), 1)
} | {"une": 1}


def _same_number(claim: Statement, said: re.Match[str], source: Statement, found: re.Match[str]) -> bool:
    """Whether the number that follows on both sides is one."""
    return bool(_numbers(claim, said) & _numbers(source, found))


def _numbers(statement: Statement, match: re.Match[str]) -> set[float]:
    # « Neuf » is also a word for new, so no figure is read there.
    said = {(one or "").lower() for one in match.groupdict().values()}
    small = {float(_SMALL[one]) for one in said if one in _SMALL}
    return small | {one.value for one in statement.figures if match.start() <= one.start < match.end() + 3}


# « Que ne l’avait dit » denies nothing.
_HARD_NO = re.compile(r"(?<!que )\bn(?:e |[’'])", re.I)
_HARD_NO_EN = re.compile(r"\b(?:not|no|never)\b|n[’']t\b", re.I)
