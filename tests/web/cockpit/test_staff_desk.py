"""Pins, marks for the editors and the counselling log, as JSON and as plain forms."""

from typing import Any

import pytest
from fastapi import FastAPI

from chatbot.store.marks import Mark, MarkKind
from tests.web.conftest import OFFICE_HOURS
from tests.web.plain_forms import forms_of
from tests.web.staff_client import StaffClient

_TODAY = OFFICE_HOURS.date()


def post(staff: StaffClient, path: str, body: dict[str, Any]) -> Any:
    return staff.http.post(path, json=body, headers={"X-CSRF-Token": staff.csrf_token})


def own_lines(staff: StaffClient) -> list[Any]:
    lines = staff.services.counselling.lines(_TODAY, _TODAY)
    return [line for line in lines if line.account_id == staff.account.id]


def own_marks(staff: StaffClient) -> list[Mark]:
    return [kept.mark for kept in staff.services.marks.newest(1000) if kept.account_id == staff.account.id]


def test_a_pin_is_set_and_taken_away(staff: StaffClient) -> None:
    shelf = post(staff, "/api/staff/pins", {"entry_id": "passport-fee", "pinned": True}).json()
    assert "여권 수수료" in shelf["html"]
    assert staff.http.get("/api/staff/entries/passport-fee").json()["pinned"] is True
    post(staff, "/api/staff/pins", {"entry_id": "passport-fee", "pinned": False})
    assert staff.services.shelf(staff.account.id).pinned() == []


def test_a_mark_reaches_the_editors_with_query_word_and_entry(staff: StaffClient) -> None:
    body = {"kind": "wrong", "query": "여권 얼마", "word": "금액이 바뀌었대요", "entry_id": "passport-fee"}
    assert post(staff, "/api/staff/marks", body).json()["said"] == "편집자에게 보냈어요."
    assert own_marks(staff) == [Mark(MarkKind.WRONG, "여권 얼마", "금액이 바뀌었대요", "passport-fee")]


def test_personal_numbers_never_reach_a_mark(staff: StaffClient) -> None:
    post(staff, "/api/staff/marks", {"kind": "missing", "query": "900101-1234567", "word": "010-1234-5678"})
    assert "1234" not in repr(own_marks(staff))


def test_a_call_is_noted_with_the_topic_of_its_entry(staff: StaffClient) -> None:
    done = post(staff, "/api/staff/log", {"outcome": "transferred", "entry_id": "waste-bag"}).json()
    assert done["said"] == "부서 연결로 기록했어요."
    (line,) = own_lines(staff)
    assert (line.id, line.counsel.topic, line.counsel.entry_id) == (done["id"], "waste", "waste-bag")
    assert line.counsel.outcome.value == "transferred"


def test_a_call_without_an_entry_may_name_a_topic(staff: StaffClient) -> None:
    post(staff, "/api/staff/log", {"outcome": "answered", "topic": "passport"})
    (line,) = own_lines(staff)
    assert (line.counsel.topic, line.counsel.entry_id) == ("passport", None)


def test_a_slip_is_taken_back_once_and_by_its_owner_alone(staff: StaffClient, application: FastAPI) -> None:
    line = post(staff, "/api/staff/log", {"outcome": "sms"}).json()["id"]
    other = StaffClient(application, staff.account.role, "somebody-else")
    assert post(other, f"/api/staff/log/{line}/undo", {}).status_code == 404
    assert post(staff, f"/api/staff/log/{line}/undo", {}).json()["said"] == "방금 한 기록을 지웠어요."
    assert own_lines(staff) == []
    assert post(staff, f"/api/staff/log/{line}/undo", {}).status_code == 404


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/staff/pins", {"entry_id": "unknown", "pinned": True}),
        ("/api/staff/marks", {"kind": "wrong", "entry_id": "unknown"}),
        ("/api/staff/log", {"outcome": "answered", "entry_id": "unknown"}),
        ("/api/staff/log", {"outcome": "answered", "topic": "unknown"}),
    ],
)
def test_what_does_not_exist_is_refused(staff: StaffClient, path: str, body: dict[str, Any]) -> None:
    assert post(staff, path, body).status_code == 404


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/staff/log", {"outcome": "shouted"}),
        ("/api/staff/marks", {"kind": "rude"}),
        ("/api/staff/marks", {"kind": "wrong", "word": "가" * 301}),
        ("/api/staff/pins", {"entry_id": "passport-fee"}),
        ("/api/staff/log", {"outcome": "answered", "caller": "somebody"}),
    ],
)
def test_what_is_not_meant_is_refused(staff: StaffClient, path: str, body: dict[str, Any]) -> None:
    response = post(staff, path, body)
    assert response.status_code == 422
    assert response.json()["error"]["code"] == "invalid_request"


def test_search_answer_and_log_work_without_scripts(staff: StaffClient) -> None:
    page = staff.http.get("/staff", params={"q": "ㅇㄱㅅㅅㄹ"}).text
    assert 'href="/staff?q=%E3%85%87' in page
    opened = staff.http.get("/staff", params={"q": "ㅇㄱㅅㅅㄹ", "entry": "passport-fee"}).text
    log = next(form for form in forms_of(opened) if form.action == "/staff/log")
    pressed = log.pressed("답변 완료")
    assert pressed
    noted = staff.http.post(log.action, data=pressed)
    assert "상담을 기록했어요." in noted.text
    assert len(own_lines(staff)) == 1
    undo = next(form for form in forms_of(noted.text) if form.action == "/staff/log/undo")
    assert "방금 한 기록을 지웠어요." in staff.http.post(undo.action, data=undo.pressed("기록 취소")).text
    assert own_lines(staff) == []


def test_marks_and_pins_work_without_scripts(staff: StaffClient) -> None:
    page = staff.http.get("/staff", params={"q": "여권", "entry": "passport-fee"}).text
    pin = next(form for form in forms_of(page) if form.action == "/staff/pins")
    assert "즐겨찾기에 넣었어요." in staff.http.post(pin.action, data=pin.pressed("즐겨찾기")).text
    fields = staff.form(kind="missing", q="여권 택배", word="급하대요", entry_id="")
    assert "편집자에게 보냈어요." in staff.http.post("/staff/marks", data=fields).text
    assert own_marks(staff) == [Mark(MarkKind.MISSING, "여권 택배", "급하대요")]
