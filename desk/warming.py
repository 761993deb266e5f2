"""Verification made ready while someone reads: the first edit of a draft then answers as fast as the next ones."""

from concurrent.futures import Future, ThreadPoolExecutor

from pipeline.embedding import embed
from pipeline.gates.office import verified
from schemas.article import Article
from schemas.draft import Analyse, Synthese
from schemas.finding import Verification
from schemas.house import House

__all__ = ["Warming"]


class Warming:
    """Reads ahead, one text at a time and only the one asked for last, so that nobody's page waits for it."""

    def __init__(self) -> None:
        self._hands = ThreadPoolExecutor(max_workers=1, thread_name_prefix="warming")
        self._next: Future[Verification] | None = None

    def begin(self) -> None:
        """Load what every verification needs."""
        self._hands.submit(embed, ["Une phrase pour que tout soit là."])

    def expect(self, draft: Analyse | Synthese, article: Article, house: House) -> None:
        """A draft lies open; it may be edited soon."""
        if self._next is not None:
            self._next.cancel()
        self._next = self._hands.submit(verified, draft, article, house=house)
