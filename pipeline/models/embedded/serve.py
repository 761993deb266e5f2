"""The embedded server's own process: `python -m pipeline.models.embedded.serve --model FILE --state FILE`.

It goes to the background at once, holds a lock for as long as it lives, says where it listens in a state file that only
its user can read, and ends by itself when nobody has asked it anything for a while.
"""

import argparse
import fcntl
import json
import os
import secrets
import signal
import sys
import time
from pathlib import Path
from threading import Event
from types import FrameType
from typing import Any

from pipeline.models.embedded.cores import free_cores

__all__ = ["main"]

LOCK_PATIENCE_S = 1.0
LOOK_EVERY_S = 1.0


def main() -> None:
    """Serve until idle or told to stop. Leaves without a word when another process serves this model already."""
    options = _options()
    if not _locked(options.state.with_suffix(".lock")):
        return
    # The lock goes with the child; the parent's return tells the starter that it is held.
    if os.fork():
        os._exit(0)
    os.setsid()
    _log_to(options.state.with_suffix(".log"))
    told_to_stop = Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        told_to_stop.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    key = secrets.token_urlsafe(32)
    server = _serving(options, key)
    _publish(options.state, {"url": server.listening_address, "pid": os.getpid(), "key": key})
    _outlast(server, options.idle_s, told_to_stop)
    options.state.unlink(missing_ok=True)
    # The library's threads have nothing left to save, and its own shutdown can wait for open connections.
    os._exit(0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Serve a local model on loopback.")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--state", type=Path, required=True)
    parser.add_argument("--slots", type=int, required=True)
    parser.add_argument("--context", type=int, required=True, help="tokens, shared by the slots")
    parser.add_argument("--idle-s", type=float, required=True)
    return parser.parse_args()


def _locked(path: Path) -> bool:
    """Take the lock for life; False when a living process has it. A starter's look at it holds it for a moment."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    give_up = time.monotonic() + LOCK_PATIENCE_S
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            if time.monotonic() > give_up:
                return False
            time.sleep(0.02)


def _log_to(path: Path) -> None:
    log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(log, sys.stdout.fileno())
    os.dup2(log, sys.stderr.fileno())
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, sys.stdin.fileno())


def _serving(options: argparse.Namespace, key: str) -> Any:
    import xllamacpp

    wanted = xllamacpp.CommonParams()
    wanted.model.path = str(options.model)
    wanted.hostnames = ["127.0.0.1"]
    wanted.port = 0
    wanted.api_keys = [key]
    wanted.ui = False
    wanted.endpoint_metrics = True
    # Slots show what others asked.
    wanted.endpoint_slots = False
    wanted.n_parallel = options.slots
    wanted.n_ctx = options.context
    # One pool for all slots: a long article may use it whole while the others rest.
    wanted.kv_unified = True
    wanted.n_gpu_layers = 0
    wanted.fit_params = False
    threads = free_cores()
    for thinking in (wanted.cpuparams, wanted.cpuparams_batch):
        thinking.n_threads = threads
        # Threads that wait by spinning take the cores from whoever shares the machine, and lose them in turn.
        thinking.poll = 0
    return xllamacpp.Server(wanted)


def _publish(path: Path, state: dict[str, Any]) -> None:
    """Write the state, and keep its file locked for as long as this process lives."""
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    fcntl.flock(handle, fcntl.LOCK_EX)
    os.write(handle, json.dumps(state).encode())
    draft.replace(path)


def _outlast(server: Any, idle_s: float, told_to_stop: Event) -> None:
    """Return when told to, or when the server has done no work for `idle_s` seconds."""
    seen, since = "", time.monotonic()
    while not told_to_stop.wait(LOOK_EVERY_S):
        work = _work(server)
        if work != seen or not work.endswith("requests_processing 0"):
            seen, since = work, time.monotonic()
        elif time.monotonic() - since > idle_s:
            return


def _work(server: Any) -> str:
    """Counters that change with every call, the running ones last."""
    counts = [
        line.removeprefix("llamacpp:")
        for line in str(server.handle_metrics()).splitlines()
        if line.startswith(("llamacpp:n_decode_total", "llamacpp:requests_processing"))
    ]
    return "\n".join(sorted(counts))


if __name__ == "__main__":
    main()
