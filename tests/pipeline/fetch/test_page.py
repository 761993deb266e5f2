"""Pages, bounds and failures, over real connections."""

import gzip
import socket
import ssl
import struct
import subprocess
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import brotli
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.fetch import Captured, FetchLimits, NotModified, document, fetch
from pipeline.fetch.limits import USER_AGENT
from schemas.source import Refusal
from tests.pipeline.fetch.files import encrypted_pdf, pdf
from tests.pipeline.fetch.servers import PAGE, Script, dripping, path_of, reply, saying, serving, silent

ONCE = FetchLimits(attempts=1)
_LONG_S = 3_600.0
BOUNDLESS = FetchLimits(
    total_s=_LONG_S,
    connect_s=_LONG_S,
    first_byte_s=_LONG_S,
    stall_s=_LONG_S,
    slow_after_s=_LONG_S,
    min_bytes_per_s=0,
    attempts=1,
)
ENDLESS = b"HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n<p>"


@dataclass
class Clock:
    """Stands still unless it is moved; takes the place of the module `time`."""

    now: float = 0.0

    def monotonic(self) -> float:
        return self.now


@contextmanager
def held_at_most(*, bytes_: int) -> Iterator[None]:
    """Fails when more than so much memory is taken within the block."""
    tracemalloc.start()
    try:
        yield
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < bytes_


def refused_code(outcome: object) -> str:
    assert isinstance(outcome, Refusal), outcome
    assert outcome.message.endswith((".", ")")) or "\u00a0: " in outcome.message
    assert outcome.remedy
    return outcome.code


def test_a_page_is_captured_with_everything_that_proves_it() -> None:
    at = datetime(2026, 2, 6, 9, 30, tzinfo=UTC)
    with serving(saying(reply(ETag='"v1"'))) as server:
        captured = fetch(server.url("/a?b=1"), allow_loopback=True, asked_by="Camille", clock=lambda: at)
    assert isinstance(captured, Captured)
    snapshot = captured.snapshot
    assert captured.content == PAGE
    assert (snapshot.status, snapshot.media_type, snapshot.charset) == (200, "text/html", "utf-8")
    assert (snapshot.supply, snapshot.supplied_by) == ("fetched", "Camille")
    assert snapshot.captured_at == "2026-02-06T09:30:00+00:00"
    assert ("ETag", '"v1"') in snapshot.headers
    assert snapshot.size_bytes == len(PAGE)


def test_the_request_says_honestly_who_asks() -> None:
    with serving(saying(reply())) as server:
        fetch(server.url(), allow_loopback=True)
    head = server.requests[0].lower()
    assert f"user-agent: {USER_AGENT}".lower() in head
    assert "mozilla" not in head


@pytest.mark.parametrize(
    ("status", "code"),
    [
        *((401, "access_denied"), (402, "paywall"), (403, "access_denied"), (404, "not_found"), (410, "not_found")),
        *((418, "unexpected_status"), (451, "legal_block"), (202, "unexpected_status"), (204, "empty_page")),
        *((429, "rate_limited"), (500, "server_error"), (503, "server_error"), (302, "unexpected_status")),
        (999, "unexpected_status"),
    ],
)
def test_a_status_becomes_a_refusal(status: int, code: str) -> None:
    with serving(saying(reply(b"", status=status))) as server:
        assert refused_code(fetch(server.url(), allow_loopback=True, limits=ONCE)) == code


@pytest.mark.parametrize("content", [b"", b"  \r\n ", b"\xef\xbb\xbf\n"])
def test_an_empty_page_is_refused(content: bytes) -> None:
    with serving(saying(reply(content))) as server:
        assert refused_code(fetch(server.url(), allow_loopback=True)) == "empty_page"


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(50),
        b"\xff\xd8\xff\xe0" + bytes(50),
        b"PK\x03\x04" + bytes(50),
        b'<?xml version="1.0"?><rss><channel/></rss>',
        bytes(range(256)) * 4,
        b"\x00\x00\x00\x20ftypisom" + bytes(50),
    ],
)
def test_what_is_no_page_is_refused_whatever_the_header_says(content: bytes) -> None:
    with serving(saying(reply(content, content_type="text/html"))) as server:
        assert refused_code(fetch(server.url(), allow_loopback=True)) == "not_an_article"


@pytest.mark.parametrize(
    ("content", "content_type"),
    [(b'{"a": [1, 2]}', "text/html"), (b"p { color: red }", "text/css"), (b"let a = 1;", "application/javascript")],
)
def test_data_and_code_are_no_article(content: bytes, content_type: str) -> None:
    with serving(saying(reply(content, content_type=content_type))) as server:
        assert refused_code(fetch(server.url(), allow_loopback=True)) == "not_an_article"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32"])
@pytest.mark.parametrize("content_type", ["text/html", "text/html; charset=utf-16", "text/plain"])
def test_a_page_of_wide_characters_is_a_page_with_and_without_a_mark(encoding: str, content_type: str) -> None:
    page = PAGE.decode().replace("words", "mots déjà dits à 12 €")
    with serving(saying(reply(page.encode(encoding), content_type=content_type))) as server:
        captured = fetch(server.url(), allow_loopback=True)
    assert isinstance(captured, Captured), captured
    assert captured.snapshot.media_type == "text/html"
    assert captured.content.decode(captured.snapshot.charset or "").removeprefix("\ufeff") == page


def test_json_is_refused_and_plain_text_taken() -> None:
    with serving(saying(reply(b'{"a": 1}', content_type="application/json"))) as server:
        assert refused_code(fetch(server.url(), allow_loopback=True)) == "not_an_article"
    with serving(saying(reply(b"Just words.", content_type="text/plain"))) as server:
        captured = fetch(server.url(), allow_loopback=True)
    assert isinstance(captured, Captured)
    assert captured.snapshot.media_type == "text/plain"


def test_a_pdf_behind_the_address_is_taken_if_it_has_text() -> None:
    with serving(saying(reply(pdf([["A paper."]]), content_type="application/octet-stream"))) as server:
        captured = fetch(server.url("/a.pdf"), allow_loopback=True)
    assert isinstance(captured, Captured)
    assert captured.snapshot.media_type == "application/pdf"
    assert document(captured).text == "A paper."
    with serving(saying(reply(encrypted_pdf(), content_type="application/pdf"))) as server:
        assert refused_code(fetch(server.url("/a.pdf"), allow_loopback=True)) == "file_encrypted"


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": lambda content: brotli.compress(content, quality=5),
    "zstd": zstandard.ZstdCompressor().compress,
    "identity": bytes,
    "gzip, br": lambda content: brotli.compress(gzip.compress(content), quality=5),
}


@pytest.mark.parametrize("encoding", PACKERS)
def test_packed_pages_are_unpacked(encoding: str) -> None:
    with serving(saying(reply(PACKERS[encoding](PAGE), Content_Encoding=encoding))) as server:
        captured = fetch(server.url(), allow_loopback=True)
    assert isinstance(captured, Captured)
    assert captured.content == PAGE


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd", "gzip, br"])
def test_a_bomb_is_refused_as_soon_as_it_grows(encoding: str) -> None:
    bomb = PACKERS[encoding](bytes(50_000_000))
    assert len(bomb) < 100_000
    with serving(saying(reply(bomb, Content_Encoding=encoding))) as server, held_at_most(bytes_=30_000_000):
        limits = FetchLimits(max_bytes=1_000_000)
        assert refused_code(fetch(server.url(), allow_loopback=True, limits=limits)) == "too_large"


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
@pytest.mark.parametrize("damage", ["cut", "noise"])
def test_a_damaged_packing_is_refused(encoding: str, damage: str) -> None:
    packed = PACKERS[encoding](PAGE * 20)
    sent = packed[: len(packed) // 2] if damage == "cut" else b"\x07\x91noise" * 9
    with serving(saying(reply(sent, Content_Encoding=encoding))) as server:
        assert refused_code(fetch(server.url(), allow_loopback=True, limits=ONCE)) == "bad_response"


@pytest.mark.parametrize("encoding", ["rot13", "gzip, gzip, gzip, gzip"])
def test_a_packing_nobody_asked_for_is_refused(encoding: str) -> None:
    with serving(saying(reply(gzip.compress(PAGE), Content_Encoding=encoding))) as server:
        assert refused_code(fetch(server.url(), allow_loopback=True, limits=ONCE)) == "bad_response"


def test_too_many_bytes_are_refused_announced_or_not() -> None:
    limits = FetchLimits(max_wire_bytes=50_000)
    with serving(saying(reply(b"<p>" + b"a" * 60_000))) as server:
        assert refused_code(fetch(server.url(), allow_loopback=True, limits=limits)) == "too_large"

    def endless(connection: socket.socket, _head: str) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<p>")
        for _ in range(2_000):
            connection.sendall(b"a" * 10_000)

    with serving(endless) as server:
        assert refused_code(fetch(server.url(), allow_loopback=True, limits=limits)) == "too_large"


def test_chunks_without_content_count_as_bytes() -> None:
    def padded(connection: socket.socket, _head: str) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in range(2_000):
            connection.sendall(b"1;" + b"x" * 1_000 + b"\r\na\r\n")

    with serving(padded) as server:
        outcome = fetch(server.url(), allow_loopback=True, limits=FetchLimits(max_wire_bytes=50_000))
    assert refused_code(outcome) == "too_large"


def test_headers_without_end_are_refused() -> None:
    with serving(saying(reply(X_Filler="y" * 70_000))) as server:
        assert refused_code(fetch(server.url(), allow_loopback=True)) == "headers_too_large"

    def endless(connection: socket.socket, _head: str) -> None:
        for _ in range(5_000):
            connection.sendall(b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n" * 10)

    with serving(endless) as server:
        assert refused_code(fetch(server.url(), allow_loopback=True)) == "headers_too_large"


# What these servers do they do for ever: only the one bound that a test sets can end the fetch.
@pytest.mark.parametrize(
    ("script", "bound"),
    [
        (silent, {"first_byte_s": 0.2}),
        (dripping(b"HTTP/1.1 200 OK\r\n", b"X-More: y\r\n"), {"first_byte_s": 0.2}),
        (dripping(ENDLESS, b"a"), {"slow_after_s": 0.2, "min_bytes_per_s": 10_000.0}),
        (dripping(ENDLESS, b"a"), {"total_s": 0.5}),
        (lambda connection, _head: (connection.sendall(ENDLESS), connection.recv(1)), {"stall_s": 0.2}),
    ],
    ids=["silence", "headers that drip", "a body that drips", "the whole body", "a body that stops"],
)
def test_a_server_that_takes_for_ever_is_too_slow(script: Script, bound: dict[str, float]) -> None:
    with serving(script) as server:
        assert refused_code(fetch(server.url(), allow_loopback=True, limits=BOUNDLESS.model_copy(update=bound))) == (
            "too_slow"
        )


def test_a_silence_before_the_answer_may_last_longer_than_one_within_it() -> None:
    def slow_to_begin(connection: socket.socket, _head: str) -> None:
        time.sleep(0.4)
        connection.sendall(reply())

    with serving(slow_to_begin) as server:
        limits = BOUNDLESS.model_copy(update={"stall_s": 0.1})
        assert isinstance(fetch(server.url(), allow_loopback=True, limits=limits), Captured)


def test_a_resolver_that_hangs_is_left_behind() -> None:
    left = threading.Event()

    def hanging(host: str, port: int) -> list[str]:
        assert left.wait(600)
        return ["127.0.0.1"]

    limits = BOUNDLESS.model_copy(update={"first_byte_s": 0.2})
    outcome = fetch("http://slow.example.com/", allow_loopback=False, limits=limits, resolver=hanging)
    left.set()
    assert refused_code(outcome) == "name_not_found"


def test_a_name_without_address_is_said() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    outcome = fetch("http://nowhere.example.com/", allow_loopback=False, resolver=unknown)
    assert refused_code(outcome) == "name_not_found"
    assert isinstance(outcome, Refusal)
    assert "nowhere.example.com" in outcome.message


def test_a_closed_port_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert refused_code(fetch(f"http://127.0.0.1:{port}/", allow_loopback=True, limits=ONCE)) == "unreachable"


def test_an_answer_that_is_cut_off_is_incomplete_not_missing() -> None:
    def cut(connection: socket.socket, _head: str) -> None:
        connection.sendall(ENDLESS)
        time.sleep(0.1)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    with serving(cut) as server:
        assert refused_code(fetch(server.url(), allow_loopback=True, limits=ONCE)) == "bad_response"


def test_the_next_address_of_a_name_is_tried() -> None:
    with serving(saying(reply())) as server:
        outcome = fetch(
            server.url(host="two.example.com"), allow_loopback=True, resolver=lambda host, port: ["::1", "127.0.0.1"]
        )
    assert isinstance(outcome, Captured)


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"\x00\x01\x02 nonsense\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<p>cut",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 99999 OK\r\n\r\n",
    ],
)
def test_a_broken_answer_is_a_refusal(sent: bytes) -> None:
    with serving(saying(sent)) as server:
        assert refused_code(fetch(server.url(), allow_loopback=True, limits=ONCE)) == "bad_response"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_a_server_sends_ends_in_a_value(data: st.DataObject) -> None:
    sent = bytearray(reply(gzip.compress(PAGE), Content_Encoding="gzip", ETag='"1"'))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(sent) - 1))
        sent[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    with serving(saying(bytes(sent))) as server:
        outcome = fetch(server.url(), allow_loopback=True, limits=ONCE)
    assert isinstance(outcome, Captured | Refusal)


def test_a_wait_before_the_first_byte_does_not_make_a_page_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr("pipeline.fetch.transport.time", clock)

    def late(connection: socket.socket, _head: str) -> None:
        clock.now += 100.0
        connection.sendall(reply())

    limits = BOUNDLESS.model_copy(update={"slow_after_s": 10.0, "min_bytes_per_s": 1_000.0})
    with serving(late) as server:
        assert isinstance(fetch(server.url(), allow_loopback=True, limits=limits), Captured)


def test_a_passing_failure_is_tried_again() -> None:
    with serving(saying(b"", reply(b"", status=503, Retry_After="0"), reply())) as server:
        outcome = fetch(server.url(), allow_loopback=True)
    assert isinstance(outcome, Captured)
    assert len(server.requests) == 3


def test_a_lasting_failure_is_not_tried_again() -> None:
    with serving(saying(reply(b"", status=404))) as server:
        fetch(server.url(), allow_loopback=True)
    assert len(server.requests) == 1


def test_retry_after_is_honoured(waits: list[float]) -> None:
    with serving(saying(reply(b"", status=429, Retry_After="7"), reply())) as server:
        outcome = fetch(server.url(), allow_loopback=True)
    assert isinstance(outcome, Captured)
    assert waits == [7.0]


@pytest.mark.parametrize(
    "after",
    ["3600", format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)],
    ids=["seconds", "date"],
)
def test_a_wait_beyond_the_deadline_is_not_begun(after: str, waits: list[float]) -> None:
    with serving(saying(reply(b"", status=429, Retry_After=after))) as server:
        assert refused_code(fetch(server.url(), allow_loopback=True)) == "rate_limited"
    assert waits == []
    assert len(server.requests) == 1


def test_an_unchanged_source_is_said_to_be_so() -> None:
    def script(connection: socket.socket, head: str) -> None:
        unchanged = 'if-none-match: "v1"' in head.lower() and "if-modified-since: then" in head.lower()
        connection.sendall(b"HTTP/1.1 304 Same\r\n\r\n" if unchanged else reply(ETag='"v1"', Last_Modified="then"))

    with serving(script) as server:
        first = fetch(server.url(), allow_loopback=True)
        assert isinstance(first, Captured)
        second = fetch(server.url(), allow_loopback=True, known=first.snapshot)
        elsewhere = fetch(server.url("/other"), allow_loopback=True, known=first.snapshot)
    assert isinstance(second, NotModified)
    assert second.snapshot == first.snapshot
    assert isinstance(elsewhere, Captured)


def test_robots_are_heeded_when_the_setting_says_so() -> None:
    def script(connection: socket.socket, head: str) -> None:
        rules = b"User-agent: *\nDisallow: /closed\n"
        connection.sendall(reply(rules, content_type="text/plain") if path_of(head) == "/robots.txt" else reply())

    heeding = FetchLimits(obey_robots=True)
    with serving(script) as server:
        assert isinstance(fetch(server.url("/closed/a"), allow_loopback=True), Captured)
        assert isinstance(fetch(server.url("/open"), allow_loopback=True, limits=heeding), Captured)
        closed = fetch(server.url("/closed/a"), allow_loopback=True, limits=heeding)
    assert refused_code(closed) == "robots_disallowed"


def test_a_host_is_asked_at_its_pace() -> None:
    paced = FetchLimits(pace_s=0.4)
    with serving(saying(reply())) as server:
        url = server.url(host="paced.example.com")
        started = time.monotonic()
        for _ in range(3):
            fetch(url, allow_loopback=True, limits=paced, resolver=lambda host, port: ["127.0.0.1"])
        assert time.monotonic() - started >= 0.8
        hurried = FetchLimits(pace_s=3_600)
        fetch(url, allow_loopback=True, limits=hurried, resolver=lambda host, port: ["127.0.0.1"])
        outcome = fetch(url, allow_loopback=True, limits=hurried, resolver=lambda host, port: ["127.0.0.1"])
    assert refused_code(outcome) == "host_busy"


def test_a_certificate_nobody_vouches_for_is_refused_and_the_name_was_asked(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subject = ["-subj", "/CN=news.example.com", "-days", "2"]
    made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(["openssl", "req", "-x509", "-nodes", *made, *subject], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    named: list[str | None] = []
    context.sni_callback = lambda _socket, name, _context: named.append(name)

    with socket.create_server(("127.0.0.1", 0)) as listener:

        def shake_hands() -> None:
            connection, _ = listener.accept()
            try:
                context.wrap_socket(connection, server_side=True).close()
            except ssl.SSLError:
                connection.close()

        thread = threading.Thread(target=shake_hands)
        thread.start()
        url = f"https://news.example.com:{listener.getsockname()[1]}/"
        outcome = fetch(url, allow_loopback=True, resolver=lambda host, port: ["127.0.0.1"])
        thread.join(5)
    assert refused_code(outcome) == "tls_failed"
    assert named == ["news.example.com"]
