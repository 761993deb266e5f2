"""Every check there is, in the order its findings are shown; the documentation is written from this list."""

from pipeline.verify import support
from pipeline.verify.assertion import checks as assertion
from pipeline.verify.check import Check
from pipeline.verify.deeds import checks as deeds
from pipeline.verify.form import actions, copying, english, language, legal, outside, sections, structure, typography
from pipeline.verify.offices import checks as offices
from pipeline.verify.proper_names import checks as proper_names
from pipeline.verify.quantities import checks as quantities
from pipeline.verify.reasons import checks as reasons
from pipeline.verify.scope import checks as scope
from pipeline.verify.speech import marks, quotes
from pipeline.verify.times import checks as times

__all__ = ["CHECKS", "Check"]

_ROOMS = (
    *(support, quantities, times, proper_names, offices, deeds, assertion, scope, reasons),
    *(quotes, marks, outside, legal, copying, structure, sections, actions, english, language, typography),
)
CHECKS: tuple[Check, ...] = tuple(check for room in _ROOMS for check in room.CHECKS)
