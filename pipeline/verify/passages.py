"""Which passages of the source a sentence of the draft is held to, and how each sentence is read against them once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from pipeline.embedding import embed
from pipeline.verify.alignment import fits
from pipeline.verify.claims import PLAUSIBLE, SURE, Claim, Link
from pipeline.verify.clauses import clauses
from pipeline.verify.context import Context
from pipeline.verify.prepare import Source, Statement
from schemas.finding import Finding

__all__ = [
    "LOOSE",
    "Reader",
    "answered",
    "around",
    "beside",
    "each",
    "is_bare",
    "is_certain",
    "is_headline",
    "near",
    "nearness",
    "rendering_of",
    "renders",
]

# Clauses are shorter than sentences and their cosines lower.
_SAME = 0.4
# A denial in few words shares little with what it denies.
LOOSE = 0.36
_DECLARED = 0.1
# Less than this, too few words of a clause have an answer in the statement.
_ANSWERED = 0.4
# Cosine and word by word fit together: from here on a sentence is the translation of a statement.
_TRANSLATED = 1.0
Reader = Callable[[Claim, Sequence[Link], Context], Iterable[Finding]]


def near(links: Sequence[Link]) -> list[Statement]:
    """The statements a claim most probably renders."""
    return [one.statement for one in links if one.cosine >= SURE]


def around(links: Sequence[Link], source: Source) -> list[Statement]:
    """All statements of the paragraphs that a claim may draw on, the surest first."""
    places = [one.statement.place for one in links if one.strength >= PLAUSIBLE]
    first = [one.statement for one in links]
    held = {id(one) for one in first}
    return [*first, *(one for one in source.statements if one.place in places and id(one) not in held)]


def renders(ours: str, theirs: str) -> bool:
    """Whether two passages, each in its language, say the same thing as far as their embeddings tell."""
    one, other = embed([ours, theirs])
    return float(one @ other) >= _SAME


def nearness(claim: Claim, source: Source, at: int | None = None) -> list[float]:
    """How near each statement of the source lies to a claim; what the claim was declared to lean on, a little nearer.

    Where a place in the claim is named, the clause around it counts as well: a sentence may gather several things.
    """
    text = claim.statement.text
    passages = [text, *(text[start:end] for start, end in clauses(text) if at is not None and start <= at < end)]
    cosines = (source.vectors @ embed(passages).T).max(axis=1)
    return [
        float(cosine) + (_DECLARED if one.place in claim.declared else 0.0)
        for one, cosine in zip(source.statements, cosines, strict=True)
    ]


def answered(claim: Statement, source: Source) -> list[Statement]:
    """For each clause of a claim the statement that answers it best, word by word and as a whole."""
    found: dict[int, Statement] = {}
    for start, end in clauses(claim.text):
        clause = claim.text[start:end]
        fit = fits(source, clause)
        both = fit + source.vectors @ embed([clause])[0]
        best = int(both.argmax())
        if float(fit[best]) >= _ANSWERED:
            found[best] = source.statements[best]
    return list(found.values())


def rendering_of(claim: Statement, source: Source) -> Statement | None:
    """The statement of which a claim is surely the translation."""
    if not source.statements:
        return None
    scores = fits(source, claim.text) + source.vectors @ embed([claim.text])[0]
    best = int(scores.argmax())
    return source.statements[best] if float(scores[best]) >= _TRANSLATED else None


def beside(links: Sequence[Link], rendered: Statement) -> list[Statement]:
    """The other statements of its paragraph that a claim may gather beside the one that it renders."""
    return [
        one.statement
        for one in links
        if one.strength >= LOOSE and one.statement.place == rendered.place and one.statement is not rendered
    ]


def is_bare(place: str) -> bool:
    """Titles and headings hold too few words for their embedding to tell what they are about."""
    return place.startswith(("title", "seo", "actions", "watchpoints")) or place.endswith("heading")


def is_headline(place: str) -> bool:
    """Headings and titles may state what the text attributes."""
    return place == "title" or place.startswith(("seo", "tldr", "standfirst")) or place.endswith("heading")


def is_certain(claim: Claim, finding: Finding) -> bool:
    """Whether the draft itself says that a sentence renders this passage: a pair found by likeness only warns."""
    # A title without a verb neither doubts nor affirms.
    if claim.statement.place.startswith(("title", "seo")):
        return False
    return any(one.paragraph in claim.declared for one in finding.evidence)


def each(context: Context, check: str, read: Reader) -> Iterator[Finding]:
    """What `read` finds of every sentence, each read once for as long as its source is kept."""
    for claim, links in context.claims:
        yield from context.once(check, claim, partial(read, claim, links, context))
