"""Entries by search, by id and under their own address."""

import pytest
from fastapi.testclient import TestClient


def test_search_ranks_without_deciding(client: TestClient) -> None:
    reply = client.get("/api/search", params={"q": "여권 분실", "limit": 3}).json()
    scores = [result["score"] for result in reply["results"]]
    assert reply["results"][0]["entry_id"] == "passport-lost"
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)


def test_search_hides_personal_numbers(client: TestClient) -> None:
    assert "900101" not in client.get("/api/search", params={"q": "900101-1234567 여권"}).text


@pytest.mark.parametrize("query", ["", "q=", "q=a&limit=0", "q=a&limit=51", "q=a&limit=x", f"q={'가' * 301}"])
def test_a_bad_search_is_refused_or_empty(client: TestClient, query: str) -> None:
    response = client.get(f"/api/search?{query}")
    if query == "q=":
        assert response.json()["results"] == []
    else:
        assert response.status_code == 422
        assert response.json()["error"]["code"] == "invalid_request"


def test_an_entry_is_had_by_its_id(client: TestClient) -> None:
    answer = client.get("/api/entries/passport-fee").json()
    assert answer["entry_id"] == "passport-fee"
    assert answer["path"] == "/faq/passport-fee"


@pytest.mark.parametrize("path", ["/api/entries/waste-old", "/faq/waste-old", "/faq/nothing", "/nothing"])
def test_what_is_expired_or_unknown_is_not_found(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert response.json()["error"]["code"] == "not_found"


def test_people_get_an_error_page_with_a_telephone_number(client: TestClient) -> None:
    response = client.get("/faq/nothing", headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert "tel:031-000-1000" in response.text


def test_an_entry_has_its_own_page(client: TestClient) -> None:
    page = client.get("/faq/passport-fee").text
    answer = client.get("/api/entries/passport-fee").json()
    assert answer["question"] in page
    assert answer["as_of_text"] in page
    assert f"tel:{answer['contact']['phone']}" in page


def test_a_staff_note_is_nowhere_in_what_citizens_get(client: TestClient) -> None:
    for path in ("/api/entries/passport-fee", "/faq/passport-fee"):
        assert "staff" not in client.get(path).text
