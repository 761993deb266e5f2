"""Made-up replies that obey: valid French, without figures, leaning on the source's own paragraphs and names.

They stand in for a model's words in tests; they are no model's words.
"""

import json
import re
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from tests.standin.request import Request

__all__ = ["obey"]

Reply = dict[str, Any]
_ACTIONS = Path(__file__).with_name("proposals.json")

_FACTS = (
    "La source décrit une décision qui touche directement les personnes concernées.",
    "Le texte précise comment la mesure doit entrer en vigueur et qui la conduit.",
    "Plusieurs interlocuteurs y exposent leurs raisons, sans tous tirer la même leçon.",
    "Les responsables cités défendent leur choix et répondent aux objections.",
    "D'autres voix demandent des garanties avant toute mise en œuvre.",
    "Le calendrier reste ouvert sur plusieurs points que l'article énumère.",
    "Les habitants interrogés disent attendre des explications claires.",
    "Une partie du dossier dépend encore d'un examen à venir.",
    "Le récit revient aussi sur les étapes qui ont précédé cette annonce.",
    "Les documents mentionnés par l'article éclairent la répartition des rôles.",
    "Les partenaires du projet restent liés par leurs engagements respectifs.",
    "La suite dépendra des réponses apportées aux questions posées.",
)
_ANALYSES = (
    "Le schéma est connu : une règle technique déplace une frontière politique sans débat préalable.",
    "Ce déplacement profite à qui tient l'outil et pèse sur qui doit s'y plier.",
    "La question de fond porte sur le contrôle que les citoyens gardent sur ce choix.",
)
_CLOSING = (
    "Le risque principal tient à une mise en œuvre sans contrôle indépendant. La source n'établit pas quels "
    "recours resteraient ouverts aux personnes concernées, et il serait hâtif de lire cette décision comme un "
    "précédent général. Les réponses des responsables pourraient encore évoluer, et la lecture des documents "
    "d'origine reste nécessaire."
)
_STANDFIRST = (
    "Une décision rapportée par la source change les règles pour les personnes concernées et suscite des réserves."
)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")


def obey(request: Request) -> Reply:
    """The reply that a diligent model might give to this request; for an unknown schema, its smallest instance."""
    make = _MAKERS.get(request.reply_name)
    reply = make(request) if make else _smallest(request.schema)
    fitted: Reply = _fitted(reply, request.schema)
    return fitted


def _analyse(request: Request) -> Reply:
    facts = _facts(request)
    body = [{"sentences": list(islice(facts, 4))} for _ in range(3)]
    body.append({"sentences": [{"text": one, "stance": "analysis", "evidence": []} for one in _ANALYSES]})
    return {
        "title": _title(request),
        "standfirst": {"text": _STANDFIRST, "evidence": _ids(request)[:1]},
        "body": body,
        "quotes": _quotes(request),
        "watchpoints": {"text": _CLOSING, "evidence": _ids(request)[-1:]},
    }


def _synthese(request: Request) -> Reply:
    facts = _facts(request)
    points = [{"text": one["text"], "evidence": one["evidence"]} for one in islice(facts, 4)]
    sections = [
        {"heading": heading, "level": 2, "blocks": [{"is_list": False, "sentences": list(islice(facts, 2))}]}
        for heading in ("Ce qui est décidé", "Comment la mesure fonctionne", "Ce qu'en disent les intéressés")
    ]
    closing = [{"text": one, "stance": "analysis", "evidence": []} for one in _ANALYSES]
    return {
        "title": _title(request),
        "tldr": points,
        "sections": sections,
        "conclusion": [{"sentences": closing}],
        "seo_title": "Décision contestée : ce que dit la source",
        "seo_description": "Ce que la décision change, qui elle touche, ce qu'en disent les intéressés et ce qui suit.",
        "slug": "decision-contestee-ce-que-dit-la-source",
    }


def _proposals(request: Request) -> Reply:
    pillars = [
        {"pillar": key, "points": 1, "reason": "La décision rapportée par la source touche à ce pilier."}
        for key in request.keys or ("sovereignty", "unpredictability", "mobility", "factuality", "solidarity")
    ]
    return {"actions": json.loads(_ACTIONS.read_text("utf-8")), "pillars": pillars}


def _translation(request: Request) -> Reply:
    texts = request.paragraphs
    return {"paragraphs": [{"id": one, "text": f"(essai) {texts[one]}"} for one in request.wanted_paragraphs]}


def _repair(request: Request) -> Reply:
    facts = _facts(request)
    return {"parts": [{"part": part, "text": _part_text(part, facts)} for part in request.parts]}


def _part_text(part: str, facts: Iterator[Reply]) -> str:
    if part == "title":
        return "La décision change les règles et suscite des réserves"
    if part == "watchpoints":
        return _CLOSING
    return " ".join(str(one["text"]) for one in islice(facts, 3))


def _verdicts(request: Request) -> Reply:
    """Every claim is found in the first paragraph: what a judge makes of a text is not this stand-in's to say."""
    first = _ids(request)[:1]
    return {
        "verdicts": [
            {"number": number, "evidence": first, "reason": "", "verdict": "supported"} for number in request.claims
        ]
    }


def _one_text(request: Request) -> Reply:
    return {"text": next(_facts(request))["text"]}


def _title(request: Request) -> str:
    names = _NAME.findall(request.paragraphs.get("p1", ""))
    return f"{names[0]} : la décision change les règles" if names else "La décision change les règles pour tous"


def _facts(request: Request) -> Iterator[Reply]:
    """Sentences that report, each leaning on the next paragraph."""
    ids = _ids(request)
    return (
        {"text": text, "stance": "fact", "evidence": [one]}
        for text, one in zip(cycle(_FACTS), cycle(ids), strict=False)
    )


def _ids(request: Request) -> list[str]:
    return [one for one in request.paragraphs if one.startswith("p")] or ["title"]


def _quotes(request: Request) -> list[Reply]:
    """A quote in French needs no translation; another cannot be translated by rule, and none is allowed."""
    if request.language != "fr":
        return []
    return [
        {"quote_id": one, "original": "", "translation": "", "speaker": who, "role": role, "after_paragraph": 1}
        for one, who, role in request.quotes[:1]
    ]


def _fitted(value: Any, schema: dict[str, Any]) -> Any:
    """The value with whatever a narrowed schema's enums do not allow replaced by their first choice."""
    if "enum" in schema:
        return value if value in schema["enum"] else schema["enum"][0]
    if "const" in schema:
        return schema["const"]
    if isinstance(value, dict):
        known = schema.get("properties", {})
        return {key: _fitted(one, known.get(key, {})) for key, one in value.items()}
    if isinstance(value, list):
        return [_fitted(one, schema.get("items", {})) for one in value]
    return value


def _smallest(schema: dict[str, Any]) -> Any:
    if "anyOf" in schema:
        return _smallest(schema["anyOf"][0])
    kind = schema.get("type")
    if kind == "object":
        return {key: _smallest(one) for key, one in schema.get("properties", {}).items()}
    return {"array": [], "string": "texte", "integer": 0, "number": 0.0, "boolean": False}.get(str(kind))


_MAKERS: dict[str, Callable[[Request], Reply]] = {
    "AnalyseReply": _analyse,
    "SyntheseReply": _synthese,
    "ProposalsReply": _proposals,
    "TranslationReply": _translation,
    "RepairReply": _repair,
    "JudgeReply": _verdicts,
    "OneText": _one_text,
}
