"""What an operator says of fetching in service.toml."""

from pathlib import Path

import pytest

from pipeline.errors import UsageFault
from pipeline.fetch import FetchLimits
from pipeline.settings import load_service


def test_ports_robots_and_pace_are_the_operators_to_set(tmp_path: Path) -> None:
    assert load_service(tmp_path).fetch == FetchLimits()
    (tmp_path / "service.toml").write_text(
        "[fetch]\nports = [80, 443, 8443]\nobey_robots = true\npace_s = 2\n", "utf-8"
    )
    said = load_service(tmp_path).fetch
    assert (said.ports, said.obey_robots, said.pace_s) == ((80, 443, 8443), True, 2.0)


def test_a_limit_that_cannot_be_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "service.toml").write_text("[fetch]\ntotal_s = 0\n", "utf-8")
    with pytest.raises(UsageFault):
        load_service(tmp_path)
