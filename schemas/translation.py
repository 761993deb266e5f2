"""The working translation: for the reviewer's desk, never exported."""

from schemas.base import Closed

__all__ = ["WorkingTranslation"]


class WorkingTranslation(Closed):
    """Paragraph id (`title` and `description` among them) → French; what could not be translated is missing."""

    paragraphs: dict[str, str] = {}
