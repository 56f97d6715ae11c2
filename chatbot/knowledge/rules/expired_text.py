"""What no longer holds is not served; it is taken out, or followed by what holds now.

Passes: `effective_until: 2026-12-31` on that day or before.
Fails: the same entry, line or fee in 2027.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.problem import Level, Problem

RULE = "expired-text"
_SECTIONS = ("documents", "fees", "deadline", "how", "details")


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each entry, line or fee whose time has passed."""
    for read in draft.entries:
        until = read.entry.effective_until
        if until and until < draft.today:
            yield read.source.problem(
                ("effective_until",),
                f"항목의 기간이 {until}에 끝나 답하지 않습니다",
                "새 내용으로 고치거나 항목을 지우세요",
                RULE,
                Level.WARNING,
            )
        for section in _SECTIONS:
            for number, line in enumerate(getattr(read.entry, section)):
                if line.effective_until and line.effective_until < draft.today:
                    yield read.source.problem(
                        (section, number, "effective_until"),
                        f"이 줄의 기간이 {line.effective_until}에 끝나 보이지 않습니다",
                        "새 내용으로 고치거나 줄을 지우세요",
                        RULE,
                        Level.WARNING,
                    )
