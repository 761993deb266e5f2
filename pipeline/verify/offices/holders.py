"""Offices tied to a name on either side: one that the source gives to another person only (EDITORIAL.md, « Facts », 2)."""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.keeping import per_sentence
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.offices.role_words import FIXED, is_epithet, role_concepts
from pipeline.verify.offices.roles import HEADS, also_called, headed, leads_on
from pipeline.verify.prepare import Statement, words_of
from pipeline.verify.proper_names.naming import PARTICLE, UP, read_names
from schemas.finding import Finding

__all__ = ["names_in", "offices_of_others"]


class Tie(NamedTuple):
    """An office that a sentence ties to a name: the name's place and last word, the office's place and readings.

    `definite`: "the mayor, X", an office that one person holds.
    """

    start: int
    end: int
    last: str
    at: tuple[int, int]
    offices: frozenset[str]
    definite: bool


_PIECE = r"[^\s,.;:!?()«»“”\"]+"
_OF = r"(?:of|for|at|in|de|du|des|à|au|aux|en|charg\w+|délégu\w+|[dl][’'][^\s,.;:]+)"
# "the mayor, X", « la maire X », "Dr. X", « le médiateur de l’État chargé de la vie privée, X »
_LEADING = re.compile(
    rf"\.?(?: général\w*| general)?(?: [a-zà-ÿ-]{{2,}}(?:ien|ais|ois|ain|and|ol|nal|ral)(?:s?e|ne|le)?)?(?P<of> {_OF}(?: {_PIECE}){{0,7}})?(?P<comma>,?) "
)
# "X, the authority's chief executive", « X, qui dirige … »
_FOLLOWING = re.compile(rf"(?P<of>, (?:{_PIECE} ){{0,5}}(?:[dl][’'])?)")
_LOOSE = re.compile(r"\b(?:of|for|to|by|with|from|against|in|at|de|du|des|à|au|aux|en|par|pour|avec|chez|contre) (?:\w+ )?(?:[dl][’'])?$")  # fmt: skip
_FINITE = {
    "en": re.compile(r"\b(?:said|says|told|has|had|have|is|was|were|are|will|would|that|but|whose|\w{3,}ed)\b"),
    # « la ministre d’avoir enterré une étude commandée par X »: no office is held by someone.
    "fr": re.compile(r"\b(?:a|ont|est|sont|avait|était|avoir|être|que|mais|dont|par)\b|\b[ns][’']\w"),
}
_ONE = re.compile(r"(?:\b(?:the|its|their|his|her|our|le|la|son|sa|leur)\b|[’']s\b|\b[lL][’'])[^,.;:]{0,40}$", re.I)
_RUN = re.compile(rf"\b(?!(?:The|An?|In|On|At|But|And|It|He|She|They|Its|His|Her|Their)\b)[{UP}][\w’'-]*(?:(?: {PARTICLE})? [{UP}][\w’'.-]*)*")  # fmt: skip


def offices_of_others(claim: Statement, source: Sequence[Statement]) -> Iterator[Finding]:
    """An office beside a name that the source ties to somebody else, or that is surely none of those it ties to ours."""
    for tie in _ties(claim.text, "fr"):
        named = [one for one in source if tie.last in one.words]
        own = also_called(_own_offices(tie.last, named), source)
        if not named or tie.offices & own or HEADS.match(claim.text, tie.at[0]):
            continue
        held, told = _held_by_another(tie, source, known=bool(own)), _told_otherwise(tie, named)
        if held:
            message = (
                f"La source donne cette fonction à quelqu’un d’autre, {cited(held.text, held)}\u00a0: vérifiez le nom."
            )
        elif told:
            message = (
                f"La source présente cette personne autrement, {cited(told.text, told)}\u00a0: rétablissez la fonction."
            )
        if place := held or told:
            yield found_in(claim, (tie.start, tie.end), "role-wrong", "warning", message, [place])


def _held_by_another(tie: Tie, source: Sequence[Statement], *, known: bool) -> Statement | None:
    """Where the source ties the office to another name: to the one who holds it, unless it gives an own one to ours."""
    for one in source:
        for other in _ties(one.text, side_of(one)):
            if other.offices & tie.offices and other.last != tie.last and (known or other.definite):
                return one
    return None


def _told_otherwise(tie: Tie, named: Sequence[Statement]) -> Statement | None:
    """Where the source ties our name to an office that has one French word, and the claim to another such."""
    for one in named if tie.offices <= FIXED else ():
        for other in _ties(one.text, side_of(one)):
            if other.last == tie.last and other.offices & FIXED:
                return one
    return None


def _own_offices(word: str, named: Sequence[Statement]) -> frozenset[str]:
    """The offices in the sentences that name someone, less those tied to others there and the words of other names."""
    found: set[str] = set()
    for one in named:
        side = side_of(one)
        taken = {each.at for each in _ties(one.text, side) if each.last != word}
        names = [(start, end) for start, end, last in names_in(one.text, side) if last != word]
        for at, roles in _offices(one.text).items():
            if at not in taken and not any(start < at[0] < end for start, end in names):
                found |= roles | headed(one.text[slice(*at)])
    return frozenset(found)


@per_sentence
def _ties(text: str, side: str) -> tuple[Tie, ...]:
    """The names of a sentence beside an office: the nearest before each, or else the first that follows."""
    offices = _offices(text)
    found = []
    for start, end, last in names_in(text, side):
        leading = [at for at in offices if _leads(text, at, start, end, side)]
        leading = [at for at in leading if not _is_of_another(text, at, leading)]
        at = max(leading) if leading else next((one for one in offices if _follows(text, one, end, side)), None)
        if at:
            definite = at[0] >= start or text[at[0]].isupper() or bool(_ONE.search(text[: at[0]]))
            found.append(Tie(start, end, last, at, offices[at], definite))
    return tuple(found)


# "Anita Rowe KC" is called Rowe.
_POSTNOMINAL = re.compile(r"(?<=\w) (?:KC|QC|SC|MP|MEP|MSP|TD|MD|PhD|Jr|Sr)\.?$")


def names_in(text: str, side: str) -> Iterator[tuple[int, int, str]]:
    """The names of a sentence: where each stands, and its last word."""
    spans = ((one.start, one.end, one.text) for one in read_names(text)) if side == "fr" else ((*match.span(), match.group()) for match in _RUN.finditer(text))  # fmt: skip
    for start, end, name in spans:
        if words := words_of(_POSTNOMINAL.sub("", name.removesuffix("’s").removesuffix("'s"))):
            yield start, end, words[-1]


def _offices(text: str) -> dict[tuple[int, int], frozenset[str]]:
    """The offices of a text by place, without those that are a word of a longer one (« directeur général »)."""
    found: dict[tuple[int, int], set[str]] = {}
    for match, role in role_concepts(text):
        found.setdefault(match.span(), set()).add(role)
    whole = {at: roles for at, roles in found.items() if not any(_is_word_of(text, at, other) for other in found)}
    # A director general heads the whole: not any director does.
    return {
        at: frozenset({"executive"} if "director" in roles and re.match(r"[ -]g[ée]n[ée]ral", text[at[1] :]) else roles)
        for at, roles in sorted(whole.items())
    }


def _is_word_of(text: str, at: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether an office is but a word of another's name, or its epithet."""
    within = other[0] <= at[0] and at[1] <= other[1] and other != at
    return within or (other[1] + 1 == at[0] and bool(re.match(r"g[ée]n[ée]ral", text[at[0] :])))


def _leads(text: str, at: tuple[int, int], start: int, end: int, side: str) -> bool:
    """Whether an office stands before a name as its own: as a title, or with no more between than what it is over."""
    if re.search(r"[^s]s$", text[at[0] : at[1]]):
        return False
    if start <= at[0] < end:
        return at[0] == start and at[1] < end
    between = _LEADING.fullmatch(text, at[1], start) if at[1] < start else None
    if between is None or (between["of"] and not between["comma"]):
        return False
    return not _FINITE[side].search(between["of"] or "")


_OF_ANOTHER = re.compile(r" (?:d[eu]|de la|of|of the|to the) | (?:de l|d)[’']")


def _is_of_another(text: str, at: tuple[int, int], leading: Sequence[tuple[int, int]]) -> bool:
    """« L’avocate du sergent, X »: the lawyer has the name; « le syndicat policier, X » names no policeman either."""
    return is_epithet(text, at) or any(
        other[1] < at[0] and _OF_ANOTHER.fullmatch(text, other[1], at[0]) for other in leading
    )


# "CLONVARRA, Ireland, Oct 7 - Education Minister X": a dateline holds no office.
_DASH = re.compile(r" [-–—] ")


def _follows(text: str, at: tuple[int, int], end: int, side: str) -> bool:
    """Whether an office is apposed to the name that ends here; "the mayor's aide" is no mayor."""
    between = _FOLLOWING.fullmatch(text, end, at[0]) if end < at[0] else None
    plural = side == "fr" and text[at[1] - 1] == "s"
    if (
        between is None
        or _DASH.search(between["of"])
        or plural
        or re.match(r"[’']s\b", text[at[1] :])
        or leads_on(text, *at)
    ):
        return False
    return not _LOOSE.search(between["of"]) and not _FINITE[side].search(between["of"])
