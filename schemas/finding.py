"""What verification found, and what it found in support."""

from typing import Literal

from schemas.article import Evidence
from schemas.base import Closed

__all__ = ["Finding", "Severity", "Stance", "Support", "Verification"]

Severity = Literal["blocking", "warning", "note"]
Stance = Literal["fact", "analysis"]


class Finding(Closed):
    """One thing a reviewer must see. `part` is a path (`body[2]`); `start` and `end` count in that part's text.

    `message` is French and says what to do; `origin` tells a rule's finding from a judge's.
    """

    code: str
    severity: Severity
    part: str
    excerpt: str
    message: str
    evidence: tuple[Evidence, ...] = ()
    start: int | None = None
    end: int | None = None
    origin: Literal["rule", "judge", "tool"] = "rule"


class Support(Closed):
    """What holds one sentence of the draft up: places in the article, strongest first; none found: empty."""

    part: str
    start: int
    end: int
    stance: Stance
    evidence: tuple[Evidence, ...] = ()


class Verification(Closed):
    """The whole outcome of `verify`: the same draft and article always give the same one."""

    findings: tuple[Finding, ...] = ()
    supports: tuple[Support, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings that hold a draft back from signature."""
        return tuple(one for one in self.findings if one.severity == "blocking")
