"""Where quotation marks open and close in a run of paragraphs, without asking yet whose words stand between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["SPACES", "Span", "find_spans"]

CLOSING = {"“": "”", "„": "“”", "«": "»", "‘": "’"}
SPACES = " \t\n\u00a0\u202f\u2009"


@dataclass(frozen=True)
class Span:
    """Text between marks: `start` and `end` exclude the marks, `left` and `right` include them.

    `runs_on` says that the quotation stays open at the paragraph's end and the next paragraph takes it up.
    """

    paragraph: int
    start: int
    end: int
    left: int
    right: int
    runs_on: bool = False
    single: bool = False


def find_spans(texts: Sequence[str]) -> list[Span]:
    """The outermost quotations of each text, in order. Inner ones belong to the outer one's words."""
    spans: list[Span] = []
    taken_up: str | None = None
    for number, text in enumerate(texts):
        following = texts[number + 1] if number + 1 < len(texts) else ""
        found, taken_up = _scan(number, text, following, taken_up)
        spans += found
    return spans


def _scan(number: int, text: str, following: str, taken_up: str | None) -> tuple[list[Span], str | None]:
    spans: list[Span] = []
    at = 0
    if taken_up:
        # A paragraph that goes on with a quotation repeats the opening mark; in French it may repeat the closing one.
        lead = re.match(r"[\s\u00a0\u202f]*[“\"«»‘][\s\u00a0\u202f]*", text)
        opened = lead.end() if lead else 0
        close = _closing(text, opened, taken_up)
        if close is None:
            if _takes_up(following, taken_up):
                return [_span(number, text, opened, len(text), 0, len(text), True)], taken_up
        else:
            spans.append(_span(number, text, opened, close, 0, close + 1, False))
            at = close + 1
    while (opening := _next_opening(text, at)) is not None:
        mark = text[opening]
        close = _closing(text, opening + 1, mark)
        if close is not None:
            spans.append(_span(number, text, opening + 1, close, opening, close + 1, False, single=mark in "‘'"))
            at = close + 1
        elif mark not in "‘'" and _takes_up(following, mark):
            spans.append(_span(number, text, opening + 1, len(text), opening, len(text), True))
            return spans, mark
        else:
            at = opening + 1
    return spans, None


def _span(
    number: int, text: str, start: int, end: int, left: int, right: int, runs_on: bool, single: bool = False
) -> Span:
    while start < end and text[start] in SPACES:
        start += 1
    while end > start and text[end - 1] in SPACES:
        end -= 1
    return Span(number, start, end, left, right, runs_on, single)


def _next_opening(text: str, at: int) -> int | None:
    for place in range(at, len(text)):
        sign = text[place]
        before = text[place - 1] if place else " "
        after = text[place + 1] if place + 1 < len(text) else " "
        if sign in "“„«":
            return place
        if sign == '"' and (before in SPACES or before in "([—–-:'’,") and after not in SPACES:
            return place
        if sign in "‘'" and (before in SPACES or before in "([—–") and after.isalnum():
            return place
    return None


def _closing(text: str, at: int, mark: str) -> int | None:
    """Where the quotation opened by `mark` closes, or None. Marks of another kind inside belong to its words."""
    if mark in "‘'":
        return _closing_single(text, at, mark)
    if mark == '"':
        place = text.find('"', at)
        return place if place >= 0 else None
    depth = 0
    for place in range(at, len(text)):
        if text[place] in CLOSING[mark]:
            if not depth:
                return place
            depth -= 1
        elif text[place] == mark:
            # An opening mark at the head of a line repeats the one before; elsewhere it nests.
            depth += 1
    return text.find(CLOSING[mark][-1], at) if depth and CLOSING[mark][-1] in text[at:] else None


def _closing_single(text: str, at: int, mark: str) -> int | None:
    """A closing single mark is one that no letter follows and that is no elision: the words before it end a phrase."""
    closing = "’" if mark == "‘" else "'"
    for place in range(at, len(text)):
        after = text[place + 1] if place + 1 < len(text) else " "
        before = text[place - 1]
        if text[place] == closing and not after.isalnum() and (before in ".,!?…" or before != "s"):
            return place
    return None


def _takes_up(following: str, mark: str) -> bool:
    return following.lstrip("".join(SPACES)).startswith({"«": ("«", "»"), "“": ("“",), "„": ("„",), '"': ('"',)}[mark])
