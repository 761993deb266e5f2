"""What is safe to put right by rule: each rule a pattern and what takes its place, in the order they run.

The text they see has one sign in the place of each protected passage (`spared`).
"""

import re
from collections.abc import Callable

__all__ = ["RULES"]

NBSP = "\u00a0"
_GAP = "[ \t\u00a0\u202f]*"
_SPACE = "[ \u00a0\u202f]"
_LETTER = r"[^\W\d_]"
# A word or a figure; what mixes both is a code.
_WORD = rf"(?:{_LETTER}+(?:['’-]{_LETTER}+)*|\d+)"
# A figure of its own, and the end of one: no piece of a version, a name of a file, a code.
_ALONE, _DONE = r"(?<![\w.,:/#°-])", r"(?!\w|[.,:/-]\w)"

_MILLIONS = {"M": "million", "Md": "milliard", "Mds": "milliard"}
_CURRENCIES = {"$": "de dollars", "€": "d’euros", "£": "de livres"}
# Other dollars and pounds are named behind their sign.
_OWN = rf"(?!\w|{_SPACE}(?:US|CA|AU|NZ|HK|canad|austral|néo|de[ ]Hong|de[ ]Singap|sterl|égypt|liban|turq))"
_UNITS = (
    "km|hm|dm|cm|mm|m|kg|mg|g|t|ha|min|h|s|cl|ml|L|W|kW|MW|GW|TW|Wh|kWh|MWh|GWh|TWh|Hz|kHz|MHz|GHz|V|kV|ko|Ko|Mo|Go|To"
)
# Behind a whole number these say that it counts; a law, a room or a telephone has none.
_COUNTED = (
    "euros|dollars|livres|francs|yens|yuans|personnes|habitants|gens|kilomètres|mètres|tonnes|kilos|litres|hectares"
    "|emplois|postes|salariés|employés|agents|soldats|policiers|électeurs|élèves|étudiants|familles|foyers|logements"
    "|morts|victimes|blessés|manifestants|migrants|réfugiés|comptes|utilisateurs|abonnés|clients|signatures|voix|cas"
    "|exemplaires|appareils|véhicules|documents|fichiers|caméras|heures|adhérents|membres|patients|entreprises"
)
_ROMAN = r"(?!I[ièée]*m)(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"


def _per_sign(match: re.Match[str]) -> str:
    return f"{NBSP}{match[1]}"


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


def _after_comma(match: re.Match[str]) -> str:
    """Spaces behind the commas and semicolons of a word made of words: nothing that may be a name of something."""
    spaced = re.sub(rf"(?<={_LETTER}),(?=[^\W_])|(?<=\d),(?={_LETTER}{{2}})", ", ", match[0])
    # « TL;DR » and « AC;DC » are names.
    return re.sub(rf"(?<={_LETTER}{{3}});(?={_LETTER}{{3}})", f"{NBSP}; ", spaced)


_Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
_APOSTROPHES: tuple[_Rule, ...] = (
    (re.compile(rf"(?<={_LETTER})['\u2018\u00b4\u2032](?={_LETTER}|\ue000)"), "’"),
    (re.compile(r"(?<=\b[ldnLDN])['\u2018\u00b4](?=[\d«“*_])|(?<=[qQ]u)['\u2018\u00b4](?=[\d«“*_])"), "’"),
)
_STOPS: tuple[_Rule, ...] = (
    (re.compile(r"(?<!\.)\.\.\.(?!\.)"), "…"),
    # Three dots with the sentence's full stop; a longer row is a line to fill in. « ?… » and « !… » are right.
    (re.compile(r"(?<=[^\W_]|[»”)])\.{4}(?=[\s»”)\"]|$)"), "…"),
    (re.compile(r"…\.(?![.\w])"), "…"),
    (re.compile(r"(?<=[^\s|-] )--(?= [^\s|-])"), "—"),
)
_FIGURES: tuple[_Rule, ...] = (
    (
        re.compile(
            rf"(?<![\d,.])(\d+(?:[,.]\d+)?|\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+){_GAP}"
            r"(Mds|Md|M)[ \u00a0\u202f]?([$€£])(?!\w)"
        ),
        _money,
    ),
    (re.compile(rf"(?<=\d)({_SPACE}?(?:millions?|milliards?)){_SPACE}?([$€£]){_OWN}"), _written_money),
    (re.compile(r"(?<![\d.,])(\d+)\.(\d{1,2})(?=[ \u00a0\u202f]?(?:millions?|milliards?|%)(?!\w))"), r"\1,\2"),
    (re.compile(rf"{_ALONE}(?<!\d{_SPACE})[1-9]\d{{4,11}}(?={_SPACE}(?:{_COUNTED})\b|{_SPACE}?€(?!\w))"), _parted),
    (re.compile(r"(?<![\d.,\u00a0\u202f\w])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d\w])"), _grouped),
    (re.compile(r"(?<=\d)[ \u202f](?=(?:millions?|milliards?)\b)"), NBSP),
    (re.compile(rf"(?<=\d){_GAP}([%‰€])(?!\w)"), _per_sign),
    (re.compile(r"(?<=\d)[ \u202f](?=\$(?!\w))"), NBSP),
    (re.compile(rf"(?<=\d)i?[èée]me(s?)\b{_DONE}"), r"e\1"),
    (re.compile(rf"(?<![\w.-])({_ROMAN})i?[èée]me(s?)\b{_DONE}"), r"\1e\2"),
    (re.compile(rf"{_ALONE}1[èée]re(s?)\b{_DONE}"), r"1re\1"),
    (
        re.compile(
            rf"(?:{_ALONE}|(?<=h-))(?:(\d{{1,2}})(?:h|{_SPACE}h{_SPACE}?)([0-5]\d)|(\d\d)H([0-5]\d))(?!{_SPACE}?(?:min|h\b)){_DONE}"
        ),
        _hour,
    ),
    # « 24h Le Mans » is a name.
    (re.compile(rf"(?:{_ALONE}|(?<=h-))(\d{{1,2}})h(?!{_SPACE}[A-ZÀ-Ý])(?!\w|[.,:/]\w|-{_LETTER})"), rf"\1{NBSP}h"),
    (re.compile(rf"{_ALONE}(\d+)(km|kg)(?!\w|[.,:-]\w)"), rf"\1{NBSP}\2"),
    (re.compile(rf"(?<=\d)[ \u202f](?=(?:{_UNITS})(?:[²³]|/[a-z]+)?(?![\w'’./@-]|{_SPACE}?[:=]))"), NBSP),
    (re.compile(rf"(?<=\d)[ \u202f](?=(?:{_UNITS})\.(?!\w))"), NBSP),
    (re.compile(r"(?<=\b[nN]°) ?(?=\d)"), NBSP),
    (
        re.compile(r"(?:(?<=\bM\.)|(?<=\bMM\.)|(?<=\bMme)|(?<=\bMmes)|(?<=\bMlle)|(?<=\bDr)|(?<=\bMgr)) (?=[A-ZÀ-Ý])"),
        NBSP,
    ),
)
_SPACES: tuple[_Rule, ...] = (
    # Not before or behind a line, nor behind a list's mark: there Markdown counts them.
    (
        re.compile(r"(?m)(?<!^\d\.)(?<!^\d\d\.)(?<=[\w»”’,;:!?…)\]%€$.\ue000]) {2,}(?=[^\s|])"),
        " ",
    ),
    (re.compile(r"(?<=[\w»”’)\]…\ue000])[ \u00a0\u202f]+(?=,(?:\s|$))"), ""),
    (re.compile(rf"(?<=[^\W_]{{2}}{_SPACE});(?={_LETTER}{{2}}[^\s;:=&]*(?:\s|$))"), "; "),
    # Letters, figures and commas only: an address, a file or code has other signs.
    (
        re.compile(
            rf"(?<![^\s(«“\u00a0])(?=[^\W_]{{2}}){_WORD}(?:[,;]{_WORD})+(?=[\s,;:!?…)»”\u00a0\u202f]|\.(?!\w)|$)"
        ),
        _after_comma,
    ),
)
_MARKS: tuple[_Rule, ...] = (
    (re.compile(rf"«{_GAP}(?=[^\n])"), "«" + NBSP),
    (re.compile(rf"(?<=[^\s«]){_GAP}»"), f"{NBSP}»"),
    # A colon or semicolon inside a time, a ratio or a name of ports has no space behind it and is left alone.
    (re.compile(rf"(?<=[^\s:;!?«“(\[]){_GAP}([:;])(?=[ \t\u00a0\u202f\n]|$)"), _per_sign),
    (re.compile(r"(?<=[^\s:;!?«“(\[])[ \t\u202f]+([?!]+)(?=[\s\u00a0\u202f»”\")\]*_.,…]|$)"), _per_sign),
    # A name may end in its own mark (« Yahoo! a dit »): where a small letter follows, nothing is put in.
    (re.compile(r"(?<=[^\s:;!?«“(\[])([?!]+)(?=[\u00a0\u202f»”\")\]*_]|\n|$|[ \t]+[^\s\W\d_a-zà-öø-ÿœ])"), _per_sign),
)
_CAPITALS: tuple[_Rule, ...] = ((re.compile(r"\bE(?=tats-Unis\b|tats-membres\b|TATS-UNIS\b|TATS-MEMBRES\b)"), "É"),)
RULES: tuple[_Rule, ...] = (*_APOSTROPHES, *_STOPS, *_FIGURES, *_SPACES, *_MARKS, *_CAPITALS)
