"""Ruled out, or left open: « exclut » for what is still possible, « n’exclut pas » for what is ruled out."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.verify.alignment import chunk_at
from pipeline.verify.assertion.certainty import near_words
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["ruled_out_otherwise"]

_EXCLUDES = re.compile(
    r"\b(?:exclu(?:t|ent|ait|aient|ant)|(?:a|ont|avait|avaient) (?:\w+ment )?exclu|écart(?:e|ent|ait)(?= (?:toute?|l[’']idée|la possibilité|l[’']hypothèse|l[’']option))|"
    r"ferm(?:e|ent|é) la porte|il n[’']est pas question|hors de question|(?:est|sont|semble|reste) (?:\w+ment )?(?:exclue?s?|écartée?s?)(?! d))\b",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(
    r"\bn[’'](?:a |ont |avait |est |sont )?(?:exclu(?:t|ent|ait|ant|e|s|es)?|écart\w+) (?:pas|nullement|plus)\b|\b(?:laisse|laissent|laissé) la porte ouverte|\bne ferme(?:nt)? pas la porte|\bn[’'](?:est|a) pas (?:exclu|écarté)\w*",
    re.IGNORECASE,
)
_OUT = {
    "en": re.compile(
        r"\b(?:rul(?:e|es|ed|ing) out|exclud\w+|exclusion|exempt\w*|except\w*|other than|apart from|out of the question|off the table|never|not|no|none|nobody|nothing|neither|nor|cannot|without|unless|"
        r"refus\w+|reject\w*|den(?:y|ies|ied)|declin\w+|dismiss\w*|bar(?:s|red)?|bann?\w*|forb\w+|prohibit\w*|cap(?:s|ped)?|impossible|unlikely|omit\w*|leav(?:e|es|ing) out|left out|only|stop\w*|prevent\w*|against|oppos\w+|discount(?:s|ed))\b|n[’']t\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"\bn(?:e |[’'])|\b(?:exclu\w*|écart\w+|refus\w*|sans|aucune?|sauf|interdi\w+)\b", re.IGNORECASE),
}
_OPEN = {
    "en": re.compile(
        r"\b(?:could|might|(?-i:may)|possib\w+|perhaps|option|open|consider\w*|whether|remain\w*|likely|chance|risk|potential\w*|would|if|not|never|no|cannot|declin\w+|refus\w+)\b|n[’']t\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"\b(?:pourrai\w+|possib\w+|n[’']exclu\w*|peut|peuvent|éventuel\w*|envisag\w+)\b", re.IGNORECASE),
}
_RULED_OUT = {
    "en": re.compile(
        r"\b(?:rul(?:e|es|ed|ing) out|exclud(?:e|es|ed)|out of the question|off the table)\b", re.IGNORECASE
    ),
    "fr": re.compile(r"\b(?:exclu\w*|écart\w+)\b", re.IGNORECASE),
}
_NOT_OUT = {
    "en": re.compile(r"\b(?:not|cannot|never)(?: \w+)? rul(?:e|ed|ing) out|n[’']t (?:\w+ )?rul(?:e|ed) out|(?:unable|refus\w+|declin\w+) to rule out|without ruling out", re.IGNORECASE),
    "fr": re.compile(r"\bn[’']exclu\w* (?:pas|nullement)|\bpas (?:être )?exclu", re.IGNORECASE),
}  # fmt: skip
_DENIED = re.compile(r"(?:\bne |\bn[’']|\bsans |\bpas )(?:en |l[’'])?(?:\w+ )?$", re.IGNORECASE)


def ruled_out_otherwise(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """What is ruled out in the claim and in no passage that it may render, or the other way round."""
    # What sums a text up may draw on passages that it does not resemble.
    if not near or claim.place.startswith(("title", "seo", "standfirst", "tldr")) or claim.place.endswith("heading"):
        return
    for said in _EXCLUDES.finditer(claim.text):
        if _DENIED.search(claim.text[: said.start()]):
            continue
        place = _left_open(near)
        if place is not None:
            message = f"La source n’exclut rien, {cited(place.text, place)}\u00a0: rétablissez ce qui reste possible, ou vérifiez."
            yield found_in(claim, said.span(), "negation-added", "warning", message, [place])
            return
    for said in _LEFT_OPEN.finditer(claim.text):
        for one in near:
            side = side_of(one)
            out = _RULED_OUT[side].search(one.text)
            if out and not _OPEN[side].search(one.text, *chunk_at(one.text, out.start())):
                message = f"La source l’exclut, {cited(near_words(one, out.start()), one)}\u00a0: rétablissez l’exclusion, ou vérifiez."
                yield found_in(claim, said.span(), "negation-lost", "warning", message, [one])
                return


def _left_open(near: Sequence[Statement]) -> Statement | None:
    """The passage that does not rule a thing out, where none does; the first where none has a word that could."""
    kept = next((one for one in near if _NOT_OUT[side_of(one)].search(one.text)), None)
    if kept is not None:
        ruled = (_RULED_OUT[side_of(one)].search(_NOT_OUT[side_of(one)].sub("", one.text)) for one in near)
        return None if any(ruled) else kept
    return None if any(_OUT[side_of(one)].search(one.text) for one in near) else near[0]
