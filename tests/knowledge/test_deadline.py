from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from chatbot.knowledge.deadline import Deadline, last_day

HOLIDAYS = {date(2026, 3, 1), date(2026, 3, 2), date(2026, 5, 1), date(2026, 5, 5)}
DAY = timedelta(days=1)


def rule(**parts: int | bool) -> Deadline:
    return Deadline.model_validate({"entry": "passport-new", "says": "안에 신고하세요.", **parts})


days_of_life = st.dates(date(1990, 1, 1), date(2100, 12, 31))
periods = st.one_of(
    st.fixed_dictionaries({"days": st.integers(1, 400)}),
    st.fixed_dictionaries({"months": st.integers(1, 40)}),
    st.fixed_dictionaries({"years": st.integers(1, 10)}),
)


@pytest.mark.parametrize(
    ("parts", "start", "last"),
    [
        ({"months": 1, "first_day_counts": True}, date(2026, 3, 2), date(2026, 4, 1)),
        ({"months": 1}, date(2026, 3, 2), date(2026, 4, 2)),
        ({"days": 60, "first_day_counts": True}, date(2026, 3, 2), date(2026, 4, 30)),
        ({"days": 14}, date(2026, 3, 10), date(2026, 3, 24)),
        ({"months": 6, "from_month_end": True}, date(2026, 3, 10), date(2026, 9, 30)),
        ({"months": 6, "from_month_end": True, "rolls": False}, date(2025, 8, 31), date(2026, 2, 28)),
        ({"years": 2, "first_day_counts": True, "rolls": False}, date(2026, 3, 2), date(2028, 3, 1)),
    ],
)
def test_periods_are_counted_as_the_law_counts_them(
    parts: dict[str, int | bool], start: date, last: date
) -> None:
    assert last_day(rule(**parts), start, HOLIDAYS) == last


@pytest.mark.parametrize(
    ("start", "last"),
    [
        (date(2026, 1, 30), date(2026, 2, 28)),  # from the 31st: February has none, so its last day
        (date(2026, 1, 31), date(2026, 2, 28)),  # from 1 February: a whole month
        (date(2028, 1, 30), date(2028, 2, 29)),
        (date(2026, 12, 30), date(2027, 1, 30)),
    ],
)
def test_a_month_without_the_corresponding_day_ends_the_period_on_its_last(start: date, last: date) -> None:
    assert last_day(rule(months=1, rolls=False), start, ()) == last


@pytest.mark.parametrize(
    ("start", "last"),
    [
        (date(2026, 3, 6), date(2026, 3, 9)),  # Saturday and Sunday pass
        (date(2026, 2, 27), date(2026, 3, 3)),  # a holiday on Sunday and its substitute on Monday pass
        (date(2026, 4, 30), date(2026, 5, 4)),  # a holiday on Friday, then the weekend
        (date(2026, 3, 9), date(2026, 3, 10)),
    ],
)
def test_a_last_day_on_which_offices_are_closed_moves_to_the_next_working_day(
    start: date, last: date
) -> None:
    assert last_day(rule(days=1), start, HOLIDAYS) == last


def ends_a_month(day: date, wanted: int) -> bool:
    """Tell whether a month that began on the day of the month `wanted` is over on the evening of `day`."""
    tomorrow = day + DAY
    return tomorrow.day == wanted or (tomorrow.day == 1 and day.day < wanted)


def full_months(first: date, last: date) -> int:
    days = (first + number * DAY for number in range((last - first).days + 1))
    return sum(ends_a_month(day, first.day) for day in days)


@given(periods, days_of_life, st.booleans())
def test_the_last_day_is_the_first_on_which_the_period_is_full(
    period: dict[str, int], start: date, first_day_counts: bool
) -> None:
    last = last_day(rule(**period, first_day_counts=first_day_counts, rolls=False), start, ())
    first = start if first_day_counts else start + DAY
    if "days" in period:
        assert (last - first).days + 1 == period["days"]
    else:
        wanted = period.get("months", 0) + 12 * period.get("years", 0)
        assert full_months(first, last) == wanted
        assert full_months(first, last - DAY) == wanted - 1


@given(periods, days_of_life, st.booleans(), st.sets(st.dates(date(1990, 1, 1), date(2115, 1, 1))))
def test_rolling_stops_at_the_first_working_day(
    period: dict[str, int], start: date, from_month_end: bool, holidays: set[date]
) -> None:
    strict = last_day(rule(**period, from_month_end=from_month_end, rolls=False), start, holidays)
    rolled = last_day(rule(**period, from_month_end=from_month_end), start, holidays)
    passed = [strict + number * DAY for number in range((rolled - strict).days)]
    assert rolled.weekday() < 5
    assert rolled not in holidays
    assert all(day.weekday() >= 5 or day in holidays for day in passed)


@given(periods, days_of_life)
def test_a_later_start_never_ends_earlier(period: dict[str, int], start: date) -> None:
    for rolls in (True, False):
        deadline = rule(**period, rolls=rolls)
        assert last_day(deadline, start, HOLIDAYS) <= last_day(deadline, start + DAY, HOLIDAYS)


@given(periods, days_of_life)
def test_from_the_end_of_the_month_every_day_of_a_month_counts_alike(
    period: dict[str, int], start: date
) -> None:
    deadline = rule(**period, from_month_end=True)
    assert last_day(deadline, start, ()) == last_day(deadline, start.replace(day=1), ())


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({}, "가운데 하나만"),
        ({"days": 3, "months": 1}, "가운데 하나만"),
        ({"days": 0}, "greater than or equal to 1"),
        ({"months": 6, "from_month_end": True, "first_day_counts": True}, "함께 쓸 수 없습니다"),
    ],
)
def test_a_rule_that_counts_no_way_or_two_ways_is_refused(parts: dict[str, int | bool], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        rule(**parts)


@pytest.mark.parametrize("parts", [{"days": 400}, {"months": 13}, {"years": 1}])
def test_a_day_beyond_the_calendar_is_an_overflow(parts: dict[str, int]) -> None:
    with pytest.raises(OverflowError):
        last_day(rule(**parts), date(9999, 12, 30), ())
