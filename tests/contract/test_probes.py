"""The desk's addresses for those who operate it, over HTTP: open ones say little, figures are for this house."""

import httpx2
import pytest

from tests.contract.conftest import Served

ELSEWHERE = {"X-Forwarded-For": "203.0.113.5"}


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_anyone_may_ask_whether_the_desk_is_well(served: Served, path: str) -> None:
    for headers in ({}, ELSEWHERE):
        answer = httpx2.get(f"{served.address}{path}", headers=headers)
        assert (answer.status_code, answer.text) == (200, "ok\n")
        assert answer.headers["cache-control"] == "no-store"


def test_figures_are_read_on_this_machine_or_with_a_maintainer_s_token(served: Served) -> None:
    here = httpx2.get(f"{served.address}/metrics")
    assert here.status_code == 200
    assert here.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert 'morasse_drafts{state="review_gate"}' in here.text
    secrets = {
        served.token_for("Mona", "maintainer"): 200,
        served.token_for("Rémi", "reviewer"): 403,
        "morasse_none": 403,
    }
    for secret, status in secrets.items():
        headers = {**ELSEWHERE, "Authorization": f"Bearer {secret}"}
        answer = httpx2.get(f"{served.address}/metrics", headers=headers)
        assert answer.status_code == status
        assert ("morasse_drafts" in answer.text) == (status == 200)


@pytest.mark.parametrize("way", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
def test_a_proxy_on_this_machine_is_not_this_machine(served: Served, way: str) -> None:
    answer = httpx2.get(f"{served.address}/metrics", headers={way: "127.0.0.1"})
    assert answer.status_code == 403
    assert "jeton" in answer.text
