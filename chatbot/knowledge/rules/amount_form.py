"""Amounts, dates and times have one form each, so that they are read aloud and compared without doubt.

Passes: "52,000원", "2만 5천원", "2026년 3월 1일", "09:00~18:00".
Fails: "52000원", "￦52,000", "2026.3.1", "26/3/1", "3월1일", "오후 6시".
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.passages import Passage, citizen_passages
from chatbot.problem import Level, Problem

RULE = "amount-form"

_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"


@dataclass(frozen=True)
class _Form:
    pattern: re.Pattern[str]
    message: str
    mended: Callable[[re.Match[str]], str]


def _with_comma(found: re.Match[str]) -> str:
    return f"{int(found['digits']):,}{found['unit']}"


def _spaced(found: re.Match[str]) -> str:
    return re.sub(r"(?<=[년월])(?=\d)", " ", found[0])


_FORMS = (
    _Form(
        re.compile(r"(?<![\d,.])(?P<digits>\d{4,})(?P<unit>[억만천]?\s?원)"),
        '금액 "{}"에 쉼표가 없습니다',
        _with_comma,
    ),
    _Form(re.compile(r"[￦₩]\s?[\d,]*"), '금액 "{}"에 돈 표시가 들어 있습니다', lambda _: "52,000원"),
    _Form(
        re.compile(rf"(?<![\d./제])(?:\d{{4}}|\d{{2}})(?P<mark>[./])\s?{_MONTH}(?P=mark)\s?{_DAY}(?![\d/])"),
        '날짜 "{}"이(가) 말로 쓰여 있지 않습니다',
        lambda _: "2026년 3월 1일",
    ),
    _Form(
        re.compile(rf"\d{{4}}년{_MONTH}월(?:\s?{_DAY}일)?|(?<!\d){_MONTH}월{_DAY}일"),
        '날짜 "{}"에 빈칸이 없습니다',
        _spaced,
    ),
    _Form(
        # Neither "24시간" nor "24시각제" nor "31개 시·군".
        re.compile(
            r"(?:(?:오전|오후|낮|밤)\s?)?(?<!\d)(?:1?\d|2[0-4])시(?![간각·])(?:\s?(?:[0-5]?\d분|반))?"
        ),
        '시각 "{}"이(가) 숫자로 쓰여 있지 않습니다',
        lambda _: "18:00",
    ),
)


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each amount, date or time in another form."""
    for read in draft.entries:
        passages = list(citizen_passages(read.entry))
        if read.entry.staff_note:
            passages.append(Passage(("staff_note",), read.entry.staff_note))
        for passage in passages:
            for form in _FORMS:
                for found in form.pattern.finditer(passage.text):
                    yield read.source.problem(
                        passage.location,
                        form.message.format(found[0]),
                        f'"{form.mended(found)}"처럼 쓰세요',
                        RULE,
                        Level.WARNING,
                    )
