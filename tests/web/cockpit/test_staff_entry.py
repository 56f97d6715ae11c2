"""An entry as counsellors see it."""

from fastapi.testclient import TestClient

from tests.web.staff_client import StaffClient


def test_an_entry_comes_in_every_ready_form(staff: StaffClient) -> None:
    shown = staff.http.get("/api/staff/entries/passport-fee").json()
    forms = shown["forms"]
    assert forms["script"]["text"].startswith("십 년 여권은 오십팔 면 오만 이천 원")
    assert forms["sms_short"]["text"].startswith("[한빛시] 10년 여권은 58면 52,000원")
    assert forms["sms_short"]["size"] <= forms["sms_short"]["limit"] == 90
    assert forms["sms_long"]["size"] <= forms["sms_long"]["limit"] == 2000
    assert forms["chat"]["size"] <= forms["chat"]["limit"] == 1000
    assert forms["sms"] == forms["sms_short"]["text"]


def test_the_long_message_is_sent_where_the_short_one_lacks_a_figure(staff: StaffClient) -> None:
    shown = staff.http.get("/api/staff/entries/passport-lost").json()
    forms = shown["forms"]
    lacking = forms["sms_short"]["problem"] is not None
    assert forms["sms"] == (forms["sms_long"] if lacking else forms["sms_short"])["text"]


def test_note_department_number_and_hours_are_shown_to_staff_alone(
    staff: StaffClient, client: TestClient
) -> None:
    page = staff.http.get("/staff", params={"entry": "passport-new"}).text
    shown = staff.http.get("/api/staff/entries/passport-new").json()
    assert shown["staff_note"]
    assert shown["staff_note"] in page
    assert shown["answer"]["contact"]["phone"] in page
    assert shown["answer"]["contact"]["hours"] in page
    assert shown["staff_note"] not in client.get("/faq/passport-new").text
    assert "staff_note" not in client.get("/api/entries/passport-new").json()


def test_an_unknown_or_expired_entry_is_not_there(staff: StaffClient) -> None:
    for entry in ("unknown", "waste-old"):
        assert staff.http.get(f"/api/staff/entries/{entry}").status_code == 404
        assert staff.http.get("/staff", params={"entry": entry}).status_code == 404


def test_opened_entries_are_remembered_for_this_account_alone(staff: StaffClient) -> None:
    for entry in ("passport-fee", "waste-bag"):
        staff.http.get(f"/api/staff/entries/{entry}")
    assert staff.services.shelf(staff.account.id).recent()[0] in ("passport-fee", "waste-bag")
    assert "최근에 본 답" in staff.http.get("/staff").text
