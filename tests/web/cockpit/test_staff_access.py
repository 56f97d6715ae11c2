"""Nobody without an account gets in, and nothing is changed without the token of a page of ours."""

import pytest
from fastapi.testclient import TestClient

from tests.web.staff_client import StaffClient

_READ = [
    "/api/staff/search?q=여권",
    "/api/staff/entries/passport-fee",
    "/api/staff/arithmetic?q=여권",
    "/api/staff/conversations/ACFHJK",
]
_PAGES = ["/staff", "/staff?entry=passport-fee", "/staff/log", "/staff/log.csv"]
_WRITE = [
    ("/api/staff/pins", {"entry_id": "passport-fee", "pinned": True}),
    ("/api/staff/marks", {"kind": "missing", "query": "여권"}),
    ("/api/staff/log", {"outcome": "answered", "entry_id": "passport-fee"}),
    ("/api/staff/log/1/undo", {}),
]
_FORMS = [
    ("/staff/pins", {"entry_id": "passport-fee", "pinned": "true"}),
    ("/staff/marks", {"kind": "missing"}),
    ("/staff/log", {"outcome": "answered"}),
    ("/staff/log/undo", {"line_id": "1"}),
]


@pytest.mark.parametrize("path", _READ)
def test_json_is_told_to_sign_in(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 401
    assert response.json()["error"]["code"] == "unauthorized"


@pytest.mark.parametrize("path", _PAGES)
def test_a_page_leads_to_the_sign_in_page_and_back(client: TestClient, path: str) -> None:
    response = client.get(path, follow_redirects=False)
    assert response.status_code == 303
    assert response.headers["location"].startswith("/sign-in?next=%2Fstaff")


@pytest.mark.parametrize(("path", "body"), _WRITE, ids=[path for path, _ in _WRITE])
def test_json_that_changes_something_needs_account_token_and_origin(
    client: TestClient, staff: StaffClient, path: str, body: dict[str, object]
) -> None:
    token = {"X-CSRF-Token": staff.csrf_token}
    assert client.post(path, json=body, headers=token).status_code == 401
    for headers in ({}, {"X-CSRF-Token": "wrong"}, {**token, "Origin": "https://elsewhere.example"}):
        response = staff.http.post(path, json=body, headers=headers)
        assert response.status_code == 403
        assert response.json()["error"]["code"] == "wrong_form"


@pytest.mark.parametrize(("path", "fields"), _FORMS, ids=[path for path, _ in _FORMS])
def test_a_form_needs_account_token_and_origin(
    client: TestClient, staff: StaffClient, path: str, fields: dict[str, str]
) -> None:
    assert client.post(path, data=fields, follow_redirects=False).headers["location"] == "/sign-in"
    for data, headers in (
        (fields, {}),
        ({**fields, "csrf_token": "wrong"}, {}),
        (staff.form(**fields), {"Origin": "https://elsewhere.example"}),
    ):
        assert staff.http.post(path, data=data, headers=headers).status_code == 403


def test_nothing_of_staff_is_kept_by_a_cache(staff: StaffClient) -> None:
    for path in (*_READ, *_PAGES):
        assert staff.http.get(path).headers["cache-control"] == "no-store"
