"""Every scorer there is, in the order a report shows them, and what a gate makes of each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from evals.results import Score
from evals.scorers import facts, form, likeness, proposals, soundness, spending
from evals.scorers.subject import Subject

__all__ = ["SCORERS", "Scorer", "score_all"]

Standing = Literal["gated", "reported"]


@dataclass(frozen=True)
class Scorer:
    """A claim, what answers it, and how it is read. A mean that is worse by no more than `tolerance` is no regression.

    `applies` says to which outcomes: `draft` where a draft was wanted and came, `attempt` also where none came,
    `judged` where a judge read it as well, `stop` where the source had to be stopped.
    """

    name: str
    french: str
    ask: Callable[[Subject], Score]
    higher_is_better: bool
    tolerance: float = 0.0
    standing: Standing = "gated"
    applies: Literal["draft", "attempt", "judged", "stop"] = "draft"


SCORERS: tuple[Scorer, ...] = (
    Scorer("schema_holds", "Le brouillon a ses parties", soundness.schema_holds, True, 0.0, applies="attempt"),
    Scorer("source_is_stopped", "Source arrêtée", soundness.source_is_stopped, True, 0.0, applies="stop"),
    Scorer("nothing_blocks", "Points bloquants", soundness.nothing_blocks, False, 0.3),
    Scorer("no_trap_is_taken", "Pièges pris", soundness.no_trap_is_taken, False, 0.0),
    Scorer("facts_are_recalled", "Faits retrouvés", facts.facts_are_recalled, True, 0.04),
    Scorer("quotes_are_exact", "Citations exactes", facts.quotes_are_exact, True, 0.0),
    Scorer("structure_is_near", "Écart de structure", form.structure_is_near, False, 0.05),
    Scorer("proposals_hold", "Pistes d’action", proposals.proposals_hold, True, 0.05),
    Scorer("lengths_hold", "Longueurs manquées", form.lengths_hold, False, 0.5),
    Scorer("warnings_are_few", "Points à voir", form.warnings_are_few, False, 1.0),
    Scorer("typography_is_set", "Typographie", form.typography_is_set, True, 0.02),
    Scorer("reads_easily", "Lisibilité", form.reads_easily, True, 5.0),
    Scorer(
        "claims_are_supported", "Avis du juge", facts.claims_are_supported, True, standing="reported", applies="judged"
    ),
    Scorer("words_are_near", "Proximité chrF", likeness.words_are_near, True, standing="reported"),
    Scorer("meaning_is_near", "Proximité de sens", likeness.meaning_is_near, True, standing="reported"),
    Scorer("cost", "Coût", spending.cost, False, standing="reported"),
    Scorer("tokens", "Jetons écrits", spending.tokens, False, standing="reported"),
    Scorer("latency", "Secondes d’appels", spending.latency, False, standing="reported"),
)


def score_all(subject: Subject) -> tuple[Score, ...]:
    """Each scorer's word on what became of a case; nothing at all where nothing is known of it."""
    if subject.outcome.state == "unscored":
        return ()
    return tuple(_asked(one, subject) for one in SCORERS if _applies(one, subject))


def _applies(scorer: Scorer, subject: Subject) -> bool:
    if subject.case.expects != "draft":
        return scorer.applies == "stop"
    if scorer.applies == "draft":
        return subject.draft is not None
    if scorer.applies == "judged":
        return bool(subject.outcome.judgements)
    return scorer.applies == "attempt"


def _asked(scorer: Scorer, subject: Subject) -> Score:
    """The score under the scorer's name. A scorer that fails has said nothing: that is not a zero."""
    try:
        score = scorer.ask(subject)
    except (ValueError, KeyError, IndexError, ArithmeticError, AttributeError, TypeError) as error:
        return Score(scorer=scorer.name, reason=f"non noté\u00a0: {type(error).__name__}\u00a0: {error}")
    return score.model_copy(update={"scorer": scorer.name})
