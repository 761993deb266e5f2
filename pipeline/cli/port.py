"""A worker's own small port: /metrics, /healthz and /readyz, on loopback unless a host is given."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from pipeline.compose import Newsroom
from pipeline.errors import StoreFault, UsageFault
from pipeline.gauges import metrics_text, unready

__all__ = ["answered", "port_open"]

_PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"


@contextmanager
def port_open(newsroom: Newsroom, port: int, host: str) -> Iterator[int]:
    """Serve for the time of the block; yields the port (`port` 0: any that is free). Raises UsageFault."""

    class Asked(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, said, media_type = answered(newsroom, self.path)
            self.send_response(status)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, format: str, *args: object) -> None:
            """Probes are not news."""

    with _bound(host, port, Asked) as server:
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever, name="metrics", daemon=True)
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()


def _bound(host: str, port: int, handler: type[BaseHTTPRequestHandler]) -> ThreadingHTTPServer:
    try:
        return ThreadingHTTPServer((host, port), handler)
    except OSError as error:
        raise UsageFault(
            f"L’adresse {host}:{port} ne peut pas être prise ({error.strerror}).",
            "Donnez un autre --metrics-host ou --metrics-port.",
        ) from error


def answered(newsroom: Newsroom, path: str) -> tuple[int, bytes, str]:
    """Status, words and media type of an address; 404 where it is none of the three."""
    plain = "text/plain; charset=utf-8"
    if path == "/healthz":
        return 200, b"ok\n", plain
    if path == "/readyz":
        why = unready(newsroom.engine)
        return (503, f"{why}\n".encode(), plain) if why else (200, b"ok\n", plain)
    if path == "/metrics":
        try:
            return 200, metrics_text(newsroom.engine, newsroom.settings.worker_silence_s), _PROMETHEUS
        except StoreFault as fault:
            return 503, f"{fault}\n".encode(), plain
    return 404, b"", plain
