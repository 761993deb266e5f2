"""The draft as claims: its sentences with their stance, what the model declared, and the places that support them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from pipeline.embedding import embed
from pipeline.sentences import split
from pipeline.verify.prepare import Source, Statement, read_statement
from pipeline.verify.quantities.equal_figures import same_quantity
from schemas.article import Evidence
from schemas.draft import Analyse, Block, BodyParagraph, DraftSentence, Synthese
from schemas.finding import Stance
from schemas.parts import Part

__all__ = ["Claim", "Link", "claims_of", "linked"]

# Cosines of matching English–French sentences lie at 0.6 to 0.85, of others below 0.3.
SURE, PLAUSIBLE = 0.6, 0.4
_LINKS = 4
# Of a sentence whose place has shifted so much is still there.
_STILL_ITSELF = 0.8
_IN_A_WORD = re.compile(r"\w\w")


@dataclass(frozen=True)
class Claim:
    """One sentence of the draft. `declared` names the paragraphs the model leant on."""

    statement: Statement
    stance: Stance
    declared: tuple[str, ...]


@dataclass(frozen=True)
class Link:
    """A claim's tie to one statement of the source: cosine, and its strength with shared figures and names, 0 to 1."""

    statement: Statement
    cosine: float
    strength: float
    via: str


def claims_of(draft: Analyse | Synthese, parts: tuple[Part, ...], source: Source) -> tuple[Claim, ...]:
    """The sentences of all parts that report on the source, in reading order."""
    return tuple(claim for part in parts for claim in _claims(draft, part, source))


def _claims(draft: Analyse | Synthese, part: Part, source: Source) -> Iterator[Claim]:
    if re.match(r"quotes\[|slug|pillar_reasons", part.path):
        return
    held = _holder(draft, part.path)
    default: Stance = "analysis" if re.match(r"watchpoints|actions", part.path) else "fact"
    declared = draft.declared.get(part.path, ()) if held is None else tuple(one.paragraph for one in held.evidence)
    for start, end, one in _sentences(part.text, held.sentences if held is not None else ()):
        places = tuple(each.paragraph for each in one.evidence) if one else ()
        statement = read_statement(part.path, start, part.text[start:end], "fr", source.anchor)
        yield Claim(statement, one.stance if one else default, places or declared)


def _sentences(text: str, told: tuple[DraftSentence, ...]) -> Iterator[tuple[int, int, DraftSentence | None]]:
    """Where each sentence of a text stands, and what the draft says of it; nothing of one that came since.

    The places that a draft tells hold for the text they were told of. Of another text nothing may stay unread.
    """
    if told and _covers(told, text):
        yield from ((one.start, one.end, one) for one in told)
        return
    for start, end in split(text, "fr"):
        shared = [(min(end, one.end) - max(start, one.start), n) for n, one in enumerate(told)]
        most, n = max(shared, default=(0, 0))
        yield start, end, told[n] if told and most >= _STILL_ITSELF * (end - start) else None


def _covers(told: tuple[DraftSentence, ...], text: str) -> bool:
    """Whether sentences leave no word of a text out, and cut none in two."""
    at = 0
    for one in told:
        if not at <= one.start <= one.end <= len(text) or re.search(r"\w", text[at : one.start]):
            return False
        if any(_IN_A_WORD.fullmatch(text, max(edge - 1, 0), edge + 1) for edge in (one.start, one.end)):
            return False
        at = one.end
    return not re.search(r"\w", text[at:])


def _holder(draft: Analyse | Synthese, path: str) -> BodyParagraph | Block | None:
    numbers = [int(one) for one in re.findall(r"\[(\d+)\]", path)]
    if isinstance(draft, Analyse):
        return draft.body[numbers[0]] if path.startswith("body[") else None
    return draft.sections[numbers[0]].blocks[numbers[1]] if ".blocks[" in path else None


def linked(claims: tuple[Claim, ...], source: Source) -> tuple[tuple[Link, ...], ...]:
    """For each claim the statements of the source that may support it, strongest first; at most four."""
    if not source.statements or not claims:
        return tuple(() for _ in claims)
    cosines = embed([one.statement.text for one in claims]) @ source.vectors.T
    return tuple(_links(claim, row, source) for claim, row in zip(claims, cosines, strict=True))


def _links(claim: Claim, cosines: np.ndarray, source: Source) -> tuple[Link, ...]:
    found = []
    for n in np.argsort(-cosines, kind="stable")[:12]:
        statement, cosine = source.statements[int(n)], float(cosines[int(n)])
        figures = sum(any(same_quantity(one, other) for other in statement.figures) for one in claim.statement.figures)
        declared = statement.place in claim.declared
        strength = min(1.0, max(0.0, cosine) + 0.12 * figures + (0.08 if declared else 0.0))
        via = "figures" if figures and cosine < PLAUSIBLE else "declared" if declared else "embedding"
        found.append(Link(statement, cosine, round(strength, 4), via))
    found.sort(key=lambda one: -one.strength)
    return tuple(found[:_LINKS])


def evidence_for(links: tuple[Link, ...]) -> tuple[Evidence, ...]:
    """The links strong enough to show, as places in the article."""
    return tuple(
        Evidence(
            paragraph=one.statement.place,
            start=one.statement.start,
            end=one.statement.end,
            strength=round(one.strength, 2),
            via=one.via,
        )
        for one in links
        if one.strength >= PLAUSIBLE
    )
