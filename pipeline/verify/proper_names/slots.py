"""Names in another's place: « le comté de Creston » where the passage sued "neighboring Gilead Township" (« Facts », 3).

A clause without one of its names still tells what is told of it. Where the passage that it renders tells that of another
name, which the claim leaves out, and no passage tells it of ours, the one stands for the other.
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.dictionary import readings
from pipeline.embedding import embed
from pipeline.verify.alignment import chunk_at, content_words, fits, likeness
from pipeline.verify.clauses import clauses, part_around, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.offices.holders import names_in
from pipeline.verify.prepare import Source, Statement, per_source, words_of
from pipeline.verify.proper_names.naming import Name, read_names
from pipeline.verify.proper_names.people import answers_before, is_named, is_part
from pipeline.verify.quantities.equal_figures import same_quantity
from schemas.finding import Finding

__all__ = ["names_in_place_of_others"]

# Cosine and word by word fit together: from RENDERED on a passage tells what a clause tells, and APART from it tells
# of something else. A figure that both have weighs so much, and tells more surely which passage is rendered.
RENDERED, RENDERED_TIED, APART, FAR_APART, FIGURE = 0.72, 0.58, 0.16, 0.3, 0.1
# So many passages may tell what a stretch tells.
_PASSAGES = 3
# The words beside two names tell that one stands for the other from SLOT on, or from TIED where figures tie their
# sentences, and NEARER than those beside it elsewhere.
SLOT, TIED, NEARER, ALIKE = 0.3, 0.2, 0.05, 0.62
# Words before a name that tell what it does there, and the reach, in letters, where its stretch has fewer.
FEW, WIDE = 5, 40
# A name that so many sentences have may be meant by many others.
OFTEN = 4
# What is called a university, a county or a bank has its name beside that word; and days and peoples name nobody.
_NO_NAMES = re.compile(
    r"(?:university|college|county|township|city|town|village|district|borough|council|court|bank|institute|school|hospital|party|union|association|league|board|department|office|agency|authority|police|group|holdings|inc|ltd|llc|corp|company|street|road|avenue|river|lake|mount|north|south|east|west|new|mr|mrs|ms|dr|sir|dame|lord|lady|judge|president|minister)$"
    r"|(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|christmas|easter|spring|summer|autumn|winter|english|french|german|american|british|european)$"
)
_WHERE = r"(?:city|town|village|county|province|region|district|port|island|state|capital|airport|country|area)"
_LIEU = r"(?:ville|commune|village|comté|canton|province|région|district|quartier|port|île|État|capitale|aéroport|pays|localité|secteur)"
_AT = {
    "en": re.compile(rf"\b(?:in|at|near|from|to|into|across|around|outside|inside|towards?|through|throughout|over)(?: the| neighbou?ring| nearby| rural)*(?: {_WHERE} of)? $", re.I),
    "fr": re.compile(rf"(?<!\w)(?:à|au|aux|en|dans|près d[e’']|vers|chez|depuis|hors d[e’'])(?: ?l[ea’']s?)?(?: ?{_LIEU}(?: voisine?| proche)? d(?:e |u |[’']|e la |e l[’']))? ?$", re.I),
}  # fmt: skip
_OF = {
    "en": re.compile(r"\b(?:of|for|by|with|against)(?: the)? $", re.I),
    "fr": re.compile(r"(?<!\w)(?:d[eu’']|des|par|pour|avec|contre|de l[ea’'])(?: ?l[ea’'])? ?$", re.I),
}
_MEANT = re.compile(
    r"(?:^|[.;:,”\"] ?|\b(?:and|that|but|when|because|as) )(?:he|she|it|they) |^(?:The|Its|Their|His|Her|This|That|There|Here|Both|Another|One) (?!\w+ (?:of|by) (?-i:[A-Z]))|”?,? (?:he|she|it|they) (?:said|told|says|wrote|added|asked)\b",
    re.IGNORECASE,
)
_MEANT_THERE = re.compile(rf"\b(?:there|here|(?:the|its|that|this) {_WHERE})\b", re.IGNORECASE)


# « HELMSFJORD, Sept 30 (Northgate News) - »
_DATELINE = re.compile(r"[A-ZÀ-Ý][^.;:]{2,40}(?: \([^)]{3,40}\))? [-–—] ")
_DEMONYM = re.compile(r"(?:ese|ish|ian|ean|iss|ench|utch|german)$")


class _Called(NamedTuple):
    """A name of the source by its last telling word, whether it says where or of what, and the words beside it."""

    last: str
    text: str
    at: bool
    of: bool
    beside: tuple[str, ...]


def names_in_place_of_others(claim: Statement, source: Source) -> Iterator[Finding]:
    """A rare name of the source in a clause that renders a passage on another."""
    for name in read_names(claim.text):
        last = name.words[-1] if name.words else ""
        if not last or last in source.headline or _is_common(name) or is_part(claim.text, name):
            continue
        if answers_before(claim.text, name):
            continue
        holders = [n for n, one in enumerate(source.statements) if is_named(last, one)]
        for rest in _rests(claim, name) if 0 < len(holders) <= OFTEN else ():
            told = _told_elsewhere(claim, name, rest, source, holders)
            found = ((one, _exchanged(claim, name, rest, one, source, holders, tied=tied)) for one, tied in told)
            passage, other = next((each for each in found if each[1]), (None, ""))
            if passage is not None:
                message = (
                    f"La source dit cela de «\u00a0{other}\u00a0», {cited(passage.text, passage)}, "
                    f"non de «\u00a0{name.text}\u00a0»\u00a0: vérifiez le nom."
                )
                yield found_in(claim, (name.start, name.end), "name-elsewhere", "warning", message, [passage])
                break


def _is_common(name: Name) -> bool:
    """« Le Parlement », « la Cour »: a common noun with a capital."""
    return all(any(one.kind == "N" for one in readings(word)) for word in name.text.lower().split())


def _rests(claim: Statement, name: Name) -> Iterator[tuple[int, int]]:
    """The clause around a name, what is apposed before it, and the part of the sentence where that is more."""
    around = next(((a, b) for a, b in clauses(claim.text) if a <= name.start < b), (0, len(claim.text)))
    yield around
    if _APPOSED.search(claim.text, 0, name.start):
        yield 0, name.start
    part = part_around(claim.text, name.start)
    if around != part:
        yield part


# « Ville de 41 000 habitants, Tarn », « racheté par Tarn, le club »
_APPOSED = re.compile(r"\A(?!Selon|D[’']après|Pour|À|En|Dans)[A-ZÀ-Ý][^,.;:]{20,}, \Z")


def _told_elsewhere(
    claim: Statement, name: Name, span: tuple[int, int], source: Source, holders: Sequence[int]
) -> Iterator[tuple[Statement, bool]]:
    """The passages that tell what a stretch tells without its name, if those that have the name tell other things.

    And whether a figure or a year ties the two.
    """
    low, high = span
    rest = f"{claim.text[low : _begin(claim, name, low)]}{claim.text[name.end : max(high, name.end)]}"
    figures = [one for one in claim.figures if low <= one.start < high and not (one.spelled and one.value <= 10)]
    years = {one.year for one in claim.dates if low <= one.start < high and one.year and not one.relative}
    shared = [
        sum(any(same_quantity(one, each) for each in statement.figures) for one in figures)
        + len(years & {one.year for one in statement.dates})
        for statement in source.statements
    ]
    scores = fits(source, rest) + source.vectors @ embed([rest])[0]
    scores = [float(score) + FIGURE * min(n, 2) for score, n in zip(scores, shared, strict=True)]
    best = max(range(len(scores)), key=scores.__getitem__)
    own, own_ties = max(scores[n] for n in holders), max(shared[n] for n in holders)
    whole = (low, high) == part_around(claim.text, name.start) and len(clauses(claim.text[low:high])) > 1
    if best in holders:
        return
    for n in sorted(range(len(scores)), key=lambda n: -scores[n])[:_PASSAGES]:
        ties = shared[n] - own_ties
        # What stands beside the passage that is surely rendered is rendered more surely.
        beside = scores[best] >= RENDERED and source.statements[n].place == source.statements[best].place
        enough = RENDERED_TIED if ties > 0 or beside else RENDERED
        if n in holders or scores[n] < enough or own > scores[n] - APART or ties < 0:
            continue
        # A sentence may gather what the one beside says of the name.
        told_beside = any(abs(one - n) < 2 and source.statements[one].place == source.statements[n].place for one in holders)  # fmt: skip
        if n != best and told_beside:
            continue
        # Who acts or speaks is often meant where the passage does not name them: there only a figure tells.
        alone = not whole or (not told_beside and own <= scores[n] - FAR_APART)
        if not _stands_for_a_place(claim, name) and (ties < 1 or not alone):
            continue
        # Of a whole sentence a figure may belong to another clause than the name.
        yield source.statements[n], ties > 0 and not whole


# « L’agence de notation X »: what X is goes with the name.
_NOT_OF_IT = r"(?!(?:à|aux?|de|du|des|en|par|pour|sur|sous|avec|sans|contre|dans|chez|vers|entre|que|qui|dont|où|et|ou|mais|est|a|ont|sont|dit)\b)"
_CALLED = re.compile(
    rf"\b(?:l[ea] |l[’']|les |une? |son |sa ){_NOT_OF_IT}[a-zà-ÿ-]+(?: (?:de |d[’']|du |des )?{_NOT_OF_IT}[a-zà-ÿ-]+){{0,2}},? $"
)


def _begin(claim: Statement, name: Name, low: int) -> int:
    """Where a name begins with the words that say what it is."""
    called = _CALLED.search(claim.text, low, name.start)
    return called.start() if called else name.start


# « Par la voix de Lund », « aux yeux de Lund »: who speaks.
_VOICE = re.compile(
    r"\b(?:par la (?:voix|bouche)|de l[’'](?:avis|aveu)|aux (?:yeux|dires)|au dire|dans la bouche|sous la plume|du point de vue) (?:de |d[’'])$",
    re.I,
)


def _stands_for_a_place(claim: Statement, name: Name) -> bool:
    """Whether a name says where, or of what: « à Tarn », « l’université de Tarn »."""
    before = claim.text[: name.start]
    return bool(_AT["fr"].search(before) or _OF["fr"].search(before)) and not _VOICE.search(before)


def _exchanged(
    claim: Statement,
    name: Name,
    span: tuple[int, int],
    passage: Statement,
    source: Source,
    holders: Sequence[int],
    *,
    tied: bool,
) -> str:
    """The name of a passage in whose place the claim has another; empty where there is none."""
    at = bool(_AT["fr"].search(claim.text[: name.start]))
    of = bool(_OF["fr"].search(claim.text[: name.start]))
    if _may_be_meant(passage, source, holders, there=at) or _is_called(claim, name, passage):
        return ""
    mine = _beside(claim.text, _begin(claim, name, span[0]), name.end, "fr")
    # What is apposed to a name tells what it is as well.
    mine = (*mine, claim.text[slice(*span)]) if span == (0, name.start) else mine
    own = [each for n in holders for each in _names_of(source, source.statements[n]) if each.last in name.words]
    least = max([SLOT, *(_likeness(mine, one.beside) + NEARER for one in own)])
    for one in _names_of(source, passage):
        # Who is named in the claim as well, or beside ours somewhere, may speak for it.
        if any(is_named(word, claim) for word in words_of(one.text)) or any(
            one.last in source.statements[n].words for n in holders
        ):
            continue
        # What is done in a place is not done by it, nor by someone of a title.
        if one.at and not at and (_BY_OR_AGAINST.search(claim.text[: name.start]) or _TITLED.match(name.text)):
            continue
        if (one.at == at or one.of or of) and _likeness(mine, one.beside) >= (min(least, TIED) if tied else least):
            return one.text
    return ""


_BY_OR_AGAINST = re.compile(r"(?<!\w)(?:par|contre|avec)(?: ?l[ea’'])? ?$", re.I)
_TITLED = re.compile(r"(?:M|MM|Mme|Mmes|Dr|Me|Mgr)\b")


def _beside(text: str, start: int, end: int, side: str) -> tuple[str, ...]:
    """The stretch around a name without it, and the few words before it; neither where it says nothing."""
    low, high = chunk_at(text, start)
    around = f"{text[low:start].strip()} {text[end : max(end, high)].strip()}".strip()
    before = " ".join(text[low:start].split()[-FEW:])
    if len(around.split()) < FEW:
        around = f"{text[max(0, start - WIDE) : start]}{text[end : end + WIDE]}"
    return tuple(one for one in (around, before) if content_words(one, side))


def _likeness(ours: Sequence[str], theirs: Sequence[str]) -> float:
    return float((embed(ours) @ embed(theirs).T).max()) if ours and theirs else 0.0


_KIND = re.compile(r"(?P<kind>[a-zà-ÿ-]{4,}) (?:d(?:e |u |[’']|e la |e l[’'])|des )?$")
_THE = re.compile(r"\b(?i:the|its|their|his|her|le|la|son|sa) (?P<kind>[a-zà-ÿ-]{3,})\b(?! (?i:of|de) (?:the )?[A-Z])")


def _is_called(claim: Statement, name: Name, passage: Statement) -> bool:
    """Whether the passage calls the name by what it is: « le syndicat X » for "the union"."""
    kind = _KIND.search(claim.text[: name.start])
    side = side_of(passage)
    called = {match["kind"].lower() for match in _THE.finditer(passage.text)}
    theirs = [one for one in content_words(passage.text, side) if one.text in called]
    ours = [one for one in content_words(claim.text, "fr") if kind and one.text == kind["kind"].lower()]
    return bool(ours and theirs) and float(likeness(ours[0], theirs).max()) >= ALIKE


def _may_be_meant(passage: Statement, source: Source, holders: Sequence[int], *, there: bool) -> bool:
    """Whether "it" or "the company" of a passage may be the name, or "there" its place: named shortly before."""
    if not (_MEANT_THERE if there else _MEANT).search(passage.text):
        return False
    index = next(n for n, one in enumerate(source.statements) if one is passage)
    near = [n for n in holders if index - 4 <= n < index]
    return any(not _DATELINE.match(source.statements[n].text) or _names_of(source, source.statements[n]) for n in near)


@per_source
def _names_of(source: Source, passage: Statement) -> tuple[_Called, ...]:
    """The names of a passage, less the words that say of what kind each is."""
    side = side_of(passage)
    dateline = _DATELINE.match(passage.text)
    found = []
    for start, end, _ in names_in(passage.text, side):
        words = [one for one in words_of(passage.text[start:end]) if len(one) > 2 and not _NO_NAMES.match(one)]
        told = words and words[-1] in source.proper and not (dateline and start < dateline.end())
        if told and not (_DEMONYM.search(words[-1]) and re.match(r" [a-z]", passage.text[end:])):
            before = passage.text[:start]
            at, of = bool(_AT[side].search(before)), bool(_OF[side].search(before))
            found.append(_Called(words[-1], passage.text[start:end], at, of, _beside(passage.text, start, end, side)))
    return tuple(found)
