"""Figures of a neighbour: 22 % told of what has 40 % in the passage, where the other of the two has 22 % (« Facts », 1).

Two mechanisms share one idea: the words beside a figure answer those beside a figure that the claim leaves out, and not
those beside its own. The other figure stands in the same sentence, or in another one that the claim renders.
"""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Callable, Iterator, Sequence

from pipeline.embedding import embed
from pipeline.keeping import per_sentence
from pipeline.verify.alignment import content_words
from pipeline.verify.apart import is_told_apart
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Source, Statement
from pipeline.verify.quantities.equal_figures import same_quantity
from pipeline.verify.quantities.figure import Figure
from schemas.finding import Finding

__all__ = ["figures_of_neighbours"]

# How much nearer a claim lies to the passage with another figure than to any with its own, and how near at least.
NEARER, LEAST = 0.18, 0.45
# The same of the words beside two figures of one sentence, of which so many must carry meaning.
BESIDE, TELLING = 0.2, 3
_KINDS = ("percent", "money", "count", "measure", "points")
# What these are counted in tells them from each other.
_MARKED = frozenset({"percent", "points", "money"})
_EDGE = {
    "en": re.compile(
        r"[,;:.!?…()«»“”\"]\s|\b(?:and|but|while|when|against|whereas|ahead of|behind|which|who|that|versus|compared (?:with|to)|up from|down from|with)\b",
        re.I,
    ),
    "fr": re.compile(
        r"[,;:.!?…()«»“”\"]\s|\b(?:qui|dont|mais|et|tandis|alors que|quand|contre|devant|derrière|face à)\b", re.I
    ),
}
# "Of the 380 employees": the whole of which the other figure is a part goes by the same words.
_WHOLE = re.compile(r"\b(?:of|among|out of|from) (?:the |its |their |his |her |some |about |all )*$", re.I)


def figures_of_neighbours(
    claim: Statement, source: Source, near_at: Callable[[int], Sequence[float]]
) -> Iterator[Finding]:
    """A figure whose words answer those of another figure of the source, far better than those of its own.

    `near_at` gives each statement's cosine with the claim, or with its clause at a place, whichever is nearer.
    """
    for figure in claim.figures:
        if figure.kind not in _KINDS or (figure.spelled and figure.value <= 10):
            continue
        holders = {n for n, one in enumerate(source.statements) if any(_is(figure, each) for each in one.figures)}
        if not holders:
            continue
        near = near_at(figure.start)
        own = max(holders, key=lambda n: near[n])
        other = _other_passage(figure, claim, source, near, own, holders) or _other_of_two(
            figure, claim, source.statements[own], near[own]
        )
        if other is not None:
            passage, rival = other
            home = source.statements[own]
            message = (
                f"La source dit ici {cited(rival.text, passage)}, et «\u00a0{figure.text}\u00a0» d’autre chose, "
                f"{cited(home.text, home)}\u00a0: vérifiez le chiffre."
            )
            span = (figure.start, figure.end)
            yield found_in(claim, span, "figure-elsewhere", "warning", message, [passage, home])


def _is(figure: Figure, other: Figure) -> bool:
    """Whether another figure may be this one: 60 people are no 60 percent."""
    kinds = {figure.kind, other.kind}
    return same_quantity(figure, other) and (len(kinds) == 1 or not kinds & _MARKED or "share" in kinds)


def _rivals(figure: Figure, claim: Statement, passage: Statement) -> list[Figure]:
    """The figures of a passage of the same kind that the claim has not."""
    return [
        one
        for one in passage.figures
        if (one.kind, one.unit) == (figure.kind, figure.unit)
        and not _is(figure, one)
        and not any(same_quantity(each, one) for each in claim.figures)
    ]


def _other_passage(
    figure: Figure, claim: Statement, source: Source, near: Sequence[float], own: int, holders: set[int]
) -> tuple[Statement, Figure] | None:
    """The passage that a claim renders but for its figure, and the figure there."""
    found = [
        (n, rivals)
        for n, one in enumerate(source.statements)
        if n not in holders and near[n] >= max(LEAST, near[own] + NEARER) and (rivals := _rivals(figure, claim, one))
    ]
    if not found:
        return None
    best, rivals = max(found, key=lambda one: near[one[0]])
    passage, home = source.statements[best], source.statements[own]
    return None if is_told_apart(claim, (figure.start, figure.end), home, passage) else (passage, rivals[0])


def _other_of_two(figure: Figure, claim: Statement, passage: Statement, near: float) -> tuple[Statement, Figure] | None:
    """The figure of the same sentence whose words are those beside the claim's figure."""
    mine = _beside(claim.text, "fr", figure.start, figure.end)
    rivals = _rivals(figure, claim, passage) if near >= LEAST and _tells(mine, "fr", TELLING) else []
    side = side_of(passage)
    told = [(one, _beside(passage.text, side, one.start, one.end)) for one in rivals]
    told = [(one, words) for one, words in told if _tells(words, side, TELLING - 1)]
    own = [one for one in passage.figures if _is(figure, one)]
    if not told or any(_WHOLE.search(passage.text[: one.start]) for one in (*own, *(each for each, _ in told))):
        return None
    ours = embed([mine])[0]
    theirs = embed([words for _, words in told]) @ ours
    kept = embed([_beside(passage.text, side, one.start, one.end) for one in own]) @ ours
    if float(theirs.max()) < float(kept.max()) + BESIDE:
        return None
    return passage, told[int(theirs.argmax())][0]


def _tells(words: str, side: str, least: int) -> bool:
    return len(content_words(words, side)) >= least


@per_sentence
def _beside(text: str, side: str, start: int, end: int) -> str:
    """The words around a figure up to where something else begins."""
    edges = [match.span() for match in _EDGE[side].finditer(text)]
    low = max((after for _, after in edges if after <= start), default=0)
    high = min((before for before, _ in edges if before >= end), default=len(text))
    return f"{text[low:start]} {text[end:high]}".strip()
