"""Who is what: the offices beside a name (EDITORIAL.md, « Facts », 3)."""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.dictionary import readings
from pipeline.verify.findings import cited, found_in
from pipeline.verify.lexicon import concept_of
from pipeline.verify.offices.role_words import FIXED, is_epithet, is_plural, role_concepts
from pipeline.verify.prepare import Statement, fold, words_of
from pipeline.verify.proper_names.naming import Name, read_names
from schemas.finding import Finding, Severity

__all__ = ["HEADS", "also_called", "compare_offices", "headed", "leads_on", "names_read", "offices_near"]


def compare_offices(claim: Statement, source: Sequence[Statement]) -> Iterator[Finding]:
    """A person's office, trade or rank in the claim is one that the source gives them."""
    for name in read_names(claim.text):
        if not name.words or _IS_A_PAPER.search(claim.text[: name.start]) or _is_house(name, source):
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
            severity: Severity = "blocking" if _surely_other(name, leading or following, theirs, place) else "warning"
            yield found_in(claim, span, "role-wrong", severity, message, [place])


# « Le journal La Squilla », « la chaîne Arva »: who publishes holds no office.
_IS_A_PAPER = re.compile(
    r"\b(?:journa(?:l|ux)|quotidien|hebdomadaire|hebdo|mensuel|bimensuel|magazine|revue|chaîne|radio|télévision|site|agence|blog|gazette|titre|périodique|newsletter|plateforme)s?"
    r"(?: (?!de |du |des )[a-zà-ÿ-]+){0,2} $",
    re.IGNORECASE,
)


# "Mayor Ada Lund", "the mayor, Ada Lund", "Ada Lund, the mayor"
_LEADS_A_NAME, _FOLLOWS_A_NAME = re.compile(r",? (?:\w+ )?"), re.compile(r", (?:the |an? |its |his |her )?")


def _surely_other(name: Name, ours: frozenset[str], theirs: frozenset[str], place: Statement) -> bool:
    """Whether each side names an office that has one French word, and the source's stands right beside the name.

    What the table reads loosely may still be right, and an office near a name may be somebody else's.
    """
    at = place.text.find(name.text)
    if at < 0 or len(theirs) != 1 or not ours | theirs <= FIXED:
        return False
    end = at + len(name.text)
    return any(
        _LEADS_A_NAME.fullmatch(place.text, match.end(), at)
        or _FOLLOWS_A_NAME.fullmatch(place.text, end, match.start())
        for match, role in role_concepts(place.text)
        if role in theirs
    )


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


_HEADS_ANYTHING = re.compile(r"direct(?:eur|rice)|dirigeante?|patron(?:ne)?", re.IGNORECASE)


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
        # « directrice médicale », « sa dirigeante »: a bare director heads more than companies.
        and not (role == "executive" and _HEADS_ANYTHING.fullmatch(match.group()))
        and not any(a <= match.start() and match.end() <= b and b - a > len(match.group()) for a, b in spans)
    )


def _held_by_another(name: Name, offices: frozenset[str], source: Sequence[Statement]) -> Statement | None:
    """Where the source gives one of these offices to one person only, and that is not who the claim names."""
    holders: dict[tuple[str, ...], Statement] = {}
    for one in source if offices else ():
        names = names_read(one.text, "fr" if one.language == "fr" else "en")
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
            held = [(office.group(), role) for office, role in role_concepts(around) if not is_plural(office.group())]
            here = frozenset(each for word, role in held for each in (role, *headed(word)))
            found |= here
            first = first or (one if here else None)
    return also_called(frozenset(found), source), first


# The head of a committee may be its president, its director or its chief.
_ANY_HEAD = re.compile(r"heads?|headed|leader|boss|incumbent", re.IGNORECASE)
_HEADED = frozenset(["president", "director", "executive", "leader"])


def headed(office: str) -> frozenset[str]:
    """The offices that a word for any head may stand for; none for another word."""
    return _HEADED if _ANY_HEAD.fullmatch(office) else frozenset()


_PRISON = frozenset(["prison", "prisons", "jail", "jails", "prisoners", "inmates"])


def also_called(offices: frozenset[str], source: Sequence[Statement]) -> frozenset[str]:
    """The offices, and what French may call them: a governor directs a prison where the article is about one."""
    if "governor" not in offices or not any(one.words & _PRISON for one in source):
        return offices
    return offices | {"director", "executive"}


_DEFINITE = re.compile(
    r"(?:\b(?:le|la|une?|son|sa|leur|the|its|their|his|her) |[lL][’'])(?:ancien(?:ne)? |nouve(?:au|l|lle) |futur(?:e)? |former |new )?$"
)
_THEN_A_NAME = re.compile(r"(?:(?:[^,.;:()]|(?<=\bM)\.){0,60},)?[ \u00a0](?=[A-ZÀ-Ý])")


def leads_on(text: str, start: int, end: int) -> bool:
    """Whether an office after a name is that of the next one: « chez Tarn, l’analyste Ana Lund », and not « X, maire de Y »."""
    return bool(_DEFINITE.search(text[:start]) and _THEN_A_NAME.match(text, end))


def _is_place(name: Name, source: Sequence[Statement]) -> bool:
    place = re.compile(rf"\b(?:in|at|near|from|to|across|around|à|de) {re.escape(name.text)}\b")
    return len(name.words) == 1 and any(place.search(one.text) for one in source)


_RUN_BY = r"(?:head of|chief (?:executive|financial|operating|technology|engineer|scientist)|(?:managing|finance|sales|medical|technical) director|chair(?:man|woman|person)?|owners?|board|shareholders|shares|customers|headquarters|subsidiar\w+)\b"


def _is_house(name: Name, source: Sequence[Statement]) -> bool:
    """Whether a name is a firm's or a body's, "Halmer, which owns", "Halmer’s head of operations": it holds no office."""
    word = re.escape(name.text.rsplit(" ", 1)[-1])
    house = re.compile(rf"\b{word}(?:, which\b|[’']s? (?:\w{{3,}} )?{_RUN_BY})")
    return any(house.search(one.text) for one in source)


# After a comma that closes an apposition the sentence goes on with its verb: « , a invoqué le chauffeur ».
_PREDICATE = r"(?:n[’']|s[’']|se |ne |y |en |l[’'])?(?:a|ont|est|sont|avait|avaient|était|étaient|aura|aurait|sera|serait|va|vont|dit|doit|peut|veut|fait|met|voit|\w{3,}(?:aient|ait))\b"


_MANY = re.compile(
    r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|des|les|ces|ses|plusieurs|quelques|d[’']autres|certain(?:e?s)) $"
)
# Who « dirige » a house may be its president, its chief executive or its boss, and « la responsable du logement » whoever
# has it in charge, under whatever title; the house holds no office.
HEADS = re.compile(
    r"(?:dirig(?:e|é|eait|eante?s?)|mène|conduit|présid(?:e|é|ait)|à la tête|aux commandes|numéro un|patronne?s?|responsable)\b",
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
    tied = re.search(
        r"\b(?:de|du|des|à|au|aux|en|chez|par|pour|et|avec)(?: la| le| les)?(?: (?:mont|lac|port|cap|val|fort|parc|comté|village|île))? $|[dl][’']$",
        before,
    )
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


_OF_THE_NEXT = re.compile(
    r", (?:l[ea] |l[’'])(?:[^,.;:()«»\"]|(?<=\bM)\.|(?<=\b(?:MM|Dr|Me))\.){3,70}, (?!(?:L[ea]s?|Un|Une)\b)[A-ZÀ-Ý][\w’'-]+ [A-ZÀ-Ý]"
)
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


def names_read(text: str, side: str) -> tuple[Name, ...]:
    """The names of a text of either language, a source's read by their capitals."""
    if side == "fr":
        return read_names(text)
    runs = re.finditer(
        r"\b(?!(?:The|A|An|In|On|At|But|And|It|He|She|They|This|That|When|After|If)\b)[A-Z][\w’'-]*(?:(?: of| the| for)* [A-Z][\w’'-]*)*",
        text,
    )
    return tuple(Name(one.start(), one.end(), one.group()) for one in runs if not concept_of(fold(one.group()), "en"))
