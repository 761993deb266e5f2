"""A desk served on loopback for the tests of its API: a seeded draft, one person with every role, a token."""

import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import uvicorn

from desk.app import create_app
from evals.recorded import RECORDINGS
from pipeline.compose import Newsroom
from pipeline.store.accounts import create_account
from pipeline.store.database import transaction
from pipeline.store.tokens import create_token
from schemas.account import ROLES, Account, Role
from tests.desk.seeds import seeded
from tests.house import newsroom_for
from tests.standin import StandIn
from tests.standin.recordings import Recordings


@dataclass(frozen=True)
class Served:
    """A desk at its address; `secret` opens its API for someone who may do everything."""

    newsroom: Newsroom
    address: str
    account: Account
    secret: str
    draft: str

    def token_for(self, name: str, *roles: Role) -> str:
        with transaction(self.newsroom.engine) as db:
            account = create_account(db, login=name.casefold(), name=name, roles=roles, password="-")
            return create_token(db, account.id, "essai")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with StandIn(Recordings(RECORDINGS)) as standin:
        newsroom = newsroom_for(tmp_path_factory.mktemp("api"), standin)
        with transaction(newsroom.engine) as db:
            account = create_account(db, login="ines", name="Inès", roles=ROLES, password="-")
            secret = create_token(db, account.id, "essais")
        draft = seeded(newsroom)
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(newsroom), log_level="error", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield Served(newsroom, f"http://127.0.0.1:{listening.getsockname()[1]}", account, secret, draft)
        server.should_exit = True
        thread.join()
        listening.close()
        newsroom.engine.dispose()
