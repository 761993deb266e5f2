"""Before, after, since, until: on which side of a date a thing is told (EDITORIAL.md, « Facts », 3)."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator
from datetime import date

from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.times.dates import When
from schemas.finding import Finding, Severity

__all__ = ["order_changed"]

_ORDER = {
    "fr": (
        ("since", re.compile(r"(?:depuis|à partir d[eu]|à compter d[eu]|dès)(?: le| la| l['’]| la fin| fin| début)? ?$")),
        ("until", re.compile(r"(?:jusqu['’](?:en|au|à la|à)|jusqu['’]à)(?: le| la fin de| fin)? ?$")),
        ("before", re.compile(r"(?:avant|d['’]ici|au plus tard|pas plus tard que)(?: le| la| à| en| la fin de| fin)* ?$")),
        ("after", re.compile(r"(?:après|au-delà d[eu]|postérieure?s? à)(?: le| la| l['’])? ?$")),
    ),
    "en": (
        ("since", re.compile(r"(?:since|from|starting(?: in| on)?|beginning(?: in| on)?|effective|as of)(?: the| last| late| early)* $")),
        ("until", re.compile(r"(?:until|till|through|up to|by|to)(?: the| at least| late| early)* $")),
        ("before", re.compile(r"(?:before|by|ahead of|prior to|no later than|until)(?: the| late| early)* $")),
        ("after", re.compile(r"(?:after|following|beyond|since|later than)(?: the| late| early)* $")),
    ),
}  # fmt: skip


# "Not sold before 1957" is sold from 1957 on, "will not resume before June" is stopped until June.
_UNDER_DENIAL = {
    "before": frozenset(["since", "until", "after"]),
    "until": frozenset(["since", "after", "before"]),
    "since": frozenset(["before", "until"]),
    "after": frozenset(["before", "until"]),
}
_DENIED = {
    "en": re.compile(r"(?:\b(?:not|never|no|none|nothing|nobody|cannot|neither|nor|without)\b|n[’']t\b)(?:(?!\b(?:when|but|while|and|because)\b)[^.,;:]){0,60}$", re.I),
    "fr": re.compile(r"(?:\bn(?:e |[’'])[^.;:]{0,60}\b(?:pas|plus|jamais|rien|aucune?|guère)|\bpas (?:de|d[’'])|\baucune?)\b(?:(?!\b(?:quand|mais|lorsque|et|car)\b)[^.,;:]){0,60}$", re.I),
}  # fmt: skip


# « L’erreur était connue dès la mi-2021 » for "by mid-2021": what lies behind is known from then on.
_AS_EARLY = re.compile(r"\bdès(?: le| la| l['’]| les| la fin| fin| début)? ?$")


def _is_known_early(when: When, claim: Statement, theirs: set[str], anchor: date | None) -> bool:
    """Whether « dès » renders "by" of a time gone by; of one to come it is sooner than that."""
    if "before" not in theirs or not _AS_EARLY.search(claim.text[: when.start].lower()):
        return False
    return anchor is None or when.year is None or (when.year, when.month or 0) <= (anchor.year, anchor.month)


# « Le double de ce qu’ils étaient avant janvier » for "doubled since January".
_AS_IT_WAS = re.compile(r"\bqu(?:e |['’])[^.,;:]{1,30}(?:ait|aient) avant (?:l[ea] |l['’])?$")


def order_changed(
    when: When, claim: Statement, other: When, source: Statement, anchor: date | None
) -> Iterator[Finding]:
    """« Depuis le 3 mai » for "until May 3": the word before a date against the one before it in its passage."""
    ours = {name for name, cue in _ORDER["fr"] if cue.search(claim.text[: when.start].lower())}
    side = "fr" if source.language == "fr" else "en"
    theirs = {name for name, cue in _ORDER[side] if cue.search(source.text[: other.start].lower())}
    if theirs and _DENIED[side].search(source.text[: other.start]):
        theirs |= frozenset().union(*(_UNDER_DENIAL[name] for name in theirs))
    if ours and _DENIED["fr"].search(claim.text[: when.start]):
        ours |= frozenset().union(*(_UNDER_DENIAL[name] for name in ours))
    if _AS_IT_WAS.search(claim.text[: when.start].lower()):
        return
    if ours and theirs and not ours & theirs and not _is_known_early(when, claim, theirs, anchor):
        start = source.text.rfind(" ", 0, max(0, other.start - 8)) + 1
        message = (
            f"La source dit {cited(source.text[start : other.end], source)}\u00a0: "
            "rétablissez «\u00a0avant\u00a0», «\u00a0après\u00a0», «\u00a0depuis\u00a0» ou «\u00a0jusqu’à\u00a0»."
        )
        early = "before" in theirs and _AS_EARLY.search(claim.text[: when.start].lower())
        severity: Severity = "warning" if early else "blocking"
        yield found_in(claim, (max(0, when.start - 12), when.end), "date-order", severity, message, [source])
