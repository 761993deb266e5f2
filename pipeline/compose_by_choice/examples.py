"""Headlines with their French: the small model sees those most like the one it is to render."""

from typing import NamedTuple

from pipeline.embedding import embed
from pipeline.prompts import Prompts

__all__ = ["Example", "Examples"]

# Each is read anew for every headline, and tells in the time of a draft.
_SHOWN = 3


class Example(NamedTuple):
    """A headline and its French."""

    text: str
    french: str


class Examples:
    """The pairs of the prompts' table of headlines."""

    def __init__(self, prompts: Prompts) -> None:
        pairs, self.digests = prompts.words("headlines")
        self._pairs = [Example(text, french) for text, french in pairs.items()]

    def like(self, text: str) -> tuple[Example, ...]:
        """The pairs whose English is nearest to `text`, the nearest last: that is where a small model looks."""
        near = embed([one.text for one in self._pairs]) @ embed([text])[0]
        return tuple(self._pairs[n] for n in near.argsort()[-_SHOWN:])
