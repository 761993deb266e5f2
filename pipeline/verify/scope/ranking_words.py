"""How the two languages rank: "the third largest", "second only to", « le moins élevé », « chef de file », « numéro deux »."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from typing import NamedTuple

from pipeline.dictionary import readings
from pipeline.keeping import per_sentence
from pipeline.verify.scope.poles import pole_of

__all__ = ["Ranking", "rankings_in"]


class Ranking(NamedTuple):
    """A place in an order: counted from the top (`sign` 1), from the bottom (-1) or from either (0); `rank` 1 is the end.

    `among`: one of those at the end, « l’une des plus grandes ». `poles`: the ends that no size measures, by axis.
    """

    start: int
    end: int
    sign: int
    rank: int
    among: bool = False
    poles: tuple[tuple[str, int], ...] = ()


_ORDINALS = {
    word: n
    for words in (
        "first second third fourth fifth sixth seventh eighth ninth tenth",
        "première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième",
        "premier seconde",
    )
    for n, word in enumerate(words.split(), 1)
} | {
    "top": 1,
    "one": 1,
    "un": 1,
    "deux": 2,
    "trois": 3,
    "two": 2,
    "three": 3,
    "last": -1,
    "bottom": -1,
    "dernier": -1,
    "dernière": -1,
}
_NTH = r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_HIGH = (
    r"largest|biggest|highest|greatest|strongest|longest|best|steepest|sharpest|tallest|busiest|fastest|quickest|deepest|heaviest|widest|broadest|richest"
    r"|(?!tiniest|flimsiest|skimpiest|earliest)\w{3,}iest|wealthiest|costliest|priciest|dearest|wettest|warmest|hottest|oldest|toughest|harshest|strictest|loudest|brightest|fiercest|furthest|farthest"
    r"|most(?! of\b| (?:modest|limited|restrained|meagre|conservative|cautious|affordable|vulnerable|fragile|deprived|disadvantaged|recent|junior|likely|part)\b)"
)
_LOW = r"lowest|smallest|least|fewest|weakest|slowest|shortest|narrowest|thinnest|shallowest|mildest|slightest|lightest|cheapest|youngest|tiniest"
# "The worst drought" is « la plus grave », "the worst result" « le plus faible », the poorest are « les plus modestes ».
_ENDS = r"worst|poorest|coldest|driest|nearest|closest|quietest"
_WHOSE = r"(?:\b(?:the|its|his|her|their|our|a)|[’']s)(?: single| very| joint| far| by far the)?"
_WAS = r"\b(?:is|are|was|were|been|rose|rises|risen|fell|fallen|grew|grown|climbed|increased|declined|dropped|hit|spread|suffered|lost|remains?)"
_ENGLISH = re.compile(
    rf"{_WHOSE}[ -](?:(?P<nth>{_NTH})[ -])?(?:(?P<high>{_HIGH})|(?P<low>{_LOW})|(?P<end>{_ENDS}))\b(?! of the (?:time|day)\b)"
    rf"|{_WAS} (?:(?P<washigh>(?!most){_HIGH})|(?P<waslow>(?!least){_LOW}))\b"
    r"|\b(?P<next>second only to)\b"
    r"|\b(?P<more>more|better|higher|larger|bigger|longer|faster)(?: \w+){0,4} than (?:any(?:one)?|all) (?:other|else|of the others)|\b(?P<less>less|fewer|lower|smaller|shorter|slower)(?: \w+){0,4} than (?:any(?:one)?|all) (?:other|else|of the others)"
    rf"|\b(?:in|to|ranked|came|placed|finished|is|was|now) (?P<place>{_NTH})\b(?: place|(?= (?:of|among|out|in|behind|after)\b)|(?=[.,;]))"
    rf"|\b(?:rank(?:s|ed|ing)?|finish(?:es|ed)|placed|comes?|lies|lying|sits?) (?:joint |a distant |only )?(?P<rank>{_NTH})\b"
    r"|\b(?P<leader>(?:market|industry|sector) leaders?|(?:world|global|national) leaders? in)\b|\b(?P<runner>runner-up)\b"
    rf"|\b(?P<among>{_NTH}) (?:among|out of)\b"
    r"|\b(?:ranked|placed|finished) (?P<first>first|top|last|bottom)\b|\b(?:the|at the) (?P<tip>top|bottom) of the (?:table|league|list|ranking|rankings|standings|index)\b"
    r"|\b(?:number|no\.) (?P<number>one|two|three)\b",
    re.IGNORECASE,
)
# « La plus faible hausse » stands at the low end, « la moins faible » at the high one.
_LITTLE = re.compile(
    r"(?:peu|petite?|faible|bas(?:se)?|maigre|mince|modeste|réduite?|légère?|léger|mauvaise?|lente?|courte?|br(?:ef|ève)|jeune|étroite?|infime|minime|restreinte?|limitée?|froide?|lentement|faiblement|légèrement|modestement)s?$",
    re.IGNORECASE,
)
_ARTICLE = r"(?<!pour )(?<!tout )\b(?:l[ea]s?|du|aux?|des|sa|son|ses|leurs?)"
_FRENCH_NTH = r"deuxième|seconde?|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième"
_OF_THE_PLACE = r"(?:du (?:pays|monde|comté|canton|département|championnat|classement|continent)|de (?:l[’'](?:État|île|agglomération)|la (?:région|province|ville|planète|division|ligue))|d[’']Europe|au monde|mondiale?|nationale?|européenne?)\b"
_MEASURES = r"(?:taille|importance|nombre|dotation|population|chiffre|valeur|production|capacité|superficie|longueur|hauteur|volume|montants?|fréquentation|richesse|puissance|trafic|capitalisation|effectifs?|ancienneté|âge|poids|prix|ventes|surface|tonnage|audience|budget)"
_FRENCH = re.compile(
    rf"{_ARTICLE} (?:(?P<nth>{_FRENCH_NTH}) (?:[\w’'-]+ l[ea]s? )?)?(?:[\w’'-]+ )?(?P<way>plus|moins) (?P<what>[dD][’']|[\w-]+)"
    rf"|{_ARTICLE} (?:(?P<bestnth>{_FRENCH_NTH}) )?(?P<best>meilleure?s?|mieux)\b(?! (?:marché|prix|tarifs?)\b)"
    r"|\b(?P<than>plus|davantage|mieux|moins)(?: d[e’'] ?\w+)? que (?:tout|toute|n[’']importe quel|n[’']importe quelle|tous les|toutes les) (?:les )?autres?\b"
    r"|\bjamais\b[^.;:]{0,60}\b(?:aussi|si|autant) (?P<never>[\w-]+)"
    r"|\bseule?s? [^.;:]{2,60}?(?<!\ble )(?<!\bla )(?<!\bles )\b(?P<but>davantage|plus|mieux|moins)\b(?! (?:d[e’'] ?\d|que \d))"
    r"|\b(?P<head>leader|chef de file|dauphin|doyen(?:ne)?|lanterne rouge)\b(?= (?:national|mondial|européen|régional|incontesté|absolu|d(?:u (?:marché|secteur|pays|genre|classement|championnat)|e l[’']|e la (?:distribution|vente|région|ligue|province)|es [a-zà-ÿ]+s? )|en |au |dans |sur ))"
    rf"|\b(?P<pair>{_FRENCH_NTH})(?= et (?:{_FRENCH_NTH}) (?:du|de la|des|sur|en)\b)|(?<= et )(?P<second>{_FRENCH_NTH})(?= (?:du|de la|des|sur|en)\b)"
    rf"|\b(?P<place>premi(?:er|ère)|derni(?:er|ère)|{_FRENCH_NTH}) (?:place|rang|position)\b"
    rf"|\b(?:classée?s?|arriv\w+|termin\w+|figur\w+|pointe\w*|se classe\w*|est|était|sont) (?P<ranked>{_FRENCH_NTH}|derni(?:er|ère))s?\b(?= (?:sur|parmi|des|du|de|derrière|en|au)\b|[.,;])"
    rf"|(?:\b(?:le|la) |(?<=, )|^)(?P<of>premi(?:er|ère)(?! (?:ministre|fois|tour|jour|étape|phase|cas|procès|loi|femme|homme|dame|pas)\b)|{_FRENCH_NTH}) (?:[\w’-]+ ){{0,2}}?{_OF_THE_PLACE}"
    rf"|\b(?:le|la) (?P<only>{_FRENCH_NTH}) (?:par|pour|en) (?:l[ea’']|son|sa|ses|leurs?|ordre|nombre|importance|taille)"
    # « Le deuxième prix du pays par sa dotation », « n’est que la deuxième centrale »
    rf"|\b(?:le|la) (?P<only_by>{_FRENCH_NTH}) (?:[\w’-]+ ){{1,4}}?(?:par|en) (?:(?:l[ea] |l[’']|sa |son |ses )?){_MEASURES}\b"
    rf"|\bn[’'](?:est|était|arrive|figure|occupe) qu[’e] ?(?:[àa]u? )?(?:l[ea] )?(?P<no_more>{_FRENCH_NTH})\b(?! (?:fois|tour|jour|étape|phase)\b)"
    # « À deux reprises déjà, une somme plus élevée »: whatever was outdone is not the first.
    r"|\b(?:à (?:une|deux|trois|quatre|plusieurs|maintes) reprises?|(?:une|deux|trois|plusieurs) fois)(?: déjà)?,? (?:[\w’-]+ ){0,4}?(?:une?|des|d[’'])[^.;:,]{2,40}? (?P<outdone>plus|moins|pires?|meilleure?s?)\b(?! (?:de|d[’']|que)\b)"
    r"|\bn(?:e |[’'])[^.;:]{2,60}?\bqu[’']une (?:seule )?fois[^.;:]{2,40}?\b(?P<once>plus|moins|pire|meilleure?)\b"
    rf"|\b(?P<beaten>plus|moins) (?P<by>[\w-]+) que (?:dans|chez|à|en|pour) (?:une?|deux|trois|quatre|cinq)\b"
    r"|\bnuméro (?P<number>un|deux|trois)\b",
    re.IGNORECASE,
)


@per_sentence
def rankings_in(text: str, side: str) -> tuple[Ranking, ...]:
    """The places in an order that a sentence tells of."""
    read = _french if side == "fr" else _english
    pattern = _FRENCH if side == "fr" else _ENGLISH
    found = ((match, one) for match in pattern.finditer(text) if (one := read(match)) is not None)
    told = [one._replace(among=bool(_AMONG[side].search(text, 0, match.start()))) for match, one in found]
    # « Au troisième rang des plus coûteuses » ranks once.
    return tuple(
        one
        for n, one in enumerate(told)
        if not (n and side == "fr" and _OF_RANK.fullmatch(text, told[n - 1].end, one.start + 4))
    )


_AMONG = {
    "en": re.compile(r"\b(?:one|some|two|three|several|many|part) of(?: (?!of\b)[\w-]+){0,3} ?\Z|\bamong(?: [\w-]+){0,2} ?\Z", re.IGNORECASE),
    "fr": re.compile(r"(?:\bl[’']une?|\bune?|\bdeux|\btrois|\bcertaine?s|\bplusieurs|\bparmi|\bnombre|\bpartie) (?:d(?:es|e ses|e leurs|e ces) [\w’-]+(?: [\w’-]+)? )?\Z", re.IGNORECASE),
}  # fmt: skip


def _english(match: re.Match[str]) -> Ranking:
    said = match.groupdict()
    high = said["high"] or said["washigh"] or said["more"] or said["next"]
    low = said["low"] or said["waslow"] or said["less"]
    nth = (
        said["nth"] or said["place"] or said["rank"] or said["among"] or said["first"] or said["tip"] or said["number"]
    )
    rank = 2 if said["next"] or said["runner"] else _ORDINALS[nth.lower()] if nth else 1
    # The last place is the first from the other end.
    sign = -1 if rank < 0 else 1 if high or said["leader"] else -1 if low else 0
    return Ranking(*match.span(), sign, abs(rank), poles=_english_poles(match))


_SUPERLATIVE = re.compile(r"(?P<way>most|least) (?:\w+ly )?(?P<what>\w+)|(?P<word>\w+)", re.IGNORECASE)


def _english_poles(match: re.Match[str]) -> tuple[tuple[str, int], ...]:
    """The ends that "closest" or "most dangerous" names; "least dangerous" names the other one."""
    name = next((one for one in ("high", "low", "end", "washigh", "waslow") if match[one]), "")
    said = _SUPERLATIVE.match(match.string, match.start(name)) if name else None
    if said is None:
        return ()
    if said["word"]:
        return tuple(pole_of(said["word"], "en").items())
    return tuple(pole_of(f"most {said['what']}", "en", -1 if said["way"].lower() == "least" else 1).items())


_OF_RANK = re.compile(r"[ \u00a0](?:\w+ )?(?:des )")
_AND_ANOTHER = re.compile(r"(?:,| et) (?=(?:[a-zà-ÿ]+ ){0,2}(?:[dl][’'])?[A-ZÀ-Ý])")


_RANKED_BEFORE = re.compile(
    rf"\b(?P<nth>{_FRENCH_NTH})(?: (?!(?:fois|et|ou|est|a|de|du|des|qui|que)\b)[^\W\d_-]+){{1,2}} \Z", re.IGNORECASE
)


# « La plus fréquentée de l’ouest après celle d’Ambry »: whoever comes after another is the second.
_AFTER_ANOTHER = re.compile(
    r"[^.;:,]{0,60}?,? (?:après|derrière) (?P<others>une? seule? autre|(?:cel(?:le|ui|les)|ceux) d[^.;:,]*|(?:l[ea]s? |l[’'])?(?-i:[A-ZÀ-Ý])[^.;:,]*)",
    re.IGNORECASE,
)


def _french(match: re.Match[str]) -> Ranking | None:
    said = match.groupdict()
    if outdone := said["once"] or said["beaten"] or said["outdone"]:
        # Whoever was outdone once, or by two, is not the first.
        low = outdone.lower() == "moins"
        return Ranking(*match.span(), -1 if low != bool(_LITTLE.match(said["by"] or "")) else 1, 2)
    if said["head"]:
        return _headed(match)
    if (
        nth := said["pair"]
        or said["second"]
        or said["place"]
        or said["ranked"]
        or said["of"]
        or said["only"]
        or said["only_by"]
        or said["no_more"]
        or said["number"]
    ):
        rank = _ORDINALS[nth.lower()]
        return Ranking(*match.span(), -1 if rank < 0 else 0, abs(rank))
    way = said["way"] or said["than"] or said["but"] or "plus"
    if said["way"] and _NEWEST.match(said["what"]) and _OF_SO_MANY.match(match.string, match.end()):
        return Ranking(*match.span(), -1 if way.lower() == "plus" else 1, 1)
    if said["way"] and not _is_ranked(said["what"], match.group()):
        return None
    little = bool(_LITTLE.match(said["what"] or said["never"] or ""))
    sign = -1 if (way.lower() == "moins") != little else 1
    # « Seules Tarn et Norvale ont plus »: whoever is meant comes after two.
    rank = (
        2 + len(_AND_ANOTHER.findall(match.group()))
        if said["but"]
        else _ORDINALS[(said["nth"] or said["bestnth"]).lower()]
        if said["nth"] or said["bestnth"]
        else 1
    )
    # « Deuxième œuvre la plus prisée »: the rank may stand before what is ranked, without an article.
    before = _RANKED_BEFORE.search(match.string, 0, match.start()) if said["way"] and not said["nth"] else None
    rank = _ORDINALS[before["nth"].lower()] if before else rank
    after = _AFTER_ANOTHER.match(match.string, match.end()) if rank == 1 else None
    rank = 2 + len(_AND_ANOTHER.findall(after["others"])) if after else rank
    poles = pole_of(said["what"] or said["never"] or "", "fr", -1 if way.lower() == "moins" else 1)
    return Ranking(*match.span(), sign, rank, poles=tuple(poles.items()))


def _headed(match: re.Match[str]) -> Ranking:
    """« Chef de file », « doyen des festivals », « lanterne rouge »: nouns that tell a place in an order."""
    head = match["head"].lower()
    if head == "lanterne rouge":
        return Ranking(*match.span(), -1, 1)
    return Ranking(*match.span(), 1, 2 if head == "dauphin" else 1)


# The most recent and the most likely are told of one that is meant, as "most recent" is.
_NO_ORDER = re.compile(r"(?:récente?|probable|susceptible)s?$", re.IGNORECASE)
# « Le plus récent des quatre théâtres » is the youngest of them.
_NEWEST = re.compile(r"récente?s?$", re.IGNORECASE)
_OF_SO_MANY = re.compile(r" (?:des|de ses|de ces|de leurs) (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|\d+)\b")  # fmt: skip
_ADVERBS = re.compile(
    r"(?:vite|haut|bas|loin|longtemps|fort|rapidement|lentement|nettement|durement|fortement|faiblement|lourdement)$",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"(?:é|ée|és|ées|i|is|it|u|us|ue|ues)$")


def _is_ranked(word: str, said: str) -> bool:
    """« Le plus d’eau », « le plus populaire », « qui y a le plus recouru », and not « le plus souvent » or « les plus de 65 ans »."""
    if word.lower() in ("d'", "d’", "de"):
        return said.lower().startswith("le ")
    if _NO_ORDER.match(word):
        return False
    if _ADVERBS.match(word):
        return said.lower().startswith("le ")
    return any(
        one.kind == "A" or (one.kind == "V" and _TAKEN.search(word) is not None) for one in readings(word.lower())
    )
