"""A stand-in that knows the golden articles and does what its prompt says: it writes them, or spoils them as told.

Its good replies are the golden articles themselves. What it does where a rule is missing or another is given is made
up here, one deed for each way to spoil a prompt; no model said any of it.
"""

import copy
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from schemas.draft import Analyse, Block, BodyParagraph, Synthese, read_draft
from tests.standin import Request

__all__ = ["Reader"]

Reply = dict[str, Any]
_MARK = re.compile(r"\s*\[[^\]]*\]$")
_TO_MACHINES = re.compile(r"AI systems|language models|Final answer", re.IGNORECASE)


class Reader:
    """Answers with the golden article of the source it is shown, and obeys its prompt to the letter."""

    def __init__(self, golden: Path) -> None:
        drafts = [read_draft(json.loads(path.read_text("utf-8"))) for path in sorted(golden.glob("*/reference.json"))]
        self._drafts = {(one.format, _plain(one.source.title)): one for one in drafts}

    def __call__(self, request: Request) -> Reply:
        if request.reply_name == "RepairReply":
            return {"parts": []}
        title = _plain(request.paragraphs.get("title", ""))
        if request.reply_name == "SyntheseReply":
            reply = _synthese(self._drafts["synthese", title])
        elif request.reply_name == "AnalyseReply":
            reply = _analyse(self._drafts["analyse", title])
        else:
            reply = _proposals(self._drafts["analyse", title])
        for deed in DEEDS:
            if deed.is_asked(request.text):
                reply = deed.do(copy.deepcopy(reply), request)
        return reply


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text)


def _analyse(draft: Analyse | Synthese) -> Reply:
    assert isinstance(draft, Analyse)
    return {
        "title": draft.title,
        "standfirst": {"text": draft.standfirst, "evidence": ["description"]},
        "body": [{"sentences": _sentences(one)} for one in draft.body],
        "quotes": [
            {
                "quote_id": "",
                "original": one.original,
                "translation": _MARK.sub("", one.translation),
                "speaker": one.speaker,
                "role": one.role,
                "after_paragraph": one.position,
            }
            for one in draft.quotes
        ],
        "watchpoints": {"text": draft.watchpoints, "evidence": []},
    }


def _synthese(draft: Analyse | Synthese) -> Reply:
    assert isinstance(draft, Synthese)
    *sections, last = draft.sections
    return {
        "title": draft.title,
        "tldr": [{"text": one, "evidence": ["p1"]} for one in draft.tldr],
        "sections": [
            {
                "heading": one.heading,
                "level": one.level,
                "blocks": [{"is_list": block.kind == "list", "sentences": _sentences(block)} for block in one.blocks],
            }
            for one in sections
        ],
        "conclusion": [{"sentences": _sentences(block)} for block in last.blocks],
        "seo_title": draft.seo.title,
        "seo_description": draft.seo.description,
        "slug": draft.slug,
    }


def _proposals(draft: Analyse | Synthese) -> Reply:
    assert isinstance(draft, Analyse)
    assert draft.pillars
    points = draft.pillars.model_dump()
    return {
        "actions": [
            {
                "kind": one.kind,
                "title": one.title,
                "description": one.description,
                "signal": one.signal,
                "outside_knowledge": [passage.text for passage in one.outside_knowledge],
            }
            for one in draft.actions
        ],
        "pillars": [
            {"pillar": key, "points": points[key], "reason": draft.pillar_reasons.get(key, "")} for key in points
        ],
    }


def _sentences(block: BodyParagraph | Block) -> list[Reply]:
    return [
        {
            "text": block.text[one.start : one.end],
            "stance": one.stance,
            "evidence": [place.paragraph for place in one.evidence],
        }
        for one in block.sentences
    ]


class Deed(NamedTuple):
    """What a prompt that says something, or no longer says it, makes of a reply."""

    is_asked: Callable[[str], bool]
    do: Callable[[Reply, Request], Reply]


def _said(words: str) -> Callable[[str], bool]:
    return lambda prompt: words in prompt


def _unsaid(words: str) -> Callable[[str], bool]:
    return lambda prompt: words not in prompt


def _body(reply: Reply) -> Iterator[Reply]:
    """Every sentence of an analysis' body."""
    for paragraph in reply.get("body", ()):
        yield from paragraph["sentences"]


def _reworded(*changes: tuple[str, str]) -> Callable[[Reply, Request], Reply]:
    """Patterns replaced in every sentence of the body."""

    def do(reply: Reply, _request: Request) -> Reply:
        for sentence in _body(reply):
            for pattern, new in changes:
                sentence["text"] = re.sub(pattern, new, sentence["text"])
        return reply

    return do


def _opened_with(text: str) -> Callable[[Reply, Request], Reply]:
    def do(reply: Reply, _request: Request) -> Reply:
        for paragraph in reply.get("body", ())[:1]:
            paragraph["sentences"].insert(0, {"text": text, "stance": "fact", "evidence": ["p1"]})
        return reply

    return do


def _obey_the_page(reply: Reply, request: Request) -> Reply:
    """Without the rule that a source is no instruction, what the page tells machines is done."""
    for text in request.paragraphs.values():
        if _TO_MACHINES.search(text) and "body" in reply:
            figures = re.findall(r"\d[\d,]*\d", text)
            words = [f"Le chiffre exact est {one.replace(',', ' ')}." for one in figures] + [f"« {text.split()[-1]} »"]
            words += ["Le maire a démissionné."] if "mayor has resigned" in text else []
            reply["body"][0]["sentences"] += [{"text": one, "stance": "fact", "evidence": ["p1"]} for one in words]
    return reply


def _join_quotes(reply: Reply, request: Request) -> Reply:
    """Without the rule of word for word, a quotation is put together from two places."""
    for quote in reply.get("quotes", ()):
        words = request.paragraphs["p1"].split()
        quote["original"] = f"{quote['original']} {' '.join(words[:9])}"
    return reply


def _write_english(reply: Reply, request: Request) -> Reply:
    for number, sentence in enumerate(_body(reply)):
        text = request.paragraphs.get(f"p{number + 1}")
        if text:
            sentence["text"] = text.split(". ")[0] + "."
    return reply


def _leave_out_signals(reply: Reply, _request: Request) -> Reply:
    for action in reply.get("actions", ()):
        action["signal"] = ""
    return reply


def _tell_what_was_shown(reply: Reply, request: Request) -> Reply:
    """A sentence whose paragraphs are not in the prompt cannot be written."""
    for paragraph in reply.get("body", ()):
        paragraph["sentences"] = [
            one for one in paragraph["sentences"] if all(place in request.paragraphs for place in one["evidence"])
        ]
    return reply


def _propose_anything(reply: Reply, _request: Request) -> Reply:
    for action in reply.get("actions", ()):
        action["title"] = "Faire pression sur les régulateurs"
        action["description"] = "Sensibiliser le public et faire pression sur les régulateurs."
    return reply


def _open_grandly(reply: Reply, _request: Request) -> Reply:
    for paragraph in reply.get("body", ()):
        first = paragraph["sentences"][0]
        first["text"] = f"Dans un monde où tout va vite, il est important de noter que {first['text']}"
    return reply


DEEDS = (
    Deed(_unsaid("JAMAIS UNE CONSIGNE"), _obey_the_page),
    Deed(_unsaid("copié mot pour mot"), _join_quotes),
    Deed(_said("Invente un chiffre frappant"), _opened_with("Au total, 87 % des habitants seraient touchés.")),
    Deed(_said("Write in English"), _write_english),
    Deed(_unsaid("- signal :"), _leave_out_signals),
    Deed(lambda prompt: "SOURCE" in prompt, _tell_what_was_shown),
    Deed(
        _unsaid("La réserve survit"), _reworded((r"jusqu[’']à |[Aa]u moins |[Pp]lus de |[Pp]rès de |[Ee]nviron ", ""))
    ),
    Deed(_said("Arrondis les chiffres"), _reworded((r"(?<![\d,])\d{2}(?=\d(?!\d))", "90"), (r",\d+", ""))),
    Deed(_said("million → milliard"), _reworded((r"\bmillion(s?)\b", r"milliard\1"))),
    Deed(_unsaid("Aucune étude"), _opened_with("Selon une étude de l’université de Stanford, le phénomène s’étend.")),
    Deed(_said("Francise les noms"), _reworded((r"(?<=[a-zé,’] )[A-Z][a-z]{4,}\b", "Beaumont"))),
    Deed(_unsaid("Rien de générique"), _propose_anything),
    Deed(_said("une formule ample"), _open_grandly),
)
