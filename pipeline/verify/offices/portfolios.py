"""What someone is in charge of: « directrice financière » for the chief medical officer (EDITORIAL.md, « Facts », 2 and 3)."""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.keeping import per_sentence
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.offices.portfolio_words import ENGLISH_OFFICE, FIELDS, FRENCH_OFFICE
from pipeline.verify.prepare import Statement, words_of
from pipeline.verify.proper_names.naming import UP, read_names
from schemas.finding import Finding

__all__ = ["portfolios_exchanged"]


class Charge(NamedTuple):
    """What a sentence says a name is in charge of: the name's place and last word, the office's place, the fields."""

    start: int
    end: int
    last: str
    at: tuple[int, int]
    fields: frozenset[str]


def portfolios_exchanged(claim: Statement, source: Sequence[Statement]) -> Iterator[Finding]:
    """An office beside a name, of a field that no sentence of the source which names them has, where it gives another."""
    for mine in _charges_fr(claim.text):
        named = [one for one in source if mine.last in one.words]
        told = next((one for one in named if side_of(one) == "en" and _charge_en(one.text, mine.last)), None)
        if told is None or any(mine.fields & _fields_in(one.text, side_of(one)) for one in _around(named, source)):
            continue
        # Who directs a house of any kind may be its « directrice générale ».
        directs = _DIRECTS.search(told.text) if mine.fields == _WHOLE else None
        if directs and not _fields_in(directs["kind"] or "", "en"):
            continue
        message = f"La source donne une autre charge à cette personne, {cited(told.text, told)}\u00a0: rétablissez sa fonction."
        yield found_in(claim, (mine.start, mine.end), "role-wrong", "warning", message, [told])


_WHOLE = frozenset(["general"])
_DIRECTS = re.compile(
    r"(?P<kind>\b\w+ )?\bdirector(?: of| at|[,.;])|\b(?:head|principal|manager|superintendent) (?:of|at)\b",
    re.IGNORECASE,
)
_LEANS = re.compile(r"(?:Its|His|Her|Their) ")


def _around(named: Sequence[Statement], source: Sequence[Statement]) -> list[Statement]:
    """The sentences that name someone, with the one before each that leans on it: "Tarn heals. Its head, X, …"."""
    held = {id(one) for one in named}
    leant = {
        id(before)
        for before, one in pairwise(source)
        if id(one) in held and before.place == one.place and _LEANS.match(one.text)
    }
    return [one for one in source if id(one) in held or id(one) in leant]


@per_sentence
def _fields_in(text: str, side: str) -> frozenset[str]:
    return frozenset(field for field, words in FIELDS.items() if words[side].search(text))


# « directrice financière du groupe », « ministre délégué chargé des prisons », « ministre de l’Éducation de l’État »:
# what an office is of, up to what leads to a place or a house.
_WORD = r"[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*"
_OVER = re.compile(
    rf"(?P<kind>(?: (?!(?:du|des|de|à|au|aux|en|et|par|pour|qui|que|chargée?|déléguée?)\b)(?:{_WORD})(?![’'\w]))?"
    r"(?: (?:de la |de l[’']|du |des |de |d[’']|aux? |à la |à l[’']|chargée?s? (?:de la |de l[’']|du |des |de |d[’'])|déléguée? (?:à la |à l[’']|aux? )|en charge (?:de la |de l[’']|du |des ))"
    rf"[{UP}a-zà-ÿ][\w’'-]*(?: (?:et (?:de la |de l[’']|du |des |à la |aux? )?)?(?!(?:de|du|des|au|aux|à|et)\b){_WORD})?)?)"
)


@per_sentence
def _charges_fr(text: str) -> tuple[Charge, ...]:
    """The names of a French sentence with the field of the office that stands beside each."""
    found = []
    offices = list(FRENCH_OFFICE.finditer(text))
    for name in read_names(text):
        if not name.words:
            continue
        for office in offices:
            over = _OVER.match(text, office.end())
            fields = _fields_in(over.group(), "fr") if over else frozenset()
            if fields and _is_beside(text, office, over.end() if over else office.end(), name.start, name.end):
                found.append(Charge(name.start, name.end, name.words[-1], office.span(), fields))
                break
    return tuple(found)


_REST = re.compile(r"(?P<house> (?:de la |de l[’']|du |des |de |d[’']|chez |à |au |aux )[^,.;:()«»]{1,60})?,? (?:M\.[ \u00a0]|Mme[ \u00a0]|l[ea] (?:docteure?|professeure?|général|colonel(?:le)?|capitaine|commandante?|juge|lieutenante?|sergente?|major|père|sœur|pasteure?) |l[’']amirale? )?$")  # fmt: skip
# « Directrice médicale du groupe, auteur du plan, la docteure X »: what opens a sentence without an article is hers.
_OPENING = re.compile(r"[^.;:()«»]{0,110}, (?:(?:l[ea] |l[’'])[a-zà-ÿ-]+ )?")
_FINITE = re.compile(
    r"\b(?:a|ont|est|sont|avait|avaient|était|sera|que|qui|mais|dont|et|par|pour|selon|après|avant|avoir|être)\b|\b[ns][’']\w|,"
)


def _is_beside(text: str, office: re.Match[str], over: int, start: int, end: int) -> bool:
    """Whether an office is the name's: « la ministre des Finances, X », « X, directrice générale de Y »."""
    if over <= start:
        between = text[over:start]
        house = between.rstrip().rstrip(",")
        if office.start() == 0 and _OPENING.fullmatch(between) and not _FINITE.search(house.replace(",", "")):
            return True
        rest = _REST.fullmatch(between)
        return rest is not None and not _FINITE.search(rest["house"] or "") and not _tied(text, over, start)
    if office.start() < end:
        return False
    led = text[end : office.start()]
    return bool(
        re.fullmatch(r", (?:l[ea] |l[’']|une? |son |sa |leur |actuel(?:le)? |ancienne? |ex-|nouve(?:au|lle) )*", led)
    )


def _tied(text: str, over: int, start: int) -> bool:
    """« le ministre des Finances de Valdorie »: the name is of a place, or of a house."""
    return bool(re.search(r"(?:\b(?:de|du|des|à|au|aux|en|chez|par|pour|avec|contre)(?: la| le| les)?|[dl][’']) ?$", text[over:start].rstrip() + " "))  # fmt: skip


_ALL_SAID = re.compile(r"\b(?:mayor|governor|judge|coach|captain|ambassador|sheriff|treasurer)\b", re.IGNORECASE)


@per_sentence
def _charge_en(text: str, last: str) -> frozenset[str]:
    """The fields of the office that an English sentence ties to the name of this last word; empty where it ties none."""
    found: set[str] = set()
    for match in re.finditer(rf"(?:[{UP}][\w.’'-]* ){{0,3}}[{UP}][\w’'-]*", text):
        if last not in words_of(match.group()):
            continue
        before = re.split(
            r"[.;:!?“”\"()]|\b(?:said|says|told|that|and|but)\b", text[max(0, match.start() - 80) : match.end()]
        )[-1]
        after = re.match(r", (?:[^,.;:]{3,70})(?=[,.;:]|$)", text[match.end() :])
        for around in (before, after.group() if after else ""):
            if ENGLISH_OFFICE.search(around):
                found |= _fields_in(around, "en")
            # Their office says all that they are in charge of.
            found |= {one.group().lower() for one in _ALL_SAID.finditer(around)}
    return frozenset(found)
