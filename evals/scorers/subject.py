"""What every scorer reads."""

from collections.abc import Callable
from dataclasses import dataclass

from evals.cases import Case
from evals.results import Outcome
from schemas.draft import Analyse, Synthese
from schemas.finding import Finding
from schemas.house import House
from schemas.parts import iter_parts

__all__ = ["Closeness", "Subject", "draft_text"]

# How near two texts are in meaning, 0 to 1; costly, so the run hands over one that remembers.
Closeness = Callable[[str, str], float]


@dataclass(frozen=True)
class Subject:
    """A case, what became of it, and the golden article where there is one."""

    case: Case
    outcome: Outcome
    golden: Analyse | Synthese | None
    house: House
    closeness: Closeness

    @property
    def draft(self) -> Analyse | Synthese | None:
        """The draft, None where none came."""
        return self.outcome.draft

    @property
    def drafted(self) -> Analyse | Synthese:
        """The draft. Raises ValueError where none came."""
        if self.outcome.draft is None:
            raise ValueError("no draft came")
        return self.outcome.draft

    @property
    def text(self) -> str:
        """Every text of the draft that reaches a reader, one a line. Raises ValueError where none came."""
        return draft_text(self.drafted)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What verification found on the draft after its repair, without what the case expects wherever it stands.

        What it expects at one part is the reference's own; it excuses nothing at the same part of another draft.
        """
        found = self.outcome.verification.findings if self.outcome.verification else ()
        return tuple(one for one in found if one.code not in self.case.expected_findings)


def draft_text(draft: Analyse | Synthese) -> str:
    """Every text of a draft that reaches a reader, one a line."""
    return "\n".join(part.text for part in iter_parts(draft) if part.text)
