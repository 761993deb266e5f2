"""Starts `morasse` processes at once: one parent has everything imported, and each process is a fork of it.

A line of JSON on standard input is a command, its environment and its log file; a line on standard output its number.
"""

import importlib
import json
import os
import signal
import sys
from pathlib import Path

_LOADED = (
    "alembic.command",
    "dbos",
    "desk.cli",
    "pipeline.cli.drafts",
    "pipeline.cli.press",
    "pipeline.models.opening",
    "pipeline.verify",
    "langchain_openai",
    "psycopg",
    "tests.chaos.acts",
    "tests.standin.__main__",
)


def main() -> None:
    for name in _LOADED:
        importlib.import_module(name)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    print("ready", flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            _become(order["module"], order["arguments"], order["environment"], Path(order["log"]))
        print(pid, flush=True)


def _become(module: str, arguments: list[str], environment: dict[str, str], log: Path) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.update(environment)
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(out, stream)
    os.close(0)
    sys.argv = [module, *arguments]
    code = 1
    try:
        importlib.import_module(module).main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
