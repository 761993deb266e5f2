"""What someone says of what they do themselves: « renonce à son cachet » for "said he would give up his fee" (« Facts », 4).

Whoever decides a thing need not be believed to have decided it, and an authority knows what it has done in its office.
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re

from pipeline.verify.alignment import content_words, likeness
from pipeline.verify.deeds.parties import Party, alike, parties
from pipeline.verify.prepare import Source, Statement
from schemas.finding import Finding

__all__ = ["is_own_deed"]

# The speaker, what may be apposed to it, and what it says of itself.
_SAID = re.compile(
    r"(?P<who>[A-Za-z][\w’'-]*),?(?: who [^,.;]{3,60},|, [^,.;]{3,60},)? (?:said|says|announced|promised|pledged|confirmed|added)(?: (?:on )?\w+day)?(?: that)? "
    r"(?:(?:he|she|it|they)\b|(?:the|its|his|her|their) (?:company|firm|group|club|party|union|government|ministry|council|bank|agency|family|team|organi[sz]ation)\b)(?P<what>[^.;“”\"]*)",
)
_WILL = re.compile(
    r"(?:[’'](?:d|ll)| would| will| plan(?:s|ned)? to| intend(?:s|ed)? to| (?:is|are|was|were) going to)(?! have)\b"
)
# What the present tense decides by saying it.
_DECIDES = re.compile(
    r"\b(?:renonc|refus|exclu|maint(?:ien|enir)|rest|demeur|continu|poursui|persist|gard|conserv|abandonn|retir|accept|cèd|céd|boycott|quitt|adhèr|rejoi|rejoin|suspend|report|annul|ferm|ouvr|vers|donn|offr|laiss|reprend|réserv|s[’']engag|s[’']abst|s[’']aligne|dissou|lanc)\w*",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:a|ont|avait|avaient|est|sont)(?: (?:déjà|ainsi|donc|pas|\w+ment))? [\w’-]+(?:é|i|u|is|it|ert)e?s?\b"
)
_FUTURE = re.compile(r"\b\w{3,}(?:r(?:a|ont)|rait|raient)\b")
# Who acts for the public, and tells what it did.
_AUTHORITY = re.compile(
    r"\b(?:police|gendarmer\w+|polic(?:e|ier)\w*|prosecutors?|prosecution|court|tribunal|judges?|ministry|government|agency|authority|authorities|regulator|commission|council|coroner|firefighters?|hospital|customs|coast ?guard|army|parliament|inspectors?|officials?|embassy)\b",
    re.IGNORECASE,
)
_AT_ODDS = re.compile(
    r"\b(?:well|properly|fairly|lawfully|correctly|always|every|all|full(?:y)?|den(?:y|ies|ied|ying)|alleg\w+|accus\w+|claim\w*|disput\w+|believ\w+|suspect\w*|wrongdoing|blam\w+|fault|no (?:knowledge|record|evidence|warning)|unaware|not (?:aware|know|guilty|responsible)|only)\b",
    re.IGNORECASE,
)


def is_own_deed(claim: Statement, finding: Finding, source: Source) -> bool:
    """Whether the passage of a finding has the subject of the claim say what they decide, or did in their office."""
    if finding.code not in ("certainty-reported", "certainty-planned"):
        return False
    spots = {(one.paragraph, one.start) for one in finding.evidence}
    return any(
        _tells_of_itself(claim, one, match)
        for one in source.statements
        if (one.place, one.start) in spots and one.language != "fr"
        for match in _SAID.finditer(one.text)
    )


def _tells_of_itself(claim: Statement, passage: Statement, match: re.Match[str]) -> bool:
    if not _is_named(match, passage, claim) or _AT_ODDS.search(match["what"]):
        return False
    if _WILL.match(match["what"]):
        return bool(_DECIDES.search(claim.text) or _FUTURE.search(claim.text)) and not _PAST.search(claim.text)
    return bool(_AUTHORITY.search(match["who"])) and _has_what_is_told(claim, match["what"])


def _is_named(match: re.Match[str], passage: Statement, claim: Statement) -> bool:
    """Whether whoever speaks opens the claim, by name or by what they are."""
    at = match.start("who")
    speaker = next((one for one in parties(passage.text, "en") if one.start <= at < one.end), None)
    ours: Party | None = next(iter(parties(claim.text, "fr")), None)
    return speaker is not None and ours is not None and alike(ours, speaker) >= _ONE


# From here on two parties are one.
_ONE = 0.6
# Words of two languages from here on translate each other; so many of a few words tell that it is rendered.
_ALIKE = 0.55


def _has_what_is_told(claim: Statement, what: str) -> bool:
    """Whether the claim tells one of the things that the authority says of itself."""
    ours, theirs = content_words(claim.text, "fr"), content_words(what, "en")
    alike = [one for one in ours[1:] if theirs and float(likeness(one, theirs).max()) >= _ALIKE]
    return bool(alike) and len(alike) * 2 >= len(ours) - 1
