"""Days and hours in Seoul: public holidays, and whether somebody takes a call right now."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from chatbot.knowledge.city import Department, Weekday

SEOUL = ZoneInfo("Asia/Seoul")
_WEEKDAYS = tuple(Weekday)
_LONGEST_CLOSURE_DAYS = 31
_MIDNIGHT = time(23, 59)


@dataclass(frozen=True)
class OpenState:
    """Whether a department takes calls at a moment.

    Attributes:
        is_open: Somebody answers now.
        changes_at: When that ends; None when no change is known (open round the clock, or closed for
            longer than a month).
    """

    is_open: bool
    changes_at: datetime | None


def weekday(day: date) -> Weekday:
    """Return the day of the week."""
    return _WEEKDAYS[day.weekday()]


def open_state(department: Department, holidays: Collection[date], now: datetime) -> OpenState | None:
    """Tell whether the department takes calls now, and until when, or from when.

    None when its hours are not known: then nothing may be claimed.

    Args:
        department: With its hours, meant in Asia/Seoul.
        holidays: Public holidays, on which it is closed unless it says otherwise.
        now: The moment, with its zone.
    """
    if not department.hours:
        return None
    here = now.astimezone(SEOUL)
    for offset in range(_LONGEST_CLOSURE_DAYS + 1):
        day = here.date() + timedelta(days=offset)
        for opens, closes in _hours_on(department, holidays, day):
            start, end = datetime.combine(day, opens, SEOUL), datetime.combine(day, closes, SEOUL)
            if start <= here < end or (here >= start and closes >= _MIDNIGHT and offset == 0):
                return OpenState(True, None if closes >= _MIDNIGHT else end)
            if here < start:
                return OpenState(False, start)
    return OpenState(False, None)


def _hours_on(department: Department, holidays: Collection[date], day: date) -> list[tuple[time, time]]:
    if day in holidays and not department.open_on_holidays:
        return []
    return sorted((hours.opens, hours.closes) for hours in department.hours if weekday(day) in hours.days)
