"""Figures by rule: amounts, thousands, decimals, percentages, ordinals, hours, dates, units, numbers and titles."""

import re

from pipeline.typography.rule import ALONE, DONE, GAP, LETTER, NBSP, SPACE, Rule

__all__ = ["COUNTED", "FIGURES", "MONTHS"]

_MILLIONS = {"M": "million", "Md": "milliard", "Mds": "milliard"}
_CURRENCIES = {"$": "de dollars", "€": "d’euros", "£": "de livres"}
# Other dollars and pounds are named behind their sign.
_OWN = rf"(?!\w|{SPACE}(?:US|CA|AU|NZ|HK|canad|austral|néo|de[ ]Hong|de[ ]Singap|sterl|égypt|liban|turq))"
_UNITS = (
    "km|hm|dm|cm|mm|m|kg|mg|g|t|ha|min|h|s|cl|ml|L|W|kW|MW|GW|TW|Wh|kWh|MWh|GWh|TWh|Hz|kHz|MHz|GHz|V|kV|ko|Ko|Mo|Go|To"
)
# Those that no name of a thing ends in when they stand at their figure.
_SURE_UNITS = "km|kg|cm|mm|kWh|MWh|GWh|TWh|MW|GW"
# Behind a whole number these say that it counts; a law, a room or a telephone has none.
COUNTED = (
    "euros|dollars|livres|francs|yens|yuans|personnes|habitants|gens|kilomètres|mètres|tonnes|kilos|litres|hectares"
    "|emplois|postes|salariés|employés|agents|soldats|policiers|électeurs|élèves|étudiants|familles|foyers|logements"
    "|morts|victimes|blessés|manifestants|migrants|réfugiés|comptes|utilisateurs|abonnés|clients|signatures|voix|cas"
    "|exemplaires|appareils|véhicules|documents|fichiers|caméras|heures|adhérents|membres|patients|entreprises"
)
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_ROMAN = r"(?!I[ièée]*m)(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
_OF_THE_MONTH = rf"(?:(?<=\b[lL]e{SPACE})|(?<=\b[dD]u{SPACE})|(?<=\b[aA]u{SPACE}))"
_ORDINAL = (
    "typography-ordinal",
    "Abrégez à la française\u00a0: «\u00a01er\u00a0», «\u00a02e\u00a0», «\u00a0XIXe\u00a0».",
)
_UNIT = (
    "typography-unit",
    "Écrivez l’unité comme son symbole\u00a0: «\u00a05\u00a0km\u00a0», «\u00a020\u00a0°C\u00a0».",
)
_DATE = ("typography-date", "Écrivez le jour sans zéro, et le premier du mois «\u00a01er\u00a0».")
_TITLE = ("typography-title", "Écrivez «\u00a0M.\u00a0» avec un point, «\u00a0Mme\u00a0» sans point, une espace après.")


def _money(match: re.Match[str]) -> str:
    number, order, unit = match[1], _MILLIONS[match[2]], _CURRENCIES[match[3]]
    whole = int(re.sub(r"\D", "", re.split(r"[,.]", number)[0]) or 0)
    return f"{number}{NBSP}{order}{'s' if whole >= 2 else ''} {unit}"


def _written_money(match: re.Match[str]) -> str:
    return f"{match[1]} {_CURRENCIES[match[2]]}"


def _grouped(match: re.Match[str]) -> str:
    return re.sub("[ \u202f]", NBSP, match[0])


def _parted(match: re.Match[str]) -> str:
    return f"{int(match[0]):,}".replace(",", NBSP)


def _hour(match: re.Match[str]) -> str:
    hour, minutes = match[1] or match[3], match[2] or match[4]
    return match[0] if int(hour) > 24 else f"{hour}{NBSP}h{NBSP}{minutes}"


_AMOUNTS: tuple[Rule, ...] = (
    Rule(
        re.compile(
            rf"(?<![\d,.])(\d+(?:[,.]\d+)?|\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}}){{1,6}}){GAP}"
            r"(Mds|Md|M)[ \u00a0\u202f]?([$€£])(?!\w)"
        ),
        _money,
    ),
    Rule(re.compile(rf"(?<=\d)({SPACE}?(?:millions?|milliards?)){SPACE}?([$€£]){_OWN}"), _written_money),
    Rule(re.compile(r"(?<![\d.,])(\d+)\.(\d{1,2})(?=[ \u00a0\u202f]?(?:millions?|milliards?|%)(?!\w))"), r"\1,\2"),
    Rule(re.compile(rf"{ALONE}(?<!\d{SPACE})[1-9]\d{{4,11}}(?={SPACE}(?:{COUNTED})\b|{SPACE}?€(?!\w))"), _parted),
    Rule(re.compile(r"(?<![\d.,\u00a0\u202f\w])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d\w])"), _grouped),
    # « 1 Million » may be a name; in the plural, or with what it counts, it is a number.
    Rule(
        re.compile(rf"(?<=\d{SPACE})M(?=(?:illion|illiard)(?:s\b|{SPACE}d[e’']))"),
        "m",
        "typography-capital",
        "Écrivez «\u00a0million\u00a0» et «\u00a0milliard\u00a0» sans capitale.",
    ),
    Rule(re.compile(r"(?<=\d)[ \u202f](?=(?:millions?|milliards?)\b)"), NBSP),
    Rule(re.compile(rf"(?<=\d){GAP}([%‰€])(?!\w)"), rf"{NBSP}\1"),
    Rule(re.compile(r"(?<=\d)[ \u202f](?=\$(?!\w))"), NBSP),
)
_ORDINALS: tuple[Rule, ...] = (
    Rule(re.compile(rf"(?<=\d)i?[èée]me(s?)\b{DONE}"), r"e\1"),
    Rule(re.compile(rf"(?<![\w.-])({_ROMAN})i?[èée]me(s?)\b{DONE}"), r"\1e\2"),
    Rule(re.compile(rf"{ALONE}1[èée]re(s?)\b{DONE}"), r"1re\1"),
    Rule(re.compile(rf"{ALONE}1ier(s?)\b{DONE}"), r"1er\1", *_ORDINAL),
    Rule(re.compile(rf"(?<![\w.,/-])(\d*[02-9]|\d+1|{_ROMAN})[èé](?=[\s,;:!?)»”]|\.(?!\w)|$)"), r"\1e", *_ORDINAL),
    Rule(
        re.compile(
            rf"(?<![\w.,/-])(\d+|{_ROMAN}){SPACE}(?:i?[èée]mes?\b|[eè](?={SPACE}"
            r"(?:siècles?|arrondissements?|éditions?|anniversaires?|[Rr]épublique|circonscriptions?)\b))(?!['’-])"
        ),
        r"\1e",
        *_ORDINAL,
    ),
)
_HOURS: tuple[Rule, ...] = (
    Rule(
        re.compile(rf"{ALONE}(\d{{1,3}}){SPACE}?h{SPACE}?([0-5]?\d){SPACE}?(?:min|mn)(?=[\s,;:!?)»”]|\.(?!\w)|$)"),
        rf"\1{NBSP}h{NBSP}\2{NBSP}min",
    ),
    Rule(
        re.compile(
            rf"(?:{ALONE}|(?<=h-))(?:(\d{{1,2}})(?:h|{SPACE}h{SPACE}?)([0-5]\d)|(\d\d)H([0-5]\d))"
            rf"(?!{SPACE}?(?:min|h\b)){DONE}"
        ),
        _hour,
    ),
    # « 24h Le Mans » is a name.
    Rule(re.compile(rf"(?:{ALONE}|(?<=h-))(\d{{1,2}})h(?!{SPACE}[A-ZÀ-Ý])(?!\w|[.,:/]\w|-{LETTER})"), rf"\1{NBSP}h"),
    Rule(re.compile(rf"{_OF_THE_MONTH}0?1(?={SPACE}(?:{MONTHS})\b)"), "1er", *_DATE),
    Rule(re.compile(rf"{_OF_THE_MONTH}0(?=[2-9]{SPACE}(?:{MONTHS})\b)"), "", *_DATE),
)
_MEASURES: tuple[Rule, ...] = (
    Rule(re.compile(rf"(?<=\d)({SPACE}?)(km|kg|cm|mm)s(?=[\s,;:!?)»”]|\.(?!\w)|$)"), r"\1\2", *_UNIT),
    Rule(re.compile(rf"(?<=\d)({SPACE}?)K(?=[mg](?:[\s,;:!?)»”/]|\.(?!\w)|$))"), r"\1k", *_UNIT),
    Rule(re.compile(rf"(?<=\d){SPACE}?°{SPACE}?([CF])(?!\w)"), rf"{NBSP}°\1"),
    Rule(re.compile(rf"{ALONE}(\d+(?:,\d+)?)({_SURE_UNITS})(?!\w|[.,:-]\w)"), rf"\1{NBSP}\2"),
    Rule(re.compile(rf"(?<=\d)[ \u202f](?=(?:{_UNITS})(?:[²³]|/[a-z]+)?(?![\w'’./@-]|{SPACE}?[:=]))"), NBSP),
    Rule(re.compile(rf"(?<=\d)[ \u202f](?=(?:{_UNITS})\.(?!\w))"), NBSP),
)
_LABELS: tuple[Rule, ...] = (
    Rule(
        re.compile(rf"(?<!\w)([nN])(?:{SPACE}[°º]|º)(?={SPACE}?\d)"),
        r"\1°",
        "typography-unit",
        "Écrivez «\u00a0n°\u00a05\u00a0».",
    ),
    Rule(re.compile(r"(?<=\b[nN]°) ?(?=\d)"), NBSP),
    Rule(re.compile(rf"(?<![\w.])(pp?|art|chap|fig|vol)\.{SPACE}?(?=\d)"), rf"\1.{NBSP}"),
    Rule(re.compile(rf"(?<![\w.])(Mmes?|Mlles?)\.{SPACE}?(?=[A-ZÀ-Ý])"), rf"\1{NBSP}", *_TITLE),
    Rule(re.compile(r"(?<![\w.])(MM?)\.(?=[A-ZÀ-Ý][a-zà-ÿ]{2,}(?![\w.]))"), rf"\1.{NBSP}", *_TITLE),
    Rule(
        re.compile(r"(?:(?<=\bM\.)|(?<=\bMM\.)|(?<=\bMme)|(?<=\bMmes)|(?<=\bMlle)|(?<=\bDr)|(?<=\bMgr)) (?=[A-ZÀ-Ý])"),
        NBSP,
    ),
)
FIGURES: tuple[Rule, ...] = (*_AMOUNTS, *_ORDINALS, *_HOURS, *_MEASURES, *_LABELS)
