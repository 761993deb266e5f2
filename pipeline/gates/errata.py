"""After publication: a correction that a publisher signs, kept in the history and told with every later export."""

from pipeline.errors import GateFault, UsageFault
from pipeline.gates.office import Office, open_draft
from pipeline.store.database import transaction
from pipeline.store.history import append_event, events_of
from schemas.errata import Erratum
from schemas.review import Event

__all__ = ["correct", "errata_in"]

_MAX_CHARS = 1000


def correct(office: Office, draft_id: str, text: str, *, actor: str) -> Erratum:
    """Add a signed erratum to an article that has left the house. It changes nothing of the signed text.

    Raises UsageFault where there are no words or too many, GateFault where nothing has been exported.
    """
    words = " ".join(text.split())
    if not 1 <= len(words) <= _MAX_CHARS:
        raise UsageFault(
            f"Un erratum compte de 1 à {_MAX_CHARS} caractères.", "Dites ce qui était faux, et ce qui est juste."
        )
    with transaction(office.engine) as db:
        row, _ = open_draft(db, draft_id)
        left = [one for one in events_of(db, row.id) if one.kind == "exported"]
        if not left:
            raise GateFault(
                "Cet article n’est pas sorti de la maison\u00a0: il n’y a rien à rectifier.",
                "Modifiez le texte lui-même.",
            )
        said = {"text": words, "revision": str(left[-1].payload["revision"])}
        return _read(append_event(db, row.id, "corrected", actor=actor, payload=said))


def errata_in(history: tuple[Event, ...]) -> tuple[Erratum, ...]:
    """The errata of a draft, oldest first."""
    return tuple(_read(one) for one in history if one.kind == "corrected")


def _read(event: Event) -> Erratum:
    said = event.payload
    return Erratum(
        number=event.number, at=event.at, by=event.actor, revision=str(said["revision"]), text=str(said["text"])
    )
