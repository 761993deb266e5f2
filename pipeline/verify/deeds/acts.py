"""Who does what to whom: the acts of two sentences, and who stands where in them (EDITORIAL.md, « Facts », 4)."""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.keeping import per_sentence
from pipeline.verify.clauses import is_verbless
from pipeline.verify.findings import cited, found_in
from pipeline.verify.lexicon import HUMAN, concept_of
from pipeline.verify.offices.role_words import acts_in
from pipeline.verify.offices.roles import names_read
from pipeline.verify.prepare import Statement, words_of
from pipeline.verify.proper_names.exonyms import counterparts
from schemas.finding import Finding

__all__ = ["compare_deeds", "deeds_of"]

_AGENTS = HUMAN | {
    "country",
    "state",
    "city",
    "county",
    "school",
    "university",
    "hospital",
    "party",
    "station",
    "museum",
}


class Actor(NamedTuple):
    """Someone or something that may act, at a place of a sentence: the concepts of a noun, or the words of a name."""

    at: int
    end: int
    concepts: frozenset[str]
    words: frozenset[str]


class Deed(NamedTuple):
    """One act told by a sentence: which, by whom, to whom, and where its verb stands."""

    verb: str
    agent: Actor | None
    patient: Actor | None
    span: tuple[int, int]


def compare_deeds(claim: Statement, source: Statement, *, both: bool = False) -> Iterator[Finding]:
    """Of an act that both sentences tell, the one who acts and the one acted upon have not changed places.

    `both`: only where each stands in the other's place, as for a sentence that may be about something else.
    """
    told = {deed.verb: deed for deed in deeds_of(source.text, source.language)}
    for deed in deeds_of(claim.text, "fr"):
        other = told.get(deed.verb)
        if other is None:
            continue
        agent = _same(deed.agent, other.patient) and not _same(deed.agent, other.agent)
        patient = _same(deed.patient, other.agent) and not _same(deed.patient, other.patient)
        if (agent and patient) or ((agent or patient) and not both):
            message = (
                f"Les rôles sont inversés, la source dit {cited(source.text, source)}\u00a0: rétablissez qui fait quoi."
            )
            yield found_in(claim, deed.span, "roles-swapped", "blocking", message, [source])


def _same(ours: Actor | None, theirs: Actor | None) -> bool:
    if ours is None or theirs is None:
        return False
    if ours.concepts & theirs.concepts:
        return True
    if ours.words & theirs.words:
        return True
    meant = {piece for word in ours.words for form in counterparts(word) for piece in words_of(form)}
    return bool(meant & theirs.words)


@per_sentence
def deeds_of(text: str, language: str) -> tuple[Deed, ...]:
    """The acts of a sentence whose verb is of the list, with the actors nearest to it; passives are turned."""
    side = "fr" if language == "fr" else "en"
    actors = _actors(text, side)
    return tuple(deed for verb, match in acts_in(text) if (deed := _deed(verb, match, text, side, actors)))


_CLITIC = re.compile(r"(?:\b(?:les|lui|leur|se|nous|vous|me|qu[’']ils?|qu[’']elles?|qu[’']on|que)|[lsm][’'])(?: (?:a|ont|avait|avaient|aurait))? ?$|\b[ls][’'](?:a|ont|avait|avaient|aurait|est) $")  # fmt: skip
_PASSIVE = {
    "fr": re.compile(
        r"(?:est|sont|été|était|étaient|être|fut|furent|soit|sera|seront|serait)(?: \w+ment| aussi| également)? $"
    ),
    "en": re.compile(r"(?:was|were|is|are|been|being|be|got|get)(?: \w+ly| also| not)? $"),
}

# Without « avoir » a participle tells what was done to the noun before it: « des appareils, achetés comme … ».
_PERFECT = re.compile(r"\b(?:ai|as|a|avons|avez|ont|avais|avait|avaient|aura|auront|aurait|auraient|ait|aient|avoir|ayant)(?: \w+ment| aussi| ainsi| donc| alors| encore| déjà| toujours| souvent| parfois| jamais| pas| bien| mal| trop| peu| beaucoup| même| enfin| plutôt| presque| tout| certes| aussitôt| depuis| ensuite| d[’']ailleurs| en outre| d[’']abord| également)* $")  # fmt: skip
# « tue », « salue » and « critique » are no participles.
_PARTICIPLE = re.compile(r"(?:é|\w{2,}[cdnt]u)e?s?$")
_NOMINAL = re.compile(r"(?:\b(?:de|du|des|une?|la|le|les|sa|son|ses|leurs?|cette|cet?|ces|en|par|sans|aucune?|chaque|toute|notre|votre)|[dl][’']) ?$")  # fmt: skip


def _deed(verb: str, match: re.Match[str], text: str, side: str, actors: tuple[Actor, ...]) -> Deed | None:
    before = text[: match.start()]
    if side == "fr" and (_CLITIC.search(before) or _is_noun(match.group(), before)):
        return None
    left = [one for one in actors if one.end <= match.start() and not _breaks(text[one.end : match.start()])]
    right = [
        one
        for one in actors
        if one.at >= match.end()
        and not re.search(r"[;:.!?]|, (?:qui|which|who|mais|but)\b", text[match.end() : one.at])
    ]
    by = re.compile(r"\b(?:par|by) ").search(text, match.end())
    bare = side == "fr" and _PARTICIPLE.search(match.group()) and not _PERFECT.search(before)
    passive = _PASSIVE[side].search(before) or bare or (by and by.start() - match.end() <= 2)
    subject = _subject(_head(left, text), text, match, bare=bool(bare) and not _PASSIVE[side].search(before))
    if side == "en" and match.group().endswith("ing") and re.search(r", $", before):
        # "…, accusing it of raising prices": its subject opens the sentence, and whom it acts on a pronoun says.
        return None
    if not passive and side == "fr" and right and _is_inverted(text, match):
        return Deed(verb, right[0], None, match.span())
    if not passive:
        return Deed(verb, subject, right[0] if right else None, match.span())
    doers = [one for one in right if by and one.at >= by.end()]
    return Deed(verb, doers[0] if doers else None, subject, match.span())


# "…, and ordered it shut", « et a ordonné »: whose act that is, the verb before it knows.
_SHARED = re.compile(
    r"[ ,](?:and|but|then|et|mais|puis)(?: (?:then|also|later|has|have|had|will|would|not|ensuite|aussi|a|ont|avait|avaient|aurait|auraient|\w+ly|\w+ment))* $"
)
# « prévient Mme Lund. »: who speaks closes a sentence that is told already.
_SAYS_LAST = re.compile(r"(?:, |»,? )$")


def _subject(head: Actor | None, text: str, verb: re.Match[str], *, bare: bool) -> Actor | None:
    """Who a verb is said of, if the one before it is: not across « et », nor, for a participle, across another verb."""
    if head is None or _SHARED.search(text[head.end : verb.start()]):
        return None
    return None if bare and not is_verbless(text[head.end : verb.start()]) else head


def _is_inverted(text: str, verb: re.Match[str]) -> bool:
    """« …, prévient Mme Lund »: after a comma, where the sentence has its verb already."""
    return (
        bool(_SAYS_LAST.search(text[: verb.start()]))
        and bool(_INVERTS.fullmatch(verb.group()))
        and not is_verbless(text[: verb.start()])
        and not _OF_WHAT.match(text, verb.end())
    )


# « Le secrétaire, M. Lund, accuse l’agence d’avoir menti »: after the verb stand whom it acts on and of what.
_OF_WHAT = re.compile(r" [^,.;:]{3,60}? d(?:e |[’'])(?:ne pas )?(?:l[ea]s? |[lsm][’']|en |y )?\w+(?:er|ir|re|oir)\b")


_INVERTS = re.compile(
    r"(?:prévien|averti)(?:t|nent|ssent)|alert(?:e|ent)|met(?:tent)? en garde|dénonc(?:e|ent)|fustig(?:e|ent)|critiqu(?:e|ent)"
    r"|(?:accus|reproch|demand|réclam|ordonn|salu|remerci|félicit|menac|exhort)(?:e|ent)",
    re.IGNORECASE,
)


def _is_noun(word: str, before: str) -> bool:
    """« fiches de paie », « la demande », « une critique »: a verb's form after an article or « de » is a noun."""
    return not (_PARTICIPLE.search(word) or re.search(r"(?:er|ir|re)$", word)) and bool(_NOMINAL.search(before))


def _breaks(between: str) -> bool:
    return bool(re.search(r"[;.!?]|\b(?:said|says|dit|selon|that|que|after|après|while|tandis)\b", between))


def _head(actors: list[Actor], text: str) -> Actor | None:
    """The subject of a run such as « le maire de la ville »: the first of those that only `de` or `of` ties together."""
    if not actors:
        return None
    head = actors[-1]
    for one in reversed(actors[:-1]):
        if not re.fullmatch(
            r"[ \u00a0](?:de|du|des|de la|de l[’']|d[’']|of|of the|of a|for the)?[ \u00a0]?(?:[a-zà-ÿ-]+[ \u00a0])?",
            text[one.end : head.at],
        ):
            break
        head = Actor(one.at, head.end, one.concepts, one.words | (head.words if not one.words else frozenset()))
    return head


def _actors(text: str, side: str) -> tuple[Actor, ...]:
    names = [Actor(one.start, one.end, frozenset(), frozenset(one.words)) for one in names_read(text, side)]
    nouns = [
        Actor(match.start(), match.end(), concepts, frozenset())
        for match in re.finditer(r"[^\W\d_][\w-]*", text)
        if (concepts := concept_of(match.group(), side) & _AGENTS)
        and not any(one.at <= match.start() < one.end for one in names)
    ]
    return tuple(sorted((*names, *nouns)))
