"""The check of names."""

from collections.abc import Iterator, Sequence

from pipeline.verify.check import Check
from pipeline.verify.claims import PLAUSIBLE, Claim, Link
from pipeline.verify.context import Context
from pipeline.verify.offices.appositions import presented_as_another
from pipeline.verify.passages import answered, around, each, near, nearness
from pipeline.verify.proper_names.kindred import one_of_its_kind
from pipeline.verify.proper_names.names import compare_names, misplaced_names
from pipeline.verify.proper_names.naming import read_names
from pipeline.verify.proper_names.people import names_for_others
from pipeline.verify.proper_names.place_kinds import kinds_exchanged
from pipeline.verify.proper_names.slots import names_in_place_of_others
from schemas.finding import Finding

__all__ = ["CHECKS", "check_names"]


def check_names(context: Context) -> Iterator[Finding]:
    """People, organisations, places and acronyms are the source's (EDITORIAL.md, « Facts », 3)."""
    return each(context, "names", _names)


def _names(claim: Claim, links: Sequence[Link], context: Context) -> Iterator[Finding]:
    if claim.statement.place.startswith("actions"):
        return
    yield from compare_names(claim.statement, context.known, context.source.statements)
    if claim.stance == "fact" and claim.statement.place.startswith(("body", "sections")):
        told = [one.statement for one in links if one.strength >= PLAUSIBLE]
        told += [one for one in answered(claim.statement, context.source) if one not in told]
        yield from one_of_its_kind(claim.statement, told, around(links, context.source))
    if not read_names(claim.statement.text):
        return
    found = []
    if claim.stance == "fact" and near(links):
        at = nearness(claim, context.source)
        near_by = around(links, context.source)
        found = list(misplaced_names(claim.statement, near_by, context.source.statements, at))
    found = found or list(names_for_others(claim.statement, context.source))
    if not found and claim.stance == "fact" and claim.statement.place.startswith(("body", "sections")):
        found = [
            *names_in_place_of_others(claim.statement, context.source),
            *kinds_exchanged(claim.statement, context.source),
            *presented_as_another(claim.statement, context.source),
        ]
    yield from found


CHECKS: tuple[Check, ...] = (
    Check(
        codes=("name-unknown", "name-altered", "name-elsewhere"),
        english="People, organisations, places and acronyms are the source's, or their recognised French forms.",
        french="Personnes, organisations, lieux et sigles sont ceux de la source, ou leur forme française reconnue.",
        example="« Lind » là où la source écrit “Lund”",
        run=check_names,
    ),
)
