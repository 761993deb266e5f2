"""How near two texts are in meaning, remembered on file: embedding them is what a re-score would wait for."""

import json
from pathlib import Path

from evals.recording import write_apart
from pipeline.digests import digest_json

__all__ = ["RememberedCloseness"]


class RememberedCloseness:
    """The mean, over the lines of both texts, of each line's nearest in the other; 0 to 1."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, one: str, other: str) -> float:
        """The closeness of two texts, line by line."""
        path = self._folder / f"{digest_json([one, other])}.json"
        if path.is_file():
            return float(json.loads(path.read_text("utf-8")))
        value = _closeness(one, other)
        write_apart(path, value)
        return value


def _closeness(one: str, other: str) -> float:
    from pipeline.embedding import embed

    mine, theirs = (embed([line for line in text.split("\n") if line]) for text in (one, other))
    near = mine @ theirs.T
    return float((near.max(axis=1).mean() + near.max(axis=0).mean()) / 2)
