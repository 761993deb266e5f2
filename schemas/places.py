"""The places of an article that a draft names: each of them is there."""

from collections.abc import Iterator

from schemas.article import Article, Evidence
from schemas.base import misplaced
from schemas.draft import Analyse, Synthese, holders

__all__ = ["check_evidence"]

_Place = tuple[int | str, ...]
# What an article has beside its paragraphs.
_BESIDE = ("title", "description")


def check_evidence(draft: Analyse | Synthese, article: Article) -> None:
    """Raise ValidationError where a draft leans on a paragraph, or on words of one, that the article has not."""
    for place, one in _named(draft):
        paragraph = article.paragraph(one.paragraph)
        if paragraph is None and one.paragraph not in _BESIDE:
            raise misplaced(place, f"l’article n’a pas de paragraphe «\u00a0{one.paragraph}\u00a0»", one)
        if paragraph is None:
            continue
        length = len(paragraph.text)
        if not 0 <= (one.start or 0) <= (length if one.end is None else one.end) <= length:
            said = f"le passage {one.start}–{one.end} sort de {paragraph.id}, long de {length} caractères"
            raise misplaced(place, said, one)


def _named(draft: Analyse | Synthese) -> Iterator[tuple[_Place, Evidence]]:
    for part, paragraphs in draft.declared.items():
        for number, one in enumerate(paragraphs):
            yield ("declared", part, number), Evidence(paragraph=one)
    for place, holder in holders(draft):
        for number, evidence in enumerate(holder.evidence):
            yield (*place, "evidence", number), evidence
        for sentence, told in enumerate(holder.sentences):
            for number, evidence in enumerate(told.evidence):
                yield (*place, "sentences", sentence, "evidence", number), evidence
