"""Causes given by a verb or a noun, « attribue le retard à », "blamed the delay on": the two ends of each, in both languages."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from typing import NamedTuple

from pipeline.keeping import per_sentence
from pipeline.verify.alignment import content_words
from pipeline.verify.assertion.cues import A_VERB

__all__ = ["Ground", "grounds_of", "purposes_of", "rejected_of"]


class Ground(NamedTuple):
    """What a sentence gives as a cause, at its place, and what it gives it for ("" where it does not say).

    `is_subject`: it is one as the subject of « entraîne » or "led to".
    """

    cause: str
    start: int
    end: int
    effect: str = ""
    is_subject: bool = False


_C = r"(?P<cause>[^,;:.!?…()«»“”]{4,110})"
_E = r"(?P<effect>[^,;:.!?…()«»“”]{4,90}?)"
_OF = r"d(?:e l(?:a |[’'])|es? |u |[’'])"
_TO = r"(?:à l(?:a |[’'])|à |aux? )"
_BY = r"par "
# « Le reste provenant d’un prêt »: where money comes from is no cause.
_MONEY = r"(?:prêts?|dons?|emprunts?|subventions?|dotations?|fonds|impôts?|taxes?|ventes?|caisses?|budgets?|cotisations?|recettes?|mécén\w+|legs|quête|droits|contribu\w+|particuliers|donateurs)\b"
_FRENCH = (
    # verbs that give a cause to what stands between
    rf"\b(?:attribu|imput)(?:e|ent|é|ait|aient|ant|er)\b(?! (?:\w+ment |surtout |plutôt )?{_TO})(?:[^,;:.]{{0,20}}?) {_E} {_TO}{_C}",
    rf"\b(?:expliqu)(?:e|ent|é|ait|aient|ant|er)\b {_E} {_BY}{_C}",
    rf"\bmet(?:tent|tait|tant|tre)? {_E} sur le compte {_OF}{_C}",
    # who « impute » or « met sur le compte » something named before
    rf"\bqu[’'e] ?\w* ?(?:\w+ )?(?:attribu|imput)(?:e|ent|ait|ant) {_TO}{_C}",
    rf"\b(?:qu[’'e] ?(?:\w+ ){{0,3}}?expliqu(?:e|ent|ait)|(?:il|elle|ils|elles|on) (?:les |l[’']|la |le )?expliqu(?:e|ent|ait)|s[’']expliqu(?:e|ent|ait|ant))\b[^,;:.]{{0,25}}? {_BY}{_C}",
    rf"\bsur le compte {_OF}{_C}",
    # the effect is the subject
    rf"\b(?:tien(?:t|nent)|tenai(?:t|ent)|tenant) (?:d[’']abord |avant tout |surtout |notamment |essentiellement |en partie |plus |davantage |moins {_TO}[^,;:.]{{3,60}}? qu[’'])?{_TO}{_C}",
    rf"\b(?:du|due?s?|dû|dus|imputables?|attribuables?|attribuée?s?|liée?s?) (?:\w+ment |d[’']abord |avant tout |surtout |en partie )?{_TO}{_C}",
    rf"\b(?:découl|résult|(?:provien|proven)(?!\w* {_OF}(?:\w+ )?{_MONEY}))\w* (?:\w+ment |d[’']abord |surtout |avant tout )?{_OF}{_C}",
    rf"\b(?:provoqu|caus|entraîn|motiv|dict|aggrav|déclench|souill|contamin|pollu|infect|endommag|retard|frein|pénalis|plomb|perturb|paralys|dop|gonfl|aliment|favoris|accélér|précipit|suscit|engendr|creus|détérior|fragilis|ébranl|fauss|altér)ée?s? {_BY}{_C}",
    # nouns of cause and effect
    rf"\b(?:séquelles?|conséquences?|résultats?|fruits?|effets?|contrecoups?|suites?|rançon) (?:directe?s? )?{_OF}{_C}",
    rf"\b(?:sous l[’']effet|faute|par manque|par souci|par crainte|de peur|de crainte|par peur|au nom|en raison|à cause|du fait|sous la pression|victime|à la suite|à force) {_OF}{_C}",
    rf"\b(?:afin|dans le but|dans l[’']espoir|en vue|histoire) d(?:e |[’']){_C}",
    rf"\b(?:grâce|suite) {_TO}{_C}",
    # le Skerry le doit à ses bureaux
    rf"\b(?:l[ea’'] ?|les )doi(?:t|vent)\b(?:, [^;:]{{3,90}}?,)? {_TO}{_C}",
    # les batteries n’ayant pas été changées: what is said of them is the cause
    # de nuit ne s’étant pas présentée: who did not come is part of it
    r"(?P<cause>[^,;:.!?…()«»“”]{4,60} (?:ne )?s[’']étant [^,;:.!?…()«»“”]{4,60})",
    # le volume de la radio ayant été baissé
    r"(?:^|(?<=, )|(?<=; ))(?P<cause>(?:l[ea]s?|une?|des|ce(?:s|tte|t)?|s(?:on|a|es)|leurs?|aucune?|plusieurs|\d+) [^,;:.!?…()«»“”]{3,60} (?:n[’'])?(?:ayant|étant) [^,;:.!?…()«»“”]{3,90})",
    rf"(?:^|(?<=[,;(] )|(?<=\bcomme )|(?<=\ben ))(?:n[’'])?(?:ayant|étant) (?:pas |jamais |plus )?(?:été )?{_C}",
    rf"\b(?:parce qu|au motif qu|sous prétexte qu|puisqu)(?:e |[’']){_C}",
    rf"\bpour (?:une |des |de )?(?:raisons?|motifs?) (?:d(?:e |[’']))?(?!sans |qu(?:e |[’'])|qui |dont |inconnu|obscur|divers|multiples|non |encore |différent|pour |aux |selon ){_C}",
    rf"\b(?:incrimin|invoqu|accus|pointe du doigt|met en cause)(?:e|ent|ait)? (?:surtout |d[’']abord |plutôt )?{_C}",
    # « elle y ajoute la pollution »: one cause more
    rf"\b(?:ils?|elles?) y ajoute(?:nt)? {_C}",
    rf"\b(?:raison|cause|explication)(?: \w+){{0,2}} (?:est|était|tient|serait|reste|demeure) {_C}",
)
# What someone or something brings about, as its subject; « en cause » is no verb, « causé par » has the cause behind it.
_CAUSING_FR = (
    r"(?:entraîn|provoqu|caus|engendr|suscit|déclench|favoris|aliment|frein|aggrav|accélér|précipit|pouss|forc|oblig|men|amen|ramen|décourag|dissuad)(?:é|e|ent|ait|aient)"
    r"|(?:nourri|ralenti|contrain|condui|rédui|accru|affaibli|renchéri)(?:t|ssent|sait|saient|sent)?|fai(?:t|sait)(?= (?:bais|mont|grimp|augment|chut|recul|perdre|fuir|échou|renonc|exploser))"
)
_FRENCH_VERBS = re.compile(
    rf"(?:\bc[’']est |^|(?<=[,;:] ))(?P<cause>(?!si |qui |dont |que )[^,;:.!?…()«»]{{4,80}}?)(?<! en)(?<! à)(?<! la)(?<! une)(?<! pour)(?<!est)(?<!pas)(?<!été)(?<!sont)(?:, (?:plus|bien plus|davantage|et non|plutôt) [^,;:.]{{3,50}},)? (?:qui )?(?:(?:a|ont|avait|avaient|aurait|auraient) )?(?:{_CAUSING_FR})(?: \w+ment)? (?!par |en )(?:à )?(?P<effect>[^,;:.!?…()«»]{{4,110}})",
    re.IGNORECASE,
)
_ENGLISH = (
    rf"\b(?:blam(?:e|es|ed|ing)|attribut(?:e|es|ed|ing)|ascrib(?:e|es|ed)|put|puts|putting|credit(?:s|ed)|chalk(?:s|ed)|trac(?:es|ed)) (?!(?:chiefly |mainly |largely |mostly |partly )?(?:on|to|down to|up to|back to|with) ){_E} (?:on|to|down to|up to|back to|with)\b (?:chiefly |mainly |largely |mostly |above all |partly )?{_C}",
    rf"\b(?:because(?: of)?|due (?:chiefly |mainly |largely |in part |partly )?to(?! {A_VERB})|owing to|thanks to|as a (?:direct )?result of|(?:the |a )?(?:direct )?(?:result|consequence|legacy|product|effect)s? of|on (?:the )?grounds? (?:of|that)|caused (?:\w+ )?by|driven by|prompted by|explained by|triggered by|contaminated by|polluted by|infected by|tainted by|damaged by|slowed (?:down )?by|hampered by|disrupted by|paraly[sz]ed by|boosted by|inflated by|swollen by|worsened by|aggravated by|weakened by|sparked by|set off by|brought (?:on|about) by|dragged down by|distorted by|skewed by|held up by|delayed by|swayed by|fuel(?:l)?ed by|stem(?:s|med)? from|c(?:omes?|ame) from|aris(?:es|ing) from|result(?:s|ed|ing) from|citing|down to|attributable to|linked to|for (?:want|lack|fear) of|in order to|so as to|in response to|under pressure from) {_C}",
    rf"\b(?:cause|reason|explanation|culprit|factor)(?: [^,;:.]{{0,40}})? (?:was|is|were|being|remains?) {_C}",
    rf"\bit (?:was|is) {_C}(?=,? (?:not|that|which|rather)\b)",
    # "a decision it blamed on …", "delays put down to …": what it is the cause of stands before
    rf"\b(?:blam(?:e|es|ed|ing)|attribut(?:es?|ed)|ascrib(?:es?|ed)|put down|chalked up|pinned|credited) (?:chiefly |mainly |largely |mostly |partly |above all )?(?:on|to) {_C}",
    rf"\bblam(?:es?|ed|ing) (?!{_E} on\b|on\b){_C}",
    # "ended when the owner gave in": what put an end to a thing
    rf"\b(?:ended|stopped|ceased|collapsed|erupted|broke down|fell through|was called off|were called off|was lifted|were lifted) (?:only )?(?:when|after) {_C}",
)
_CAUSING_EN = r"(?:caused|led to|leads to|push(?:es|ed)|drove|drives|means?|meant|chok(?:es|ed)(?: off)?|triggered|sparked|prompted|forced|resulted in|results in|brought about|boost(?:s|ed)|curb(?:s|ed)|slow(?:s|ed)|fuel(?:l?ed|s)|worsen(?:s|ed)|contribut(?:es|ed) to)"
_ENGLISH_VERBS = re.compile(
    rf"(?:^|(?<=[,;:—] )|(?<=\band )|(?<=\bthat )|(?<=[“\"]))(?P<cause>(?!which |who |that |it )[^;:.!?()“”]{{4,80}}?)(?<! is)(?<! are)(?<! was)(?<! were)(?<! been)(?<! be)(?<! being)(?<! had been)(?: has| have| had)?(?: since)? (?:{_CAUSING_EN}) (?!by )(?P<effect>[^,;:.!?()“”]{{4,90}})",
    re.IGNORECASE,
)
_GIVEN = {
    "fr": tuple(re.compile(one, re.IGNORECASE) for one in _FRENCH),
    "en": tuple(re.compile(one, re.IGNORECASE) for one in _ENGLISH),
}
_VERBS = {"fr": _FRENCH_VERBS, "en": _ENGLISH_VERBS}
_STOP = re.compile(r"[,;:.!?…](?=\s|$)|[()«»“”]")
# « … et non la pandémie », "… and not the budget": what a cause is set against is none of it.
_SET_AGAINST = re.compile(
    r"(?:, |,? (?:et|and|mais|but) )(?:non|not|pas)\b.*$|,? (?:plutôt|rather than|instead of|au lieu)\b.*$"
    r"|(?<=\w) more than (?!\d).*$"
    # « Tient davantage au froid qu’au vent »
    r"|(?<=\w) qu[’'](?:à|aux?)\b.*$",
    re.IGNORECASE,
)


# "Because of a cleaner, who found the phone": what was done is the cause.
_WHO_DID = re.compile(r", (?:who|which) [^,;:.!?…()]{3,80}")


@per_sentence
def grounds_of(text: str, side: str, *, verbs: bool = False) -> tuple[Ground, ...]:
    """The causes that a sentence gives; `verbs`: those too that are the subject of « entraîne » or "led to"."""
    found: dict[tuple[int, int], Ground] = {}
    for pattern in _GIVEN[side]:
        for match in pattern.finditer(text):
            span = match.span("cause")
            effect = match.groupdict().get("effect") or _before(text[: match.start()], side)
            cause = match["cause"] + (told[0] if (told := _WHO_DID.match(text, span[1])) and side == "en" else "")
            found.setdefault(span, Ground(_SET_AGAINST.sub("", cause).strip(), *span, effect.strip()))
    if verbs:
        for match in _VERBS[side].finditer(text):
            span = match.span("cause")
            found.setdefault(span, Ground(match["cause"].strip(), *span, match["effect"].strip(), is_subject=True))
    return tuple(sorted(found.values(), key=lambda one: one.start))


def _before(text: str, side: str) -> str:
    """What stands before a cause, up to a stop, or to the one before: "most of the searches, he said, were the" result of."""
    pieces = [one for one in _STOP.split(text) if one.strip()]
    while len(pieces) > 1 and len(content_words(pieces[-1], side)) < _FEW:
        pieces.pop()
    return pieces[-1] if pieces else ""


_FEW = 2
_REJECTED = {
    "fr": re.compile(
        rf"\bmoins {_TO}(?P<less>[^,;:.!?…()]{{4,60}}?) qu[’'](?=à|aux?\b)|(?:(?:, | et | mais )(?:et |mais )?(?:non(?: pas)?|pas)|,? (?:plutôt que?|davantage que|bien plus que|plus que)|\bau lieu) (?:la (?:conséquence|suite|séquelle) )?(?:par |à |aux? |d(?:e |u |es |[’'])|dans |qu[’'])?{_C}"
        # « met hors de cause le séisme », « écarte la pollution »
        rf"|\b(?:m(?:et(?:tent|tait|tant)?|is) hors de cause|écart(?:e|ent|ait|ant)|exclu(?:t|ent|ait|ant)|disculp(?:e|ent|ait|ant)|innocent(?:e|ent|ait|ant)|dédouan(?:e|ent|ait|ant)) (?:en revanche |toutefois |d[’']emblée |formellement )?(?P<out>[^,;:.!?…()]{{4,80}})",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"(?:(?:, | and | but )(?:and )?not(?! (?:yet|only))|\brather than|(?<=[a-z]) more than(?! \d)|\binstead of|\bnot (?:by|because of|due to)|\b(?:did|does|do) not accept [^,;:.]{{0,60}}? that|\b(?:rejected|denied|dismissed|ruled out) (?:\w+ ){{0,2}}(?:that|of)|\b(?:ruled|rules|ruling) out|\bexonerat(?:es?|ed|ing)|\bdiscount(?:s|ed)) (?:by |from |to |for |in |on |because of |due to |to |that )?{_C}",
        re.IGNORECASE,
    ),
}


_PURPOSE = {
    "en": re.compile(
        r"\bto (?!(?:the|an?|its?|his|her|their|our|this|that|these|those|be|have)\b)(?P<cause>[a-z]+ [^,;:.!?()“”]{3,70})"
    ),
    "fr": re.compile(rf"\b(?:afin|dans le but|en vue) d(?:e |[’']){_C}", re.IGNORECASE),
}


@per_sentence
def purposes_of(text: str, side: str) -> tuple[Ground, ...]:
    """What a sentence may say that a thing is done for: « afin d’épargner », "to spare"."""
    return tuple(Ground(one["cause"].strip(), *one.span("cause")) for one in _PURPOSE[side].finditer(text))


@per_sentence
def rejected_of(text: str, side: str) -> tuple[Ground, ...]:
    """What a sentence says was not the cause: « et non la pandémie », "not the noise", "did not accept that …"."""
    return tuple(
        Ground(one[name].strip(), *one.span(name))
        for one in _REJECTED[side].finditer(text)
        for name in [next(name for name in ("less", "out", "cause") if one.groupdict().get(name))]
    )
