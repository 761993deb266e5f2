"""Certainty: what could, may, is planned, alleged or denied stays so (EDITORIAL.md, « Facts », 4)."""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Callable, Iterator, Sequence

from pipeline.verify.assertion.cues import CUES, DENIES, HARD_NEGATION, OPPOSITES, RECORD, cues_in
from pipeline.verify.assertion.denied import denied_words
from pipeline.verify.assertion.few_and_many import all_but_only
from pipeline.verify.assertion.kept import is_only_not_before, is_said_without_no
from pipeline.verify.assertion.other_end import is_from_the_other_end, is_one_dealing
from pipeline.verify.clauses import clauses, side_of
from pipeline.verify.deeds.converse import tells_the_converse
from pipeline.verify.findings import cited, found_in
from pipeline.verify.form.infinitives import says_infinitive
from pipeline.verify.prepare import Source, Statement
from pipeline.verify.proper_names.naming import read_names
from schemas.finding import Finding, Severity

__all__ = [
    "CARRIED_BY",
    "LOST",
    "Renders",
    "compare_certainty",
    "compare_direction",
    "is_denied_elsewhere",
    "is_hindered",
    "is_undone",
    "near_words",
]

# Whether two passages, the first of the claim, say the same thing; without a judge a pair is taken for a translation.
Renders = Callable[[str, str], bool]

LOST = {
    "alleged": "ce qui est allégué devient un fait\u00a0: mettez le conditionnel, ou l’attribution («\u00a0selon…\u00a0»)",
    "possible": "ce qui n’est que possible devient certain\u00a0: mettez le conditionnel ou «\u00a0pourrait\u00a0»",
    "planned": "ce qui est prévu ou demandé devient un fait\u00a0: écrivez «\u00a0prévoit de\u00a0», «\u00a0devrait\u00a0» ou l’équivalent",
    "reported": "ce qui est rapporté devient un fait\u00a0: rendez l’attribution («\u00a0selon…\u00a0») ou mettez le conditionnel",
}
# Any word of doubt or attribution in French may carry any of them in English.
CARRIED_BY = {
    "alleged": ("alleged", "reported", "possible"),
    "possible": ("possible", "alleged"),
    "planned": ("planned", "possible"),
    "reported": ("reported", "alleged", "possible"),
}


# "…, the authorities said on Friday.": the name of a body that closes a report is wire custom, no doubt.
_ROUTINE = re.compile(
    r",[”\"]? (?:[Tt]he |[Ii]ts |[Tt]heir |a |an )?(?:[\w’'&-]+ ){0,4}?(?:authorit(?:y|ies)|police|council|agency|federation|ministry|department|institute|commission|regulator|bureau|office|court|government|board|committee|service|prosecutors)"
    r"(?: [A-Z][\w’'-]+){0,3}(?: (?:of|for) [^,.;:]{3,40})? (?:said|says?)(?: (?:on|in|late|early|last|this|earlier|later|yesterday|today|recently|overnight|[A-Z]\w+day)\b[^,;:]{0,30}?)?(?=[.,])",
    re.IGNORECASE,
)
_CONTESTED = re.compile(
    r"\b(?:claim\w*|alleg\w+|argu\w+|believ\w+|estimat\w+|suggest\w*|insist\w*|maintain\w*|warn\w*|den(?:y|ies|ied)|think\w*|accus\w+|contend\w*)\b",
    re.IGNORECASE,
)


def _is_contested(source: Statement) -> bool:
    """Whether a passage holds a word of claim or opinion, so that who says it matters."""
    return source.language == "fr" or _CONTESTED.search(source.text) is not None


def _clause_at(text: str, at: int) -> str:
    return next((text[start:end] for start, end in clauses(text) if start <= at < end), text)


def _always(_ours: str, _theirs: str) -> bool:
    return True


def compare_certainty(
    claim: Statement, source: Statement, around: Sequence[Statement] = (), renders: Renders = _always
) -> Iterator[Finding]:
    """One claim against the sentence it renders: hedges kept, negation kept, nothing reversed.

    `around` are further statements that may support it; `renders` tells whether the claim renders a source clause.
    """
    theirs, ours = cues_in(source.text, source.language), cues_in(claim.text, claim.language)
    for kind, advice in LOST.items():
        if kind not in theirs or any(one in ours for one in CARRIED_BY[kind]):
            continue
        at = theirs[kind].start()
        if kind == "reported" and _ROUTINE.search(source.text) and not _is_contested(source):
            continue
        if renders(claim.text, _clause_at(source.text, at)):
            message = f"La source dit {cited(near_words(source, at), source)}\u00a0; {advice}."
            severity: Severity = "warning" if kind == "reported" else "blocking"
            yield found_in(claim, (0, len(claim.text)), f"certainty-{kind}", severity, message, [source])
            break
    yield from _negation_lost(claim, source, renders)
    yield from _negation_added(claim, [source, *around], renders)
    yield from compare_direction(claim, [source], renders)


def _negation_lost(claim: Statement, source: Statement, renders: Renders) -> Iterator[Finding]:
    hard = HARD_NEGATION[side_of(source)].search(source.text)
    if hard is None or CUES["fr"]["negated"].search(claim.text):
        return
    if is_said_without_no(source.text, hard.start(), claim.text):
        return
    if renders(claim.text, _clause_at(source.text, hard.start())):
        message = f"La négation de la source est perdue, {cited(near_words(source, hard.start()), source)}\u00a0: rétablissez-la."
        yield found_in(claim, (0, len(claim.text)), "negation-lost", "blocking", message, [source])


def _negation_added(claim: Statement, near: Sequence[Statement], renders: Renders) -> Iterator[Finding]:
    hard = HARD_NEGATION["fr"].search(claim.text)
    if hard is None or any(CUES[side_of(one)]["negated"].search(one.text) for one in near):
        return
    # A record is told by what never was, and "all but three" by the three that have not.
    if RECORD.search(claim.text) or any(all_but_only(claim, one) for one in near):
        return
    if any(is_only_not_before(claim.text, hard.start(), one.text) for one in near):
        return
    mine = _clause_at(claim.text, hard.start())
    rendered = [one for one in near if any(renders(mine, one.text[start:end]) for start, end in clauses(one.text))]
    if rendered:
        message = (
            f"Le texte nie ce que la source affirme, {cited(rendered[0].text, rendered[0])}\u00a0: retirez la négation."
        )
        yield found_in(claim, hard.span(), "negation-added", "blocking", message, rendered[:1])


def compare_direction(claim: Statement, near: Sequence[Statement], renders: Renders = _always) -> Iterator[Finding]:
    """A word of the claim whose opposite, and not itself, stands in the source (rise and fall, allow and ban)."""
    seen: set[tuple[int, int]] = set()
    for theirs, french in zip(OPPOSITES["en"], OPPOSITES["fr"], strict=True):
        for side in (0, 1):
            said = french[side].search(claim.text)
            if said is None or french[1 - side].search(claim.text) or is_hindered(claim.text, said.start()):
                continue
            for one in near:
                pair = french if one.language == "fr" else theirs
                turned = pair[1 - side].search(one.text)
                if turned is None or pair[side].search(one.text) or said.span() in seen:
                    continue
                # « Reste fermée » for "has not reopened"
                if any(each.word.start == turned.start() for each in denied_words(one.text, side_of(one))):
                    continue
                if french[0].fullmatch("avant") and _changed_places(claim.text, said, one.text, turned, renders):
                    continue
                if is_from_the_other_end(claim, said.span(), one, turned.span()) or is_one_dealing(
                    said.group(), turned.group()
                ):
                    continue
                if tells_the_converse(claim, one) or is_undone(one.text, turned.start(), side_of(one)):
                    continue
                mine = _clause_at(claim.text, said.start())
                if renders(mine, _clause_at(one.text, turned.start())) and not _is_said(
                    mine, (theirs[side], french[side]), near, renders
                ):
                    seen.add(said.span())
                    message = (
                        f"Le texte dit «\u00a0{said.group()}\u00a0», la source l’inverse, "
                        f"{cited(near_words(one, turned.start()), one)}\u00a0: rétablissez le sens."
                    )
                    yield found_in(claim, said.span(), "direction-reversed", "blocking", message, [one])


# « Les loyers la retiennent de baisser son taux » says that it does not.
_HINDERED = re.compile(
    r"\b(?:retien\w+|reten\w+|empêch\w+|dissuad\w+|renonc\w+|refus\w+|évit\w+|déconseill\w+|interdi\w+|s[’']abst\w+|loin|avant|faute|plutôt que|au lieu|sans|pour ne pas|incapa\w+)\b[^,.;:!?]{0,50}?\b(?:d[e’']|à)? ?(?:l[ea]s? |l[’']|lui |leur )?$",
    re.IGNORECASE,
)


# « N’a pu obtenir » denies without « pas ».
_UNABLE = re.compile(
    r"\bn(?:e |[’'])(?:(?:a|ont|avait|avaient|ayant|aurait|auraient) pu|peu(?:t|vent)|pouvai(?:t|ent)) (?:l[ea]s? |l[’']|lui |leur |en |y )?$",
    re.IGNORECASE,
)


def is_hindered(text: str, at: int) -> bool:
    """Whether the infinitive at a place is what someone is kept from."""
    word = re.compile(r"\w+").match(text, at)
    before = text[:at]
    return (
        word is not None and says_infinitive(word.group()) and bool(_HINDERED.search(before) or _UNABLE.search(before))
    )


# "Overturned the conviction", « lève l’interdiction »: what is undone says the opposite.
_UNDOES = {
    "en": re.compile(
        r"(?:\b(?:overturn|quash|annul|revers|lift|revok|repeal|rescind|scrap|void|set(?:s|ting)? aside|thr[eo]w\w* out|str(?:u|i)(?:ck|kes?) down|overrul|vacat|cancel|undo|undid)\w*|\b(?:end|drop)(?:s|p?ed|p?ing)?)"
        r" (?:the|an?|its|his|her|their|all|this|that|any|two|three|four) (?:(?!and |but |or |then )[\w’'-]+ ){0,3}$",
        re.I,
    ),
    "fr": re.compile(
        r"\b(?:annul|cass|infirm|lev(?:e|é|er|ée|ées)|lèv|révoqu|abrog|invalid|effac|revien|met(?:tre|tent)? fin)\w*(?: (?:à|de))? (?:l[ea]s?|l[’']|une?|cette|cet?|son|sa|ses|leurs?|toute?) ?(?:(?!et |mais |ou |puis )[\w’'-]+ ){0,2}$",
        re.I,
    ),
}


def is_undone(text: str, at: int, side: str) -> bool:
    """Whether the thing named at a place is one that is annulled, lifted or reversed."""
    return bool(_UNDOES[side].search(text[:at]))


def _is_said(
    mine: str, words: tuple[re.Pattern[str], re.Pattern[str]], near: Sequence[Statement], renders: Renders
) -> bool:
    """Whether another passage, that the clause renders as well, says what it says."""
    for one in near:
        found = words[one.language == "fr"].search(one.text)
        if found and renders(mine, _clause_at(one.text, found.start())):
            return True
    return False


_DENIES = {
    "fr": re.compile(
        r"\b(?:" + DENIES + r"|reje\w+|s[’']en défend\w*|s[’']inscri\w+ en faux)\b",
        re.I,
    ),
    "en": re.compile(
        r"\b(?:den(?:y|ies|ied|ying|ial)|disput(?:e[sd]?|ing)|reject(?:s|ed)|refut\w+|contest(?:s|ed)?|(?:said|says) no)\b",
        re.I,
    ),
}


def is_denied_elsewhere(claim: Statement, finding: Finding, source: Source) -> bool:
    """Whether a word that denies renders a denial of the source: in the same paragraph, or by someone the claim names."""
    at = (finding.start or 0) - claim.start
    if not _DENIES["fr"].match(claim.text, at):
        return False
    places = {one.paragraph for one in finding.evidence}
    people = {name.words[-1] for name in read_names(claim.text) if name.words}
    return any(
        _DENIES[side_of(one)].search(one.text) and (one.place in places or people & one.words)
        for one in source.statements
    )


def _changed_places(ours: str, said: re.Match[str], theirs: str, turned: re.Match[str], renders: Renders) -> bool:
    """« A avant B » for "B after A": the word is turned round, and so are its two sides."""
    one, other = _sides(ours, said), _sides(theirs, turned)
    crossed = renders(one[0], other[1]) or renders(one[1], other[0])
    return crossed and not renders(one[0], other[0]) and not renders(one[1], other[1])


def _sides(text: str, word: re.Match[str]) -> tuple[str, str]:
    return text[max(0, word.start() - 90) : word.start()], text[word.end() : word.end() + 90]


def near_words(statement: Statement, at: int) -> str:
    """The words around a place, cut between words."""
    start = statement.text.rfind(" ", 0, max(0, at - 30)) + 1
    end = statement.text.find(" ", min(len(statement.text), at + 40))
    return statement.text[start : end if end != -1 else len(statement.text)]
