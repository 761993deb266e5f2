"""The way in: pages fetched from public addresses, files and pasted text, all kept as evidence."""

from pipeline.fetch.captured import Captured, NotModified
from pipeline.fetch.documents import Document, document
from pipeline.fetch.limits import FetchLimits
from pipeline.fetch.page import fetch
from pipeline.fetch.upload import capture_file
from pipeline.fetch.warc import from_warc, to_warc

__all__ = [
    "Captured",
    "Document",
    "FetchLimits",
    "NotModified",
    "capture_file",
    "document",
    "fetch",
    "from_warc",
    "to_warc",
]
