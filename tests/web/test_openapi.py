"""Schemathesis over the OpenAPI document: whatever is sent, the server answers as documented."""

from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


POSITIVE, NEGATIVE = GenerationMode.POSITIVE, GenerationMode.NEGATIVE


@pytest.mark.parametrize(
    ("path", "method", "mode"),
    [
        ("/api/chat", "post", POSITIVE),
        ("/api/chat", "post", NEGATIVE),
        ("/api/feedback", "post", POSITIVE),
        ("/api/feedback", "post", NEGATIVE),
        ("/api/search", "get", POSITIVE),
        ("/api/search", "get", NEGATIVE),
        ("/api/entries/{entry_id}", "get", POSITIVE),
        ("/api/entries/{entry_id}", "get", NEGATIVE),
        ("/kakao/skill", "post", POSITIVE),
        ("/kakao/skill", "post", NEGATIVE),
        # These two take nothing that could be wrong.
        ("/healthz", "get", POSITIVE),
        ("/readyz", "get", POSITIVE),
    ],
)
def test_no_request_breaks_the_server_or_its_word(
    application: FastAPI, path: str, method: str, mode: GenerationMode
) -> None:
    """Neither what the document allows nor what it forbids gets a 5xx or an undocumented answer."""
    document = schemathesis.openapi.from_asgi("/openapi.json", application)
    operation = document[path][method]

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def check(case: schemathesis.Case[Any]) -> None:
        case.validate_response(case.call(), checks=CHECKS)

    check()
