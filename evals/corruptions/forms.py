"""Language and form spoilt: English left over, repeats, lengths, what a proposal must be."""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Callable, Iterator
from random import Random

from evals.corruptions.sheet import Kind, Sheet, Spoilt, Spot, everywhere, replaced, respelt
from schemas.draft import Analyse, Synthese

__all__ = ["FORMS"]


def _is_english(sheet: Sheet) -> bool:
    return (sheet.article.language or "en") == "en"


def _ends(sheet: Sheet, text: str) -> Iterator[Spot]:
    for part in sheet.parts:
        if re.match(r"body|sections.*blocks", part.path) and part.text.endswith(".") and not part.text.startswith("-"):
            yield Spot(part.path, len(part.text), len(part.text), f" {text}")


def _english_sentence(sheet: Sheet, seed: Random) -> Spoilt | None:
    plain = [one for one in sheet.source_sentences if 8 < len(one.split()) < 30 and not re.search(r"[“”\"]", one)]
    return _put(sheet, seed, seed.choice(plain)) if plain and _is_english(sheet) else None


def _copied_run(sheet: Sheet, seed: Random) -> Spoilt | None:
    plain = [one for one in sheet.source_sentences if len(one.split()) > 16 and not re.search(r"[«»“”\"]", one)]
    return None if not plain or _is_english(sheet) else _put(sheet, seed, seed.choice(plain))


def _repeated(sheet: Sheet, seed: Random) -> Spoilt | None:
    long = [one for one in sheet.reported if one.end - one.start > 60]
    if not long:
        return None
    one = seed.choice(long)
    return _put(sheet, seed, sheet.text_of(one.part)[one.start : one.end])


def _put(sheet: Sheet, seed: Random, sentence: str) -> Spoilt | None:
    spots = list(_ends(sheet, sentence))
    if not spots:
        return None
    spot = seed.choice(spots)
    return Spoilt(respelt(sheet.draft, spot), spot.part)


def _english_words(sheet: Sheet) -> Iterator[Spot]:
    """A clause of English at the end of a sentence."""
    for one in sheet.reported if _is_english(sheet) else ():
        yield Spot(one.part, one.end - 1, one.end, ", which is expected to happen later this year.")


def _english_noun(sheet: Sheet) -> Iterator[Spot]:
    """A French word that stayed in the source's language."""
    words = {
        "entreprise": "company",
        "entreprises": "companies",
        "données": "records",
        "téléphones": "phones",
        "syndicat": "workers’ union",
        "conseil": "council",
        "élèves": "students",
        "utilisateurs": "users",
        "agence": "agency",
        "années": "years",
        "mois": "months",
        "loi": "law",
        "rapport": "findings",
        "livreurs": "riders",
        "hôpital": "healthcare trust",
        "pompiers": "firefighters",
        "maire": "mayor",
    }
    if _is_english(sheet):
        known = [french for french, english in words.items() if re.search(rf"\b{english}\b", sheet.text)]
        pattern = rf"(?<![\w’'-])(?:{'|'.join(known)})(?![\w-])" if known else r"(?!)"
        yield from replaced(pattern, lambda match: words[match.group()], facts=True)(sheet)


def _action(field: str, change: Callable[[str], str | None]) -> Callable[[Sheet, Random], Spoilt | None]:
    """Spoil one field of one proposal."""

    def spoil(sheet: Sheet, seed: Random) -> Spoilt | None:
        actions = sheet.draft.actions if isinstance(sheet.draft, Analyse) else ()
        changed = [
            (n, getattr(one, field), new) for n, one in enumerate(actions) if (new := change(getattr(one, field)))
        ]
        changed = [one for one in changed if one[1] != one[2]]
        if not changed:
            return None
        n, old, new = seed.choice(changed)
        part = f"actions[{n}].{field}"
        return Spoilt(respelt(sheet.draft, Spot(part, 0, len(old), new.strip())), part)

    return spoil


def _weak_verb(text: str) -> str:
    return f"Mettre en place {text[0].lower()}{text[1:]}" if len(text) < 70 else "Faire pression sur les responsables"


def _kinds_alike(sheet: Sheet, _: Random) -> Spoilt | None:
    draft = sheet.draft
    if not isinstance(draft, Analyse) or len(draft.actions) < 2 or draft.actions[0].kind == draft.actions[1].kind:
        return None
    twin = draft.actions[1].model_copy(update={"kind": draft.actions[0].kind})
    return Spoilt(draft.model_copy(update={"actions": (draft.actions[0], twin, *draft.actions[2:])}), "actions[1]")


def _emptied(path: str) -> Callable[[Sheet, Random], Spoilt | None]:
    def spoil(sheet: Sheet, _: Random) -> Spoilt | None:
        old = sheet.text_of(path)
        return Spoilt(respelt(sheet.draft, Spot(path, 0, len(old), "")), path) if old else None

    return spoil


def _grown(path: str, extra: str) -> Callable[[Sheet, Random], Spoilt | None]:
    def spoil(sheet: Sheet, _: Random) -> Spoilt | None:
        old = sheet.text_of(path)
        return Spoilt(respelt(sheet.draft, Spot(path, len(old), len(old), extra)), path) if old else None

    return spoil


def _without_conclusion(sheet: Sheet, _: Random) -> Spoilt | None:
    if not isinstance(sheet.draft, Synthese) or len(sheet.draft.sections) < 2:
        return None
    sections = sheet.draft.sections[:-1]
    return Spoilt(sheet.draft.model_copy(update={"sections": sections}), "sections")


def _listed(sheet: Sheet, _: Random) -> Spoilt | None:
    old = sheet.text_of("body[0]")
    text = "\n".join(f"- {one}" for one in re.split(r"(?<=\.) ", old))
    return Spoilt(respelt(sheet.draft, Spot("body[0]", 0, len(old), text)), "body[0]") if old else None


_LONGER = " et ce que cela change pour tous ceux qui, de près ou de loin, vivent avec depuis le tout début"
_OPENING = "On saura que ça marche quand"

FORMS: tuple[Kind, ...] = (
    Kind("phrase-anglaise", "rule", _english_sentence),
    Kind("membre-anglais", "rule", everywhere(_english_words)),
    Kind("mot-anglais", "rule", everywhere(_english_noun)),
    Kind("suite-copiée", "rule", _copied_run),
    Kind("phrase-répétée", "rule", _repeated),
    Kind("remplissage", "rule", everywhere(lambda sheet: _ends(sheet, "Il est important de noter que rien n’est joué."))),
    Kind("anglicisme", "rule", everywhere(lambda sheet: _ends(sheet, "Il reste à implémenter la mesure."))),
    Kind("symbole-de-monnaie", "rule", everywhere(replaced(r"(?<=\d )millions? (?:d[’']euros|de dollars|de livres)", "M$"))),
    Kind("quantité-dans-une-piste", "rule", _action("description", lambda text: text.rstrip(".") + ", d’ici à 18 mois et pour 80\u00a0% des cas.")),
    Kind("quantité-dans-un-signal", "rule", _action("signal", lambda text: text.rstrip(".") + " dans 37 villes.")),
    Kind("verbe-faible", "rule", _action("title", _weak_verb)),
    Kind("titre-sans-infinitif", "rule", _action("title", lambda text: f"Un plan pour {text[0].lower()}{text[1:]}")),
    Kind("titre-de-piste-long", "rule", _action("title", lambda text: text + _LONGER if len(text) <= 90 else None)),
    Kind("description-courte", "rule", _action("description", lambda text: text[: text.find(" ", 60)] + ".")),
    Kind("signal-absent", "rule", _action("signal", lambda _: " ")),
    Kind("signal-mal-ouvert", "rule", _action("signal", lambda text: text.replace(_OPENING, "Il faudra attendre que"))),
    Kind("précédent-non-marqué", "rule", _action("description", lambda text: text.rstrip(".") + ", sur le modèle du collectif Rivages de Bilbao.")),
    Kind("piste-banale", "rule", _action("title", lambda _: "Sensibiliser le public aux enjeux du numérique")),
    Kind("pistes-du-même-genre", "rule", _kinds_alike),
    Kind("titre-long", "rule", _grown("title", _LONGER)),
    Kind("chapô-long", "rule", _grown("standfirst", " Le reste se lit plus bas, et il y a beaucoup à lire" + _LONGER * 2 + ".")),
    Kind("vigilance-absente", "rule", _emptied("watchpoints")),
    Kind("corps-en-liste", "rule", _listed),
    Kind("conclusion-absente", "rule", _without_conclusion),
)  # fmt: skip
