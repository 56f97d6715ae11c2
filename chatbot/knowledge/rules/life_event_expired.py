"""A life event leads to what still holds and was looked at in time.

Passes: a step whose entry has `effective_until: 2026-12-31` on that day or before.
Fails: the same step in 2027, when it is no longer shown; likewise after the entry's `review_by`.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.problem import Level, Problem

RULE = "life-event-expired"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each step that rests on an entry whose time or day of review has passed."""
    over = {}
    for entry in (read.entry for read in draft.entries):
        if entry.effective_until and entry.effective_until < draft.today:
            over[entry.id] = f"기간이 {entry.effective_until}에 끝나 이 할 일이 보이지 않습니다"
        elif entry.review_by < draft.today:
            over[entry.id] = f"다시 확인할 날({entry.review_by})이 지났습니다"
    for read in draft.life_events:
        for place, step in enumerate(read.event.steps):
            for location, entry_id in step.entry_ids:
                if entry_id in over:
                    yield read.source.problem(
                        ("steps", place, *location),
                        f'"{entry_id}" 항목의 {over[entry_id]}',
                        "항목을 확인하거나 지금 맞는 항목으로 바꾸세요",
                        RULE,
                        Level.WARNING,
                    )
