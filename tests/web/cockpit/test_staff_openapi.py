"""Schemathesis over the counsellors' part of the OpenAPI document, signed in and not."""

from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from chatbot.store.accounts import Role
from tests.web.staff_client import StaffClient
from tests.web.test_openapi import CHECKS

_OPERATIONS = [
    ("/api/staff/search", "get"),
    ("/api/staff/arithmetic", "get"),
    ("/api/staff/entries/{entry_id}", "get"),
    ("/api/staff/conversations/{code}", "get"),
    ("/api/staff/pins", "post"),
    ("/api/staff/marks", "post"),
    ("/api/staff/log", "post"),
    ("/api/staff/log/{line_id}/undo", "post"),
]


@pytest.mark.parametrize("is_signed_in", [True, False])
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize(("path", "method"), _OPERATIONS, ids=[path for path, _ in _OPERATIONS])
def test_no_request_breaks_the_server_or_its_word(
    application: FastAPI, path: str, method: str, *, mode: GenerationMode, is_signed_in: bool
) -> None:
    """Neither what the document allows nor what it forbids gets a 5xx or an undocumented answer."""
    staff = StaffClient(application, Role.STAFF, "schemathesis")
    cookies = {staff.services.access.cookies.session_name: staff.token} if is_signed_in else {}
    headers = {"X-CSRF-Token": staff.csrf_token} if is_signed_in else {}
    operation = schemathesis.openapi.from_asgi("/openapi.json", application)[path][method]

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def check(case: schemathesis.Case[Any]) -> None:
        response = case.call(cookies=cookies, headers=headers)
        case.validate_response(response, checks=CHECKS)

    check()
