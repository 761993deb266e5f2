"""One thing told of another of its sort: « 68 jours dans la marine » for "68 for the police" (EDITORIAL.md, « Facts », 3).

What a sentence renders names one of a sort, police or navy, a Japanese firm or a Norwegian one, and the sentence names
another in its stead: none of the passages that it may draw on has that one, and it has not the passage's own.
"""

# ruff: noqa: E501 - messages: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.embedding import embed
from pipeline.verify.alignment import Word, chunk_at, content_words, likeness
from pipeline.verify.clauses import clauses, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.proper_names.sorts import Member, members_in
from schemas.finding import Finding

__all__ = ["one_of_its_kind"]

# What stands beside the one and beside the other is as LIKE as this, and NEARER than beside any place of its own; a word
# right beside both that the one translates brings them so much nearer (BOTH, from ALIKE on).
LIKE, NEARER, BOTH, ALIKE = 0.3, 0.05, 0.15, 0.6
# So many letters, or words, on either side say what part something plays.
REACH, FEW = 45, 2


def one_of_its_kind(claim: Statement, told: Sequence[Statement], around: Sequence[Statement]) -> Iterator[Finding]:
    """A member of a sort in the slot of one that the claim lacks.

    `told`: the passages that the claim renders, `around` all those of their paragraphs.
    """
    ours = members_in(claim.text, "fr")
    held = {(one.sort, one.name) for one in ours}
    for mine in ours:
        if any(mine.start == one.start and (one.sort, one.name) in _named(told[:1]) for one in ours):
            continue
        if _IN_RELATION.search(claim.text, 0, mine.start):
            continue
        rivals = [(one, each) for one in told for each in members_in(one.text, side_of(one)) if each.sort == mine.sort and (each.sort, each.name) not in held]  # fmt: skip
        # Of two that one passage names, other rooms tell which is which.
        meant = {(one.sort, one.name) for one in ours if one.start == mine.start}
        told_of = told if mine.sort == "people" else ()
        rivals = [pair for pair in rivals if not meant & _named([pair[0], *told_of])]
        scored = [(_fits(claim, mine, one, each), one, each) for one, each in rivals]
        best = max(scored, key=lambda each: each[0], default=None)
        if best is None or best[0] < LIKE:
            continue
        own = [_fits(claim, mine, one, each) for one in around for each in members_in(one.text, side_of(one)) if (each.sort, each.name) in meant]  # fmt: skip
        if max(own, default=0.0) > best[0] - NEARER:
            continue
        _, one, other = best
        message = (
            f"La source dit «\u00a0{one.text[other.start : other.end]}\u00a0», {cited(one.text, one)}, "
            f"le texte «\u00a0{claim.text[mine.start : mine.end]}\u00a0»\u00a0: vérifiez de qui ou de quoi il s’agit."
        )
        yield found_in(claim, (mine.start, mine.end), "name-elsewhere", "warning", message, [one])
        return


# « Son professeur », where the passage has "one of his students": each is the other's.
_IN_RELATION = re.compile(r"\b(?:son|sa|ses|leurs?) (?:anci\w+ |future? )?$", re.IGNORECASE)


def _named(statements: Sequence[Statement]) -> set[tuple[str, str]]:
    return {(each.sort, each.name) for one in statements for each in members_in(one.text, side_of(one))}


def _fits(claim: Statement, mine: Member, source: Statement, theirs: Member) -> float:
    """How like what stands beside the one is to what stands beside the other."""
    side = side_of(source)
    ours, others = _beside(claim.text, mine, "fr"), _beside(source.text, theirs, side)
    if not ours or not others:
        return 0.0
    next_ours, next_theirs = _next(claim.text, mine, "fr"), _next(source.text, theirs, side)
    tied = any(float(likeness(one, next_theirs).max()) >= ALIKE for one in next_ours) if next_theirs else False
    return float((embed(ours) @ embed(others).T).max()) + BOTH * tied


def _beside(text: str, member: Member, side: str) -> list[str]:
    """The stretch and the clause around a member without it; the whole sentence where they say too little."""
    low, high = chunk_at(text, member.start)
    a, b = next(((a, b) for a, b in clauses(text) if a <= member.start < b), (0, len(text)))
    near = max(low, member.start - REACH), min(high, member.end + REACH)
    wide = max(a, member.start - 2 * REACH), min(b, member.end + 2 * REACH)
    found = [_without(text, member, *near), _without(text, member, *wide)]
    told = [one for one in dict.fromkeys(found) if len(content_words(one, side)) >= FEW]
    return told or [_without(text, member, 0, len(text))]


def _without(text: str, member: Member, low: int, high: int) -> str:
    return f"{text[low : member.start].strip()} {text[member.end : max(high, member.end)].strip()}".strip()


def _next(text: str, member: Member, side: str) -> list[Word]:
    """The nearest words on either side, if they are near enough to belong to a member."""
    words = content_words(text, side)
    before = [one for one in words if member.start - REACH / 2 <= one.start < one.end <= member.start][-1:]
    return before + [one for one in words if member.end <= one.start <= member.end + REACH / 2][:1]
