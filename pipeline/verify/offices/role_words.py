"""Offices and acts, in both languages: what tells a mayor from a minister, and who sues whom."""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator

from pipeline.dictionary import readings
from pipeline.keeping import per_sentence

__all__ = ["FIXED", "acts_in", "is_epithet", "is_plural", "role_concepts"]

# name: English stems | French stems. An office told by several words comes before the word alone.
_OFFICES = r"""
deputy: deputy(?! mayor| prime| premier)|assistant|adjointe?(?! (?:au|à la|du|de la) maire)
deputy_mayor: deputy mayor|(?:premi(?:er|ère) )?adjointe? (?:au|à la|du|de la) maire|maire adjointe?
vice_president: vice[- ]president|vice[- ]présidente?
vice_prime_minister: deputy (?:prime minister|premier)|vice[- ]prime minister|vice-premi(?:er|ère) ministre
prime_minister: (?<!deputy )(?<!vice )(?<!vice-)(?:prime minister|premi(?:er|ère) ministre|(?-i:Premier)(?= (?!Ministre)[A-Z]))
attorney_general: attorney general|prosecutor[- ]general|general prosecutor|chief prosecutor|director of public prosecutions|solicitor general|procureure? générale?
justice_minister: attorney general|justice (?:minister|secretary)|minister (?:of|for) justice|ministre de la justice|garde des sceaux
auditor_general: auditor[- ]general|comptroller[- ]general|audit(?:eur|rice) générale?|contrôleu(?:r|se) générale?
mediator: mediat(?:or|es|ed|ing)|arbitrator|arbiter|referee|umpire|conciliator|go-between|negotiator|facilitator|médiat(?:eur|rice)|conciliat(?:eur|rice)|arbitre|négociat(?:eur|rice)|facilitat(?:eur|rice)
general_secretary: general secretary|secretary[- ]general|secrétaire générale?
mayor: mayor|mairesse|maires?|bourgmestre
minister: minister|(?<!branch )(?<!union )(?<!club )(?<!general )secretary(?! general)|ministre|secrétaire d[’']état|secrétaire (?:à|aux|au) \w+
president: president|presiding (?:judge|magistrate|officer)|council leader|leader of the (?:\w+ ){0,2}council|chair(?:s|man|woman|person)?|présidente?|patron(?:ne)?|présid(?:e|é|ait)
finance_director: chief financial officer|cfo|finance (?:director|chief|boss|head)|head of finance|directeur financier|directrice financière
legal_director: general counsel|legal director|head of legal|directeur juridique|directrice juridique
technical_director: chief technology officer|cto|technical director|directeur technique|directrice technique
ombudsman: ombuds(?:man|woman|person)|privacy (?:officer|ombudsman)|médiat(?:eur|rice)
director: director|registrar|comptroller|controller|superintendent|commandant|chief \w+ officer|general counsel|head|heads|headed|leads|led|manager|(?<=(?:its|his|her) )principal|(?<=(?:school|former) )principal|principal(?= (?:of|at) )|runs|ran(?= (?:the|a|an|its|our)\b)|directeur|directrice|dirig(?:e|é|eait)|à la tête|(?<!en )chef(?:fe)?|responsable|proviseure?|(?<=\ble )principale?(?= d)|gérante?
executive: chief executive|ceo|boss|managing director|directeur|directrice|p\.?-?d\.?-?g|directeur général|directrice générale|patron(?:ne)?|dirigeante?|dirig(?:e|é|eait)
leader: (?:council |group |party )?leader|leads?(?! (?:author|researcher|writer|investigator|scientist|counsel|singer))|led|whip|(?<!en )chef(?:fe)?|leader|dirigeante?|numéro un|meneu(?:r|se)|(?:mène|dirige|conduit)
founder: (?:co-?)?founder|(?:co)?fondateur|(?:co)?fondatrice
spokesperson: spokes(?:man|woman|person)|press officer|press secretary|porte-parole
prosecutor: prosecutor|district attorney|procureure?|magistrate?
judge: judge|(?<!en )(?<!la )(?<!de )justice|magistrate|juge(?! qu| l[ae]s? | cet| ce | un| d| n| in)|magistrate?
lawyer: lawyer|attorney(?! general)|counsel|barrister|solicitor|KC|QC|for the (?:crown|prosecution|defen[cs]e)|(?:represents|represented|defends|defending)(?= (?:him|her|them|the (?:defendant|accused|suspect|family|families|plaintiff))\b)|avocate?|juriste
senator: senator|sénateur|sénatrice
lawmaker: lawmaker|representative|represents|congress(?:man|woman)|member of parliament|mp|legislator|députée?|parlementaire|élue?|représentante?
governor: governor|gouverneure?
councillor: council ?(?:member|man|woman|or)|councill?or|alderman|conseill(?:er|ère) municipale?|élue? municipale?|élue?|conseill(?:er|ère)|adjointe?(?= aux? (?!maire)| à l(?!a maire)| chargée? d| déléguée? )
commissioner: commissioner|commissaire
prefect: prefect|préf(?:et|ète)
ambassador: ambassador|ambassad(?:eur|rice)
sheriff: sheriff|shérif
police: (?:police )?(?:chief|officer|superintendent|detective|inspector|constable|sergeant|captain)|polici(?:er|ère)|inspect(?:eur|rice)|commissaire|(?<!en )chef(?:fe)? de la police|capitaine|sergente?|lieutenante?
researcher: researcher|scientist|professor|academic|scholar|lecturer|teaches|historian|economist|sociologist|ecologist|biologist|geologist|physicist|chemist|agronomist|geographer|astronomer|fellow|cherch(?:eur|euse)|scientifique|professeure?|universitaire|historien(?:ne)?|économiste|sociologue|écologue|biologiste|géologue|physicien(?:ne)?|chimiste|agronome|géographe|astronome|enseignante?-cherch\w+|maître\w* de conférences
analyst: analyst|strategist|analyste|expert\w*
expert: expert|specialist|consultant|advis[eo]r|experte?|spécialiste|consultante?|conseill(?:er|ère)
engineer: engineer|developer|programmer|ingénieure?|développ(?:eur|euse)
doctor: doctor|dr|physician|surgeon|gp|médecin|docteure?|chirurgien(?:ne)?
nurse: nurse|infirmi(?:er|ère)
teacher: teacher|teaches|taught|lecturer|instructor|professor|enseignante?|professeure?|instit\w+
student: student|étudiante?|élève|lycéenne?
journalist: journalist|reporter|writer|columnist|correspondent|journaliste|reporter|chroniqu(?:eur|euse)|correspondante?
editor: editor|rédact(?:eur|rice)(?: en chef|(?! d[eu’']))|éditorialiste|édit(?:eur|rice) en chef
author: author|writer|wrote|drafted|penned|authored|(?<!son )(?<!leur )(?<!l[’'])auteure?|autrice|écrivaine?
treasurer: treasurer|trésori(?:er|ère)
secretary: secretary|secrétaire
activist: activist|campaigner|organi[sz]er|coordinator|advocate|responsable|coordinat(?:eur|rice)|animat(?:eur|rice)|militante?|activiste|défens(?:eur|euse)|organisat(?:eur|rice)
unionist: union (?:leader|official|representative|rep|steward|president)|shop steward|syndicaliste|déléguée? syndicale?|responsable syndicale?|représentante? syndicale?
farmer: farmer|grower|rancher|agricult(?:eur|rice)|paysanne?|élev(?:eur|euse)|exploitante? agricole
fisher: fisherman|fisher|pêch(?:eur|euse)
worker: worker|employee|driver|clerk|technician|ouvri(?:er|ère)|employée?|salariée?|chauffeur|conduct(?:eur|rice)|technicien(?:ne)?
owner: owner|owns|owned|landlord|propriétaire|bailleu\w+|patron(?:ne)?
tenant: tenant|renter|locataire
resident: resident|neighbou?r|villager|habitante?|riveraine?|résidente?|voisine?
victim: victim|victime
suspect: suspect|defendant|suspecte?|prévenue?|accusée?
minister_faith: pastor|priest|bishop|rabbi|imam|pasteure?|prêtre|évêque|rabbin|imam
colonel: colonel|general|commander|lieutenant|major|captain|brigadier|admiral|commodore|(?:army|naval|navy|military|recruiting|commanding) officer|colonelle?|général|commandante?|lieutenante?|capitaine|amirale?|major|offici(?:er|ère)(?! d[’']état civil)
artist: artist|singer|actor|actress|musician|artiste|chant(?:eur|euse)|act(?:eur|rice)|musicien(?:ne)?
coach: coach(?:es|ed|ing)?|trainer|(?:to |team |football |club |head )manage[rd]?|managed|entraîn(?:eur|euse)
parent: (?<!grand)(?<!step)(?:mother|father)|parent(?! (?:compan|group|firm))|whose (?:daughter|son|child)|(?<!grand-)(?<!beau-)(?<!belle-)(?:mère|père)|parente?
librarian: librarian|bibliothécaire
clerk: clerk|registrar|greffi(?:er|ère)|secrétaire|officière? d[’']état civil
guide: guide|guide
skipper: skipper|captain|patron(?:ne)?|capitaine
pilot: pilot|pilote
architect: architect|architecte
firefighter: firefighter|pompi(?:er|ère)
auditor: auditor|audit(?:eur|rice)|commissaire aux comptes
curator: curator|conservat(?:eur|rice)(?= (?:du|de la|de l[’']|des|d[’']|en chef|adjointe?|au|aux)\b)
trader: shopkeeper|trader|merchant|dealer|commerçante?|marchande?
trustee: trustee|director|board member|administrat(?:eur|rice)
investor: investor|shareholder|investiss(?:eur|euse)|actionnaire
"""


def _patterns(lines: str, tail: str) -> list[tuple[str, re.Pattern[str]]]:
    rows = (line.split(": ", 1) for line in lines.strip().splitlines())
    return [(name, re.compile(rf"\b(?:{forms}){tail}\b", re.I)) for name, forms in rows]


# Offices that a translation renders by one word: whoever holds one of them is none of the others.
FIXED = frozenset(
    [
        "mayor",
        "deputy_mayor",
        "minister",
        "prime_minister",
        "vice_prime_minister",
        "president",
        "vice_president",
        "senator",
        "governor",
        "prefect",
        "ambassador",
        "sheriff",
        "judge",
        "lawyer",
        "prosecutor",
        "attorney_general",
        "justice_minister",
        "auditor_general",
        "doctor",
        "nurse",
        "teacher",
        "student",
        "journalist",
        "farmer",
        "fisher",
        "engineer",
        "researcher",
        "activist",
        "tenant",
        "resident",
        "victim",
        "suspect",
        "artist",
        "pilot",
        "architect",
        "firefighter",
        "spokesperson",
        "finance_director",
        "treasurer",
        "ombudsman",
        "executive",
    ]
)


_ROLES = _patterns(_OFFICES, "s?")


@per_sentence
def role_concepts(text: str) -> tuple[tuple[re.Match[str], str], ...]:
    """The offices named in a text, each with its place; a word may name several."""
    return tuple((match, name) for name, pattern in _ROLES for match in pattern.finditer(text))


_VERB_IN_S = re.compile(r"(?:chair|lead|run|head|own|represent|teache)s$", re.IGNORECASE)


def is_plural(office: str) -> bool:
    """Whether an office is told of several: "told councillors", which makes nobody one of them."""
    return bool(re.search(r"[^s]s$", office)) and not _VERB_IN_S.match(office)


def is_epithet(text: str, at: tuple[int, int]) -> bool:
    """Whether a French office only qualifies the noun before it: « le syndicat policier » is no policeman."""
    before = re.search(r"\b(?P<noun>[a-zà-ÿ-]{3,})[ \u00a0]$", text[: at[0]])
    if before is None or role_concepts(before["noun"]):
        return False
    kinds = {one.kind for one in readings(before["noun"])}
    # « Le contrôle policier »: with an article what may be a verb is a noun.
    led = re.search(
        r"(?:\b(?:l[ea]|une?|son|sa|du|au)[ \u00a0]|\bl[’'])$", before.string[: before.start()], re.IGNORECASE
    )
    return (kinds == {"N"} or (led is not None and kinds == {"N", "V"})) and any(
        one.kind == "A" for one in readings(text[slice(*at)].lower())
    )


# verb: English | French
_DEEDS = r"""
accuse: accus(?:e|es|ed|ing)|reproch(?:e|é|ent|ait)|accus(?:e|ent|é|ée|és|ées|ait|aient|er|ant)
sue: su(?:e|es|ed|ing)|poursui(?:t|vi|vie|vis|vre|vent|vait)|attaqu(?:e|ent|é|ée|és|ées)(?=[^.;:]{0,50} en justice)|assign(?:e|é|ée|ent|és)|port(?:e|é|ent) plainte contre
attack: attack(?:s|ed|ing)?|attaqu(?:e|ent|é|ée|és|ées|ait|er)(?![^.;:]{0,50} en justice)|agress(?:e|é|ée|és)
kill: kill(?:s|ed|ing)?|shot|murder(?:s|ed)?|tu(?:e|é|ée|és|ées|ent)|abatt(?:u|ue|us)|assassin(?:é|ée|és)
fire: fir(?:es|ed)|sack(?:s|ed)?|dismiss(?:es|ed)?|oust(?:s|ed)?|licenci(?:e|é|ée|és|ées|ent)|limog(?:e|é|ée|és|ent)|renvoy(?:é|ée|és)|congédi(?:é|ée|és)|évinc(?:é|ée|e)
hire: hir(?:e|es|ed)|recruit(?:s|ed)?|appoint(?:s|ed)?|embauch(?:e|é|ée|és|ent)|recrut(?:e|é|ée|és|ent)|nomm(?:e|é|ée|és|ent)
pay: pa(?:y|ys|id|ying)|pay(?:e|é|ée|és|ent|er)|pai(?:e|ent)|vers(?:e|é|ent|er)
buy: bought|buys?|acquir(?:e|es|ed)|purchas(?:e|es|ed)|achet(?:é|ée|és|er)|achèt(?:e|ent)|rachet(?:é|ée|és|er)|rachèt(?:e|ent)|acquis
sell: sold|sells?|vend(?:u|ue|us|ent|re)?
fine: fin(?:es|ed)|sanctionn(?:e|é|ée|és|ent)|condamn(?:e|é|ée|és)
arrest: arrest(?:s|ed)?|detain(?:s|ed)?|arrêt(?:e|é|ée|és|ées|ent)|interpell(?:e|é|ée|és|ent)
criticise: critici[sz](?:e|es|ed|ing)|denounc(?:e|es|ed|ing)|condemn(?:s|ed|ing)?|blam(?:e|es|ed|ing)|critiqu(?:e|é|ée|és|ent|ait|er)|dénonc(?:e|é|ée|ent|ait)|condamn(?:e|é|ée|ent)|fustig(?:e|é|ent)
support: support(?:s|ed)?|back(?:s|ed)|endors(?:e|es|ed)|soutien(?:t|nent)|soutenu(?:e|s)?|appui(?:e|ent)|appuy(?:é|ée)
replace: replac(?:e|es|ed)|succeed(?:s|ed)?|remplac(?:e|é|ée|ent|era|er)|succéd(?:e|é|er)|succèd(?:e|ent)
defeat: defeat(?:s|ed)?|beat|beaten|batt(?:u|ue|us)|bat|vainc(?:u|ue|us)
order: order(?:s|ed|ing)|compel(?:s|led)?|forc(?:es|ed)|instruct(?:s|ed)?|ordonn(?:e|é|ée|ent|er)|contrain(?:t|te|dre|ts)|enjoin(?:t|dre)|oblig(?:e|é|ée|ent)|forc(?:e|é|ée|ent)
ask: ask(?:s|ed|ing)?|demand(?:s|ed)|urg(?:e|es|ed)|demand(?:e|é|ent|er|ait)|réclam(?:e|é|ent)|exhort(?:e|é|ent)|pri(?:e|é|ent)
warn: warn(?:s|ed)|avert(?:i|it|is|issent)|prévien(?:t|nent)|prévenu|alert(?:e|é|ent)|met en garde|mis en garde
give: g(?:ive|ives|ave|iven)(?! (?:up|in|way|rise|birth|evidence|notice|back)\b)|grant(?:s|ed)?|award(?:s|ed)?|donn(?:e|é|ée|ent|er)(?! (?:tort|raison|lieu|suite|naissance|acte|rendez-vous|l[’']ordre|ordre|satisfaction|gain de cause|jusqu)\b)|accord(?:e|é|ée|ent|er)|attribu(?:e|é|ée|ent|er)|remis|remet
send: sen(?:d|ds|t)|envoi(?:e|ent)|envoy(?:é|ée|és|er)|transm(?:et|is|ise|ettent|ettre)
lend: len(?:d|ds|t)|prêt(?:e|é|ée|ent|er)
invade: invad(?:e|es|ed|ing)|envahi(?:t|e|ssent)?
ban: bann(?:ed)|bans?|bar(?:s|red)|exclut|exclure|bannit|interdi(?:t|te|re)
charge: charged|indict(?:s|ed)?|inculp(?:e|é|ée|és)|mis en examen|mise en examen
convict: convict(?:s|ed)?|condamn(?:e|é|ée|és)
investigate: investigat(?:e|es|ed|ing)|prob(?:e|es|ed)|enquêt(?:e|é|ent)|enquête sur
fund: fund(?:s|ed)|financ(?:e|es|ed)|bankroll(?:s|ed)?|financ(?:e|é|ée|ent|er)|subventionn(?:e|é|ée|ent)
help: help(?:s|ed|ing)?|assist(?:s|ed)?|aid(?:e|é|ée|ent|er)|assist(?:e|é|ée)
threaten: threaten(?:s|ed|ing)?|menac(?:e|é|ée|ent|er|ait)
protect: protect(?:s|ed|ing)?|protég(?:é|ée|er|eait)|protèg(?:e|ent)
monitor: monitor(?:s|ed|ing)?|track(?:s|ed|ing)?|spi(?:es|ed)|surveill(?:e|é|ée|ent|er|ait)|suivi(?:e|s)?|espionn(?:e|é|ée)
supply: suppl(?:y|ies|ied)|provid(?:e|es|ed)|fourni(?:t|e|s|ssent|r)?
overrule: overrul(?:e|es|ed)|overturn(?:s|ed)?|désavou(?:e|é|ée)|annul(?:e|é|ée)
praise: prais(?:e|es|ed)|thank(?:s|ed)?|salu(?:e|é|ée|ent)|félicit(?:e|é|ent)|remerci(?:e|é|ent)
trust: trusted|trusts(?= (?:him|her|them|it|the|its)\b)|(?<=to )trust|believ(?:e|es|ed)|fai(?:t|sait) confiance
meet: m(?:eet|eets|et)|rencontr(?:e|é|ée|ent)
evict: evict(?:s|ed)?|expel(?:s|led)?|deport(?:s|ed)?|expuls(?:e|é|ée|és|ent|er)|chass(?:e|é|ée|és)
owe: ow(?:e|es|ed)|doi(?:t|vent)
"""


_VERBS = _patterns(_DEEDS, "")


def acts_in(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The acts a sentence tells, by the first verb of each."""
    for name, pattern in _VERBS:
        if match := pattern.search(text):
            yield name, match
