"""The desk as a process: its address, its server, and a worker beside it where none is at work."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import uvicorn

from desk.app import create_app
from pipeline.compose import Newsroom
from pipeline.errors import StoreFault, UsageFault
from pipeline.store.accounts import has_accounts, invite
from pipeline.store.database import reading, transaction
from pipeline.store.workers import has_live_worker
from schemas.account import ROLES

__all__ = ["serve", "welcome_link"]

_LOOK_EVERY_S = 2.0
_RETRY_MAX_S = 60.0
_FAREWELL_S = 10.0


def serve(newsroom: Newsroom, *, host: str, port: int, say: Callable[[str], None]) -> None:
    """Serve until interrupted; `say` gets the lines a person needs. Raises UsageFault where the address is taken."""
    listening = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}"
    say(f"Morasse\u00a0: {address}")
    link = welcome_link(newsroom, address)
    if link:
        say(f"Aucun compte n’existe encore. Ouvrez le premier, une seule fois, par ce lien\u00a0: {link}")
    app = create_app(newsroom)
    app.state.desk.warming.begin()
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    with listening, worker_beside(newsroom):
        uvicorn.Server(config).run(sockets=[listening])


def welcome_link(newsroom: Newsroom, address: str) -> str:
    """The one-time link to the first account, which may do everything; empty where someone can sign in already."""
    with transaction(newsroom.engine) as db:
        if has_accounts(db):
            return ""
        return f"{address}/bienvenue/{invite(db, ROLES, by='morasse')}"


@contextmanager
def worker_beside(newsroom: Newsroom) -> Iterator[None]:
    """Keep a worker process at work for the time of the block, whenever no other one is."""
    ended = threading.Event()
    watch = threading.Thread(target=_keep_worker, args=(newsroom, ended), daemon=True)
    watch.start()
    try:
        yield
    finally:
        ended.set()
        watch.join()


def _keep_worker(newsroom: Newsroom, ended: threading.Event) -> None:
    child: subprocess.Popen[bytes] | None = None
    wait_s = _LOOK_EVERY_S
    while not ended.is_set():
        with suppress(StoreFault):
            if (child is None or child.poll() is not None) and not _is_served(newsroom):
                # A worker that ends at once, for want of its model say, is not started in a tight circle.
                wait_s = _LOOK_EVERY_S if child is None else min(wait_s * 2, _RETRY_MAX_S)
                child = subprocess.Popen([sys.executable, "-m", "desk.shift", str(os.getpid())])
        ended.wait(wait_s)
    if child is not None and child.poll() is None:
        child.send_signal(signal.SIGINT)
        try:
            child.wait(_FAREWELL_S)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _is_served(newsroom: Newsroom) -> bool:
    with reading(newsroom.engine) as db:
        return has_live_worker(db, newsroom.settings.worker_silence_s)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        # From now on visitors wait a moment rather than find the door shut.
        listening.listen(2048)
    except (OSError, OverflowError) as error:
        listening.close()
        raise UsageFault(
            f"L’adresse {host}:{port} ne peut pas être prise ({error}).", "Donnez un autre --host ou --port."
        ) from error
    return listening
