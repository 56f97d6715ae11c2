from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.dialogue.spoken_date import day_in

TODAY = date(2026, 3, 10)
EARLIEST = date(2007, 3, 10)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-03-02", date(2026, 3, 2)),
        ("2026.3.2", date(2026, 3, 2)),
        ("2026. 3. 2.", date(2026, 3, 2)),
        ("2026/3/2", date(2026, 3, 2)),
        ("20260302", date(2026, 3, 2)),
        ("2026년 3월 2일", date(2026, 3, 2)),
        ("26년3월2일", date(2026, 3, 2)),
        ("3월 2일", date(2026, 3, 2)),
        ("3월2일에 태어났어요", date(2026, 3, 2)),
        ("3/2", date(2026, 3, 2)),
        ("12월 30일이요", date(2025, 12, 30)),
        ("2월 29일", date(2024, 2, 29)),
        ("오늘", TODAY),
        ("어제요", date(2026, 3, 9)),
        ("그저께예요", date(2026, 3, 8)),
        ("사흘 전", date(2026, 3, 7)),
        ("3일 전이에요", date(2026, 3, 7)),
        ("2주 전", date(2026, 2, 24)),
        ("일주일 전", date(2026, 3, 3)),
        ("한 달 전", date(2026, 2, 10)),
        ("지난달 5일", date(2026, 2, 5)),
        ("이번 달 1일", date(2026, 3, 1)),
        ("작년 12월 25일", date(2025, 12, 25)),
    ],
)
def test_a_day_is_read_as_people_write_it(said: str, day: date) -> None:
    assert day_in(said, TODAY, EARLIEST, TODAY) == day


@pytest.mark.parametrize(
    "said",
    [
        "",
        "몰라요",
        "2월 30일",
        "13월 1일",
        "3월",
        "3월 2일은 언제예요?",
        "여권을 3월 2일에 신청하고 기다려요",
        "내일",
    ],
)
def test_what_gives_no_day_that_can_be_meant_is_none(said: str) -> None:
    assert day_in(said, TODAY, EARLIEST, TODAY) is None


def test_a_day_without_a_year_may_lie_ahead_only_where_no_past_one_can_be_meant() -> None:
    ahead = TODAY + timedelta(days=365)
    assert day_in("4월 1일", TODAY, TODAY, ahead) == date(2026, 4, 1)
    assert day_in("내일", TODAY, EARLIEST, ahead) == date(2026, 3, 11)
    assert day_in("3월 1일", TODAY, EARLIEST, ahead) == date(2026, 3, 1)


def test_years_in_two_digits_are_of_the_century_that_fits() -> None:
    assert day_in("99.1.2", TODAY, date(1950, 1, 1), TODAY) == date(1999, 1, 2)


@given(
    st.dates(EARLIEST, TODAY),
    st.sampled_from(
        ["{:%Y-%m-%d}", "{0.year}년 {0.month}월 {0.day}일", "{0.year}.{0.month}.{0.day}", "{:%Y%m%d}"]
    ),
)
def test_every_whole_date_is_read_in_every_form(day: date, form: str) -> None:
    assert day_in(form.format(day), TODAY, EARLIEST, TODAY) == day


@given(st.text(max_size=40), st.dates(date(1990, 1, 1), TODAY))
def test_whatever_is_said_the_day_lies_within_the_bounds(said: str, earliest: date) -> None:
    day = day_in(said, TODAY, earliest, TODAY)
    assert day is None or earliest <= day <= TODAY
