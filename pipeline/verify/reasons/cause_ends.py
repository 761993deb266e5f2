"""Causes against the passages that a sentence renders: another one, a rejected one, or cause and effect exchanged."""

# ruff: noqa: E501 - messages in French, each on its line.

import re
from collections.abc import Callable, Iterator, Sequence

from pipeline.embedding import embed
from pipeline.verify.alignment import content_words, likeness
from pipeline.verify.assertion.denied import plain_words
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.reasons.grounds import Ground, grounds_of, purposes_of, rejected_of
from schemas.finding import Finding

__all__ = ["causes_of_another", "causes_rejected", "ends_exchanged"]

# A cause none of whose words, nor itself, answers the source's this much is another; from SAME on two words are one.
_ANOTHER, _UNLIKE, _SAME = 0.56, 0.28, 0.6
# Words all around answer less than this where a cause is of the draft's own making.
_NOWHERE = 0.45
# Two effects from here on are one, so that their causes can be compared.
_ONE_EFFECT = 0.5
# So much nearer crossed than straight, over both ends; the draft's cause is the source's effect, and no cause there.
_CROSSED, _NEAR, _IS_EFFECT, _IS_CAUSE = 0.4, 0.55, 0.75, 0.6
# "Put this down to": what the sentence before tells.
_REFERRING = frozenset(["this", "it", "that", "these", "them"])
_FOR_LACK = re.compile(r"\b(?:faute|manque|absence|défaut) d(?:e |u |es |[’'])$", re.IGNORECASE)
_LACKS = re.compile(r"\b(?:not?|nothing|nobody|none|never|without|lack\w*)\b|n[’']t\b", re.IGNORECASE)
# What may be told as a lack of something: « faute de moyens » for "budget cuts".
_LACKING = re.compile(
    r"\b(?:short\w*|too (?:few|little)|insufficient\w*|inadequa\w+|fail\w*|missing|miss(?:ed|es)?|want of|absence|absent|scarc\w+|need\w*|unable|empty|clos\w+|shut\w*|ran out|run out|fewer|less|low\w*|poor\w*|"
    r"cut\w*|cancel\w*|withdr\w+|gone|los[st]\w*|depart\w*|freez\w+|reduc\w+|f[ae]ll\w*|drop\w*|declin\w+|limited|vacan\w+|un\w{4,}|gap\w*|deficit|weak\w*|sick\w*|strike\w*|dry|drought|dearth|delay\w*|wait\w*|bankrupt\w*)\b",
    re.IGNORECASE,
)
# A long cause is told by its first words.
_HEAD = 4


def _answers(ours: str, theirs: str, side: str) -> float:
    """How like the nearest two words of two causes are."""
    mine, other = content_words(ours, "fr"), content_words(theirs, side)
    return max((float(likeness(one, other).max()) for one in mine), default=0.0) if mine and other else 0.0


def _share(ours: str, theirs: str, side: str) -> float:
    """Which share of the words of a French cause have their like in a passage."""
    mine, other = content_words(ours, "fr"), content_words(theirs, side)
    if not mine or not other:
        return 0.0
    return sum(float(likeness(one, other).max()) >= _SAME for one in mine) / len(mine)


def causes_of_another(claim: Statement, near: Sequence[Statement], beside: Sequence[Statement]) -> Iterator[Finding]:
    """A cause unlike the one that the passages give for the same thing, or unlike all that stands around them.

    `near` are the passages that the claim may render, the surest first, `beside` all of their paragraphs.
    """
    theirs = [(each, given) for each in beside for given in grounds_of(each.text, side_of(each))]
    told = [one for one in grounds_of(claim.text, "fr", verbs=True) if content_words(one.cause, "fr")]
    for one in told:
        held = [(each, given) for each, given in theirs if _of_one_effect(one, given)]
        if not held and not one.is_subject:
            held = [(each, given) for each, given in theirs if each is near[0]]
        if any(one.start == each.start for each in purposes_of(claim.text, "fr")):
            held += [(each, given) for each in near for given in purposes_of(each.text, side_of(each))]
        held = [(each, given) for each, given in held if not _is_told(given, each, told, one)]
        # « Faute d’archives » for "because it kept nothing".
        if _FOR_LACK.search(claim.text[: one.start]) and any(_LACKS.search(given.cause) for _, given in held):
            continue
        another = bool(held) and not any(_is_like(one, given, side_of(each)) for each, given in held)
        another = another or (bool(held) and _acts_from_nowhere(one, held, beside))
        another = another or _is_lack_of_another(claim, one, held)
        if another or (not theirs and not one.is_subject and _is_nowhere(one, beside)):
            place, given = (held[-1][0], held[-1][1].cause) if held else (near[0], near[0].text)
            message = f"La source donne une autre raison, {cited(given, place)}\u00a0: rétablissez-la, ou vérifiez."
            yield found_in(claim, (one.start, one.end), "cause-unknown", "warning", message, [place])
            return


def _is_told(given: Ground, where: Statement, told: Sequence[Ground], ours: Ground) -> bool:
    """Whether another cause of the claim is the one that a passage gives."""
    return any(each is not ours and _answers(_head(each.cause), given.cause, side_of(where)) >= _SAME for each in told)


def _is_like(ours: Ground, theirs: Ground, side: str) -> bool:
    head = _head(ours.cause)
    if _answers(head, theirs.cause, side) >= _ANOTHER:
        return True
    one, other = embed([head, theirs.cause])
    return float(one @ other) >= _UNLIKE


# « Une grève ayant cloué au sol la flotte »: who or what brought it about, before what it did.
_BY_WHAT = re.compile(
    r"(?:une? |des |l[ea]s? |l[’']|sa |son |ses |leurs? )(?P<what>[^,;:]{3,40}?) (?:n[’'])?(?:ayant|étant|s[’']étant|avai(?:t|ent)|a|ont|était|étaient)\b",
    re.IGNORECASE,
)
# A noun less like all around answers none of it, if the whole is no translation.
_STRANGE, _TRANSLATES = 0.6, 0.66


def _acts_from_nowhere(ours: Ground, held: Sequence[tuple[Statement, Ground]], beside: Sequence[Statement]) -> bool:
    """Whether what is told to have brought a thing about is nothing that the passages around tell of."""
    told = _BY_WHAT.match(ours.cause)
    words = content_words(told["what"], "fr") if told else ()
    # A figure is looked up by itself.
    if told is None or not words or any(one.isdigit() for one in ours.cause):
        return False
    around = [word for each in beside for word in plain_words(each.text, side_of(each))]
    if not around or any(float(likeness(one, around).max()) >= _STRANGE for one in words):
        return False
    cosines = embed([given.cause for _, given in held]) @ embed([ours.cause])[0]
    return float(cosines.max()) < _TRANSLATES


def _is_lack_of_another(claim: Statement, ours: Ground, held: Sequence[tuple[Statement, Ground]]) -> bool:
    """« Faute de signature » where the source gives something that is there, "smudged ink", for the same thing."""
    return (
        bool(held)
        and _FOR_LACK.search(claim.text[: ours.start]) is not None
        and all(
            each.language != "fr"
            and not _LACKING.search(given.cause)
            and _of_one_effect(ours, given)
            and _answers(_head(ours.cause), given.cause, side_of(each)) < _ANOTHER
            for each, given in held
        )
    )


def _is_nowhere(ours: Ground, beside: Sequence[Statement]) -> bool:
    return max((_answers(_head(ours.cause), each.text, side_of(each)) for each in beside), default=1.0) < _NOWHERE


def _head(cause: str) -> str:
    words = content_words(cause, "fr")
    return cause if len(words) <= _HEAD else cause[: words[_HEAD - 1].end]


def _of_one_effect(ours: Ground, theirs: Ground) -> bool:
    if not content_words(ours.effect, "fr") or not theirs.effect:
        return False
    if theirs.effect.lower() in _REFERRING:
        return True
    one, other = embed([ours.effect, theirs.effect])
    return float(one @ other) >= _ONE_EFFECT


def causes_rejected(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """A cause that the draft rejects and the source gives, or that it gives and the source rejects."""
    turned = (
        (rejected_of(claim.text, "fr"), grounds_of, rejected_of),
        (grounds_of(claim.text, "fr"), rejected_of, grounds_of),
    )
    for ours, held, excused in turned:
        for one in ours:
            found = _held_by(one, near, held, excused)
            if found is not None:
                message = f"La source écarte la cause que donne le texte, ou donne celle qu’il écarte, {cited(found.text, found)}\u00a0: rétablissez-la."
                yield found_in(claim, (one.start, one.end), "cause-reversed", "warning", message, [found])
                return


Reader = Callable[[str, str], Sequence[Ground]]


def _held_by(one: Ground, near: Sequence[Statement], held: Reader, excused: Reader) -> Statement | None:
    for each in near:
        side = side_of(each)
        theirs = [given.cause for given in held(each.text, side)]
        others = [given.cause for given in excused(each.text, side)]
        share = max((_share(one.cause, given, side) for given in theirs), default=0.0)
        if share >= 0.5 and share > max((_share(one.cause, given, side) for given in others), default=0.0):
            return each
    return None


def ends_exchanged(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """« La hausse des loyers a freiné la construction » for "less building pushed up rents"."""
    for one in grounds_of(claim.text, "fr", verbs=True):
        for each in near if content_words(one.effect, "fr") else ():
            side = side_of(each)
            if any(_is_crossed(one, other, side) for other in grounds_of(each.text, side, verbs=True)):
                message = f"Le texte prend l’effet pour la cause, la source dit {cited(each.text, each)}\u00a0: rétablissez le sens."
                yield found_in(claim, (one.start, one.end), "cause-reversed", "warning", message, [each])
                return


def _is_crossed(ours: Ground, theirs: Ground, side: str) -> bool:
    if _answers(ours.cause, theirs.effect, side) < _IS_EFFECT or _answers(ours.cause, theirs.cause, side) >= _IS_CAUSE:
        return False
    mine, other = embed([ours.cause, ours.effect]), embed([theirs.cause, theirs.effect])
    straight = float(mine[0] @ other[0] + mine[1] @ other[1])
    crossed = float(mine[0] @ other[1] + mine[1] @ other[0])
    return crossed > straight + _CROSSED and float(mine[0] @ other[1]) >= _NEAR
