"""One thing told from its other end: what came first told last, a sale as what somebody bought."""

import re

from pipeline.embedding import embed
from pipeline.verify.alignment import chunk_at
from pipeline.verify.prepare import Statement

__all__ = ["is_from_the_other_end", "is_one_dealing"]

_IN_TIME = re.compile(r"(?:avant|après|au lendemain|à la suite|au terme|à l[’']issue|une fois)\b", re.IGNORECASE)


def is_from_the_other_end(claim: Statement, said: tuple[int, int], passage: Statement, turned: tuple[int, int]) -> bool:
    """Whether a word of time, at `said`, governs in the claim what its opposite, at `turned`, does not in the passage:
    « après trois ans de baisse, le prix remonte » for "fell for three years before rising".
    """
    if not _IN_TIME.match(claim.text, said[0]):
        return False
    text = passage.text
    after = text[turned[1] : chunk_at(text, turned[1])[1]]
    before = text[: turned[0]] or text[turned[1] + len(after) :]
    mine = claim.text[said[1] : chunk_at(claim.text, said[1])[1]]
    ours, governed, other = embed([mine, after, before])
    return float(ours @ other) > float(ours @ governed)


_DEALING = re.compile(r"(?:(?:r)?achats?|acquisitions?|reprise|ventes?|cessions?|sales?|purchases?)", re.IGNORECASE)


def is_one_dealing(ours: str, theirs: str) -> bool:
    """« Le rachat de la société » for "the sale of the company": one deal, named by either side's noun."""
    return bool(_DEALING.fullmatch(ours) and _DEALING.fullmatch(theirs))
