import math
import os

import pytest

from pipeline.models.embedded import cores
from pipeline.models.embedded.cores import free_cores


@pytest.mark.parametrize(
    ("physical", "idle", "free"),
    [(4, 0.3, 1), (4, 0.0, 1), (4, 2.2, 2), (4, 7.9, 4), (4, math.inf, 4), (1, math.inf, 1)],
)
def test_cores_that_others_use_are_left_to_them(
    physical: int, idle: float, free: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cores, "_physical_cores", lambda: physical)
    monkeypatch.setattr(cores, "_idle_cores", lambda: idle)
    assert free_cores() == free


def test_there_are_never_more_than_the_machine_has() -> None:
    assert 1 <= free_cores() <= len(os.sched_getaffinity(0))
