"""Acts that no verb of the table tells: "at the agency’s request", "in a letter to the ministry", "X said that Y had lied"."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.verify.deeds.parties import Party
from pipeline.verify.deeds.subjects import led_to, subject_of

__all__ = ["Dealing", "around_acts"]


class Dealing(NamedTuple):
    """An act, who does it and whom it concerns (who gives and who gets), and where its verb stands.

    `whole`: both parties are there, if only as pronouns, or the passive leaves one out.
    """

    act: str
    doer: Party | None
    other: Party | None
    span: tuple[int, int]
    whole: bool = True


_AT_REQUEST = {
    "en": re.compile(r"\bat the (?:express )?(?:request|behest|urging|insistence|instigation|invitation|prompting) of (?:the |its |his |her |their |an? )?|\b(?:on|under|following) (?:the )?(?:orders|instructions|request) (?:of|from) (?:the |its |his |her |their |an? )?", re.I),
    "fr": re.compile(r"\b(?:à la demande|à la requête|sur (?:l[’'])?ordre|sur (?:l[’'])?instruction|sur les instances|à l[’']instigation|à l[’']invitation) (?:expresse )?(?:de la |de l[’']|du |des |de |d[’'])", re.I),
}  # fmt: skip
_ITS_REQUEST = re.compile(
    r"[’']s? (?:own |express )?(?:request|behest|urging|insistence|instigation|invitation|prompting)\b"
)
_LETTER = {
    "en": re.compile(r"\b(?:letter|e-?mail|memo|message|note|complaint|warning)s? to (?:the |its |his |her |their |an? )?(?!be\b)", re.I),
    "fr": re.compile(r"\b(?:lettre|courrier|courriel|mail|message|note|avertissement)s? (?:adressée?s? |envoyée?s? )?(?:à la |à l[’']|aux? |à )", re.I),
}  # fmt: skip
# "Pollack said the manufacturer had ignored two warnings": she reproaches it with that.
_SAID_OF = re.compile(
    r"\b(?:said|says|alleged|alleges|claimed|claims|insisted|argued|complained|maintained|told \w+)(?: on \w+)?(?: that)? (?P<whom>[^.;:]{3,60}?) had (?:(?:repeatedly|knowingly|wrongly|again|long|also|never) )?"
    r"(?:ignored|failed|misled|lied|broken|breached|violated|neglected|refused|concealed|hidden|withheld|covered|falsified|cheated|betrayed|abandoned|delayed|stolen|threatened|harassed|bullied|overcharged|not)\b"
)


def around_acts(text: str, side: str, known: Sequence[Party]) -> Iterator[Dealing]:
    """What is done at someone's request, written to someone, or said of someone as a reproach."""
    for match in _AT_REQUEST[side].finditer(text):
        yield from (
            Dealing("claim", one, None, match.span())
            for one in known
            if match.end() - 1 <= one.start <= match.end() + 12
        )
    for match in _LETTER[side].finditer(text):
        other = led_to(("to",) if side == "en" else ("à",), match.start(), text, known)
        if other:
            yield Dealing("tell", None, other, match.span())
    if side == "en":
        yield from _told_in_english(text, known)


def _told_in_english(text: str, known: Sequence[Party]) -> Iterator[Dealing]:
    for match in _ITS_REQUEST.finditer(text):
        yield from (Dealing("claim", one, None, match.span()) for one in known if one.end == match.start())
    for match in _SAID_OF.finditer(text):
        low, high = match.span("whom")
        whom = next((one for one in reversed(known) if low <= one.start and one.end <= high), None)
        doer = subject_of(match.start(), text, "en", known)
        if whom and doer and doer is not whom:
            yield Dealing("blame", doer, whom, match.span())
