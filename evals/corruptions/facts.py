"""Figures, dates, names and studies spoilt: what a rule can see against the source."""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random

from evals.corruptions.sheet import Kind, Sheet, Spoilt, Spot, everywhere, replaced, respelt, swapped_words
from pipeline.verify.prepare import words_of
from pipeline.verify.times.dates import DAYS, MONTHS

__all__ = ["FACTS"]

_NUMBER = r"(?<![\w.,\u00a0-])(?<!\d )\d{1,3}(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?(?![\w-])(?![ \u00a0]?\d)"
_FIGURE = _NUMBER + r"(?! (?:" + "|".join(MONTHS["fr"]) + "))"
_MONTHS, _DAYS = MONTHS["fr"], DAYS["fr"]
_MONTH = "|".join(_MONTHS)
_HEDGES = (
    r"(?<![’'])(?:jusqu[’']à|plus de|moins de|au moins|au plus|environ|près de|à peu près|presque|quelque|autour de"
    r"|pouvant atteindre) (?=(?:l[’'])?\d)"
)
_UNITS = {
    "heures": "jours",
    "jours": "semaines",
    "semaines": "mois",
    "mois": "ans",
    "minutes": "heures",
    "secondes": "minutes",
    "ans": "mois",
    "kilomètres": "mètres",
    "mètres": "kilomètres",
    "hectares": "kilomètres carrés",
    "mégawattheures": "gigawattheures",
    "kilowattheure": "mégawattheure",
    "kilos": "tonnes",
    "tonnes": "kilos",
    "mégawatts": "gigawatts",
    "litres": "mètres cubes",
}
_TURNED = {"plus de": "moins de", "au moins": "au plus", "jusqu’à": "au moins", "jusqu'à": "au moins"}
_SPELT = {"deux": "quatre", "trois": "cinq", "quatre": "six", "cinq": "sept", "six": "neuf", "sept": "quatre"} | {
    "huit": "cinq",
    "neuf": "six",
    "dix": "douze",
    "onze": "treize",
    "douze": "quinze",
    "quinze": "vingt",
    "vingt": "trente",
}


def _another_digit(match: re.Match[str]) -> str:
    text = match.group()
    at = next(n for n, one in enumerate(text) if one.isdigit())
    return text[:at] + str(int(text[at]) % 9 + 1) + text[at + 1 :]


def _unlike_source(change: Callable[[re.Match[str]], str | None], pattern: str) -> Callable[[Sheet], Iterator[Spot]]:
    """Only changes whose result the source does not happen to hold."""

    def find(sheet: Sheet) -> Iterator[Spot]:
        known = {re.sub(r"\D", "", one) for one in re.findall(r"\d[\d,.\u00a0 ]*", sheet.text)}
        for spot in replaced(pattern, change)(sheet):
            if re.sub(r"\D", "", spot.text) not in known:
                yield spot

    return find


def _digits_turned(match: re.Match[str]) -> str | None:
    text = match.group()
    places = [n for n, one in enumerate(text) if one.isdigit()]
    for one, other in pairwise(places):
        if text[one] != text[other] and text[other] != "0":
            letters = list(text)
            letters[one], letters[other] = letters[other], letters[one]
            return "".join(letters)
    return None


def _other(names: list[str], step: int) -> Callable[[re.Match[str]], str | None]:
    def change(match: re.Match[str]) -> str | None:
        word = match.group()
        low = names[(names.index(word.lower()) + step) % len(names)]
        return low.capitalize() if word[0].isupper() else low

    return change


def _new_month(sheet: Sheet) -> Iterator[Spot]:
    yield from replaced(rf"(?<=\d )(?:{_MONTH})|(?<=en )(?:{_MONTH})|(?<=fin )(?:{_MONTH})", _other(_MONTHS, 5))(sheet)


def _other_currency(match: re.Match[str]) -> str:
    old = match.group()
    new = "yens" if "livres" in old else "roubles" if "euros" in old else "pesos"
    return f"de {new}" if old.startswith("d") and old != "dollars" else new


def _strangers(sheet: Sheet) -> Iterator[Spot]:
    """The last word of a two-word name of the source, given to a stranger."""
    for spot in _surnames(sheet):
        yield spot._replace(text="Delcourt-Vanier")


def _surnames(sheet: Sheet) -> Iterator[Spot]:
    known = set(words_of(sheet.text))
    pattern = r"(?<=[A-ZÀ-Þ]\w)(?:\w*) (?P<last>[A-ZÀ-Þ][a-zà-ÿ]{3,})(?![\w-])"
    for path, text in ((one.path, one.text) for one in sheet.parts):
        if re.match(r"body|standfirst|tldr|sections.*blocks", path):
            for match in re.finditer(pattern, text):
                if set(words_of(match["last"])) <= known:
                    yield Spot(path, match.start("last"), match.end("last"), match["last"])


def _misspelt(sheet: Sheet) -> Iterator[Spot]:
    turned = str.maketrans("aeioulnrst", "eaoairuznd")
    for spot in _surnames(sheet):
        yield spot._replace(text=spot.text[:2] + spot.text[2].translate(turned) + spot.text[3:])


def _at_ends(sheet: Sheet, text: str, where: str = r"body|sections.*blocks") -> Iterator[Spot]:
    """A text put at the end of a paragraph that does not end a list."""
    for part in sheet.parts:
        if re.match(where, part.path) and part.text.endswith((".", "?", "!")) and not part.text.startswith("- "):
            yield Spot(part.path, len(part.text), len(part.text), text)


def _added(text: str) -> Callable[[Sheet], Iterator[Spot]]:
    return lambda sheet: _at_ends(sheet, text)


def _organisation(sheet: Sheet) -> Iterator[Spot]:
    for one in sheet.reported:
        yield Spot(one.part, one.end - 1, one.end, ", selon la fondation Brauvel-Dorn.")


def _mark_dropped(sheet: Sheet, seed: Random) -> Spoilt | None:
    data = sheet.draft.model_dump(mode="json")
    marked = [n for n, one in enumerate(data.get("actions", ())) if one["outside_knowledge"]]
    if not marked:
        return None
    n = seed.choice(marked)
    data["actions"][n]["outside_knowledge"] = []
    return Spoilt(type(sheet.draft).model_validate(data), f"actions[{n}]")


def _invented_legal(sheet: Sheet, seed: Random) -> Spoilt | None:
    terms = (("fraude", "fraud"), ("faillite", "bankrupt"), ("escroquerie", "scam|swindl"), ("corruption", "corrupt"))
    absent = [french for french, english in terms if not re.search(f"{french}|{english}", sheet.text, re.I)]
    spots = [one for word in absent for one in _at_ends(sheet, f" L’affaire relève de la {word}.")]
    if not spots:
        return None
    spot = seed.choice(spots)
    return Spoilt(respelt(sheet.draft, spot), spot.part)


_STUDY = " Une étude de l’université de Lestrade parue l’an dernier confirme ces conclusions."
_REPORT = " D’après un rapport de l’OCDE, la tendance touche désormais tous les pays voisins."
_INVENTED = " Le fondateur du groupe a revendu sa collection de voitures anciennes pour payer ses avocats."
_PLACE = " Une manifestation a réuni les opposants à Clermont-Ferrand."

FACTS: tuple[Kind, ...] = (
    Kind("chiffre", "rule", everywhere(_unlike_source(_another_digit, _FIGURE))),
    Kind("chiffres-intervertis", "rule", everywhere(_unlike_source(_digits_turned, _FIGURE))),
    Kind("ordre-de-grandeur", "rule", everywhere(swapped_words({"millions": "milliards", "million": "milliard"}))),
    Kind("virgule", "rule", everywhere(_unlike_source(lambda match: match.group().replace(",", ""), r"\d+,\d+"))),
    Kind("nombre-en-lettres", "rule", everywhere(replaced(
        rf"(?<![\w-])(?:{'|'.join(_SPELT)})(?= (?!tiers|quarts|fois|points)[a-zà-ÿ]{{3,}})",
        lambda match: _SPELT[match.group()], facts=True))),
    Kind("fraction", "rule", everywhere(swapped_words({"de la moitié": "du tiers", "à la moitié": "au tiers", "la moitié": "le tiers", "un tiers": "un quart",
        "un quart": "un tiers", "les deux tiers": "les trois quarts", "un cinquième": "un dixième"}, both=False))),
    Kind("unité", "rule", everywhere(replaced(
        rf"(?<=\d[ \u00a0])(?:{'|'.join(_UNITS)})\b", lambda match: _UNITS[match.group()]))),
    Kind("monnaie", "rule", everywhere(replaced(
        r"(?<=[\d s] )(?:de )?(?:euros|dollars|livres)\b(?! et)|d[’']euros\b", _other_currency))),
    Kind("pourcent-points", "rule", everywhere(replaced(r"(?<=\d)[ \u00a0]%", " points"))),
    Kind("nuance-retirée", "rule", everywhere(replaced(_HEDGES, ""))),
    Kind("nuance-ajoutée", "rule", everywhere(replaced(
        rf"\b(?!environ|quelque|presque|entre|contre|autre|page|année|atteindre|pour)([a-zà-ÿ]{{2,}}(?:e|ent|it|é|és|ait|ont)|sont|ont|par|sur) (?={_FIGURE} [a-z])",
        r"\1 plus de ", facts=True))),
    Kind("nuance-inversée", "rule", everywhere(replaced(
        r"(?:plus de|au moins|jusqu[’']à) (?=\d|la moitié|un tiers)", lambda match: f"{_TURNED[match.group()[:-1]]} "))),
    Kind("jour-du-mois", "rule", everywhere(_unlike_source(
        lambda match: str(int(match.group()) % 27 + 2), rf"(?<!\d)\d{{1,2}}(?= (?:{_MONTH}))"))),
    Kind("mois", "rule", everywhere(_new_month)),
    Kind("année", "rule", everywhere(_unlike_source(
        lambda match: str(int(match.group()) - 7), r"(?<![\d ,])(?<=[ (])(?:19|20)\d\d(?![\d-])"))),
    Kind("jour-de-semaine", "rule", everywhere(replaced(rf"\b(?:{'|'.join(_DAYS)})\b", _other(_DAYS, 3), facts=True))),
    Kind("période", "rule", everywhere(swapped_words(
        {"par an": "par mois", "par mois": "par jour", "par jour": "par an", "chaque année": "chaque mois",
         "chaque mois": "chaque jour", "chaque jour": "chaque mois"}, both=False))),
    Kind("nom-mal-écrit", "rule", everywhere(_misspelt)),
    Kind("nom-inconnu", "rule", everywhere(_strangers)),
    Kind("étude-inventée", "rule", everywhere(_added(_STUDY))),
    Kind("rapport-inventé", "rule", everywhere(_added(_REPORT))),
    Kind("phrase-inventée", "rule", everywhere(_added(_INVENTED))),
    Kind("lieu-inventé", "rule", everywhere(_added(_PLACE))),
    Kind("organisation-inventée", "rule", everywhere(_organisation)),
    Kind("marque-extérieure-retirée", "rule", _mark_dropped),
    Kind("mot-de-droit", "rule", _invented_legal),
)  # fmt: skip
