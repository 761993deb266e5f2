"""Verification: a French draft held against its source, by rules first.

`registry` lists the checks. They and what they compare stand in rooms by its kind:
`quantities`, `times`, `proper_names`, `offices`, `deeds`, `speech`, `assertion`, `scope`, `reasons`, `form`.
What all of them read is here: an article prepared once, the claims of a draft, words and clauses of both languages.
"""

from pipeline.verify.claims import evidence_for
from pipeline.verify.compare import compare, compare_sense
from pipeline.verify.context import Context
from pipeline.verify.registry import CHECKS
from schemas.article import Article
from schemas.draft import Analyse, Synthese
from schemas.finding import Finding, Support, Verification
from schemas.house import House
from schemas.parts import iter_parts

__all__ = ["compare", "compare_sense", "verify"]


def verify(draft: Analyse | Synthese, article: Article, *, house: House) -> Verification:
    """All findings on a draft, and what supports each of its sentences. The same input gives the same outcome.

    What was found of a sentence is kept: after an edit the same call costs little more than the sentences that changed.
    """
    context = Context(draft, article, house, tuple(iter_parts(draft)))
    findings: dict[Finding, None] = {}
    for check in CHECKS:
        findings.update(dict.fromkeys(check.run(context)))
    return Verification(findings=tuple(findings), supports=_supports(context))


def _supports(context: Context) -> tuple[Support, ...]:
    return tuple(
        Support(
            part=claim.statement.place,
            start=claim.statement.start,
            end=claim.statement.end,
            stance=claim.stance,
            evidence=evidence_for(links),
        )
        for claim, links in context.claims
    )
