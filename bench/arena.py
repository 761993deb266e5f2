"""Processes that are measured, and the model that stands in for theirs."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from pipeline.settings import PROJECT

__all__ = ["Team", "standing_in"]


class Team:
    """Processes that are measured together: each ready when it says so, and what they took of the processor since.

    Each leads a session of its own, which holds whatever it starts.
    """

    def __init__(self, held: ExitStack, environment: dict[str, str], *commands: Sequence[str]) -> None:
        whole = {**os.environ, **environment, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        self._processes = [
            subprocess.Popen(
                # Not as the main module: whatever that imports, each page's reader would import again.
                [sys.executable, "-c", f"from {module} import main; main()", *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                cwd=PROJECT,
                env=whole,
                start_new_session=True,
            )
            for module, *arguments in commands
        ]
        self.pids = frozenset(str(one.pid) for one in self._processes)
        held.callback(self._end)
        self.said()
        self._before_s = self._taken_s()

    def say(self) -> None:
        """Send each a line."""
        for one in self._processes:
            if one.stdin is not None:
                one.stdin.write("\n")
                one.stdin.flush()

    def said(self) -> str:
        """Wait for a line of each; the last one's."""
        line = ""
        for one in self._processes:
            line = one.stdout.readline().strip() if one.stdout is not None else ""
            if not line:
                raise SystemExit("a process that was to be measured has ended")
        return line

    def processor_s(self) -> float:
        """Since all were ready, the readers of pages included."""
        return self._taken_s() - self._before_s

    def _taken_s(self) -> float:
        ticks = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                told = stat.read_text().rpartition(")")[2].split()
                # Its own time and that of the children it has seen end, if it is of a session that one of ours began.
                ticks += sum(map(int, told[11:15])) if told[3] in self.pids else 0
        return ticks / os.sysconf("SC_CLK_TCK")

    def _end(self) -> None:
        for one in self._processes:
            one.terminate()
            one.communicate()


def standing_in(held: ExitStack, folder: str, *, latency_s: float, url: str = "") -> dict[str, str]:
    """The environment of a house in `folder`, or on the database of `url`, whose model is a stand-in that is `held`."""
    command = [sys.executable, "-m", "tests.standin", "--latency", str(latency_s)]
    standin = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT)
    held.callback(standin.communicate)
    held.callback(standin.terminate)
    address = standin.stdout.readline().strip() if standin.stdout is not None else ""
    return {
        # Grammalecte is not what is measured: where it is installed, it takes both sides more than all the rest.
        "PATH": "",
        "MORASSE_DATA_DIR": folder,
        "MORASSE_HOUSE_DIR": str(_unlimited(Path(folder) / "house")),
        "MORASSE_DATABASE_URL": url or f"sqlite:///{folder}/house.sqlite",
        "MORASSE_ALLOW_LOOPBACK": "1",
        "OPENAI_BASE_URL": address,
        "OPENAI_API_KEY": "sk-bench",
        # The plain graph has no judge either.
        "MORASSE_JUDGE": "0",
    }


def _unlimited(folder: Path) -> Path:
    """The house as it is, but for the limit of calls over all workers: the plain graph has none."""
    folder.mkdir()
    for one in (PROJECT / "data").glob("*.toml"):
        shutil.copy(one, folder)
    (folder / "service.toml").write_text("[provider]\nconcurrency = 1000\n", "utf-8")
    return folder
