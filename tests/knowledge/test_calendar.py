from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from chatbot.knowledge.calendar import SEOUL, OpenState, open_state, weekday
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.city import Department, Hours, Weekday

WORKING_DAYS = tuple(Weekday)[:5]
OFFICE = Department(name="민원과", hours=(Hours(days=WORKING_DAYS, opens=time(9), closes=time(18)),))
DUTY = Department(
    name="당직실",
    hours=(Hours(days=tuple(Weekday), opens=time(0), closes=time(23, 59)),),
    open_on_holidays=True,
)
HOLIDAYS = {date(2026, 3, 1), date(2026, 3, 2)}
"""A Sunday, and the Monday that stands in for it."""


def seoul(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=SEOUL)


def test_days_have_their_korean_names() -> None:
    assert [weekday(date(2026, 3, day)) for day in (9, 14, 15)] == ["월", "토", "일"]


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (seoul(3, 10, 10), OpenState(True, seoul(3, 10, 18))),
        (seoul(3, 10, 9), OpenState(True, seoul(3, 10, 18))),
        (seoul(3, 10, 17, 59), OpenState(True, seoul(3, 10, 18))),
        (seoul(3, 10, 8, 59), OpenState(False, seoul(3, 10, 9))),
        (seoul(3, 10, 18), OpenState(False, seoul(3, 11, 9))),
        (seoul(3, 10, 23, 30), OpenState(False, seoul(3, 11, 9))),
    ],
)
def test_on_a_working_day_an_office_is_open_from_its_first_minute_until_its_last(
    now: datetime, state: OpenState
) -> None:
    assert open_state(OFFICE, HOLIDAYS, now) == state


@pytest.mark.parametrize("now", [seoul(3, 13, 19), seoul(3, 14, 10), seoul(3, 15, 23)])
def test_over_the_weekend_an_office_opens_on_monday(now: datetime) -> None:
    assert open_state(OFFICE, HOLIDAYS, now) == OpenState(False, seoul(3, 16, 9))


@pytest.mark.parametrize("now", [seoul(2, 27, 18), seoul(3, 1, 10), seoul(3, 2, 10)])
def test_a_holiday_and_its_substitute_are_closed_like_a_weekend(now: datetime) -> None:
    assert open_state(OFFICE, HOLIDAYS, now) == OpenState(False, seoul(3, 3, 9))


def test_the_same_monday_is_open_where_it_is_no_holiday() -> None:
    assert open_state(OFFICE, set(), seoul(3, 2, 10)) == OpenState(True, seoul(3, 2, 18))


def test_over_lunch_an_office_with_two_spans_opens_again_after_it() -> None:
    afternoon = Hours(days=WORKING_DAYS, opens=time(13), closes=time(18))
    morning = Hours(days=WORKING_DAYS, opens=time(9), closes=time(12))
    office = Department(name="민원과", hours=(afternoon, morning))
    assert open_state(office, HOLIDAYS, seoul(3, 10, 11)) == OpenState(True, seoul(3, 10, 12))
    assert open_state(office, HOLIDAYS, seoul(3, 10, 12, 30)) == OpenState(False, seoul(3, 10, 13))
    assert open_state(office, HOLIDAYS, seoul(3, 10, 13)) == OpenState(True, seoul(3, 10, 18))


@pytest.mark.parametrize(
    "now", [seoul(3, 10, 0), seoul(3, 10, 12), seoul(3, 14, 3), seoul(3, 2, 10), seoul(3, 10, 23, 59)]
)
def test_round_the_clock_never_changes_not_even_on_a_holiday(now: datetime) -> None:
    assert open_state(DUTY, HOLIDAYS, now) == OpenState(True, None)


def test_of_a_department_without_hours_nothing_is_claimed() -> None:
    assert open_state(Department(name="자원순환과"), HOLIDAYS, seoul(3, 10, 10)) is None


@pytest.mark.parametrize(
    ("now", "is_open"),
    [
        (datetime(2026, 3, 10, 0, 0, tzinfo=UTC), True),  # 09:00 in Seoul
        (datetime(2026, 3, 10, 10, 0, tzinfo=UTC), False),  # 19:00 in Seoul
        (datetime(2026, 3, 9, 20, 0, tzinfo=timezone(timedelta(hours=-5))), True),  # 10:00 the next day
    ],
)
def test_hours_are_meant_in_seoul_wherever_now_is_read(now: datetime, is_open: bool) -> None:
    state = open_state(OFFICE, HOLIDAYS, now)
    assert state is not None
    assert state.is_open is is_open


def test_an_office_that_is_closed_for_longer_than_a_month_names_no_day() -> None:
    closed = {date(2026, 3, 1) + timedelta(days=number) for number in range(60)}
    assert open_state(OFFICE, closed, seoul(3, 10, 10)) == OpenState(False, None)


def test_the_fixture_folder_has_all_kinds_of_hours(catalog: Catalog) -> None:
    now = seoul(3, 10, 12, 30)
    states = {name: open_state(found, catalog.holidays, now) for name, found in catalog.departments.items()}
    assert states == {
        "callcenter": OpenState(True, seoul(3, 10, 18, 30)),
        "passport": OpenState(False, seoul(3, 10, 13)),
        "waste": None,
        "waste-bags": None,
        "duty": OpenState(True, None),
    }
