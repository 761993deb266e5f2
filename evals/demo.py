"""The demonstration: our samples served on loopback, one of them drafted by its URL, as an editor would.

`python -m evals.demo [NAME]`; the exit code is that of `morasse draft`.
"""

import os
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from pipeline.settings import PROJECT

__all__ = ["main"]

_SAMPLE = "port-phones"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_words: object) -> None:
        """Say nothing: the draft's own progress is what there is to see."""


def main(sample: str = _SAMPLE) -> int:
    """Serve data/samples/ and draft one of its articles with the command line."""
    handler = partial(_Quiet, directory=str(PROJECT / "data" / "samples"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/{sample}.html"
        morasse = Path(sys.executable).parent / "morasse"
        environment = {**os.environ, "MORASSE_ALLOW_LOOPBACK": "1"}
        try:
            return subprocess.run([morasse, "draft", url], env=environment, check=False).returncode
        finally:
            server.shutdown()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
