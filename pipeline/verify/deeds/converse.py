"""Acts that one side tells from the giver and the other from the taker: « A a cédé B à C » for "C bought B from A"."""

# ruff: noqa: E501 - tables of words: wrapped, they cannot be read or compared.

import re

from pipeline.verify.clauses import side_of
from pipeline.verify.prepare import Statement, words_of
from pipeline.verify.proper_names.naming import CAPITAL

__all__ = ["tells_of_buyers", "tells_the_converse"]

# English | French || their converse in English | in French
_VERBS = r"""
buy|buys|bought|buying|acquir\w+|purchas\w+|took over|tak\w+ over | ach[eè]t\w+|achat|acqui\w+|rach[eè]t\w+|rachat|repren\w+|repri[st]\w* || sell\w*|sold|sale|dispos\w+ of|offload\w* | vend\w*|vente|c[èé]d\w+|cession
borrow\w* | emprunt\w+ || len[dt]\w*|loan\w* | pr[êe]t(?:e|é|ée|és|ées|er|ent|ait)
rent\w* from|leas\w+ from | lou\w+ à|locataire\w* || rent\w* (?:out )?to|leas\w+ to | lou\w+ à|donn\w+ en location
receiv\w+|got|inherit\w+|obtain\w* | re[cç]\w+|hérit\w+|obt\w+ || gave|giv\w+|grant\w*|hand\w*|bequeath\w*|donat\w+|award\w* | donn\w+|remi\w+|l[èé]gu\w+|accord\w+|attribu\w+|vers\w+
beat\w*|defeat\w*|won against|win\w* against|overc[ao]m\w+ | bat|batt\w+|vain\w+|l[’']emport\w+|domin\w+ || lost to|los\w+ to|was beaten|were beaten | s[’']inclin\w+|inclinée?s?|perd\w*|défait\w*
precede\w*|c[ao]mes? before | préc[èé]d\w+ || follow\w*|succeed\w* | sui[tv]\w*|succ[èé]d\w+
employ\w*|hire[ds]?|hiring | emploi\w+|employ\w+|embauch\w+ || work\w* (?:for|at) | travaill\w+
teach\w*|taught | enseign\w+|form(?:e|é|er)\b || learn\w*|studi\w+ (?:under|with) | appren\w+|appri[st]\w*|étudi\w+
own\w* | possèd\w+|détien\w+|détenu\w* || belong\w* to | apparti\w+|apparten\w+
"""


def _compiled() -> tuple[dict[str, tuple[re.Pattern[str], re.Pattern[str]]], ...]:
    table = []
    for line in _VERBS.strip().splitlines():
        (en, fr), (other_en, other_fr) = (half.split(" | ") for half in line.split(" || "))
        table.append(
            {
                side: (re.compile(rf"\b(?:{one.strip()})\b", re.I), re.compile(rf"\b(?:{other.strip()})\b", re.I))
                for side, one, other in (("en", en, other_en), ("fr", fr, other_fr))
            }
        )
    return tuple(table)


_PAIRS = _compiled()
_BY = {"en": re.compile(r"\bby\b"), "fr": re.compile(r"\bpar\b")}


# « Dont les clients avaient acheté … »: whoever sells has buyers.
_BUYERS = re.compile(
    r"\b(?:clients?|clientes?|acheteu(?:r|rs|se|ses)|acquéreurs?|collectionneu\w+|particuliers?|repreneurs?|amateurs?|consommateurs?)\b[^.;:]{0,40}\b(?:achet|acqui|pay|pai)\w*",
    re.IGNORECASE,
)
_SOLD = {
    "en": re.compile(r"\b(?:sell\w*|sold|sales?)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:vend\w*|ventes?)\b", re.IGNORECASE),
}


def tells_of_buyers(claim: Statement, source: Statement) -> bool:
    """Whether the claim has clients or collectors buy what the source has somebody sell."""
    return bool(_BUYERS.search(claim.text) and _SOLD[side_of(source)].search(source.text))


def tells_the_converse(claim: Statement, source: Statement) -> bool:
    """Whether the two have converse verbs, in one voice, and two names that they share in the opposite order; or the
    one who acts in the claim is whom the source names after "from" or "to".
    """
    side = side_of(source)
    if _acts_from_the_other_end(claim, source):
        return True
    if bool(_BY["fr"].search(claim.text)) != bool(_BY[side].search(source.text)):
        return False
    converse = any(
        pair["fr"][which].search(claim.text)
        and not pair["fr"][1 - which].search(claim.text)
        and pair[side][1 - which].search(source.text)
        for pair in _PAIRS
        for which in (0, 1)
    )
    return converse and _cross(claim, source)


# Of the pairs those whose first takes from somebody and whose second gives to somebody.
_DEALINGS = 4
_BEYOND = ({"en": "to", "fr": "à|au|aux"}, {"en": "from", "fr": "à|au|aux|de|d[’']|auprès d[eu’']"})


def _acts_from_the_other_end(claim: Statement, source: Statement) -> bool:
    """« Tarn a vendu le terrain » for "the city bought the land from Tarn": whoever acts is named, the other need not be."""
    side = side_of(source)
    for pair in _PAIRS[:_DEALINGS]:
        for which in (0, 1):
            ours = pair["fr"][which].search(claim.text)
            if (
                ours is None
                or pair["fr"][1 - which].search(claim.text)
                or not pair[side][1 - which].search(source.text)
            ):
                continue
            actors = CAPITAL.findall(claim.text[: ours.start()])
            beyond = rf"\b(?:{_BEYOND[which][side]}) (?:the |l[ea’'] ?)?(?:[\w’-]+ ){{0,2}}"
            is_active = not _BY["fr"].search(claim.text, ours.end())
            if is_active and any(re.search(beyond + re.escape(one), source.text) for one in actors):
                return True
    return False


def _cross(claim: Statement, source: Statement) -> bool:
    """Whether the first and the last of the names that both have stand in the opposite order."""
    ours = [word for name in CAPITAL.findall(claim.text) for word in words_of(name) if word in source.words]
    theirs = words_of(source.text)
    return len(set(ours)) > 1 and theirs.index(ours[0]) > theirs.index(ours[-1])
