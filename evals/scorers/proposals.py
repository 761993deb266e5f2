"""Proposals: valid, of this story, different from one another, with a signal that can be observed."""

import re
from collections.abc import Iterable
from itertools import combinations

from evals.results import Score
from evals.scorers.subject import Subject
from schemas.draft import Analyse

__all__ = ["proposals_hold"]

_NAME = re.compile(r"\b[A-ZÀ-Ý][\w’'-]{2,}")
_ALIKE = 0.6


def proposals_hold(subject: Subject) -> Score:
    """The mean of four shares: valid, specific, different, with an observable signal (EDITORIAL.md, « An action »)."""
    draft, article = subject.draft, subject.outcome.article
    if not isinstance(draft, Analyse) or article is None:
        return Score(scorer="", reason="sans objet\u00a0: une synthèse n’a pas de pistes")
    if not draft.actions:
        return Score(scorer="", value=0.0, reason="aucune piste")
    pointed: dict[str, set[str]] = {}
    for one in subject.findings:
        if one.part.startswith("actions["):
            pointed.setdefault(one.part.split(".")[0], set()).add(one.code)
    codes = [pointed.get(f"actions[{n}]", set()) for n in range(len(draft.actions))]
    names = set(_NAME.findall(f"{article.title} {article.text}"))
    signals = [any(code.startswith("action-signal") for code in one) for one in codes]
    shares = {
        "valides": _share(not any(c.startswith("action") and "signal" not in c for c in one) for one in codes),
        "propres à l’affaire": _share(
            "action-generic" not in found and bool(names & set(_NAME.findall(f"{one.title} {one.description}")[1:]))
            for one, found in zip(draft.actions, codes, strict=True)
        ),
        "différentes": _different(draft),
        "signal observable": _share(
            bool(one.signal.strip()) and not wrong for one, wrong in zip(draft.actions, signals, strict=True)
        ),
    }
    return Score(
        scorer="",
        value=sum(shares.values()) / len(shares),
        reason=", ".join(f"{key} {value:.0%}" for key, value in shares.items()),
    )


def _share(held: Iterable[bool]) -> float:
    answers = list(held)
    return sum(answers) / len(answers)


def _different(draft: Analyse) -> float:
    """The share of pairs that differ in kind and in most of their words."""
    pairs = list(combinations(draft.actions, 2))
    if not pairs:
        return 1.0
    apart = [one.kind != other.kind and _overlap(one.description, other.description) < _ALIKE for one, other in pairs]
    return sum(apart) / len(pairs)


def _overlap(one: str, other: str) -> float:
    mine, theirs = (set(re.findall(r"\w{4,}", text.lower())) for text in (one, other))
    return len(mine & theirs) / max(min(len(mine), len(theirs)), 1)
