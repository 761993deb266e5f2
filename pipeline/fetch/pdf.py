"""PDF files, read in a process of its own: a file made to hang or to fill the memory takes only that process down."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Literal

from pipeline.errors import SourceFault
from pipeline.fetch.reflow import paragraphs_of_pages

__all__ = ["PdfProblem", "pdf_paragraphs", "pdf_problem"]

PdfProblem = Literal["file_encrypted", "file_damaged", "pdf_without_text"]

_READING_MAX_S = 20


def pdf_problem(content: bytes) -> PdfProblem | None:
    """Why the file cannot serve as a source; None when it has readable text. Takes up to 20 seconds."""
    outcome = _read_apart(content)
    return None if isinstance(outcome, list) else outcome


def pdf_paragraphs(content: bytes) -> list[str]:
    """The running text, a string a paragraph; page numbers and running heads are left out. Raises SourceFault."""
    outcome = _read_apart(content)
    if isinstance(outcome, list):
        return outcome
    raise SourceFault("Ce PDF ne se lit pas.", "Collez le texte de l’article.")


def _read_apart(content: bytes) -> list[str] | PdfProblem:
    # By its path and isolated, so that it loads neither this package nor anything that lies beside it.
    command = [sys.executable, "-I", str(Path(__file__).with_name("pdf_reader.py"))]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=_READING_MAX_S, check=True)
        pages: list[str] | PdfProblem = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return "file_damaged"
    if not isinstance(pages, list):
        return pages
    return paragraphs_of_pages(pages) or "pdf_without_text"
