"""The API against its own document: whatever fits the document, or nearly fits it, never meets a server error."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from tests.contract.conftest import Served

_EXAMPLES, _OPERATIONS = 6, 9
_CHECKS = [not_a_server_error, status_code_conformance, response_schema_conformance]


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["fitting", "unfit"])
def test_no_request_meets_a_server_error(served: Served, mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_url(f"{served.address}/api/v1/openapi.json")
    statuses: dict[str, set[int]] = {}
    for found in schema.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        # A draft that is there: made-up ids would try nothing but one refusal.
        known = {"draft_id": served.draft} if "{draft_id}" in operation.path else None

        @settings(
            max_examples=_EXAMPLES,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(operation.as_strategy(generation_mode=mode, path_parameters=known))
        def meets(case: Case[Any]) -> None:
            headers = {"Authorization": f"Bearer {served.secret}"}
            answer = case.call(base_url=f"{served.address}/api/v1", headers=headers, timeout=30)
            statuses.setdefault(case.operation.label, set()).add(answer.status_code)
            case.validate_response(answer, checks=_CHECKS)

        meets()
    wrong = {label: codes for label, codes in statuses.items() if any(code >= 500 for code in codes)}
    assert not wrong
    assert len(statuses) == _OPERATIONS
