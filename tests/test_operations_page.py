"""What `docs/operations.md` gives to copy holds together: whoever copies it has no machine of ours to try it on."""

import re
from typing import Any

import pytest
import sqlalchemy as sa
import yaml

from pipeline.settings import PROJECT

PAGE = (PROJECT / "docs" / "operations.md").read_text("utf-8")


@pytest.fixture
def compose() -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load(re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0])
    return told


@pytest.mark.parametrize("name", ["worker", "desk"])
def test_the_compose_example_keeps_the_password_in_a_secret(name: str, compose: dict[str, Any]) -> None:
    service = compose["services"][name]
    settings = service["environment"]
    assert sa.make_url(settings["MORASSE_DATABASE_URL"]).password is None
    secret = settings["PGPASSFILE"].removeprefix("/run/secrets/")
    assert secret in service["secrets"]
    assert compose["secrets"][secret]["file"]


@pytest.mark.parametrize("name", ["worker", "desk"])
def test_the_compose_example_keeps_the_log_outside_the_container(name: str, compose: dict[str, Any]) -> None:
    service = compose["services"][name]
    assert service["environment"]["MORASSE_LOG"] == "stderr"
    assert service["logging"]["driver"] not in ("json-file", "local")


def test_the_page_says_where_the_log_and_the_password_are() -> None:
    said = PAGE.partition("secrets:\n  base:")[2]
    assert "part avec le conteneur" in said
    assert "`PGPASSFILE`" in said
