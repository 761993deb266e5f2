"""The one way out to the network: resolves once, judges every address, and lets no answer outlast its bounds."""

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

import httpcore2
import httpx2

from pipeline.fetch.addresses import address_problem, is_numeric
from pipeline.fetch.limits import FetchLimits
from pipeline.fetch.refusals import refusal
from schemas.source import Refusal

__all__ = ["GuardedTransport", "Meter", "Resolver", "Stopped", "system_resolver"]

Resolver = Callable[[str, int], list[str]]
SocketOption = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]

_HEADER_READ_BYTES = 8_192


class Stopped(Exception):
    """A fetch that must not go on; carries the refusal through the HTTP library. `again` says a retry may help."""

    def __init__(self, why: Refusal, *, again: bool = False, retry_after_s: float | None = None) -> None:
        super().__init__(why.code)
        self.why = why
        self.again = again
        self.retry_after_s = retry_after_s


def system_resolver(host: str, port: int) -> list[str]:
    """All numeric addresses of a name, in the system's order of preference. Raises OSError when it has none."""
    return list(dict.fromkeys(str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


class Meter:
    """The bounds of one fetch and what is used up of them, over all its requests."""

    def __init__(self, limits: FetchLimits) -> None:
        self.limits = limits
        self.deadline = time.monotonic() + limits.total_s
        self.host = ""
        self.expect_answer("")

    def expect_answer(self, host: str) -> None:
        """A new request starts: the first-byte clock runs, nothing was received yet."""
        self.host = host
        self.answered = False
        self.received_bytes = 0
        self.started = time.monotonic()

    def answer_begins(self) -> None:
        """The headers are here: from now on the body's pace counts, not the wait before it."""
        self.answered = True
        self.started = time.monotonic()

    @property
    def left_s(self) -> float:
        """Seconds until the whole fetch must be over; at or below 0 it is."""
        return self.deadline - time.monotonic()

    def allowance_s(self, wanted_s: float | None) -> float:
        """How long the next operation may block. Raises Stopped when there is no time left."""
        left = self.left_s
        if not self.answered:
            left = min(left, self.started + self.limits.first_byte_s - time.monotonic())
        if left <= 0:
            raise Stopped(refusal("too_slow", host=self.host))
        return left if wanted_s is None else min(left, wanted_s)

    def count(self, received: int) -> None:
        """Take note of bytes that came. Raises Stopped when they are too many, or came too slowly."""
        self.received_bytes += received
        # One read may bring headers and the beginning of the body.
        if not self.answered and self.received_bytes > self.limits.max_header_bytes + _HEADER_READ_BYTES:
            raise Stopped(refusal("headers_too_large", host=self.host))
        if self.received_bytes > self.limits.max_wire_bytes:
            raise Stopped(refusal("too_large", limit=megabytes(self.limits.max_wire_bytes)))
        spent = time.monotonic() - self.started
        is_due = self.answered and spent > self.limits.slow_after_s
        if is_due and self.received_bytes < spent * self.limits.min_bytes_per_s:
            raise Stopped(refusal("too_slow", host=self.host))


def megabytes(size_bytes: int) -> str:
    """A size as the newsroom reads it: `15\u00a0Mo`, below one of them `400\u00a0ko`."""
    return f"{size_bytes / 1e6:.0f}\u00a0Mo" if size_bytes >= 1_000_000 else f"{size_bytes / 1e3:.0f}\u00a0ko"


class _MeteredStream(httpcore2.NetworkStream):
    def __init__(self, inner: httpcore2.NetworkStream, meter: Meter) -> None:
        self._inner = inner
        self._meter = meter

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        answered = self._meter.answered
        size = max_bytes if answered else min(max_bytes, _HEADER_READ_BYTES)
        # Until the answer begins, the first-byte clock alone says how long a silence may be; the stall is a body's.
        data = self._inner.read(size, self._meter.allowance_s(timeout if answered else None))
        self._meter.count(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._meter.allowance_s(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        try:
            inner = self._inner.start_tls(ssl_context, server_hostname, self._meter.allowance_s(timeout))
        except httpcore2.ConnectError as error:
            if isinstance(error.__cause__, ssl.SSLError):
                raise Stopped(refusal("tls_failed", host=self._meter.host)) from error
            raise
        return _MeteredStream(inner, self._meter)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _GuardedBackend(httpcore2.NetworkBackend):
    """Connects to the addresses that were judged, never to a name."""

    def __init__(self, meter: Meter, resolver: Resolver, *, allow_loopback: bool) -> None:
        self._meter = meter
        self._resolver = resolver
        self._allow_loopback = allow_loopback
        self._resolved: dict[tuple[str, int], list[str]] = {}
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore2.NetworkStream:
        last = httpcore2.ConnectError(f"no address for {host}")
        for address in self._admitted(host, port):
            allowed_s = self._meter.allowance_s(timeout)
            try:
                stream = self._inner.connect_tcp(address, port, allowed_s, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                last = httpcore2.ConnectError(str(error))
                continue
            return _MeteredStream(stream, self._meter)
        raise last

    def _admitted(self, host: str, port: int) -> list[str]:
        if (host, port) not in self._resolved:
            addresses = [host] if is_numeric(host) else self._look_up(host, port)
            # One bad address condemns the name: a mixed answer is a mistake or a trap.
            problems = [address_problem(one, allow_loopback=self._allow_loopback) for one in addresses]
            if any(problems):
                raise Stopped(refusal("private_address"))
            if port not in self._meter.limits.ports and not all(_is_loopback(one) for one in addresses):
                raise Stopped(refusal("forbidden_port"))
            self._resolved[host, port] = addresses
        return self._resolved[host, port]

    def _look_up(self, host: str, port: int) -> list[str]:
        """The resolver's answer within the time that is left; the system's own resolver knows no deadline."""
        answers: queue.Queue[list[str] | OSError | UnicodeError] = queue.Queue()

        def ask() -> None:
            try:
                answers.put(self._resolver(host, port))
            except (OSError, UnicodeError) as error:
                answers.put(error)

        threading.Thread(target=ask, daemon=True, name=f"resolve {host}").start()
        try:
            answer = answers.get(timeout=self._meter.allowance_s(None))
        except queue.Empty:
            raise Stopped(refusal("name_not_found", host=host)) from None
        if isinstance(answer, list) and answer:
            return answer
        again = isinstance(answer, socket.gaierror) and answer.errno == socket.EAI_AGAIN
        raise Stopped(refusal("name_not_found", host=host), again=again)


@lru_cache(maxsize=1)
def _trust() -> ssl.SSLContext:
    # Reading the certificates takes a tenth of a second; connections may share them.
    return httpx2.create_ssl_context()


def _is_loopback(address: str) -> bool:
    return address_problem(address) is not None and address_problem(address, allow_loopback=True) is None


class GuardedTransport(httpx2.BaseTransport):
    """The transport of one fetch: its connections, its resolved names, its meter."""

    def __init__(self, meter: Meter, resolver: Resolver, *, allow_loopback: bool) -> None:
        self._meter = meter
        # No HTTP proxy and no environment: a proxy would resolve names out of our sight.
        self._pool = httpcore2.ConnectionPool(
            ssl_context=_trust(),
            network_backend=_GuardedBackend(meter, resolver, allow_loopback=allow_loopback),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """One request, one answer, never a redirect. Raises Stopped, or what httpcore2 raises."""
        self._meter.expect_answer(request.url.host)
        url = httpcore2.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(
            httpcore2.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        )
        self._meter.answer_begins()
        return httpx2.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Any:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
