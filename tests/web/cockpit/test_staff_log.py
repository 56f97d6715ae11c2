"""The counselling log: counts of a day and a month, and CSV."""

import csv
import io
from datetime import date, timedelta

import pytest
from fastapi import FastAPI

from chatbot.settings import Settings
from chatbot.store.accounts import Role
from chatbot.store.counselling import Counsel, CounselOutcome
from chatbot.text.morphemes import MorphemeTokenizer
from tests.web.conftest import KNOWLEDGE, OFFICE_HOURS
from tests.web.staff_client import StaffClient
from web.app import create_app
from web.cockpit.log_page import month_of


class Days:
    """A clock that a test sets to a day."""

    def __init__(self) -> None:
        self.now = OFFICE_HOURS


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def logged(tokenizer: MorphemeTokenizer, days: Days) -> StaffClient:
    """A counsellor of an application of its own, with five calls on two days."""
    settings = Settings(
        knowledge=KNOWLEDGE,
        database="sqlite://",
        access_secret="a secret for tests only",  # noqa: S106
        kakao_user_secret="a secret for tests only",  # noqa: S106
        session_hours=24 * 60,
        session_idle_minutes=60 * 24 * 60,
        reload_seconds=0,
    )
    app: FastAPI = create_app(settings, tokenizer, clock=lambda: days.now)
    staff = StaffClient(app, Role.STAFF)
    log = staff.services.counselling
    fee = Counsel("passport", "passport-fee", CounselOutcome.ANSWERED)
    for counsel in (fee, fee, Counsel("waste", None, CounselOutcome.TRANSFERRED)):
        log.note(counsel, staff.account.id)
    days.now += timedelta(days=1)
    for counsel in (fee, Counsel(None, None, CounselOutcome.SMS)):
        log.note(counsel, staff.account.id)
    return staff


def test_day_and_month_are_counted(logged: StaffClient) -> None:
    page = logged.http.get("/staff/log").text
    assert '2026년 3월 11일</h2><strong class="num">2건' in page
    assert '2026년 3월</h2><strong class="num">5건' in page
    assert '여권 수수료</td><td class="num">3</td>' in page
    first = logged.http.get("/staff/log", params={"day": "2026-03-10"}).text
    assert '2026년 3월 10일</h2><strong class="num">3건' in first


def test_an_empty_month_says_so(logged: StaffClient) -> None:
    page = logged.http.get("/staff/log", params={"day": "2026-01-31"}).text
    assert "0건" in page
    assert "아직 없어요." in page


def test_the_csv_opens_as_korean_and_holds_nothing_about_callers(logged: StaffClient) -> None:
    response = logged.http.get("/staff/log.csv", params={"day": "2026-03-11"})
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert "counselling-2026-03.csv" in response.headers["content-disposition"]
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows[0] == ["날짜", "시각", "분야", "항목", "항목 이름", "결과"]
    assert rows[1] == ["2026-03-10", "10:00", "여권", "passport-fee", "여권 수수료", "답변 완료"]
    assert rows[-1] == ["2026-03-11", "10:00", "분야 없음", "", "", "문자 발송"]
    assert len(rows) == 6


def test_a_month_ends_where_the_calendar_says() -> None:
    assert month_of(date(2024, 2, 10)) == (date(2024, 2, 1), date(2024, 2, 29))
    assert month_of(date(2026, 12, 31)) == (date(2026, 12, 1), date(2026, 12, 31))


def test_a_bad_day_has_the_one_error_shape(logged: StaffClient) -> None:
    response = logged.http.get("/staff/log", params={"day": "soon"}, headers={"Accept": "application/json"})
    assert response.status_code == 422
