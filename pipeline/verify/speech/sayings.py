"""Whom a sentence has say something: the speakers of an English one, and those of a French one with what they say."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.dictionary import infinitive, readings
from pipeline.keeping import per_sentence
from pipeline.verify.clauses import is_verbless
from pipeline.verify.deeds.parties import Party, parties
from pipeline.verify.deeds.subjects import subject_of
from pipeline.verify.form.infinitives import says_infinitive

__all__ = ["Saying", "sayings", "spoken_in"]

_SAYING_VERBS = """
estimer juger assurer affirmer soutenir déclarer expliquer préciser ajouter souligner rappeler prévenir avertir
dénoncer déplorer regretter plaindre reprocher accuser démentir nier contester répondre rétorquer répliquer
objecter reconnaître admettre concéder constater relever noter observer indiquer annoncer promettre prétendre
avancer craindre redouter espérer féliciter saluer inviter plaider proposer suggérer réclamer demander exiger
raconter confier témoigner dire considérer penser croire trouver insister marteler confirmer révéler pointer
pronostiquer prédire prévoir attribuer imputer qualifier résumer conclure calculer chiffrer évaluer alerter
réfuter récuser rejeter balayer défendre critiquer fustiger vanter tabler invoquer alléguer incriminer ironiser
glisser lâcher lancer nuancer tempérer
"""
_SAYING = frozenset(_SAYING_VERBS.split())
_ACCORDING = re.compile(
    r"\b(?:[Ss]elon|[Dd][’']après|[Àà] en croire|[Aa]ux yeux (?:de|du|des)|[Àà] entendre|[Dd]e l[’']avis (?:de|du|des)|[Aa]u dire (?:de|du|des)|[Aa]ux dires (?:de|du|des)|[Dd]e l[’']aveu (?:même )?(?:de|du|des)|[Aa]u témoignage (?:de|du|des)|[Dd]u point de vue (?:de|du|des)|[Ss]i l[’']on en croit|[Ss]ur la foi (?:de|du|des)|[Dd]e la bouche (?:de|du|des)|[Dd]u propre aveu (?:de|du|des)|[Ss]uivant|(?:^|(?<=, )|(?<=; ))[Pp]our|\bDe source)(?: (?:une? |l[ea]s? |l[’']|son |des |d[’'])?(?:nouve(?:au|lle) )?(?:enquête|étude|sondage|rapport|analyse|audit|travaux|recherche|calculs?|estimations?|chiffres|données)[^,;]{0,40}?(?: par| de| du| des| d[’'](?=[A-ZÀ-Ý]))(?= ))? ?(?:la |l[’']|le |les )?"
)
_SPOKE = re.compile(
    r"(?<!\bbeen )(?<!\bwere )(?<!\bwas )(?<!\bare )(?<!\bis )\b(?:said|says?|told|added|adds|argue[sd]?|claim(?:s|ed)|alleg(?:es?|ed)|insist(?:s|ed)?|maintain(?:s|ed)|warn(?:s|ed)|den(?:ies|ied)|admit(?:s|ted)|acknowledged|conceded|noted|explain(?:s|ed)"
    r"|believes?|reckons?|thinks?|estimate[sd]?|wrote|writes|testified|replied|answered|asked|accused|accuses|complain(?:s|ed)|call(?:s|ed)|put(?:s)?|blame[sd]?|promised|predict(?:s|ed)|expects?|concluded|found|shows?|reported|declared"
    r"|stated|confirmed|announced|rejected|disputes?|disputed|welcomed|criticised|criticized|credited|judged|recalled|recalls)\b"
)
_ACCORDING_TO = re.compile(r"\b(?:according to|in the view of|in the words of) ", re.IGNORECASE)
_ANAPHORA = re.compile(r",|\b(?:qui|l[ae]squels?|l[ae]quelle|lequel|elle|lui|eux)\b")
# Their object is someone: « X accuse la maire ».
_TO_SOMEONE = frozenset(
    [
        "accuser",
        "reprocher",
        "inviter",
        "saluer",
        "féliciter",
        "fustiger",
        "critiquer",
        "alerter",
        "prévenir",
        "avertir",
        "défendre",
        "vanter",
        "incriminer",
        "réclamer",
        "demander",
    ]
)
_STOP = re.compile(
    r", (?:une?|ce|l[ea]) \w+ (?:que|qui|dont|à laquelle|auquel)\b|, (?:que|qu[’'])\b|; |: (?=[A-ZÀ-Ý])|, (?:mais|tandis que|alors que|quand|ce que|ce dont|ce qu[’'])\b|\bmais\b"
)


class Saying(NamedTuple):
    """Someone whom a sentence has say something, and what."""

    who: Party
    said: str


_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
# "A survey of 900 nurses by Karst Research, a consultancy, found"
_STUDY = re.compile(
    r"\b(?:poll|survey|study|report|review|audit|analysis|inquiry|investigation)\b[^.;:]{0,60}? by (?:the |an? )?(?=[A-Z])"
)
# "…, said the mayor, X, who …": nothing but an article between, and a stop after.
_FOLLOWS = re.compile(r" (?:(?:the|an?|its|his|her|their) )?(?:[\w’'-]+ ){0,3}")
_THEN = re.compile(r"(?: (?:of|at|in|for|from) [^,.;:]{1,60})?(?=[,.;:]|$)| on \w+day| in (?:an? )?\w+")


@per_sentence
def spoken_in(text: str) -> tuple[Party, ...]:
    """Who is said to say something in an English sentence, pronouns among them."""
    known = parties(text, "en")
    found = []
    for match in _SPOKE.finditer(_QUOTED.sub(lambda one: "”" * len(one.group()), text)):
        follows = next((one for one in known if one.start >= match.end()), None)
        turned = follows and re.search(r"[,?!”\"’'] ?$", text[: match.start()]) and _FOLLOWS.fullmatch(text, match.end(), follows.start)  # fmt: skip
        if not turned or not _THEN.match(text, follows.end if follows else 0):
            study = _STUDY.search(text[: match.start()])
            follows = next((one for one in known if study and one.start >= study.end()), None) or _of_its_house(
                subject_of(match.start(), text, "en", known, pronouns=True), text, known
            )
        found.append(follows)
    for match in _ACCORDING_TO.finditer(text):
        follows = next((one for one in known if one.start >= match.end()), None)
        found.append(follows if follows and follows.start - match.end() < 30 else None)
    return tuple(dict.fromkeys(one for one in found if one))


# "Analyst Juno Bexley of the brokerage Harrow said": the house is only where she works.
_WORKS_AT = re.compile(r" (?:of|at|from|with|for)(?: (?:the|an?|its|their))?(?: (?!and\b)[a-z-]+){0,3} $")


def _of_its_house(who: Party | None, text: str, known: Sequence[Party]) -> Party | None:
    """The person before the name of a house that only says where that person works."""
    before = next((one for one in reversed(known) if who and one.end <= who.start), None)
    if who is None or before is None or not before.words or not who.words:
        return who
    return before if _WORKS_AT.fullmatch(text, before.end, who.start) else who


@per_sentence
def sayings(text: str) -> tuple[Saying, ...]:
    """Whom a French sentence has say something, each with what; pronouns aside."""
    known = parties(text, "fr")
    found: list[Saying] = []
    for match in _ACCORDING.finditer(text):
        who = next((one for one in known if one.start >= match.end() - 1), None)
        if who and who.start - match.end() < 25 and not _ANAPHORA.search(text[match.end() : who.start]):
            end = _end(who, text)
            low, high = _piece(text, match.start())
            fronted = match.start() <= low + 3
            if fronted:
                # « Selon X, un réseau qui fuit est … »
                high = _piece(text, end + 2)[1]
            found.append(Saying(who, f"{text[low : match.start()]}{_after(text, end, high, closes=not fronted)}"))
    for match in re.finditer(r"[^\W\d_]+", text):
        if (infinitive(match.group().lower()) or match.group().lower()) not in _SAYING or _shows_itself(text, match):
            continue
        found += _told(text, match, known)
    named = [text[one.who.start : one.who.end] for one in found]
    return tuple(one._replace(said=_own(one.said, named)) for one in found if one.who.words or one.who.phrase)


def _own(said: str, named: Sequence[str]) -> str:
    """What someone says, less what the next one says: « …, et la commandante Brandt relève … »."""
    for name in named:
        if next_one := re.search(rf", et (?:l[ea] |l[’']|les )?{re.escape(name)}", said):
            said = said[: next_one.start()]
    return said


# « Les symptômes peuvent se déclarer », « X se réclame d’un rapport »: no one says it.
_BY_ITSELF = frozenset(
    ["réclamer", "déclarer", "confirmer", "révéler", "observer", "constater", "noter", "lancer", "relever"]
)


# « Ana Lund, juge à la retraite, »: an office.
_A_JUDGE = re.compile(r"juge (?:à l[a’']|aux?|d[eu’']|des)\b", re.IGNORECASE)


def _shows_itself(text: str, match: re.Match[str]) -> bool:
    if _A_JUDGE.match(text, match.start()):
        return True
    return re.search(r"\bs(?:e |[’'])$", text[: match.start()]) is not None and (
        (infinitive(match.group().lower()) or match.group().lower()) in _BY_ITSELF
    )


def _end(who: Party, text: str) -> int:
    """Where what someone is called ends, its complement included."""
    called = who.start + len(who.phrase) if who.phrase and text.startswith(who.phrase, who.start) else 0
    return max(who.end, called)


def _after(text: str, end: int, high: int, *, closes: bool = True) -> str:
    """What follows an aside that tells who speaks, less what is apposed to the name; to the end where the aside closes it."""
    apposed = re.match(
        r", (?P<words>[^,;]{3,80})(?=,|[.]?$)" if closes else r", (?P<words>[^,;]{3,80})(?=,)", text[end:high]
    )
    strip = apposed is not None and (closes or is_verbless(apposed["words"]))
    return text[end + (apposed.end() if apposed and strip else 0) : high]


def _piece(text: str, at: int) -> tuple[int, int]:
    low = max((one.end() for one in _STOP.finditer(text) if one.end() <= at), default=0)
    high = min((one.start() for one in _STOP.finditer(text) if one.start() >= at), default=len(text))
    return low, high


# « Entend réclamer »: who means to say a thing has not said it.
_MEANS_TO = re.compile(
    r"\b(?:entend(?:ent|ait|aient)?|veu(?:t|lent)|voulai(?:t|ent)|souhaite\w*|compte(?:nt)?|comptait|doi(?:t|vent)|devait|devra|peu(?:t|vent)|pourrait|pouvait|va|vont|allait|espère\w*|prévoi\w+ d[e’']|envisage\w* d[e’']|menace\w* d[e’']) (?:l[ea]s? |lui |leur |y |en )?$",
    re.I,
)


def _told(text: str, match: re.Match[str], known: Sequence[Party]) -> list[Saying]:
    """Who says what by this verb: « X affirme que … », or « …, affirme X »."""
    low, high = _piece(text, match.start())
    verb = infinitive(match.group().lower())
    if says_infinitive(match.group()) and _MEANS_TO.search(text[: match.start()]):
        return []
    closes = verb not in _TO_SOMEONE or not is_verbless(text[: re.search(r",|$", text).start()])  # type: ignore[union-attr]
    if closes and re.search(r"[,»] (?:a |ont |s[’']est |se )?$", text[: match.start()]):
        follows = next((one for one in known if one.start >= match.end()), None)
        if follows and _INVERTED.fullmatch(text, match.end(), follows.start) and _ENDS.match(text, follows.end):
            said = re.sub(r"[,»] (?:a |ont )?$", "", text[low : match.start()])
            return [Saying(follows, f"{said}{_after(text, follows.end, high)}")]
    who = subject_of(match.start(), text, "fr", [one for one in known if one.start >= low])
    return [Saying(who, text[match.end() : _goes_on(text, high)])] if who else []


# « X admet l’écart, mais l’explique par … »: the same one goes on.
_GOES_ON = re.compile(r",? mais (?:(?:ne |n[’']|l[’']|l[ea] |les |en |y |s[’']|se |lui |leur )*)(?P<verb>[a-zà-ÿ]+)\b")


def _goes_on(text: str, high: int) -> int:
    """Where what someone says ends, the next clause included where it has no subject of its own."""
    more = _GOES_ON.match(text, high)
    if more is None or {one.kind for one in readings(more["verb"])} != {"V"} or not infinitive(more["verb"]):
        return high
    return _piece(text, more.end())[1]


# « …, assure la maire, X, … »: nothing but an article between, and a stop after.
_INVERTED = re.compile(r" (?:(?:l[ea]s?|une?|des|son|sa|ses|leurs?) |l[’'])?(?:[a-zà-ÿ-]+ ){0,2}")
_ENDS = re.compile(r"(?: (?:de la |de l[’']|du |des |de |d[’'])(?!avoir|être)[^,.;:]{1,50})?(?=[ \u00a0]?[,.;:]|$)")
