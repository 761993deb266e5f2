"""What is doubted, word by word: the verb that "could" or "plans to" governs, and the word that renders it."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.dictionary import readings
from pipeline.embedding import Vectors
from pipeline.keeping import per_sentence
from pipeline.verify.alignment import Word, chunk_at, content_words, likeness
from pipeline.verify.assertion.certainty import LOST, near_words
from pipeline.verify.assertion.cues import ABLE, COULD, DENIES, DUE
from pipeline.verify.assertion.denied import denied_words, plain_words, verbs_of
from pipeline.verify.assertion.predicates import ALIKE, LOOSE, RIVAL, SURELY, as_near
from pipeline.verify.assertion.tenses import told_verbs
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["unsaid_doubts"]

_DOUBTS: dict[str, dict[str, re.Pattern[str]]] = {
    "possible": {
        "en": re.compile(r"\b(?:" + COULD + r"|would(?= have(?! to\b))|might|(?-i:may)(?! \d)|possibly|perhaps|(?<!as )(?<!more )(?<!less )(?<!most )(?<!least )likely to|presumably|probably)\b", re.I),
        "fr": re.compile(r"\b(?:pourrai\w+|peut-être|(?:aur|ser)ai(?:t|ent)|risque(?:nt)? de|probablement|sans doute)\b", re.I),
    },
    "planned": {
        "en": re.compile(r"\b(?:(?<!I )would(?! not| have| rather| prefer| like to)|(?:is|are|was|were) (?:considering|weighing|mulling|exploring|contemplating)|plans? to|planned to|intends? to|hopes? to|wants? to|aims? to|expects? to|expected to|proposes? to|" + DUE + r"|(?:is|are|was|were) (?:set|scheduled) to|seeks? to|vowed to|pledged to|promised to|threaten(?:s|ed) to)\b", re.I),
        "fr": re.compile(r"\b(?:prévoi\w+ d[e’']|compte(?:nt)?(?= \w+(?:er|ir|re)\b)|envisage\w* d[e’']|souhaite\w*|entend(?:ent)?(?= \w+(?:er|ir|re)\b)|devrai(?:t|ent))", re.I),
    },
    "alleged": {
        "en": re.compile(r"\b(?:allegedly|reportedly|purportedly|apparently|suspected of|accused of|alleged to have|believed to have|said to have|(?:is|are|was|were) (?:thought|believed|said|understood|feared) to)\b", re.I),
        "fr": re.compile(r"\b(?:aurai(?:t|ent)|serai(?:t|ent)|présum\w+|soupçonn\w+ d[e’']|accus\w+ d[e’'])", re.I),
    },
}  # fmt: skip
_DOUBTED = re.compile(
    r"\b(?:"
    + ABLE
    + r"|\w+r(?:ait|aient)|peut|peuvent|peut-être|pouvoir|pouvant|pourra|pourront|pouvai\w+|pu|puisse\w*|possib\w+|risqu\w+|susceptibles?|probabl\w+|éventuel\w*|potentiel\w*|sembl\w+|"
    r"paraî\w+|crain\w+|craign\w+|redout\w+|menac\w+|hypothès\w+|capables?|propos\w+|esp[èé]r\w+|espoirs?|escompt\w+|permet\w*|soupçonn\w+|accus\w+|allégu\w+|présum\w+|reproch\w+|sans doute|vraisemblabl\w+|de quoi|si|suspect\w*|n['’]exclu\w+ pas|pas exclu\w*|il se peut|"
    r"quiconque|doi(?:t|vent)|dev(?:ait|aient|oir)|apparemment)\b",
    re.I,
)
_MEANT = re.compile(
    _DOUBTED.pattern
    + r"|\b(?:va|vont|allai\w+|\w{2,}r(?:a|ont)|prév\w+|compt(?:e|ent|ait|aient)|veu(?:t|lent)|voul\w+|souhait\w+|propos\w+|envisag\w+|proje\w+|esp[èé]r\w+|"
    r"censée?s?|tenue?s?|chargée?s?|invitée?s?|sommée?s?|enten(?:d|dent|dait)|attend\w*|d[’']ici|objectif|cherch\w+|promet\w*|promis\w*|demand\w+|réclam\w+|exig\w+|vis(?:e|ent|ait)|tent(?:e|er|ent|ait)|annonc\w+|afin|pour|"
    r"estim\w+|évalu\w+|chiffr\w+|imagin\w+|prêt\w*|futur\w*|prochain\w*|ambition\w*|voudr\w+|pense\w*|réfléchi\w*|étudi\w+|songe\w*|hésit\w+|pench\w+|tent(?:é|ée|és)|condition\w*|s[’']engag\w+|(?:s[’']est|se sont|s[’']étai(?:t|ent)) engagée?s?|engagement)\b",
    re.I,
)
_ALLEGED = re.compile(
    _DOUBTED.pattern + r"|\b(?:selon|d[’']après|affirm\w+|assur\w+|prétend\w*|soutien\w+|dénonc\w+)\b", re.I
)
# "Would have built": no other building, done or planned, makes that one done.
_HAD_IT_BEEN = re.compile(r"(?:would|might|could) have\b", re.I)
_IS_DONE = re.compile(r"\b(?:a|ont|est|sont) (?:été )?(?:\w+ment )?$")
_SHORT_OF = {"possible": _DOUBTED, "alleged": _ALLEGED, "planned": _MEANT}


def unsaid_doubts(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """A verb that the source only holds possible, planned or alleged, and the draft tells as done."""
    ours = verbs_of(claim.text)
    if not ours or claim.place.endswith("heading") or claim.place.startswith(("title", "seo")):
        return
    denied = {one.word.start for one in denied_words(claim.text, "fr")}
    short = claim.place.startswith(("standfirst", "tldr"))
    told = {one.word.start for one in told_verbs(claim.text)}
    for statement in near:
        for kind, word, cue in _doubted(statement.text, side_of(statement)):
            cosines = likeness(word, ours)
            best = ours[int(cosines.argmax())]
            # « Relève », « requiert »: the present says what is so, or decided; only the very word contradicts, and in no standfirst.
            present = best.start not in told and not _IS_DONE.search(claim.text, 0, best.start)
            if kind != "alleged" and present and (float(cosines.max()) < SURELY or short):
                continue
            if _is_doubted_elsewhere(claim, kind, ours, cosines):
                continue
            least = ALIKE if _SHORT_OF[kind].search(claim.text) else LOOSE
            if _is_epithet(claim.text, best) or _DENIED_THAT.search(claim.text, 0, best.start):
                continue
            if float(cosines.max()) < least or _SHORT_OF[kind].search(claim.text, *_reach(claim.text, best.start)):
                continue
            # What is not done is not told as done.
            counterfactual = _HAD_IT_BEEN.match(statement.text, cue[0]) and _IS_DONE.search(claim.text, 0, best.start)
            if best.start in denied or (
                not counterfactual and _is_told_plainly(best, word, as_near(claim, statement, near))
            ):
                continue
            said = cited(near_words(statement, cue[0]), statement)
            message = f"La source dit {said}\u00a0; {LOST[kind]}."
            yield found_in(claim, (best.start, best.end), f"certainty-{kind}", "warning", message, [statement])


def _is_doubted_elsewhere(claim: Statement, kind: str, ours: Sequence[Word], cosines: Vectors) -> bool:
    """« A arrêté une chaîne ; les autres pourraient s’arrêter »: another verb as like renders the doubted one, and doubts it."""
    best = int(cosines.argmax())
    return any(
        _SHORT_OF[kind].search(claim.text, *_reach(claim.text, one.start))
        for n, one in enumerate(ours)
        if n != best and float(cosines[n]) >= max(LOOSE, float(cosines[best]) - RIVAL)
    )


# « Nie qu’il aboutisse à un fichage »: what is denied is not told as done.
_DENIED_THAT = re.compile(
    r"\b(?:" + DENIES + r"|dout\w+|exclu[rts]\w*) (?:\w+ )?(?:que |qu[’'])[^,.;:]*$",
    re.IGNORECASE,
)


def _is_epithet(text: str, word: Word) -> bool:
    """« La sous-station nécessaire »: an adjective that closes its group says what is needed, and tells nothing as done."""
    kinds = {one.kind for one in readings(word.text)}
    # A participle has an infinitive: « deux sites cédés » tells of a deed.
    return not word.base and "A" in kinds and "V" not in kinds and not _IS.search(text[: word.start])


_IS = re.compile(
    r"\b(?:est|sont|était|étaient|fut|furent|devien\w+|rend\w*|reste\w*|jugée?s?|estim\w+)(?: \w+)? $", re.IGNORECASE
)


def _is_told_plainly(ours: Word, doubted: Word, near: Sequence[Statement]) -> bool:
    """Whether the source also has, undoubted, a word that the draft's may render: who employs, and expects to hire."""
    others = [
        word
        for one in near
        for word in content_words(one.text, side_of(one))
        if word.text != doubted.text
        and word not in {doubt for _, doubt, _ in _doubted(one.text, side_of(one))}
        # "Nobody was dismissed" tells of no dismissal.
        and word not in {denied.word for denied in denied_words(one.text, side_of(one))}
        and not (side_of(one) == "en" and re.match(r"(?:nobody|no one|none)\b", one.text, re.I))
    ]
    if not others:
        return False
    cosines = likeness(ours, [doubted, *others])
    plain, own = float(cosines[1:].max()), float(cosines[0])
    return plain >= max(ALIKE, own - RIVAL) or plain >= own + RIVAL


def _reach(text: str, at: int) -> tuple[int, int]:
    """The stretch around a place, with the one before that "et", "ou" or "que" ties to it: « pourrait ordonner … et
    infliger », « craint que … n’emprunte ».
    """
    start, end = chunk_at(text, at)
    if re.search(r"\b(?:et|ou|ni|que|qu[’']\w+)\s*$", text[:start]) or re.match(r"\s*(?:ou|ni)\b", text[start:]):
        start = chunk_at(text, max(0, start - 4))[0]
    return start, end


def _tied(text: str, side: str, end: int) -> tuple[Word, ...]:
    """The verb that "and" ties to a doubted one: in "could order … and impose" both are only possible."""
    if not re.match(r"\s*(?:and|or|et|ou) (?!the|a|an|its|his|her|their|le|la|les|un|une)\w+ ", text[end:]):
        return ()
    return tuple(one for one in plain_words(text, side) if end <= one.start <= end + 8)[:1]


_IS_A_THING = re.compile(r" (?:have )?(?:be|been|become) (?:the|an?|its|his|her|their|one of)\b", re.IGNORECASE)


@per_sentence
def _doubted(text: str, side: str) -> tuple[tuple[str, Word, tuple[int, int]], ...]:
    found = []
    for kind, patterns in _DOUBTS.items():
        for match in patterns[side].finditer(text):
            # "Would have been the first authorised cull" doubts what it was, and no verb.
            if _IS_A_THING.match(text, match.end()):
                continue
            _, end = chunk_at(text, match.end())
            words = [one for one in plain_words(text, side) if match.end() <= one.start < min(end, match.end() + 50)]
            found += [(kind, one, match.span()) for one in (*words[:1], *_tied(text, side, end))]
    return tuple(found)
