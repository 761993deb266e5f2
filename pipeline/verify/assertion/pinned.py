"""What a figure or a date pins down: the clause that holds it renders the one of the source that holds it too.

Free French leaves few words where they were, so that clauses pair badly by likeness; what was only possible of a sum, a
span or a day is told as sure in the clause that has them. What is awaited "not until" a day is told as coming before it.
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.verify.assertion.certainty import LOST, near_words
from pipeline.verify.assertion.modality import HELD_POSSIBLE
from pipeline.verify.clauses import clauses, is_verbless, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.equal_figures import same_quantity
from pipeline.verify.quantities.figure import Figure
from pipeline.verify.times.dates import When
from schemas.finding import Finding

__all__ = ["possibilities_pinned", "waits_dropped"]

_MODAL = re.compile(
    r"\b(?:could|might|(?-i:may)(?! \d))\b(?! (?:not|no longer|never|afford|see|hear|remember)\b)", re.IGNORECASE
)
_ENDS = re.compile(
    r"[.;:](?=\s|$)|,? (?:but|because|although|though|while|whereas|which|who|when|if|unless|after|and that|and (?:the|it|he|she|they|its|their))\b|, "
)
# Beside what holds a thing possible: a bound that may be reached, a penalty that is risked, a condition.
_ALLOWED = re.compile(
    r"\b(?:encour\w+|passibles?|expos\w+|au mieux|au pire|maxim\w+|plafond\w*|éventu\w+|envisag\w+|espér\w+|esp[èe]r\w+|propos\w+|suggèr\w+|sugg[ée]r\w+|parle\w*|évoqu\w+|"
    r"table\w*|vis(?:e|ent|ait|er)|prétend\w*|réclam\w+|demand\w+|veut|veulent|souhait\w+|imagin\w+|peut-être|capables?|capacité|occasion|chances?|potentiel\w*|faire|de quoi|promet\w*|si|s[’']ils?)\b",
    re.IGNORECASE,
)
# What is sure to come, or is: « sera retardée », « devra », « coûte ».
_FUTURE = re.compile(
    r"\b(?!aura |auront )[a-zà-ÿ]{2,}r(?:a|ont)\b|\b(?:doi(?:t|vent)|va|vont|aura|auront)\b", re.IGNORECASE
)


def possibilities_pinned(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """« Sera retardée de quinze jours » for "could be put back by two weeks", where no passage tells plainly of two weeks."""
    if not claim.figures or claim.place.endswith("heading") or claim.place.startswith(("title", "seo", "actions")):
        return
    for one in near:
        for low, high in _possible_in(one):
            for figure in (each for each in one.figures if low <= each.start < high):
                mine = [each for each in claim.figures if same_quantity(each, figure)]
                if len(mine) != 1 or _is_told_plainly(figure, near):
                    continue
                start, end = _told_around(claim.text, mine[0].start)
                told = claim.text[start:end]
                if not _FUTURE.search(told) or HELD_POSSIBLE.search(told) or _ALLOWED.search(told):
                    continue
                message = f"La source dit {cited(near_words(one, low), one)}\u00a0; {LOST['possible']}."
                yield found_in(claim, (start, end), "certainty-possible", "warning", message, [one])
                return


def _possible_in(statement: Statement) -> list[tuple[int, int]]:
    """The stretches of an English sentence that "could", "might" or "may" governs, its subject included."""
    if side_of(statement) != "en":
        return []
    found = []
    for match in _MODAL.finditer(statement.text):
        stop = _ENDS.search(statement.text, match.end())
        begins = max((one.end() for one in _ENDS.finditer(statement.text, 0, match.start())), default=0)
        found.append((begins, stop.start() if stop else len(statement.text)))
    return found


def _is_told_plainly(figure: Figure, near: Sequence[Statement]) -> bool:
    """Whether a passage tells of such a figure without holding it only possible."""
    return any(
        same_quantity(each, figure)
        and each.unit == figure.unit
        and not any(low <= each.start < high for low, high in _possible_in(one))
        for one in near
        for each in one.figures
    )


def _told_around(text: str, at: int) -> tuple[int, int]:
    """The clause around a place, with those before it, and then those after it, as long as none of them has a verb."""
    spans = clauses(text)
    n = next((n for n, (low, high) in enumerate(spans) if low <= at < high), 0)
    first, last = n, n
    while first and is_verbless(text[spans[first][0] : spans[last][1]]):
        first -= 1
    while last + 1 < len(spans) and is_verbless(text[spans[first][0] : spans[last][1]]):
        last += 1
    return spans[first][0], spans[last][1]


_NOT_UNTIL = re.compile(r"(?:\b(?:not|never|no|nobody|neither|nor)\b|n[’']t\b)[^.;:]{0,80}\b(?:until|before) (?:the )?$", re.IGNORECASE)  # fmt: skip
_BEFORE = re.compile(r"\bavant (?:le |la |l[’'])?$", re.IGNORECASE)
_WAITS = re.compile(
    r"\b(?:ne|pas|sans|aucune?|jamais|rien|nul|guère|personne|ni|exclu\w*|impossible|improbable|au plus tôt|repouss\w+|report\w+|interdi\w+|refus\w+|attend\w*|faudra|patient\w+)\b|\bn[’']",
    re.IGNORECASE,
)


def waits_dropped(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """« Doit être jugée avant janvier » for "is not due to be heard until January"."""
    for mine in claim.dates:
        if not _BEFORE.search(claim.text[: mine.start]) or _WAITS.search(claim.text[: mine.start]):
            continue
        for one in near:
            for each in one.dates if side_of(one) == "en" else ():
                if _is_same_day(mine, each) and _NOT_UNTIL.search(one.text[: each.start]):
                    message = f"La négation de la source semble perdue, {cited(near_words(one, each.start), one)}\u00a0: rétablissez-la, ou vérifiez."
                    yield found_in(claim, (mine.start, mine.end), "negation-lost", "warning", message, [one])
                    return


def _is_same_day(ours: When, theirs: When) -> bool:
    said = [(getattr(ours, name), getattr(theirs, name)) for name in ("year", "month", "day", "weekday")]
    both = [(a, b) for a, b in said if a is not None and b is not None]
    return bool(both) and all(a == b for a, b in both)
