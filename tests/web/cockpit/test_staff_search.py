"""Search while typing, over the interface."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.staff_client import StaffClient


def search(staff: StaffClient, q: str, **filters: str) -> dict[str, Any]:
    response = staff.http.get("/api/staff/search", params={"q": q, **filters})
    assert response.status_code == 200
    body: dict[str, Any] = response.json()
    return body


def ids(found: dict[str, Any]) -> list[str]:
    return [hit["entry_id"] for hit in found["hits"]]


@pytest.mark.parametrize(
    "typed", ["여권 수ㅅ", "ㅇㄱㅅㅅㄹ", "여권ㅅㅅㄹ", "durnjs tntn", "여권 수수료 얼마예요"]
)
def test_half_typed_words_initials_and_a_wrong_keyboard_find_the_entry(
    staff: StaffClient, typed: str
) -> None:
    assert ids(search(staff, typed))[0] == "passport-fee"


def test_the_bot_and_the_cockpit_agree(staff: StaffClient, client: TestClient) -> None:
    for question in ("여권 수수료는 얼마인가요?", "여권 언제", "장롱 버리기", "오늘 날씨 어때"):
        found = search(staff, question)
        reply = client.post("/api/chat", json={"message": question}).json()
        assert found["status"] == reply["status"]
        standing = {hit["entry_id"]: hit["standing"] for hit in found["hits"]}
        if reply["entry_id"]:
            assert standing[reply["entry_id"]] == "answer"
        else:
            assert "answer" not in standing.values()
        for choice in reply["choices"]:
            assert standing.get(choice["entry_id"], "choice") in ("choice", "answer")


def test_scores_standings_and_arithmetic_are_shown(staff: StaffClient) -> None:
    found = search(staff, "여권 수수료는 얼마인가요?")
    first = found["hits"][0]
    assert (first["entry_id"], first["standing"], first["score"]) == ("passport-fee", "answer", 0.99)
    assert first["standing_text"] == "챗봇 답"
    assert first["terms"]
    assert all(term["text"] and term["name"] for term in first["terms"])
    sizes = [abs(term["contribution"]) for term in first["terms"]]
    assert sizes == sorted(sizes, reverse=True)
    assert found["thresholds"]["accept_threshold"] > found["thresholds"]["near_miss_threshold"]
    assert found["best"] == 0.99
    assert found["decision"] == "챗봇은 첫째 답을 바로 보여 줘요."


def test_near_misses_stay_in_sight(staff: StaffClient) -> None:
    found = search(staff, "여권 수수료는 얼마인가요?")
    others = [hit for hit in found["hits"][1:] if hit["score"] is not None]
    assert others
    assert {hit["standing"] for hit in others} <= {"near_miss", "below"}


def test_what_only_begins_so_has_no_score(staff: StaffClient) -> None:
    hits = search(staff, "ㅇㄱ")["hits"]
    assert hits[0]["score"] is None
    assert hits[0]["standing"] == "typed"


def test_matched_words_are_marked(staff: StaffClient) -> None:
    hit = search(staff, "여권 수수")["hits"][0]
    assert [part["text"] for part in hit["title_parts"] if part["marked"]] == ["여권", "수수"]
    assert "<mark>여권</mark> <mark>수수</mark>" in search(staff, "여권 수수")["html"]


def test_filters_narrow_the_list(staff: StaffClient) -> None:
    assert {hit["topic"] for hit in search(staff, "ㅇ", topic="waste")["hits"]} == {"waste"}
    assert set(ids(search(staff, "ㅇ", department="passport"))) <= set(ids(search(staff, "ㅇ")))
    assert ids(search(staff, "여권", topic="unknown")) == []


def test_an_expired_entry_is_not_listed(staff: StaffClient) -> None:
    assert "waste-old" not in ids(search(staff, "ㅅ")) + ids(search(staff, "쓰레기"))


def test_nothing_typed_finds_nothing_and_decides_nothing(staff: StaffClient) -> None:
    found = search(staff, "  ")
    assert (found["hits"], found["status"], found["decision"]) == ([], None, "")


def test_personal_numbers_are_hidden_before_anything_else(staff: StaffClient) -> None:
    found = search(staff, "900101-1234567 여권 수수료")
    assert "1234567" not in found["query"] + found["html"]


def test_what_is_typed_is_never_markup(staff: StaffClient) -> None:
    for q in ("<script>alert(1)</script>", "여권 <b>"):
        assert "<script" not in search(staff, q)["html"]
        assert "<b>" not in staff.http.get("/staff", params={"q": q}).text


def test_the_sums_behind_a_search_add_up(staff: StaffClient) -> None:
    told = staff.http.get("/api/staff/arithmetic", params={"q": "여권 발급 얼마"}).json()
    assert len(told["sums"]) == 3
    for one in told["sums"]:
        total = one["bias"] + one["rest"] + sum(term["contribution"] for term in one["terms"])
        assert total == pytest.approx(one["log_odds"], abs=0.01)
    assert "점수 계산" in told["html"]


@pytest.mark.parametrize("q", ["", "ㅇㄱㅅㅅㄹ", "!!"])
def test_where_nothing_is_summed_no_sum_is_shown(staff: StaffClient, q: str) -> None:
    told = staff.http.get("/api/staff/arithmetic", params={"q": q}).json()
    assert told["sums"] == []
    assert told["rule"]


def test_a_bad_request_has_the_one_error_shape(staff: StaffClient) -> None:
    response = staff.http.get("/api/staff/search", params={"q": "가" * 301})
    assert response.status_code == 422
    assert response.json()["error"]["code"] == "invalid_request"


def test_opening_the_page_makes_what_the_first_key_would_wait_for(staff: StaffClient) -> None:
    staff.http.get("/staff")
    served = staff.services.live.served
    assert "finder" in vars(served)
    assert "_initials" in vars(served.responder.retriever)
