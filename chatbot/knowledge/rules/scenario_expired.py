"""A scenario leads to what still holds.

Passes: an end that shows an entry with `effective_until: 2026-12-31` on that day or before.
Fails: the same end in 2027.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.problem import Level, Problem

RULE = "scenario-expired"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each end that names an entry whose time has passed."""
    over = {
        read.entry.id: read.entry.effective_until
        for read in draft.entries
        if read.entry.effective_until and read.entry.effective_until < draft.today
    }
    for read in draft.scenarios:
        for end_id, end in read.scenario.ends.items():
            for location, entry_id in end.entry_ids:
                if entry_id in over:
                    yield read.source.problem(
                        ("ends", end_id, *location),
                        f'"{entry_id}" 항목의 기간이 {over[entry_id]}에 끝나 보이지 않습니다',
                        "지금 맞는 항목으로 바꾸세요",
                        RULE,
                        Level.WARNING,
                    )
