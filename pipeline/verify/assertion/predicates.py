"""What is denied, word by word: the verb that "not" governs, and the word that renders it.

Clauses are too long for their embedding to tell yes from no; words are not. A denied verb of one side is looked up on
the other by its likeness alone, and only then is asked whether it is denied there too.
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.dictionary import readings
from pipeline.embedding import Vectors, embed
from pipeline.keeping import per_sentence
from pipeline.verify.alignment import Word, chunk_at, content_words, likeness
from pipeline.verify.assertion.certainty import near_words
from pipeline.verify.assertion.cues import CUES, DENIES, LACKING, LITOTES
from pipeline.verify.clauses import is_outdone, is_required, is_supposed, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = [
    "ALIKE",
    "HINDERING",
    "LOOSE",
    "RIVAL",
    "SURELY",
    "WILLING",
    "as_near",
    "denied_words",
    "is_denied_there",
    "plain_words",
    "turned_denials",
    "verbs_of",
]

# Words nearer than ALIKE translate each other, and one less near by RIVAL may be the one that was meant. Where nothing in
# the whole sentence denies or doubts, LOOSE is near enough.
ALIKE, LOOSE, RIVAL = 0.64, 0.6, 0.06
# From SURELY on two words are one verb in two languages; below LOOSELY they have nothing in common.
SURELY, LOOSELY = 0.75, 0.5
# What is denied elsewhere must be the same word to excuse a denial here.
SAME = 0.64
# A verb less like another renders it where what it acts on is the same: "changed its formula", « retouché sa formule ».
BESIDE, SAME_OBJECT = 0.47, 0.7
# A passage farther from the claim than another by this much does not tell in its place what that one says.
FARTHER = 0.2


class Governed(NamedTuple):
    """A word and the cue (start, end) that denies or doubts it."""

    word: Word
    cue: tuple[int, int]


_NOT = {
    "en": re.compile(
        r"\b(?:(?<!, )(?<!; )not(?! only)|(?<=, )not(?= (?:yet )?\w+(?:ed|id|en|un)\b)|cannot|never|no longer|no(?! (?:more|less|fewer|\w+er) than| confidence\b|-)|none|nobody|no one|nothing(?! new)|neither|nor|without|(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed)|fail(?:s|ed|ing)?|unable|unwilling|ceas(?:e|es|ed)) to|stop(?:s|ped)?(?= \w+ing\b))\b|n[’']t\b",
        re.I,
    ),
    "fr": re.compile(
        # « Pas plus que lui, elle ne s’est présentée », « ni l’un ni l’autre n’a signé »
        r"\b(?:pas|non) plus qu(?:e |[’'])[^.;:!?]{2,120}?\bn(?:e |[’'])|\bni [^.;:!?]{2,60}? ni [^.;:!?]{2,60}?\bn(?:e |[’'])"
        r"|(?:\bne(?= )|\bn[’'])"
        + LITOTES
        + r" ?(?=[^.;:!?,]{0,60}?\b(?:pas|plus|jamais|rien|guère|aucune?|personne|ni|nul|nulle)\b)"
        r"|\b(?:aucune?|personne|rien|nul|nulle)\b(?=[^.;:!?]{0,60}?\b(?:ne |n[’']))|\bsans (?!qu[e’']|doute|(?!danger|loyer|papier|dossier|chantier|espoir|pouvoir|avenir|plaisir|cadre|ordre)(?:[ldsm][’'])?\w+(?:er|ir|oir|dre|ttre|(?<!a)ire|vre|faire|taire)\b)",
        re.I,
    ),
}
_MERELY = re.compile(r"[^.;:!?]{0,40}?\bplus (?:que?|qu[’']|d[e’'] ?\d|de la moitié)", re.I)
# Words that say no of themselves or of all that follows them: with one of these nearby a sentence may deny in another way.
_NO_NEAR = {
    "en": re.compile(
        r"\b(?:not|cannot|never|no|none|nobody|nothing|neither|nor|without|refus\w+|declin\w+|fail\w*|lack\w*|unable|unwilling|hardly|barely|rarely|"
        r"only|few|little|less|fewer|too|instead|rather|except|unlike|until|yet|before|ban\w*|barr?ed|bars|forb\w+|prevent\w*|block\w*|stop\w*|halt\w*|end(?:s|ed)?|"
        r"gone|lost|los(?:e|es|ing)|miss\w*|keep\w* from|out of|free of|impossible|avoid\w*|withdr\w+|abandon\w*|cancel\w*|suspend\w*|lapse[sd]?|expire[sd]?|exempt\w*|exclud\w+|"
        r"un(?!der|til|i|less|e |ion)\w{4,}|in(?:complete|accurate|valid|adequate)\w*|wrong\w*|alone|difficult|hard|dropp?\w*|omit\w*|ignor\w+|"
        r"insufficient\w*|r[ua]n(?:s|ning)? out|rul(?:e|es|ed|ing) out|contrary|short of|limited|pending|await\w*|still|remain\w*|absen\w+|resist\w*|oppos\w+|against|contradict\w*|secret\w*|silen\w+|empty|clos\w+|shut)\b|n[’']t\b",
        re.I,
    ),
    "fr": re.compile(
        r"\bn[’']|\bavant (?:que|qu[’']\w+|d(?:e |[’'])(?=\w+(?:er|ir|re|oir)\b))|(?<!une )(?<!la )(?<!cette )(?<!chaque )(?<!par )(?<!la même )\bpersonne\b|\b(?:ne|pas|jamais|aucune?s?|rien|nul|nulle|ni|sans|sauf|hors|non|peu|moins|garde de|rarement|à peine|seul\w*|uniquement|trop|plutôt|refus\w*|échou\w+|échec\w*|absen\w+|manqu\w+|omi\w+|oubli\w+|"
        r"en dehors|à l[’']écart|impossib\w+|incapa\w+|interdi\w+|empêch\w+|exclu\w*|faute|dépourvu\w*|cess\w+|suspen\w+|abandonn\w+|renonc\w+|arrêt\w+|mettre fin|met fin|mis fin|"
        r"in(?:connu|certain|chang|utile|suffisant|exact|justifi|achev|complet|valid)\w*|im(?:pay|précis|prév)\w*|il(?:légal|licite|limit)\w*|évit(?!ab)\w+|dispar\w+|tai(?:t|re|sent)|silence|mu(?:et|ette)s?|"
        r"perd\w*|secr[eè]t\w*|anonym\w+|toujours|encore|attend\w*|reste\w* à|reje\w+|repouss\w+|écart\w+|bloqu\w+|ferm\w+|vide\w*|débout\w+|annul\w+|déclin\w+|contre|oppos\w+|ignor\w+|"
        + LACKING
        + r")\b",
        re.I,
    ),
}
_DENYING = {
    "en": re.compile(
        r"\b(?:den(?:y|ies|ied|ying|ial)|disput\w+|reject\w*|refut\w+|contest\w*|contradict\w*|dismiss\w*|unfair|flawed|misleading)\b",
        re.I,
    ),
    "fr": re.compile(
        r"\b(?:"
        + DENIES
        + r"|reje\w+|contredi\w+|balai\w+|balay\w+|s[’']en défend\w*|s[’']inscri\w+ en faux|faute|contrairement|exclu[rts]\w*)\b",
        re.I,
    ),
}
# « n’a pas encore statué » renders "is still pending" as well as "has not ruled yet".
# So is what someone did not come to do, could not do, or did not judge proven.
WILLING = re.compile(
    r"enten\w+|compt\w+|veu\w+|voul\w+|souhait\w+|prévo\w+|envisag\w+|intention|prétend\w*|ven(?:u|ue|us|ues|ait|aient|ir)|vien\w+|"
    r"p(?:u|eut|euvent|ouvait|ouvaient|ouvoir)|jug\w+|estim\w+|considér\w+|considèr\w+|(?:re)?tenu\w*|(?:re)?ten(?:ait|aient|ir)|parv[ei]\w+|réuss\w+|laiss\w+"
)
_NOT_YET = re.compile(r"[^.;:!?,]{0,40}?\bpas (?:encore|toujours)\b", re.I)
# « N’avoir trouvé personne » denies no finding.
_IS_NOT = re.compile(r"[^.;:!?,]{0,40}?\bpas\b", re.I)
# "No longer keep drivers from …" lets them: what is denied here denies something itself.
HINDERING = re.compile(
    r"(?:ke(?:ep|pt)|prevent|stop|block|bar|ban|forb[ia]d|exclud|refus|den[iy]|oppos|reject|halt|empêch|interdi|bloqu|exclu|niai?)",
    re.I,
)
# "Take into account", "make a claim": what is denied is told by the words after the verb.
_SAYS_LITTLE = re.compile(r"(?:take|give|put|hold|bring|carry)s?$")
# « Sans que ses équipes se l’expliquent »: the stretch begins behind « que ».
_WITHOUT_THAT = re.compile(r"\b(?:sans|avant) qu(?:e|[’']\w*)\s*$", re.I)
_CARRIED = re.compile(r"\b(?:that|qu[e’']|d[’']avoir|de|et)\b|\bqu[’']", re.I)
_REACH = 70


@per_sentence
def denied_words(text: str, side: str) -> tuple[Governed, ...]:
    """The words that a plain "not" governs: the first two that carry meaning after it, in its own stretch."""
    found: list[Governed] = []
    for match in _NOT[side].finditer(text):
        if side == "fr" and _MERELY.match(text, match.end()):
            continue
        found += [Governed(one, match.span()) for one in _governed(text, side, match)]
    return tuple(found)


# « N’ont toutefois pas voulu », « sans pour autant interdire »: what only links sentences is not what is denied.
_LINKING = frozenset(
    [
        "toutefois",
        "pourtant",
        "cependant",
        "néanmoins",
        "autant",
        "d’ailleurs",
        "ailleurs",
        "however",
        "therefore",
        "though",
        "also",
    ]
)


def _governed(text: str, side: str, match: re.Match[str]) -> tuple[Word, ...]:
    _, end = chunk_at(text, match.end())
    inside = [
        one
        for one in plain_words(text, side)
        if match.end() <= one.start < min(end, match.end() + _REACH) and one.text not in _LINKING
    ]
    if side == "en" and not inside and match.group().lower() in ("none", "nothing", "nobody", "no"):
        inside = [one for one in content_words(text, side) if one.end <= match.start()][-1:]
    return tuple(inside[:2])


def plain_words(text: str, side: str) -> tuple[Word, ...]:
    """The words that carry meaning, names left out: a name says nothing of what is done."""
    return tuple(one for one in content_words(text, side) if one.start == 0 or not text[one.start].isupper())


_NOUN = re.compile(
    r"\b(?:le|la|les|un|une|des|de|du|au|aux|ce|cet|cette|ces|son|sa|ses|leurs?|notre|nos|deux|trois|en|par|tout|toute|tous|chaque|aucune?|plusieurs|quelques|entre|sur|sous|avec) $|\b[ldm][’']$|\d[ \u00a0]$",
    re.I,
)
_OF_THINGS = re.compile(r"(?:no|none|nothing|no longer|without|neither|nor|sans|aucune?|nul|nulle|rien)\b", re.I)


# « présenter des excuses », « porter plainte »: the noun says what is done.
_LIGHT_VERB = re.compile(
    r"\b(?:faire|fait|font|fit|fera|présent(?:e|er|é|ent)|prend(?:re)?|prennent|pris|prise|donn(?:e|er|é|ent)|men(?:er|é)|mène|port(?:e|er|é|ent)|"
    r"mettre|mis|passer|passé|rendre|rendu|apporter|apporté|formul(?:e|er|é)|dépos(?:e|er|é|ent)|exprim(?:e|er|é)) (?:pas )?(?:de |des |une? |du |d[’'])$",
    re.I,
)


_OBJECT = re.compile(r"\b(?:le|la|les) $|\bl[’']$", re.I)


# « Les semaines qui ont suivi un article »: what dates a thing, not what is done.
_TELLS_WHEN = re.compile(
    r"\b(?:jour|nuit|semaine|mois|année|an|heure|minute|instant)e?s? qui (?:a |ont |avai(?:t|ent) )?(?:sui[tv]|précéd)\w*$"
)


# « Voit sa peine confirmée », « verront leur salaire baisser »: the verb that tells is the second.
_SEES = re.compile(
    r"(?:vo(?:it|ient|yait|yaient|ir|yant)|verr(?:a|ont|ait|aient)|a vu|ont vu|vu)(?: en revanche| en outre| aussi| ainsi| donc| alors| toutefois| pourtant| \w+ment)? (?:s[aeo]n?s?|leurs?|l[ea]s?|l[’'])\b",
    re.I,
)


_BEFORE = re.compile(r"\b(?P<word>[a-zà-ÿ-]{3,}) $")


def _is_qualified(text: str, word: Word) -> bool:
    """« De bonne foi »: what an adjective stands before is a noun, if the dictionary knows it for nothing else."""
    before = _BEFORE.search(text[: word.start])
    return (
        before is not None
        and {one.kind for one in readings(word.text)} == {"N"}
        and any(one.kind == "A" for one in readings(before["word"]))
        and not any(one.kind == "V" for one in readings(before["word"]))
    )


@per_sentence
def verbs_of(text: str) -> tuple[Word, ...]:
    """The words of a French sentence that may tell what is done: those that no article makes a noun."""
    return tuple(
        one
        for one in plain_words(text, "fr")
        if (
            not _NOUN.search(text[: one.start])
            or _LIGHT_VERB.search(text[: one.start])
            # « Le produit la guérit »
            or (_OBJECT.search(text[: one.start]) and {each.kind for each in readings(one.text)} == {"V"})
        )
        and not _TELLS_WHEN.search(text[: one.end])
        and not _SEES.match(text, one.start)
        and not _is_qualified(text, one)
    )


def says_no(text: str, side: str, at: int) -> bool:
    """Whether the stretch around a place has a word that says no, or the sentence before it one that denies what follows."""
    start, end = chunk_at(text, at)
    if side == "fr" and _WITHOUT_THAT.search(text[:start]):
        return True
    # « dément tout biais, assure avoir … »: a comma ends what a denial reaches, unless « que » carries it on.
    denials = _DENYING[side].finditer(text, 0, max(at, end))
    return bool(_NO_NEAR[side].search(text, start, end)) or any(
        "," not in text[one.end() : start] or _CARRIED.search(text, one.end(), max(at, end)) for one in denials
    )


def turned_denials(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """A verb that one side denies and the other affirms; titles and headings hold too few words to tell."""
    if claim.place.endswith("heading") or claim.place.startswith(("title", "seo")):
        return
    yield from _added(claim, near)
    yield from _lost(claim, near)


def _added(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    theirs = [(one, word) for one in near for word in content_words(one.text, side_of(one))]
    least = ALIKE if any(_NO_NEAR[side_of(one)].search(one.text) for one in near) else LOOSE
    cues = _by_cue(denied_words(claim.text, "fr"))
    for cue, governed in cues.items():
        if not theirs or _NOT_YET.match(claim.text, cue[0]):
            continue
        # « N’entend pas ouvrir »: what is denied is that it opens.
        words = governed[1:] if len(governed) > 1 and WILLING.fullmatch(governed[0].text) else governed
        row = likeness(words[0], [word for _, word in theirs])
        at = int(row.argmax())
        if row[at] < least and words[1:]:
            fit = [n for n in range(len(theirs)) if row[n] >= BESIDE and _is_done_to(words[1], *theirs[n])]
            at = max(fit, key=lambda n: float(row[n]), default=at)
        best = float(row[at])
        if best < (BESIDE if words[1:] and _is_done_to(words[1], *theirs[at]) else least):
            continue
        rivals = [theirs[n] for n in range(len(theirs)) if row[n] >= max(min(least, best), best - RIVAL)]
        if any(
            says_no(one.text, side_of(one), word.start) and not _both_refuse(words[0], word, one)
            for one, word in rivals
        ):
            continue
        statement, word = theirs[at]
        # It denies as often as we do: the same denial, hung on another verb, unless this is surely the verb it affirms.
        refused = [one.word for one in denied_words(statement.text, side_of(statement))]
        sure = best >= SURELY and _IS_NOT.match(claim.text, cue[0])
        if len(_by_cue(denied_words(statement.text, side_of(statement)))) >= len(cues) and (
            not sure or float(likeness(words[0], refused).max()) >= LOOSELY
        ):
            continue
        said = cited(near_words(statement, word.start), statement)
        message = f"Le texte nie ce que la source semble affirmer, {said}\u00a0: retirez la négation, ou vérifiez."
        yield found_in(claim, (cue[0], words[0].end), "negation-added", "warning", message, [statement])


# « N’a pas refusé » for "refused": the word that denies in the source is the one that is denied here.
_REFUSING = {
    "fr": re.compile(
        r"refus|rejet|repouss|écart|interdi|exclu|empêch|bloqu|annul|suspend|dément|contest|reni|retir|abandon|manqu|perd"
    ),
    "en": re.compile(
        r"refus|reject|bar|ban|forb|exclud|prevent|block|cancel|suspend|den[iy]|disput|withdr|abandon|miss|lost|los[ei]|vot"
    ),
}


_REFUSES_TO = re.compile(r"(?:refus\w+|declin\w+|fail\w*)(?:, \w+,| \w+ly| again)? to\b", re.I)
_REFUSES_FR = re.compile(r"refus|déclin|renon|rechign", re.I)


def _both_refuse(ours: Word, theirs: Word, statement: Statement) -> bool:
    """Whether two words deny by themselves, and nothing else does in the stretch of the source."""
    side = side_of(statement)
    if not _REFUSING["fr"].match(ours.text) or not _REFUSING[side].match(theirs.text):
        return False
    # « Sans interdire » for "refused to ban": what is refused is what we deny.
    if side == "en" and _REFUSES_TO.match(statement.text, theirs.start) and not _REFUSES_FR.match(ours.text):
        return False
    start, end = chunk_at(statement.text, theirs.start)
    return not _NO_NEAR[side].search(statement.text, start, theirs.start) and not _NOT[side].search(
        statement.text, theirs.end, end
    )


def _is_done_to(thing: Word, statement: Statement, verb: Word) -> bool:
    """Whether the same thing follows a word of the source as follows a French verb."""
    words = content_words(statement.text, side_of(statement))
    after = [one for one in words if verb.end < one.start <= verb.end + 40]
    return bool(after) and float(likeness(thing, after).max()) >= SAME_OBJECT


# "Who asked not to be named": French leaves it at « un responsable ».
_STAYS_UNNAMED = re.compile(
    r"(?:not|never|declin\w+|refus\w+)(?: wish| want)?(?: to)? (?:to )?be(?:ing)? (?:publicly )?(?:named|identified|quoted)\b|without (?:being|giving) (?:named|identified|(?:his|her|their) names?)\b",
    re.I,
)


_OF_SAYING = re.compile(
    r"sa(?:y|id)|t[eo]ld?l?|confirm|den[iy]|admit|acknowledg|claim|warn|announc|report|disclos|reveal|explain|specif|stat|mention|suggest|indicat|comment|promis|know|think|believ",
    re.I,
)
_THAT = re.compile(r"(?: [\w’-]+){0,2} qu(?:e |[’'])")


def _says_that(text: str, word: Word) -> bool:
    """« Prévient que »: who says something renders no deed that the source denies."""
    return bool(CUES["fr"]["reported"].match(text, word.start)) and _THAT.match(text, word.end) is not None


def _lost(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    least = ALIKE if _NO_NEAR["fr"].search(claim.text) or _DENYING["fr"].search(claim.text) else LOOSE
    for statement in near:
        for cue, words in _by_cue(denied_words(statement.text, side_of(statement))).items():
            if HINDERING.match(words[0].text) or is_supposed(statement.text, cue[0]):
                continue
            if _STAYS_UNNAMED.match(statement.text, cue[0]):
                continue
            if is_outdone(statement.text, cue[1], claim.text) or is_required(statement.text, claim.text):
                continue
            of_things = _OF_THINGS.match(statement.text, cue[0])
            ours = plain_words(claim.text, "fr") if of_things else verbs_of(claim.text)
            if not _OF_SAYING.match(words[0].text):
                ours = tuple(one for one in ours if not _says_that(claim.text, one))
            if not ours:
                continue
            cosines = likeness(words[0], ours)
            best = int(cosines.argmax())
            if float(cosines[best]) < least and words[1:]:
                best = _acting_on(words[1], claim.text, ours, cosines, best)
            on_the_same = bool(words[1:]) and _acts_on(words[1], claim.text, ours[best])
            if float(cosines[best]) < (BESIDE if on_the_same else least) or says_no(claim.text, "fr", ours[best].start):
                continue
            if _SAYS_LITTLE.match(words[0].text) and words[1:] and not on_the_same:
                continue
            if _is_affirmed(ours[best], words[0], statement, as_near(claim, statement, near)):
                continue
            said = cited(near_words(statement, cue[0]), statement)
            message = f"La négation de la source semble perdue, {said}\u00a0: rétablissez-la, ou vérifiez."
            yield found_in(claim, (ours[best].start, ours[best].end), "negation-lost", "warning", message, [statement])


def _acts_on(thing: Word, text: str, verb: Word) -> bool:
    """Whether the same thing follows a French verb as follows the verb of the source."""
    after = [one for one in plain_words(text, "fr") if verb.end < one.start <= verb.end + 40]
    return bool(after) and float(likeness(thing, after).max()) >= SAME_OBJECT


def _acting_on(thing: Word, text: str, verbs: Sequence[Word], cosines: Vectors, best: int) -> int:
    """The verb most like the denied one among those that act on the same thing; `best` where none does."""
    fit = [n for n, one in enumerate(verbs) if float(cosines[n]) >= BESIDE and _acts_on(thing, text, one)]
    return max(fit, key=lambda n: float(cosines[n]), default=best)


def is_denied_there(claim: Statement, start: int, end: int, statements: Sequence[Statement]) -> bool:
    """Whether one of the statements denies what a denial of the claim, at this place, denies."""
    ours = [one.word for one in denied_words(claim.text, "fr") if one.cue[0] < end and start < one.word.end]
    theirs = [one.word for each in statements for one in denied_words(each.text, side_of(each))]
    return bool(theirs) and any(float(likeness(one, theirs).max()) >= SAME for one in ours)


def _by_cue(governed: Sequence[Governed]) -> dict[tuple[int, int], list[Word]]:
    found: dict[tuple[int, int], list[Word]] = {}
    for one in governed:
        found.setdefault(one.cue, []).append(one.word)
    return found


def _is_affirmed(ours: Word, denied: Word, home: Statement, near: Sequence[Statement]) -> bool:
    """Whether the source also has, un-denied, a word that the draft's may render as well."""
    others = [
        word
        for one in near
        for word in content_words(one.text, side_of(one))
        if not (one is home and word == denied) and not says_no(one.text, side_of(one), word.start)
    ]
    if not others:
        return False
    cosines = likeness(ours, [denied, *others])
    return float(cosines[1:].max()) >= max(ALIKE, float(cosines[0]) - RIVAL)


def as_near(claim: Statement, statement: Statement, near: Sequence[Statement]) -> list[Statement]:
    """The statements that the claim renders about as well as this one, which is among them."""
    cosines = embed([one.text for one in near]) @ embed([claim.text])[0]
    least = float(embed([statement.text])[0] @ embed([claim.text])[0]) - FARTHER
    return [one for one, cosine in zip(near, cosines, strict=True) if float(cosine) >= least]
