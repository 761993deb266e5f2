"""The stand-in's HTTP server."""

import json
import os
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from types import TracebackType
from typing import Any, Self

from tests.standin.faults import ALL_KINDS, Fault, Faults
from tests.standin.obeying import obey
from tests.standin.request import Request
from tests.standin.wire import STATUS_FAULTS, completion, error_body, misbehaved

__all__ = ["Call", "StandIn"]

CHARS_PER_TOKEN = 4
COMPARED = 50


@dataclass(frozen=True)
class Call:
    """One request that reached the server, what went wrong on purpose, and whether it was answered to the end."""

    request: Request
    fault: Fault | None
    finished: bool
    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0


class StandIn:
    """A context: `with StandIn() as model:` serves on loopback, `model.base_url` is its address.

    `reply` makes the answer to a request; `latency_s` passes before it; `key`, when given, is the only one accepted;
    `models`, when given, the only ones known. `calls` records everything; `journal` keeps each finished call in a
    file too, one JSON object a line, so that it outlives the process.
    """

    def __init__(
        self,
        reply: Callable[[Request], dict[str, Any]] = obey,
        *,
        faults: Faults | None = None,
        latency_s: float = 0.0,
        key: str | None = None,
        models: tuple[str, ...] | None = None,
        port: int = 0,
        journal: Path | None = None,
    ) -> None:
        self.reply = reply
        self.faults = faults or Faults()
        self.latency_s = latency_s
        self.key = key
        self.models = models
        self.journal = journal
        self.calls: list[Call] = []
        self.running = 0
        self.most_running = 0
        self._lock = Lock()
        self._http = _Server(("127.0.0.1", port), _Handler)
        self._http.standin = self
        self._thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def counts(self) -> dict[str, Any]:
        """What a test in another process wants to know; `paid_twice`: finished calls asked again to the letter."""
        with self._lock:
            calls = list(self.calls)
        finished = [one for one in calls if one.finished]
        asked = Counter(_digest(one.request) for one in finished)
        return {
            "calls": len(calls),
            "finished": len(finished),
            "faults": dict(Counter(one.fault.kind for one in calls if one.fault)),
            "replies": dict(Counter(one.request.reply_name for one in finished)),
            "paid_twice": sum(times - 1 for times in asked.values()),
            "tokens_in": sum(one.tokens_in for one in finished),
            "tokens_cached": sum(one.tokens_cached for one in finished),
            "tokens_out": sum(one.tokens_out for one in finished),
            "most_running": self.most_running,
            "pid": os.getpid(),
        }

    def begin(self) -> None:
        with self._lock:
            self.running += 1
            self.most_running = max(self.most_running, self.running)

    def end(self, call: Call, began: float) -> None:
        with self._lock:
            self.running -= 1
            self.calls.append(call)
            if self.journal and call.finished:
                line = {"asked": _digest(call.request), "began": began, "ended": time.time()}
                with self.journal.open("a") as file:
                    file.write(f"{json.dumps(line)}\n")

    def cached_tokens(self, text: str) -> int:
        """Tokens that a server which keeps prefixes would not have read again."""
        with self._lock:
            earlier = [one.request.text for one in self.calls[-COMPARED:] if one.finished]
        return max((_shared_chars(text, one) for one in earlier), default=0) // CHARS_PER_TOKEN


def _digest(request: Request) -> str:
    return sha256(json.dumps(request.body, sort_keys=True).encode()).hexdigest()


def _shared_chars(one: str, other: str) -> int:
    # By halves: a character at a time would take more of the processor than what is measured beside it.
    same, end = 0, min(len(one), len(other))
    while same < end:
        half = (same + end + 1) // 2
        same, end = (half, end) if one[same:half] == other[same:half] else (same, half - 1)
    return same


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256
    standin: StandIn

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up or is killed is what the stand-in is for."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def log_message(self, format: str, *args: Any) -> None:
        """Silence: the calls are recorded."""

    def do_GET(self) -> None:
        if self.path == "/standin/counts":
            self._send(200, self.server.standin.counts())
        elif self.path.endswith("/models"):
            known = self.server.standin.models or ("stand-in",)
            self._send(200, {"object": "list", "data": [{"id": one, "object": "model"} for one in known]})
        else:
            self._send(404, error_body("not found"))

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        standin = self.server.standin
        if self.path == "/standin/faults":
            kinds = tuple(kind for kind in ALL_KINDS if kind in body.get("kinds", ALL_KINDS))
            standin.faults = Faults(rate=body["rate"], kinds=kinds, seed=body.get("seed", 0))
            self._send(200, {})
            return
        request = Request(body, {key.lower(): value for key, value in self.headers.items()})
        began = time.time()
        standin.begin()
        fault = self._fault(request)
        call = Call(request, fault, finished=False)
        try:
            call = self._answered(request, fault)
        finally:
            standin.end(call, began)

    def _fault(self, request: Request) -> Fault | None:
        standin = self.server.standin
        if standin.key is not None and request.headers.get("authorization") != f"Bearer {standin.key}":
            return Fault("wrong_key")
        if self.path != "/v1/chat/completions" or (standin.models and request.model not in standin.models):
            return Fault("unknown_model")
        fault = standin.faults.next(request.reply_name)
        if fault and fault.kind == "no_temperature" and "temperature" not in request.body:
            return None
        return fault

    def _answered(self, request: Request, fault: Fault | None) -> Call:
        standin = self.server.standin
        kind = fault.kind if fault else None
        failed = Call(request, fault, finished=False)
        if fault and kind in STATUS_FAULTS:
            headers = {"Retry-After": fault.retry_after} if fault.retry_after else {}
            status, answer = STATUS_FAULTS[kind]
            self._send(status, answer, headers)
            return failed
        if kind == "dropped":
            return failed
        if kind == "another_service":
            self._send_bytes(200, b"<html><body>Bienvenue</body></html>", "text/html")
            return failed
        time.sleep(standin.latency_s + (fault.stall_s if fault and kind == "stalled" else 0.0))
        content = json.dumps(standin.reply(request), ensure_ascii=False)
        tokens_in = len(request.text) // CHARS_PER_TOKEN
        cached = standin.cached_tokens(request.text)
        tokens_out = len(content) // CHARS_PER_TOKEN
        answer = misbehaved(kind, content, completion(request.model, content, tokens_in, cached, tokens_out))
        if kind == "cut":
            self._send_bytes(200, json.dumps(answer).encode(), "application/json", cut=True)
            return failed
        self._send(200, answer)
        return Call(request, fault, True, tokens_in, cached, tokens_out)

    def _send(self, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
        self._send_bytes(status, json.dumps(body).encode(), "application/json", headers)

    def _send_bytes(
        self, status: int, body: bytes, media_type: str, headers: dict[str, str] | None = None, *, cut: bool = False
    ) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": media_type, "Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if cut else body)
