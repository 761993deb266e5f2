"""New words in a draft's part, whoever wrote them: what its sentences were, and leant on, goes with them."""

import re
from typing import Any

from pipeline.sentences import split
from schemas.draft import DRAFT, Analyse, DraftSentence, Synthese
from schemas.parts import part_text, resolve_path, with_part

__all__ = ["sentences_of", "with_texts"]


def with_texts(draft: Analyse | Synthese, texts: dict[str, str]) -> Analyse | Synthese:
    """The draft with each named part's text replaced. Raises KeyError when there is no such part.

    Each sentence of a reworded paragraph takes stance and evidence of the old one it shares most words with, so that
    the house's own analysis is not taken for a report after an edit.
    """
    changed = draft
    for part, text in texts.items():
        changed = _resentenced(with_part(changed, part, text), part, text, sentences_of(draft, part), draft)
    return changed


def _resentenced(
    changed: Analyse | Synthese,
    part: str,
    text: str,
    before: tuple[DraftSentence, ...],
    draft: Analyse | Synthese,
) -> Analyse | Synthese:
    """The rewritten paragraph's sentences, each with stance and evidence of the old one it shares most words with."""
    if not before:
        return changed
    old = part_text(draft, part)
    spans = [
        (at + 2, at + len(line)) if line.startswith("- ") else (at + start, at + end)
        for at, line in _lines(text)
        for start, end in ([(0, 0)] if line.startswith("- ") else split(line, "fr"))
    ]
    data = changed.model_dump(mode="json")
    here: Any = data
    for step in resolve_path(changed, part):
        here = here[step]
    here["sentences"] = []
    for start, end in spans:
        nearest = max(before, key=lambda one: _shared_words(old[one.start : one.end], text[start:end]))
        here["sentences"].append(nearest.model_copy(update={"start": start, "end": end}).model_dump(mode="json"))
    return DRAFT.validate_python(data)


def _lines(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match[0]) for match in re.finditer(r"[^\n]+", text)]


def _shared_words(one: str, other: str) -> int:
    return len(set(re.findall(r"\w{4,}", one.lower())) & set(re.findall(r"\w{4,}", other.lower())))


def sentences_of(draft: Analyse | Synthese, part: str) -> tuple[DraftSentence, ...]:
    """The sentences that a paragraph or block carries; of any other part none."""
    holders = draft.body if isinstance(draft, Analyse) else ()
    blocks = {f"body[{n}]": one.sentences for n, one in enumerate(holders)}
    if isinstance(draft, Synthese):
        blocks = {
            f"sections[{n}].blocks[{m}]": block.sentences
            for n, section in enumerate(draft.sections)
            for m, block in enumerate(section.blocks)
        }
    return blocks.get(part, ())
