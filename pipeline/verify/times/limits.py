"""At the earliest and at the latest: which way a date bounds what it dates (EDITORIAL.md, « Facts », 1 and 3)."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator

from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.times.dates import When
from schemas.finding import Finding, Severity

__all__ = ["limits_changed"]

# What stands before a date and what follows it: at least until then, or then at most.
_AFTERWARDS = {
    "en": (
        re.compile(r"\b(?:at least (?:until|till|through|to|into|up to)|(?:until|till|through|into) at least|no (?:earlier|sooner) than|not (?:earlier|sooner) than)(?: (?:the|early|late|mid|end|start|beginning|of|on|in))*[ -]$", re.I),
        re.compile(r" (?:at the (?:very )?(?:earliest|soonest|least)|at least|or (?:later|beyond|after)|if not (?:later|longer|beyond))\b", re.I),
    ),
    "fr": (
        re.compile(r"\b(?:(?:au moins|au minimum|à tout le moins) jusqu[’']|jusqu[’'](?:au moins|au minimum) |(?:pas|ni|guère|jamais|point)(?: [\w’-]+){0,2} avant\b|pas plus tôt que|au plus tôt(?: à partir d[eu]| dès| en| fin| à)?\b)(?:(?: ?(?:en|au|à|la|le|l[’']|fin|mi|début|de|d[’']))*[ -]?)$", re.I),
        re.compile(r",? (?:au (?:plus|mieux) tôt|au mieux|au moins|au minimum|à tout le moins|voire (?:au-delà|plus tard|plus|davantage)|ou (?:plus tard|au-delà|après))\b", re.I),
    ),
}  # fmt: skip
_BEFOREHAND = {
    "en": (
        re.compile(r"\b(?:(?:no|not) later than|at the latest(?: by| in| on)?|at most (?:until|to))(?: (?:the|early|late|mid|end|of|on|in))*[ -]$", re.I),
        re.compile(r" (?:at the (?:very )?latest|at most|or (?:earlier|sooner|before))\b", re.I),
    ),
    "fr": (
        re.compile(r"\b(?:(?:pas|guère) plus tard que|au plus tard(?: avant| en| fin| à)?|au (?:plus|maximum) jusqu[’'])(?:(?: ?(?:en|au|à|la|le|l[’']|fin|mi|début|de|d[’']))*[ -]?)$", re.I),
        re.compile(r",? (?:au plus tard|au plus(?! tôt)|au maximum|tout au plus|dernier délai|ou (?:plus tôt|avant))\b", re.I),
    ),
}  # fmt: skip
_UNTIL = re.compile(
    r"\bjusqu[’'](?:en|au|aux|à)(?: (?:la|le|l[’']|les|fin|mi|début|de|d[’']|au moins|du))*[ -]?$", re.I
)
_REACH = 45


def _limit(statement: Statement, when: When) -> str:
    """`least`: then at the earliest; `most`: then at the latest; empty where a date is given as it is."""
    side = side_of(statement)
    before, after = statement.text[max(0, when.start - _REACH) : when.start], statement.text[when.end :]
    for name, words in (("least", _AFTERWARDS[side]), ("most", _BEFOREHAND[side])):
        if words[0].search(before) or words[1].match(after):
            return name
    return ""


def limits_changed(when: When, claim: Statement, other: When, source: Statement) -> Iterator[Finding]:
    """« Jusqu’au 8 novembre au plus tard » for "until at least November 8", or « jusqu’au 8 novembre » and no more."""
    ours, theirs = _limit(claim, when), _limit(source, other)
    dropped = theirs == "least" and not ours and _UNTIL.search(claim.text[: when.start])
    if not theirs or ((ours == theirs or not ours) and not dropped):
        return
    said = "au plus tôt" if theirs == "least" else "au plus tard"
    said = "au moins" if dropped else said
    start = source.text.rfind(" ", 0, max(0, other.start - 18)) + 1
    passage = cited(source.text[start : other.end + 20], source)
    message = f"La source dit {passage}\u00a0: rétablissez «\u00a0{said}\u00a0»."
    severity: Severity = "warning" if dropped else "blocking"
    yield found_in(claim, (max(0, when.start - 12), when.end), "date-order", severity, message, [source])
