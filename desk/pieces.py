"""A text cut into runs that each come from one place and carry one mark."""

from itertools import pairwise

from desk.sights import lit, sights_of
from pipeline.verify.prepare import Source
from schemas.base import Closed
from schemas.finding import Finding, Severity, Support

__all__ = ["WEIGHT", "Piece", "Sentence", "sentences_of"]

WEIGHT: dict[Severity, int] = {"blocking": 0, "warning": 1, "note": 2}


class Piece(Closed):
    """A run of words; `places` are where the source has this very figure or name, `mark` the worst finding on it."""

    text: str
    places: tuple[str, ...] = ()
    mark: str = ""


class Sentence(Closed):
    """A sentence, or what stands between two; `places` are what holds it up in the source."""

    pieces: tuple[Piece, ...]
    places: tuple[str, ...] = ()
    stance: str = ""


def sentences_of(
    text: str, supports: list[Support], findings: tuple[Finding, ...], source: Source
) -> tuple[Sentence, ...]:
    """The text from its beginning to its end, nothing left out and nothing twice."""
    sentences: list[Sentence] = []
    at = 0
    for one in sorted(supports, key=lambda support: support.start):
        if one.start < at or one.end > len(text):
            continue
        if one.start > at:
            sentences.append(Sentence(pieces=_pieces(text, at, one.start, findings, [])))
        sights = [
            (sight.start, sight.end, sight.places)
            for sight in sights_of(text[one.start : one.end], one.start, one.evidence, source)
        ]
        pieces = _pieces(text, one.start, one.end, findings, sights)
        sentences.append(Sentence(pieces=pieces, places=lit(one.evidence), stance=one.stance))
        at = one.end
    if at < len(text):
        sentences.append(Sentence(pieces=_pieces(text, at, len(text), findings, [])))
    return tuple(sentences)


def _pieces(
    text: str,
    start: int,
    end: int,
    findings: tuple[Finding, ...],
    sights: list[tuple[int, int, tuple[str, ...]]],
) -> tuple[Piece, ...]:
    """Cut wherever a sight or a finding begins or ends."""
    marks = [(one.start, one.end, one) for one in findings if one.start is not None and one.end is not None]
    edges = {start, end}
    for low, high in ((a, b) for a, b, _ in (*sights, *marks)):
        edges |= {edge for edge in (low, high) if start < edge < end}
    cuts = sorted(edges)
    pieces = []
    for low, high in pairwise(cuts):
        places = next((found for a, b, found in sights if a <= low and high <= b), ())
        here = sorted((one for a, b, one in marks if a <= low and high <= b), key=lambda one: WEIGHT[one.severity])
        # What differs from the source has no equal there; the finding knows what it should be.
        places = places or (lit(here[0].evidence) if here else ())
        pieces.append(Piece(text=text[low:high], places=places, mark=here[0].severity if here else ""))
    return tuple(pieces)
