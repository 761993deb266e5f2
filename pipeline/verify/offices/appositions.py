"""Who is presented as what: the words apposed to a name, against those that the source apposes to it (« Facts », 2 and 3).

« Luca Sereno, magnat du transport », where "the haulage magnate" is another: no table of offices needs to know the word.
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.embedding import embed
from pipeline.verify.alignment import content_words
from pipeline.verify.clauses import is_verbless, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.offices.holders import names_in
from pipeline.verify.offices.role_words import role_concepts
from pipeline.verify.prepare import Source, Statement, per_source, words_of
from pipeline.verify.proper_names.exonyms import counterparts
from schemas.finding import Finding

__all__ = ["presented_as_another"]

# An apposition LIKE another tells of the same one, if those of its own name are so much less like it.
LIKE, APART = 0.5, 0.25
# So many words that carry meaning tell one apposition from another.
TELLING = 2


class _Presented(NamedTuple):
    """A name by its last word, where it stands, and what is apposed to it."""

    last: str
    start: int
    end: int
    words: str


_AFTER = re.compile(
    r", (?P<words>(?!et |and |mais |but |who said|qui a )[^,.;:()«»“”]{8,90})[,.;:]|(?P<is> (?:is|was) (?:an?|the) [^,.;:]{8,80})"
)
_BEFORE = re.compile(r"(?:^|[,;:“\"] ?)(?P<words>[^,.;:()«»“”]{8,80}), $")
# "The haulage magnate Desmond Quarrie", « le criminologue Tobias Wray »
_TITLE = re.compile(
    r"\b(?:(?:the|an?|le|la) |l[’'])(?P<words>[^\WA-ZÀ-Ý\d_][\w’'-]*(?: [^\WA-ZÀ-Ý\d_][\w’'-]*){0,4}) $", re.UNICODE
)


# Who does something is told, not presented.
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|would|will|could|may|might|did|does|said|says|not|he|she|it|they|according)\b"
)
_FULL = re.compile(r"[A-ZÀ-Ý][\w’'.-]+ (?:\w+ )?[A-ZÀ-Ý][\w’'-]+")


def _read(statement: Statement) -> tuple[_Presented, ...]:
    """The people of a sentence whom it presents, by whatever stands beside them; nothing that tells what they did."""
    text, side = statement.text, side_of(statement)
    found = []
    for start, end, last in names_in(text, side):
        if not _FULL.fullmatch(text[start:end].rstrip(".")):
            continue
        after, before = _AFTER.match(text, end), _BEFORE.search(text, 0, start)
        title = _TITLE.search(text, max(0, start - 60), start)
        said = [one["words"] for one in (before, title) if one and not _tells(one["words"], side)]
        if after and (after["is"] or after["words"].startswith(("who ", "qui ")) or not _tells(after["words"], side)):
            said.append(after["is"] or after["words"])
        found += [_Presented(last, start, end, one.strip()) for one in said if len(content_words(one, side)) >= TELLING]
    return tuple(found)


def _tells(words: str, side: str) -> bool:
    return not is_verbless(words) if side == "fr" else bool(_TELLS.search(words))


@per_source
def _known(source: Source, _: str) -> tuple[tuple[_Presented, Statement], ...]:
    return tuple((each, one) for one in source.statements for each in _read(one) if each.last in source.proper)


@per_source
def _is_a_house(source: Source, last: str) -> bool:
    """Whether a name ends in a common noun: « Halden Museum » is a museum, and no one else can be presented as one."""
    return any(re.search(rf"\b{re.escape(last)}\b", one.text) for one in source.statements)


def presented_as_another(claim: Statement, source: Source) -> Iterator[Finding]:
    """A name beside words that the source has beside another name, and nothing like them where it has ours."""
    known = _known(source, "")
    for mine in _read(claim) if known else ():
        forms = {mine.last, *(piece for form in counterparts(mine.last) for piece in words_of(form))}
        named = [one.text for one in source.statements if forms & one.words]
        others = [(each, one) for each, one in known if each.last not in forms and not _is_a_house(source, each.last)]
        # Offices have their own rooms; and who the article is about may be anyone in it.
        if not named or not others or mine.last in source.headline or any(role_concepts(mine.words)):
            continue
        ours = embed([mine.words])[0]
        cosines = embed([each.words for each, _ in others]) @ ours
        own = embed([*named, *(each.words for each, _ in known if each.last in forms)]) @ ours
        other, home = others[int(cosines.argmax())]
        if float(cosines.max()) < max(LIKE, float(own.max()) + APART):
            continue
        message = (
            f"La source présente ainsi «\u00a0{home.text[other.start : other.end]}\u00a0», {cited(home.text, home)}, "
            f"non «\u00a0{claim.text[mine.start : mine.end]}\u00a0»\u00a0: vérifiez de qui il s’agit."
        )
        yield found_in(claim, (mine.start, mine.end), "name-elsewhere", "warning", message, [home])
