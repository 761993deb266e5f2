"""A desk as people meet it: its own process, its own folder, the stand-in behind it, and people who sign in."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from desk.passwords import hash_password
from pipeline.compose import Newsroom
from pipeline.store.accounts import create_account
from pipeline.store.database import transaction
from schemas.account import ROLES, Role
from tests.house import environment_for, newsroom_for
from tests.standin import StandIn

__all__ = ["PASSWORD", "RunningDesk", "served"]

MORASSE = Path(sys.executable).parent / "morasse"
PASSWORD = "quatre mots pour entrer"
_STARTS_WITHIN_S = 120


@dataclass
class RunningDesk:
    """A desk process that can be killed and started again on its port."""

    folder: Path
    standin: StandIn
    port: int = 0
    said: str = ""
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @cached_property
    def newsroom(self) -> Newsroom:
        """The house of the desk, as another process sees it."""
        return newsroom_for(self.folder, self.standin)

    def start(self) -> None:
        environment = {**os.environ, **environment_for(self.folder, self.standin)}
        command = [str(MORASSE), "desk", "--port", str(self.port)]
        log = self.folder / "said.txt"
        with log.open("wb") as stderr:
            self.process = subprocess.Popen(command, env=environment, stderr=stderr, start_new_session=True)
        deadline = time.monotonic() + _STARTS_WITHIN_S
        while time.monotonic() < deadline and self.process.poll() is None:
            self.said = log.read_text("utf-8")
            if found := re.search(r"http://127\.0\.0\.1:(\d+)$", self.said, re.MULTILINE):
                self.port = int(found[1])
                return
            time.sleep(0.05)
        raise AssertionError(self.said)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        self.newsroom.engine.dispose()
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(how)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def add_person(self, name: str, *roles: Role) -> None:
        with transaction(self.newsroom.engine) as db:
            password = hash_password(PASSWORD)
            create_account(db, login=name.casefold(), name=name, roles=roles or ROLES, password=password)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder's pages on loopback, as a news site would have them; yields the address."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_words: object) -> None:
        """Say nothing."""
