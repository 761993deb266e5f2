"""What no rule of typography can safely put right: found, with the French sentence that says what to do."""

import re
from collections.abc import Iterator

from pipeline.dictionary import is_word
from pipeline.typography.bare_capitals import bare_capitals
from pipeline.typography.marks import MARK, mark_kinds
from pipeline.typography.rules import RULES
from pipeline.typography.spared import left_alone
from pipeline.typography.watched import WATCHED, Watch
from schemas.base import Closed
from schemas.draft import Typography

__all__ = ["Doubt", "typography_doubts"]

# How far the words before a place are read, and how much of its neighbours is shown.
_BEFORE_CHARS, _NEIGHBOUR_CHARS = 60, 20
_LAST_WORD, _NEXT_WORD = re.compile(r"\S*$"), re.compile(r"\S*")
# Both are quotation marks only where they stand around a word; elsewhere they are apostrophes.
_SINGLE = re.compile(r"(?<![^\s(«“])(?:'[^\W\d_][^'\n]{1,80}'|‘[^‘’\n]{2,80}’)(?!\w)")


class Doubt(Closed):
    """What only a person can put right: offsets in the text, a French sentence that says what to do."""

    code: str
    start: int
    end: int
    excerpt: str
    message: str


def typography_doubts(text: str, typography: Typography) -> tuple[Doubt, ...]:
    """What `typeset` leaves to a person: amounts in signs, English separators, bare capitals, odd marks.

    In a text that was never set, what `typeset` would put right is found too, save spaces and marks that `plain` keeps.
    """
    held = left_alone(text)
    found = [_doubt(text, one.code, match.span(), one.message) for one in WATCHED for match in _places(one, text)]
    found += [_doubt(text, "typography-capital", (start, end), message) for start, end, message in bare_capitals(text)]
    found += _unset(text, {span for one in found for span in range(one.start, one.end)})
    found += _odd_marks(text, held, typography)
    inside = {at for start, end in held for at in range(start, end)}
    return tuple(one for one in found if one.start not in inside)


def _places(watch: Watch, text: str) -> Iterator[re.Match[str]]:
    for match in watch.pattern.finditer(text):
        if watch.unless and watch.unless.search(text[max(0, match.start() - _BEFORE_CHARS) : match.start()]):
            continue
        if not watch.of_words or all(is_word(one) for one in match.groups() if one):
            yield match


def _unset(text: str, told: set[int]) -> Iterator[Doubt]:
    """What a rule would put right and nothing has pointed at; with its neighbours, since the place may be a space."""
    for rule in RULES:
        for match in rule.pattern.finditer(text) if rule.code else ():
            if told.isdisjoint(range(match.start(), match.end())) and rule.put(match) != match[0]:
                before = _LAST_WORD.search(text, max(0, match.start() - _NEIGHBOUR_CHARS), match.start())
                after = _NEXT_WORD.match(text, match.end(), match.end() + _NEIGHBOUR_CHARS)
                span = (before.start() if before else match.start(), after.end() if after else match.end())
                yield _doubt(text, rule.code, span, rule.message)


def _doubt(text: str, code: str, span: tuple[int, int], message: str) -> Doubt:
    return Doubt(code=code, start=span[0], end=span[1], excerpt=text[slice(*span)].strip(), message=message)


def _odd_marks(text: str, held: list[tuple[int, int]], typography: Typography) -> Iterator[Doubt]:
    if typography == "classic":
        message = "Écrivez les guillemets français\u00a0: «\u00a0…\u00a0», et “…” à l’intérieur."
        yield from (_doubt(text, "typography-marks", match.span(), message) for match in _SINGLE.finditer(text))
    offset = 0
    for line in _without(text, held).split("\n"):
        marks = list(MARK.finditer(line))
        if marks and not mark_kinds(line) and (typography == "classic" or len(marks) % 2):
            at = offset + marks[-1].start()
            yield Doubt(
                code="typography-marks",
                start=at,
                end=at + 1,
                excerpt=text[max(offset, at - 20) : min(offset + len(line), at + 20)],
                message="Ces guillemets ne vont pas par paires\u00a0: ouvrez ou fermez celui qui manque.",
            )
        offset += len(line) + 1


def _without(text: str, held: list[tuple[int, int]]) -> str:
    """The text with its protected passages blanked out, offsets as they were."""
    pieces, at = [], 0
    for start, end in held:
        pieces += [text[at:start], "_" * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])
