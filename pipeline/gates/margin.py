"""What a reviewer does part by part: save several texts at once, strike, score, undo; answer findings and proposals."""

import re
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from pydantic import ValidationError

from pipeline.digests import digest_json
from pipeline.errors import GateFault, UsageFault
from pipeline.gates.change import Change, change, told
from pipeline.gates.office import Office, check_read, open_draft, stale, text_at, text_read
from pipeline.rewording import with_texts
from pipeline.store.database import transaction
from pipeline.store.drafts import load_text
from pipeline.store.history import append_event, events_of
from pipeline.typography import typeset
from schemas.draft import DRAFT, Analyse, Pillars, Synthese
from schemas.parts import iter_parts, part_text, plain_path, resolve_path, stable_path
from schemas.review import DraftRow, Event

__all__ = ["can_undo", "comment", "decline", "dismiss", "open_proposals", "save", "score", "strike", "take", "undo"]

# A point of a list has no id of its own.
_PLACE = re.compile(r"\[\d+\]")


def save(office: Office, draft_id: str, texts: dict[str, str], *, actor: str, base: str | None = None) -> DraftRow:
    """Replace the texts of some parts and verify the whole again; an acceptance or a signature is void from then on.

    `base` names the revision they were read in, or begins its name. What others changed meanwhile stays: only where
    they changed one of these very parts is nothing saved. Raises StaleRevision.
    """

    def plan(db: sa.Connection, row: DraftRow, draft: Analyse | Synthese) -> Change:
        wanted = texts
        if base is not None and row.revision != base:
            read = text_read(db, row, base)
            # A text sent back as it was read is no change, whatever became of it since.
            wanted = {part: text for part, text in texts.items() if text != _text_or_none(read, part)}
            if any(_text_or_none(read, part) != _text_or_none(draft, part) for part in wanted):
                raise stale(row)
        # Nor is one that stands so already, though it would be set otherwise today.
        wanted = {part: text for part, text in wanted.items() if text != _text_or_none(draft, part)}
        before = {part: text_at(draft, part) for part in wanted}
        edited = with_texts(draft, _typeset(draft, wanted))
        after = {part: part_text(edited, part) for part in wanted}
        changed = (part for part in wanted if after[part] != before[part])
        return Change(edited, tuple(told(stable_path(draft, part), before[part], after[part]) for part in changed))

    return change(office, draft_id, plan, actor=actor)


def strike(office: Office, draft_id: str, part: str, *, actor: str, base: str) -> DraftRow:
    """Take a part out: a paragraph, quotation, proposal, section, point of a list; any other text becomes empty.

    `part` may name a whole (`quotes[q1]`, `actions[a2]`). Raises StaleRevision where it changed since `base`.
    """

    def plan(db: sa.Connection, row: DraftRow, draft: Analyse | Synthese) -> Change:
        before = _value_at(draft, part)
        left = _without(draft, part)
        if row.revision != base and _value_at(text_read(db, row, base), part) != before:
            raise stale(row)
        said = before if isinstance(before, str) else before.get("text") or before.get("translation") or before
        return Change(left, (told(stable_path(draft, part), said, "", struck=True),))

    return change(office, draft_id, plan, actor=actor)


def score(office: Office, draft_id: str, pillar: str, points: int, *, actor: str) -> DraftRow:
    """Give one pillar its points, 0 to 2 (EDITORIAL.md, « score »)."""

    def plan(_db: sa.Connection, _row: DraftRow, draft: Analyse | Synthese) -> Change:
        if not isinstance(draft, Analyse) or pillar not in Pillars.model_fields or not 0 <= points <= 2:
            raise UsageFault("Cette note n’existe pas.", "Chaque pilier compte de 0 à 2.")
        pillars = draft.pillars or Pillars()
        before = getattr(pillars, pillar)
        if before == points and draft.pillars is not None:
            return Change(draft, ())
        scored = draft.model_copy(update={"pillars": pillars.model_copy(update={pillar: points}), "score": None})
        return Change(scored, (told(f"pillars.{pillar}", str(before), str(points)),))

    return change(office, draft_id, plan, actor=actor)


def comment(office: Office, draft_id: str, part: str, words: str, *, actor: str) -> DraftRow:
    """Put a remark beside a part; it changes nothing else."""
    if not words.strip():
        raise UsageFault("Le commentaire est vide.", "Écrivez-le, puis validez.")
    with transaction(office.engine) as db:
        row, draft = open_draft(db, draft_id)
        text = digest_json(_value_at(draft, part))
        payload = {"part": stable_path(draft, part), "text": text, "comment": words.strip(), "revision": row.revision}
        append_event(db, row.id, "commented", actor=actor, payload=payload)
        return row


def dismiss(
    office: Office,
    draft_id: str,
    part: str,
    *,
    code: str,
    excerpt: str,
    reason: str,
    actor: str,
    base: str | None = None,
) -> DraftRow:
    """Set one finding aside and say why; it counts for the check's record. Holds as long as the part's words do.

    `base` names the revision that was read; raises StaleRevision where the part reads otherwise now.
    """
    if not reason.strip():
        raise GateFault("Un point ne s’écarte pas sans raison.", "Dites en une phrase pourquoi il n’a pas lieu d’être.")
    with transaction(office.engine) as db:
        row, draft = open_draft(db, draft_id)
        check_read(db, row, draft, (part,), base)
        text = digest_json(text_at(draft, part))
        payload = {"part": stable_path(draft, part), "text": text, "code": code, "excerpt": excerpt}
        payload |= {"comment": reason.strip(), "revision": str(row.revision)}
        append_event(db, row.id, "dismissed", actor=actor, payload=payload)
        return row


def open_proposals(history: tuple[Event, ...]) -> tuple[Event, ...]:
    """Parts written again that nobody has taken or declined yet; those that failed are told once and not kept."""
    settled = {one.payload["proposal"] for one in history if "proposal" in one.payload}
    found = (one for one in history if one.kind == "proposed" and one.number not in settled)
    return tuple(one for one in found if one.payload["text"])


def take(office: Office, draft_id: str, number: int, *, actor: str, seen: str) -> DraftRow:
    """Put a proposal in the place of its part. `seen` is the text it would replace; another one is never lost.

    Raises StaleRevision.
    """

    def plan(db: sa.Connection, row: DraftRow, draft: Analyse | Synthese) -> Change:
        proposal = _proposal(db, row, number)
        part = str(proposal.payload["part"])
        before = text_at(draft, part)
        if before != seen or _is_elsewhere(db, row, proposal, before):
            raise stale(row)
        edited = with_texts(draft, _typeset(draft, {part: str(proposal.payload["text"])}))
        return Change(edited, (told(stable_path(draft, part), before, part_text(edited, part), proposal=number),))

    return change(office, draft_id, plan, actor=actor)


def decline(office: Office, draft_id: str, number: int, *, actor: str) -> DraftRow:
    """Leave the text as it is; the proposal stays in the history."""
    with transaction(office.engine) as db:
        row, _ = open_draft(db, draft_id)
        part = _proposal(db, row, number).payload["part"]
        append_event(db, row.id, "declined", actor=actor, payload={"part": part, "proposal": number})
        return row


def undo(office: Office, draft_id: str, *, actor: str) -> DraftRow:
    """Take back one's own last change that is not taken back yet; what others did since stays. Raises GateFault."""

    def plan(db: sa.Connection, row: DraftRow, draft: Analyse | Synthese) -> Change:
        own = _standing(events_of(db, row.id), actor)
        last = _last_of(own)
        if last is None:
            raise GateFault("Il n’y a rien à annuler.", "Vos changements sont tous annulés, ou n’ont pas commencé.")
        together = _saved_together(own, last)
        said = (
            told(one.payload["part"], one.payload.get("after", ""), one.payload.get("before", ""), undoes=[one.number])
            for one in together
        )
        return Change(_restored(db, row, draft, together), tuple(said))

    return change(office, draft_id, plan, actor=actor)


def can_undo(history: Iterable[Event], actor: str) -> bool:
    """Whether someone has a change of their own to take back."""
    return _last_of(_standing(history, actor)) is not None


def _standing(history: Iterable[Event], actor: str) -> list[Event]:
    """Someone's own changes that were not taken back, and their takings back."""
    told = list(history)
    undone = {number for one in told for number in one.payload.get("undoes", ())}
    return [one for one in told if one.kind == "edited" and one.actor == actor and one.number not in undone]


def _last_of(own: list[Event]) -> Event | None:
    """The last of someone's standing changes that takes nothing back."""
    return next((one for one in reversed(own) if "undoes" not in one.payload), None)


def _saved_together(own: list[Event], last: Event) -> list[Event]:
    """The changes that one save made, which lie side by side in history: they are taken back together."""
    together = [last]
    for one in reversed(own[: own.index(last)]):
        same = all(one.payload[name] == last.payload[name] for name in ("base", "revision"))
        if one.number != together[-1].number - 1 or not same:
            break
        together.append(one)
    return together


def _restored(db: sa.Connection, row: DraftRow, draft: Analyse | Synthese, changes: list[Event]) -> Analyse | Synthese:
    """The draft without these changes: its earlier text where nothing came since, else part by part."""
    if changes[0].payload["revision"] == row.revision:
        return load_text(db, str(changes[0].payload["base"]))
    texts = {}
    for one in changes:
        part, before, after = (one.payload.get(name) for name in ("part", "before", "after"))
        if one.payload.get("struck") or not isinstance(before, str) or _text_or_none(draft, str(part)) != after:
            raise GateFault(
                "Cette partie a changé depuis\u00a0: rien n’a été annulé.",
                "L’histoire garde l’avant\u00a0; reprenez-le.",
            )
        texts[str(part)] = before
    return with_texts(draft, texts)


def _typeset(draft: Analyse | Synthese, texts: dict[str, str]) -> dict[str, str]:
    return {part: typeset(text.strip("\n"), draft.typography) for part, text in texts.items()}


def _text_or_none(draft: Analyse | Synthese, part: str) -> str | None:
    try:
        return part_text(draft, part)
    except KeyError:
        return None


def _value_at(draft: Analyse | Synthese, part: str) -> Any:
    here: Any = draft.model_dump(mode="json")
    try:
        for step in resolve_path(draft, part):
            here = here[step]
    except KeyError:
        raise UsageFault("Cette partie n’est plus dans le brouillon.", "Rechargez la page.") from None
    return here


def _without(draft: Analyse | Synthese, part: str) -> Analyse | Synthese:
    """Raises UsageFault where the draft cannot be without this part."""
    data = draft.model_dump(mode="json")
    plain, (*way, last) = plain_path(draft, part), resolve_path(draft, part)
    is_read = any(one.path == plain or one.path.startswith(f"{plain}.") for one in iter_parts(draft))
    if plain in ("title", "slug") or plain.startswith("pillar") or not is_read:
        raise _needed()
    here: Any = data
    for step in way:
        here = here[step]
    if isinstance(last, int):
        del here[last]
        # A quotation keeps its place among the paragraphs that are left.
        for quote in data.get("quotes", ()) if plain.startswith("body[") else ():
            quote["position"] -= quote["position"] > last
    else:
        here[last] = ""
    try:
        return DRAFT.validate_python(data)
    except ValidationError:
        raise _needed() from None


def _needed() -> UsageFault:
    return UsageFault("Cette partie ne se retire pas.", "Modifiez-la.")


def _is_elsewhere(db: sa.Connection, row: DraftRow, proposal: Event, text: str) -> bool:
    """Whether what a proposal was written for may stand elsewhere now: a place tells it, and its words are others."""
    part = str(proposal.payload["part"])
    return bool(_PLACE.search(part)) and _text_or_none(text_read(db, row, proposal.payload["base"]), part) != text


def _proposal(db: sa.Connection, row: DraftRow, number: int) -> Event:
    for one in open_proposals(events_of(db, row.id)):
        if one.number == number:
            return one
    raise UsageFault("Cette proposition n’attend plus de réponse.", "Rechargez la page.")
