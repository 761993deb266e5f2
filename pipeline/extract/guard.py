"""Reading a page in a child process with limits: a hostile page costs a refusal, never the worker."""

import contextlib
import multiprocessing
import os
import resource
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from pipeline.extract.article import extract
from schemas.article import Article
from schemas.source import Refusal

__all__ = ["DEADLINE_S", "MEMORY_BYTES", "PAGE_BYTES", "guarded"]

DEADLINE_S = 20.0
MEMORY_BYTES = 1_500_000_000
# No article is larger; what is, is an archive or an attack. Parsing takes tens of times the page's size.
PAGE_BYTES = 20_000_000
# One server process reads the libraries once and has no threads; each page gets a fork of it that dies with it.
SERVER = multiprocessing.get_context("forkserver")
SERVER.set_forkserver_preload(["pipeline.extract.warm"])
# A page's time is its own: no more are read at once than there are cores; the others wait before their clock starts.
PLACES = threading.BoundedSemaphore(os.cpu_count() or 1)
STATM = Path("/proc/self/statm")


def guarded(
    html: bytes,
    *,
    url: str,
    deadline_s: float = DEADLINE_S,
    memory_bytes: int = MEMORY_BYTES,
    read: Callable[..., Article] = extract,
) -> Article | Refusal:
    """`extract` in a child process. A page that takes too long, too much memory or the child's life is a Refusal.

    `memory_bytes` counts what the child may take beyond its libraries. `read` is the reader, a function of a module; it
    is given the bytes and `url`.
    Never raises for what the page holds.
    """
    if len(html) > PAGE_BYTES:
        return _refused("page_too_large", "La page est trop volumineuse pour être un article.")
    with PLACES:
        return _read(html, url, deadline_s, memory_bytes, read)


def _read(
    html: bytes, url: str, deadline_s: float, memory_bytes: int, read: Callable[..., Article]
) -> Article | Refusal:
    ours, theirs = SERVER.Pipe(duplex=False)
    child = SERVER.Process(target=_run, args=(theirs, html, url, memory_bytes, read), daemon=True)
    child.start()
    theirs.close()
    try:
        if not ours.poll(deadline_s):
            return _refused("extraction_too_long", "La lecture de la page a pris trop de temps et a été arrêtée.")
        answer = ours.recv_bytes()
    except (EOFError, OSError):
        return _refused("extraction_failed", "La page a fait échouer sa lecture.")
    finally:
        _end(child)
        ours.close()
    if answer == b"":
        return _refused("extraction_too_large", "La lecture de la page demandait trop de mémoire.")
    return Article.model_validate_json(answer)


def _refused(code: str, message: str) -> Refusal:
    return Refusal(code=code, message=message, remedy="Collez le texte de l’article ou déposez-le en fichier.")


def _end(child: multiprocessing.process.BaseProcess) -> None:
    if child.is_alive() and child.pid:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child.pid, signal.SIGKILL)
    child.join()


def _run(answers: Connection, html: bytes, url: str, memory_bytes: int, read: Callable[..., Article]) -> None:
    """The child: its answer is an article as JSON, or nothing where memory gave out; any other end is a crash."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    try:
        _limit(memory_bytes)
        answer = read(html, url=url).model_dump_json().encode()
    except MemoryError:
        answer = b""
    answers.send_bytes(answer)
    answers.close()


def _limit(memory_bytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not STATM.exists():
        # Elsewhere than on Linux the system does not enforce the limit; the deadline still holds.
        return
    held = int(STATM.read_text("ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + memory_bytes, held + memory_bytes))
