"""Fields of office in both languages: what a minister, a director or a spokeswoman is in charge of."""

# ruff: noqa: E501 - tables of words: wrapped, they cannot be read or compared.

import re

__all__ = ["ENGLISH_OFFICE", "FIELDS", "FRENCH_OFFICE"]

# field: English words | French words. A word may stand in several: an "economy" minister may be one of finance.
_FIELDS = r"""
general: executive|managing director|director[- ]general|general (?:manager|director|secretary)|secretary[- ]general|ceo|boss|runs|ran|heads?|headed|leads?|led|in charge of|at the helm|president|chair(?:man|woman)? | général(?:e|es|aux)?|p\.?-?d\.?-?g
finance: financ\w+|cfo|treasur\w+|exchequer|budget\w*|economy|economic affairs|accounts?|fiscal|revenue|tax(?:es|ation)?|funding | financ\w+|trésor(?:i\w+)?|budget\w*|comptes publics|économie|affaires économiques|fiscalité
economy: econom\w+|business|trade|industr\w+|commerc\w+|enterprise|treasury|exchequer|competition|growth | économ\w+|commerce|commercia\w+|industri\w+|entreprises|concurrence|croissance
health: health\w*|medic\w+|doctor|physician|clinical|care|hospitals?|nursing|patients?|pharmac\w+|public health|disease\w*|epidemi\w+ | santé|médic\w+|sanitaire|soins|clinique|hôpita\w+|épidémi\w+
transport: transport\w*|traffic|rail\w*|roads?|transit|mobility|infrastructure|aviation|shipping|ports?|highways? | transports?|mobilités?|infrastructures?|circulation|routes?|ferroviaire|aviation
navy: navy|naval|fleet|maritime | marine|navale?s?|maritimes?
air: air|aviation|aerospace | (?:l[’'])?air|aérien\w*|aviation
army: army|land forces?|ground forces?|infantry|armou?red|soldiers? | armée de terre|terre|infanterie|soldats
fire: fire\w*|rescue|emergency | pompiers|incendies?|secours|feu
interior: interior|home (?:secretary|office|affairs|minister)|homeland|internal affairs|security|immigration|polic\w+ | (?:l[’'])?intérieur\w*|sécurité|immigration
justice: justice|attorney|law|legal|courts?|judicial|judiciary | justice|judiciaires?|sceaux
legal: legal|counsel|law|lawyers?|attorney|compliance | juridiques?|conformité|droit
prison: prisons?|jails?|correction\w*|custod\w+|probation|penitentiar\w+|detention | prisons?|pénitentiaires?|carcéra\w+|détention
defence: defen[cs]e|army|armed|military|navy|air force|war|veterans? | défense|armées?|militaires?|guerre|anciens combattants
education: education\w*|schools?|teaching|academic\w*|universit\w+|students?|learning|curriculum|skills | éducation|scolaires?|enseignement|école|académiques?|pédagogi\w+|étudiant\w*|universit\w+|apprentissages?
environment: environment\w*|climate|ecolog\w+|sustainab\w+|conservation|nature|water|forests?|wildlife|energy|green | environnement\w*|climat\w*|écologi\w+|développement durable|durabilité|transition|biodiversité|eaux?|forêts?
energy: energy|power|electricit\w+|oil|gas|nuclear|mines|mining|climate|utilit\w+ | énergi\w+|électricité|pétrole|nucléaire|mines
operations: operat\w+|logistics|production|coo | opérations?|opérationnel\w*|exploitation|logistique|production
technology: technolog\w+|technical|digital|it|cto|information|data|computing|software|cyber\w*|innovation | technologi\w+|techniques?|numériques?|informatiques?|données|systèmes d[’']information|innovation
marketing: marketing|brand\w*|advertising|sales|commercial|customers? | marketing|marque|publicité|ventes|commerciale?s?|clientèle
research: research\w*|scien\w+|r&d|innovation|development|climatolog\w+|econom\w+|statistic\w+|stud(?:y|ies) | recherches?|scientifiques?|sciences?|innovation|développement|climatolog\w+|statistiques?|études
personnel: human resources|hr|people|personnel|staff\w*|workforce|talent|recruitment | ressources humaines|drh|personnel|recrutement|talents
communication: communications?|press|media|spokes\w+|public relations|public affairs|information | communication|presse|médias|relations publiques|information
housing: hous\w+|homes|planning|tenan\w+|urban|communities|estates?|property | logements?|habitat|urbanisme|foncier|patrimoine|immobilier
agriculture: agricultur\w*|farm\w*|food|rural|fisher\w+|livestock|crops? | agricultur\w*|agricoles?|alimentation|ruralité|pêches?|élevage
culture: cultur\w*|arts?|museums?|heritage|artistic|creative|music\w* | culture\w*|arts?|patrimoine|artistiques?|musica\w+
labour: labou?r|employment|work|jobs?|welfare|social|pensions?|workplace|unions? | travail|emploi|affaires sociales|sociales?|retraites?|solidarités?
foreign: foreign|external|diplomat\w*|overseas|secretary of state|international|europe\w* | étrang\w+|diplomati\w+|européennes?|internationa\w+|extérieures?
sport: sports?|football|olympic\w*|athletic\w* | sports?|sporti\w+
opposition: opposition|minority|shadow | opposition|minorité
purchasing: purchas\w+|procurement|buy\w*|sourcing | achats|approvisionnements?
safety: safety|security|risk\w*|emergenc\w+|fire | sûreté|sécurité|risques|urgences
privacy: privacy|data protection|information | vie privée|protection des données
children: child\w*|famil\w+|youth | enfance|familles?|jeunesse
tourism: touris\w+ | tourisme
"""


def _compiled() -> dict[str, dict[str, re.Pattern[str]]]:
    table: dict[str, dict[str, re.Pattern[str]]] = {}
    for line in _FIELDS.strip().splitlines():
        field, both = line.split(": ", 1)
        table[field] = {
            side: re.compile(rf"(?<![\w-])(?:{words.strip()})(?![\w-])", re.IGNORECASE)
            for side, words in zip(("en", "fr"), both.split(" | "), strict=True)
        }
    return table


FIELDS = _compiled()

# Whoever has one of these is in charge of something that the words beside it say.
ENGLISH_OFFICE = re.compile(
    r"\b(?:minister|secretary|director|officer|chief|head|manager|spokes(?:man|woman|person)|critic|commissioner|convener|convenor|advis[eo]r|counsel"
    r"|(?:vice[- ])?president|chair(?:man|woman|person)?|lead|leader|coordinator|superintendent|administrator|inspector|economist|scientist|climatologist|executive|controller|treasurer|chancellor|ombudsman|envoy|ambassador|czar|deputy|governor|mayor|judge|captain|coach|c[efot]o)\b",
    re.IGNORECASE,
)
FRENCH_OFFICE = re.compile(
    r"\b(?:ministre|secrétaire(?: d[’']État| générale?)?|direct(?:eur|rice)|chef(?:fe)?(?: d[’']état-major| du groupe| de file| du service| du département)?|responsable|porte-parole|conseill(?:er|ère)|commissaire|adjointe?|vice-présidente?"
    r"|déléguée?|chargée?|coordinat(?:eur|rice)|gérante?|inspect(?:eur|rice)|numéro deux|haut-commissaire|rapport(?:eur|euse)|économiste en chef|patronne?)\b",
    re.IGNORECASE,
)
