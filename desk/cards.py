"""A draft as cards to read one by one: each a part, or parts that belong together, tied to source and history."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal

from desk import words
from desk.difference import Run, word_difference
from desk.pieces import WEIGHT, Sentence, sentences_of
from desk.sheet import Sheet
from desk.sights import passage
from pipeline.digests import digest_json
from pipeline.gates.margin import open_proposals
from pipeline.gates.office import answers_to, names_of
from pipeline.store.history import pending_rewrites
from pipeline.store.table import Scratch
from pipeline.verify.prepare import prepare
from schemas.base import Closed
from schemas.draft import Analyse
from schemas.finding import Finding, Support
from schemas.house import House
from schemas.parts import Part, iter_parts, part_text, plain_path, stable_path
from schemas.review import Event

__all__ = ["Card", "Field", "cards_of"]

Standing = Literal["todo", "edited", "accepted"]
_FIELDS = {
    "translation": "Traduction",
    "speaker": "Qui parle",
    "role": "Fonction",
    "outlet": "Média",
    "title": "Titre",
    "description": "Description",
    "signal": "Signe",
}
_GROUPS = ("quotes", "actions", "seo", "pillar_reasons")


class Offer(Closed):
    """A part written again, beside the text it would replace."""

    number: int
    changes: tuple[Run, ...]


class Field(Closed):
    """One text of a card. `scratch`: what its reader typed and has not saved; `changes` lead from the model's words."""

    part: str
    path: str
    label: str
    text: str
    sentences: tuple[Sentence, ...]
    findings: tuple[Finding, ...]
    changes: tuple[Run, ...] = ()
    scratch: Scratch | None = None
    offers: tuple[Offer, ...] = ()


class Passage(Closed):
    """Outside knowledge in a proposal: its part, its words, open, confirmed or struck, and by whom."""

    part: str
    text: str
    status: str
    by: str = ""


class Card(Closed):
    """What is read, accepted and struck as one."""

    part: str
    kind: str
    label: str
    fields: tuple[Field, ...]
    standing: Standing = "todo"
    by: str = ""
    blocking: int = 0
    original: str = ""
    original_places: tuple[str, ...] = ()
    outside: tuple[Passage, ...] = ()
    origin: str = ""
    remarks: tuple[Event, ...] = ()
    is_rewritten: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the reader left typing behind here."""
        return any(one.scratch for one in self.fields)


def cards_of(sheet: Sheet, house: House) -> tuple[Card, ...]:
    """The cards of a draft, in the order in which the article will be read."""
    reading = _Reading(sheet)
    groups: dict[str, list[Part]] = defaultdict(list)
    for part in iter_parts(sheet.draft):
        groups[_whole(part.path)].append(part)
    cards = [_card(reading, whole, parts, house) for whole, parts in groups.items()]
    return tuple(sorted(cards, key=lambda card: _place(sheet, card)))


class _Reading:
    """A sheet with what all its cards ask for, looked up once."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.source = prepare(sheet.article)
        self.offers = open_proposals(sheet.history)
        self.supports: dict[str, list[Support]] = defaultdict(list)
        for support in sheet.verification.supports:
            self.supports[support.part].append(support)
        self.found: dict[str, list[Finding]] = defaultdict(list)
        for finding in sheet.verification.findings:
            self.found[finding.part].append(finding)
        self._names: dict[str, frozenset[str]] = {}

    def names(self, path: str) -> frozenset[str]:
        """Every way history may have named a part."""
        if path not in self._names:
            self._names[path] = names_of(self.sheet.draft, path)
        return self._names[path]


def _whole(path: str) -> str:
    """The card a part lies on: a quotation, proposal, the search fields and the score are read as one."""
    kind = path.split("[", maxsplit=1)[0].split(".", maxsplit=1)[0]
    if kind == "pillar_reasons":
        return "pillars"
    return path.rsplit(".", 1)[0] if kind in _GROUPS else path


def _field(reading: _Reading, part: Part) -> Field:
    sheet, name = reading.sheet, stable_path(reading.sheet.draft, part.path)
    standing = (one for one in reading.found[part.path] if not _is_dismissed(sheet, one))
    findings = tuple(sorted(standing, key=lambda one: WEIGHT[one.severity]))
    try:
        written = part_text(sheet.written, name)
    except KeyError:
        written = ""
    offers = tuple(
        Offer(number=one.number, changes=word_difference(part.text, str(one.payload["text"])))
        for one in reading.offers
        if one.payload["part"] in reading.names(part.path)
    )
    return Field(
        part=name,
        path=part.path,
        label=_label(part.path),
        text=part.text,
        sentences=sentences_of(part.text, reading.supports[part.path], findings, reading.source),
        findings=findings,
        changes=word_difference(written, part.text) if written != part.text else (),
        scratch=sheet.scratches.get(name),
        offers=offers,
    )


def _is_dismissed(sheet: Sheet, found: Finding) -> bool:
    answers = answers_to(sheet.history, sheet.draft, found.part, found.code, found.excerpt)
    return any(one.kind == "dismissed" for one in answers)


def _label(path: str) -> str:
    last = path.rsplit(".", 1)[-1]
    return _FIELDS.get(last, words.label(path)) if "." in path else words.label(path)


def _card(reading: _Reading, whole: str, parts: list[Part], house: House) -> Card:
    sheet, fields = reading.sheet, tuple(_field(reading, one) for one in parts)
    kind = whole.split("[", maxsplit=1)[0].split(".", maxsplit=1)[0]
    part = whole if whole in ("pillars", "seo") else stable_path(sheet.draft, whole)
    known = {name for one in (*(field.path for field in fields), whole) for name in reading.names(one)}
    events = tuple(one for one in sheet.history if one.payload.get("part") in known)
    standing, by = _standing(reading, fields, kind)
    card = Card(
        part=part,
        kind=kind,
        label=_card_label(whole),
        fields=fields,
        standing=standing,
        by=by,
        blocking=_open_blocking(sheet, fields),
        remarks=tuple(one for one in events if one.kind == "commented" and one.payload.get("comment")),
        is_rewritten=pending_rewrites(events) > 0,
    )
    return card.model_copy(update=_extras(sheet, whole, house))


def _card_label(whole: str) -> str:
    if whole.startswith("seo"):
        return "Moteurs de recherche"
    if whole.endswith(".heading"):
        return words.label(whole).replace("Section", "Intertitre")
    return words.label(whole)


def _extras(sheet: Sheet, whole: str, house: House) -> dict[str, object]:
    """What a quotation or proposal shows beside its texts."""
    if not isinstance(sheet.draft, Analyse) or "[" not in whole:
        return {}
    index = whole.split("[")[1].rstrip("]")
    if whole.startswith("quotes["):
        original = sheet.draft.quotes[int(index)].original or ""
        return {"original": original, "original_places": passage(sheet.article, original)}
    if whole.startswith("actions["):
        action = sheet.draft.actions[int(index)]
        mark = house.actions[action.kind]
        passages = tuple(
            Passage(part=part, text=one.text, status=one.status, by=_settled_by(sheet, part, one.status))
            for n, one in enumerate(action.outside_knowledge)
            for part in [f"actions[{action.id}].outside_knowledge[{n}]"]
        )
        label = f"Piste\u00a0{int(index) + 1} · {mark.label} {mark.emoji}"
        return {"outside": passages, "origin": action.origin, "label": label}
    return {}


def _settled_by(sheet: Sheet, part: str, status: str) -> str:
    """Who gave a passage of outside knowledge its status; empty while it is open, or where it came so."""
    known = names_of(sheet.draft, plain_path(sheet.draft, part))
    settled = (one for one in reversed(sheet.history) if one.payload.get("part") in known)
    return next((one.actor for one in settled if one.payload.get("status") == status), "")


def _standing(reading: _Reading, fields: tuple[Field, ...], kind: str) -> tuple[Standing, str]:
    """Accepted where every text stands as someone accepted it; edited where a person's words stand in it."""
    history, full = reading.sheet.history, [one for one in fields if one.text]
    accepted = [_last(history, "accepted", reading.names(one.path), digest_json(one.text)) for one in full]
    scored = max((one.number for one in history if _is_scoring(one)), default=0) if kind == "pillars" else 0
    if full and all(one is not None and one.number > scored for one in accepted):
        return "accepted", str(accepted[-1].actor) if accepted[-1] else ""
    for one in fields:
        if one.changes:
            known = reading.names(one.path)
            edits = [event for event in history if event.kind == "edited" and _touched(event, one, known)]
            return "edited", edits[-1].actor if edits else ""
    return "todo", ""


def _touched(event: Event, field: Field, known: frozenset[str]) -> bool:
    """Whether an edit was to a field: to its text, or to a passage of outside knowledge, struck out of it."""
    whole = field.part.rpartition(".")[0]
    is_struck = event.payload.get("status") == "struck" and str(event.payload["part"]).startswith(f"{whole}.")
    return event.payload["part"] in known or bool(whole and is_struck)


def _is_scoring(event: Event) -> bool:
    return event.kind == "edited" and str(event.payload["part"]).startswith("pillars.")


def _last(history: Iterable[Event], kind: str, known: frozenset[str], text: str) -> Event | None:
    found = [
        one
        for one in history
        if one.kind == kind and one.payload.get("part") in known and one.payload.get("text") == text
    ]
    return found[-1] if found else None


def _open_blocking(sheet: Sheet, fields: tuple[Field, ...]) -> int:
    return sum(
        not answers_to(sheet.history, sheet.draft, field.path, one.code, one.excerpt)
        for field in fields
        for one in field.findings
        if one.severity == "blocking"
    )


def _place(sheet: Sheet, card: Card) -> tuple[int, float]:
    """Quotations stand among the paragraphs, where the article will have them; all else keeps its order."""
    order = ("title", "standfirst", "body", "quotes", "watchpoints", "actions", "pillars", "tldr", "sections", "seo")
    kind = "body" if card.kind == "quotes" else card.kind
    rank = order.index(kind) if kind in order else len(order)
    if isinstance(sheet.draft, Analyse):
        if card.kind == "body":
            return rank, next(float(n) for n, one in enumerate(sheet.draft.body) if card.part == f"body[{one.id}]")
        if card.kind == "quotes":
            quote = next(one for one in sheet.draft.quotes if card.part == f"quotes[{one.id}]")
            return rank, quote.position - 0.5
    return rank, 0.0
