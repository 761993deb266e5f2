"""The check of causes."""

from collections.abc import Iterator, Sequence

from pipeline.verify.check import Check
from pipeline.verify.claims import PLAUSIBLE, Claim, Link
from pipeline.verify.context import Context
from pipeline.verify.passages import LOOSE, around, each, rendering_of
from pipeline.verify.reasons.cause_ends import causes_of_another, causes_rejected, ends_exchanged
from pipeline.verify.reasons.causes import causes_exchanged, causes_invented
from schemas.finding import Finding

__all__ = ["CHECKS", "check_causes"]


def check_causes(context: Context) -> Iterator[Finding]:
    """A cause that a sentence gives is one that the source gives (EDITORIAL.md, « Facts », 6)."""
    return each(context, "causes", _causes)


def _causes(claim: Claim, links: Sequence[Link], context: Context) -> Iterator[Finding]:
    if claim.stance != "fact" or claim.statement.place.startswith("actions"):
        return
    rendered = rendering_of(claim.statement, context.source)
    exchanged = list(causes_exchanged(claim.statement, rendered)) if rendered else []
    yield from exchanged or causes_invented(claim.statement, context.source)
    near_by = [one.statement for one in links if one.strength >= PLAUSIBLE]
    # A sentence of few words of its own, with a cause of other words, may lean on nothing as a whole.
    near_by = near_by or [one.statement for one in links[:1] if one.strength >= LOOSE]
    if near_by and not exchanged:
        beside = around(links, context.source)
        beside += [one for one in near_by if one not in beside]
        yield from causes_of_another(claim.statement, near_by, beside)
        yield from causes_rejected(claim.statement, near_by)
        yield from ends_exchanged(claim.statement, near_by)


CHECKS: tuple[Check, ...] = (
    Check(
        codes=("cause-unknown", "cause-reversed"),
        english="A cause that the draft gives is one that the source gives, and for the same thing.",
        french="Une cause que donne le texte est une cause que donne la source, et de la même chose.",
        example="« Le vote est reporté à mai en raison d’une panne informatique. » là où la source dit seulement "
        "“put off the vote until May”",
        run=check_causes,
    ),
)
