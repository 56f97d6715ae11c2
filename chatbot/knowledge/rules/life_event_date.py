"""Deadlines are counted from a day that is asked for, and a day is asked for only to count.

Passes: a `date` and a step with a `deadline`, or neither.
Fails: a `deadline` in a life event without `date`, or a `date` from which nothing is counted.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.problem import Problem

RULE = "life-event-date"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each deadline without a day, and each day without a deadline."""
    for read in draft.life_events:
        counted = [place for place, step in enumerate(read.event.steps) if step.deadline]
        if read.event.date is None:
            for place in counted:
                yield read.source.problem(
                    ("steps", place, "deadline"),
                    "기한을 셀 날짜를 묻지 않습니다",
                    "date 칸을 쓰거나 deadline을 when으로 바꾸세요",
                    RULE,
                )
        elif not counted:
            yield read.source.problem(
                ("date",),
                "날짜를 묻지만 셀 기한이 없습니다",
                "date 칸을 지우거나 할 일에 deadline을 쓰세요",
                RULE,
            )
