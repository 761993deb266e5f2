"""Form: how near the draft's build is to the golden one's, its lengths, its typography, how it reads."""

import re

from evals.results import Score
from evals.scorers.subject import Subject
from pipeline.typography import typeset
from schemas.draft import Analyse, Synthese
from schemas.parts import iter_parts

__all__ = ["lengths_hold", "reads_easily", "structure_is_near", "typography_is_set", "warnings_are_few"]

_LENGTHS = re.compile(r"(-length|-count|-paragraphs)$")
_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]+", re.IGNORECASE)
_MUTE = re.compile(r"[^aeiouyàâäéèêëîïôöùûüœæ](?:e|es|ent)$", re.IGNORECASE)


def structure_is_near(subject: Subject) -> Score:
    """The mean distance, 0 to 1, between the draft's build and the golden article's, feature by feature."""
    if subject.golden is None or subject.golden.format != subject.drafted.format:
        return Score(scorer="", reason="aucun article de référence du même genre")
    ours, theirs = _build(subject.drafted), _build(subject.golden)
    apart = {key: abs(ours[key] - theirs[key]) / max(ours[key], theirs[key], 1.0) for key in theirs}
    worst = max(apart, key=lambda key: apart[key])
    return Score(
        scorer="",
        value=sum(apart.values()) / len(apart),
        reason=f"le plus loin\u00a0: {worst} ({ours[worst]:g} pour {theirs[worst]:g})",
    )


def lengths_hold(subject: Subject) -> Score:
    """How many lengths and counts of EDITORIAL.md the draft misses."""
    missed = [one for one in subject.findings if _LENGTHS.search(one.code)]
    reason = ", ".join(f"{one.code} ({one.part})" for one in missed) or "toutes les longueurs tiennent"
    return Score(scorer="", value=float(len(missed)), reason=reason)


def typography_is_set(subject: Subject) -> Score:
    """The share of texts that the house's typography would leave as they are and that no rule points at."""
    parts = [one for one in iter_parts(subject.drafted) if one.text and not one.path.endswith((".speaker", ".outlet"))]
    pointed = {one.part for one in subject.findings if one.code.startswith("typography-")}
    wrong = [
        one.path for one in parts if one.path in pointed or typeset(one.text, subject.drafted.typography) != one.text
    ]
    share = 1 - len(wrong) / max(len(parts), 1)
    return Score(
        scorer="", value=share, reason="à reprendre\u00a0: " + ", ".join(wrong) if wrong else "tout est composé"
    )


def warnings_are_few(subject: Subject) -> Score:
    """How many warnings a reviewer has to look at: fillers, empty words, calques, weak support."""
    codes = sorted({one.code for one in subject.findings if one.severity == "warning"})
    count = sum(one.severity == "warning" for one in subject.findings)
    return Score(scorer="", value=float(count), reason=", ".join(codes) or "aucun point à voir")


def reads_easily(subject: Subject) -> Score:
    """Reading ease after Kandel and Moles (Flesch for French), 0 hard to 100 easy; syllables are estimated."""
    text = subject.text
    words = re.findall(r"[^\W\d_]+", text)
    sentences = max(len(re.findall(r"[.!?…]+(?=\s|$)|\n", text)), 1)
    if len(words) < 50:
        return Score(scorer="", reason="trop court pour être jugé")
    syllables = sum(_syllables(one) for one in words)
    ease = 207 - 1.015 * len(words) / sentences - 73.6 * syllables / len(words)
    return Score(scorer="", value=min(max(ease, 0.0), 100.0), reason=f"{len(words) / sentences:.0f} mots par phrase")


def _syllables(word: str) -> int:
    groups = len(_VOWELS.findall(word))
    return max(groups - (1 if groups > 1 and _MUTE.search(word) else 0), 1)


def _build(draft: Analyse | Synthese) -> dict[str, float]:
    """The features of a draft's build; names are French, since a report shows them."""
    if isinstance(draft, Analyse):
        return {
            "titre": len(draft.title),
            "chapô": len(draft.standfirst),
            "paragraphes": len(draft.body),
            "signes du corps": sum(len(one.text) for one in draft.body),
            "citations": len(draft.quotes),
            "vigilance": len(draft.watchpoints),
            "pistes": len(draft.actions),
        }
    blocks = [block for section in draft.sections for block in section.blocks]
    return {
        "titre": len(draft.title),
        "points du TL;DR": len(draft.tldr),
        "sections": sum(one.level == 2 for one in draft.sections),
        "blocs": len(blocks),
        "listes": sum(one.kind == "list" for one in blocks),
        "signes": sum(len(one.text) for one in blocks),
        "mots du slug": len(draft.slug.split("-")),
    }
