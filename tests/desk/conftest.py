"""A desk without a browser: the application itself, spoken to over its own protocol."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from desk.app import create_app
from desk.passwords import hash_password
from pipeline.compose import Newsroom, open_newsroom
from pipeline.settings import load_settings
from pipeline.store.accounts import create_account
from pipeline.store.database import transaction
from schemas.account import Role
from tests.desk.seeds import seeded

PASSWORD = "quatre mots pour entrer"
HASH = hash_password(PASSWORD)
TOKEN = re.compile(r'name="jeton" value="([^"]+)"')


class Visitor:
    """Someone at the desk: a client that sends the token of the page it saw last."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.token = ""

    def see(self, path: str, status: int = 200) -> str:
        answer = self.client.get(path)
        assert answer.status_code == status, answer.text
        self._note(answer.text)
        return answer.text

    def act(self, path: str, values: dict[str, str] | None = None, status: int = 200, **more: object) -> str:
        sent = {"jeton": self.token, **(values or {})}
        answer = self.client.post(path, data=sent, **more)  # type: ignore[arg-type]  # handed on to the client
        assert answer.status_code == status, answer.text
        self._note(answer.text)
        return answer.text

    def _note(self, page: str) -> None:
        found = TOKEN.search(page)
        self.token = found[1] if found else self.token


Enter = Callable[..., Visitor]


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    settings = load_settings({"MORASSE_DATA_DIR": str(tmp_path), "MORASSE_CACHE_DIR": str(tmp_path / "cache")})
    opened = open_newsroom(settings)
    yield opened
    opened.engine.dispose()


@pytest.fixture
def draft(newsroom: Newsroom) -> str:
    return seeded(newsroom)


@pytest.fixture
def visit(newsroom: Newsroom) -> Iterator[Callable[[], Visitor]]:
    """A stranger before the door."""
    app = create_app(newsroom)
    clients: list[TestClient] = []

    def visited() -> Visitor:
        client = TestClient(app, base_url="http://desk.example", raise_server_exceptions=False)
        clients.append(client)
        return Visitor(client)

    yield visited
    for client in clients:
        client.close()


@pytest.fixture
def enter(newsroom: Newsroom, visit: Callable[[], Visitor]) -> Enter:
    """Someone signed in, with the roles named (all: none)."""

    def entered(name: str, *roles: Role) -> Visitor:
        login = name.casefold()
        with transaction(newsroom.engine) as db:
            held: tuple[Role, ...] = roles or ("editor", "reviewer", "publisher", "maintainer")
            create_account(db, login=login, name=name, roles=held, password=HASH)
        visitor = visit()
        visitor.see("/entrer")
        visitor.act("/entrer", {"identifiant": login, "motdepasse": PASSWORD})
        return visitor

    return entered
