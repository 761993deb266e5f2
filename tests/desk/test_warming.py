"""Drafts are read ahead for whoever may edit them, but never while pages are being asked for."""

from collections.abc import Callable
from typing import Any

import pytest

from desk import warming
from desk.warming import Warming


class _Timer:
    """A timer that is over when the test says so."""

    started: list["_Timer"] = []

    def __init__(self, _interval_s: float, call: Callable[..., Any], args: Any = (), kwargs: Any = None) -> None:
        self.over: Callable[[], Any] = lambda: call(*args, **(kwargs or {})).result()
        self.is_cancelled = False

    def start(self) -> None:
        self.started.append(self)

    def cancel(self) -> None:
        self.is_cancelled = True


def test_only_the_draft_opened_last_is_read_ahead_and_only_when_the_desk_is_calm(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[Any] = []
    monkeypatch.setattr(_Timer, "started", [])
    monkeypatch.setattr(warming, "Timer", _Timer)
    monkeypatch.setattr(warming, "verified", lambda draft, _article, *, house: read.append(draft))
    ahead: Any = Warming()
    for draft in ("one", "other", "last"):
        ahead.expect(draft, "article", "house")
    assert read == []
    for timer in _Timer.started:
        if not timer.is_cancelled:
            timer.over()
    assert read == ["last"]
