"""What a fault of ours is to someone who is not at a terminal: its status, and a way out that has its button here."""

from desk.words import remedy
from pipeline.errors import GateFault, ModelFault, MorasseError, SourceFault, StaleRevision, UsageFault

__all__ = ["status_of", "way_out"]

_STATUSES: tuple[tuple[type[MorasseError], int], ...] = (
    (UsageFault, 400),
    (StaleRevision, 409),
    (GateFault, 409),
    (SourceFault, 422),
    (ModelFault, 503),
)
# For faults whose own remedy is a command only.
_WAYS: tuple[tuple[type[MorasseError], str], ...] = (
    (GateFault, "Revenez à la relecture\u00a0: les points ouverts y sont."),
    (UsageFault, "Rechargez la page."),
    (StaleRevision, "Rechargez la page."),
)


def status_of(fault: MorasseError) -> int:
    """The HTTP status of a fault."""
    return next((status for kind, status in _STATUSES if isinstance(fault, kind)), 503)


def way_out(fault: MorasseError) -> str:
    """What helps, without the terminal's commands; never empty."""
    kept = remedy(fault.remedy)
    return kept or next((way for kind, way in _WAYS if isinstance(fault, kind)), "Revenez à la file d’attente.")
