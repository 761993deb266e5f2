"""The scorers: small claims about a draft, each answered with a value and a reason, or not at all."""

from evals.scorers.registry import SCORERS, Scorer, score_all
from evals.scorers.subject import Subject

__all__ = ["SCORERS", "Scorer", "Subject", "score_all"]
