"""Former, acting, deputy: in what standing a person holds an office (EDITORIAL.md, « Facts », 2 and 3)."""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.offices.role_words import role_concepts
from pipeline.verify.prepare import Statement
from pipeline.verify.proper_names.naming import Name, read_names
from schemas.finding import Finding

__all__ = ["compare_standing", "held_otherwise", "standing_of"]

# An interim report makes nobody an interim minister.
_THINGS = r"(?:reports?|findings?|results?|orders?|payments?|measures?|conclusions?|rulings?|agreements?|deals?|budget|period|analys[ie]s|injunctions?|relief|update|solution|assessment|review|audit)\b"
# Who led an inquiry, or "it", held no office that is over now.
_TASKS = r"(?:(?:it|this|them)\b|(?:the|an?|its|their) (?:\w+ ){0,2}(?:inquiry|investigation|review|study|research|report|work|talks|campaign|project|negotiations?|opposition(?= to\b|[.,;]|$)|revolt|rebellion|fight|push|drive|protests?|charge|delegation|effort|efforts|boycott|search|rescue|operation|meeting|session|vote|trial|resistance|walkout|strike)\b)"
_TACHES = r"(?:l[’']|la |le |les |une? |cette |cet |ce |ces |son |sa |leur |[ld]es )(?:\w+ )?(?:enquête|étude|examen|travaux|recherches?|rapport|audit|audience|mission|négociations?|pourparlers|campagne|projet|fouilles?|opérations?|secours|réunion|séance|procès|débats?|délégation|grève|mouvement|fronde|opposition|résistance|expertise|analyse|enquêtes|instruction|inspection|contrôle|évaluation)\b"
# name of the standing: what English says | what French says
_WORDS = {
    "former": (
        r"former(?:ly)?|(?<=the )late|(?<=his )late|(?<=her )late|who (?:ran|led|headed|was)(?! "
        + _TASKS
        + r")|ex-\w+|once|(?<!was )(?<!were )(?<!be )(?<!been )used to|(?<![’']s )(?<!its )(?<!their )(?<!the )(?<!in )past|retired|outgoing|previous",
        r"ancien(?:ne)?s?|ex-\w+|retraitée?|démissionnaire|sortante?|autrefois|jadis|naguère|fut|qui a dirigé(?! "
        + _TACHES
        + r")",
    ),
    "acting": (
        r"acting(?! (?:on|for|against|in|too|without|to|under|like|upon|within)\b)|interim(?! "
        + _THINGS
        + r")|tak(?:es?|ing) over until|(?:stand(?:s|ing)|stood|steps|stepp(?:ed|ing)) in|until a (?:successor|replacement)|caretaker|temporary|stand-in",
        r"(?:par )?intérim|intérimaire|provisoire|faisant fonction|assure l[’']intérim",
    ),
    "deputy": (
        r"deputy|vice|assistant|second-in-command|number two|associate|under-?secretary|junior",
        r"adjointe?|vice-?|numéro deux|seconde?|sous-\w+|bras droit|suppléante?|déléguée?|secrétaire d[’']état",
    ),
}
_STANDINGS = {
    name: {"en": re.compile(rf"\b(?:{en})(?:\b|(?<=-))", re.I), "fr": re.compile(rf"\b(?:{fr})(?:\b|(?<=-))", re.I)}
    for name, (en, fr) in _WORDS.items()
}
_SAID = {
    "former": "le texte ne dit pas qu’il s’agit d’une fonction passée",
    "acting": "le texte ne dit pas qu’il s’agit d’un intérim",
    "deputy": "le texte ne dit pas qu’il s’agit d’un adjoint",
}
_BEFORE, _AFTER = 90, 55


# « Le directeur de campagne du sortant, X »: he is not the one who leaves.
_ITS_HOLDER = re.compile(
    r"(?<=\w) (?:du|de la|de l[’']|des|au|aux|à la)(?: (?!la )[\w-]+)?(?: |(?<=[’']))(?:sortante?s?|démissionnaires?)(?! (?:de|du|des)\b)",
    re.IGNORECASE,
)


def standing_of(text: str, start: int, end: int, side: str) -> tuple[frozenset[str], bool]:
    """In what standing the name at a place is told to hold an office, and whether one is told at all."""
    before = re.split(r"[.;:!?()«»“”\"]|, (?:said|dit|et|and) ", text[max(0, start - _BEFORE) : start])[-1]
    # "A former ally of Mayor Lund": the mayor is in office.
    before = re.split(
        r"\b(?:of|to|with|by) (?=[A-Z])|\b(?:du|de la) (?=(?:maire|ministre|président)\w* [A-Z])", before
    )[-1]
    # « Une couverture provisoire, précise X »: what stands before the verb is told by X, not of X.
    before = re.split(r", (?=[a-zà-ÿ-]+ (?:[a-zà-ÿ-]+ )?$)", before)[-1] if side == "fr" else before
    before = _ITS_HOLDER.sub(" ", before)
    after = re.split(r"[.;:!?()«»“”\"]", text[end : end + _AFTER])[0]
    # Only an apposition is said of the name: ", the former head of IT".
    after = after.split(",")[1] if after.startswith(",") else ""
    around = f"{before} | {after}"
    found = frozenset(name for name, words in _STANDINGS.items() if words[side].search(around))
    return found, bool(role_concepts(around))


def compare_standing(claim: Statement, source: Sequence[Statement]) -> Iterator[Finding]:
    """A former, acting or deputy holder of an office who holds it in full here, or the other way round."""
    for name in read_names(claim.text):
        ours, tells = standing_of(claim.text, name.start, name.end, "fr")
        if not tells or len(name.words) < 2:
            continue
        theirs = [one for one in (_told(name, each) for each in source) if one is not None]
        if not theirs:
            continue
        known = frozenset().union(*(one[0] for one in theirs))
        place = theirs[0][1]
        lost = [one for one in sorted(known - ours) if all(one in told for told, _ in theirs)]
        added = sorted((ours & {"former", "acting"}) - known)
        if (not lost and not added) or (lost and ours & known):
            continue
        if (lost and _is_of_another_office(name, claim, source)) or (added == ["former"] and _has_left(name, source)):
            continue
        what = (
            _SAID[lost[0]]
            if lost
            else f"la source ne dit pas «\u00a0{added[0].replace('former', 'ancien').replace('acting', 'par intérim')}\u00a0»"
        )
        message = f"La source présente «\u00a0{name.text}\u00a0» autrement, {cited(place.text, place)}\u00a0: {what}, rétablissez sa fonction."
        yield found_in(claim, (name.start, name.end), "role-wrong", "warning", message, [place])


# Whoever was sacked or retired is a former holder, called so or not.
_LEFT = re.compile(
    r"\b(?:sack(?:ed|s)|fired|dismiss\w+|resign\w+|quit|step(?:ped|s) down|stood down|left|leaving|retir\w+|until|replac\w+|suspend\w+|succeed\w+|oust\w+"
    r"|removed|departed|at the time|then|was voted out|lost (?:his|her|the) (?:job|seat|post)|now (?:\w+s|a|an|the|at|with|in)"
    r"|limog\w+|démission\w+|quitt\w+|remplac\w+|jusqu[’']\w+|à l[’']époque|alors)\b",
    re.IGNORECASE,
)


def _has_left(name: Name, source: Sequence[Statement]) -> bool:
    places = {one.place for one in source if name.words[-1] in one.words}
    return any(_LEFT.search(one.text) for one in source if one.place in places)


def _is_of_another_office(name: Name, claim: Statement, source: Sequence[Statement]) -> bool:
    """Whether "former" stands before another office than the claim gives: "a former sergeant who chairs the federation"."""
    given = {role for _, role in role_concepts(claim.text[max(0, name.start - _BEFORE) : name.end + _AFTER])}
    for one in source:
        if name.words[-1] not in one.words:
            continue
        for match in _STANDINGS["former"][side_of(one)].finditer(one.text):
            held = {role for each, role in role_concepts(one.text[match.end() : match.end() + 25]) if each.start() < 12}
            if held and given and not held & given:
                return True
    return False


def _told(name: Name, statement: Statement) -> tuple[frozenset[str], Statement] | None:
    """The standing that a sentence of the source gives to a name, where it names an office beside it."""
    if name.words[-1] not in statement.words:
        return None
    match = re.search(re.escape(name.text), statement.text)
    if match is None:
        return None
    found, tells = standing_of(statement.text, *match.span(), side_of(statement))
    return (found, statement) if tells else None


def held_otherwise(speaker: str, role: str, source: Sequence[Statement]) -> Statement | None:
    """Where the source tells in another standing what a quotation's line says of its speaker."""
    ours = frozenset(name for name, words in _STANDINGS.items() if words["fr"].search(role))
    name = Name(0, len(speaker), speaker)
    theirs = [one for one in (_told(name, each) for each in source if name.words) if one is not None]
    known = frozenset().union(*(one[0] for one in theirs))
    other = (ours & {"former", "acting"}) - known or {
        one for one in known - ours if all(one in told for told, _ in theirs)
    }
    return theirs[0][1] if theirs and other else None
