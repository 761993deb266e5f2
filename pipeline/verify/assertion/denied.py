"""Which words a text denies, and which of its words are verbs: "not" governs the next ones that carry meaning."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from typing import NamedTuple

from pipeline.dictionary import readings
from pipeline.keeping import per_sentence
from pipeline.verify.alignment import Word, chunk_at, content_words
from pipeline.verify.assertion.cues import DENIES, LACKING, LITOTES

__all__ = [
    "DENYING",
    "HINDERING",
    "IS_NOT",
    "NOT",
    "NOT_YET",
    "NO_NEAR",
    "OF_THINGS",
    "SAYS_LITTLE",
    "WILLING",
    "Governed",
    "denied_words",
    "plain_words",
    "says_no",
    "verbs_of",
]


class Governed(NamedTuple):
    """A word and the cue (start, end) that denies or doubts it."""

    word: Word
    cue: tuple[int, int]


NOT = {
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
NO_NEAR = {
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


DENYING = {
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


NOT_YET = re.compile(r"[^.;:!?,]{0,40}?\bpas (?:encore|toujours)\b", re.I)


# « N’avoir trouvé personne » denies no finding.
IS_NOT = re.compile(r"[^.;:!?,]{0,40}?\bpas\b", re.I)


# "No longer keep drivers from …" lets them: what is denied here denies something itself.
HINDERING = re.compile(
    r"(?:ke(?:ep|pt)|prevent|stop|block|bar|ban|forb[ia]d|exclud|refus|den[iy]|oppos|reject|halt|empêch|interdi|bloqu|exclu|niai?)",
    re.I,
)


# "Take into account", "make a claim": what is denied is told by the words after the verb.
SAYS_LITTLE = re.compile(r"(?:take|give|put|hold|bring|carry)s?$")


# « Sans que ses équipes se l’expliquent »: the stretch begins behind « que ».
_WITHOUT_THAT = re.compile(r"\b(?:sans|avant) qu(?:e|[’']\w*)\s*$", re.I)


_CARRIED = re.compile(r"\b(?:that|qu[e’']|d[’']avoir|de|et)\b|\bqu[’']", re.I)


# « Ce que Tarn nie et que la mairie dit … »: what is denied stands before, and nothing after is.
_TOLD_BEFORE = re.compile(
    r"\bce qu(?:e |[’'])(?:[\w’-]+ ){0,5}$|\b(?:le|la|les|l[’']|s[’']en) ?(?:a |ont |avait |avaient )?$", re.I
)


_REACH = 70


@per_sentence
def denied_words(text: str, side: str) -> tuple[Governed, ...]:
    """The words that a plain "not" governs: the first two that carry meaning after it, in its own stretch."""
    found: list[Governed] = []
    for match in NOT[side].finditer(text):
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


_TO = re.compile(r" (?:to(?: be| have)?|in) ")
_MEANS_TO = re.compile(
    r"able|manage\w*|succeed\w*|intend\w*|plan(?:s|ned|ning)?|want\w*|wish\w*|expect\w*|seek\w*|hope[ds]?|hoping|propos\w+|tr(?:y|ied|ying)|going|likely|willing|prepared|ready|choose|chose|chosen|decid\w+|bother\w*"
)
_FINDS = re.compile(
    r"find|found|consider|considered|judge|judged|deem|deemed|rule|ruled|regard|regarded|think|thought|believe|believed|hold|held"
)
_PROVEN = re.compile(r"prov(?:en|ed)\b|establish|show|guilt|justif|credib|demonstrat|warrant|necess|true")


def _only_leads(text: str, first: Word, second: Word) -> bool:
    """Whether a denied word only leads to what is denied: "not been able to establish", "did not find it proven"."""
    if _MEANS_TO.fullmatch(first.text):
        return _TO.fullmatch(text, first.end, second.start) is not None
    return _FINDS.fullmatch(first.text) is not None and _PROVEN.match(second.text) is not None


# "Nothing be done for fear of a panic" denies no fear.
_WHY = re.compile(r" (?:for fear|for lack|for want|in order|so as|lest|because|on (?:the )?grounds)\b")
# "Nobody on the board wanted": among whom nobody did is not what is denied.
_AMONG = re.compile(r" (?:on|in|at|among|amongst|within|inside|from) ")
_OF_THAT = re.compile(r"\bthat $")


def _governed(text: str, side: str, match: re.Match[str]) -> tuple[Word, ...]:
    _, end = chunk_at(text, match.end())
    if side == "en" and (why := _WHY.search(text, match.end(), end)):
        end = why.start()
    inside = [
        one
        for one in plain_words(text, side)
        if match.end() <= one.start < min(end, match.end() + _REACH) and one.text not in _LINKING
    ]
    if (
        side == "en"
        and not inside
        and match.group().lower() in ("none", "nothing", "nobody", "no")
        and not _OF_THAT.search(text, 0, match.start())
    ):
        inside = [one for one in content_words(text, side) if one.end <= match.start()][-1:]
    if (
        side == "en"
        and len(inside) > 1
        and match.group().lower() in ("nobody", "none", "no one")
        and _AMONG.match(text, match.end())
    ):
        inside = inside[1:]
    if side == "en" and len(inside) > 1 and _only_leads(text, inside[0], inside[1]):
        inside = inside[1:]
    return tuple(inside[:2])


def plain_words(text: str, side: str) -> tuple[Word, ...]:
    """The words that carry meaning, names left out: a name says nothing of what is done."""
    return tuple(one for one in content_words(text, side) if one.start == 0 or not text[one.start].isupper())


_NOUN = re.compile(
    r"\b(?:le|la|les|un|une|des|de|du|au|aux|ce|cet|cette|ces|son|sa|ses|leurs?|notre|nos|deux|trois|en|par|tout|toute|tous|chaque|aucune?|plusieurs|quelques|entre|sur|sous|avec) $|\b[ldm][’']$|\d[ \u00a0]$",
    re.I,
)


OF_THINGS = re.compile(
    r"(?:no|no one|nobody|none|nothing|no longer|without|neither|nor|sans|aucune?|nul|nulle|rien)\b", re.I
)


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


# « Nul, au conseil, ne souhaitait »: what stands between the two halves of a denial.
_HALVES = (
    re.compile(r"\b(?:nul|nulle|aucune?|personne|rien|jamais)(?: \w+)?, $", re.I),
    re.compile(r", n(?:e |[’'])", re.I),
)


def says_no(text: str, side: str, at: int) -> bool:
    """Whether the stretch around a place has a word that says no, or the sentence before it one that denies what follows."""
    start, end = chunk_at(text, at)
    if side == "fr" and _WITHOUT_THAT.search(text[:start]):
        return True
    if side == "fr" and _HALVES[0].search(text[:start].rstrip() + " ") and _HALVES[1].match(text, end):
        return True
    # « dément tout biais, assure avoir … »: a comma ends what a denial reaches, unless « que » carries it on.
    denials = DENYING[side].finditer(text, 0, max(at, end))
    return bool(NO_NEAR[side].search(text, start, end)) or any(
        "," not in text[one.end() : start] or _CARRIED.search(text, one.end(), max(at, end))
        for one in denials
        if one.start() >= start or side == "en" or not _TOLD_BEFORE.search(text, 0, one.start())
    )
