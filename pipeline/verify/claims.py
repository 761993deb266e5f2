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
from schemas.draft import Analyse, Block, BodyParagraph, Synthese
from schemas.finding import Stance
from schemas.parts import Part

__all__ = ["Claim", "Link", "claims_of", "linked"]

# Cosines of matching English–French sentences lie at 0.6 to 0.85, of others below 0.3.
SURE, PLAUSIBLE = 0.6, 0.4
_LINKS = 4


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
    if held is not None and held.sentences:
        for one in held.sentences:
            text = part.text[one.start : one.end]
            places = tuple(each.paragraph for each in one.evidence) or declared
            yield Claim(read_statement(part.path, one.start, text, "fr", source.anchor), one.stance, places)
        return
    for start, end in split(part.text, "fr"):
        yield Claim(read_statement(part.path, start, part.text[start:end], "fr", source.anchor), default, declared)


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
