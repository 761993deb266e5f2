"""Who may act in a sentence: its names and its nouns for people and bodies, appositions and complements drawn together."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from typing import NamedTuple

from pipeline.dictionary import readings
from pipeline.embedding import embed
from pipeline.keeping import per_sentence, per_word
from pipeline.verify.deeds.dealing_words import ACTORS
from pipeline.verify.lexicon import HUMAN, concept_of
from pipeline.verify.prepare import fold, words_of
from pipeline.verify.proper_names.exonyms import counterparts
from pipeline.verify.proper_names.naming import PARTICLE, UP, read_names

__all__ = ["Party", "alike", "called_by", "is_body", "parties"]

_BODIES = {"country", "state", "city", "county", "council", "company", "university", "court", "police", "agency", "association", "union", "hospital", "school", "committee"}  # fmt: skip
_AGENTS = HUMAN | {"country", "state", "city", "county", "school", "university", "hospital", "party", "museum"}


class Party(NamedTuple):
    """Someone at a place of a sentence: the folded words of a name, the concepts of a noun, and the noun's phrase.

    `of`: the words of the name that says which body it is, as the place of « la ville de Norvale ».
    A pronoun has none of them: it only stands where someone else would be read otherwise.
    """

    start: int
    end: int
    words: frozenset[str]
    concepts: frozenset[str]
    phrase: str
    of: frozenset[str] = frozenset()


_TITLES = frozenset(["m", "mme", "mm", "mr", "mrs", "ms", "dr", "de", "du", "la", "le", "les", "des", "l", "d", "of", "the", "for"])  # fmt: skip
_NOUN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PRONOUN = {
    "fr": re.compile(r"\b(?:(?:il|elle|ils|elles|on)(?!-m)|celui-ci|celle-ci|ceux-ci|celles-ci|l[’']intéressée?|ce dernier|cette dernière|ces dernier[es]+|nous|vous|je)\b|\bj[’']", re.I),
    "en": re.compile(r"\b(?:he|she|it|they|we|i|you|him|them|us|me|everyone|nobody|anyone|someone|no one)\b", re.I),
}  # fmt: skip
_RUN = re.compile(
    rf"\b(?!(?:The|A|An|In|On|At|But|And|It|He|She|They|We|This|That|When|After|If|Its|His|Her|Their|For|From|Under|According|One|Two|Most|Only|Both|By)\b)"
    rf"[{UP}][\w’'-]*(?:(?: of| the| for| &|\.| {PARTICLE})* [{UP}][\w’'-]*)*"
)
_TIMES = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Christmas|Easter|Noël|Pâques"
)
# What two who may act are called, from here on, is one thing in two languages.
_CALLED = 0.65
# What ties a noun to its complement, and a name to what it is called, before it or after it.
_OF = re.compile(
    r"(?: (?:(?:des?|du|de la|de l[’']|d[’']) ?)?[a-zà-ÿ-]+)? (?:de|du|des|de la|de l[’']|d[’']|of|of the|of a|for|for the)[\u00a0 ]?(?:[a-zà-ÿ-]+ )?$"
)
_BEFORE = {
    "fr": re.compile(
        r"(?P<words>(?: (?!(?:de|du|des|à|aux?|l[ea]s?)\b)[a-zà-ÿ-]+){0,2})(?: (?:de la |de l[’']|du |des |de |d[’']|à la |à l[’']|aux? )[\w’'-]+(?: [a-zà-ÿ-]+)?){0,2},? (?:M\.[ \u00a0]|Mme[ \u00a0]|l[ea] [a-zà-ÿ]+ )?$"
    ),
    "en": re.compile(r"(?P<words>),? $"),
}
_AFTER = {
    "fr": re.compile(r", (?:l[ea] |l[’']|une? |son |sa |leur )?(?:ex-|ancienne? )?$"),
    "en": re.compile(
        rf", (?:(?:the|an?|its|his|her|their|[{UP}][\w-]*[’']s?) )?(?:(?!(?:\w+ed|said|says|told|has|had|is|was|will|would|the|an?|its|his|her|their|who|which|that|and|but|whose) )[a-z-]+ ){{0,2}}$"
    ),
}
# « Devant le jury, X »: what opens a sentence is no apposition.
_FRONTED = re.compile(
    r"(?:^|[.;:!?] )(?:Devant|Face|Avec|Sans|Dans|Chez|Après|Avant|Contre|Sous|Depuis|Au|À|Aux|En|Before|In|At|After|With|To|From)(?: [a-zà-ÿ’'-]+){0,3} ?(?:[ld][’'])?$"
)
_PHRASE = {
    "fr": re.compile(r" (?:(?:de la |de l[’']|du |des |de |d[’'])[a-zà-ÿ-]+|[a-zà-ÿ-]+)"),
    "en": re.compile(
        r"(?!(?:the|an?|its|his|her|their|of|and|by|from|to|for|with|that|two|three|some|all|both|other|said|says) )[a-z-]+ $"
    ),
}


@per_sentence
def parties(text: str, side: str) -> tuple[Party, ...]:
    """Who may act in a sentence, in order."""
    names = _names(text, side)
    pronouns = [Party(*match.span(), frozenset(), frozenset(), "") for match in _PRONOUN[side].finditer(text)]
    taken = [*names, *pronouns]
    nouns = [one for one in _nouns(text, side) if not any(each.start < one.end and one.start < each.end for each in taken)]  # fmt: skip
    found: list[Party] = []
    for one in _headed(text, side, sorted([*taken, *nouns])):
        joined = _apposed(text, side, found[-1], one) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(one)
    return tuple(found)


def _names(text: str, side: str) -> list[Party]:
    if side == "fr":
        spans = [(one.start, one.end, one.text) for one in read_names(text)]
    else:
        spans = [
            (one.start(), one.end(), one.group())
            for one in _RUN.finditer(text)
            if not concept_of(fold(one.group()), "en")
        ]
    # "Tarn’s lawyers": the lawyers act, and no month does.
    return [
        Party(start, end, frozenset(words_of(name)), frozenset(), "")
        for start, end, name in spans
        if not _TIMES.fullmatch(name) and not (side == "en" and re.search(r"[’']s?$", name))
    ]


@per_word
def _concepts(word: str, side: str) -> frozenset[str] | None:
    """What a noun may name, if it names someone who may act."""
    known = concept_of(word, side) & _AGENTS
    forms = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("x")} & ACTORS[side].keys()
    return known.union(*(ACTORS[side][one] for one in forms)) if known or forms else None


def _nouns(text: str, side: str) -> list[Party]:
    found = []
    for match in _NOUN.finditer(text):
        word = match.group().lower()
        concepts = _concepts(word, side)
        if concepts is None:
            continue
        # « Un rapport d’inspection »: without an article it is nobody.
        if side == "fr" and not word.endswith(("s", "x")) and re.search(r"(?:\bde |\bd[’'])$", text[: match.start()]):
            continue
        if side == "fr":
            more = _PHRASE["fr"].match(text, match.end())
            phrase = match.group() + (more.group() if more and _qualifies(more.group()) else "")
        else:
            led = text[: match.start()].rsplit(" ", 2)[-2:]
            first = _PHRASE["en"].match(f"{led[0]} ") if len(led) == 2 and not led[1] else None
            phrase = (first.group() if first else "") + match.group()
        found.append(Party(*match.span(), frozenset(), concepts, phrase))
    return found


def _qualifies(words: str) -> bool:
    """Whether a word after a noun says which it is: a complement, or an adjective that is nothing else."""
    pieces = words.split()
    return len(pieces) > 1 or "’" in words or {one.kind for one in readings(pieces[0])} == {"A"}


def _headed(text: str, side: str, found: list[Party]) -> list[Party]:
    """The parties less those that are complements of the one before: « le maire de la ville », "rice growers’ union"."""
    kept: list[Party] = []
    for one in found:
        last = kept[-1] if kept else None
        between = text[last.end : one.start] if last else ""
        if last and last.phrase and not _is_pronoun(one) and _OF.fullmatch(between):
            kept[-1] = last._replace(end=one.end, of=last.of | (one.words if last.concepts & _BODIES else frozenset()))
        elif last and side == "fr" and last.phrase and one.phrase and between == " ":
            # « le canton voisin »
            kept[-1] = last._replace(end=one.end)
        elif last and side == "en" and last.phrase and one.phrase and re.fullmatch(r"[’']?s?[’']? ", between):
            # "rice growers" are growers, "the leader of the Alliance group" is its leader
            led = " of " in text[last.start : last.end]
            kept[-1] = (
                last._replace(end=one.end) if led else one._replace(start=last.start, phrase=text[last.start : one.end])
            )
        else:
            kept.append(one)
    return kept


def _apposed(text: str, side: str, first: Party, second: Party) -> Party | None:
    """Both as one where a comma or nothing ties a name to a noun: « le directeur général, X », « X, présidente de … »."""
    if _is_pronoun(first) or _is_pronoun(second) or bool(first.words) == bool(second.words):
        return None
    if (first.words and first.phrase) or (second.words and second.phrase):
        return None
    between = (_AFTER if first.words else _BEFORE)[side].fullmatch(text[first.end : second.start])
    if between is None or ("," in between.group() and _FRONTED.search(text[: first.start])):
        return None
    # « Karin Sollers, juge un geste possible »: without an article, only what is of something is an office.
    bare = side == "fr" and bool(first.words) and between.group() == ", "
    if bare and any(one.kind == "V" for one in readings(second.phrase.split()[0].lower())) and not _OFFICE_OF.match(text, second.end):  # fmt: skip
        return None
    if not first.words and any(_may_act(one) for one in between["words"].split()):
        return None
    return Party(
        first.start,
        second.end,
        first.words | second.words,
        first.concepts | second.concepts,
        first.phrase or second.phrase,
        first.of | second.of,
    )


def called_by(party: Party) -> frozenset[str]:
    """What the words of a name say that it is: an agency, for "the Pricing Board"."""
    return frozenset().union(*(_concepts(word, side) or () for word in party.words for side in ("en", "fr")))


def is_body(party: Party) -> bool:
    """Whether a party is a house or an office, in whose name several may speak."""
    return bool((party.concepts or (frozenset() if party.phrase else called_by(party))) & _BODIES)


_OFFICE_OF = re.compile(r" (?:de|du|des|d[’']|à|au|aux|chez|en)\b|,")


def _may_act(word: str) -> bool:
    """Whether a French word may be anything but what qualifies a noun."""
    return not {one.kind for one in readings(word)} <= {"A", "N"} or not readings(word)


def _is_pronoun(party: Party) -> bool:
    return not party.words and not party.phrase


def alike(ours: Party | None, theirs: Party | None) -> float:
    """How surely two parties, the first of a French sentence, are one, 0 to 1: by name, by concept, by what they are called."""
    if ours is None or theirs is None:
        return 0.0
    if (ours.of & (theirs.words | theirs.of)) or (theirs.of & ours.words):
        return 0.8
    if ours.words and theirs.words:
        meant = {piece for word in ours.words for form in (word, *counterparts(word)) for piece in words_of(form)}
        if meant & (theirs.words - _TITLES):
            return 1.0
        return 0.0
    if not ours.phrase or not theirs.phrase:
        # « La régie » may be any of the names.
        return 0.0
    one, other = embed([ours.phrase, theirs.phrase])
    near = max(0.0, float(one @ other))
    return max(near, 0.7) if ours.concepts & theirs.concepts else near if near >= _CALLED else 0.0
