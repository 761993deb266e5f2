"""What a judge, a language model that reads the draft beside its source, said of each sentence that reports."""

from typing import Literal

from schemas.base import Closed

__all__ = ["Judgement", "Ruling", "Verdict"]

# "Could not judge" is a verdict of its own: it is neither a yes nor a no.
Ruling = Literal["supported", "unsupported", "unjudged"]


class Verdict(Closed):
    """One sentence as it was judged. `part` is a stable name; `evidence` names paragraphs of the article."""

    part: str
    text: str
    ruling: Ruling
    evidence: tuple[str, ...] = ()
    reason: str = ""


class Judgement(Closed):
    """The verdicts on one text of a draft, in reading order. `trouble` says why there is none, where none came."""

    model: str
    verdicts: tuple[Verdict, ...] = ()
    trouble: str = ""

    def count(self, ruling: Ruling) -> int:
        """How many sentences were ruled so."""
        return sum(one.ruling == ruling for one in self.verdicts)
