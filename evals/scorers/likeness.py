"""Likeness to the golden article: reported, never gated, since it is one good answer among many."""

from evals.results import Score
from evals.scorers.subject import Subject, draft_text

__all__ = ["meaning_is_near", "words_are_near"]


def words_are_near(subject: Subject) -> Score:
    """chrF between the draft and the golden article, 0 to 100."""
    from sacrebleu.metrics.chrf import CHRF

    if subject.golden is None:
        return Score(scorer="", reason="aucun article de référence")
    value = CHRF().sentence_score(subject.text, [draft_text(subject.golden)]).score
    return Score(scorer="", value=float(value), reason="chrF, sur tous les textes")


def meaning_is_near(subject: Subject) -> Score:
    """The embedding's nearness between the draft's summary texts and the golden's, 0 to 1."""
    if subject.golden is None:
        return Score(scorer="", reason="aucun article de référence")
    value = subject.closeness(subject.text, draft_text(subject.golden))
    return Score(scorer="", value=value, reason="plongement, ligne à ligne")
