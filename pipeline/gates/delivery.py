"""What leaves the house: the signed text in a target's form, with the errata it has."""

import json
from typing import Literal

from pipeline.gates.errata import errata_in
from pipeline.gates.office import Office
from pipeline.gates.press import export
from pipeline.render import Target, render
from pipeline.render.errata import with_errata
from pipeline.render.flow import label_text
from pipeline.render.slugs import slugify_title
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft
from pipeline.store.history import events_of
from schemas.base import Closed
from schemas.draft import Analyse, Synthese
from schemas.errata import Erratum

__all__ = ["DELIVERIES", "Delivered", "DeliveryTarget", "deliver"]

DeliveryTarget = Literal[Target, "json"]
_KINDS: dict[DeliveryTarget, tuple[str, str]] = {
    "markdown": ("md", "text/markdown"),
    "ghost": ("html", "text/html"),
    "html": ("html", "text/html"),
    "hashnode": ("md", "text/markdown"),
    "text": ("txt", "text/plain"),
    "json": ("json", "application/json"),
}
DELIVERIES: tuple[DeliveryTarget, ...] = tuple(_KINDS)


class Delivered(Closed):
    """A file that left: its name, its media type, its text."""

    name: str
    media_type: str
    text: str


def deliver(office: Office, draft_id: str, *, actor: str, to: DeliveryTarget) -> Delivered:
    """Let a signed draft leave, and say so in its history. Raises GateFault where it is not signed."""
    draft = export(office, draft_id, actor=actor, to=to)
    with reading(office.engine) as db:
        # People name a draft by the beginning of its id; its history lies under the whole of it.
        row = find_draft(db, draft_id)
        errata = errata_in(events_of(db, row.id))
    ending, media_type = _KINDS[to]
    if to == "json":
        text = _as_json(draft, errata, label=label_text(draft, office.house))
    else:
        text = with_errata(render(draft, to, house=office.house), to, errata, house=office.house)
    return Delivered(name=f"{slugify_title(draft.title) or row.id}.{ending}", media_type=media_type, text=text)


def _as_json(draft: Analyse | Synthese, errata: tuple[Erratum, ...], *, label: str) -> str:
    """The draft's JSON; `ai_label` and `errata` are keys of it only where there are some.

    Whoever publishes from JSON owes readers the label in the house's words, which `labelled` alone does not say.
    """
    added: dict[str, object] = {"ai_label": label} if label else {}
    if errata:
        added["errata"] = [one.model_dump(mode="json") for one in errata]
    return json.dumps({**draft.model_dump(mode="json"), **added}, ensure_ascii=False, indent=1)
