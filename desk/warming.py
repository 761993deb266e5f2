"""Verification made ready while someone reads: the first edit of a draft then answers as fast as the next ones."""

from concurrent.futures import ThreadPoolExecutor
from threading import Lock, Timer

from pipeline.embedding import embed
from pipeline.gates.office import verified
from schemas.article import Article
from schemas.draft import Analyse, Synthese
from schemas.house import House

__all__ = ["Warming"]

# Nobody edits a draft sooner than this after opening it.
_CALM_S = 1.0


class Warming:
    """Reads ahead, one text at a time and only the one asked for last, once no page was asked for during a second.

    A verification holds the interpreter for as long as some twenty pages: a busy desk serves its readers first.
    """

    def __init__(self) -> None:
        self._hands = ThreadPoolExecutor(max_workers=1, thread_name_prefix="warming")
        self._lock = Lock()
        self._next: Timer | None = None

    def begin(self) -> None:
        """Load what every verification needs."""
        self._hands.submit(embed, ["Une phrase pour que tout soit là."])

    def expect(self, draft: Analyse | Synthese, article: Article, house: House) -> None:
        """A draft lies open; it may be edited soon."""
        with self._lock:
            if self._next is not None:
                self._next.cancel()
            self._next = Timer(_CALM_S, self._hands.submit, (verified, draft, article), {"house": house})
            self._next.daemon = True
            self._next.start()
