"""What a command is given to read: an address, or a file at hand."""

from datetime import UTC, datetime
from pathlib import Path

from pipeline.errors import SourceFault
from pipeline.fetch import Captured, capture_file
from schemas.source import Refusal

__all__ = ["is_file", "read_file"]


def is_file(source: str) -> bool:
    """Whether it is a file rather than an address. Raises SourceFault where it is neither."""
    if "://" in source:
        return False
    if not Path(source).is_file():
        raise SourceFault(
            f"«\u00a0{source}\u00a0» n’est ni une adresse ni un fichier.",
            "Donnez une URL http(s) ou un fichier existant.",
        )
    return True


def read_file(path: Path, *, by: str = "", url: str = "") -> Captured:
    """A capture of a local file, saved from `url`, handed over by `by`. Raises SourceFault with the refusal's words."""
    captured = capture_file(path.read_bytes(), name=path.name, url=url, supplied_by=by, now=datetime.now(UTC))
    if isinstance(captured, Refusal):
        raise SourceFault(captured.message, captured.remedy)
    return captured
