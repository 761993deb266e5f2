"""What someone accuses another of, told by the draft as its own knowledge: verb by verb.

The sentence may still name who accuses, « ce qui a indigné la Ligue »; it no longer gives their word for it.
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.dictionary import readings
from pipeline.embedding import embed
from pipeline.keeping import per_sentence
from pipeline.verify.alignment import Word, chunk_at, content_words, likeness
from pipeline.verify.assertion.certainty import LOST, near_words
from pipeline.verify.assertion.denied import denied_words, plain_words, verbs_of
from pipeline.verify.assertion.predicates import ALIKE, RIVAL, as_near
from pipeline.verify.assertion.tenses import told_verbs
from pipeline.verify.clauses import clauses_of, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.form.infinitives import says_infinitive
from pipeline.verify.prepare import Statement
from pipeline.verify.speech.voices import is_on_someones_word
from schemas.finding import Finding

__all__ = ["allegations_told_as_known"]

_ALLEGES = {
    "en": re.compile(
        r"\b(?:alleg(?:es?|ed|ing)|allegations?(?: [^,;.]{0,50}?)?(?:,? that| of)|alleged to have|accus(?:es?|ed|ing)(?: [^,;]{1,60}?)? of|claim(?:s|ed|ing) that|claim(?:s|ed)(?= (?:the|to|it|he|she|they|\w+ (?:had|have|has|was|were)))|suspect(?:s|ed)? (?:of|that)|"
        r"accusations? (?:of|that)|charg(?:es?|ed) with|contend(?:s|ed)?(?: that)?|rumou?rs? (?:of|that)|reportedly|purportedly|allegedly|(?:is|are|was|were) (?:thought|believed|said|understood|rumou?red) to|"
        r"(?:prosecutors?|the Crown|the prosecution|whistle-?blowers?|critics|opponents|lawsuit|complaint|plaintiffs?|former employees)[^.;]{0,40}? (?:say|says|said|told|argue[sd]?|claim(?:s|ed)?)(?: (?:the )?\w+)?(?: that)?)\b|"
        r"\bfor the (?:Crown|prosecution), (?:told|said)(?: the \w+)? that\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"\b(?:accus\w+ [^,;.]{1,60}? d[e’']|soupçonn\w+ [^,;.]{0,60}?d[e’']|prétend\w* qu[e’']|selon|affirm\w+ qu[e’']|soutien\w+ qu[e’'])", re.I),
}  # fmt: skip
_REACH, _WORDS = 150, 9
# "Who represents seven players" and "and said that" tell of other things.
_ASIDE = re.compile(r"^\s*(?:who|whom|which|whose|where|when)\b", re.IGNORECASE)
_NO_MORE = re.compile(
    r"[.;:]\s|,? (?:and|but|while|although)\b(?: (?:he|she|it|they))? (?:says?|said|add(?:s|ed)|told|denie[sd]|has|have|called|threatened)\b|, (?:and )?(?:he|she|it|they) (?:says?|said|add(?:s|ed)|told)\b|[”\"]"
)
# An adverb doubts its own clause.
_ADVERB = re.compile(r"(?:reportedly|purportedly|allegedly)$", re.IGNORECASE)
# English words that may say what was done, by their form.
_DEED = re.compile(
    r"(?:ed|ing|wn)$|^(?:met|gave|given|hid|hidden|held|kept|sat|told|took|taken|paid|sold|bought|sent|stole|stolen|left|put|won|lost|broke|broken|knew|wrote|written|cut|hit|rang|ran|spent|drew|fed|"
    r"brought|sought|caught|fought|taught|built|dealt|misled|led|fled|bid|bet|shot|struck|swore|tore|wore|forgot|forgotten|chose|chosen|rose|fell|fallen|drove|driven|spoke|spoken|dug|beat|beaten|bled|bribe|abuse|use|pay|give|hide|take|steal|leak|sell)$"
)
# Who denies, and words that only look like verbs.
_NO_DEED = re.compile(
    r"(?:démentir|nier|contester|réfuter|récuser|rejeter|affirmer|assurer|soutenir|dire|accuser|reprocher|dénoncer|fauter|enquêter|être|avoir|faire|falloir|aller|répondre|réclamer|demander|plaider|déclarer|estimer|juger)"
)
# The whole of what is alleged against the clause that tells it, for verbs that answer none of its words.
_SAME, _SHORT = 0.52, 4


@per_sentence
def _alleged(text: str, side: str) -> tuple[tuple[int, str, tuple[Word, ...]], ...]:
    """(place of the cue, what is alleged, its words) for each allegation of a sentence, asides left out."""
    words = plain_words(text, side)
    found = []
    for match in _ALLEGES[side].finditer(text):
        stop = _NO_MORE.search(text, match.end())
        limit = min(stop.start() if stop else len(text), match.end() + _REACH)
        if _ADVERB.search(match.group()):
            limit = min(limit, chunk_at(text, match.end())[1])
        spans = _told_spans(text, match.end(), limit)
        inside = [one for one in words if any(low <= one.start < high for low, high in spans)]
        governed = [one for one in inside if side == "fr" or _DEED.search(one.text)]
        found.append((match.start(), " ".join(text[low:high] for low, high in spans), tuple(governed[:_WORDS])))
    return tuple(found)


def _told_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start, *(one.end() for one in re.compile(r", ?").finditer(text, start, end)), end]
    return [(low, high) for low, high in pairwise(cuts) if low < high and not _ASIDE.match(text[low:high])]


def _deeds(text: str) -> list[Word]:
    """The verbs of a French sentence that tell what was or is done, on nobody's word."""
    done = {one.word.start for one in told_verbs(text) if one.tense == "done"}
    denied = {one.word.start for one in denied_words(text, "fr")}
    return [
        one
        for one in verbs_of(text)
        if one.base and (one.start in done or _is_finite(one.text))
        if one.start not in denied and not _NO_DEED.fullmatch(one.base) and not is_on_someones_word(text, one.start)
    ]


def _is_finite(word: str) -> bool:
    kinds = {one.kind for one in readings(word)}
    return "V" in kinds and "A" not in kinds and not word.endswith("ant") and not says_infinitive(word)


def allegations_told_as_known(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """A verb that answers what a passage only has someone allege, on nobody's word in the claim.

    `near` are the passages that the claim may render, the surest first.
    """
    if claim.place.endswith("heading") or claim.place.startswith(("title", "seo", "standfirst", "tldr")):
        return
    ours = _deeds(claim.text)
    for statement in near if ours else ():
        for at, told, governed in _alleged(statement.text, side_of(statement)):
            mine = _deed_of(ours, governed, as_near(claim, statement, near)) if governed else None
            if mine is None and statement is near[0]:
                mine = _deed_like(claim, ours, told, near)
            if mine is None:
                continue
            said = cited(near_words(statement, at), statement)
            message = f"La source dit {said}\u00a0; {LOST['alleged']}."
            yield found_in(claim, (mine.start, mine.end), "certainty-alleged", "warning", message, [statement])
            return


def _deed_of(ours: Sequence[Word], governed: Sequence[Word], near: Sequence[Statement]) -> Word | None:
    """The verb that answers a word which is only alleged, and no other that the passages have."""
    held = {word for one in near for _, _, words in _alleged(one.text, side_of(one)) for word in words} | set(governed)
    others = [word for one in near for word in content_words(one.text, side_of(one)) if word not in held]
    for mine in ours:
        best = float(likeness(mine, governed).max())
        plain = float(likeness(mine, others).max()) if others else 0.0
        if best >= ALIKE and plain < max(ALIKE, best - RIVAL):
            return mine
    return None


def _deed_like(claim: Statement, ours: Sequence[Word], told: str, near: Sequence[Statement]) -> Word | None:
    """The verb of the clause that tells the whole of what is alleged, more than any other passage."""
    if len(told.split()) < _SHORT:
        return None
    others = [one.text for one in clauses_of(near[1:])]
    for clause in clauses_of([claim]):
        mine = next((one for one in ours if clause.start <= one.start < clause.end), None)
        if mine is None or is_on_someones_word(claim.text, clause.end - 1):
            continue
        cosines = embed([told, *others]) @ embed([clause.text])[0]
        if float(cosines[0]) >= _SAME and float(cosines[0]) >= float(cosines.max()):
            return mine
    return None
