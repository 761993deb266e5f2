"""How a check says what it found: one shape of finding, one way to quote the source."""

from collections.abc import Iterable

from pipeline.verify.prepare import Statement
from schemas.article import Evidence
from schemas.finding import Finding, Severity

__all__ = ["cited", "evidence_of", "found_in", "short"]


def short(text: str, limit: int = 90) -> str:
    """A passage short enough for a message, cut between words."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: text.rfind(" ", 0, limit)] + "\u00a0…"


def cited(passage: str, statement: Statement) -> str:
    """« $2.3 million » (p2): a source passage and where it stands."""
    place = _PLACES.get(statement.place, statement.place)
    return f"«\u00a0{short(passage)}\u00a0»" + (f" ({place})" if place else "")


_PLACES = {"title": "titre", "description": "chapeau"}


def evidence_of(statements: Iterable[Statement]) -> tuple[Evidence, ...]:
    """The statements as places in the article."""
    return tuple(Evidence(paragraph=one.place, start=one.start, end=one.end) for one in statements if one.place)


def found_in(
    claim: Statement,
    span: tuple[int, int],
    code: str,
    severity: Severity,
    message: str,
    statements: Iterable[Statement] = (),
) -> Finding:
    """A finding on a part of a claim; `span` counts in the claim's own text."""
    start, end = span
    return Finding(
        code=code,
        severity=severity,
        part=claim.place,
        excerpt=claim.text[start:end] or short(claim.text),
        message=message,
        evidence=evidence_of(statements),
        start=claim.start + start,
        end=claim.start + end,
    )
