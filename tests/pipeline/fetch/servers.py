"""Real servers on loopback that answer as badly as they are told to."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Script = Callable[[socket.socket, str], None]

PAGE = b"<!doctype html><html><head><title>A page</title></head><body><p>Some words.</p></body></html>"


@dataclass
class Server:
    """A listening socket; `requests` are the request heads it was sent, one a connection."""

    port: int
    requests: list[str] = field(default_factory=list)

    def url(self, path: str = "/", *, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


def reply(content: bytes = PAGE, *, status: int = 200, content_type: str = "text/html", **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status} Said", f"Content-Length: {len(content)}", "Connection: close"]
    lines += [f"Content-Type: {content_type}"] if content_type else []
    lines += [f"{key.replace('_', '-')}: {value}" for key, value in headers.items()]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + content


@contextmanager
def serving(script: Script) -> Iterator[Server]:
    """A server that reads one request head a connection and hands socket and head to `script`."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = Server(port=listener.getsockname()[1])
    threads: list[threading.Thread] = []

    def answer(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            head = b""
            while b"\r\n\r\n" not in head and (data := connection.recv(65_536)):
                head += data
            server.requests.append(head.decode("latin-1"))
            script(connection, head.decode("latin-1"))

    def accept() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threads.append(threading.Thread(target=answer, args=(connection,), daemon=True))
            threads[-1].start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield server
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        accepting.join(2)
        for thread in threads:
            thread.join(5)


def saying(*replies: bytes) -> Script:
    """Each connection gets the next reply, the last one for ever."""
    left = list(replies)

    def script(connection: socket.socket, _head: str) -> None:
        connection.sendall(left.pop(0) if len(left) > 1 else left[0])

    return script


def dripping(opening: bytes, drop: bytes) -> Script:
    """The opening, then a drop every few milliseconds for as long as the other side stays."""

    def script(connection: socket.socket, _head: str) -> None:
        connection.sendall(opening)
        while True:
            connection.sendall(drop)
            time.sleep(0.02)

    return script


def silent(connection: socket.socket, _head: str) -> None:
    """Says nothing until the other side has gone."""
    connection.recv(1)


def path_of(head: str) -> str:
    return head.split(" ")[1]
