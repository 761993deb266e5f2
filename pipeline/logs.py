"""What a maintainer reads: one JSON object a line, with the draft and the stage it is about.

Nothing of an article and no secret is in it, at any level: an exception is told by its kind and its place, because the
libraries' own words may quote what they were given.
"""

import json
import logging
import sys
import threading
import time
import traceback
from contextlib import suppress
from pathlib import Path

from pipeline.errors import MorasseError
from pipeline.models.meter import reading_meter

__all__ = ["JsonLines", "LogFile", "keep_log"]

_LOG = logging.getLogger("morasse")


class JsonLines(logging.Formatter):
    """`at` (UTC), `level`, `logger`, `said`, `draft`, `stage`, and what the caller gave as `extra={"fields": {…}}`."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        meter = reading_meter()
        line = {
            "at": f"{self.formatTime(record, '%Y-%m-%dT%H:%M:%S')}.{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
            # Others' messages may carry what they were given: only where they speak is kept.
            "said": record.getMessage() if record.name.startswith("morasse") else f"{record.module}:{record.lineno}",
            **({"draft": meter.draft_id, "stage": meter.stage} if meter.draft_id else {}),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[1]:
            line |= _told(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


class LogFile(logging.FileHandler):
    """A file that is opened with its first line; a line that finds none goes to standard error."""

    def emit(self, record: logging.LogRecord) -> None:
        """Never raises: the library opens the file outside its own guard, and a log must not end what it tells of."""
        try:
            # A house on Postgres may keep nothing else in its folder.
            Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
            super().emit(record)
        except OSError:
            with suppress(OSError, ValueError):
                print(self.format(record), file=sys.stderr, flush=True)


def keep_log(place: Path | None) -> None:
    """Send the log to a file, or to standard error where `place` is None; from then on, whatever thread speaks."""
    # A full disk must not make the log's own failure the news.
    logging.raiseExceptions = False
    handler = LogFile(place, encoding="utf-8", delay=True) if place else logging.StreamHandler(sys.stderr)
    formatter = JsonLines()
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    _LOG.setLevel(logging.INFO)

    def note(ended: threading.ExceptHookArgs) -> None:
        told = (ended.exc_type, ended.exc_value, ended.exc_traceback) if ended.exc_value else None
        _LOG.error("a thread ended by %s", ended.exc_type.__name__, exc_info=told)

    threading.excepthook = note


def _told(error: BaseException) -> dict[str, object]:
    frames = traceback.extract_tb(error.__traceback__)
    said = {"reason": str(error)} if isinstance(error, MorasseError) else {}
    return {
        "error": type(error).__name__,
        **said,
        "trace": [f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in frames],
    }
