"""What someone says that others told them, and what someone only says and is said to know (EDITORIAL.md, « Facts », 4)."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.verify.assertion.certainty import LOST, near_words
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["known_for_sure", "told_at_second_hand"]

_TOLD = r"(?:told|assured|promised|warned|informed|ordered|instructed)"
# "The nurses say managers told them …": who says and who told are two.
_NESTED = re.compile(
    rf"\b(?:says?|said|claims?|claimed|alleges?|alleged|maintains?|testified)(?: that)? (?!(?:he|she|they|it|we|I)\b)(?:[\w’'-]+ ){{1,4}}?(?:had )?{_TOLD} (?:them|him|her)\b"
)
# « … leur ont indiqué que », and nobody who says so: « selon », a saying verb, a conditional or quotation marks.
_PASSED_ON = re.compile(
    r"\b(?:leur|lui|les|l[’'])[ ’']?(?:a|ont|avait|avaient) (?:\w+ )?(?:dit|indiqué|assuré|promis|avert\w+|prévenu\w*|informé\w*|ordonné|expliqué|annoncé|affirmé|demandé)\b"
)
_SAYS = re.compile(
    r"«|[dD][’']après|\b(?:[sS]elon|affirm\w+|assur\w+|di(?:t|sent|sait|saient)|déclar\w+|soutien\w+|racont\w+|rapport\w+|accus\w+|expliqu\w+|témoign\w+|plaintes?|\w+r(?:ait|aient))\b"
)
_KNOWS = re.compile(r"(?<!ne )(?<!n[’'])\bs(?:ait|avent|avait|avaient) (?:que |qu[’'])")
_KNOWN = {
    "en": re.compile(
        r"\b(?:kn[eo]ws?(?! (?:how|what|who|when|where|why|whether)\b)|aware|learn|reali[sz]|find|found|discover|understand|no secret|clear that)",
        re.I,
    ),
    "fr": re.compile(r"\b(?:sait|savent|savait|savaient|appr(?:is|end)|conscien|découv|constat)", re.I),
}
_SPOKEN = re.compile(r"[“”«»\"]|\b(?:says?|said|told|according to|selon|affirme\w*|assure\w*|dit)\b")


def told_at_second_hand(claim: Statement, source: Statement) -> Iterator[Finding]:
    """What the source has someone say that others told them, told as if the house had heard those others."""
    nested = _NESTED.search(source.text)
    passed = _PASSED_ON.search(claim.text)
    if nested is None or passed is None or _SAYS.search(claim.text[: passed.start()] + claim.text[passed.end() :]):
        return
    message = (
        f"La source attribue ces mots, {cited(near_words(source, nested.start()), source)}\u00a0; {LOST['reported']}."
    )
    yield found_in(claim, passed.span(), "certainty-reported", "warning", message, [source])


def known_for_sure(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """« Il sait que » where the passages only have someone say so: to know a thing, it must be so."""
    knows = _KNOWS.search(claim.text)
    spoken = next((one for one in near if _SPOKEN.search(one.text)), None)
    if (
        knows is None
        or spoken is None
        or any(_KNOWN["fr" if one.language == "fr" else "en"].search(one.text) for one in near)
    ):
        return
    message = f"La source ne dit pas qu’on le sait, {cited(spoken.text, spoken)}\u00a0; {LOST['reported']}."
    yield found_in(claim, knows.span(), "certainty-reported", "warning", message, [spoken])
