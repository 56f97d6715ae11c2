"""Until when something must be done, counted from a day that the citizen gives.

Counted as the Civil Act counts periods: the first day is left out (article 157) unless the rule says that
it counts; months and years end on the day before the corresponding one (article 160); a last day on which
offices are closed moves on (article 161).
"""

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta

from pydantic import Field, model_validator

from chatbot.knowledge.entry import Identifier, Record, Text

_DAY = timedelta(days=1)
_SATURDAY = 5


class Deadline(Record):
    """A period of days, months or years, and the words of the entry that set it."""

    entry: Identifier = Field(description="기한을 말하는 항목의 id")
    says: Text = Field(description="기한을 말하는 글. 그 항목에 글자 그대로 있어야 합니다.")
    days: int | None = Field(default=None, ge=1, description="며칠. 셋 가운데 하나만 씁니다.")
    months: int | None = Field(default=None, ge=1, description="몇 개월. 셋 가운데 하나만 씁니다.")
    years: int | None = Field(default=None, ge=1, description="몇 년. 셋 가운데 하나만 씁니다.")
    first_day_counts: bool = Field(
        default=False, description="적은 날이 첫날이면 true. 아니면 다음 날부터 셉니다."
    )
    from_month_end: bool = Field(default=False, description="적은 날이 있는 달의 말일부터 세면 true")
    rolls: bool = Field(
        default=True, description="마지막 날이 쉬는 날이면 다음 평일로 늦춥니다. 아니면 false"
    )

    @model_validator(mode="after")
    def _counts_one_way(self) -> "Deadline":
        if sum(unit is not None for unit in (self.days, self.months, self.years)) != 1:
            raise ValueError("days, months, years 가운데 하나만 있어야 합니다")
        if self.first_day_counts and self.from_month_end:
            raise ValueError("first_day_counts와 from_month_end는 함께 쓸 수 없습니다")
        return self


def last_day(rule: Deadline, start: date, holidays: Collection[date]) -> date:
    """Return the last day on which the deadline is still kept.

    Args:
        rule: How it is counted.
        start: The day that the citizen gives.
        holidays: Public holidays. Of a year that they do not cover only the weekends are known, so that the
            day may be too early there, never too late.

    Raises:
        OverflowError: The day is later than the calendar reaches (the year 9999).
    """
    first = _first_counted_day(rule, start)
    if rule.days is not None:
        last = first + rule.days * _DAY - _DAY
    else:
        last = _end_of_months(first, (rule.months or 0) + 12 * (rule.years or 0))
    while rule.rolls and (last.weekday() >= _SATURDAY or last in holidays):
        last += _DAY
    return last


def _first_counted_day(rule: Deadline, start: date) -> date:
    if rule.from_month_end:
        start = start.replace(day=monthrange(start.year, start.month)[1])
    return start if rule.first_day_counts else start + _DAY


def _end_of_months(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    year = first.year + years
    if year > date.max.year:
        raise OverflowError(f"{months} months from {first} are beyond the calendar")
    length = monthrange(year, month + 1)[1]
    if first.day > length:
        return date(year, month + 1, length)
    return date(year, month + 1, first.day) - _DAY
