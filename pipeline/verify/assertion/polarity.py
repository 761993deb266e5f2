"""Yes and no: each negated clause against what it renders, with and without its negation.

A clause with its negation taken out lies nearer to its source where the source affirms, and farther where it denies:
the embedding weighs both, words of negation on the other side decide.
"""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

import numpy as np

from pipeline.embedding import embed
from pipeline.verify.alignment import content_words, likeness
from pipeline.verify.assertion.certainty import near_words
from pipeline.verify.assertion.cues import CUES, DENIES, HARD_NEGATION, LACKING
from pipeline.verify.assertion.kept import is_only_not_before, is_said_without_no
from pipeline.verify.assertion.predicates import is_denied_there
from pipeline.verify.clauses import (
    Clause,
    clauses_of,
    clauses_with,
    is_bounded,
    is_outdone,
    is_required,
    is_supposed,
    side_of,
)
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["affirmed", "denials_added", "denials_exceeding", "denials_lost", "is_denial_of"]

# Cosines of clauses lie lower than those of whole sentences: below, two clauses say different things.
PAIRED = 0.36
# A clause nearer than this to another passage renders that one; from SURELY on the pair is a translation.
RIVAL, SURELY = 0.12, 0.5
# How much nearer the affirmed clause must lie: beside no word of negation, a soft one ("lost"), a plain one ("not").
NEARER = {"none": -0.01, "soft": 0.0, "plain": 0.03}

_PLAIN_NO = {
    "en": re.compile(
        r"\b(?:not|cannot|never|no|none|nobody|nothing|neither|nor|without|den(?:y|ies|ied|ying|ial)|refus\w+|declin(?:es?|ed) to|r[ua]n(?:s|ning)? out|rul(?:e|es|ed|ing) out|(?:has|have|had|is|are|was|were) yet to)\b|n['’]t\b",
        re.I,
    ),
    "fr": re.compile(
        r"\bn['’]|\b(?:ne|pas|sans|aucune?|non|refus\w*|dément\w*|interdi\w+|rien|jamais|ni|nul|nulle|garde)\b", re.I
    ),
}
_SOFT_NO = {
    "en": re.compile(
        r"\b(?:fail\w*|lack\w*|reject\w*|unable|hardly|barely|bans?|banned|bars?|barred|forb\w+|prevent\w*|keeps? \w+ from|stop(?:s|ped)?|"
        r"only|few|little|rather|instead|unlike|unless|lest|disput\w+|missing|yet to|until|away from|gone|lost|halt\w*|r[ua]n(?:s|ning)? out|out of|rul(?:e|es|ed|ing) out|contrary|lapsed?|exempt\w*|dissent\w*|drop(?:s|ped)?|"
        r"un(?!der|til|i|less|e |ion)\w{4,}|im(?:possible|proper)\w*)\b",
        re.I,
    ),
    "fr": re.compile(r"\b(?:rejet\w*|seul\w*|impossib\w+|exclu\w*|cess\w+|manqu\w*)\b", re.I),
}
_OURS_NO = re.compile(
    r"\bn[’']|\b(?:ne|pas|jamais|aucune?s?|rien|nul|nulle|ni|sans|sauf|refus\w*|" + DENIES + r"|échou\w+|"
    r"échec\w*|absen\w+|manqu\w+|reje\w+|non|impossib\w+|incapa\w+|interdi\w+|empêch\w+|contest\w+|exclu\w*|oppos\w+|"
    r"faute de|dépourvu\w*|peu|rarement|à peine|plutôt que|au lieu de|cess\w+|suspen\w+|abandonn\w+|renonc\w+|hors de|hors|en dehors|à l[’']écart|contrairement|"
    r"in(?:connu|certain|chang|utile|suffisant|exact|justifi|édit|achev|aperçu|existant|occupé|complet|valid|disponib|opérant|appliqu|accompli|accessib|habité|tact|visib|vendu|satisf|expliqu|explor|efficac|égal|employ)\w*|il(?:légal|licite|limit)\w*|évit(?!ab)\w+|infond\w+|réfut\w+|récus\w+|s[’']en défend\w*|s[’']inscri\w+ en faux|"
    r"omi(?:s|se|t|ttre|ttent)|oubli\w+|néglig\w+|disparu\w*|tai(?:t|re|sent)|silence|mu(?:et|ette)s?|perd\w*|secr[eè]t\w*|garde de|anonym\w+|attend\w* (?:toujours|encore)|"
    + LACKING
    + r")\b",
    re.I,
)
_DENIED = {
    "en": re.compile(
        HARD_NEGATION["en"].pattern
        # "kroner, not dollars" sets one thing against another; what it says without the other is still true.
        + r"|\b(?:(?<!, )(?<!; )not(?! only)|nothing|nor|no(?! (?:more|less|\w+er) than| confidence\b|-)|without|disputed|(?<!\ba )(?<!the )(?<!this )(?<!pay )(?<!month )(?<!year )(?<!labour )(?<!long )disputes? (?:the|that|its|his|her|their|any|this|it)\b|reject(?:s|ed)|contests?|(?:has|have|had|is|are|was|were) yet to)\b",
        re.I,
    ),
    "fr": HARD_NEGATION["fr"],
}
_AFFIRMED: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "fr": (
        (re.compile(r"\b(?:ne |n[’'])((?:(?:l|s|m|en|y|se|les?|la|lui|leur)[’' ])*[\w’-]+)(?: \w+ment| donc| d[’']ailleurs)? (?:pas|plus|jamais|rien|guère)\b(?: encore)?", re.I), r"\1"),
        (re.compile(r"\b(?:ne|n[’'])(?: pas)? ?", re.I), ""),
        (re.compile(r"\baucun(e?)\b", re.I), r"un\1"),
        (re.compile(r"\bpersonne\b", re.I), "chacun"),
        (re.compile(r"\bjamais\b", re.I), "toujours"),
    ),
    "en": (
        (re.compile(r"\bcannot\b", re.I), "can"),
        (re.compile(r"(\w)n['’]t\b", re.I), r"\1"),
        (re.compile(r" not\b", re.I), ""),
        (re.compile(r"\bnever\b", re.I), "always"),
        (re.compile(r"\b(?:nobody|no one)\b", re.I), "everybody"),
        (re.compile(r"\bnone\b", re.I), "all"),
        (re.compile(r"\bnothing\b", re.I), "something"),
        (re.compile(r"\bneither\b", re.I), "both"),
        (re.compile(r"\bnor\b", re.I), "and"),
        (re.compile(r"\bno longer ", re.I), ""),
        (re.compile(r"\bno\b", re.I), "some"),
        (re.compile(r"\bwithout\b", re.I), "with"),
        (re.compile(r"\bden(?:ied|ies)\b", re.I), "confirmed"),
        (re.compile(r"\b(?:refus(?:es|ed)|declined)\b", re.I), "agreed"),
        (re.compile(r"\b(?:disput(?:es?|ed)|reject(?:s|ed)|contests?)\b", re.I), "accepts"),
        (re.compile(r"\bfail(?:s|ed) to\b", re.I), "managed to"),
    ),
}  # fmt: skip


def _cut(statements: Sequence[Statement]) -> list[Clause]:
    """The clauses of sentences, and the sentences themselves."""
    found = clauses_of(statements)
    return list(dict.fromkeys((*found, *(Clause(one, 0, len(one.text)) for one in statements))))


def affirmed(text: str, side: str) -> str:
    """The text with its negations taken out: no good prose, but the embedding reads it."""
    for pattern, plain in _AFFIRMED[side]:
        text = pattern.sub(plain, text)
    return text


# "Its audits in 2023 and | 2024 had found nothing": what denies is in the rest.
_CUT_SHORT = re.compile(r"\b(?:and|or|et|ou)\s*$")

# "Has yet to decide" is « n’a pas encore décidé », though the embedding finds no denial in it.
_YET_TO = re.compile(r"\b(?:has|have|had|is|are|was|were) yet to\b", re.IGNORECASE)
_NOT_YET = re.compile(r"\bpas encore\b|\btoujours pas\b", re.IGNORECASE)


def denials_added(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """A clause that denies what the passage it renders affirms."""
    theirs = _cut(near)
    for ours in clauses_of([claim]):
        hard = HARD_NEGATION["fr"].search(ours.text)
        if hard is None or not theirs:
            continue
        plain, denied = embed([affirmed(ours.text, "fr"), ours.text]) @ embed([one.text for one in theirs]).T
        best = int(np.argmax(plain + denied))
        gain, pair = float(plain[best] - denied[best]), theirs[best]
        if _YET_TO.search(pair.text) and _NOT_YET.search(ours.text):
            continue
        sure = len(pair.text) < len(pair.statement.text) and float(max(plain[best], denied[best])) >= SURELY
        sure = sure and not _CUT_SHORT.search(pair.text)
        if not sure and _denials(pair.statement.text, side_of(pair.statement)) >= _denials(claim.text, "fr"):
            # It denies as often as we do: the same denial, in another of its clauses.
            continue
        at = ours.start + hard.start()
        if is_denied_there(claim, at, at + 1, [pair.statement]) or is_only_not_before(
            claim.text, at, pair.statement.text
        ):
            continue
        if max(plain[best], denied[best]) >= PAIRED and gain > NEARER[_denies(pair)]:
            span = (ours.start + hard.start(), ours.start + hard.end())
            said = cited(pair.text, pair.statement)
            message = f"Le texte nie ce que la source semble affirmer, {said}\u00a0: retirez la négation, ou vérifiez."
            yield found_in(claim, span, "negation-added", "warning", message, [pair.statement])


_REFUSAL = {
    "fr": re.compile(r"\b(?:refus|rejet|repouss|écart|interdi|exclu|empêch|dément|contest|reni)\w*", re.I),
    "en": re.compile(
        r"\b(?:refus|reject|den(?:y|ies|ied)|disput|forb[ia]d|bann?|exclud|prevent|declin)\w*(?: to)?|rul\w+ out", re.I
    ),
}


def is_denial_of(claim: Statement, at: int, beside: Sequence[Statement]) -> bool:
    """Whether the clause around a place of the claim renders best a clause, of these statements, that denies."""
    ours = next((one for one in clauses_of([claim]) if one.start <= at < one.end), None)
    theirs = clauses_of(beside)
    if ours is None or not theirs:
        return False
    best = theirs[int((embed([one.text for one in theirs]) @ embed([ours.text])[0]).argmax())]
    if _REFUSAL["fr"].search(ours.text):
        # « N’a pas refusé » for "refused": a refusal alone is no denial of one.
        side = side_of(best.statement)
        return bool(_PLAIN_NO[side].search(_REFUSAL[side].sub("", best.text)))
    return _denies(best) == "plain"


def denials_exceeding(
    claim: Statement, source: Statement, beside: Sequence[Statement] = (), *, refusals: bool = False
) -> Iterator[Finding]:
    """A sentence that says no more often than the one it renders, and those `beside` it that it may render too, has a word for it.

    `refusals`: words that refuse or forbid count too, as they do in the source; only where the one surely renders the other.
    """
    ours = list(HARD_NEGATION["fr"].finditer(claim.text))
    side = side_of(source)
    if not ours:
        return
    theirs = {
        (id(one), match.start())
        for one in (source, *beside)
        for words in (CUES[side]["negated"], _SOFT_NO[side], _PLAIN_NO[side])
        for match in words.finditer(one.text)
    }
    if len(ours) + len(_REFUSAL["fr"].findall(claim.text)) * refusals > len(theirs):
        message = f"Le texte nie plus souvent que la source, {cited(source.text, source)}\u00a0: retirez la négation, ou vérifiez."
        yield found_in(claim, ours[-1].span(), "negation-added", "warning", message, [source])


def _denials(text: str, side: str) -> int:
    return sum(1 for _ in _DENIED[side].finditer(text))


def _denies(clause: Clause) -> str:
    side = side_of(clause.statement)
    if _PLAIN_NO[side].search(clause.text):
        return "plain"
    return "soft" if _SOFT_NO[side].search(clause.text) else "none"


_NONE_OF_THOSE = re.compile(
    r"\b(?:and|but|against|versus|with) (?:none|no one|nobody|neither) (?:among|in|of|for|from|at|on) (?:the |those |them )?(?P<whom>[^,.;:]{3,40})",
    re.IGNORECASE,
)
_UNANSWERED = 0.55


def _is_left_out(theirs: Clause, hard: re.Match[str], claim: Statement) -> bool:
    """Whether a denial is of others, "and none among controls", of whom the claim says nothing."""
    match = _NONE_OF_THOSE.search(theirs.text, max(0, hard.start() - 9))
    if match is None or match.start() > hard.start():
        return False
    words = content_words(match["whom"], side_of(theirs.statement))
    ours = content_words(claim.text, "fr")
    return bool(words and ours) and max(float(likeness(one, words).max()) for one in ours) < _UNANSWERED


def denials_lost(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """A denial of the source that the clause which renders it affirms."""
    ours = _cut([claim])
    vectors = embed([one.text for one in ours])
    rendered: list[tuple[Clause, re.Match[str], Clause, float]] = []
    passages = clauses_of(near)
    nearest = (vectors @ embed([one.text for one in passages]).T).max(axis=1) if passages else ()
    for theirs in passages:
        side = side_of(theirs.statement)
        hard = _DENIED[side].search(theirs.text)
        if hard is None or is_supposed(theirs.statement.text, theirs.start + hard.start()):
            continue
        if (
            is_outdone(theirs.text, hard.end(), claim.text)
            or is_bounded(theirs.text, hard.end(), claim.text)
            or is_required(theirs.text, claim.text)
            or _is_left_out(theirs, hard, claim)
        ):
            continue
        plain, denied = embed([affirmed(theirs.text, side), theirs.text]) @ vectors.T
        best = int(np.argmax(plain + denied))
        if is_said_without_no(theirs.text, hard.start(), ours[best].text):
            continue
        if PAIRED <= max(plain[best], denied[best]) >= float(nearest[best]) - RIVAL:
            rendered.append((theirs, hard, ours[best], float(plain[best] - denied[best])))
    # As many clauses deny as in the source: the negation only stands in another clause.
    if len(rendered) <= clauses_with(claim, _OURS_NO):
        return
    for theirs, hard, mine, gain in rendered:
        if gain > NEARER["none"] and not _OURS_NO.search(mine.text):
            said = cited(near_words(theirs.statement, theirs.start + hard.start()), theirs.statement)
            message = f"La négation de la source semble perdue, {said}\u00a0: rétablissez-la, ou vérifiez."
            yield found_in(claim, (mine.start, mine.end), "negation-lost", "warning", message, [theirs.statement])
