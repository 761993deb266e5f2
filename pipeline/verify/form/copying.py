"""No run of the source's own words longer than a quotation allows."""

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.verify.check import Check
from pipeline.verify.context import Context
from pipeline.verify.wording import finding, masked, prose
from schemas.finding import Finding, Severity

__all__ = ["CHECKS", "check_copying"]

_WORD = re.compile(r"[^\W_]+")


def check_copying(context: Context) -> Iterator[Finding]:
    """Runs of words that stand so in the source, outside quotation marks; twice the limit is copying beyond doubt."""
    limit = context.house.limits.copied_words_max
    article = context.article
    runs = _runs((article.title, article.description or "", *(one.text for one in article.paragraphs)), limit + 1)
    for part in prose(context):
        if part.path.startswith("quotes"):
            continue
        words = list(_WORD.finditer(masked(part.text)))
        plain = [match[0].casefold() for match in words]
        for first, last in _shared(plain, runs, limit + 1):
            span = (words[first].start(), words[last].end())
            if _is_names(part.text[span[0] : span[1]]):
                continue
            severity: Severity = "blocking" if last - first + 1 > 2 * limit else "warning"
            message = (
                f"{last - first + 1} mots de suite sont ceux de la source, {limit} au plus hors citation\u00a0: "
                "reformulez, ou mettez le passage entre guillemets avec son auteur."
            )
            yield finding(part, span, "copied-words", severity, message)


@lru_cache(maxsize=32)
def _runs(texts: tuple[str, ...], size: int) -> frozenset[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for text in texts:
        plain = [match[0].casefold() for match in _WORD.finditer(text)]
        found.update(zip(*(plain[n:] for n in range(size)), strict=False))
    return frozenset(found)


def _shared(plain: list[str], runs: frozenset[tuple[str, ...]], size: int) -> Iterator[tuple[int, int]]:
    """First and last word of each longest run shared with the source."""
    start: int | None = None
    for n in range(len(plain) - size + 2):
        if tuple(plain[n : n + size]) in runs:
            start = n if start is None else start
        elif start is not None:
            yield start, n + size - 2
            start = None


def _is_names(passage: str) -> bool:
    """A list of names cannot be put in other words."""
    words: list[str] = _WORD.findall(passage)
    return sum(word[0].isupper() or word[0].isdigit() for word in words) > 0.6 * len(words)


CHECKS: tuple[Check, ...] = (
    Check(
        codes=("copied-words",),
        english="No run of the source's own words is longer than a quotation allows.",
        french="Aucune suite de mots de la source n’est plus longue que ce qu’une citation permet.",
        example="treize mots de suite repris d’un article français",
        run=check_copying,
    ),
)
