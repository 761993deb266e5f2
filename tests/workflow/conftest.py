"""Faults are waited out in milliseconds here: how long to wait is the policy's own test."""

import pytest

from pipeline.models import opening
from pipeline.models.retry import RetryPolicy, policy_for


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    def hurried(patience_s: float | None) -> RetryPolicy:
        return policy_for(patience_s).model_copy(update={"first_wait_s": 0.01, "longest_wait_s": 0.1})

    monkeypatch.setattr(opening, "policy_for", hurried)
