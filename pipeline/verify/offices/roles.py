"""Who is what, and who does what to whom (EDITORIAL.md, « Facts », 3 and 4)."""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.dictionary import readings
from pipeline.keeping import per_sentence
from pipeline.verify.findings import cited, found_in
from pipeline.verify.lexicon import HUMAN, concept_of
from pipeline.verify.offices.role_words import FIXED, acts_in, is_epithet, is_plural, role_concepts
from pipeline.verify.prepare import Statement, fold, words_of
from pipeline.verify.proper_names.exonyms import counterparts
from pipeline.verify.proper_names.naming import Name, read_names
from schemas.finding import Finding, Severity

__all__ = ["HEADS", "also_called", "compare_deeds", "compare_offices", "leads_on", "offices_near"]

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


def compare_offices(claim: Statement, source: Sequence[Statement]) -> Iterator[Finding]:
    """A person's office, trade or rank in the claim is one that the source gives them."""
    for name in read_names(claim.text):
        if not name.words:
            continue
        leading, following = _beside(claim.text, name)
        ours = leading | following
        if not ours:
            continue
        theirs, place = offices_near(name.words[-1], source)
        span = (name.start, name.end)
        if held := _held_by_another(name, (_whole_offices(claim.text, theirs) & ours & _HELD_BY_ONE) - theirs, source):
            message = (
                f"La source donne cette fonction à quelqu’un d’autre, {cited(held.text, held)}\u00a0: vérifiez le nom."
            )
            yield found_in(claim, span, "role-wrong", "warning", message, [held])
        elif (
            theirs
            and place
            and _is_other(leading, following, theirs)
            and not _is_place(name, source)
            and not _takes_over(theirs, place)
        ):
            message = f"La source présente «\u00a0{name.text}\u00a0» autrement, {cited(place.text, place)}\u00a0: rétablissez la fonction."
            severity: Severity = "blocking" if _surely_other(leading or following, theirs) else "warning"
            yield found_in(claim, span, "role-wrong", severity, message, [place])


def _surely_other(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether each side names an office that has one French word; what the table reads loosely may still be right."""
    return ours <= FIXED and bool(theirs & FIXED)


_TAKEN_OVER = re.compile(
    r"\b(?:tak(?:es?|ing|en) over|took over|acting|interim|succeed\w*|replac\w+|stand(?:s|ing)? in|steps? up|stepped up"
    r"|assure la relève|intérim|rempla\w+|succèd\w+|succéd\w+)\b",
    re.IGNORECASE,
)


def _takes_over(theirs: frozenset[str], place: Statement) -> bool:
    """Whether the source has a deputy step into another's office: either name for it is right then."""
    return "deputy" in theirs and bool(_TAKEN_OVER.search(place.text))


def _is_other(leading: frozenset[str], following: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether what a sentence says before a name, or only after it, is none of its offices."""
    said = leading or following
    return bool(said) and not said & theirs


# Offices that one person holds at a time; an article may still know two mayors.
_HELD_BY_ONE = frozenset(
    ["mayor", "president", "prime_minister", "executive", "governor", "prefect", "sheriff", "general_secretary"]
)


def _whole_offices(text: str, own: frozenset[str]) -> frozenset[str]:
    """The offices named in a text that are no part of a longer one: « directeur financier » directs no company.

    A word that may name one of `own` is left out: « dirigeante » is a leader as well as a chief executive.
    """
    found = role_concepts(text)
    spans = [match.span() for match, _ in found]
    owned = {match.span() for match, role in found if role in own}
    return frozenset(
        role
        for match, role in found
        if match.span() not in owned
        # « directrice médicale », « directeur adjoint »: a bare director heads more than companies.
        and not (role == "executive" and match.group().lower() in ("directeur", "directrice"))
        and not any(a <= match.start() and match.end() <= b and b - a > len(match.group()) for a, b in spans)
    )


def _held_by_another(name: Name, offices: frozenset[str], source: Sequence[Statement]) -> Statement | None:
    """Where the source gives one of these offices to one person only, and that is not who the claim names."""
    holders: dict[tuple[str, ...], Statement] = {}
    for one in source if offices else ():
        names = _names(one.text, "fr" if one.language == "fr" else "en")
        for match, role in role_concepts(one.text):
            near = [each for each in names if -40 < each.start - match.end() < 3 or 0 <= match.start() - each.end < 25]
            if role in offices and near:
                holders.setdefault(tuple(near[0].words[-1:]), one)
    if len(holders) != 1:
        return None
    ((holder, place),) = holders.items()
    return None if set(holder) & set(name.words) else place


def offices_near(word: str, source: Sequence[Statement]) -> tuple[frozenset[str], Statement | None]:
    """The offices that stand beside a name's last word in the source, and the first sentence that has one."""
    found: set[str] = set()
    first: Statement | None = None
    for one in source:
        if word not in one.words:
            continue
        for match in re.finditer(r"[^\W\d_][\w’'-]*", one.text):
            if word not in words_of(match.group()):
                continue
            around = one.text[max(0, match.start() - 75) : match.end() + 90]
            here = frozenset(role for office, role in role_concepts(around) if not is_plural(office.group()))
            found |= here
            first = first or (one if here else None)
    return also_called(frozenset(found), source), first


_PRISON = frozenset(["prison", "prisons", "jail", "jails", "prisoners", "inmates"])


def also_called(offices: frozenset[str], source: Sequence[Statement]) -> frozenset[str]:
    """The offices, and what French may call them: a governor directs a prison where the article is about one."""
    if "governor" not in offices or not any(one.words & _PRISON for one in source):
        return offices
    return offices | {"director", "executive"}


_DEFINITE = re.compile(r"(?:\b(?:le|la|son|sa|leur|the|its|their|his|her) |[lL][’'])$")
_THEN_A_NAME = re.compile(r"(?:[^,.;:()]{0,60},)?[ \u00a0](?=[A-ZÀ-Ý])")


def leads_on(text: str, start: int, end: int) -> bool:
    """Whether an office after a name is that of the next one: « chez Tarn, l’analyste Ana Lund », and not « X, maire de Y »."""
    return bool(_DEFINITE.search(text[:start]) and _THEN_A_NAME.match(text, end))


def _is_place(name: Name, source: Sequence[Statement]) -> bool:
    place = re.compile(rf"\b(?:in|at|near|from|to|across|around|à|de) {re.escape(name.text)}\b")
    return len(name.words) == 1 and any(place.search(one.text) for one in source)


# After a comma that closes an apposition the sentence goes on with its verb: « , a invoqué le chauffeur ».
_PREDICATE = r"(?:n[’']|s[’']|se |ne |y |en |l[’'])?(?:a|ont|est|sont|avait|avaient|était|étaient|aura|aurait|sera|serait|va|vont|dit|doit|peut|veut|fait|met|voit|\w{3,}(?:aient|ait))\b"


_MANY = re.compile(
    r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|des|les|ces|ses|plusieurs|quelques|d[’']autres|certain(?:e?s)) $"
)
# Who « dirige » a house may be its president, its chief executive or its boss; the house holds no office.
HEADS = re.compile(
    r"(?:dirig(?:e|é|eait)|mène|conduit|présid(?:e|é|ait)|à la tête|aux commandes|numéro un|patronne?s?)\b",
    re.IGNORECASE,
)
_OF_MANY = re.compile(r"\b(?:des|aux|les|leurs|nos|ses) $")


def _is_of_several(office: str, before: str) -> bool:
    """« Deux responsables », « fondée par deux ingénieurs »: a plural is nobody's office."""
    return office.endswith("s") and bool(_MANY.search(before))


def _beside(text: str, name: Name) -> tuple[frozenset[str], frozenset[str]]:
    """The offices a sentence ties to a name: right before it, and in apposition after."""
    before, after = text[: name.start], text[name.end :]
    # « le maire de Norvale » tells nothing of Norvale.
    tied = re.search(r"\b(?:de|du|des|à|au|aux|en|chez|par|pour|et|avec)(?: la| le| les)? $|[dl][’']$", before)
    leading = {
        role
        for match, role in role_concepts(before)
        if _is_complement(before[match.end() :])
        and not HEADS.match(match.group())
        and not is_epithet(before, match.span())
        and not _is_of_several(match.group(), before[: match.start()])
    }
    apposed = re.match(rf",? (?!{_PREDICATE})(?:qui (?:est|dirige|préside) )?[^,.;:()«»\"]{{0,50}}", after)
    said = apposed.group() if apposed else ""
    # « le maire de Norvale, président de … »: what follows is said of the mayor.
    of_another = bool(tied and (len(name.words) < 2 or role_concepts(before[-60:])))
    # « A, le président de B, C, … »: that is said of C.
    of_another = of_another or bool(_OF_THE_NEXT.match(after))
    if not said.startswith(",") or of_another or before.rstrip().endswith(","):
        return frozenset() if tied else frozenset(leading), frozenset()
    # « préside la fédération des commerçants »: a plural tells whom someone speaks for.
    following = {
        role
        for match, role in role_concepts(said)
        if not _OF_MANY.search(said[: match.start()])
        and not _is_of_several(match.group(), said[: match.start()])
        and not leads_on(text, name.end + match.start(), name.end + match.end())
    }
    return frozenset() if tied else frozenset(leading), frozenset(following)


_OF_THE_NEXT = re.compile(r", (?:l[ea] |l[’'])[^,.;:()«»\"]{3,60}, (?!(?:L[ea]s?|Un|Une)\b)[A-ZÀ-Ý][\w’'-]+ [A-ZÀ-Ý]")
_COMPLEMENT = re.compile(
    r"(?P<words>(?:[ \u00a0](?!(?:que|qui|et|ou|mais|par|pour|avec|contre)\b)[a-zà-ÿ’'-]+)*)"
    # « la présidente de Blue Shelf, Ingrid Voss »
    r"(?:,? ?|[ \u00a0](?:[dl][’'])?[A-ZÀ-Ý][\w’'-]*(?:[ \u00a0][\w’'-]+){0,3},[ \u00a0])"
)
_LINKING = re.compile(r"(?:de|du|des|à|au|aux|en|chargée?|déléguée?|[dl][’']\S+)$")


def _is_complement(between: str) -> bool:
    """Whether what stands between an office and a name only says of what: « générale », « de la Santé, » and no verb."""
    match = _COMPLEMENT.fullmatch(between) if len(between) < 40 else None
    words = match["words"].split() if match else []
    return match is not None and (
        not words or bool(_LINKING.match(words[0])) or any(one.kind == "A" for one in readings(words[0]))
    )


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
    subject = _head(left, text)
    if side == "en" and match.group().endswith("ing") and re.search(r", $", before):
        # "…, accusing it of raising prices": its subject opens the sentence, and whom it acts on a pronoun says.
        return None
    if not passive:
        return Deed(verb, subject, right[0] if right else None, match.span())
    doers = [one for one in right if by and one.at >= by.end()]
    return Deed(verb, doers[0] if doers else None, subject, match.span())


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
    names = [Actor(one.start, one.end, frozenset(), frozenset(one.words)) for one in _names(text, side)]
    nouns = [
        Actor(match.start(), match.end(), concepts, frozenset())
        for match in re.finditer(r"[^\W\d_][\w-]*", text)
        if (concepts := concept_of(match.group(), side) & _AGENTS)
        and not any(one.at <= match.start() < one.end for one in names)
    ]
    return tuple(sorted((*names, *nouns)))


def _names(text: str, side: str) -> tuple[Name, ...]:
    if side == "fr":
        return read_names(text)
    runs = re.finditer(
        r"\b(?!(?:The|A|An|In|On|At|But|And|It|He|She|They|This|That|When|After|If)\b)[A-Z][\w’'-]*(?:(?: of| the| for)* [A-Z][\w’'-]*)*",
        text,
    )
    return tuple(Name(one.start(), one.end(), one.group()) for one in runs if not concept_of(fold(one.group()), "en"))
