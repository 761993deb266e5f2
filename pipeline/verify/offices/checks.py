"""The check of offices."""

from collections.abc import Iterator, Sequence

from pipeline.verify.check import Check
from pipeline.verify.claims import Claim, Link
from pipeline.verify.context import Context
from pipeline.verify.offices.holders import offices_of_others
from pipeline.verify.offices.portfolios import portfolios_exchanged
from pipeline.verify.offices.presiding import headed_by_another
from pipeline.verify.offices.roles import compare_offices
from pipeline.verify.offices.standing import compare_standing
from pipeline.verify.passages import each
from schemas.finding import Finding

__all__ = ["CHECKS", "check_offices"]


def check_offices(context: Context) -> Iterator[Finding]:
    """A person's office is the one the source gives (EDITORIAL.md, « Facts », 2 and 3)."""
    return each(context, "offices", _offices)


def _offices(claim: Claim, _: Sequence[Link], context: Context) -> Iterator[Finding]:
    found = list(compare_offices(claim.statement, context.source.statements))
    found = found or list(compare_standing(claim.statement, context.source.statements))
    found = found or list(offices_of_others(claim.statement, context.source.statements))
    found = found or list(headed_by_another(claim.statement, context.source))
    yield from found or portfolios_exchanged(claim.statement, context.source.statements)


CHECKS: tuple[Check, ...] = (
    Check(
        codes=("role-wrong",),
        english="A person's office is the one the source gives.",
        french="La fonction d’une personne est celle que la source lui donne.",
        example="« la ministre Ana Lund » là où la source dit “Mayor Ana Lund”",
        run=check_offices,
    ),
)
