"""Causes: « en raison de » and « parce que » name a reason, and a reason that the source does not give is invented.

The sentence around an invented cause is sound, so its embedding stays near the source; the cause alone is held up by
nothing. It is looked up by itself, as a whole against the clauses of the source and word by word.
"""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator

from pipeline.embedding import embed
from pipeline.verify.alignment import content_words, fits
from pipeline.verify.clauses import clauses_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Source, Statement
from schemas.finding import Finding

__all__ = ["causes_invented"]

# A cause below both has no passage like it, and too few of its words have their like: read off causes of our drafts.
_LIKE, _ANSWERED = 0.34, 0.57
_CAUSE = re.compile(
    r"\b(?:parce qu(?:e |[’'])|(?:en raison|à cause|du fait|sous l[’']effet|sous la pression|victime) (?:d(?:e |u |es |[’']))"
    r"|grâce (?:à |aux? )|suite (?:à |aux? )|au motif qu(?:e |[’'])|sous prétexte qu(?:e |[’'])|puisqu(?:e |[’'])|\bcar (?=[a-zà-ÿ]))"
    r"(?P<cause>[^,;:.!?…»()]{8,140})",
    re.IGNORECASE,
)


def causes_invented(claim: Statement, source: Source) -> Iterator[Finding]:
    """A reason that no passage of the source resembles."""
    for match in _CAUSE.finditer(claim.text):
        cause = match["cause"].strip()
        if claim.place.endswith("heading") or not content_words(cause, "fr"):
            continue
        theirs = clauses_of(source.statements)
        if not theirs or float(fits(cause, source).max()) >= _ANSWERED:
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
