"""Which language a text is in, and whether it is in more than one."""

import re
from collections.abc import Sequence
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

__all__ = ["detect", "is_mixed"]

# Less than this and a guess is worth less than what the page declares.
ENOUGH = 60
# Shorter paragraphs are names, figures and quotations: the guess says nothing.
TELLING = 80


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect(text: str, declared: str | None = None) -> str | None:
    """The language of a text (ISO 639-1); what the page declares where the text is too short to tell."""
    if len(re.findall(r"[^\W\d_]", text)) < ENOUGH:
        return declared
    language, _ = _identifier().classify(text[:20_000])
    return str(language)


def is_mixed(texts: Sequence[str], language: str | None) -> bool:
    """Whether a quarter of the words or more stand in paragraphs of another language."""
    counted = other = 0
    for text in texts:
        if len(text) < TELLING:
            continue
        found, sure = _identifier().classify(text)
        counted += len(text)
        other += len(text) if found != language and sure > 0.95 else 0
    return counted > 0 and other >= 0.25 * counted
