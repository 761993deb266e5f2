"""Causes: « en raison de » and « parce que » name a reason, and a reason that the source does not give is invented.

The sentence around an invented cause is sound, so its embedding stays near the source; the cause alone is held up by
nothing. It is looked up by itself, as a whole against the clauses of the source and word by word.
"""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator

from pipeline.embedding import embed
from pipeline.verify.alignment import content_words, fits, likeness
from pipeline.verify.assertion.cues import A_VERB
from pipeline.verify.clauses import clauses_of, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Source, Statement
from schemas.finding import Finding

__all__ = ["causes_exchanged", "causes_invented"]

# A cause below both has no passage like it, and too few of its words have their like: read off causes of our drafts.
_LIKE, _ANSWERED = 0.34, 0.57
_CAUSE = re.compile(
    r"\b(?:parce qu(?:e |[’'])|(?:en raison|à cause|du fait|sous l[’']effet|sous la pression|victime) (?:d(?:e |u |es |[’']))"
    r"|grâce (?:à |aux? )|suite (?:à |aux? )|au motif qu(?:e |[’'])|sous prétexte qu(?:e |[’'])|puisqu(?:e |[’'])|\bcar (?=[a-zà-ÿ]))"
    r"(?P<cause>[^,;:.!?…»()]{8,140})",
    re.IGNORECASE,
)


# « Pour raison d’économies » says in one word what the source may say in any other: only an exchange can be told.
_GROUNDS = re.compile(
    r"\bpour (?:une |des |de )?(?:raisons?|motifs?) (?:d(?:e |[’']))?(?!sans |qu(?:e |[’'])|qui |dont |inconnu|obscur|divers|multiples|non |encore |différent|similaire|comparable|pour |aux |selon )(?P<cause>[^,;:.!?…»()]{5,80})",
    re.IGNORECASE,
)
_GIVEN = {
    "en": re.compile(
        rf"\b(?:because(?: of)?|due to(?! {A_VERB})|owing to|as a result of|on (?:the )?grounds? (?:of|that)|blam(?:ed|ing)(?: on)?|citing|thanks to|over|for)"
        r" (?P<cause>[^,;:.!?()]{3,80}(?:, (?:who|which|that) [^,;:.!?()]{3,80})?)",
        re.IGNORECASE,
    ),
    "fr": _CAUSE,
}
# A word of the cause that answers none of those that the source gives, this much or more, is another cause.
_ANOTHER = 0.42


def causes_exchanged(claim: Statement, source: Statement) -> Iterator[Finding]:
    """« Pour des motifs de sécurité » where the sentence that it renders gives another reason, "on grounds of cost"."""
    for match in (*_CAUSE.finditer(claim.text), *_GROUNDS.finditer(claim.text)):
        side = side_of(source)
        given = [one["cause"] for one in _GIVEN[side].finditer(source.text)]
        ours = content_words(match["cause"], "fr")
        theirs = [word for one in given for word in content_words(one, side)]
        if not ours or not theirs or len(ours) > _FEW:
            continue
        if max(float(likeness(one, theirs).max()) for one in ours) < _ANOTHER:
            message = f"La source donne une autre raison, {cited(given[-1], source)}\u00a0: rétablissez-la."
            yield found_in(claim, match.span(), "cause-unknown", "warning", message, [source])


# A long cause is told in many words, of which none need answer.
_FEW = 4


def causes_invented(claim: Statement, source: Source) -> Iterator[Finding]:
    """A reason that no passage of the source resembles."""
    for match in _CAUSE.finditer(claim.text):
        cause = match["cause"].strip()
        if claim.place.endswith("heading") or not content_words(cause, "fr"):
            continue
        theirs = clauses_of(source.statements)
        if not theirs or float(fits(source, cause).max()) >= _ANSWERED:
            continue
        cosines = embed([one.text for one in theirs]) @ embed([cause])[0]
        best = int(cosines.argmax())
        if float(cosines[best]) < _LIKE:
            nearest = theirs[best]
            message = (
                f"La source ne donne pas cette cause, «\u00a0{cause}\u00a0»\u00a0; le passage le plus proche est "
                f"{cited(nearest.text, nearest.statement)}\u00a0: retirez-la, ou donnez celle de la source."
            )
            yield found_in(claim, match.span(), "cause-unknown", "warning", message, [nearest.statement])
