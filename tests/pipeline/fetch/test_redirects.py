"""Redirect chains over real servers: each hop is judged like the first address."""

from contextlib import AbstractContextManager
from socket import socket

import pytest

from pipeline.fetch import Captured, FetchLimits, fetch
from schemas.source import Refusal
from tests.pipeline.fetch.conftest import Connections
from tests.pipeline.fetch.servers import PAGE, Server, path_of, reply, serving

# Where a chain of redirects ends, how many harmless hops stand before it, and why it is refused.
CHAINS = [
    (0, "http://169.254.169.254/latest/meta-data/", "private_address"),
    (1, "http://10.0.0.1/admin", "private_address"),
    (4, "http://192.168.1.1/", "private_address"),
    (0, "http://[::ffff:127.0.0.1]/", "private_address"),
    (2, "//[fd00::1]/", "private_address"),
    (0, "http://2130706433/", "odd_address"),
    (1, "http://0x7f.1/", "odd_address"),
    (0, "http://１２７.0.0.1/", "odd_address"),
    (3, "http://user:secret@example.com/", "credentials_in_url"),
    (0, "file:///etc/passwd", "bad_scheme"),
    (1, "gopher://127.0.0.1:6379/_INFO", "bad_scheme"),
    (0, "javascript:alert(1)", "bad_scheme"),
    (0, "http://printer.local/", "private_name"),
    (1, "http://metadata.google.internal/", "private_name"),
    (0, "http://rebound.example.com/", "private_address"),
    (2, "https://news.example.com:6379/", "forbidden_port"),
    (0, "http://[::1", "bad_url"),
]


def resolver(host: str, port: int) -> list[str]:
    return {"start.example.com": ["127.0.0.1"], "rebound.example.com": ["10.9.8.7"]}.get(host, ["93.184.215.14"])


@pytest.mark.parametrize(("hops", "end", "code"), CHAINS)
def test_a_chain_that_ends_badly_stops_before_its_end(hops: int, end: str, code: str, connections: Connections) -> None:
    def script(connection: socket, head: str) -> None:
        hop = int(path_of(head).removeprefix("/"))
        location = f"/{hop + 1}" if hop < hops else end
        connection.sendall(reply(b"", status=302, Location=location.encode().decode("latin-1")))

    with serving(script) as server:
        refused = fetch(server.url("/0"), allow_loopback=True, resolver=resolver)

    assert isinstance(refused, Refusal)
    assert refused.code == code
    assert len(server.requests) == hops + 1
    assert set(connections) == {("127.0.0.1", server.port)}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_five_redirects_are_followed_and_kept(status: int) -> None:
    with _countdown(status) as server:
        captured = fetch(server.url("/5#top"), allow_loopback=True)

    assert isinstance(captured, Captured)
    assert captured.snapshot.requested_url == server.url("/5#top")
    assert captured.snapshot.final_url == server.url("/0")
    assert captured.snapshot.redirects == tuple(server.url(f"/{n}") for n in (5, 4, 3, 2, 1))


def test_the_sixth_redirect_is_refused() -> None:
    with _countdown(302) as server:
        refused = fetch(server.url("/6"), allow_loopback=True)
    assert isinstance(refused, Refusal)
    assert refused.code == "too_many_redirects"
    assert len(server.requests) == 6


def test_a_page_that_wants_its_cookie_back_gets_it() -> None:
    def script(connection: socket, head: str) -> None:
        greeted = "cookie: seen=1" in head.lower()
        answer = reply() if greeted else reply(b"", status=302, Location="/", Set_Cookie="seen=1; Path=/")
        connection.sendall(answer)

    with serving(script) as server:
        captured = fetch(server.url(), allow_loopback=True)
    assert isinstance(captured, Captured)
    assert captured.content == PAGE


def test_a_name_is_looked_up_once_however_often_it_is_asked() -> None:
    asked: list[str] = []

    def once_then_inside(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    with _countdown(302) as server:
        url = server.url("/3", host="start.example.com")
        captured = fetch(url, allow_loopback=True, resolver=once_then_inside, limits=FetchLimits(total_s=5))
    assert isinstance(captured, Captured)
    assert asked == ["start.example.com"]
    assert all(f"host: start.example.com:{server.port}" in head.lower() for head in server.requests)


def _countdown(status: int) -> AbstractContextManager[Server]:
    def script(connection: socket, head: str) -> None:
        left = int(path_of(head).removeprefix("/"))
        answer = reply(b"", status=status, Location=f"{left - 1}") if left else reply()
        connection.sendall(answer)

    return serving(script)
