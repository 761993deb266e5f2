"""What a draft took: reported, for a person to weigh."""

from evals.results import Score
from evals.scorers.subject import Subject

__all__ = ["cost", "latency", "tokens"]


def cost(subject: Subject) -> Score:
    """The cost of the case's replies, in the price list's currency."""
    usage = subject.outcome.usage
    return Score(
        scorer="", value=usage.cost, reason=f"{usage.calls} appels" if usage.cost is not None else "prix inconnu"
    )


def tokens(subject: Subject) -> Score:
    """Tokens written by the model."""
    usage = subject.outcome.usage
    if not usage.tokens_out:
        return Score(scorer="", reason="jetons inconnus")
    said = f"{usage.tokens_in} lus, dont {usage.tokens_cached} en mémoire"
    return Score(scorer="", value=float(usage.tokens_out), reason=said)


def latency(subject: Subject) -> Score:
    """Seconds that the calls took when they were made."""
    if not subject.outcome.usage.seconds:
        return Score(scorer="", reason="durée inconnue")
    return Score(scorer="", value=subject.outcome.usage.seconds, reason=f"{subject.outcome.usage.calls} appels")
