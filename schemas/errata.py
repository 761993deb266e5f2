"""What a house says publicly after an article left it with an error."""

from schemas.base import Closed

__all__ = ["Erratum"]


class Erratum(Closed):
    """One correction, in the words readers see; `revision` is the signed text it corrects, `number` its event."""

    number: int
    at: str
    by: str
    revision: str
    text: str
