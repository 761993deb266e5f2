"""Where sentences begin and end, with exact offsets: the grain of evidence and of translation by choice."""

import re
from itertools import pairwise

from sentencex import get_sentence_boundaries

from schemas.article import Article, Paragraph, Sentence

__all__ = ["split", "with_sentences"]

# Abbreviations that a name or a number follows: a full stop after them never ends a sentence.
BINDING_WORDS = """
    m mm mme mmes mlle mlles mr mrs ms mx dr drs dre pr prof me mgr st ste rev hon gov sen rep lt col gen capt
    cmdr sgt cpl pvt maj adm supt insp det pres amb atty mt ft no nos nº art al fig vol chap ch p pp cf vs v
    approx ca env av bd bât réf tél ex jr-st
"""
BINDING = frozenset(BINDING_WORDS.split())
# Abbreviations that may also close one: what follows decides.
OPEN_WORDS = """
    jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc inc ltd co corp llc plc etc jr sr
    u.s u.k u.n e.u u.s.a d.c a.m p.m ph.d b.a m.a b.sc m.d l.a n.y e.g i.e km min max est dept univ assn bros
"""
OPEN = frozenset(OPEN_WORDS.split())
# Words of the first list that are also plain words: only a number behind them tells the abbreviation.
NUMBERED = frozenset({"no", "p", "ch", "ex", "fig", "art", "al", "ft", "me"})
NEVER_LAST = frozenset({"e.g", "i.e"})
OPENERS = "\"'“‘«„([—–-\u00a0\u202f "
PAIRS = {"“": "”", "«": "»", "„": "“"}
# A quotation longer than this is cut at its own sentences: nobody can check or translate it in one piece.
LONG = 400
# Words that open a sentence and name no one.
STARTERS_WORDS = """
    the a an this that these those it its he she they we i you his her their our but and in on at for as if
    when while after before since however meanwhile there what who why how no not now some many most all both
    each one two more last le la les l un une des ce cet cette ces il elle ils elles on nous vous je mais et
    dans en pour si quand lorsque après avant depuis selon cependant or car aucun plusieurs son sa ses leur
    leurs
"""
STARTERS = frozenset(STARTERS_WORDS.split())
STOP = re.compile(r"[.!?…]+[\"”’»)\]]*\s+")


def split(text: str, language: str | None) -> tuple[tuple[int, int], ...]:
    """The offsets (start, end) of the sentences of `text`, in order, without the white space around them.

    `text[start:end]` never overlaps its neighbours, and nothing but white space is left between them.
    """
    cuts = [0, *_boundaries(text, language), len(text)]
    spans: list[tuple[int, int]] = []
    for start, end in pairwise(cuts):
        spans += _without_space(text, start, end)
    return tuple(piece for span in spans for piece in _shortened(text, span))


def with_sentences(article: Article) -> Article:
    """The article with ids on all its paragraphs (`p1`) and sentences in those that have none (`p3s2`)."""
    return article.model_copy(
        update={
            "paragraphs": tuple(
                _with_sentences(one, one.id or f"p{n}", article.language) for n, one in enumerate(article.paragraphs, 1)
            )
        }
    )


def _with_sentences(paragraph: Paragraph, paragraph_id: str, language: str | None) -> Paragraph:
    spans = [(one.start, one.end) for one in paragraph.sentences] or split(paragraph.text, language)
    sentences = tuple(
        Sentence(id=f"{paragraph_id}s{n}", start=start, end=end, text=paragraph.text[start:end])
        for n, (start, end) in enumerate(spans, 1)
    )
    return paragraph.model_copy(update={"id": paragraph_id, "sentences": sentences})


def _boundaries(text: str, language: str | None) -> list[int]:
    """Where the library cuts, less the cuts after an abbreviation, before a small letter or inside a quotation."""
    depths = _depths(text)
    found = {boundary["end_index"] for boundary in get_sentence_boundaries(language or "en", text)}
    found |= {match.end() for match in STOP.finditer(text)}
    return [
        at
        for at in sorted(found)
        if 0 < at < len(text) and text[at - 1].isspace() and not depths[at] and _ends_sentence(text[:at], text[at:])
    ]


def _ends_sentence(before: str, after: str) -> bool:
    ahead = after.lstrip(OPENERS)
    if not ahead:
        return False
    before = before.rstrip()
    if after[0] in "»”" or ahead[0].islower():
        return False
    # « Oui ! » dit-il / "Yes!" he said: the attribution carries on, and begins with a small letter (above).
    if not before.endswith("."):
        return before[-1] in '!?…"”’»)]:;' and bool(re.search(r"[.!?…][\s\"”’»)\]]*$", before))
    word = re.split(r"[\s(\[«“\"'’\u00a0\u202f]", before[:-1])[-1].casefold()
    if word in BINDING:
        return word in NUMBERED and not ahead[0].isdigit()
    if re.fullmatch(r"[^\W\d_](?:[.-][^\W\d_])*", word) and word not in OPEN:
        # Initials ("J. K. Rowling") bind; several letters ("O.N.U.") may close a sentence.
        return "." in word and _starts_anew(ahead)
    if word in OPEN:
        return word not in NEVER_LAST and not ahead[0].isdigit() and _starts_anew(ahead)
    return True


def _starts_anew(ahead: str) -> bool:
    """Whether what follows opens with a word that names no one: after "U.S." it tells a new sentence from a name."""
    first = re.match(r"\w+", ahead)
    return first is not None and ahead[0].isupper() and first[0].casefold() in STARTERS


def _depths(text: str) -> list[bool]:
    """For each place, whether it lies inside quotation marks that close again in this text."""
    inside = [False] * (len(text) + 1)
    opened: list[tuple[str, int]] = []
    for at, sign in enumerate(text):
        if opened and sign == opened[-1][0]:
            _, start = opened.pop()
            if not opened:
                inside[start + 1 : at + 1] = [True] * (at - start)
        elif sign in PAIRS:
            opened.append((PAIRS[sign], at))
        elif sign == '"':
            opened.append(('"', at))
    return inside


def _without_space(text: str, start: int, end: int) -> list[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return [(start + left, start + right)] if right > left else []


def _shortened(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    start, end = span
    if end - start <= LONG:
        return [span]
    cuts = [
        start + match.end()
        for match in STOP.finditer(text[start:end])
        if match.end() < end - start
        and _ends_sentence(text[start : start + match.end()], text[start + match.end() : end])
    ]
    edges = [start, *cuts, end]
    return [piece for left, right in pairwise(edges) for piece in _without_space(text, left, right)]
