"""Marks inside running text: house phrases, terms of the source, words it quotes (EDITORIAL.md, « Facts », 2)."""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator

from pipeline.embedding import embed
from pipeline.typography import without_spared_marks
from pipeline.verify.check import Check
from pipeline.verify.context import Context
from pipeline.verify.findings import short
from pipeline.verify.prepare import words_of
from pipeline.verify.proper_names.naming import read_names
from pipeline.verify.speech.passages import MARKED, quoted_passages
from pipeline.verify.speech.quotes import named_speaker, places, plain
from schemas.article import Evidence
from schemas.finding import Finding
from schemas.parts import Part

__all__ = ["CHECKS", "check_quotation_marks"]


def check_quotation_marks(context: Context) -> Iterator[Finding]:
    """Marks inside running text: house phrases, up to four words that the source uses, or words it quotes."""
    phrases = {" ".join(words_of(one)) for one in context.house.words.house_phrases}
    for part in context.parts:
        if part.path.startswith(("quotes", "slug", "pillar")):
            continue
        for match in MARKED.finditer(without_spared_marks(part.text)):
            inner = next(one for one in match.groups() if one is not None).strip(" \u00a0,;:")
            if " ".join(words_of(inner)) in phrases or not inner:
                continue
            if _is_backed(context, inner):
                yield from _said_by_another(context, part, match, inner)
                continue
            yield _unbacked(context, part, match, inner)


def _unbacked(context: Context, part: Part, match: re.Match[str], inner: str) -> Finding:
    """A passage in marks that the source does not have; one that may translate a quotation of its is no invention."""
    few = len(inner.split()) <= 4
    meant = None if few else _translated(context, inner)
    if meant:
        message = f"Ces mots semblent traduire «\u00a0{short(meant, 60)}\u00a0»\u00a0: mettez-les dans une citation, avec leur original, ou retirez les guillemets."
    else:
        message = f"La source n’emploie pas «\u00a0{short(inner, 60)}\u00a0»\u00a0: retirez les guillemets, ou citez un passage de la source."
    return Finding(
        code="quote-marks",
        severity="warning" if few or meant else "blocking",
        part=part.path,
        excerpt=match.group(),
        message=message,
        start=match.start(),
        end=match.end(),
    )


# From here on a passage may translate a quotation; with a figure or a name of it, from a little less.
_MAY_TRANSLATE, _SHARED = 0.42, 0.12
_TELLING = re.compile(r"\d[\d.,]*|(?<=[a-zà-ÿ,] )[A-ZÀ-Ý][\w’-]{2,}")


def _translated(context: Context, inner: str) -> str | None:
    """The quotation of the source that a French passage most likely translates, if any."""
    quoted = quoted_passages(context.article)
    if not quoted:
        return None
    telling = set(_TELLING.findall(inner))
    scores = [
        float(cosine) + _SHARED * bool(telling & set(_TELLING.findall(one)))
        for one, cosine in zip(quoted, embed(quoted) @ embed([inner])[0], strict=True)
    ]
    best = max(range(len(quoted)), key=scores.__getitem__)
    return quoted[best] if scores[best] >= _MAY_TRANSLATE else None


def _said_by_another(context: Context, part: Part, match: re.Match[str], inner: str) -> Iterator[Finding]:
    """« … », proteste A: words quoted in a sentence are those of the speaker whom the source gives them."""
    tail = re.match(
        r"[, ]{1,2}(?:a |ont |avait )?[a-zà-ÿ’-]+(?: [a-zà-ÿ’-]+){0,5}? ?(?=[A-ZÀ-Ý])", part.text[match.end() :]
    )
    if tail is None or len(inner.split()) <= 4 or not context.source.statements:
        return
    at = match.end() + tail.end()
    name = next((one for one in read_names(part.text) if one.start <= at < one.end), None)
    statement = context.source.statements[int((context.source.vectors @ embed([inner])[0]).argmax())]
    text = plain(next((text for place, text in places(context) if place == statement.place), ""))
    begin = text.find(plain(statement.text))
    spoken = re.compile(r"\"([^\"]+)\"").search(text, max(0, begin)) if begin >= 0 else None
    speaker = named_speaker(text, spoken.start(1), spoken.end(1) - 1) if spoken else None
    if name is None or speaker is None or set(words_of(speaker)) & set(name.words):
        return
    message = f"La source attribue ces mots à «\u00a0{speaker}\u00a0» ({statement.place})\u00a0: rétablissez qui parle."
    yield Finding(
        code="quote-speaker",
        severity="blocking",
        part=part.path,
        excerpt=name.text,
        message=message,
        start=name.start,
        end=name.end,
        evidence=(Evidence(paragraph=statement.place),),
    )


# Words that are quoted alone are short, and their vectors less sure.
_FEW, _SENTENCE = 0.44, 0.55


def _is_backed(context: Context, inner: str) -> bool:
    """Whether the source has the marked words: as they stand, or as a passage it quotes that means the same."""
    words = words_of(inner)
    if f" {' '.join(words)} " in context.known.text:
        return True
    quoted = quoted_passages(context.article)
    few = len(inner.split()) <= 4
    if few:
        quoted = [one for one in quoted if len(one.split()) <= 8]
        if set(words) <= context.source.words or any(_cognate(words, words_of(one)) for one in quoted):
            return True
    if not quoted:
        return False
    cosines = embed([inner]) @ embed(quoted).T
    return bool(cosines.max() >= (_FEW if few else _SENTENCE))


def _cognate(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """« opération » and “operation”: half of the words begin alike."""
    long = [one for one in ours if len(one) > 4]
    alike = [one for one in long if any(one[:5] == other[:5] for other in theirs)]
    return bool(long) and len(alike) * 2 >= len(long)


CHECKS: tuple[Check, ...] = (
    Check(
        codes=("quote-marks",),
        english="Quotation marks elsewhere hold only house phrases and terms or passages that the source uses.",
        french="Ailleurs, les guillemets n’entourent que les formules de la maison et les mots de la source.",
        example="« purge » entre guillemets là où la source n’emploie pas le mot",
        run=check_quotation_marks,
    ),
)
