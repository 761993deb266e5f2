"""A worker that is measured, as a process: given CALLS, it makes that many model calls side by side.

It says when it is ready, and ends when its input does.
"""

import sys
import tempfile

from bench.pages import page
from pipeline.compose import Newsroom, open_newsroom
from pipeline.gates import source
from pipeline.settings import load_settings
from pipeline.workflow import working
from schemas.source import SourceRequest

__all__ = ["main"]

_PATIENCE_S = 600.0


def main() -> None:
    """See the module."""
    settings, calls = load_settings(), int(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        # A draft in a house of its own loads libraries and the embedding before anything is measured.
        warming = open_newsroom(settings.model_copy(update={"database_url": f"sqlite:///{folder}/house.sqlite"}))
        _work(warming, calls, until_settled=source.submit(warming.office, SourceRequest(source="-"), page(-1)).id)
    _work(open_newsroom(settings), calls)


def _work(newsroom: Newsroom, calls: int, until_settled: str = "") -> None:
    url = newsroom.settings.database_url
    silence_s = newsroom.settings.worker_silence_s
    with working(newsroom.bench(_PATIENCE_S), database_url=url, model_calls=calls, silence_s=silence_s):
        if until_settled:
            newsroom.settle(until_settled, lambda _row, _stages: None)
            return
        print("ready", flush=True)
        sys.stdin.read()
