"""Rankings: the largest, the lowest, second only to. A rank of the draft against the one its passage gives (« Facts », 4)."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

import numpy as np

from pipeline.embedding import embed
from pipeline.verify.clauses import clauses, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.proper_names.naming import read_names
from pipeline.verify.scope.ranking_words import Ranking, rankings_in
from schemas.finding import Finding

__all__ = ["compare_rankings"]

# Clauses that rank the same thing, and sentences of which one renders the other; below, another thing is ranked.
SAME, WHOLE = 0.36, 0.5
# A rare name that both have, one of no more than FEW sentences, brings them so much nearer.
NAMED, FEW = 0.12, 3


def compare_rankings(
    claim: Statement, near: Sequence[Statement], everywhere: Sequence[Statement] = ()
) -> Iterator[Finding]:
    """A rank that the passages which rank the same thing tell otherwise; nothing where they rank nothing.

    A rank that is apposed to a name is held to what is apposed to it anywhere.
    """
    ours = rankings_in(claim.text, "fr")
    theirs = [(one, each) for one in near for each in rankings_in(one.text, side_of(one))]
    if any(_bearer(claim.text, one) for one in ours):
        theirs += [(one, each) for one in everywhere if one not in near for each in rankings_in(one.text, side_of(one))]
    if not ours or not theirs:
        return
    passages = embed([_around(one, each) for one, each in theirs])
    whole = embed([one.text for one, _ in theirs]) @ embed([claim.text])[0] - (WHOLE - SAME)
    whole += NAMED * np.array([_share_a_name(claim, one, everywhere) for one, _ in theirs])
    for mine in ours:
        cosines = np.maximum(passages @ embed([_around(claim, mine)])[0], whole)
        same = [p for p, cosine in zip(theirs, cosines, strict=True) if float(cosine) >= SAME and p[0] in near]
        named = _of_the_same_name(claim, mine, theirs)
        if not (named or same) or any(_agree(mine, each) for _, each in named or same):
            continue
        # « Jamais … autant » sums up what the sentence beside calls the biggest ever.
        never = claim.text[mine.start :].lower().startswith("jamais")
        if (never or not mine.sign) and _is_ranked_beside(mine, near, everywhere):
            continue
        # "The third country to use them, but its fleet will be the largest": a place in a row is no rank.
        if not mine.sign and any(each.kind == "ordinal" and each.value == mine.rank for one in near for each in one.figures):  # fmt: skip
            continue
        one, each = named[0] if named else theirs[int(cosines.argmax())]
        message = (
            f"Le texte dit «\u00a0{claim.text[mine.start : mine.end]}\u00a0», la source «\u00a0{one.text[each.start : each.end].strip()}\u00a0», "
            f"{cited(one.text, one)}\u00a0: vérifiez le rang."
        )
        yield found_in(claim, (mine.start, mine.end), "ranking-changed", "warning", message, [one])


def _is_ranked_beside(mine: Ranking, near: Sequence[Statement], everywhere: Sequence[Statement]) -> bool:
    """Whether a bare « quatrième » is the rank that another sentence of the same paragraphs gives: to the other of two."""
    places = {one.place for one in near}
    beside = (one for one in everywhere if one.place in places)
    return any(_agree(mine, each) for one in beside for each in rankings_in(one.text, side_of(one)))


def _share_a_name(claim: Statement, source: Statement, everywhere: Sequence[Statement]) -> bool:
    """Whether both name someone, or a place, of whom few sentences speak."""
    last = {one.words[-1] for one in read_names(claim.text) if one.words and one.words[-1] in source.words}
    return any(sum(word in one.words for one in everywhere) <= FEW for word in last)


# "Wirrin, the smallest", "Tarn, the country’s biggest", « Wirrin, le plus petit »: the rank is the name's own.
_APPOSED = re.compile(r"\b[A-ZÀ-Ý][\w’'-]+(?=, (?:by far |de loin |the \w+(?: \w+)?)?\Z)")


def _bearer(text: str, ranking: Ranking) -> str:
    """The last word of the name to which a rank is apposed; empty where there is none."""
    match = _APPOSED.search(text, 0, ranking.start)
    return match.group() if match else ""


def _of_the_same_name(
    claim: Statement, mine: Ranking, theirs: Sequence[tuple[Statement, Ranking]]
) -> list[tuple[Statement, Ranking]]:
    """The rankings of the passages that are apposed to the name to which this one is."""
    name = _bearer(claim.text, mine)
    return [(one, each) for one, each in theirs if name and _bearer(one.text, each) == name]


def _agree(ours: Ranking, theirs: Ranking) -> bool:
    mine, other = dict(ours.poles), dict(theirs.poles)
    shared = mine.keys() & other.keys()
    if shared:
        same_end = any(mine[axis] == other[axis] for axis in shared)
    else:
        same_end = ours.sign == theirs.sign or 0 in (ours.sign, theirs.sign)
    return ours.rank == theirs.rank and same_end and ours.among == theirs.among


def _around(statement: Statement, ranking: Ranking) -> str:
    """The clause that ranks, and the whole sentence where the clause says too little."""
    text = statement.text
    clause = next((text[a:b] for a, b in clauses(text) if a <= ranking.start < b), text)
    return clause if len(clause.split()) > _TELLING else text


_TELLING = 7
