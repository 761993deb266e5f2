"""Meanings spoilt: doubt, negation, direction, who does what, a value the source has elsewhere."""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator
from random import Random

from evals.corruptions.denials import denials_turned
from evals.corruptions.people import names_crossed, people_swapped
from evals.corruptions.sheet import Kind, Sheet, Spoilt, Spot, everywhere, replaced, respelt, swapped_words
from schemas.finding import Support

__all__ = ["MEANINGS"]

_POSSIBLE = {
    "pourrait": "va",
    "pourraient": "vont",
    "seraient": "sont",
    "serait": "est",
    "auraient": "ont",
    "aurait": "a",
    "permettrait": "permet",
    "permettraient": "permettent",
    "resteraient": "restent",
    "resterait": "reste",
    "augmenterait": "augmente",
    "coûterait": "coûte",
    "risque de": "va",
    "risquent de": "vont",
}
_PLANNED = {
    "prévoit de": "vient de",
    "prévoient de": "viennent de",
    "compte": "vient de",
    "comptent": "viennent de",
    "entend": "vient de",
    "demandera": "a obtenu",
    "demande": "obtient",
    "demandent": "obtiennent",
    "propose de": "vient de",
    "proposent de": "viennent de",
    "envisage de": "vient de",
}
# What is ranked « d’après l’ancienneté » goes by a criterion: that is no source that could be left out.
_ATTRIBUTIONS = (
    r"(?:(?<!:),? (?:selon|d[’']après) (?!l[’'](?:ancienneté|âge|ordre)\b)(?:[^,.;:]{3,60})(?=[,.;]))|(?:^|(?<=: ))(?:[Ss]elon|[Dd][’']après) [^,.;:]{3,60}, "
    r"|(?<=[a-zà-ÿ] )(?:affirme|assure|estime|soutient|déclare|juge|dit) (?:que |qu[’'])"
)
_OPPOSITES = {
    "hausse": "baisse",
    "augmenté": "diminué",
    "augmente": "diminue",
    "recul": "progrès",
    "reculé": "progressé",
    "recule": "progresse",
    "doublé": "diminué de moitié",
    "monté": "descendu",
    "supérieur": "inférieur",
    "supérieure": "inférieure",
    "avant": "après",
    "gagné": "perdu",
    "acheté": "vendu",
    "autorise": "interdit",
    "autorisé": "interdit",
    "accepté": "refusé",
    "rejeté": "adopté",
    "réduit": "accru",
    "de plus que": "de moins que",
    "soutient": "combat",
    "publics": "privés",
    "favorable": "opposé",
}
_AUXILIARY = (
    r"(?<![’'\w])(?<!n[’'])(?P<aux>a|ont|est|sont|avait|avaient|était|étaient|va|vont|peut|peuvent|doit|doivent)"
)
_SECOND = r"(?= [a-zà-ÿ]{3,}(?:é|ée|és|ées|i|is|it|u|us|ue|er|ir|re|te|rt)\b)(?! (?:pas|plus|jamais|été|rien|que)\b)"
_OFFICES = """
    maire ministre procureur procureure avocat avocate médecin chercheur chercheuse professeur professeure directeur 
    directrice président présidente juge conseiller conseillère enseignant enseignante médiateur médiatrice porte-parole 
    commandant commandante infirmier infirmière syndicaliste économiste ingénieur ingénieure journaliste secrétaire 
    responsable député députée sénateur sénatrice trésorier trésorière agriculteur agricultrice
"""


def _negated(match: re.Match[str]) -> str:
    verb = match["aux"]
    return f"n’{verb} pas" if verb[0] in "aoéeê" else f"ne {verb} pas"


def _unnegated(match: re.Match[str]) -> str:
    return match["verb"]


def _made_certain(sheet: Sheet) -> Iterator[Spot]:
    for spot in swapped_words(_POSSIBLE, both=False)(sheet):
        home = next(one for one in sheet.reported if one.part == spot.part and one.start <= spot.start < one.end)
        # « Selon lui, il aurait modifié » is hearsay said twice: « selon lui, il a modifié » is still true, and so is
        # « il est possible ». Every other conditional is a doubt of its own, whoever is named.
        # « A pu », « ont pu » doubt as « aurait pu » does.
        said_twice = spot.text in ("a", "ont") and re.search(r"[sS]elon |[dD][’']après ", _text(sheet, home))
        if not said_twice and not sheet.text_of(spot.part)[spot.end :].startswith((" possible", " pu ")):
            yield spot


def _attribution_gone(sheet: Sheet) -> Iterator[Spot]:
    for one in sheet.reported:
        text = sheet.text_of(one.part)[one.start : one.end]
        # Where a sentence holds quotation marks, or attributes twice, doubt is still told.
        found = list(re.finditer(_ATTRIBUTIONS, text))
        if (
            len(found) != 1
            or re.search(r"«|rait\b|raient\b|dément|conteste|réplique|répond|selon (?:lui|elle)", text)
            or one.part.startswith(("tldr", "standfirst"))
        ):
            continue
        match = found[0]
        new = re.sub(r"^.*$", "sait que ", match.group()) if match.group().endswith(("que ", "qu’", "qu'")) else ""
        new = new.rstrip("e ") + "’" if new and match.group().endswith(("qu’", "qu'")) else new
        # « 53 %, d’après le syndicat, qui en avait prévu 20 % »: « 53 %, qui en avait prévu » is no French.
        if re.match(r", (?:qui|dont|où|lequel|laquelle)\b", text[match.end() :]):
            continue
        end = match.end()
        if not match.start() and not new:
            new, end = text[end].upper(), end + 1
        yield Spot(one.part, one.start + match.start(), one.start + end, new)


def _turned(sheet: Sheet) -> Iterator[Spot]:
    for spot in swapped_words(_OPPOSITES)(sheet):
        # « D’après » and « peu après » tell no order of events that could be turned; « après de vendre » is no French.
        text = sheet.text_of(spot.part)
        before, old = text[: spot.start], text[spot.start : spot.end]
        if not re.search(r"(?:[dD][’']|peu |plus )$", before) and not (
            old == "avant" and re.match(r" de (?:l[ea]s? |l[’']|s[’']|se )?\w+(?:er|ir|re)\b", text[spot.end :])
        ):
            yield _elided(before, spot)


def _elided(before: str, spot: Spot) -> Spot:
    """« Cela ne diminue pas » becomes « cela n’augmente pas », not « ne augmente »."""
    small = re.search(r"\b(n|d|qu)(?:e |[’'])$", before)
    if small is None:
        return spot
    joint = "’" if spot.text[0] in "aeiouéèêh" else "e "
    return spot._replace(start=small.start(), text=f"{small[1]}{joint}{spot.text}")


def _role_changed(sheet: Sheet) -> Iterator[Spot]:
    """The office that stands before or after a name of the source becomes another's."""
    offices = "|".join(_OFFICES.split())
    near = rf"\b(?P<office>{offices})\b(?=[^.;:]{{0,40}}?,? [A-ZÀ-Þ][\w-]+ [A-ZÀ-Þ])|(?<=[A-ZÀ-Þ][a-zà-ÿ][a-zà-ÿ], )(?P<after>{offices})\b(?! (?:que|qu))"

    def other(match: re.Match[str]) -> str:
        word = match.group()
        return "trésorière" if word[-1] == "e" and word not in ("maire", "ministre", "juge") else "chirurgien"

    yield from replaced(near, other, facts=True)(sheet)


def _value_elsewhere(sheet: Sheet, seed: Random) -> Spoilt | None:
    """A figure becomes one that the source has in another paragraph, of the same form."""
    spots = [
        Spot(one.part, one.start + match.start(1), one.start + match.end(1), value)
        for one in sheet.reported
        for match in re.finditer(
            rf"(?<![\w,.\u00a0-])(?<!\d )(\d[\d\u00a0 ]*(?:,\d+)?)(?=({_AFTER}))", _text(sheet, one)
        )
        for value in _others(sheet, one, match[1].strip(), match[2].strip())
        if match[1] == match[1].strip()
    ]
    return _one_of(sheet, seed, spots)


_AFTER = r"[ \u00a0](?:%|millions? |milliards? |[a-zà-ÿ’]+)"
_TYPES = {
    "%": r"(\d+(?:\.\d+)?)(?: ?%| per ?cent| pour cent)",
    "million": r"(\d+(?:\.\d+)?)(?:m\b| million)",
    "milliard": r"(\d+(?:\.\d+)?)(?:bn\b| billion)",
    "ans": r"(\d+) years",
    "mois": r"(\d+) months",
    "jours": r"(\d+) days",
    "": r"(?<![\w.,$€£-])(\d{1,3}(?:,\d{3})+|\d{2,3})(?= [a-z]{3,})(?! (?:percent|per|million|billion|years|months|days|hours|minutes|p\.m|a\.m))",
}


def _others(sheet: Sheet, sentence: Support, value: str, unit: str) -> Iterator[str]:
    key = next((one for one in ("%", "milliard", "million", "ans", "mois", "jours") if unit.startswith(one)), "")
    if not key and unit in ("heures", "minutes", "secondes", "euros", "livres", "dollars", "points", "janvier", "mai"):
        return
    if not key and (
        len(value) < 2
        or re.match(r"janvier|f[ée]vrier|mars|avril|mai|jui|ao|sept|oct|nov|d[ée]c|mètres|kilo|centime", unit)
    ):
        return
    home = {place.paragraph for place in sentence.evidence}
    mine = re.sub(r"\D", "", value)
    if not key and re.fullmatch(r"(?:19|20)\d\d", mine):
        return
    for paragraph in sheet.article.paragraphs:
        if paragraph.id in home or paragraph.kind not in ("body", "list_item"):
            continue
        for match in re.finditer(_TYPES[key], paragraph.text):
            digits = match[1].replace(",", "\u00a0").replace(".", ",")
            if re.sub(r"\D", "", digits) != mine and not _in_home(sheet, home, match[1]):
                yield digits


def _in_home(sheet: Sheet, home: set[str], digits: str) -> bool:
    return any(digits in one.text for one in sheet.article.paragraphs if one.id in home)


def _text(sheet: Sheet, one: Support) -> str:
    return sheet.text_of(one.part)[one.start : one.end]


def _one_of(sheet: Sheet, seed: Random, spots: list[Spot]) -> Spoilt | None:
    if not spots:
        return None
    spot = seed.choice(spots)
    return Spoilt(respelt(sheet.draft, spot), spot.part)


MEANINGS: tuple[Kind, ...] = (
    Kind("négation-ajoutée", "meaning", everywhere(replaced(_AUXILIARY + _SECOND, _negated, facts=True))),
    Kind("négation-retirée", "meaning", everywhere(replaced(
        r"\b(?:ne |n[’'])(?P<verb>[\w’']+) (?:pas|plus|jamais|rien)\b(?! encore)", _unnegated, facts=True))),
    Kind("démenti-retourné", "meaning", everywhere(denials_turned)),
    Kind("possible-devenu-certain", "meaning", everywhere(_made_certain)),
    Kind("projet-devenu-fait", "meaning", everywhere(replaced(
        rf"(?<!ne )\b(?:{'|'.join(_PLANNED)}) (?=[a-zà-ÿ]+(?:er|ir|re)\b)",
        lambda match: _PLANNED[match.group().strip()] + " ", facts=True))),
    Kind("attribution-retirée", "meaning", everywhere(_attribution_gone)),
    Kind("sens-retourné", "meaning", everywhere(_turned)),
    Kind("fonction", "meaning", everywhere(_role_changed)),
    Kind("personne-pour-une-autre", "meaning", everywhere(people_swapped)),
    Kind("noms-croisés", "meaning", everywhere(names_crossed)),
    Kind("chiffre-d-ailleurs", "meaning", _value_elsewhere),
)  # fmt: skip
