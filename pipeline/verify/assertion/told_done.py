"""What the source plans, awaits or holds possible, and the draft tells as done or as sure to come.

The verb of the draft says so by its tense, whatever else its sentence doubts: « a déjà présenté un projet qui plafonnerait ».
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.embedding import embed
from pipeline.verify.alignment import Word, chunk_at, content_words, likeness
from pipeline.verify.assertion.ahead import Ahead, Cue, ahead_words, cues_ahead
from pipeline.verify.assertion.certainty import LOST, near_words
from pipeline.verify.assertion.denied import denied_words, plain_words, verbs_of
from pipeline.verify.assertion.predicates import ALIKE, LOOSE, RIVAL, SURELY, as_near
from pipeline.verify.assertion.tenses import Told, told_verbs
from pipeline.verify.clauses import Clause, clauses, clauses_of, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.equal_figures import same_quantity
from schemas.finding import Finding

__all__ = ["told_as_done"]

# Saying, planning and asking are done even where what is said, planned or asked is not.
_SAYS_OR_PLANS = re.compile(
    r"(?:préférer|choisir|opter|renoncer|hésiter|pré(?:voir|tendre|ciser|coniser|venir|dire)|promettre|annoncer|proposer|envisager|demander|réclamer|exiger|souhaiter|vouloir|dire|redire|affirmer|assurer|déclarer|"
    r"estimer|expliquer|indiquer|avertir|alerter|juger|décider|confier|rappeler|ajouter|souligner|menacer|accuser|reprocher|appeler|exhorter|presser|inviter|falloir|pouvoir|devoir|"
    r"laisser|planifier|programmer|fixer|reporter|repousser|convenir|accepter|consentir|compter|entendre|chercher|tenter|essayer|espérer|recommander|suggérer|plaider|prôner|prédire|anticiper|"
    r"évaluer|chiffrer|calculer|craindre|redouter|attendre|viser|projeter|imaginer|répondre|répliquer|rétorquer|noter|signaler|démentir|nier|contester|réfuter|récuser|rejeter|reconnaître|admettre|avouer|concéder|conclure|constater|montrer|révéler|établir|prouver|confirmer|valoir|observer|remarquer|soutenir|défendre|saluer|critiquer|dénoncer|"
    r"croire|penser|savoir|passer|voir|être|avoir|faire|aller|venir|mettre|rendre|prendre|donner|commencer|devenir|rester)"
)
_UNABLE = re.compile(r"pu|dû|due?s?|fallu|su|voulu|laissée?s?")
# What stands before a verb that is not done, or only if: « elle n’a », « s’il a », « une fois qu’il aura ».
_NOT_SAID = re.compile(r"(?:\bne |\bn[’'])(?:l[ea’'] ?|les |y |en |s[’'])?$|\b(?:si|s[’']ils?|quand|lorsqu\w*|une fois qu\w*|dès qu\w*|tant qu\w*|avant qu\w*|à condition qu\w*|pourvu qu\w*|peut-être|probablement|sans doute|éventuellement)\b[^,;:.]{0,50}$", re.I)  # fmt: skip
_KINDS = {"done": ("planned", "possible"), "future": ("possible",)}


def told_as_done(claim: Statement, near: Sequence[Statement], beside: Sequence[Statement]) -> Iterator[Finding]:
    """A verb told as done, or as sure to come, that answers only what a passage plans or holds possible.

    `near` are the passages that the claim may render, the surest first, `beside` all of their paragraphs.
    """
    if claim.place.endswith("heading") or claim.place.startswith(("title", "seo")):
        return
    denied = {one.word.start for one in denied_words(claim.text, "fr")}
    for told in told_verbs(claim.text):
        if told.word.start in denied or _NOT_SAID.search(claim.text[: told.start]) or _is_doubted(claim.text, told):
            continue
        # « A décidé » for "has yet to decide": of these only the very word tells.
        if _tells_no_deed(told):
            found = _word_ahead(claim, told, near[:1], least=SURELY)
        else:
            found = (
                _word_ahead(claim, told, near)
                or _object_ahead(claim, told, near)
                or _number_ahead(claim, told, near)
                or _clause_ahead(claim, told, near, beside)
            )
        if found is not None and not _counts_what_is_over(claim, told, *found):
            statement, cue = found
            said = cited(near_words(statement, cue.start), statement)
            message = f"La source dit {said}\u00a0; {LOST[cue.kind]}."
            span = (told.start, told.word.end)
            yield found_in(claim, span, f"certainty-{cue.kind}", "warning", message, [statement])


# « Seront vraisemblablement recensés »: the doubt stands inside the verb, or right after it.
_DOUBTING = re.compile(
    r"\b(?:probablement|vraisemblablement|sans (?:nul )?doute|peut-être|éventuellement|apparemment|possiblement|normalement|en principe|théoriquement|a priori)\b",
    re.I,
)


# "At least 45 million must be spent": what is to come has that figure, unless another clause begins between.
_AND = re.compile(r"\b(?:and|but|yet|while|though|who|which)\b|;")
_IS_OBJECT = re.compile(r" (?:[^,.;:\d]{1,30} )?qu(?:e |[’'])[^,.;:\d]{0,30}")
# How far behind a verb its figure may stand.
_OBJECT = 30


def _counts_what_is_over(claim: Statement, told: Told, passage: Statement, cue: Cue) -> bool:
    """« Ont perdu 40 % » for "fell 40% and have yet to recover": the verb's figure stands before what is still to come."""
    ours = [one for one in claim.figures if told.word.end <= one.start <= told.word.end + _OBJECT]
    # « La moitié qu’il a déjà touchée »: the object stands before.
    ours += [one for one in claim.figures if _IS_OBJECT.fullmatch(claim.text, one.end, told.start)]
    return any(
        same_quantity(one, each)
        for one in ours
        for each in passage.figures
        if each.end <= cue.start and _AND.search(passage.text, each.end, cue.start)
    ) and not any(same_quantity(one, each) for one in ours for each in passage.figures if each.start >= cue.end)


def _is_doubted(text: str, told: Told) -> bool:
    return bool(_DOUBTING.search(text, told.start, told.word.end) or _DOUBTING.match(text, told.word.end + 1))


def _tells_no_deed(told: Told) -> bool:
    """Whether a verb only says or plans; who will ask has not asked yet."""
    base = told.word.base or told.word.text
    if told.tense == "future":
        return base in ("être", "avoir", "pouvoir", "devoir", "falloir")
    return bool(_SAYS_OR_PLANS.fullmatch(base) or _UNABLE.fullmatch(told.word.text)) or (
        base == "engager" and told.reflexive
    )


def _word_ahead(
    claim: Statement, told: Told, near: Sequence[Statement], least: float = LOOSE
) -> tuple[Statement, Cue] | None:
    """The word that a verb renders, where the passages have it ahead of them only."""
    for statement in near:
        ahead = [one for one in ahead_words(statement.text, side_of(statement)) if one.kind in _KINDS[told.tense]]
        if not ahead:
            continue
        row = likeness(told.word, [one.word for one in ahead])
        best = int(row.argmax())
        like = float(row[best])
        if like >= (least if statement is near[0] else ALIKE):
            # Where two words are no sure pair, one almost as like is as good.
            if _is_ahead_too(claim, told, ahead[best].word, like):
                continue
            excused = min(max(ALIKE, like - RIVAL), SURELY) if like >= SURELY else like - RIVAL
            if _plainly(told.word, as_near(claim, statement, near)) < excused:
                return statement, Cue(ahead[best].kind, *ahead[best].cue)
    return None


# Two verbs less alike than those that translate each other, done to one and the same thing: « a déposé une motion », "will table a motion".
_LIKE, _SAME_THING, _AFTER = 0.42, 0.72, 45


def _object_ahead(claim: Statement, told: Told, near: Sequence[Statement]) -> tuple[Statement, Cue] | None:
    """The verb ahead, in the first passage, that acts on what a verb of the claim is told to have acted on."""
    mine = [one for one in plain_words(claim.text, "fr") if told.word.end < one.start <= told.word.end + _AFTER][:2]
    if not mine or told.tense != "done":
        return None
    for statement in near[:1]:
        side = side_of(statement)
        by_cue: dict[tuple[int, int], list[Ahead]] = {}
        for one in ahead_words(statement.text, side):
            by_cue.setdefault(one.cue, []).append(one)
        for cue, governed in by_cue.items():
            verb, things = governed[0], [one.word for one in governed[1:]]
            like = float(likeness(told.word, [verb.word])[0])
            if (
                things
                and verb.kind in _KINDS["done"]
                and like >= _LIKE
                and max(float(likeness(one, things).max()) for one in mine) >= _SAME_THING
                and not _is_ahead_too(claim, told, verb.word, like)
                and _plainly(told.word, as_near(claim, statement, near)) < ALIKE
            ):
                return statement, Cue(verb.kind, *cue)
    return None


# As many things as a verb is told to have acted on, and where a plan for as many ends.
_REACHES, _CLAUSE_ENDS = 60, re.compile(r"[,;:.](?=\s)")
# « Est né de l’installation de quatorze grues »: a complement is not what was acted on.
_OF_MORE = re.compile(r"[,;:.](?=\s)|\b(?:des?|du|d[’']|à|en|par|sur|dans|aux?|pour|entre|avec|contre)[ \u00a0]?\Z")


def _number_ahead(claim: Statement, told: Told, near: Sequence[Statement]) -> tuple[Statement, Cue] | None:
    """« A érigé 46 machines » for "plans to put up 46 turbines": as many as no passage has but in what is to come."""
    ours = [one for one in claim.figures if told.word.end <= one.start <= told.word.end + _REACHES]
    ours = [one for one in ours if one.unit == "" and not _OF_MORE.search(claim.text, told.word.end, one.start)]
    if not ours or told.tense != "done":
        return None
    plans = [
        (each, cue, figure)
        for each in near[:1]
        for cue in cues_ahead(each.text, side_of(each))
        if cue.kind == "planned"
        for figure in each.figures
        if cue.end <= figure.start <= cue.end + _REACHES // 2
        and not _CLAUSE_ENDS.search(each.text, cue.end, figure.start)
        and same_quantity(ours[0], figure)
    ]
    told_of = sum(same_quantity(ours[0], one) for each in near for one in each.figures)
    return (plans[0][0], plans[0][1]) if len(plans) == told_of == 1 else None


_STILL_AHEAD = re.compile(
    r"\b(?:\w+r(?:ait|aient)|peu(?:t|vent)|risqu\w+|doi(?:t|vent)|prévoi\w+|compte(?:nt)?|entend(?:ent)?|envisag\w+|menac\w+|veu(?:t|lent)|souhait\w+|esp[èé]r\w+)\b",
    re.I,
)


def _is_ahead_too(claim: Statement, told: Told, ahead: Word, like: float) -> bool:
    """« A arrêté une chaîne ; les autres pourraient s’arrêter »: another verb of the claim is as like, and still ahead."""
    others = [one for one in verbs_of(claim.text) if one.start != told.word.start]
    if not others:
        return False
    row = likeness(ahead, others)
    return any(
        float(row[n]) >= max(LOOSE, like - RIVAL) and _STILL_AHEAD.search(claim.text, *chunk_at(claim.text, one.start))
        for n, one in enumerate(others)
    )


# What is over in an English clause; what plans, says and foretells aside, and what is only "to be published".
_OVER = re.compile(
    r"\b(?:(?:has|have|had|was|were|did)(?! (?:to|until|yet|still|due|set|expected|scheduled|planned|not|no|been (?:due|set|expected|scheduled|planned|asked|urged))\b)"
    r"|(?!(?:plan|expect|schedul|propos|intend|need|pledg|promis|estimat|call|urg|ask|demand|consider|want|signal|warn|announc|add|argu|claim|alleg|indicat|predict|insist|maintain|conclud|stat|report|caution|"
    r"explain|not|vow|recommend|suggest|advis|limit|relat|unit|inde|spe|fe|hundr|reduc|requir)\w*ed\b)\w{2,}ed)\b",
    re.I,
)
_TO_BE = re.compile(
    r"\b(?:will|would|could|may|might|must|should|shall|can|cannot|to)(?: not| still| also| then| only| \w+ly)* (?:be|get|have been) \w+",
    re.I,
)
_SAYING = re.compile(
    r"(?:sa(?:id|ys?)|told|signal|warn|announc|add|argu|claim|indicat|predict|insist|explain|decid|plan|propos)"
)
# A clause as near as this renders another; nearer still where each is the other's best, or the draft says « déjà ».
_PAIRED, _EACH_OTHERS, _BY_NOW = 0.5, 0.36, 0.28
_ALREADY = re.compile(r"\b(?:déjà|d[’']ores et déjà)\b", re.I)


def _clause_ahead(
    claim: Statement, told: Told, near: Sequence[Statement], beside: Sequence[Statement]
) -> tuple[Statement, Cue] | None:
    """The cue of the clause that a verb's clause renders best, where that one has nothing that is over.

    For verbs that answer none of the source's: "make up its mind", « se prononcer ».
    """
    passages, all_ours = clauses_of(beside), clauses_of([claim])
    mine = next((n for n, one in enumerate(all_ours) if one.start <= told.word.start < one.end), None)
    if mine is None or not passages:
        return None
    cosines = embed([one.text for one in passages]) @ embed([_with_relative(one) for one in all_ours]).T
    at = int(cosines[:, mine].argmax())
    best, cosine = passages[at], float(cosines[at, mine])
    each_others = float(cosines[at].max()) <= cosine
    side = side_of(best.statement)
    by_now = _ALREADY.search(claim.text, told.start, told.word.end + 30) is not None
    least = _BY_NOW if each_others and by_now else _EACH_OTHERS if each_others else _PAIRED
    if cosine < least or side == "fr" or _OVER.search(_TO_BE.sub("", best.text)):
        return None
    # What is near only for want of another must not answer a verb that the passages tell as done.
    if cosine < _PAIRED and _plainly(told.word, near) >= ALIKE:
        return None
    cues = [one for one in cues_ahead(best.statement.text, side) if best.start <= one.start < best.end]
    found = next((one for one in cues if one.kind in _KINDS[told.tense]), None)
    if found is None or _is_over_there(told.word, best, cues):
        return None
    return best.statement, found


def _with_relative(clause: Clause) -> str:
    """A clause with the one that « qui » or « dont » hangs on its end."""
    text = clause.statement.text
    if not re.search(r"\b(?:qui|dont)\s*$", clause.text):
        return clause.text
    return text[clause.start : next((end for start, end in clauses(text) if start >= clause.end), clause.end)]


def _is_over_there(ours: Word, clause: Clause, cues: Sequence[Cue]) -> bool:
    """Whether a word of a clause that no cue governs, nor is part of one, answers a verb."""
    inside = [
        one
        for one in _behind(clause.statement)
        if clause.start <= one.start < clause.end
        and not clause.statement.text[one.start].isupper()
        and not _SAYING.match(one.text)
        and not any(each.start <= one.start < each.end for each in cues)
    ]
    return bool(inside) and float(likeness(ours, inside).max()) >= ALIKE


def _plainly(ours: Word, near: Sequence[Statement]) -> float:
    """How like a verb is to the nearest word that the passages do not only have ahead of them."""
    others = [word for one in near for word in _behind(one)]
    return float(likeness(ours, others).max()) if others else 0.0


def _behind(statement: Statement) -> Iterator[Word]:
    side = side_of(statement)
    ahead = {one.word for one in ahead_words(statement.text, side)}
    cues = cues_ahead(statement.text, side)
    return (
        word
        for word in content_words(statement.text, side)
        if word not in ahead and not any(one.start <= word.start < one.end for one in cues)
    )
