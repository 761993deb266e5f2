"""What reviewers mended in a draft: the words they took out, and those they put in their place."""

import difflib
import re
from collections.abc import Iterator

import sqlalchemy as sa

from evals.samples import SampleFact
from pipeline.store.drafts import load_text, revisions_of
from schemas.article import Article
from schemas.base import Closed
from schemas.draft import Analyse, Synthese
from schemas.parts import iter_parts

__all__ = ["Fix", "facts_from", "fixes_of"]

# A figure with its inner spaces is one word, so that « 12 400 » is never taken apart.
_WORD = re.compile(r"\d[\d\s.,]*\d|\w+(?:[’'-]\w+)*|[^\w\s]")
_TELLING = re.compile(r"\d|^[A-ZÀ-Ý][\w’'-]{2,}")
# A longer passage never comes back word for word; its figures and names may.
_PHRASE_MAX_WORDS = 6


class Fix(Closed):
    """One part, as it was and as a person made it; `wrong` is gone from the signed text, `right` stands in it."""

    part: str
    before: str
    after: str
    wrong: tuple[str, ...] = ()
    right: tuple[str, ...] = ()

    def comes_back_in(self, text: str) -> bool:
        """Whether a text says again what was taken out."""
        return any(_has(one, text) for one in self.wrong)


def fixes_of(db: sa.Connection, draft_id: str, signed: Analyse | Synthese) -> tuple[Fix, ...]:
    """Every part that a person changed, against the text before, as far as the signed text still says so."""
    whole = "\n".join(one.text for one in iter_parts(signed))
    found = []
    for one in revisions_of(db, draft_id):
        if one.origin != "human" or one.parent is None:
            continue
        old = {part.path: part.text for part in iter_parts(load_text(db, one.parent))}
        for part in iter_parts(load_text(db, one.revision)):
            before = old.get(part.path, "")
            if before and part.text != before:
                found.append(_fix(part.path, before, part.text, whole))
    return tuple(one for one in found if one.wrong or one.right)


def facts_from(fixes: tuple[Fix, ...], article: Article) -> tuple[SampleFact, ...]:
    """What was put in, as facts that a later draft must carry, each with the source's passage that speaks of it."""
    return tuple(
        SampleFact(
            id=f"fix-{n}",
            sentence=_passage(one.right, article),
            french=one.after,
            must=tuple((it,) for it in one.right),
        )
        for n, one in enumerate(fixes, 1)
        if one.right
    )


def _fix(part: str, before: str, after: str, signed: str) -> Fix:
    old, new = _WORD.findall(before), _WORD.findall(after)
    wrong: list[str] = []
    right: list[str] = []
    for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            wrong += _taken_out(old, i, j, before, signed)
            right += [one for one in new[k:m] if _TELLING.search(one) and _has(one, signed)]
    return Fix(
        part=part, before=before, after=after, wrong=tuple(dict.fromkeys(wrong)), right=tuple(dict.fromkeys(right))
    )


def _taken_out(words: list[str], begin: int, end: int, before: str, signed: str) -> Iterator[str]:
    """The words that went, with a neighbour on each side where alone they still stand in the signed text."""
    if not any(re.search(r"\w", one) for one in words[begin:end]):
        return
    if end - begin > _PHRASE_MAX_WORDS:
        yield from (one for one in words[begin:end] if _TELLING.search(one) and not _has(one, signed))
        return
    for reach in (0, 1, 2):
        phrase = _span(words, max(begin - reach, 0), end + reach, before)
        if phrase and len(phrase) > 3 and not _has(phrase, signed):
            yield phrase
            return


def _span(words: list[str], begin: int, end: int, text: str) -> str:
    """These words as they stand in the text, spaces included."""
    pattern = r"\s*".join(re.escape(one) for one in words[begin:end])
    found = re.search(rf"(?<!\w){pattern}(?!\w)", text)
    return found[0] if found else ""


def _has(words: str, text: str) -> bool:
    """Whether the words stand in the text as whole words; case, apostrophes and kinds of space do not count."""
    pattern = r"(?<!\w)" + re.escape(_even(words)) + r"(?!\w)"
    return bool(re.search(pattern, _even(text), re.IGNORECASE))


def _even(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def _passage(words: tuple[str, ...], article: Article) -> str:
    texts = [one.text for one in article.paragraphs] or [article.title]
    return max(texts, key=lambda text: sum(_has(one, text) for one in words))
