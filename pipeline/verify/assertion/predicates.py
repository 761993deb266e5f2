"""What is denied, word by word: the verb that "not" governs, and the word that renders it.

Clauses are too long for their embedding to tell yes from no; words are not. A denied verb of one side is looked up on
the other by its likeness alone, and only then is asked whether it is denied there too.
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.embedding import Vectors, embed
from pipeline.verify.alignment import Word, chunk_at, content_words, likeness
from pipeline.verify.assertion.certainty import near_words
from pipeline.verify.assertion.cues import CUES, LACKING
from pipeline.verify.assertion.denied import (
    DENYING,
    HINDERING,
    IS_NOT,
    NO_NEAR,
    NOT,
    NOT_YET,
    OF_THINGS,
    SAYS_LITTLE,
    WILLING,
    Governed,
    denied_words,
    plain_words,
    says_no,
    verbs_of,
)
from pipeline.verify.assertion.kept import is_only_not_before
from pipeline.verify.clauses import is_bounded, is_outdone, is_required, is_supposed, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["ALIKE", "LOOSE", "RIVAL", "SURELY", "as_near", "is_denied_there", "turned_denials"]

# Words nearer than ALIKE translate each other, and one less near by RIVAL may be the one that was meant. Where nothing in
# the whole sentence denies or doubts, LOOSE is near enough.
ALIKE, LOOSE, RIVAL = 0.64, 0.6, 0.06
# From SURELY on two words are one verb in two languages; below LOOSELY they have nothing in common.
SURELY, LOOSELY = 0.75, 0.5
# A denied word of the claim renders a denied word that it is so like, if by another name.
RENDERED = 0.55
# What is denied elsewhere must be the same word to excuse a denial here.
SAME = 0.64
# A verb less like another renders it where what it acts on is the same: "changed its formula", « retouché sa formule ».
BESIDE, SAME_OBJECT = 0.47, 0.7
# A passage farther from the claim than another by this much does not tell in its place what that one says.
FARTHER = 0.2


def turned_denials(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """A verb that one side denies and the other affirms; titles and headings hold too few words to tell."""
    if claim.place.endswith("heading") or claim.place.startswith(("title", "seo")):
        return
    yield from _added(claim, near)
    yield from _lost(claim, near)


def _added(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    theirs = [(one, word) for one in near for word in content_words(one.text, side_of(one))]
    least = ALIKE if any(NO_NEAR[side_of(one)].search(one.text) for one in near) else LOOSE
    cues = _by_cue(denied_words(claim.text, "fr"))
    for cue, governed in cues.items():
        if not theirs or NOT_YET.match(claim.text, cue[0]):
            continue
        # « N’entend pas ouvrir »: what is denied is that it opens.
        words = governed[1:] if len(governed) > 1 and WILLING.fullmatch(governed[0].text) else governed
        row = likeness(words[0], [word for _, word in theirs])
        at = int(row.argmax())
        if row[at] < least and words[1:]:
            fit = [n for n in range(len(theirs)) if row[n] >= BESIDE and _is_done_to(words[1], *theirs[n])]
            at = max(fit, key=lambda n: float(row[n]), default=at)
        best = float(row[at])
        if best < (BESIDE if words[1:] and _is_done_to(words[1], *theirs[at]) else least):
            continue
        rivals = [theirs[n] for n in range(len(theirs)) if row[n] >= max(min(least, best), best - RIVAL)]
        if any(
            says_no(one.text, side_of(one), word.start) and not _both_refuse(words[0], word, one)
            for one, word in rivals
        ):
            continue
        statement, word = theirs[at]
        if is_only_not_before(claim.text, cue[0], statement.text):
            continue
        # It denies as often as we do: the same denial, hung on another verb, unless this is surely the verb it affirms.
        refused = [one.word for one in denied_words(statement.text, side_of(statement))]
        sure = best >= SURELY and IS_NOT.match(claim.text, cue[0])
        if len(_by_cue(denied_words(statement.text, side_of(statement)))) >= len(cues) and (
            not sure or float(likeness(words[0], refused).max()) >= LOOSELY
        ):
            continue
        said = cited(near_words(statement, word.start), statement)
        message = f"Le texte nie ce que la source semble affirmer, {said}\u00a0: retirez la négation, ou vérifiez."
        yield found_in(claim, (cue[0], words[0].end), "negation-added", "warning", message, [statement])


# « N’a pas refusé » for "refused": the word that denies in the source is the one that is denied here.
_REFUSING = {
    "fr": re.compile(
        r"refus|rejet|repouss|écart|interdi|exclu|empêch|bloqu|annul|suspend|dément|contest|reni|retir|abandon|manqu|perd"
    ),
    "en": re.compile(
        r"refus|reject|bar|ban|forb|exclud|prevent|block|cancel|suspend|den[iy]|disput|withdr|abandon|miss|lost|los[ei]|vot"
    ),
}


_REFUSES_TO = re.compile(r"(?:refus\w+|declin\w+|fail\w*)(?:, \w+,| \w+ly| again)? to\b", re.I)
_REFUSES_FR = re.compile(r"refus|déclin|renon|rechign", re.I)


def _both_refuse(ours: Word, theirs: Word, statement: Statement) -> bool:
    """Whether two words deny by themselves, and nothing else does in the stretch of the source."""
    side = side_of(statement)
    if not _REFUSING["fr"].match(ours.text) or not _REFUSING[side].match(theirs.text):
        return False
    # « Sans interdire » for "refused to ban": what is refused is what we deny.
    if side == "en" and _REFUSES_TO.match(statement.text, theirs.start) and not _REFUSES_FR.match(ours.text):
        return False
    start, end = chunk_at(statement.text, theirs.start)
    return not NO_NEAR[side].search(statement.text, start, theirs.start) and not NOT[side].search(
        statement.text, theirs.end, end
    )


def _is_done_to(thing: Word, statement: Statement, verb: Word) -> bool:
    """Whether the same thing follows a word of the source as follows a French verb."""
    words = content_words(statement.text, side_of(statement))
    after = [one for one in words if verb.end < one.start <= verb.end + 40]
    return bool(after) and float(likeness(thing, after).max()) >= SAME_OBJECT


# "Who asked not to be named": French leaves it at « un responsable ».
_STAYS_UNNAMED = re.compile(
    r"(?:not|never|declin\w+|refus\w+)(?: wish| want)?(?: to)? (?:to )?be(?:ing)? (?:publicly )?(?:named|identified|quoted)\b|without (?:being|giving) (?:named|identified|(?:his|her|their) names?)\b",
    re.I,
)


_OF_SAYING = re.compile(
    r"sa(?:y|id)|t[eo]ld?l?|confirm|den[iy]|admit|acknowledg|claim|warn|announc|report|disclos|reveal|explain|specif|stat|mention|suggest|indicat|comment|promis|know|think|believ",
    re.I,
)
_THAT = re.compile(r"(?: [\w’-]+){0,2} qu(?:e |[’'])")


def _says_that(text: str, word: Word) -> bool:
    """« Prévient que »: who says something renders no deed that the source denies."""
    return bool(CUES["fr"]["reported"].match(text, word.start)) and _THAT.match(text, word.end) is not None


def _lost(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    least = ALIKE if NO_NEAR["fr"].search(claim.text) or DENYING["fr"].search(claim.text) else LOOSE
    refused = [one.word for one in denied_words(claim.text, "fr")]
    for statement in near:
        for cue, words in _by_cue(denied_words(statement.text, side_of(statement))).items():
            if HINDERING.match(words[0].text) or is_supposed(statement.text, cue[0]):
                continue
            if _STAYS_UNNAMED.match(statement.text, cue[0]):
                continue
            if (
                is_outdone(statement.text, cue[1], claim.text)
                or is_bounded(statement.text, cue[1], claim.text)
                or is_required(statement.text, claim.text)
            ):
                continue
            of_things = OF_THINGS.match(statement.text, cue[0])
            ours = plain_words(claim.text, "fr") if of_things else verbs_of(claim.text)
            if not _OF_SAYING.match(words[0].text):
                ours = tuple(one for one in ours if not _says_that(claim.text, one))
            if not ours:
                continue
            cosines = likeness(words[0], ours)
            best = int(cosines.argmax())
            if float(cosines[best]) < least and words[1:]:
                best = _acting_on(words[1], claim.text, ours, cosines, best)
            on_the_same = bool(words[1:]) and _acts_on(words[1], claim.text, ours[best])
            like = float(cosines[best])
            if like < (BESIDE if on_the_same else least) or _says_no_besides(claim.text, ours[best], like):
                continue
            # It denies as often, if in a word of its own, « étrangère au dossier », and this is not surely the verb denied.
            if float(cosines[best]) < SURELY and not on_the_same and _denies_by_words(claim.text, statement):
                continue
            if not on_the_same and _tells_otherwise(words, refused):
                continue
            if _is_affirmed(ours[best], words[0], statement, as_near(claim, statement, near)):
                continue
            said = cited(near_words(statement, cue[0]), statement)
            message = f"La négation de la source semble perdue, {said}\u00a0: rétablissez-la, ou vérifiez."
            yield found_in(claim, (ours[best].start, ours[best].end), "negation-lost", "warning", message, [statement])


def _says_no_besides(text: str, verb: Word, like: float) -> bool:
    """« A suspendu » for "did not suspend": a word that says no of itself denies nothing where it is surely the verb denied."""
    if like >= SURELY:
        text = text[: verb.start] + "_" * (verb.end - verb.start) + text[verb.end :]
    return says_no(text, "fr", verb.start)


def _tells_otherwise(words: Sequence[Word], refused: Sequence[Word]) -> bool:
    """« Réceptionnés sans contrôle » for "accepted without inspecting": whether another word of the claim is denied for it."""
    if refused and float(likeness(words[0], refused).max()) >= RENDERED:
        return True
    return bool(SAYS_LITTLE.match(words[0].text)) and len(words) > 1


_LACKS = re.compile(rf"\b(?:{LACKING})\b", re.IGNORECASE)


def _denies_by_words(text: str, statement: Statement) -> bool:
    """Whether a French sentence has as many denials, one of them a word that denies by itself, as a passage has."""
    lacking = sum(1 for _ in _LACKS.finditer(text))
    theirs = len(_by_cue(denied_words(statement.text, side_of(statement))))
    return bool(lacking) and lacking + len(_by_cue(denied_words(text, "fr"))) >= theirs


def _acts_on(thing: Word, text: str, verb: Word) -> bool:
    """Whether the same thing follows a French verb as follows the verb of the source."""
    after = [one for one in plain_words(text, "fr") if verb.end < one.start <= verb.end + 40]
    return bool(after) and float(likeness(thing, after).max()) >= SAME_OBJECT


def _acting_on(thing: Word, text: str, verbs: Sequence[Word], cosines: Vectors, best: int) -> int:
    """The verb most like the denied one among those that act on the same thing; `best` where none does."""
    fit = [n for n, one in enumerate(verbs) if float(cosines[n]) >= BESIDE and _acts_on(thing, text, one)]
    return max(fit, key=lambda n: float(cosines[n]), default=best)


def is_denied_there(claim: Statement, start: int, end: int, statements: Sequence[Statement]) -> bool:
    """Whether one of the statements denies what a denial of the claim, at this place, denies."""
    ours = [one.word for one in denied_words(claim.text, "fr") if one.cue[0] < end and start < one.word.end]
    theirs = [one.word for each in statements for one in denied_words(each.text, side_of(each))]
    return bool(theirs) and any(float(likeness(one, theirs).max()) >= SAME for one in ours)


def _by_cue(governed: Sequence[Governed]) -> dict[tuple[int, int], list[Word]]:
    found: dict[tuple[int, int], list[Word]] = {}
    for one in governed:
        found.setdefault(one.cue, []).append(one.word)
    return found


def _is_affirmed(ours: Word, denied: Word, home: Statement, near: Sequence[Statement]) -> bool:
    """Whether the source also has, un-denied, a word that the draft's may render as well."""
    others = [
        word
        for one in near
        for word in content_words(one.text, side_of(one))
        if not (one is home and word == denied) and not says_no(one.text, side_of(one), word.start)
    ]
    if not others:
        return False
    cosines = likeness(ours, [denied, *others])
    return float(cosines[1:].max()) >= max(ALIKE, float(cosines[0]) - RIVAL)


def as_near(claim: Statement, statement: Statement, near: Sequence[Statement]) -> list[Statement]:
    """The statements that the claim renders about as well as this one, which is among them."""
    cosines = embed([one.text for one in near]) @ embed([claim.text])[0]
    least = float(embed([statement.text])[0] @ embed([claim.text])[0]) - FARTHER
    return [one for one, cosine in zip(near, cosines, strict=True) if float(cosine) >= least]
