from datetime import date, time

import pytest
from pydantic import ValidationError

from chatbot.knowledge.city import City, Department, Holidays, Hours, Weekday
from chatbot.knowledge.wording import Wording


def test_hours_are_read_from_text() -> None:
    hours = Hours.model_validate({"days": ["월", "토"], "opens": "09:00", "closes": "18:30"})
    assert hours.days == (Weekday.MONDAY, Weekday.SATURDAY)
    assert (hours.opens, hours.closes) == (time(9), time(18, 30))


@pytest.mark.parametrize(("opens", "closes"), [("18:00", "09:00"), ("09:00", "09:00")])
def test_hours_close_after_they_open(opens: str, closes: str) -> None:
    with pytest.raises(ValidationError, match="closes가 opens보다 늦어야 합니다"):
        Hours.model_validate({"days": ["월"], "opens": opens, "closes": closes})


@pytest.mark.parametrize(("opens", "closes"), [("09:00Z", "18:00"), ("09:00", "18:00+09:00")])
def test_hours_have_no_time_zone(opens: str, closes: str) -> None:
    with pytest.raises(ValidationError, match="시각에 시간대를 붙이지 않습니다"):
        Hours.model_validate({"days": ["월"], "opens": opens, "closes": closes})


def test_hours_are_on_at_least_one_day() -> None:
    with pytest.raises(ValidationError, match="at least 1 item"):
        Hours.model_validate({"days": [], "opens": "09:00", "closes": "18:00"})


def test_a_department_is_named_with_its_team() -> None:
    team = Department(name="민원과", team="여권팀")
    assert (team.full_name, team.short_name) == ("민원과 여권팀", "여권팀")


def test_a_department_without_a_team_has_one_name() -> None:
    alone = Department(name="당직실")
    assert (alone.full_name, alone.short_name) == ("당직실", "당직실")


def test_a_department_is_closed_on_holidays_unless_it_says_otherwise() -> None:
    assert not Department(name="민원과").open_on_holidays
    assert Department.model_validate({"name": "당직실", "open_on_holidays": "true"}).open_on_holidays


def test_a_city_has_at_least_one_topic() -> None:
    city = {"name": "한빛시", "service": "한빛톡", "site": "https://a.example", "call_centre": "callcenter"}
    with pytest.raises(ValidationError, match="at least 1 item"):
        City.model_validate(city | {"topics": []})


def test_holidays_are_days_with_names() -> None:
    holidays = Holidays.model_validate([{"date": "2026-03-01", "name": "삼일절"}])
    assert holidays.root[0].date == date(2026, 3, 1)
    with pytest.raises(ValidationError, match="missing"):
        Holidays.model_validate([{"date": "2026-03-01"}])


def test_a_fixed_turn_matches_the_whole_or_a_part_and_nothing_else() -> None:
    turn = {"status": "handoff_urgent", "match": "starts", "phrases": ["불"], "text": "119"}
    with pytest.raises(ValidationError) as raised:
        Wording.model_validate({"turns": [turn]})
    assert ("turns", 0, "match") in [error["loc"] for error in raised.value.errors()]
