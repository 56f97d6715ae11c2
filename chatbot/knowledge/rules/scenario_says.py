"""What a scenario computes rests on words that stand in the entry, letter for letter.

An amount that is due when it is late must stand in the words that are quoted for it.

Passes: `says: 1개월 안에` while an answer or a line of the entry holds "1개월 안에".
Fails: `says: 한 달 안에` for that entry, or `amount: 20000` with `says: 7일 미만은 10,000원`.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft, ReadScenario
from chatbot.knowledge.passages import says
from chatbot.knowledge.source import Step
from chatbot.problem import Problem

RULE = "scenario-says"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each quotation that its entry does not hold, and each amount that it does not."""
    entries = {read.entry.id: read.entry for read in draft.entries}
    for read in draft.scenarios:
        for location, entry_id, words in _quotations(read):
            if entry_id in entries and not says(entries[entry_id], words):
                yield read.source.problem(
                    location,
                    f'"{words}"이(가) "{entry_id}" 항목에 없습니다',
                    "항목의 글을 글자 그대로 옮겨 쓰세요",
                    RULE,
                )
        for end_id, end in read.scenario.ends.items():
            for place, step in enumerate(end.late.steps if end.late else ()):
                if f"{step.amount:,}원" not in step.says:
                    yield read.source.problem(
                        ("ends", end_id, "late", "steps", place, "amount"),
                        f"금액 {step.amount:,}원이 옮겨 쓴 말에 없습니다",
                        "says의 금액과 같게 쓰세요",
                        RULE,
                    )


def _quotations(read: ReadScenario) -> Iterator[tuple[tuple[Step, ...], str, str]]:
    for end_id, end in read.scenario.ends.items():
        if end.deadline:
            yield ("ends", end_id, "deadline", "says"), end.deadline.entry, end.deadline.says
        if end.late:
            for place, step in enumerate(end.late.steps):
                yield ("ends", end_id, "late", "steps", place, "says"), end.late.entry, step.says
