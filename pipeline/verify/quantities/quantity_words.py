"""The words around figures, in English and French: orders, units, currencies, bounds, idioms."""

# ruff: noqa: E501 - one row a word family: wrapped, the tables cannot be read or compared.

import re
from typing import Literal

from pipeline.verify.quantities.currencies import CURRENCY_WORDS

__all__ = [
    "BOUNDS_AFTER",
    "BOUNDS_BEFORE",
    "IDIOMS",
    "NOUN_STOPS",
    "RATES",
    "RATE_NAMES",
    "SCALES",
    "UNITS",
    "FigureKind",
]

FigureKind = Literal["count", "percent", "points", "money", "measure", "share", "multiple", "ordinal", "vague", "clock"]

_S = r"[ \u00a0\u202f\u2009-]?"
_SP = r"[ \u00a0\u202f\u2009-]"

SCALES: dict[str, tuple[re.Pattern[str], dict[str, float]]] = {
    "en": (
        re.compile(_S + r"(hundred|thousand|million|billion|trillion|mn|bn|tn|m|b|k)(?:s)?\b(?!²)", re.I),
        {"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6}
        | {"billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12},
    ),
    "fr": (
        re.compile(_S + r"(milliers?|mille|millions?|milliards?|billions?|Mds?|M)\b(?!²)"),
        {"millier": 1e3, "milliers": 1e3, "mille": 1e3, "million": 1e6, "millions": 1e6, "m": 1e6, "md": 1e9}
        | {"mds": 1e9, "milliard": 1e9, "milliards": 1e9, "billion": 1e12, "billions": 1e12},
    ),
}

# Pattern (matched right after the number), name, kind.
_UNIT_WORDS: tuple[tuple[str, str, str, FigureKind], ...] = (
    (r"basis points?\b", r"points? de base\b", "basis_point", "points"),
    (r"percentage points?|points?\b(?! of)", r"points? de pourcentage|points?\b(?! de vue)(?![ \u00a0]?:)", "point", "points"),
    (r"%|per ?cents?\b|pct\b", r"%|pour ?cents?\b", "percent", "percent"),
    (r"cents?\b", r"cents?\b|centimes?\b", "cent", "money"),
    (r"(?-i:p)\b|pence\b|penn(?:y|ies)\b", r"pence\b|penn(?:y|ies)\b", "penny", "money"),
    *CURRENCY_WORDS,
    (r"(?:square|sq\.?) (?:miles?|mi)\b", r"(?:de )?mill?es? carrés?", "sq_mile", "measure"),
    (r"(?:square|sq\.?) (?:feet|foot|ft)\b", r"(?:de )?pieds? carrés?", "sq_foot", "measure"),
    (r"square kilomet(?:er|re)s?\b|km²", r"(?:de )?kilomètres? carrés?|km²", "sq_km", "measure"),
    (r"square met(?:er|re)s?\b|m²", r"(?:de )?mètres? carrés?|m²", "sq_m", "measure"),
    (r"cubic met(?:er|re)s?\b|m³", r"(?:de )?mètres? cubes?|m³", "m3", "measure"),
    (r"(?:kilomet(?:er|re)s? (?:per|an) hour|km/h|kph)\b",
     r"(?:de )?(?:kilomètres?[ -](?:à l[’']|par )?heure|km/h)\b", "kmh", "measure"),
    (r"(?:miles? (?:per|an) hour|mph)\b", r"mill?es?[ -](?:à l[’']|par )?heure\b|mph\b", "mph", "measure"),
    (r"kilomet(?:er|re)s?\b|kms?\b", r"(?:de )?(?:kilomètres?\b|km\b)", "km", "measure"),
    (r"miles?\b", r"milles?\b(?! \w+ons)|miles?\b", "mile", "measure"),
    (r"met(?:er|re)s?\b|m\b", r"(?:de )?mètres?\b|m\b", "m", "measure"),
    (r"yards?\b", r"yards?\b|verges?\b", "yard", "measure"),
    (r"feet\b|foot\b|ft\b", r"pieds?\b", "foot", "measure"),
    (r"centimet(?:er|re)s?\b|cm\b", r"centimètres?\b|cm\b", "cm", "measure"),
    (r"millimet(?:er|re)s?\b|mm\b", r"millimètres?\b|mm\b", "mm", "measure"),
    (r"inch(?:es)?\b", r"pouces?\b", "inch", "measure"),
    (r"acres?\b", r"acres?\b", "acre", "measure"),
    (r"hectares?\b", r"(?:d[’'])?hectares?\b|ha\b", "hectare", "measure"),
    (r"kilograms?\b|kilos?\b|kg\b", r"(?:de )?(?:kilogrammes?\b|kilos?\b|kg\b)", "kg", "measure"),
    (r"grams?\b|grammes?\b", r"(?:de )?grammes?\b", "gram", "measure"),
    (r"ounces?\b|oz\b", r"onces?\b", "ounce", "measure"),
    (r"(?:metric )?tons?\b|tonnes?\b", r"(?:de )?tonnes?\b", "ton", "measure"),
    (r"lbs?\b", r"livres?\b", "lb", "measure"),
    (r"liters?\b|litres?\b", r"(?:de )?litres?\b", "litre", "measure"),
    (r"gallons?\b", r"(?:de )?gallons?\b", "gallon", "measure"),
    (r"kilowatt[ -]hours?\b|kWh\b", r"kilowattheures?\b|kWh\b", "kWh", "measure"),
    (r"megawatt[ -]hours?\b|MWh\b", r"(?:de )?mégawattheures?\b|MWh\b", "MWh", "measure"),
    (r"gigawatt[ -]hours?\b|GWh\b", r"(?:de )?gigawattheures?\b|GWh\b", "GWh", "measure"),
    (r"megawatts?\b|MW\b", r"(?:de )?mégawatts?\b|MW\b", "MW", "measure"),
    (r"gigawatts?\b|GW\b", r"(?:de )?gigawatts?\b|GW\b", "GW", "measure"),
    (r"terabytes?\b|TB\b", r"téraoctets?\b|To\b", "TB", "measure"),
    (r"gigabytes?\b|GB\b", r"gigaoctets?\b|Go\b", "GB", "measure"),
    (r"(?:degrees? |° ?)(?:Fahrenheit|F)\b|(?-i:F)\b", r"(?:degrés? |° ?)(?:Fahrenheit|F)\b", "fahrenheit", "measure"),
    (r"degrees?\b|°C?F?", r"degrés?\b|°C?F?", "degree", "measure"),
    (r"seconds?\b", r"secondes?\b", "second", "measure"),
    (r"minutes?\b", r"minutes?\b", "minute", "measure"),
    (r"hours?\b", r"heures?\b", "hour", "measure"),
    (r"days?\b", r"jours?\b|journées?\b", "day", "measure"),
    (r"weeks?\b", r"semaines?\b", "week", "measure"),
    (r"months?\b", r"mois\b", "month", "measure"),
    (r"years?(?:[ -]old)?\b", r"ans?\b|années?\b", "year", "measure"),
    (r"decades?\b", r"décennies?\b", "decade", "measure"),
    (r"times\b", r"fois\b|reprises\b", "times", "multiple"),
)  # fmt: skip
UNITS: dict[str, list[tuple[re.Pattern[str], str, FigureKind]]] = {
    "en": [(re.compile(f"{_S}(?:{en})", re.I), name, kind) for en, _, name, kind in _UNIT_WORDS],
    "fr": [(re.compile(f"{_S}(?:{fr})", re.I), name, kind) for _, fr, name, kind in _UNIT_WORDS],
}

_DET = r"(?:(?:the )?ages? of |aged |the |another |a further |a |an |some |its |their |his |her |\$|€|£|US\$)*$"
_LE = r"(?:les? |du |la |l'|un |une |des |de |d'|à |ses |leurs )*$"
BOUNDS_BEFORE: dict[str, list[tuple[re.Pattern[str], str]]] = {
    "en": [
        (re.compile(rf"(?<!\w)(?:{cue}) {_DET}"), bound)
        for cue, bound in (
            (r"no more than|not more than|not over|no greater than|at most|a maximum of|maximum of|cap(?:ped|s|ping)?(?: [\w-]+){0,3} at"
             r"|up to|no longer than|as much as|as many as|as high as|as long as|(?:can|could|may|might)(?: now| soon| even)? reach|reaching|worth up to", "up_to"),
            (r"no fewer than|no less than|not less than|at least|a minimum of|minimum of|as few as", "at_least"),
            (r"within|(?:limited|restricted|confined) to(?: [\w'-]+){1,3} and to|(?:limited|restricted|confined) to|(?:limit|cap|ceiling)(?: (?:on|for) (?:[\w'-]+ ){1,4}of| of)", "within"),
            (r"less than|fewer than|not even|(?:not|n't|never) (?:quite |even )?reach(?:ed)?|fail(?:s|ed|ing)? to reach|nowhere near|(?<!served )(?<!worked )(?<!trained )under|below|(?:low|young|small|short|light|cheap|narrow|slow)er than|short of", "less_than"),
            (r"more than|(?<!hand )(?<!handed )(?<!handing )(?<!take )(?<!took )(?<!taken )(?<!taking )(?<!turn )(?<!turned )(?<!hands )over|above|exceeding|exceeds|exceeded|exceed|in excess of|upwards of|north of|beyond|greater than"
             r"|(?:old|long|high|larg|bigg|wid|heavi|tall|deep|fast)er than|topped|surpassed|surpassing|tops", "more_than"),
            (r"(?<!argued )(?<!argue )(?<!arguing )(?<!talk )(?<!talked )(?<!debate )(?<!debated )(?<!questions )(?<!complaints )"
             r"(?<!asked )(?<!spoke )(?<!concerns )(?<!dispute )(?<!worried )(?<!told )(?<!heard )about|around|roughly|approximately|some|nearly|almost|close to|an estimated|estimated|circa"
             r"|just over|just under|or so", "about"),
        )
    ],
    "fr": [
        (re.compile(rf"(?<!\w)(?:{cue}) ?{_LE}"), bound)
        for cue, bound in (
            (r"pas plus|pas au-delà|jusqu'à|jusqu'en|au plus|au maximum|tout au plus|(?:un )?maximum|maximale?s? de|plafonn\w+(?: (?!depuis\b)[\w'-]+){0,3} à|(?:limit|restrei|born)\w*(?: [\w'-]+){0,3} à|atteindre"
             r"|atteignant|peut aller à|peuvent aller à|sans (?:dépasser|excéder)|(?:dépass|exc[éè]d)\w* pas|pas (?:dépasser|excéder)|plafond", "up_to"),
            (r"pas moins|au moins|au minimum|(?:un )?minimum|minimale?s? de|au bas mot|à partir", "at_least"),
            (r"moins d(?:e|u|es|')|avant(?: l'âge)?|moins qu(?:e|')|inférieure?s? (?:à|aux?)|(?:en |au-)dessous|en deçà|sous la barre|sous|pas même|même pas|pas tout à fait|pas encore|n'attei(?:nt|gn\w+) pas(?: encore)?|sans atteindre", "less_than"),
            (r"plus d(?:e|u|es|')|au-delà|dépass(?:e|ent|é|ée|és|er|ant|ait|aient|era|eront|erait|eraient)(?! d(?:e |['’]))|supérieure?s? (?:à|aux?)|excédant|excèdent?|au-dessus|franchi", "more_than"),
            (r"environ|près|quelque|presque|autour|à peu près|approximativement|quasiment|avoisin(?:e|ent|ant|er)|approch(?:e|ent|ait|aient|er|ant)|frôl(?:e|ent|é|er|ait|ant)"
             r"|aux alentours|à peine|selon (?:les|des|une|ses|leurs) (?:\w+ )?estimations?,|estimée?s? à|proche|un peu plus|un peu moins", "about"),
        )
    ],
}  # fmt: skip
BOUNDS_AFTER: dict[str, list[tuple[re.Pattern[str], str]]] = {
    "en": [
        (re.compile(r",? (?:or|and) (?:more|older|above|higher|over)\b"), "at_least"),
        (re.compile(r",? (?:or|and) (?:less|fewer|younger|under|below)\b"), "up_to"),
        (re.compile(r" or so\b"), "about"),
        (re.compile(r"(?: \w+)? at (?:most|maximum)\b"), "up_to"),
    ],
    "fr": [
        (re.compile(r",? (?:ou|et) (?:plus|davantage)\b"), "at_least"),
        (re.compile(r",? (?:ou|et) moins\b"), "up_to"),
        # « Longues de 30 centimètres pour les plus grandes »
        (
            re.compile(
                r",? (?:de (?:long|haut|large) ?)?,?(?:pour|chez) l[ea]s? plus (?:grand|long|gros|haut|lourd|large|profond)"
            ),
            "up_to",
        ),
        (re.compile(r"(?: [\w-]+){0,3} (?:a|ont) été (?:dépassée?s?|franchie?s?)\b"), "more_than"),
        (re.compile(r"(?: [\w-]+){0,3},? au bas mot\b"), "at_least"),
        (
            re.compile(
                r"(?: (?:d[e’']s? ?)?[\w-]+){0,3},? (?:au (?:plus|maximum)|maximum)\b(?![ \u00a0](?:\d|un[e ]|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|mille|la moitié))"
            ),
            "up_to",
        ),
        (
            re.compile(
                r"(?: (?:d[e’']s? ?)?[\w-]+){0,3},? au (?:moins|minimum)\b(?![ \u00a0](?:\d|un[e ]|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|mille|la moitié))"
            ),
            "at_least",
        ),
        (
            re.compile(
                r"(?: (?:d[e’']s? ?)?[\w-]+){0,3}? (?:environ|à peu près)\b(?![ \u00a0](?:\d|un[e ]|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|mille|la moitié))"
            ),
            "about",
        ),
    ],
}

_EN_N = r"(one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|(?<![\d.,])\d+(?:\.\d+)?)"
_FR_N = r"(une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|vingt|cent|(?<![\d.,])(?<!\d[ \u00a0\u202f\u2009])\d+(?:,\d+)?)"
_EN_SMALL = r"(one|two|three|four|five|six|seven|eight|nine|\d)"
_FR_SMALL = r"(une?|deux|trois|quatre|cinq|six|sept|huit|neuf|\d)"
_EN_OUT = r"((?:an? |one )?hundred|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|100|1,000|10|20|12|[3-9])"
_FR_OUT = r"(deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|vingt|cent|100|10|20|12|[3-9])"
_AINES = (("diz", 10), ("douz", 12), ("quinz", 15), ("vingt", 20), ("trent", 30), ("quarant", 40),
          ("cinquant", 50), ("soixant", 60), ("cent", 100))  # fmt: skip
_AGES = (("twenties", 20), ("thirties", 30), ("forties", 40), ("fifties", 50), ("sixties", 60))
_FRACTIONS = (("cinquième", 5), ("sixième", 6), ("septième", 7), ("huitième", 8), ("dixième", 10), ("centième", 100))
# « Un sixième élevage » is one more, « un sixième en tout » a part.
_NOTHING_RANKED = r"(?=$|[ \u00a0]?[.,;:!?)»]|[ \u00a0](?:en|à|aux?|ont|a|avait|est|sont|était|étaient|sera|seulement|environ|par|dans|chez|sur|contre|après|avant|depuis|pour|avec|sous|entre|lors|plus|moins|qui|que|dont|et|ou|mais|soit|grâce|selon|l[ae]s?|cette?|ces?|d['’]|l['’]|n['’]|ne)\b)"
_FR_FEW = r"(?:des|plusieurs|quelques|de nombreuses|de nombreux|par|de|les|ces)"


def _idioms(
    rows: tuple[tuple[str, float | None, FigureKind, str], ...],
) -> list[tuple[re.Pattern[str], float | None, FigureKind, str]]:
    return [(re.compile(pattern, re.I), value, kind, bound) for pattern, value, kind, bound in rows]


# Pattern, value (None: from its groups), kind, bound. Order matters: the first to claim a place keeps it.
IDIOMS: dict[str, list[tuple[re.Pattern[str], float | None, FigureKind, str]]] = {
    "en": _idioms(
        (
            (r"\b(?:hundreds of millions)\b", 1e8, "vague", ""),
            (r"\btens of millions\b", 1e7, "vague", ""),
            (r"\bhundreds of thousands\b", 1e5, "vague", ""),
            (r"\btens of thousands\b", 1e4, "vague", ""),
            (r"(?<!\d )\bbillions\b", 1e9, "vague", ""),
            (r"(?<!\d )\bmillions\b", 1e6, "vague", ""),
            (r"\bthousands\b|\bseveral thousand\b", 1e3, "vague", ""),
            (r"\bhundreds\b|\b(?:several|a few) hundred\b(?! (?:thousand|million))", 1e2, "vague", ""),
            (r"\b(?:dozens|scores|tens) of\b|\bdozens\b", 10, "vague", ""),
            (r"\btwo[- ]dozen\b", 24, "count", "about"),
            (r"\bthree[- ]dozen\b", 36, "count", "about"),
            (r"\bhalf[- ]a[- ]dozen\b|\bhalf[- ]dozen\b", 6, "count", "about"),
            (r"\b(?:a |one )?dozen\b", 12, "count", "about"),
            *(
                (rf"\bin (?:his|her|their) (?:early |mid-|late )?{word}\b", float(value), "count", "about")
                for word, value in _AGES
            ),
            (r"\bhalf[- ]a[- ]million\b|\bhalf[- ]million\b", 5e5, "count", ""),
            (r"\bhalf[- ]a[- ]billion\b|\bhalf[- ]billion\b", 5e8, "count", ""),
            (
                rf"(?<!\d )(?<!\d[.,] )(?<![\d.,])\b{_EN_SMALL}(?: (?!in\b|of\b|instead\b|ahead\b|because\b)[\w'’]+){{0,2}} (?:in|out of|of every|in every|of) (?:every )?{_EN_OUT}\b(?! (?:years|days|months|weeks|the|them|minutes|hours))",
                None,
                "share",
                "",
            ),
            (r"\btwo[- ]thirds\b", 2 / 3, "share", ""),
            (r"\bthree[- ](?:quarters|fourths)\b", 0.75, "share", ""),
            (r"\b(?:a|one|another|a further)[- ]third\b(?: of\b)?", 1 / 3, "share", ""),
            (r"\b(?:a|one|another|a further)[- ](?:quarter|fourth)\b(?! (?:mile|century|hour))", 0.25, "share", ""),
            (r"\b(?:a|one)[- ]fifth\b(?: of\b)?", 0.2, "share", ""),
            *((rf"\b{word}[- ]fifths\b", n / 5, "share", "") for word, n in (("two", 2), ("three", 3), ("four", 4))),
            (r"\b(?:a|one)[- ]tenth\b(?: of\b)?", 0.1, "share", ""),
            *(
                (
                    rf"\b(?:a|one)[- ]{word}(?= of (?:the|its|their|his|her|our|all|what|those|these)\b)",
                    1 / n,
                    "share",
                    "",
                )
                for word, n in (("sixth", 6), ("seventh", 7), ("eighth", 8), ("ninth", 9))
            ),
            (r"(?<!first )(?<!second )(?<!and a )\bhalf\b|\bhalv(?:e|ed|es|ing)\b", 0.5, "share", ""),
            *(
                (
                    rf"\bevery {word}\b(?= (?!hours?\b|days?\b|weeks?\b|months?\b|years?\b|time\b|night\b|\w+day\b)[a-z])",
                    1 / n,
                    "share",
                    "",
                )
                for word, n in (("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("tenth", 10))
            ),
            (r"\bonce(?= (?:a|an|per|every|each) (?:hour|day|week|month|year)\b)", 1, "multiple", ""),
            (r"\btwice\b|\bdoubl(?:e|ed|es|ing)\b|\btwofold\b", 2, "multiple", ""),
            (r"\btripl(?:e|ed|es|ing)\b|\bthreefold\b", 3, "multiple", ""),
            (r"\bquadrupl(?:e|ed|es|ing)\b|\bfourfold\b", 4, "multiple", ""),
            (r"\btenfold\b", 10, "multiple", ""),
            (rf"\b{_EN_N}(?:-fold| times)\b", None, "multiple", ""),
            (r"(?<![\d.,])(\d+(?:\.\d)?)x\b(?! ?\d)", None, "multiple", ""),
        )
    ),
    "fr": _idioms(
        (
            (rf"{_FR_FEW} centaines de millions\b", 1e8, "vague", ""),
            (rf"{_FR_FEW} dizaines de millions\b", 1e7, "vague", ""),
            (rf"{_FR_FEW} centaines de milliers\b", 1e5, "vague", ""),
            (rf"{_FR_FEW} dizaines de milliers\b", 1e4, "vague", ""),
            (rf"\b{_FR_FEW} milliards\b", 1e9, "vague", ""),
            (rf"\b{_FR_FEW} millions\b", 1e6, "vague", ""),
            (rf"\b{_FR_FEW} milliers\b", 1e3, "vague", ""),
            (rf"\b{_FR_FEW} centaines\b", 1e2, "vague", ""),
            (rf"\b{_FR_FEW} (?:dizaines|douzaines)\b", 10, "vague", ""),
            (r"\bdeux douzaines\b", 24, "count", "about"),
            (r"\btrois douzaines\b", 36, "count", "about"),
            (r"\b(?:une |la )?demi-douzaine\b", 6, "count", "about"),
            *((rf"\b(?:une |la |cette )?{stem}aine\b", float(value), "count", "about") for stem, value in _AINES),
            (r"\bun millier\b", 1e3, "count", "about"),
            (r"\bun demi[- ]million\b", 5e5, "count", ""),
            (r"\bun demi[- ]milliard\b", 5e8, "count", ""),
            (
                rf"(?<!\d)(?<!\d[ \u00a0\u202f])(?<!-)\b{_FR_SMALL}(?: (?!millions|milliards|mille|une?\b|où\b|qui\b|dont\b)[\w'’]+){{0,4}} sur {_FR_OUT}\b(?!-|(?: et)? (?:une?|ans|mois|jours|semaines|années|heures|sites|pages))",
                None,
                "share",
                "",
            ),
            (r"\b(?:les )?deux[- ]tiers\b", 2 / 3, "share", ""),
            (r"\b(?:les )?trois[- ]quarts\b", 0.75, "share", ""),
            *(
                (rf"\b{word} cinquièmes\b", n / 5, "share", "")
                for word, n in (("deux", 2), ("trois", 3), ("quatre", 4))
            ),
            *(
                (rf"\b{word} dixièmes\b", n / 10, "share", "")
                for n, word in enumerate(("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"), 2)
            ),
            (r"\b(?:un|le) tiers d(?:e|es|u|['’])", 1 / 3, "share", ""),
            (r"(?:(?<=\bplus du )|(?<=\bmoins du )|(?<=\bprès du ))tiers\b", 1 / 3, "share", ""),
            (r"(?:(?<=\bplus du )|(?<=\bmoins du )|(?<=\bprès du ))quart\b", 0.25, "share", ""),
            (r"\b(?:d['’]un|un|le) tiers\b(?! (?:de confiance|payant))", 1 / 3, "share", ""),
            (r"\b(?:d['’]un|un|le) quart\b(?! d['’]heure)(?! de siècle)", 0.25, "share", ""),
            *(
                (
                    rf"\b(?:d['’]un|un|le) {word} d(?:e|es|u)\b|\b(?:d['’])?un {word}\b{_NOTHING_RANKED}",
                    1 / n,
                    "share",
                    "",
                )
                for word, n in _FRACTIONS
            ),
            (r"\b(?:la |à |de )?moitié\b|\bdivis\w+ par deux\b", 0.5, "share", ""),
            (
                r"\bune (?:seule )?fois(?= (?:par|chaque|tous les|l['’]) ?(?:heure|jour|semaine|mois|an|année)\b)",
                1,
                "multiple",
                "",
            ),
            (
                r"(?<!\ben )(?<!\bà )\bdoubl(?:e|es|é|ée|és|ées|er|ent|ait|aient|ant|era|eront|ement)\b|\bdeux fois\b|\bà deux reprises\b",
                2,
                "multiple",
                "",
            ),
            (r"\btripl(?:e|es|é|ée|és|ées|er|ent|ait|aient|ant|era|eront|ement)\b", 3, "multiple", ""),
            (r"\bquadrupl(?:e|es|é|ée|és|ées|er|ent|ait|ant|era|ement)\b", 4, "multiple", ""),
            (r"\bdécupl(?:e|é|ée|er|ent|ait|ant)\b", 10, "multiple", ""),
            (rf"\b(?!une? fois){_FR_N} (?:fois|reprises)\b", None, "multiple", ""),
        )
    ),
}
NOUN_STOPS = {
    "en": frozenset(
        [
            "in",
            "of",
            "at",
            "to",
            "and",
            "or",
            "who",
            "that",
            "which",
            "were",
            "was",
            "are",
            "is",
            "have",
            "had",
            "will",
            "from",
            "for",
            "on",
            "by",
            "with",
            "as",
            "than",
            "since",
            "during",
            "without",
            "while",
            "when",
            "after",
            "before",
            "because",
            "despite",
            "unless",
            "per",
            "into",
        ]
    ),
    "fr": frozenset(
        [
            "dans",
            "en",
            "et",
            "ou",
            "qui",
            "que",
            "dont",
            "ont",
            "sont",
            "est",
            "par",
            "pendant",
            "durant",
            "pour",
            "sur",
            "avec",
            "à",
            "au",
            "aux",
            "entre",
            "depuis",
            "vers",
            "chez",
        ]
    ),
}

RATES = {
    "en": re.compile(
        r"^[^,.;:\d]{0,30}?\b(?:(?:a|per|each|every|an) (hour|day|week|month|year)|(hourly|daily|weekly|monthly|annually|annual|yearly))\b",
        re.I,
    ),
    "fr": re.compile(
        r"^[^,.;:\d]{0,30}?\b(?:(?:par|chaque|l['’]) ?(heure|jour|semaine|mois|an|année)|(quotidien|hebdomadaire|mensuel|annuel)(?:s|le|les|lement)?)\b",
        re.I,
    ),
}
RATE_NAMES = {
    "hour": "hour", "hourly": "hour", "heure": "hour", "day": "day", "daily": "day", "jour": "day", "quotidien": "day",
    "week": "week", "weekly": "week", "semaine": "week", "hebdomadaire": "week", "month": "month", "monthly": "month",
    "mois": "month", "mensuel": "month", "year": "year", "annual": "year", "annually": "year", "yearly": "year",
    "an": "year", "année": "year", "annuel": "year",
}  # fmt: skip
