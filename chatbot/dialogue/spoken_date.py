"""A day as people write it: "3월 2일", "2026.3.2", "어제", "사흘 전"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from chatbot.text.normalization import clean

_RELATIVE = {"그끄저께": -3, "그저께": -2, "그제": -2, "엊그제": -2, "어저께": -1, "어제": -1, "오늘": 0}
_RELATIVE |= {"내일": 1, "모레": 2, "글피": 3}
_DAYS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "열흘": 10, "보름": 15}

_FULL = re.compile(
    r"(?<!\d)(?P<year>\d{4}|\d{2})\s?[-./년]\s?(?P<month>\d{1,2})\s?[-./월]\s?(?P<day>\d{1,2})(?!\d)\s?일?\.?"
)
_COMPACT = re.compile(r"(?<!\d)(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?!\d)")
_NAMED_YEAR = re.compile(
    r"(?P<ago>재작년|작년|지난해|올해|내년)\s?(?P<month>\d{1,2})\s?[-./월]\s?(?P<day>\d{1,2})(?!\d)\s?일?"
)
_NO_YEAR = re.compile(r"(?<!\d)(?<!\d[-./])(?P<month>\d{1,2})\s?[-./월]\s?(?P<day>\d{1,2})(?!\d)\s?일?\.?")
_NAMED_MONTH = re.compile(r"(?P<ago>지지난|지난|저번|이번|다음)\s?달\s?(?P<day>\d{1,2})\s?일")
_AGO = re.compile(
    rf"(?:(?P<count>\d{{1,3}})\s?(?P<unit>일|주일?|개월|달)|(?P<word>{'|'.join(_DAYS)}|일주일|한\s?달))\s?(?P<way>전|뒤|후)"
)
_WORD = re.compile("|".join(sorted(_RELATIVE, key=len, reverse=True)))

_YEARS = {"재작년": -2, "작년": -1, "지난해": -1, "올해": 0, "내년": 1}
_MONTHS = {"지지난": -2, "지난": -1, "저번": -1, "이번": 0, "다음": 1}
_ASKS = re.compile(r"[?？]|까요|나요|언제|얼마|어떻게")
_LONGEST_REST = 8
"""Letters beside a day in a message that only gives the day ("에 태어났어요"); longer ones tell more."""


def day_in(text: str, today: date, earliest: date, latest: date) -> date | None:
    """Return the day that a message gives, or None where it gives none or does more than that.

    A day without a year is the last such day that is not in the future; where only a coming one lies within
    the bounds, it is that one.

    Args:
        text: What was said.
        today: The day in Asia/Seoul.
        earliest: First day that can be meant.
        latest: Last day that can be meant.
    """
    said = clean(text)
    if _ASKS.search(said):
        return None
    for match, days in _readings(said, today):
        rest = re.sub(r"[\W_]", "", said[: match.start()] + said[match.end() :])
        if len(rest) <= _LONGEST_REST:
            fitting = [day for day in days if earliest <= day <= latest]
            past = [day for day in fitting if day <= today]
            return max(past) if past else min(fitting, default=None)
    return None


def _readings(said: str, today: date) -> Iterator[tuple[re.Match[str], list[date]]]:
    """Yield each place that may be a day, the fullest form first, with the days that it may mean."""
    for form in (_FULL, _COMPACT):
        if match := form.search(said):
            year = int(match["year"])
            years = [year] if year > 99 else [1900 + year, 2000 + year]
            yield match, _days(years, int(match["month"]), int(match["day"]))
    if match := _NAMED_YEAR.search(said):
        yield match, _days([today.year + _YEARS[match["ago"]]], int(match["month"]), int(match["day"]))
    if match := _NAMED_MONTH.search(said):
        yield match, _in_month(today, _MONTHS[match["ago"]], int(match["day"]))
    if match := _NO_YEAR.search(said):
        years = list(range(today.year - 4, today.year + 2))
        yield match, _days(years, int(match["month"]), int(match["day"]))
    if match := _AGO.search(said):
        yield match, _ago(match, today)
    if match := _WORD.search(said):
        yield match, [today + timedelta(days=_RELATIVE[match[0]])]


def _days(years: list[int], month: int, day: int) -> list[date]:
    found = []
    for year in years:
        try:
            found.append(date(year, month, day))
        except ValueError:
            # No such day in that year.
            continue
    return found


def _in_month(today: date, offset: int, day: int) -> list[date]:
    years, month = divmod(today.year * 12 + today.month - 1 + offset, 12)
    return _days([years], month + 1, day)


def _ago(match: re.Match[str], today: date) -> list[date]:
    sign = -1 if match["way"] == "전" else 1
    word, unit = (match["word"] or "").replace(" ", ""), match["unit"]
    if unit in ("개월", "달") or word == "한달":
        return _in_month(today, sign * int(match["count"] or 1), today.day)
    if word:
        days = 7 if word == "일주일" else _DAYS[word]
    else:
        days = int(match["count"]) * (7 if unit in ("주", "주일") else 1)
    return [today + timedelta(days=sign * days)]
