"""From a capture to its article, in a child process: whatever a source came as, reading it takes no worker down."""

from functools import partial

from pipeline.extract import extract, extract_text, guarded
from pipeline.fetch import Captured, document
from schemas.article import Article
from schemas.source import Refusal, Snapshot

__all__ = ["read_article", "read_capture", "read_text"]


def read_article(captured: Captured) -> Article | Refusal:
    """The article of a capture, whatever it came as; a page that cannot be read is a refusal.

    Raises SourceFault for a PDF that was readable once and no longer is.
    """
    snapshot = captured.snapshot
    if snapshot.media_type == "application/pdf":
        # Its letters are read in a process of its own already, which a child of ours could not end.
        return guarded((document(captured).text or "").encode(), url=snapshot.final_url, read=read_text)
    return guarded(captured.content, url=snapshot.final_url, read=partial(read_capture, snapshot=snapshot))


def read_capture(content: bytes, *, url: str, snapshot: Snapshot) -> Article:
    """What the child does with a page, a text or a saved page. Raises SourceFault when it is none any more."""
    read_as = document(Captured(snapshot=snapshot, content=content))
    if read_as.html is not None:
        return extract(read_as.html, url=read_as.url or url)
    return extract_text(read_as.text or "", url=read_as.url or url)


def read_text(content: bytes, *, url: str) -> Article:
    """What the child does with a text that was taken out of its file before."""
    return extract_text(content.decode("utf-8"), url=url)
