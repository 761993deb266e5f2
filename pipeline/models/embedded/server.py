"""One embedded server for all processes of a user: found when it lives, started when it does not."""

import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from pipeline.digests import digest_bytes
from pipeline.errors import PermanentError, TransientError
from pipeline.models.client import Address
from pipeline.models.embedded.weights import EMBEDDED_NAME

__all__ = ["EmbeddedServer"]

# One slot, one reading of a shared prefix: measured on two cores, ten calls took 85 s in one slot, over 135 s in four.
SLOTS = 1
CONTEXT_TOKENS = 8_192
IDLE_S = 600.0
START_PATIENCE_S = 180.0
HEALTH_TIMEOUT_S = 10.0


class EmbeddedServer:
    """A handle on the server of one model file. Nothing starts before `address` is asked for.

    `folder` holds its state, lock and log, readable by their owner alone. `slots` calls run side by side; they share
    `context_tokens`. The server ends by itself after `idle_s` seconds without work, and a crashed one is started again.
    """

    def __init__(
        self,
        model: Path,
        folder: Path,
        *,
        slots: int = SLOTS,
        context_tokens: int = CONTEXT_TOKENS,
        idle_s: float = IDLE_S,
    ) -> None:
        self.model = model.resolve()
        self.slots = slots
        self._context_tokens = context_tokens
        self._idle_s = idle_s
        self._state = folder / f"embedded-{digest_bytes(str(self.model).encode())[:12]}.json"

    @property
    def log(self) -> Path:
        """Where the server's own words go."""
        return self._state.with_suffix(".log")

    def address(self) -> Address:
        """Where the server listens, started if need be: seconds the first time, a moment afterwards.

        Raises PermanentError when the model cannot be loaded, TransientError when it takes too long.
        """
        state = self._living()
        if state is not None and _is_healthy(state):
            return _address(state)
        if state is not None:
            # Alive but deaf (stopped, or hung): what it was doing is lost either way.
            self._end(state, signal.SIGKILL)
        return self._started()

    def pid(self) -> int | None:
        """The living server's process, None when there is none."""
        state = self._living()
        return int(state["pid"]) if state else None

    def stop(self) -> None:
        """End the server if it lives; harmless otherwise."""
        state = self._living()
        if state is not None:
            self._end(state, signal.SIGTERM)

    def _started(self) -> Address:
        self._state.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        give_up = time.monotonic() + START_PATIENCE_S
        launches = 0
        while time.monotonic() < give_up:
            state = self._living()
            if state is not None and _is_healthy(state):
                return _address(state)
            if state is None and not self._is_held():
                # The first launch may have met a server that was just ending, and have left the field to it.
                if launches == 2:
                    raise self._does_not_start()
                launches += 1
                self._launch()
            time.sleep(0.05)
        raise TransientError(
            "Le modèle embarqué met trop de temps à démarrer.",
            f"Libérez de la mémoire ou du processeur, puis réessayez\u00a0; le journal est {self.log}.",
        )

    def _does_not_start(self) -> PermanentError:
        is_ours = self.model.stem == EMBEDDED_NAME
        check = "Vérifiez-le avec «\u00a0morasse model check\u00a0»" if is_ours else f"Vérifiez le fichier {self.model}"
        return PermanentError(
            "Le modèle embarqué ne démarre pas\u00a0: son fichier ne se lit pas, ou la mémoire manque.",
            f"{check}\u00a0; le journal est {self.log}.",
        )

    def _launch(self) -> None:
        command = [sys.executable, "-m", "pipeline.models.embedded.serve"]
        command += ["--model", str(self.model), "--state", str(self._state), "--idle-s", str(self._idle_s)]
        command += ["--slots", str(self.slots), "--context", str(self._context_tokens)]
        # Returns as soon as the process has gone to the background with the lock held.
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def _is_held(self) -> bool:
        """Whether a process serves this model or is about to: the kernel drops the lock with the process."""
        try:
            handle = os.open(self._state.with_suffix(".lock"), os.O_RDWR)
        except FileNotFoundError:
            return False
        with os.fdopen(handle):
            return _is_locked(handle)

    def _living(self) -> dict[str, Any] | None:
        """The state of a server that is up; None while it loads or when there is none.

        A server keeps the very file it wrote locked, so that the state of a dead one is never taken for a living one's
        and no process is ever ended by a number that has passed to another.
        """
        try:
            with self._state.open(encoding="utf-8") as file:
                state: dict[str, Any] = json.load(file)
                return state if _is_locked(file.fileno()) else None
        except FileNotFoundError:
            return None

    def _end(self, state: dict[str, Any], how: signal.Signals) -> None:
        try:
            os.kill(state["pid"], how)
        except ProcessLookupError:
            return
        give_up = time.monotonic() + HEALTH_TIMEOUT_S
        while self._living() is not None and time.monotonic() < give_up:
            time.sleep(0.02)


def _is_locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    return False


def _address(state: dict[str, Any]) -> Address:
    return Address(base_url=f"{state['url']}/v1", api_key=SecretStr(state["key"]))


def _is_healthy(state: dict[str, Any]) -> bool:
    import httpx2

    try:
        with httpx2.Client(trust_env=False, timeout=HEALTH_TIMEOUT_S) as client:
            return client.get(f"{state['url']}/health").status_code == 200
    except httpx2.TransportError:
        return False
