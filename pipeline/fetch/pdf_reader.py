"""The process that reads one PDF: bytes on stdin; on stdout, as JSON, its pages' texts or the name of a problem."""

import io
import json
import resource
import sys

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

__all__: list[str] = []

_CPU_MAX_S = 20
_MEMORY_MAX_BYTES = 1_500_000_000
_PAGES_MAX = 150
_TEXT_MAX_CHARS = 2_000_000


def _pages(content: bytes) -> list[str] | str:
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            return "file_encrypted"
        pages: list[str] = []
        for page in reader.pages[:_PAGES_MAX]:
            pages.append(page.extract_text())
            if sum(map(len, pages)) > _TEXT_MAX_CHARS:
                break
    except DependencyError:
        # The newer ciphers are tried with the empty password at once, which asks for a library that is not here.
        return "file_encrypted"
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, OSError):
        # The reader meets a damaged file with whatever its parts happen to raise.
        return "file_damaged"
    return pages


def _main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_MAX_BYTES, _MEMORY_MAX_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_MAX_S, _CPU_MAX_S))
    json.dump(_pages(sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    _main()
