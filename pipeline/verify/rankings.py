"""Rankings: the largest, the lowest, second only to. A rank of the draft against the one its passage gives (« Facts », 4)."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from pipeline.dictionary import readings
from pipeline.embedding import embed
from pipeline.verify.clauses import clauses, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["compare_rankings", "rankings_in"]

# Clauses that rank the same thing, and sentences of which one renders the other; below, another thing is ranked.
SAME, WHOLE = 0.36, 0.5


class Ranking(NamedTuple):
    """A place in an order: counted from the top (`sign` 1), from the bottom (-1) or from either (0); `rank` 1 is the end."""

    start: int
    end: int
    sign: int
    rank: int


_ORDINALS = {"second": 2, "seconde": 2, "third": 3, "fourth": 4, "deuxième": 2, "troisième": 3, "quatrième": 4}
_HIGH = r"largest|biggest|highest|greatest|strongest|longest|best|most(?! of\b)|steepest|tallest|busiest"
_LOW = r"lowest|smallest|least|fewest|weakest"
# "The worst drought" is « la plus grave », "the worst result" « le plus faible ».
_ENDS = r"worst|poorest|cheapest|youngest|oldest|shortest|fastest|slowest"
_ENGLISH = re.compile(
    rf"(?:\b(?:the|its|his|her|their|a)|[’']s)[ -](?:(?P<nth>second|third|fourth)[ -])?(?:(?P<high>{_HIGH})|(?P<low>{_LOW})|(?P<end>{_ENDS}))\b(?! of the (?:time|day)\b)"
    r"|\b(?P<next>second only to)\b"
    r"|\b(?P<more>more|better|higher|larger)(?: \w+){0,4} than (?:any(?:one)?|all) (?:other|else|of the others)|\b(?P<less>less|fewer|lower)(?: \w+){0,4} than (?:any(?:one)?|all) (?:other|else|of the others)"
    r"|\b(?:in|to|ranked|came|placed|finished) (?P<place>second|third|fourth)\b(?: place)?",
    re.IGNORECASE,
)
# « La plus faible hausse » stands at the low end, « la moins faible » at the high one.
_LITTLE = re.compile(r"(?:petite?|faible|bas(?:se)?|maigre|mince|modeste|réduite?|légère?|mauvaise?)s?$", re.IGNORECASE)
_ARTICLE = r"\b(?:l[ea]s?|du|aux?|des|sa|son|ses|leurs?)"
_FRENCH = re.compile(
    rf"{_ARTICLE} (?:(?P<nth>deuxième|seconde?|troisième|quatrième) )?(?:[\w’'-]+ )?(?P<way>plus|moins) (?P<what>[dD][’']|[\w-]+)"
    rf"|{_ARTICLE} (?P<best>meilleure?s?|mieux)\b"
    r"|\b(?P<than>plus|davantage|mieux|moins)(?: d[e’'] ?\w+)? que (?:tout|toute|n[’']importe quel|n[’']importe quelle|tous les|toutes les) (?:les )?autres?\b"
    r"|\bjamais\b[^.;:]{0,60}\b(?:aussi|si|autant) (?P<never>[\w-]+)"
    r"|\bseule?s? [^.;:]{2,60}?\b(?P<but>davantage|plus|mieux|moins)\b(?! (?:d[e’'] ?\d|que \d))"
    r"|\b(?P<place>deuxième|seconde?|troisième|quatrième) (?:place|rang|position)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8_000)
def rankings_in(text: str, side: str) -> tuple[Ranking, ...]:
    """The places in an order that a sentence tells of."""
    read = _french if side == "fr" else _english
    pattern = _FRENCH if side == "fr" else _ENGLISH
    return tuple(one for match in pattern.finditer(text) if (one := read(match)) is not None)


def _english(match: re.Match[str]) -> Ranking:
    said = match.groupdict()
    sign = 1 if said["high"] or said["more"] or said["next"] else -1 if said["low"] or said["less"] else 0
    nth = said["nth"] or said["place"]
    rank = 2 if said["next"] else _ORDINALS[nth.lower()] if nth else 1
    return Ranking(*match.span(), sign, rank)


_AND_ANOTHER = re.compile(r"(?:,| et) (?=(?:[a-zà-ÿ]+ ){0,2}(?:[dl][’'])?[A-ZÀ-Ý])")


def _french(match: re.Match[str]) -> Ranking | None:
    said = match.groupdict()
    if said["place"]:
        return Ranking(*match.span(), 0, _ORDINALS[said["place"].lower()])
    way = said["way"] or said["than"] or said["but"] or "plus"
    if said["way"] and not _is_ranked(said["what"], match.group()):
        return None
    little = bool(_LITTLE.match(said["what"] or said["never"] or ""))
    sign = -1 if (way.lower() == "moins") != little else 1
    # « Seules Tarn et Norvale ont plus »: whoever is meant comes after two.
    rank = (
        2 + len(_AND_ANOTHER.findall(match.group()))
        if said["but"]
        else _ORDINALS[said["nth"].lower()]
        if said["nth"]
        else 1
    )
    return Ranking(*match.span(), sign, rank)


def _is_ranked(word: str, said: str) -> bool:
    """« Le plus d’eau », « le plus populaire », and not « le plus souvent » or « les plus de 65 ans »."""
    if word.lower() in ("d'", "d’", "de"):
        return said.lower().startswith("le ")
    return any(one.kind == "A" for one in readings(word.lower()))


def compare_rankings(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """A rank that the passages which rank the same thing tell otherwise; nothing where they rank nothing."""
    ours = rankings_in(claim.text, "fr")
    theirs = [(one, each) for one in near for each in rankings_in(one.text, side_of(one))]
    if not ours or not theirs:
        return
    passages = embed([_around(one, each) for one, each in theirs])
    whole = embed([one.text for one, _ in theirs]) @ embed([claim.text])[0] - (WHOLE - SAME)
    for mine in ours:
        cosines = np.maximum(passages @ embed([_around(claim, mine)])[0], whole)
        same = [pair for pair, cosine in zip(theirs, cosines, strict=True) if float(cosine) >= SAME]
        if not same or any(_agree(mine, each) for _, each in same):
            continue
        one, each = theirs[int(cosines.argmax())]
        message = (
            f"Le texte dit «\u00a0{claim.text[mine.start : mine.end]}\u00a0», la source «\u00a0{one.text[each.start : each.end].strip()}\u00a0», "
            f"{cited(one.text, one)}\u00a0: vérifiez le rang."
        )
        yield found_in(claim, (mine.start, mine.end), "ranking-changed", "warning", message, [one])


def _agree(ours: Ranking, theirs: Ranking) -> bool:
    return ours.rank == theirs.rank and (ours.sign == theirs.sign or 0 in (ours.sign, theirs.sign))


def _around(statement: Statement, ranking: Ranking) -> str:
    """The clause that ranks, and the whole sentence where the clause says too little."""
    text = statement.text
    clause = next((text[a:b] for a, b in clauses(text) if a <= ranking.start < b), text)
    return clause if len(clause.split()) > _TELLING else text


_TELLING = 7
