"""Somebody looks at every entry again by the day that it names.

Passes: `review_by: 2026-12-31` on that day or before.
Fails: `review_by: 2026-12-31` in 2027.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.problem import Level, Problem

RULE = "overdue-review"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each entry whose day has passed."""
    for read in draft.entries:
        if read.entry.review_by < draft.today:
            yield read.source.problem(
                ("review_by",),
                f"다시 확인할 날({read.entry.review_by})이 지났습니다",
                "내용을 확인하고 checked_on과 review_by를 새 날로 고치세요",
                RULE,
                Level.WARNING,
            )
