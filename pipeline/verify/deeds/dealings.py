"""Acts between two parties: who does it and to whom, in active, passive and nominal forms (EDITORIAL.md, « Facts », 4).

An act of the claim is held to the same act of the passages that it may render. Where one of its parties stands in the
other's place there, and none in its own, who does what to whom has been turned round.
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.dictionary import infinitive, readings
from pipeline.embedding import embed
from pipeline.keeping import per_sentence
from pipeline.verify.clauses import clauses, is_verbless, side_of
from pipeline.verify.deeds.circumstances import Dealing, around_acts
from pipeline.verify.deeds.dealing_words import AS_NOUNS, NOUNS, Verb, verbs
from pipeline.verify.deeds.parties import Party, alike, parties
from pipeline.verify.deeds.subjects import led_to, object_before, object_of, subject_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["Dealing", "compare_dealings", "dealings"]

# From ONE on two parties are one, if the other party of the act is less like it by CLEARLY.
ONE, CLEARLY = 0.6, 0.2


def compare_dealings(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """Of an act that a passage tells too, the parties have not changed places."""
    ours = [one for one in dealings(claim.text, "fr") if one.whole]
    theirs = [(n, each) for n, one in enumerate(near) for each in dealings(one.text, side_of(one))] if ours else []
    told: set[int] = set()
    for mine in ours:
        held = [(_turned(mine, other), n) for n, other in theirs if other.act == mine.act]
        # One party alone may well do to somebody what another passage says is done to it.
        turned = next(
            (n for crossed, n in held if crossed == 2 or (crossed == 1 and _tells(claim, mine, near, n))), None
        )
        if turned is None or any(crossed < 0 for crossed, _ in held) or mine.span[0] in told:
            continue
        told.add(mine.span[0])
        place = near[turned]
        message = f"Les rôles semblent inversés, la source dit {cited(place.text, place)}\u00a0: vérifiez qui fait quoi à qui."
        yield found_in(claim, mine.span, "roles-swapped", "warning", message, [place])


# A clause as LIKE a passage as this tells what is told there, and so does one that is nearest to it and FAIRLY like it.
LIKE, FAIRLY = 0.45, 0.3


def _tells(claim: Statement, mine: Dealing, near: Sequence[Statement], at: int) -> bool:
    """Whether the act of a claim is the one told by this passage: the nearest one, or one that its clause renders."""
    clause = next((claim.text[a:b] for a, b in clauses(claim.text) if a <= mine.span[0] < b), claim.text)
    cosines = embed([one.text for one in near]) @ embed([clause])[0]
    nearest = int(cosines.argmax()) == at and float(cosines[at]) >= FAIRLY
    return at == 0 or nearest or float(cosines[at]) >= LIKE


def _turned(ours: Dealing, theirs: Dealing) -> int:
    """How many parties stand in the other's place; -1 where one stands in its own."""
    pairs = ((ours.doer, theirs.doer, theirs.other), (ours.other, theirs.other, theirs.doer))
    crossings = 0
    for mine, own, crossed in pairs:
        as_is, turned = alike(mine, own), alike(mine, crossed)
        if as_is >= ONE and as_is > turned:
            return -1
        crossings += turned >= ONE and turned - as_is >= CLEARLY
    return crossings


@per_sentence
def dealings(text: str, side: str) -> tuple[Dealing, ...]:
    """The acts that a sentence tells of two parties, of which one at least is known."""
    table, known = verbs(side), parties(text, side)
    found: list[Dealing] = []
    for match in _WORD.finditer(text):
        word = match.group().lower()
        base = (infinitive(word) or word) if side == "fr" else word
        for verb in table.get(base, ()):
            one = _dealing(verb, match, text, side, known)
            if one:
                found.append(one)
                if verb.rest:
                    break
        found += _named(word, match, text, side, known)
    found += around_acts(text, side, known)
    return tuple(one for one in found if one.doer or one.other)


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BE = {
    "fr": r"(?:est|sont|était|étaient|être|fut|furent|soit|soient|sera|seront|serait|seraient|été|étant)",
    "en": r"(?:was|were|is|are|been|being|be|got|get|gets)",
}
_MORE = r"(?:, [^,.;:]{1,45},)?(?: (?:pas|plus|jamais|aussi|également|déjà|bien|ensuite|même|toujours|encore|à son tour|lui aussi|elle aussi|en outre|notamment|[a-zà-ÿ]+ment))*"
_PASSIVE = {
    "fr": re.compile(rf"\b{_BE['fr']}{_MORE} $|\b(?:f(?:ait|aire|ont|it|era)|voi[rt]|voient|vu|vue|vus|verra) $"),
    "en": re.compile(rf"\b{_BE['en']}(?: \w+ly| also| not| never| since| later| then)* $"),
}
_PERFECT = re.compile(
    rf"\b(?:ai|a|ont|avait|avaient|aura|auront|aurait|auraient|ait|aient|avoir|ayant|eut|eu){_MORE} $"
)
# « N’a jamais si peu recruté »
_AWAY = re.compile(
    r"\b(?:ai|a|ont|avait|avaient|aura|auront|aurait|auraient|ait|aient|avoir|ayant)(?: [^\s,.;:]+){1,3} $"
)
_REFLEXIVE = re.compile(r"\b(?:se |s[’'])(?:en )?(?:est |sont |était |étaient |être )?$")
_CLITIC = re.compile(
    r"(?:\b(?:le|la|les|lui|leur|nous|vous) |\b[lmt][’'])(?:en |y )?(?:a|ont|avait|avaient|aurait|auraient|aura|avoir|ayant)?(?: pas| jamais| aussi| déjà)? ?$"
)
_ARTICLE = re.compile(
    r"(?:\b(?P<word>le|la|une?|ce|cette|son|sa|les|des|ces|ses|du|de|leurs?|aux?|en|par|sans|cet|aucune?|chaque|toute) |\b[ld][’'])$",
    re.I,
)
_MASCULINE, _FEMININE = ("le", "un", "ce", "du", "au"), ("la", "une", "cette", "sa")


def _dealing(verb: Verb, match: re.Match[str], text: str, side: str, known: Sequence[Party]) -> Dealing | None:
    before = text[: match.start()]
    reflexive = bool(_REFLEXIVE.search(before)) if side == "fr" else False
    if side == "fr" and (_is_noun(match.group().lower(), before) or not _has_pronoun(verb, before, reflexive)):
        return None
    if side == "en" and match.group().lower() in AS_NOUNS and _NAMED.search(before):
        return None
    # « soutient que … » helps nobody
    if verb.act not in ("tell", "promise", "order", "claim") and re.match(
        r" (?:que |qu[’']|that |avoir )", text[match.end() :]
    ):
        return None
    # « Donne jusqu’à vendredi à X pour … » orders, and gives nothing.
    if side == "fr" and verb.act == "give" and _NO_GIFT.match(text, match.end()):
        return None
    # « …, a prévenu le ministère »: who says so comes after.
    if side == "fr" and verb.act in ("tell", "promise", "order") and _QUOTED.search(before):
        return None
    end = _end(verb.rest, text, match.end()) if verb.rest else match.end()
    if end is None:
        return None
    if infinitive(match.group().lower()) == "devoir" and not _OWED.match(text, end):
        return None
    # « Racheté à X »: not X, nor whoever it is bought for, is what is bought.
    if verb.act == "acquire" and re.match(r" (?:à|aux?|auprès)\b", text[end:]):
        return None
    subject = subject_of(match.start(), text, side, known)
    given = _to_whom(before, known) if side == "fr" and "à" in verb.marks else None
    led = given or led_to(tuple(one for one in verb.marks if one), end, text, known)
    # « s’était inquiété » is active
    passive, clitic = (
        verb.pronoun != "s’" and _is_passive(match, text, side),
        side == "fr" and not verb.pronoun and bool(_CLITIC.search(before)),
    )
    if passive:
        doer = led_to(("par",) if side == "fr" else ("by",), end, text, known)
        # « Le musée a fait analyser un paysage daté de 1923 et payé un million »: the participle is of the landscape.
        bare = side == "fr" and not _PASSIVE["fr"].search(before)
        if bare and subject and not is_verbless(text[subject.end : match.start()]):
            subject = None
        # « X se voit réclamer une somme »: X is the other party of any verb.
        seen = side == "fr" and _SEEN.search(before)
        other = led or (subject if "" in verb.marks or seen else None)
    else:
        direct = _acted_on(match.start(), end, text, side, known) if "" in verb.marks and not clitic else None
        doer, other = None if subject is direct else subject, led or direct
    whole = passive or clitic or other is not None or bool(side == "fr" and _TO_WHOM.search(text, end, end + _REACH))
    if verb.turned:
        doer, other = other, doer
    return Dealing(verb.act, _known(doer), _known(other), match.span(), whole)


def _acted_on(start: int, end: int, text: str, side: str, known: Sequence[Party]) -> Party | None:
    before = object_before(start, text, known) if side == "en" else None
    return before or object_of(end, text, known)


# « S’était inquiété, en février, auprès de lui »
_TO_WHOM, _REACH = re.compile(r"(?<![\w’])(?:auprès d[e’'] ?|contre |envers |à )(?:lui|elle|eux|elles)\b"), 50


def _end(rest: str, text: str, at: int) -> int | None:
    """Where a verb ends whose locution ends so: « s’en prend à »; right after it where others stand between, « met X en garde »."""
    words = re.escape(rest).replace("’", "[’']")
    found = re.compile(rf"(?P<between>[^.;:,]{{0,45}}?) {words}\b").match(text, at)
    return None if found is None else at if found["between"] else found.end()


# « La province, à laquelle une association reproche … »: whom it is done to stands before.
_TO_WHICH = re.compile(r"\b(?:à qui|auquel|à laquelle|auxquel(?:le)?s)\b[^,;:.]{2,60}$")


def _to_whom(before: str, known: Sequence[Party]) -> Party | None:
    relative = _TO_WHICH.search(before)
    return next((one for one in reversed(known) if relative and one.end <= relative.start()), None)


# « Donner raison », « donner trois jours »: nothing changes hands.
_NO_GIFT = re.compile(
    r" (?:à [^,.;:]{1,40}? )?(?:jusqu[’']|(?:un|\d+|deux|trois|quatre|cinq|six|huit|dix|quinze) (?:jours?|mois|ans?|délai|ultimatum)|(?:une|\d+|deux|trois|quatre|six) (?:semaines?|heures?|journées?)"
    r"|raison|tort|lieu|suite|naissance|rendez-vous|l[’']ordre|ordre|instruction|pour (?:consigne|instruction|mission)|la parole|l[’']exemple|le signal|le ton)\b"
)
# "the leak", "a fine": a noun
_NAMED = re.compile(r"\b(?:the|an?|its|his|her|their|this|any|no|of|in|’s) (?:[a-z-]+ )?$")
_QUOTED = re.compile(r"[,»] (?:a |ont |avait |avaient )?$")
_SEEN = re.compile(r"\b(?:se|s[’']est|s[’']être|s[’']était) (?:voi[rt]|voient|voyait|vue?|vus|verra|fait|faire|font) $")
# « Devoir » owes money, or else only says that something must be.
_OWED = re.compile(r" (?:encore |toujours |plus de |près de |au moins |environ |quelque |jusqu[’']à )*(?:\d|des? (?:arriér|somme|dizaine|centaine|million)|une somme|de l[’']argent)")  # fmt: skip


def _known(party: Party | None) -> Party | None:
    return party if party and (party.words or party.phrase) else None


def _has_pronoun(verb: Verb, before: str, reflexive: bool) -> bool:
    """Whether what stands before a French verb is what its locution asks for: « s’en prend », « l’emporte », or no pronoun."""
    if verb.pronoun == "s’en":
        return bool(re.search(r"\bs[’']en (?:est |sont |était )?$", before))
    if verb.pronoun == "l’":
        return bool(re.search(r"\bl[’'](?:a |ont |avait )?$", before))
    return reflexive == bool(verb.pronoun) or bool(
        re.search(r"\b(?:se|s[’']être|s[’']est) (?:fait|voit|vu|vue)", before)
    )


def _is_noun(word: str, before: str) -> bool:
    """« la demande », « une critique »: a form that an article of its gender makes a noun; « le menace » is none."""
    article = _ARTICLE.search(before)
    nouns = [one for one in readings(word) if one.kind == "N"]
    if article is None or not nouns:
        return bool(re.search(r"\bcomptes? $", before))
    said = (article["word"] or "").lower()
    gender = "m" if said in _MASCULINE else "f" if said in _FEMININE else ""
    return not gender or any(one.gender in ("", gender) for one in nouns)


def _is_participle(word: str) -> bool:
    return any(one.kind == "A" for one in readings(word)) and not re.search(r"(?:er|ir|re)$", word)


def _is_passive(match: re.Match[str], text: str, side: str) -> bool:
    """Whether a verb stands in the passive, or as a participle of what was done: « racheté par », "owed by"."""
    before, word = text[: match.start()], match.group().lower()
    if side == "en":
        done = not word.endswith("ing") and bool(_PASSIVE["en"].search(before))
        return done or bool(re.match(r" by ", text[match.end() :]))
    if re.search(r"(?:er|ir|re)$", word) and not _is_participle(word):
        return bool(re.search(r"\b(?:fait|faire|font|voi[rt]|voient|vue?|verra) $", before))
    if not _is_participle(word):
        return False
    if _PASSIVE["fr"].search(before):
        return True
    # « avertit », « dit » are also told in the present.
    if _PERFECT.search(before) or any(one.kind == "V" for one in readings(word)):
        return False
    return not _AWAY.search(before) or bool(re.match(r" (?:[^\s,.;:]+ ){0,2}par ", text[match.end() :]))


_AGAINST = {
    "fr": ("contre", "à l’encontre (?:de|du|des|d’)", "envers", "visant"),
    "en": ("against", "on"),
}
_FROM = {"fr": ("par", "de la part (?:de|du|des|d’)", "de"), "en": ("by", "from", "of")}


# « Tarn fait l’objet d’une plainte de X », « essuie les critiques de X »: whom it strikes comes first.
_STRUCK = re.compile(
    r"\b(?:f(?:ait|ont|aisait) l[’']objet (?:d[’']une?|de)|(?:est |sont )?visée?s? par (?:une?|des|les)|sous le coup (?:d[’']une?|de)"
    r"|(?:est |sont )?(?:la )?cibles? (?:d[’']une?|de|des)|essu(?:ie|ient|yé|yait|yer) (?:une?|des|les)|sous le feu (?:d[’']une?|des?)) (?:nouvelles? |vives? )?$"
)


def _named(word: str, match: re.Match[str], text: str, side: str, known: Sequence[Party]) -> list[Dealing]:
    """The act that a noun names, with whom it is against: « la plainte de X contre Y », "X’s lawsuit against Y"."""
    act = NOUNS[side].get(word) or NOUNS[side].get(word.removesuffix("s"))
    if act is None:
        return []
    struck = _STRUCK.search(text[: match.start()]) if side == "fr" else None
    other = (
        subject_of(struck.start(), text, side, known) if struck else led_to(_AGAINST[side], match.end(), text, known)
    )
    if other is None:
        return []
    doer = led_to(_FROM[side], match.end(), text, known)
    return [Dealing(act, None if doer is other else _known(doer), _known(other), match.span())]
