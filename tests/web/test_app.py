"""The application as a whole: health, headers, pages, documentation of errors."""

import json

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import ForeignSite


def test_health_tells_what_is_served(client: TestClient) -> None:
    for path, status in (("/healthz", "ok"), ("/readyz", "ready")):
        health = client.get(path).json()
        assert health["status"] == status
        assert health["entries"] == 6
        assert health["problems"] == 0


@pytest.mark.parametrize("path", ["/", "/chat", "/chat?topic=waste", "/faq/passport-fee", "/widget/panel"])
def test_pages_are_served_under_a_strict_policy(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/html")
    policy = response.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_the_loader_is_a_script_with_the_citys_words(client: TestClient) -> None:
    response = client.get("/widget.js")
    assert response.headers["content-type"].startswith("text/javascript")
    assert json.dumps("한빛톡에 물어보기") in response.text


def test_static_files_with_a_version_are_kept_for_long(client: TestClient) -> None:
    assert "immutable" in client.get("/static/tokens.css?v=1").headers["cache-control"]
    assert client.get("/static/tokens.css").headers["cache-control"] == "no-cache"


def test_only_listed_sites_may_call_from_another_origin(
    client: TestClient, foreign_site: ForeignSite
) -> None:
    allowed = client.get("/widget/panel", headers={"Origin": foreign_site.url})
    assert allowed.headers["access-control-allow-origin"] == foreign_site.url
    refused = client.get("/widget/panel", headers={"Origin": "http://elsewhere.example"})
    assert "access-control-allow-origin" not in refused.headers


def test_a_wrong_method_has_the_one_error_shape(client: TestClient) -> None:
    response = client.get("/api/chat")
    assert response.status_code == 405
    assert response.json()["error"]["code"] == "method_not_allowed"
    assert "POST" in response.headers["allow"]


def test_every_operation_documents_its_errors_in_the_one_shape(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    assert set(document["paths"]) == {
        "/api/chat",
        "/api/feedback",
        "/api/search",
        "/api/entries/{entry_id}",
        "/kakao/skill",
        "/api/staff/search",
        "/api/staff/arithmetic",
        "/api/staff/entries/{entry_id}",
        "/api/staff/conversations/{code}",
        "/api/staff/pins",
        "/api/staff/marks",
        "/api/staff/log",
        "/api/staff/log/{line_id}/undo",
        "/healthz",
        "/readyz",
    }
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            for status, response in operation["responses"].items():
                if status != "200":
                    schema = response["content"]["application/json"]["schema"]
                    assert schema == {"$ref": "#/components/schemas/ErrorReply"}, (method, path, status)
