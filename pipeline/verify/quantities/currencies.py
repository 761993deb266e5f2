"""Currencies in both languages: their names, whose they are, and pounds that weigh told from pounds that pay."""

import re
from typing import Literal

__all__ = ["CURRENCY_WORDS", "issuer_of", "weighs"]

# "New Zealand dollars", "Swiss francs": whose the money is stands before it in English, in a capital.
_WHOSE = r"(?:U\.?S\.? |(?:(?-i:[A-Z])[\w.’'-]+ ){1,3})?"
_DE = r"(?:d[e'’] ?)?"
# "Fourteen won", "20 marks" and "a dram" are no money unless millions of them are told; on one side as on the other, or
# a right rendering would be told as money on one side alone.
_IN_MILLIONS = r"(?:(?<=[mb]illion )|(?<=trillion )|(?<=[bt]n ))"
_EN_MILLIONS = r"(?:(?<=illions.de.)|(?<=illiards.de.)|(?<=illion.de.)|(?<=illiard.de.))"

# Pattern right after the number in English, in French, name.
CURRENCY_WORDS: tuple[tuple[str, str, str, Literal["money"]], ...] = tuple(
    (_WHOSE + rf"(?:{english})", _DE + rf"(?:{french})", name, "money")
    for english, french, name in (
        (r"dollars?\b", r"dollars?\b|\$|US\$", "dollar"),
        (r"euros?\b|€", r"euros?\b|€", "euro"),
        (r"pounds? sterling\b|pounds?\b|£", r"livres? sterling|livres\b|£", "pound"),
        (r"yen\b", r"yens?\b", "yen"),
        (r"yuan\b|renminbi\b", r"yuans?\b|renminbis?\b", "yuan"),
        (r"francs?\b", r"francs?(?: suisses)?\b", "franc"),
        (r"rupees?\b", r"roupies?\b", "rupee"),
        (r"rupiahs?\b", r"roupies? indonésiennes?\b|rupiahs?\b", "rupiah"),
        (r"roubles?\b|rubles?\b", r"roubles?\b", "rouble"),
        (r"pesos?\b", r"pesos?\b", "peso"),
        (r"kron(?:or|er|a|e)\b|krón(?:a|ur)\b|korunas?\b|crowns?\b", r"couronnes?\b", "krone"),
        (r"rand\b", r"rands?\b", "rand"),
        (r"reais\b", r"reais\b|réaux\b|reals?\b", "real"),
        (r"zlotys?\b|złot(?:y|ych)\b", r"zlotys?\b", "zloty"),
        (r"forints?\b", r"forints?\b", "forint"),
        (r"liras?\b", r"livres? turques?\b|lires?\b", "lira"),
        (r"dirhams?\b", r"dirhams?\b", "dirham"),
        (r"dinars?\b", r"dinars?\b", "dinar"),
        (r"shekels?\b", r"shekels?\b", "shekel"),
        (r"naira\b", r"nairas?\b", "naira"),
        (r"hryvnias?\b", r"hryvnias?\b", "hryvnia"),
        (r"(?:(?:nuevos?|new) )?soles\b", r"(?:nouveaux )?soles\b", "sol"),
        (r"shillings?\b", r"shillings?\b", "shilling"),
        (_IN_MILLIONS + r"won\b", _EN_MILLIONS + r"wons?\b", "won"),
        (r"baht\b", r"bahts?\b", "baht"),
        (r"ringgit\b", r"ringgits?\b", "ringgit"),
        (r"dong\b", r"dongs?\b", "dong"),
        (r"taka\b", r"takas?\b", "taka"),
        (r"(?:Saudi |Qatari |Omani |Yemeni |Iranian )?ri(?:y)?als?\b", r"riy?als?\b", "rial"),
        (r"tomans?\b", r"tomans?\b", "toman"),
        (r"lei\b", r"lei\b|leus?\b", "leu"),
        (r"leva?\b", r"levs?\b|leva\b", "lev"),
        (r"lari\b", r"laris?\b", "lari"),
        (_IN_MILLIONS + r"drams?\b", _EN_MILLIONS + r"drams?\b", "dram"),
        (r"manats?\b", r"manats?\b", "manat"),
        (r"tenge\b", r"tenges?\b", "tenge"),
        (_IN_MILLIONS + r"s[ou]ms?\b", _EN_MILLIONS + r"sou?ms?\b", "som"),
        (r"tugriks?\b|tögrögs?\b", r"tugriks?\b|tögrögs?\b", "tugrik"),
        (r"cedis?\b", r"cedis?\b", "cedi"),
        (r"birr\b", r"birrs?\b", "birr"),
        (r"kwachas?\b", r"kwachas?\b", "kwacha"),
        (r"kwanzas?\b", r"kwanzas?\b", "kwanza"),
        (r"meticais\b|meticals?\b", r"meticais\b|méticals?\b|meticals?\b", "metical"),
        (r"pulas?\b", r"pulas?\b", "pula"),
        (r"ariary\b", r"ariarys?\b", "ariary"),
        (r"dalasis?\b", r"dalasis?\b", "dalasi"),
        (r"ouguiyas?\b", r"ouguiyas?\b", "ouguiya"),
        (r"bol[ií]var(?:s|es)?\b", r"bolivars?\b|bolivares\b", "bolivar"),
        (r"bolivianos?\b", r"bolivianos?\b", "boliviano"),
        (r"guaran[ií](?:s|es)?\b", r"guaran[ií]s?\b", "guarani"),
        (r"quetzal(?:s|es)?\b", r"quetzals?\b|quetzales\b", "quetzal"),
        (r"lempiras?\b", r"lempiras?\b", "lempira"),
        (r"c[oó]rdobas?\b", r"c[oó]rdobas?\b", "cordoba"),
        (r"gourdes?\b", r"gourdes?\b", "gourde"),
        (r"balboas?\b", r"balboas?\b", "balboa"),
        (r"kyats?\b", r"kyats?\b", "kyat"),
        (r"riels?\b", r"riels?\b", "riel"),
        (r"rufiyaas?\b", r"rufiyaas?\b", "rufiyaa"),
        (r"ngultrums?\b", r"ngultrums?\b", "ngultrum"),
        (r"afghanis\b", r"afghanis\b", "afghani"),
        (_IN_MILLIONS + r"(?:deutsche ?)?marks\b", _EN_MILLIONS + r"(?:deutsche ?)?marks?\b", "mark"),
        (r"kips?\b", r"kips?\b", "kip"),
        (r"pesetas?\b", r"pesetas?\b", "peseta"),
        (r"drachmas?\b|drachmae\b", r"drachmes?\b", "drachma"),
        (r"bitcoins?\b", r"bitcoins?\b", "bitcoin"),
    )
)  # fmt: skip

# Whose money it is: before the word or its sign in English, after the word in French.
_ISSUERS = tuple(
    (code, re.compile(rf"(?:{english})", re.I), re.compile(rf"[ \u00a0](?:{french})", re.I))
    for code, english, french in (
        ("us", r"\bU\.?S\.?(?=\b|\$| )|\bAmerican\b", r"américaine?s?\b|des États-Unis"),
        ("ca", r"\bCanadian\b|\bC(?:A|DN)?\$", r"canadiens\b"),
        ("au", r"\bAustralian\b|\bAU?\$", r"australiens\b"),
        ("nz", r"\bNew Zealand\b|\bNZ\$", r"néo-zélandais\b"),
        ("hk", r"\bHong Kong\b|\bHK\$", r"(?:de )?hong-?[ -]?kong(?:ais)?\b"),
        ("sg", r"\bSingapore(?:an)?\b|\bSG?\$", r"singapouriens\b|de singapour\b"),
        ("tw", r"\bTaiwan(?:ese)?\b|\bNT\$", r"taïwanais\b|de taïwan\b"),
        ("gb", r"\bBritish\b|\bsterling\b|£", r"sterling\b|britanniques\b"),
        ("eg", r"\bEgyptian\b", r"égyptiennes\b"),
        ("lb", r"\bLebanese\b", r"libanaises\b"),
        ("sy", r"\bSyrian\b", r"syriennes\b"),
        ("ch", r"\bSwiss\b", r"suisses\b"),
        ("cfa", r"\bCFA\b", r"CFA\b"),
        ("mx", r"\bMexican\b", r"mexicains\b"),
        ("ar", r"\bArgentine?(?:an)?\b", r"argentins\b"),
        ("cl", r"\bChilean\b", r"chiliens\b"),
        ("ph", r"\bPhilippine\b", r"philippins\b"),
        ("in", r"\bIndian\b", r"indiennes\b"),
        ("pk", r"\bPakistani\b", r"pakistanaises\b"),
        ("se", r"\bSwedish\b|\bkronor\b", r"suédoises\b"),
        ("no", r"\bNorwegian\b", r"norvégiennes\b"),
        ("dk", r"\bDanish\b", r"danoises\b"),
        ("cz", r"\bCzech\b|\bkorunas?\b", r"tchèques\b"),
    )
)  # fmt: skip


def issuer_of(said: str, after: str, side: str) -> str:
    """Whose currency an amount names (`us`, `ca`), empty where it leaves that to the reader."""
    if side == "fr" and re.search(r"sterling|£", said):
        return "gb"
    return next(
        (code for code, english, french in _ISSUERS if (english.search(said) if side == "en" else french.match(after))),
        "",
    )


_WEIGHING = re.compile(
    r"\b(?:weigh\w*|weights?|heav(?:y|ier)|overweight|tips? the scales?)\b[^.;:]{0,40}$"
    r"|\b(?:lost|shed|gained|put on)(?: (?:about|around|some|nearly|more than|over|at least|up to))? $",
    re.I,
)
# "50 pounds of potatoes", "a 20-pound turkey"; "50 pounds of debt" is owed.
_OF_STUFF = re.compile(
    r" of (?!(?:(?:public|private|taxpayers?[’']?|state|government|new|extra|additional|its|their|his|her|the) )*"
    r"(?:money|cash|funds?|funding|aid|debts?|damages?|credit|savings?|cuts?|spending|investments?|income|revenues?|"
    r"sales|taxes|tax|compensation|support|profits?|loans?|grants?|benefits?|fines?|costs?|assets?|losses|pay|wages|"
    r"bonds?|shares|help|relief|budget|subsid\w+|arrears|fees|contracts?|work|value|goods)\b)[a-z]"
    r"| (?:per square inch|heavier|lighter|overweight|in weight)\b",
    re.I,
)
_PAID = re.compile(
    r"-pounds? (?:fine|note|coin|bill|fee|charge|cap|limit|contract|deal|grant|loan|fund|prize|bonus|tax|levy|penalty|"
    r"ticket|fare|payment|budget|scheme|project|plan|investment|donation|bribe|bail|settlement|payout|a-)",
    re.I,
)


def weighs(text: str, start: int, end: int, scale: float) -> bool:
    """Whether English pounds, the figure at `start` to `end`, weigh: money is meant unless the sentence says so."""
    if scale >= 1e6:
        return bool(_WEIGHING.search(text[max(0, start - 60) : start]) and not re.search(r"\blost $", text[:start]))
    if _WEIGHING.search(text[max(0, start - 60) : start]) or _OF_STUFF.match(text, end):
        return True
    hyphened = re.search(r"-pounds?$", text[:end])
    return bool(hyphened) and not _PAID.match(text, end - len(hyphened.group()) if hyphened else end)
