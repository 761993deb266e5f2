import socket
from collections.abc import Iterator
from typing import Any

import pytest


class Connections(list[Any]):
    """Every address that a socket of this process was connected to, or tried to be."""


@pytest.fixture(autouse=True)
def connections(monkeypatch: pytest.MonkeyPatch) -> Iterator[Connections]:
    """Notes every connection; one that would leave this machine fails on the spot and fails the test."""
    seen = Connections()
    plain = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            seen.append(address[:2])
            if address[0] not in ("127.0.0.1", "::1"):
                raise OSError("tests stay on this machine")
        plain(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    yield seen
    assert [one for one in seen if one[0] not in ("127.0.0.1", "::1")] == []
