"""What a named place or body is: « le comté de Gilead » for "Gilead Township" (EDITORIAL.md, « Facts », 3).

Only a name that the source never writes without its kind is read: the town and the county of one name are two things.
"""

# ruff: noqa: E501 - one row a kind: wrapped, the table cannot be read or compared.

import re
from collections.abc import Iterator

from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Source, Statement, fold, per_source
from pipeline.verify.proper_names.naming import UP
from schemas.finding import Finding

__all__ = ["kinds_exchanged"]

# English | what French may call it
_KINDS = """
county | comté|département
township | canton|commune|municipalité|localité|bourgade|bourg|village|township
city | ville|cité|municipalité|métropole|agglomération|mairie
town | ville|bourg|bourgade|commune|municipalité|localité|cité
village | village|commune|localité|bourg|bourgade|hameau
borough | arrondissement|borough|district|commune|municipalité|quartier
parish | paroisse|commune
province | province
state | état
district | district|quartier|arrondissement|circonscription|secteur
region | région
island | île
lake | lac
river | fleuve|rivière|cours d’eau
bay | baie
valley | vallée
university | université|fac|faculté
college | collège|université|école|institut|faculté
hospital|infirmary | hôpital|centre hospitalier|clinique|établissement|infirmerie
institute | institut|centre
bank | banque
court | tribunal|cour
prison|jail | prison|centre pénitentiaire|maison d’arrêt|établissement|pénitencier
airport | aéroport|aérodrome
harbour|harbor|port | port
station | gare|station
bridge | pont
stadium | stade
foundation | fondation
ministry | ministère
"""


def _table() -> tuple[dict[str, frozenset[str]], re.Pattern[str], re.Pattern[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in _KINDS.strip().splitlines():
        english, french = line.split(" | ")
        for one in english.split("|"):
            table[one] = frozenset(fold(each) for each in french.split("|"))
    ours = "|".join(sorted({each for line in _KINDS.strip().splitlines() for each in line.split(" | ")[1].split("|")}, key=len, reverse=True))  # fmt: skip
    theirs = "|".join(table)
    called = re.compile(
        rf"\b(?P<kind>{ours})(?: (?:voisine?|proche|central|centrale|régional|régionale|rurale?))? d(?:e |u |[’']|e la |e l[’'])(?P<name>(?-i:[{UP}])[\w-]+)",
        re.IGNORECASE,
    )
    kind = re.compile(rf"(?P<after>(?: (?:{theirs})\b)+)|(?P<before>\b(?:{theirs}) of (?:the )?\Z)", re.IGNORECASE)
    return table, called, kind


_TABLE, _CALLED, _KIND = _table()


def kinds_exchanged(claim: Statement, source: Source) -> Iterator[Finding]:
    """A kind of place or body that a name has in the claim, where the source always gives it another."""
    for match in _CALLED.finditer(claim.text):
        kinds = _kinds_of(source, match["name"])
        if not kinds or any(fold(match["kind"]) in _TABLE[one] for one in kinds):
            continue
        home = next(one for one in source.statements if match["name"] in one.text)
        message = f"La source dit {cited(home.text, home)}, le texte «\u00a0{match.group()}\u00a0»\u00a0: vérifiez de quel lieu ou organisme il s’agit."
        yield found_in(claim, match.span(), "name-elsewhere", "warning", message, [home])


@per_source
def _kinds_of(source: Source, name: str) -> frozenset[str]:
    """The kinds that the source gives a name; none where it once names it without one."""
    found = set()
    for one in source.statements:
        for match in re.finditer(rf"\b{re.escape(name)}\b(?:[’']s)?", one.text):
            after = _KIND.match(one.text, match.end())
            before = _KIND.search(one.text[: match.start()])
            if after and after["after"]:
                # "The Serravo district court" is a court.
                found.add(after["after"].split()[-1].lower())
            elif before and before["before"]:
                found.add(before["before"].split(" of")[0].strip().lower())
            else:
                return frozenset()
    return frozenset(found)
