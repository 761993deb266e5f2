"""Whose word a French sentence gives for what it tells: strictly, place by place.

« Ce qui a indigné la Ligue » gives nobody's word, though the Ligue said it; « selon la Ligue » does, and « accuse X d’avoir »
does for what follows it.
"""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

import re

from pipeline.dictionary import infinitive
from pipeline.keeping import per_sentence
from pipeline.verify.alignment import chunk_at

__all__ = ["is_on_someones_word"]

_SAY = (
    r"(?:affirm|assur|déclar|estim|jug|indiqu|expliqu|racont|rapport|avanc|allègu|allégu|accus|reproch|dénonc|soupçonn|révèl|révél|témoign|évoqu|invoqu|plaid|argu|argument|pens|considèr|considér|redout|"
    r"soulign|rappel|rapell|précis|ajout|répliqu|rétorqu|point|relèv|relev|constat|not|signal|martel|clam|jur|insinu|suggèr|suggér|imput|attribu|regrett|déplor|s[’']insurg|s[’']inquièt|s[’']inquiét|critiqu|préten[dt]|"
    r"craign|crain|croi|écri|décri|di[st]|redi|soutien|soutenu|souten|répon|maintien|mainten|reconn|recon|admet|admis|conc[èé]d|convien|aver|prév[ie]|parl|cit|vis|poursui[vt]|inculp|assign|incrimin|sembl|"
    r"par[ao][iî]|appr[ei]|enten|fait valoir|font valoir|faisait valoir|fait état|font état|fait savoir|fait grief|font grief|laiss\w* entendre|tax|qualifi|trait|épingl|mett\w* en cause|met en cause|mis\w* en cause)\w*"
)
# What puts a whole sentence, or the part of it up to a semicolon, on someone's word.
_OVER_ALL = re.compile(
    r"\b(?:selon(?! (?:la|le|les)?quel| qu[e’'])|[dD][’']après|à (?:en croire|l[’']en croire|les croire|l[’']entendre|les entendre)|aux (?:dires|yeux)|au(?:x)? dires? d|de l[’']avis|dit-on|paraît-il|semble-t-il|apparemment|de source|d[’']aveu|de l[’']aveu|d[’']aucuns)\b"
    r"|(?:^|[,;:] )[Pp]our (?:M\.|Mme|l[ea’']|les |sa |son |ses |(?-i:[A-ZÀ-Ý]))[^,;:]{2,80},"
    rf"|[,»] ?(?:(?:a|ont|avait|avaient|s[’']est|se) )?(?:-t-(?:il|elle) )?{_SAY}(?:-t)?(?:-(?:il|elle|ils|elles|on))?(?= ?[,.;:]| (?:l[ea’'’]|les|M\.|Mme|son|sa|ses|un|une|de|au|à|devant|mardi|lundi|mercredi|jeudi|vendredi|samedi|dimanche|(?-i:[A-ZÀ-Ý])))"
    r"|«",
    re.IGNORECASE,
)
# What puts on someone's word only what follows.
_FROM_HERE = re.compile(
    rf"\b(?:{_SAY}|accusations?|allégations?|soupçons?|rumeurs?|plaintes?|reproches?|thèse|version|hypothèse)\b[^;]{{0,90}}?(?:\bque? |\bqu[’']|\bd(?:e |u |es |[’'])|\bavoir |\bêtre |\bpour |: )",
    re.IGNORECASE,
)
_DOUBTS_IT = re.compile(
    r"\b(?:peut|peuvent|pu|peut-être|présum\w+|supposé\w*|prétendu\w*|soi-disant|allégué\w*|éventuel\w*|possible\w*|probable\w*|soupçonn\w+|accus\w+|poursuivi\w*|inculp\w+|mis\w* en examen|prévenu\w*|censée?s?|sembl\w+|si)\b",
    re.IGNORECASE,
)
_RAIT = re.compile(r"\b\w+r(?:ait|aient)\b", re.IGNORECASE)


@per_sentence
def is_on_someones_word(text: str, at: int) -> bool:
    """Whether what a French sentence tells at a place stands on someone's word, or in doubt."""
    start = text.rfind("; ", 0, at) + 1
    end = text.find("; ", at)
    end = len(text) if end == -1 else end
    if _OVER_ALL.search(text, start, end) or _FROM_HERE.search(text, start, at):
        return True
    low, high = chunk_at(text, at)
    return bool(_DOUBTS_IT.search(text, low, high)) or any(
        _is_conditional(one.group().lower()) for one in _RAIT.finditer(text, low, high)
    )


def _is_conditional(word: str) -> bool:
    """« Enregistrerait », « aurait »; « enregistrait » is what was."""
    base = infinitive(word)
    return not base.endswith("er") or re.sub(r"(?:ait|aient)$", "", word) != base.removesuffix("er")
