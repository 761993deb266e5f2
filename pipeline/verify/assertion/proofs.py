"""What someone only claims, suspects or holds possible, told as found, proven or confirmed.

« Comme l’a établi le journal » vouches for what follows; a passage that has only "allegedly" vouches for nothing.
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.verify.assertion.certainty import LOST, near_words
from pipeline.verify.assertion.cues import ABLE
from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["proven_without_proof"]

_PARTICIPLES = (
    r"(?:prouvé|établi|démontré|confirmé|découvert|attesté|corroboré|vérifié|constaté|authentifié|mis (?:au jour|en évidence|en lumière|à nu)|"
    r"fait la (?:preuve|démonstration|lumière)|apporté la preuve|montré|révélé|dévoilé|mesuré|observé|recensé|documenté|exposé|déterminé)e?s?"
)
_PRESENT = (
    r"(?:prouv|démontr|confirm|attest|corrobor|vérifi|constat|montr|révèl|dévoil|document)(?:e|ent|ait|aient)|établi(?:t|ssent|ssait|ssaient)|"
    r"découvr(?:e|ent)|(?:fait|font) la (?:preuve|démonstration|lumière)|(?:apporte|apportent) la preuve|met(?:tent)? (?:au jour|en évidence|en lumière)"
)
_AUX = r"(?:a|ont|avait|avaient) (?:\w+ment |déjà |depuis |aussi |désormais |bien |enfin )?"
_PROVES = re.compile(
    # le rapport établit que, l’enquête a prouvé, en mars, que
    rf"\b(?:{_AUX}{_PARTICIPLES}|{_PRESENT})(?:,? [^,;:.«»]{{1,30}},?)? ?\b(?:que |qu[’'])"
    # comme l’a établi le journal, ce que confirme l’audit
    rf"|\b(?:comme|ainsi que|ce que|ce qu[’']\w+|tel(?:le)?s? que) ?(?:\w+ ){{0,3}}?(?:l[’']|le |les )?(?:{_AUX}{_PARTICIPLES}|{_PRESENT})\b"
    # l’enquête l’a confirmé
    rf"|\bl[’'](?:a|ont|avait|avaient) (?:\w+ment |depuis |aussi |bien )?{_PARTICIPLES}\b|\ble (?:prouve|démontre|confirme|atteste|montre|révèle)(?:nt)?\b"
    # a établi M. Tolmie, a démontré l’enquête
    rf"|, (?:{_AUX}{_PARTICIPLES}|{_PRESENT}) (?=(?-i:[A-ZÀ-Ý])|M\.[ \u00a0]|l[ea’'] ?(?!soir|jour|nuit|matin)|les |son |sa |ses |une? )"
    r"|\b(?:il est|il a été|c[’']est|fait|faits) (?:désormais |maintenant |aujourd[’']hui |bien |dûment |formellement )?(?:prouvé|établi|avéré|acquis|démontré|confirmé|certain|notoire|vérifié|incontest\w+)e?s?\b"
    r"|\b(?:s[’']est|s[’']avère|se sont|est|sont) (?:désormais |bien )?(?:avéré|vérifié|révélé exact|prouvé|démontré|confirmé)e?s?\b"
    r"|\b(?:a|ont|avait|avaient|est|sont|était|étaient|s[’']est) (?:bel et bien|bien(?= (?!accueilli|reçu|vécu|voulu|avancé|progressé|résisté|travaillé|fonctionné|marché|pris|compris|fait|joué|payé|entendu)\w{3,}(?:é|i|u|it|is|ert)e?s?\b))"
    r"|\bquoi qu[’'](?:il|elle|ils|elles|en) (?:en )?di(?:se|sent)\b|\b(?:malgré|en dépit de) (?:les|ses|leurs|des) (?:dénégations|démentis)"
    r"|\bpreuves? (?:que |qu[’']|à l[’']appui|en main)|\b(?:la|une) preuve (?:que |qu[’']|en est)|\bon (?:le )?sait (?:désormais|maintenant|aujourd[’']hui)|\bnul doute\b|\bsans conteste\b",
    re.IGNORECASE,
)
# Words with which a passage itself finds, proves or concludes.
_PROVEN = {
    "en": re.compile(
        r"\b(?:find(?:s|ings?)?|found|prov(?:e|es|ed|en)|proof|show(?:s|ed|n|ing)?|demonstrat\w+|establish\w*|determin\w+|confirm\w*|verif\w+|corroborat\w+|conclud\w+|conclusions?|"
        r"reveal\w*|uncover\w*|expos(?:e[sd]?|ing)|discover\w*|evidence|learn(?:s|ed|t)?|ruled(?! out)|ruling|convict\w*|guilty|admit(?:s|ted)|acknowledg\w+|conced\w+|document(?:s|ed)|recorded|"
        r"detect\w*|observ\w+|not(?:e|es|ed|ing)|notic\w+|identif\w+|traced|measur(?:ed|ements?)|calculat\w+|(?:data|figures|records|documents|results) (?:from|show\w*|suggest\w*|confirm\w*|prove\w*|indicate\w*)|clear(?:ly)?|known|knows?|certain|upheld|according to (?:the|an?|its|their|official) (?:\w+ ){0,3}(?:report|study|audit|data|figures|police|court|ruling|records?|documents?|review|inquiry|investigation|survey|analysis))\b",
        re.IGNORECASE,
    ),
    "fr": _PROVES,
}
_UNPROVEN = {
    "en": re.compile(
        r"\b(?:alleg\w+|purported(?:ly)?|reportedly|apparently|presumably|claim(?:s|ed|ing)?(?= (?:that|to|the|it|he|she|they|\w+ (?:had|have|has|was|were)))|accus\w+|suspect(?:s|ed)?|suspicion|rumou?r\w*|believe[sd]?|thinks?|thought|unproven|unconfirmed|"
        r"unnamed|anonymous|whistle-?blower\w*|lawsuit|complaint|contend\w*|insist(?:s|ed)?|argue[sd]?|(?:is|are|was|were) said to|could(?! not)|might|(?-i:may)(?! \d)|possibl[ey]|perhaps|likely|probabl[ey]|estimate[sd]?|denie[sd]|den(?:y|ying)|disput\w+)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"\b(?:selon|accus\w+|présum\w+|affirm\w+|soutien\w+|prétend\w*|soupçonn\w+|pourrai\w+|\w+r(?:ait|aient))\b", re.I),
}  # fmt: skip
_STILL_DOUBTED = re.compile(
    rf"\b(?:{ABLE}|\w+r(?:ait|aient)|peut|peuvent|peut-être|risqu\w+|possib\w+|probabl\w+|susceptibles?|éventuel\w*|sembl\w+|présum\w+|supposé\w*|allégu\w+)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;:]\s")
# A passage as near as this may be the one that vouches.
_AS_NEAR = 0.1


def proven_without_proof(claim: Statement, near: Sequence[tuple[Statement, float]]) -> Iterator[Finding]:
    """A finding, proof or confirmation told of what the passage only doubts. `near` are passages with their strength."""
    if not near or claim.place.endswith("heading"):
        return
    rivals = [one for one, strength in near if strength >= near[0][1] - _AS_NEAR]
    doubted = next((one for one in rivals if _UNPROVEN[side_of(one)].search(one.text)), None)
    if doubted is None or any(_PROVEN[side_of(one)].search(one.text) for one in rivals):
        return
    words = near_words(doubted, _place(doubted))
    for said in _PROVES.finditer(claim.text):
        start = max((one.end() for one in _STOP.finditer(claim.text, 0, said.start())), default=0)
        stop = _STOP.search(claim.text, said.end())
        if _STILL_DOUBTED.search(claim.text, start, stop.start() if stop else len(claim.text)):
            continue
        message = f"La source ne dit pas que ce soit prouvé, {cited(words, doubted)}\u00a0; {LOST['alleged']}."
        yield found_in(claim, said.span(), "certainty-alleged", "warning", message, [doubted])
        return


def _place(statement: Statement) -> int:
    found = _UNPROVEN[side_of(statement)].search(statement.text)
    return found.start() if found else 0
