"""What a sentence or its source says after all, though the passage that it was held to does not."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Sequence

from pipeline.verify.alignment import Word, content_words, likeness
from pipeline.verify.assertion.cues import CUES, HARD_NEGATION, RECORD
from pipeline.verify.assertion.denied import WILLING, denied_words
from pipeline.verify.assertion.polarity import is_denial_of
from pipeline.verify.assertion.predicates import ALIKE, is_denied_there
from pipeline.verify.assertion.said_as import is_said_without_denial
from pipeline.verify.clauses import clauses, is_verbless, side_of
from pipeline.verify.form.infinitives import opening_infinitive
from pipeline.verify.prepare import Source, Statement
from schemas.finding import Finding

__all__ = ["is_denied_after_all", "is_doubted_after_all", "is_own_plan", "is_restricted", "is_told_as_a_record"]

_UNTIL = re.compile(r"\b(?:tant|à moins|avant|jusqu[’']à ce|de peur|de crainte) qu\S*[^,;:]{0,40}$", re.IGNORECASE)
# A denial of a record begins at « n’a » or at « jamais » itself.
_WORDS_AROUND = 12
_PRO_FORM = re.compile(r"n(?:e |[’'])(?:l[’']|le )?(?:\w+ )?pas (?:fait|été)?|n(?:e |[’'])(?:l[’'])?\w+ pas$")
_DID_NOT = re.compile(
    r"^(?:But |Yet |And )?(?:It|They|He|She|That|This|Neither|None|Nobody|Both)\b[^.,;]{0,25}?\b(?:not|never|no)\b"
)


# « Si le comté ne les finance pas » for "unless the county paid".
_IF = re.compile(r"\bs(?:i|[’']ils?)\b[^.;:]{0,60}$", re.IGNORECASE)
_UNLESS = re.compile(r"\b(?:unless|lest|until|without|failing|sauf|à moins|sans)\b", re.IGNORECASE)


_SANS_A_THING = re.compile(r"sans (?!\w+(?:er|ir|oir|re)\b)\w", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(?:without|nothing|free of|free from|devoid|sans)\b|\w{3,}less\b", re.IGNORECASE)


def is_denied_after_all(claim: Statement, finding: Finding, source: Source) -> bool:
    """Whether a denial says « until », or renders what the source denies in the paragraph it was held to."""
    at = (finding.start or 0) - claim.start
    if _UNTIL.search(claim.text[:at]):
        return True
    if any(each.start() - _WORDS_AROUND <= at <= each.end() for each in RECORD.finditer(claim.text)):
        return True
    places = {one.paragraph for one in finding.evidence}
    beside = [one for one in source.statements if one.place in places]
    alone = len(HARD_NEGATION["fr"].findall(claim.text)) == 1
    if alone and _IF.search(claim.text[:at]) and any(_UNLESS.search(one.text) for one in beside):
        return True
    # « Sans contrepartie » for "without asking for anything in return", whatever it hangs on.
    if _SANS_A_THING.match(claim.text, at) and any(_WITHOUT.search(one.text) for one in beside):
        return True
    if is_said_without_denial(claim.text, at, beside):
        return True
    # « Il ne l’a pas fait » for "It did not."
    if _PRO_FORM.match(claim.text, at) and any(_DID_NOT.match(one.text) for one in beside):
        return True
    span = at, (finding.end or 0) - claim.start
    if _is_plainly_affirmed(claim, span, beside):
        return False
    return is_denied_there(claim, *span, beside) or is_denial_of(claim, at, beside)


def _is_plainly_affirmed(claim: Statement, span: tuple[int, int], beside: Sequence[Statement]) -> bool:
    """Whether the verb denied at a place is affirmed beside, and no word that is denied there is as like it."""
    governed = [one.word for one in denied_words(claim.text, "fr") if one.cue[0] < span[1] and span[0] < one.word.end]
    denied = governed[:1]
    plain: list[Word] = []
    refused: list[Word] = []
    for one in beside:
        held = [each.word for each in denied_words(one.text, side_of(one))]
        refused += held
        plain += [word for word in content_words(one.text, side_of(one)) if word not in held]
    if not denied or not plain:
        return False
    # « Rien n’est venu étayer », « n’a pas jugé établi »: the second word tells what is denied there as here.
    if any(
        refused and float(likeness(one, refused).max()) >= ALIKE
        for one in governed[1:]
        if WILLING.fullmatch(governed[0].text)
    ):
        return False
    like = float(likeness(denied[0], plain).max())
    return like >= ALIKE and like > (float(likeness(denied[0], refused).max()) if refused else 0.0)


def is_told_as_a_record(claim: Statement, finding: Finding) -> bool:
    """Whether a denial that seems lost is the « jamais » of a record, which another clause of the sentence has."""
    return finding.code == "negation-lost" and RECORD.search(claim.text) is not None


# « Le projet conserve la maternité »: what a plan does is planned, in whatever clause it is told.
_PLAN = re.compile(
    r"^(?:\w+[’' ]){1,3}(?:\w+ )?(?:projet|plan|proposition|scénario|réforme|avant-projet)s?\b(?! (?:a|ont|est|sont) )",
    re.IGNORECASE,
)


# « La plaque de Monica Lund, »: a mere subject, of which the next clause tells.
_NOMINAL = re.compile(r"(?:\S+\s+){3}")


def is_doubted_after_all(claim: Statement, finding: Finding) -> bool:
    """Whether the subject of a sentence says that all of it is planned, or a doubt reaches the clause from before an aside."""
    if finding.code == "certainty-planned" and _PLAN.match(claim.text):
        return True
    if finding.code not in ("certainty-possible", "certainty-planned", "certainty-alleged"):
        return False
    start, end = (finding.start or 0) - claim.start, (finding.end or 0) - claim.start
    cue = CUES["fr"][finding.code.removeprefix("certainty-")]
    if start == 0 and opening_infinitive(claim.text):
        # « Supprimer les examens : tel est le projet »: an infinitive tells nothing as done, what follows says how it stands.
        return bool(cue.search(claim.text, end))
    if start == 0 and _NOMINAL.match(claim.text[:end]) and is_verbless(claim.text[:end]):
        return end < len(claim.text.rstrip())
    if start > 0 and opening_infinitive(claim.text[start:end]):
        # « Pourrait, selon elle, convoquer »: an infinitive hangs on the verb before the aside.
        return bool(cue.search(claim.text[:start]))
    if start > 0 and is_verbless(claim.text[start:end]) and _next_clause_has(cue, claim.text, end):
        return True
    return start > 0 and is_verbless(claim.text[start:end]) and bool(cue.search(claim.text[:start]))


def _next_clause_has(cue: re.Pattern[str], text: str, at: int) -> bool:
    """Whether the clause that a mere subject opens, « le maire, Ana Lund, aurait menti », has a cue."""
    return any(cue.search(text, a, b) for a, b in clauses(text) if a <= at < b)


_OWN_PLAN = re.compile(
    r"(?P<speaker>[A-ZÀ-Ý][\w’'-]+),? (?:said|says|announced|promised)(?: \w+day)?(?: that)? "
    r"(?:(?i:he|she|it|they)|(?:his|her|its|their) \w+)\b[^.;]*\b(?:would|will|plan(?:s|ned)? to)\b"
)
# "They are looking into a suit": who weighs a thing tells of it, and need not be believed.
_OWN_THOUGHT = re.compile(
    r"\b(?:said|says?)(?: that)? (?:he|she|it|they) (?:is|are|was|were) (?:still |now |also )?(?:looking|considering|studying"
    r"|reviewing|weighing|examining|exploring|planning|working|preparing|consulting|thinking|mulling|discussing|negotiating)\b"
)
_WEIGHS = re.compile(
    r"\b(?:étudi|examin|envisag|interrog|hésit|réfléch|pes|prépar|consult|song|discut|négoci|travaill|explor)\w*\b",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"\b(?:\w{3,}r(?:a|ont)|renonce(?:nt)?|(?:se |s[’'])(?:refuse|engage|interdi)(?:nt|t|sent)?|exclu(?:t|ent)|entend(?:ent)?|compte(?:nt)?|prévoi(?:t|ent)|accepte(?:nt)?)\b"
)


def is_own_plan(claim: Statement, finding: Finding, source: Source) -> bool:
    """« Lund décidera » for "Lund said that she would decide": who will act has said so, and the future says it is a plan."""
    if finding.code != "certainty-reported":
        return False
    if _WEIGHS.search(claim.text) and any(
        _OWN_THOUGHT.search(one.text)
        for one in source.statements
        if any((one.place, one.start) == (each.paragraph, each.start) for each in finding.evidence)
    ):
        return True
    if not _WILL.search(claim.text):
        return False
    spots = {(one.paragraph, one.start) for one in finding.evidence}
    told = [_OWN_PLAN.search(one.text) for one in source.statements if (one.place, one.start) in spots]
    return any(one is not None and one["speaker"] in claim.text for one in told)


_NE = re.compile(r"(?:\bne |\bn[’'])(?:l[ea]s? |l[’']|se |s[’'])?$")
_RESTRICTS = re.compile(r"\b(?:not|except|only|apart from|other than|sauf|hormis|pas)\b|n[’']t\b", re.IGNORECASE)


def is_restricted(claim: Statement, finding: Finding, source: Source) -> bool:
    """« Ne fermeraient que la nuit » for "would stay open, but not overnight": what the one restricts the other excepts."""
    at = (finding.start or 0) - claim.start
    if not _NE.search(claim.text, 0, at) or not re.compile(r"\w+ qu(?:e |[’'])").match(claim.text, at):
        return False
    spots = {(one.paragraph, one.start) for one in finding.evidence}
    return any((one.place, one.start) in spots and _RESTRICTS.search(one.text) for one in source.statements)
