"""What no rule may put right alone: where it stands, by pattern, and what a person is told."""

import re
from typing import NamedTuple

from pipeline.typography.figures import COUNTED, MONTHS
from pipeline.typography.rule import LETTER, SPACE

__all__ = ["WATCHED", "Watch"]


class Watch(NamedTuple):
    """What is looked for; nothing is said where `unless` ends on the place.

    `of_words`: only where each group of the pattern is a French word; else it may be a name, a site, code.
    """

    code: str
    pattern: re.Pattern[str]
    message: str
    unless: re.Pattern[str] | None = None
    of_words: bool = False


# A number behind these is a name: of a law, a room, a telephone, a place.
_NAMED = re.compile(
    r"(?:[nN][°º]s?|\b(?:numéros?|no|loi|décret|articles?|salle|chambre|bureau|dossier|référence|réf|code|postal|modèle"
    r"|matricule|ligne|brevet|affaire|port|page|vol|train|téléphone|tél|appelez|BP|CS|CEDEX|RFC|ISO|ticket|lot|type"
    r"|identifiant|version|norme|astéroïde|amendement"
    r"|proposition|résolution|directive|règlement|décision|arrêté?))\.?[\s\u00a0\u202f:]*(?:le[ \u00a0])?$",
    re.IGNORECASE,
)
_NO_COUNT = "et|ou|puis|est|sont|dans|sur|par|pour|avec|depuis|sera|avait|était|qui|que|dont|car"
# Where a word begins that is no piece of an address, a name of a file or code.
_START = r"(?<![^\s(«“*’',;])"
_END = r"(?=[\s,;:!?…)»”’'-]|\.(?!\w)|$)"
# What an hour stands behind.
_AT = "|".join(
    rf"(?<=\b[{one[0]}{one[0].upper()}]{one[1:]}{SPACE})"
    for one in ("à", "dès", "vers", "avant", "après", "entre", "depuis")
)
_PARTITIVE = "(?:d[’']euros|de dollars|de livres|euros|dollars)"
_DAYS = "Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche"
_CAPITAL_MONTHS = "|".join(one.capitalize() for one in MONTHS.split("|"))
# Small words that no sentence has twice in a row (« nous nous », « de de Gaulle », « la une une »).
_ONCE = "le|la|les|de|des|du|et|que|dans|pour|par|avec|aux|au|ne|ce|cette|sa|ses"

_FIGURES: tuple[Watch, ...] = (
    Watch(
        "typography-money",
        re.compile(
            r"(?:[$€£]|US\$|USD)[ \u00a0]?\d[\d.,\u00a0\u202f]{0,20}(?:[ \u00a0]?(?:millions?|billions?|[MBKmbk]n?)\b)?"
            rf"|(?<!\d)\d[\d.,]{{0,20}}{SPACE}?(?:k€|k\$|M\$|M€|M£|Md€|Mds\$)"
            rf"|(?<!\d)\d[\d.,]{{0,20}}{SPACE}?(?:(?:millions?|milliards?){SPACE}?[$€£]|[$£])"
            rf"|(?<!\d)\d[\d.,]{{0,20}}{SPACE}?(?:(?:USD|EUR|GBP)(?!\w)|(?:[kKM]|Mds?){SPACE}{_PARTITIVE})"
        ),
        "Écrivez le montant en toutes lettres\u00a0: «\u00a0280\u00a0millions de dollars\u00a0».",
    ),
    Watch(
        "typography-thousands",
        re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])(?!\s*(?:%|millions?\b|milliards?\b|kilo|mètre|km|m\b))"),
        "Séparateur anglais\u00a0? Écrivez les milliers avec une espace («\u00a050\u00a0000\u00a0») "
        "ou vérifiez la virgule décimale.",
    ),
    Watch(
        "typography-thousands",
        re.compile(
            r"(?<![\w.,/:#°+=-])(?<!\d[ \u00a0\u202f])(?:[1-9]\d{4,11}"
            rf"(?=[ \u00a0\u202f](?!(?:{_NO_COUNT})\b)[a-zà-öø-ÿœ]{{3,}}|[ \u00a0\u202f]d[e’'])"
            r"|[1-9]\d{1,8}000(?![ \u00a0\u202f][A-ZÀ-Ý])"
            rf"|\d{{1,3}}(?:\.\d{{3}})+(?={SPACE}(?:(?:{COUNTED})\b|[€%])))"
            r"(?!\w|[.,:/-]\w)"
        ),
        "Séparez les milliers par une espace\u00a0: «\u00a050\u00a0000\u00a0».",
        unless=_NAMED,
    ),
    Watch(
        "typography-thousands",
        re.compile(
            rf"(?<![\w.,/:°-])(?<!\d{SPACE})(?:[1-9]{SPACE}0(?={SPACE}(?:{LETTER}{{2}}|[%€$]))"
            rf"|\d{{1,3}}{SPACE}(?:\d{{1,2}}|\d{{4,9}})(?={SPACE}(?:{COUNTED})\b))"
        ),
        "Un nombre coupé par une espace\u00a0? Recollez-le, ou groupez ses chiffres par trois.",
        unless=re.compile(rf"{_NAMED.pattern}|\b(?:le|du|au|score|sur)[ \u00a0]$", re.IGNORECASE),
    ),
    Watch(
        "typography-decimal",
        re.compile(
            r"(?<![\d.,/-])\d+\.\d{1,2}"
            r"(?=[ \u00a0\u202f](?:points?|fois|euros?|dollars?|livres?|tonnes?|kilomètres?|mètres?|degrés?)\b)"
        ),
        "Point décimal anglais\u00a0: écrivez une virgule («\u00a01,2\u00a0»).",
    ),
    Watch(
        "typography-time",
        re.compile(
            rf"(?<=[\s(])\d{{1,2}}[hH][0-5]\d(?![\w-]|[.:]\w)|(?:{_AT}|(?<=\bA{SPACE})|(?<=\b[jJ]usqu[’']à{SPACE}))"
            r"(?:(?:[01]?\d|2[0-4]):[0-5]\d(?![\w:]|[.,]\d)|\d{1,2}[ \u00a0]?H(?![\w’'-]))"
            rf"|(?<=\bde{SPACE})(?:1\d|2[0-4]):(?:00|15|30|45)(?![\w:]|[.,]\d)"
            rf"|(?<![\w.,:/-])\d{{1,2}}(?::\d\d)?{SPACE}?(?:[ap]\.m\.|[AP]M(?!\w)|[ap]m(?!\w))"
        ),
        "Écrivez l’heure à la française\u00a0: «\u00a014\u00a0h\u00a030\u00a0».",
        unless=re.compile(r"\d:\d+[ \u00a0](?:à|vers)[ \u00a0]$|\b(?:ratio|format|rapport|score)\b[^.]{0,20}$"),
    ),
    Watch(
        "typography-ordinal",
        re.compile(
            r"(?<![\w.-])(?:\d+i?[èée]mes?|1[èe]res?|[IVX]{2,6}i?[èée]mes?|1[èé])(?!\w|\.\w)"
            r"|(?<![\w.-])(?:\d*1st|\d*3rd|\d+th)\b(?![ \u00a0][A-Z]|-\w)|\b(?:(?:19|20)\d0|[1-9]0)['’]?s(?![\w-])"
        ),
        "Abrégez à la française\u00a0: «\u00a01re\u00a0», «\u00a02e\u00a0», «\u00a0XIXe\u00a0», "
        "«\u00a0les années 1960\u00a0».",
    ),
)
_DASHES: tuple[Watch, ...] = (
    Watch(
        "typography-dash",
        re.compile(r"(?<=[^\W\d_])--(?=[^\W_]|[ ,])|(?<=[^\s|-] )--(?= [^\s|-])"),
        "Écrivez un tiret entre deux espaces\u00a0: «\u00a0—\u00a0».",
    ),
    Watch(
        "typography-dash",
        re.compile(rf"{LETTER}{{2,80}}+[»”)]? - [«“(]?{LETTER}{{2,80}}"),
        "Un trait d’union entre deux espaces\u00a0: collez-le, ou écrivez un tiret («\u00a0—\u00a0»).",
    ),
    Watch(
        "typography-dash",
        re.compile(rf"(?<![\w.,/-])(?:1[5-9]|20)\d\d{SPACE}-{SPACE}(?:1[5-9]|20)\d\d(?![\w-])"),
        "Entre deux années, le trait d’union se colle\u00a0: «\u00a02020-2024\u00a0».",
    ),
)
_SIGNS: tuple[Watch, ...] = (
    Watch(
        "typography-dots",
        # « ?.. » and « !.. » are one of the two ways to write it, an older one.
        re.compile(r"(?<=[^\W_]|[»”)])(?:\.\.|\.{4,}|…\.|\.[ \u00a0]\.(?=\s|$))(?![.…/\\\w])"),
        "Un point, ou trois points de suspension\u00a0: «\u00a0.\u00a0» ou «\u00a0…\u00a0».",
    ),
    Watch(
        "typography-spacing",
        re.compile(
            rf"{_START}[^\W\d_]{{3,}}(?:[ \u00a0]?:|[,;])[^\W\d_]{{3,}}(?=[\s\u00a0,;!?»’'-]|\.(?!\w)|$)"
            r"|(?<!\w)\w{1,80}+[»”)]? {1,80}+,(?=\s)"
            r"|(?<!\w)(?:[^\W\d_]\w{0,80}+[»”,;.]?|\d{1,80}+[»”,;]?) {2,80}+\w{1,80}+"
        ),
        "Revoyez l’espace\u00a0: une après «\u00a0,\u00a0» et «\u00a0.\u00a0», une de chaque côté de «\u00a0:\u00a0» "
        "et «\u00a0;\u00a0», jamais deux de suite.",
    ),
    Watch(
        "typography-spacing",
        re.compile(
            rf"{_START}({LETTER}{{2,80}}+)(?:{SPACE}?[?!]+|…)({LETTER}{{2,80}}+){_END}"
            rf"|{_START}({LETTER}{{2,80}}+){SPACE}?\.([A-ZÀ-Ý][a-zà-ÿœ]{{1,80}}+|À){_END}"
        ),
        "Une espace manque entre ces deux phrases.",
        of_words=True,
    ),
    Watch(
        "typography-spacing",
        re.compile(
            rf"{_START}({LETTER}{{3,80}}+)\((?=[^()\n ]*+ [^()\n]*+\)|{LETTER}{{4,80}}+\){_END})"
            rf"|\([^()\n ]*+ [^()\n]*+\)({LETTER}{{2,80}}+){_END}"
        ),
        "Une espace manque devant ou derrière la parenthèse.",
        of_words=True,
    ),
    Watch(
        "typography-doubled",
        re.compile(
            rf"(?<=[\w»”)%]){SPACE}?(?:[,;:]{SPACE}[,;](?![.,;:)])|(?:,[,;:.]|;[,;:.]|:[,;.])(?![.,;:\w)]))"
            rf"|(?<![\w'’-])({LETTER}{{4,80}}+)(?:\.[,;:]|{SPACE}?[?!]+{SPACE}?\.)(?=\s|[»”]|$)"
        ),
        "Deux signes de ponctuation se suivent\u00a0: gardez-en un.",
        of_words=True,
    ),
    Watch(
        "typography-doubled",
        re.compile(rf"(?<![\w'’-])((?i:{_ONCE})){SPACE}+(?=[a-z])(?i:\1)(?![\w'’-]|{SPACE}[A-ZÀ-Ý])"),
        "Ce mot est écrit deux fois\u00a0: gardez-en un.",
    ),
    Watch(
        "typography-marks",
        re.compile(r"<<(?=\w)|(?<=\w)>>(?!\w)|(?<![\w'])''(?=\w)"),
        "Écrivez les guillemets français\u00a0: «\u00a0…\u00a0».",
    ),
    Watch(
        "typography-marks",
        re.compile(r"(?<![:;=8-])\([^()\n]{0,30}+(?=[^()]*+(?:\([^()]*+\)[^()]*+)*+\Z)"),
        "Cette parenthèse ne se ferme pas\u00a0: fermez-la, ou ôtez-la.",
    ),
)
_CAPITALS: tuple[Watch, ...] = (
    Watch(
        "typography-capital",
        re.compile(
            r"(?:(?<=^)|(?<=[.!?…][ \u00a0])|(?<=\n))A[ \u00a0](?=[a-zà-ÿ]{3,}|[A-ZÀ-Þ]|l['’]"
            r"|\d+(?::\d\d|[ \u00a0]?(?:h|heures?|minutes?|jours?|semaines?|mois|ans|km|kilomètres|mètres|euros"
            r"|dollars)\b))"
            r"(?!(?:été|donc|priori|contrario|fortiori|minima|posteriori)\b)"
        ),
        "La préposition garde son accent\u00a0: «\u00a0À\u00a0».",
    ),
    Watch(
        "typography-capital",
        re.compile(
            rf"(?<![\w.’'-])(?!(?:prof|chap|fasc|coll|trad|sept|janv|juill|éd)\.)([a-zà-ÿœ]{{4,80}}+)[»”)]?\.{SPACE}"
            rf"([a-zà-ÿœ]{{2,80}}+)(?![\w’'.-])"
        ),
        "Une phrase commence par une capitale\u00a0: mettez-la, ou ôtez le point.",
        of_words=True,
    ),
    Watch(
        "typography-capital",
        re.compile(
            rf"(?<=\d{SPACE})(?:{_CAPITAL_MONTHS})(?={SPACE}\d{{4}}(?!\w))"
            rf"|(?<=[a-zà-ÿ,]{SPACE})(?:{_DAYS})(?={SPACE}\d{{1,2}}(?!\w))"
        ),
        "Les jours et les mois s’écrivent sans capitale.",
        unless=re.compile(
            r"\b(?:rues?|places?|avenue|boulevard|quai|square|pont|jardin|cours|esplanade)\b[^.,;]{0,20}$"
        ),
    ),
    Watch(
        "typography-title",
        re.compile(
            rf"(?<![\w&’'.«“*_\"-])(?<![«“][ \u00a0])(?<!\d{SPACE})(?:MM?(?=\s)|Mrs?\.?|Ms\.?|(?:Dr|Pr|Mgr)\.)"
            rf"{SPACE}(?=[A-ZÀ-Ý][a-zà-ÿ])"
        ),
        "Écrivez «\u00a0M.\u00a0», «\u00a0MM.\u00a0», «\u00a0Mme\u00a0», «\u00a0Dr\u00a0».",
        unless=re.compile(
            r"\b(?:taille|classe|série|gamme|modèle|lettre|point|plan|ligne|division|catégorie|agente?|monsieur|BMW|le|la"
            r"|les|l[’'])[ \u00a0]$",
            re.IGNORECASE,
        ),
    ),
)
WATCHED: tuple[Watch, ...] = (*_FIGURES, *_DASHES, *_SIGNS, *_CAPITALS)
