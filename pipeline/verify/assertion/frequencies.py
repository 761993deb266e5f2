"""How often: mostly told as always, rarely as often (EDITORIAL.md, « Facts », 4)."""

# ruff: noqa: E501 - tables of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator

from pipeline.keeping import per_sentence
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["frequencies_changed"]

NEVER, RARELY, SOMETIMES, OFTEN, MOSTLY, ALWAYS = range(6)
_WORDS = {
    "en": (
        (NEVER, r"never|at no (?:time|point)"),
        (RARELY, r"rarely|seldom|hardly ever|infrequently|almost never|not often"),
        (SOMETIMES, r"sometimes|occasionally|at times|now and then|from time to time|on occasion|partly|in part"),
        (OFTEN, r"often|frequently|regularly|repeatedly|commonly"),
        (MOSTLY, r"mostly|mainly|usually|generally|largely|chiefly|primarily|predominantly|typically|normally|most of the time|for the most part|in most cases|more often than not"),
        (ALWAYS, r"always|every time|each time|invariably|without fail|systematically|constantly|exclusively|at all times"),
    ),
    "fr": (
        (NEVER, r"n(?:e |[’'])[^.;:,]{1,40}\bjamais|jamais[^.;:,]{1,30} n(?:e |[’'])\w+"),
        (RARELY, r"rarement|presque jamais|pas souvent|peu souvent|guère"),
        (SOMETIMES, r"parfois|quelquefois|occasionnellement|de temps (?:à autre|en temps)|par moments|en partie|partiellement"),
        (OFTEN, r"(?<!plus )(?<!pas )(?<!peu )souvent|fréquemment|régulièrement|couramment|à plusieurs reprises"),
        (MOSTLY, r"le plus souvent|la plupart du temps|généralement|d[’']ordinaire|habituellement|principalement|essentiellement|majoritairement|surtout|avant tout|pour l[’']essentiel|en grande partie|en général|d[’']habitude|dans la plupart des cas"),
        (ALWAYS, r"(?<!pas )(?<!depuis )toujours(?! pas)(?! (?:plus|moins|est-il)\b)|à chaque fois|chaque fois|invariablement|systématiquement|sans cesse|constamment|exclusivement|uniquement|en permanence"),
    ),
}  # fmt: skip
_LEVELS = {
    side: tuple((level, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for level, words in rows)
    for side, rows in _WORDS.items()
}
# « Toujours » says "still" as well.
_STILL = re.compile(r"\b(?:still|remain\w*|yet|continu\w+|keep\w*|kept|linger\w*|stay\w*|persist\w*|ongoing|pending|even now|to this day|ever|long)\b", re.IGNORECASE)  # fmt: skip
_APART = 2


@per_sentence
def _said(text: str, side: str) -> tuple[tuple[int, int, int], ...]:
    return tuple((level, *match.span()) for level, words in _LEVELS[side] for match in words.finditer(text))


def frequencies_changed(claim: Statement, rendered: Statement) -> Iterator[Finding]:
    """A word of how often, where the passage that a claim renders says only much oftener or much rarer ones."""
    side = side_of(rendered)
    ours, theirs = _said(claim.text, "fr"), _said(rendered.text, side)
    if len({level for level, _, _ in ours}) != 1 or not theirs:
        return
    level, start, end = ours[0]
    if level == ALWAYS and _STILL.search(rendered.text):
        return
    # Mostly is not always; elsewhere a neighbouring degree renders another.
    if any(abs(level - other) < (1 if {level, other} == {ALWAYS, MOSTLY} else _APART) for other, _, _ in theirs):
        return
    said = rendered.text[theirs[0][1] : theirs[0][2]]
    message = f"Le texte dit «\u00a0{claim.text[start:end]}\u00a0», la source «\u00a0{said}\u00a0», {cited(rendered.text, rendered)}\u00a0: vérifiez."
    yield found_in(claim, (start, end), "share-changed", "warning", message, [rendered])
