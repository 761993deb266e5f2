"""Certainty and negation in free prose: each clause of a claim against the clause of the source it renders.

A drafted sentence seldom renders one source sentence whole. Clauses are paired by their embeddings; what is found on a
sure pair of sentences blocks, what is found on a looser one warns.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.embedding import embed
from pipeline.verify.assertion.alleged import allegations_told_as_known
from pipeline.verify.assertion.certainty import CARRIED_BY, LOST, near_words
from pipeline.verify.assertion.cues import CUES, HARD_NEGATION, NEGATION, cues_in
from pipeline.verify.assertion.doubted import unsaid_doubts
from pipeline.verify.assertion.hindrances import hindrances_kept
from pipeline.verify.assertion.kept import is_only_not_before, is_said_without_no
from pipeline.verify.assertion.modality import NONE_COULD, doubts_lost
from pipeline.verify.assertion.polarity import denials_added, denials_exceeding, denials_lost
from pipeline.verify.assertion.predicates import turned_denials
from pipeline.verify.claims import PLAUSIBLE, Claim, Link
from pipeline.verify.clauses import Clause, clauses_of, clauses_with, holds, is_bounded, is_supposed, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding, Severity

__all__ = ["compare_meaning"]

# Cosines of clauses lie lower than those of whole sentences.
PAIRED = 0.45
SURE = 0.68
# From here on two clauses, each the other's best, translate each other; a plan is told in more ways than a doubt.
TRANSLATED = {"possible": 0.6, "alleged": 0.7, "planned": 0.7}
# A clause nearer than this to another passage renders that one.
RIVAL = 0.12


_FOR_LACK = re.compile(r"\bfaute\b(?=,| d[e’'])", re.IGNORECASE)


class Pair(NamedTuple):
    """A clause of the claim, the clause of the source that it renders best, and their cosine."""

    ours: Clause
    theirs: Clause
    cosine: float


def compare_meaning(claim: Claim, links: Sequence[Link], answers: Sequence[Statement]) -> Iterator[Finding]:
    """Hedges and negations that a claim lost, or added: clause by clause on `links`, word by word on `answers` too."""
    near = [one.statement for one in links if one.strength >= PLAUSIBLE]
    held = {id(one) for one in near}
    wider = [*near, *(one for one in answers if id(one) not in held)]
    yield from turned_denials(claim.statement, wider)
    yield from hindrances_kept(claim.statement, wider)
    yield from unsaid_doubts(claim.statement, wider)
    yield from allegations_told_as_known(claim.statement, wider)
    if not near:
        return
    sure = links[0].cosine >= SURE
    ours = clauses_of([claim.statement])
    theirs = clauses_of(near)
    cosines = embed([one.text for one in ours]) @ embed([one.text for one in theirs]).T
    forward = [Pair(one, theirs[int(row.argmax())], float(row.max())) for one, row in zip(ours, cosines, strict=True)]
    back = [Pair(ours[int(row.argmax())], one, float(row.max())) for one, row in zip(theirs, cosines.T, strict=True)]
    # A source clause that ours renders less well than another one is left to whatever renders it.
    best = {(one.ours.start, one.ours.end): one.cosine for one in forward}
    back = [one for one in back if one.cosine >= best[one.ours.start, one.ours.end] - RIVAL]
    yield from _added(claim.statement, [one for one in forward if one.cosine >= PAIRED], sure)
    yield from _lost(claim.statement, [one for one in back if one.cosine >= PAIRED], sure)
    yield from denials_added(claim.statement, near)
    if sure:
        yield from denials_exceeding(claim.statement, links[0].statement)
    yield from denials_lost(claim.statement, [one.statement for one in links if one.strength >= PAIRED])
    yield from doubts_lost(claim.statement, near)
    mutual = {(one.ours, one.theirs): one.cosine for one in forward}
    yield from _hedges(claim.statement, [one for one in back if one.cosine >= PAIRED], sure, mutual)


def _added(claim: Statement, pairs: Sequence[Pair], sure: bool) -> Iterator[Finding]:
    for pair in pairs:
        hard = HARD_NEGATION["fr"].search(pair.ours.text)
        source = pair.theirs.statement
        if hard is None or NEGATION[side_of(source)].search(source.text):
            continue
        span = (pair.ours.start + hard.start(), pair.ours.start + hard.end())
        if is_only_not_before(claim.text, span[0], source.text):
            continue
        message = (
            f"Le texte nie ce que la source affirme, {cited(pair.theirs.text, source)}\u00a0: retirez la négation."
        )
        yield found_in(claim, span, "negation-added", _severity(sure), message, [source])


def _lost(claim: Statement, pairs: Sequence[Pair], sure: bool) -> Iterator[Finding]:
    for pair in pairs:
        source = pair.theirs.statement
        hard = HARD_NEGATION[side_of(source)].search(pair.theirs.text)
        if hard is None or CUES["fr"]["negated"].search(pair.ours.text):
            continue
        if is_supposed(source.text, pair.theirs.start + hard.start()):
            continue
        if is_bounded(source.text, pair.theirs.start + hard.end(), claim.text):
            continue
        if is_said_without_no(source.text, pair.theirs.start + hard.start(), pair.ours.text):
            continue
        said = near_words(source, pair.theirs.start + hard.start())
        message = f"La négation de la source est perdue, {cited(said, source)}\u00a0: rétablissez-la."
        # « Faute, selon une note, d’avoir été testé »: it denies across what stands between.
        if _FOR_LACK.search(claim.text, 0, pair.ours.end):
            continue
        elsewhere = clauses_with(claim, CUES["fr"]["negated"])
        # As many clauses say no as in the source: the negation only stands in another clause.
        if elsewhere >= clauses_with(source, HARD_NEGATION[side_of(source)]):
            continue
        span = (pair.ours.start, pair.ours.end)
        yield found_in(claim, span, "negation-lost", _severity(sure and not elsewhere), message, [source])


def _hedges(
    claim: Statement, pairs: Sequence[Pair], sure: bool, mutual: Mapping[tuple[Clause, Clause], float]
) -> Iterator[Finding]:
    whole = cues_in(claim.text, "fr")
    for pair in pairs:
        source = pair.theirs.statement
        theirs = cues_in(pair.theirs.text, source.language)
        ours = [kind for kind, cue in CUES["fr"].items() if holds(pair.ours, cue)]
        for kind in ("alleged", "possible", "planned"):
            if kind not in theirs or any(one in ours for one in CARRIED_BY[kind]):
                continue
            if kind == "possible" and NONE_COULD.search(pair.theirs.text[: theirs[kind].start()]):
                continue
            said = near_words(source, pair.theirs.start + theirs[kind].start())
            message = f"La source dit {cited(said, source)}\u00a0; {LOST[kind]}."
            carriers = [CUES["fr"][one] for one in CARRIED_BY[kind] if one in whole]
            elsewhere = max((clauses_with(claim, one) for one in carriers), default=0)
            moved = elsewhere >= clauses_with(source, CUES[side_of(source)][kind]) or (elsewhere and kind != "possible")
            # The doubt stands in another clause, unless this one is surely the translation.
            if moved and mutual.get((pair.ours, pair.theirs), 0.0) < TRANSLATED[kind]:
                continue
            span = (pair.ours.start, pair.ours.end)
            yield found_in(claim, span, f"certainty-{kind}", _severity(sure and not elsewhere), message, [source])
            break


def _severity(sure: bool) -> Severity:
    return "blocking" if sure else "warning"
