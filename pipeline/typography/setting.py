"""A text set in the house's typography: the rules run on what is not protected, until nothing changes any more."""

import re

from pipeline.typography.marks import guillemets
from pipeline.typography.rule import HELD
from pipeline.typography.rules import RULES
from pipeline.typography.spared import left_alone
from schemas.draft import Typography

__all__ = ["thousands", "typeset"]


def thousands(number: int) -> str:
    """A whole number with its thousands set apart, as French print has it."""
    return f"{number:,}".replace(",", "\u202f")


def typeset(text: str, typography: Typography) -> str:
    """The text in the house's typography; `plain` leaves every character. Setting twice changes nothing more.

    Addresses, code, file names, link targets, tags, ratios and foreign passages between quotation marks stay as they
    are; so do hours inside quotations.
    """
    if typography == "plain":
        return text
    # Marks pushed apart or together by one rule can make sense to an earlier one; real prose settles at once.
    for _ in range(6):
        before, text = text, _set_once(text)
        if text == before:
            break
    return text


def _set_once(text: str) -> str:
    spans = left_alone(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    free = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    held = iter([text[start:end] for start, end in spans])
    return re.sub(HELD, lambda _: next(held), _apply_rules(HELD.join(free)))


def _apply_rules(text: str) -> str:
    text = "\n".join(guillemets(line) for line in text.split("\n"))
    for rule in RULES:
        text = rule.pattern.sub(rule.new, text)
    return text
