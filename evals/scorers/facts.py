"""Facts: what a draft must say of its source, and what it quotes."""

import re

from evals.results import Score
from evals.scorers.subject import Subject
from schemas.draft import Analyse

__all__ = ["claims_are_supported", "facts_are_recalled", "quotes_are_exact"]


def facts_are_recalled(subject: Subject) -> Score:
    """The share of the case's main facts that the draft carries."""
    facts = subject.case.facts
    if not facts:
        return Score(scorer="", reason="le cas ne liste aucun fait")
    text = subject.text
    missing = [one for one in facts if not one.met_in(text)]
    said = "; ".join(f"{one.id} ({one.french})" for one in missing)
    return Score(
        scorer="",
        value=(len(facts) - len(missing)) / len(facts),
        reason=f"manquent\u00a0: {said}" if missing else "tous les faits y sont",
    )


def quotes_are_exact(subject: Subject) -> Score:
    """The share of the draft's quotations whose original is one passage of the source, word for word."""
    article = subject.outcome.article
    if not isinstance(subject.drafted, Analyse) or article is None:
        return Score(scorer="", reason="sans objet\u00a0: une synthèse n’a pas de citation à part")
    if not subject.drafted.quotes:
        return Score(scorer="", reason="sans objet\u00a0: aucune citation retenue")
    source = _plain(" ".join((article.title, article.description or "", *(one.text for one in article.paragraphs))))
    wrong = [one for one in subject.drafted.quotes if not one.original or _plain(one.original) not in source]
    share = 1 - len(wrong) / len(subject.drafted.quotes)
    reason = "introuvables\u00a0: " + " | ".join(one.original or one.translation for one in wrong)
    return Score(scorer="", value=share, reason=reason if wrong else f"{len(subject.drafted.quotes)} exactes")


def claims_are_supported(subject: Subject) -> Score:
    """The share of the judged claims that the judge finds in the source, over all its readings of the draft."""
    judgements = subject.outcome.judgements
    readings = [one for one in judgements if one.count("supported") + one.count("unsupported")]
    if not readings:
        trouble = next((one.trouble for one in judgements if one.trouble), "aucun juge n’a lu ce brouillon")
        return Score(scorer="", reason=trouble)
    shares = [one.count("supported") / (one.count("supported") + one.count("unsupported")) for one in readings]
    contested = sorted(
        {verdict.text for one in readings for verdict in one.verdicts if verdict.ruling == "unsupported"}
    )
    apart = f"\u00a0; d’une lecture à l’autre, {max(shares) - min(shares):.2f} d’écart" if len(readings) > 1 else ""
    said = f"contestées\u00a0: {' | '.join(contested)}" if contested else "aucune phrase contestée"
    return Score(scorer="", value=sum(shares) / len(shares), reason=said + apart)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
