"""What French denies and English affirms, of one and the same thing: « ne reprendra pas avant juin » for "from June at the earliest"."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Sequence

from pipeline.verify.prepare import Statement

__all__ = ["is_said_without_denial"]

_NE = r"n(?:e |[’'])"
# What stands at the denial of the claim | what the source says in its place.
_PAIRS = tuple(
    (re.compile(french, re.IGNORECASE), re.compile(rf"\b(?:{english})\b", re.IGNORECASE))
    for french, english in (
        # « Ne pas pouvoir aller plus loin »
        (
            rf"{_NE}(?:pas )?(?:p[eo]u\w+|saurai\w+|ir\w+)(?: pas)?(?: [\w’-]+)? ?(?:aller (?:plus loin|au-delà)|faire (?:mieux|plus|davantage)|(?:offrir|proposer|donner|payer|accorder) (?:plus|davantage|mieux)|plus loin|au-delà)",
            r"best|most|maximum|utmost|limit|as far as|final offer|last offer|last word",
        ),
        # « La majorité n’a pas été réunie »
        (
            rf"{_NE}[^.;:,]{{0,30}}?\bpas[^.;:,]{{0,20}}? (?:réuni|attein|atteign|obten|obtien|suff|recueilli|franchi|rassembl|emport|remport|parven)\w*|{_NE}(?:attei|suffi|parvien|obtien|réuni)\w* pas",
            r"short of|f[ae]ll(?:s|ing)? short|fallen short|shy of|miss(?:es|ed)? (?:the|its|his|her|their|by)|not enough|too few|lack(?:s|ed|ing)?",
        ),
        # « Ne reprendront pas avant la mi-juin »
        (
            rf"{_NE}(?:[ldmst][’']|se |les? |la |y |en )?(?:\w+ )?(?:\w+ )?pas[^.;:,]{{0,40}} (?:avant|plus tôt)\b|{_NE}\w+ pas (?:avant|plus tôt)\b",
            r"at the earliest|not before|earliest|no earlier|not until|only (?:in|on|from|after)",
        ),
        # « N’a pas pris part au vote »
        (
            rf"{_NE}(?:a|ont|avait|avaient) pas (?:pris part|particip|vot|prononc|tranch|choisi)\w*|{_NE}(?:s[’'](?:est|était)|se sont|s[’']étaient) pas (?:prononc|exprim)\w*",
            r"abstain\w*|abstention\w*|absent|stayed away|boycott\w*|sat out",
        ),
        # « Rien n’est joué »
        (
            r"rien n[’'](?:est|était)? ?(?:encore |toutefois |pour autant )?(?:définitif|joué|perdu|acquis|tranché|décidé|scellé|figé|fait)?",
            r"possible|may|might|could|not final|yet to|undecided|can still",
        ),
        # « N’ont jamais cessé de fonctionner »
        (
            rf"{_NE}(?:[ls][’']|se |les? |la )?(?:\w+ )?(?:jamais |pas |plus |guère |point )(?:été )?(?:cess|interromp|arrêt|discontinu|relâch|désempl|faibl|fléchi|désarm)\w*|{_NE}(?:[ls][’']|se |les? |la )?(?:cess|interromp|arrêt|discontinu|relâch|désempl|faibl|fléchi|désarm)\w*",
            r"went on|kept|keeps?|continu\w+|throughout|remain\w*|still|stay\w*|uninterrupted|unbroken|steady|steadily|constant\w*|always|persist\w*|maintain\w*",
        ),
        # « Ne couvrait pas la moitié du territoire »
        (
            rf"{_NE}(?:en |[lys][’'])?(?:\w+ )?\w*(?: \w+ment)? ?pas (?:\w+ )?(?:même |tout à fait )?(?:la moitié|le (?:tiers|quart|dixième)|une? \w+ sur (?:deux|trois|quatre|cinq|dix|cent))\b",
            r"(?:less|fewer|lower) than|under|below|not even|short of|(?:a )?minority|barely",
        ),
        # « Il ne reste plus d’autre boulangerie »
        (rf"{_NE}[^.;:,]{{0,40}}\b(?:d[’']autres?|autre)\b|(?:aucune?|nul|nulle) autre", r"only|last|sole|alone|left|single"),
        # « Ne suffisent peut-être pas » for "may be too short"
        (rf"{_NE}(?:y )?suffi\w*(?: (?:peut-être|sans doute|toujours|donc|probablement))? (?:pas|plus|guère)", r"too \w+|insufficient|inadequate|not enough|short of|scant"),
        # « Sans rapport », « sans lien » with it
        (r"sans (?:aucun |le moindre |nul )?(?:rapport|lien|relation)\b", r"unrelated|unconnected|irrelevant|separate\w*|nothing to do|no (?:link|connection|bearing|relation)|not (?:\w+ )?(?:related|linked|connected)"),
        # « Ne mettra pas un sou de plus »
        (rf"{_NE}\w+ pas (?:un (?:sou|centime|euro)|(?:davantage|plus)\b)", r"no plans? to (?:raise|increase|improve)|final|last"),
    )
)  # fmt: skip


def is_said_without_denial(text: str, at: int, beside: Sequence[Statement]) -> bool:
    """Whether the denial at a place of a French text is the idiom for what one of the statements says without one."""
    return any(french.match(text, at) and any(english.search(one.text) for one in beside) for french, english in _PAIRS)
