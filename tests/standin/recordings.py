"""Replies that were recorded once and are given again."""

import json
from pathlib import Path
from typing import Any

from tests.standin.request import Request

__all__ = ["Recordings"]


class Recordings:
    """A folder of `*.json`, each `{"reply": name of the schema, "contains": words of the prompt, "content": {…}}`.

    The first that fits a request in file order answers it; `contains` may be left out. LookupError when none fits.
    """

    def __init__(self, folder: Path) -> None:
        self._all = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]

    def __call__(self, request: Request) -> dict[str, Any]:
        for one in self._all:
            if one["reply"] == request.reply_name and one.get("contains", "") in request.text:
                content: dict[str, Any] = one["content"]
                return content
        raise LookupError(f"no recording fits {request.reply_name}")
